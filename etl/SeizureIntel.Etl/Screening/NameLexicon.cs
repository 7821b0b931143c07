using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace SeizureIntel.Etl.Screening;

/// <summary>The words by which a name without title or role is told from other words; read from the lists when the first narrative is screened.</summary>
internal sealed class NameLexicon
{
    /// <summary>The bits of <see cref="Entry.Languages"/>, lowest first.</summary>
    public static readonly string[] Languages = ["en", "es", "pt", "fr", "de", "pl", "ru", "tr", "ar"];

    /// <summary>The bits of languages that write differently: German gives each noun a capital, Turkish and Arabic count in the singular.</summary>
    public const int German = 1 << 4,
        Turkish = 1 << 7,
        Arabic = 1 << 8;

    /// <summary>Longer words are no names.</summary>
    public const int LongestWord = 48;

    private static readonly FrozenDictionary<string, NameSign> SignOfUse = new Dictionary<string, NameSign>(StringComparer.Ordinal)
    {
        ["goods"] = NameSign.Goods,
        ["saint"] = NameSign.Saint,
        ["site"] = NameSign.Site,
        ["spot"] = NameSign.Spot,
        ["depicts"] = NameSign.Depicts,
        ["author"] = NameSign.Author,
        ["art"] = NameSign.Art,
        ["operation"] = NameSign.Operation,
        ["ruler"] = NameSign.Ruler,
        ["head"] = NameSign.Head,
        ["locative"] = NameSign.Locative,
        ["particle"] = NameSign.Particle,
        ["syllable"] = NameSign.Syllable,
        ["never"] = NameSign.Never,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly WordMarks _marks = new(300_000);
    private readonly LetterCounts _names = new();
    private readonly LetterCounts _words = new();
    private readonly LetterCounts[] _namesOf = [.. Languages.Select(static _ => new LetterCounts())];
    private readonly LetterCounts[] _wordsOf = [.. Languages.Select(static _ => new LetterCounts())];
    private readonly LetterOdds?[] _odds = new LetterOdds?[Languages.Length];

    public NameLexicon(ScreeningLists lists)
    {
        foreach ((string word, string language, string use) in Words(lists, ScreeningLists.PersonNameList))
            AddName(word, use == "given" ? NameSign.Given : NameSign.Surname, language);
        foreach ((string word, string language, _) in Words(lists, ScreeningLists.GivenNameList))
            AddName(word, NameSign.Given, language);
        foreach ((string word, string language, _) in Words(lists, ScreeningLists.MoreNameList))
            AddName(word, NameSign.Name, language);
        foreach ((string word, string language, _) in Words(lists, ScreeningLists.CommonWordList))
        {
            int of = Array.IndexOf(Languages, language);
            if (of >= 0)
                Add(word, NameSign.None, 1 << of, _wordsOf[of]);
        }

        foreach ((string phrase, _, _) in Words(lists, ScreeningLists.PlaceNameList))
            AddPhrase(phrase, NameSign.Place);
        foreach ((string phrase, _, _) in Words(lists, ScreeningLists.BrandList))
            AddPhrase(phrase, NameSign.None, isWord: false);
        foreach ((string word, _, string use) in Words(lists, ScreeningLists.NotNameList))
        {
            if (use != "speech")
                Add(word, use == "land" ? NameSign.Land : NameSign.Never, 0);
        }

        foreach ((string word, _, string use) in Words(lists, ScreeningLists.NameContextList))
            AddContext(word, use);
        foreach (string use in (string[])["role", "german_role", "slavic_role", "named", "named_after_pair"])
        {
            foreach (string word in lists.Words(ScreeningLists.TriggerList, use))
                Add(word, NameSign.Cue, 0);
        }
    }

    /// <summary>The number of words in the longest place's or brand's name.</summary>
    public int LongestPhrase { get; private set; } = 1;

    /// <summary>The words of a list; a cell may hold several, with bars between.</summary>
    public static IEnumerable<(string Word, string Language, string Use)> Words(ScreeningLists lists, string list)
    {
        foreach (ScreeningWord row in lists.Rows(list))
        {
            if (!row.Text.Contains('|', StringComparison.Ordinal))
            {
                yield return (row.Text, row.Language, row.Use);
                continue;
            }

            foreach (string word in row.Text.Split('|'))
                yield return (word, row.Language, row.Use);
        }
    }

    /// <summary>What the lists say of a folded word; nothing for an unknown one.</summary>
    public Entry Find(ReadOnlySpan<char> folded) => Entry.Of(_marks.Find(TaggerHash.Word(folded)));

    /// <summary>Whether folded words are a place's or brand's name.</summary>
    public bool IsPhrase(ReadOnlySpan<char> folded) => (Find(folded).Sign & NameSign.Phrase) != 0;

    /// <summary>Whether folded words are the name of an airport or a bridge that is called after somebody.</summary>
    public bool IsMemorial(ReadOnlySpan<char> folded) => (Find(folded).Sign & NameSign.Memorial) != 0;

    /// <summary>The letters' odds against the common words of a text's first language; counted when first asked for.</summary>
    public LetterOdds Odds(int languages)
    {
        int of = BitOperations.TrailingZeroCount(languages);
        return _odds[of] ??= new LetterOdds(_names, _namesOf[of], _words, _wordsOf[of]);
    }

    /// <summary>A word in the form in which it is looked up.</summary>
    public static string Fold(string word)
    {
        Span<char> buffer = stackalloc char[LongestWord * 2];
        return word.Length > buffer.Length ? word : Letters.Fold(word, buffer).ToString();
    }

    private void AddContext(string word, string use)
    {
        if (use == "phrase")
            AddPhrase(word, NameSign.None);
        else if (use == "memorial")
            AddMemorial(word);
        else if (SignOfUse.TryGetValue(use, out NameSign sign))
            Add(word, sign, 0);
    }

    private void AddName(string word, NameSign sign, string language)
    {
        int of = Array.IndexOf(Languages, language);
        if (of >= 0)
            Add(word, sign, 0, _names, _namesOf[of]);
        else
            Add(word, sign, 0, _names);
    }

    // A place that is called after somebody, of several words.
    private void AddMemorial(string name)
    {
        string[] words = name.Split(' ');
        LongestPhrase = Math.Max(LongestPhrase, words.Length);
        Add(name, NameSign.Memorial, 0);
        Add(words[0], words.Length == 1 ? NameSign.Place : NameSign.Opens, 0);
    }

    // What reads like a person's name must not teach the letters of other words.
    private void AddPhrase(string phrase, NameSign ofOneWord, bool isWord = true)
    {
        string[] words = phrase.Split(' ');
        if (words.Length > 1)
        {
            LongestPhrase = Math.Max(LongestPhrase, words.Length);
            Add(phrase, NameSign.Phrase, 0);
            Add(words[0], NameSign.Opens, 0);
        }

        ReadOnlySpan<LetterCounts> counts = isWord ? [_words] : [];
        NameSign sign = words.Length == 1 ? ofOneWord : NameSign.None;
        foreach (string word in words)
            Add(word, sign, 0, counts);
    }

    // There are half a million rows.
    private void Add(ReadOnlySpan<char> word, NameSign sign, int languages, params ReadOnlySpan<LetterCounts> counts)
    {
        Span<char> buffer = stackalloc char[LongestWord * 2];
        ReadOnlySpan<char> folded = word.Length > buffer.Length ? word : Letters.Fold(word, buffer);
        if (sign != NameSign.None || languages != 0)
            _marks.Of(TaggerHash.Word(folded)) |= new Entry(sign, languages).Bits;
        foreach (LetterCounts count in counts)
            count.Add(folded);
    }

    /// <summary>A word's signs, and the languages in which it is a common word, one bit each.</summary>
    internal readonly record struct Entry(NameSign Sign, int Languages)
    {
        private const int LanguageBits = 9;

        /// <summary>Both in one number.</summary>
        public uint Bits => ((uint)Sign << LanguageBits) | (uint)Languages;

        /// <summary>Of such a number.</summary>
        public static Entry Of(uint bits) => new((NameSign)(bits >> LanguageBits), (int)(bits & ((1 << LanguageBits) - 1)));

        /// <summary>Whether it is a common word of a text in these languages.</summary>
        public bool IsCommon(int languages) => (Languages & languages) != 0;
    }
}
