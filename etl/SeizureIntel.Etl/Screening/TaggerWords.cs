using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Screening;

/// <summary>Which uses of which lists a word or a phrase of a text has, for the tagger; kept by hashes, so that no second copy of the lists stands in
/// memory.</summary>
internal sealed class TaggerWords
{
    private const int LongestPhrase = 6;

    // Endings and bent forms are no words; simplified signs stand in pairs; numbers beside holders are the rules' alone.
    private static readonly string[] Skipped =
    [
        "bend",
        "slavic_surname",
        "plain_ending",
        "german_ending",
        "german_name_ending",
        "latin_ending",
        "arabic_ending",
        "arabic_prefix",
        "simplified",
        "holder",
    ];

    private static readonly string[] Lists =
    [
        ScreeningLists.GivenNameList,
        ScreeningLists.NotNameList,
        ScreeningLists.BrandList,
        ScreeningLists.TriggerList,
        ScreeningLists.NamePartList,
        ScreeningLists.PersonNameList,
        ScreeningLists.MoreNameList,
        ScreeningLists.CommonWordList,
        ScreeningLists.PlaceNameList,
        ScreeningLists.NameContextList,
        ScreeningLists.HanWordList,
        ScreeningLists.IntroducerList,
        ScreeningLists.AddressList,
        ScreeningLists.CompanyList,
        ScreeningLists.HanList,
        ScreeningLists.PersonalFactList,
        ScreeningLists.ExplanationList,
        ScreeningLists.HeaderWordList,
    ];

    // What an office adds to these is to be left alone.
    private static readonly string[] Harmless =
    [
        ScreeningLists.NotNameList,
        ScreeningLists.BrandList,
        ScreeningLists.CommonWordList,
        ScreeningLists.PlaceNameList,
        ScreeningLists.ExplanationList,
    ];

    private static readonly uint Given = UseOf(ScreeningLists.PersonNameList, "given");
    private static readonly uint Frequent = UseOf(ScreeningLists.GivenNameList, "");
    private static readonly HashSet<uint> Triggers =
    [
        .. Enum.GetNames<Trigger>().Select(static t => UseOf(ScreeningLists.TriggerList, ScreeningListFiles.Snake(t))),
    ];
    private static readonly uint Added = UseOf("office", "");
    private static readonly HashSet<uint> Joints =
    [
        UseOf(ScreeningLists.NameContextList, "particle"),
        UseOf(ScreeningLists.NameContextList, "thing_joint"),
    ];

    // What is named after somebody or shows somebody.
    private static readonly HashSet<uint> Bearers =
    [
        .. ((string[])["site", "depicts", "art", "operation"]).Select(static u => UseOf(ScreeningLists.NameContextList, u)),
    ];

    private static readonly uint Common = UseOf(ScreeningLists.CommonWordList, "");
    private static readonly uint[] Bent = [UseOf("bent", "")];
    private static readonly uint Spot = UseOf(ScreeningLists.NameContextList, "spot");
    private static readonly HashSet<uint> Ages =
    [
        .. ((string[])["age_before", "age_behind", "age_of_person", "years"]).Select(static u => UseOf(ScreeningLists.PersonalFactList, u)),
    ];
    private static readonly uint Author = UseOf(ScreeningLists.NameContextList, "author");
    private static readonly uint Art = UseOf(ScreeningLists.NameContextList, "art");

    // What has a brand, and may have an owner too.
    private static readonly HashSet<uint> Goods =
    [
        UseOf(ScreeningLists.NameContextList, "goods"),
        UseOf(ScreeningLists.NameContextList, "head"),
    ];

    // The place of a phrase's set of uses in _sets, 0 for none, above a bit for what begins a longer phrase.
    private const uint Begins = 1;
    private readonly WordMarks _phrases = new(300_000);
    private readonly List<uint[]> _sets =
    [
        [],
    ];
    private readonly Dictionary<(int Set, uint Use), int> _grown = [];

    private readonly ArabicStems _stems;

    public TaggerWords(ScreeningLists lists)
    {
        _stems = new ArabicStems(lists);
        var tokens = new List<TaggerToken>();
        foreach (string list in Lists)
        {
            foreach (ScreeningWord row in lists.Rows(list))
            {
                if (Skipped.Contains(row.Use))
                    continue;
                uint use = UseOf(list, row.Use);
                uint kind = row.Kind is { } k ? TaggerHash.Of(TaggerHash.Start, k.ToString()) : 0;
                uint language = list == ScreeningLists.CommonWordList ? TaggerHash.Of(use, row.Language) : 0;
                bool isHanWord = list == ScreeningLists.HanWordList && row.Use == "word";
                foreach (string word in row.Text.Split('|'))
                {
                    TaggerToken.Cut(word, tokens);
                    if (tokens.Count is 0 or > LongestPhrase || (isHanWord && tokens.Count < 2))
                        continue;
                    Add(tokens, use);
                    if (kind != 0)
                        Add(tokens, kind);
                    if (language != 0)
                        Add(tokens, language);
                    if (row.IsAdded && !Harmless.Contains(list))
                        Add(tokens, Added);
                }
            }
        }
    }

    /// <summary>Tells each token the uses of the longest phrase that begins there, and of those that it is a part of; an Arabic word that no list has,
    /// whether its stem is in one.</summary>
    public void Mark(string text, Span<TaggerToken> tokens)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            ulong key = TaggerHash.Join(0, tokens[i].Word);
            (int length, int set) = (0, 0);
            for (int n = 1; ; n++)
            {
                uint mark = _phrases.Find(key);
                if ((n > 1 || tokens[i].Script != TaggerScript.Sign) && mark > Begins)
                    (length, set) = (n, SetOf(mark));
                if (i + n >= tokens.Length || (mark & Begins) == 0)
                    break;
                key = TaggerHash.Join(key, tokens[i + n].Word);
            }

            for (int j = i; j < i + length; j++)
                tokens[j].Uses = tokens[j].Uses.Length == 0 ? _sets[set] : [.. tokens[j].Uses.Union(_sets[set])];
        }

        foreach (ref TaggerToken token in tokens)
        {
            if (token.Script == TaggerScript.Arabic && token.Uses.Length == 0)
                token.Uses = OfStem(text.AsSpan(token.Start, token.End - token.Start));
        }
    }

    // بالمطار, تسلمها: a common word without its prefix and ending; ولفاطمة: any word behind a letter for "and" or "to".
    private uint[] OfStem(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[NameLexicon.LongestWord];
        uint[] uses = [];
        if (word.Length > buffer.Length)
            return uses;
        ReadOnlySpan<char> folded = Letters.Fold(word, buffer);
        Span<Range> stems = stackalloc Range[ArabicStems.Most];
        foreach (Range stem in stems[.._stems.Cut(folded, stems)])
        {
            int set = SetOf(_phrases.Find(TaggerHash.Join(0, TaggerHash.Of(TaggerHash.Start, folded[stem]))));
            if (set == 0)
                continue;
            if (Array.IndexOf(_sets[set], Common) >= 0)
                return Bent;
            if (stem.Equals(1..folded.Length))
                uses = _sets[set];
        }

        return uses;
    }

    /// <summary>Whether a token is a given name of the lists.</summary>
    public static bool IsGiven(TaggerToken token) => Has(token, Given) || Has(token, Frequent);

    /// <summary>Whether a token is a title, a role or another word behind which a name stands.</summary>
    public static bool Announces(TaggerToken token) => Array.Exists(token.Uses, Triggers.Contains);

    /// <summary>Whether a token is a word for what bears names of persons: streets, works of art, operations.</summary>
    public static bool BearsNames(TaggerToken token) => Array.Exists(token.Uses, Bearers.Contains);

    /// <summary>Whether a token stands around the number of an age: aged, years.</summary>
    public static bool TellsAge(TaggerToken token) => Array.Exists(token.Uses, Ages.Contains);

    /// <summary>Whether a token is a place where people are stopped and that bears nobody's name: border, terminal.</summary>
    public static bool IsSpot(TaggerToken token) => Has(token, Spot);

    /// <summary>Whether a token is a word behind which the maker of a work of art stands: signed, after, style of.</summary>
    public static bool TellsMaker(TaggerToken token) => Has(token, Author);

    /// <summary>Whether a token is a word for a work of art.</summary>
    public static bool IsArt(TaggerToken token) => Has(token, Art);

    /// <summary>Whether a token is a word for goods, offices or firms, whose brand or owner a name beside them may be.</summary>
    public static bool IsGoods(TaggerToken token) => Array.Exists(token.Uses, Goods.Contains);

    /// <summary>Whether a token is a small word that may stand between a thing and the name it bears: of, de, imienia.</summary>
    public static bool JoinsThing(TaggerToken token) => Array.Exists(token.Uses, Joints.Contains);

    /// <summary>Whether a token is a word that an office has added.</summary>
    public static bool IsAdded(TaggerToken token) => Has(token, Added);

    private static bool Has(TaggerToken token, uint use) => Array.IndexOf(token.Uses, use) >= 0;

    private static uint UseOf(string list, string use) => TaggerHash.Of(TaggerHash.Of(TaggerHash.Start, list), use);

    private void Add(List<TaggerToken> tokens, uint use)
    {
        ulong key = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (i > 0)
                _phrases.Of(key) |= Begins;
            key = TaggerHash.Join(key, tokens[i].Word);
        }

        ref uint mark = ref _phrases.Of(key);
        mark = ((uint)Grown(SetOf(mark), use) << 1) | (mark & Begins);
    }

    private static int SetOf(uint mark) => (int)(mark >> 1);

    private int Grown(int set, uint use)
    {
        if (Array.IndexOf(_sets[set], use) >= 0)
            return set;
        if (!_grown.TryGetValue((set, use), out int grown))
        {
            grown = _sets.Count;
            _sets.Add([.. _sets[set], use]);
            _grown[(set, use)] = grown;
        }

        return grown;
    }
}
