using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using SeizureIntel.Text;

namespace SeizureIntel.Etl.Screening;

/// <summary>Which column names announce persons, documents, contacts or conveyances, in the ten languages.</summary>
internal sealed class HeaderWords
{
    private const string Certain = "certain";
    private const string Likely = "likely";
    private const string Thing = "thing";

    // Words that name such a thing wherever they stand in a header, whatever the column is mapped to.
    private readonly FrozenDictionary<string, NominalKind> _certain;

    // Words that do so only where the source's description says nothing about the column.
    private readonly FrozenDictionary<string, NominalKind> _likely;

    // Chinese words stand within a header without spaces around them.
    private readonly (string Sign, NominalKind Kind, bool IsCertain)[] _han;

    // Phrases of two words, each word folded.
    private readonly FrozenDictionary<string, NominalKind> _pairs;

    private readonly FrozenSet<string> _nameWords;

    // A header with one of these speaks of a thing, a count or a place, not of somebody.
    private readonly FrozenSet<string> _thingWords;
    private readonly string[] _hanThings;

    // What speaks of a ship in a text does so in a header.
    private readonly FrozenSet<string> _shipWords;

    private readonly FrozenSet<string> _particles;
    private readonly FrozenSet<string> _french;
    private readonly FrozenSet<string> _spanish;

    public HeaderWords(ScreeningLists lists)
    {
        IReadOnlyList<ScreeningWord> rows = lists.Rows(ScreeningLists.HeaderWordList);
        _certain = Kinds(rows.Where(static w => w.Use == Certain && !IsPair(w) && !IsHan(w)));
        _likely = Kinds(rows.Where(static w => w.Use == Likely && !IsHan(w)));
        _pairs = Kinds(rows.Where(static w => w.Use == Certain && IsPair(w)));
        _han =
        [
            .. rows.Where(static w => w.Kind is not null && IsHan(w))
                .Select(static w => (FoldedText.Fold(w.Text), w.Kind!.Value, w.Use == Certain)),
        ];
        _nameWords = Set(lists, "name");
        _thingWords = Set(lists, Thing);
        _hanThings = [.. rows.Where(static w => w.Use == Thing && IsHan(w)).Select(static w => w.Text)];
        _shipWords = lists
            .Words(ScreeningLists.IntroducerList, "imo")
            .Concat(lists.Words(ScreeningLists.TriggerList, "vessel_word"))
            .Select(FoldedText.Fold)
            .ToFrozenSet(StringComparer.Ordinal);
        _particles = Set(lists, "particle");
        _french = Set(lists, "french");
        _spanish = Set(lists, "spanish");
    }

    /// <summary>The kind that a header names, or null.</summary>
    /// <param name="header">The column's name.</param>
    /// <param name="role">What the source's description says of the column.</param>
    /// <param name="isFrench">Whether the headers beside it are French, where "nombre" is a count.</param>
    public NominalKind? KindOf(string header, ColumnRole role, bool isFrench)
    {
        IReadOnlyList<string> tokens = FoldedText.Tokens(SplitCamel(header));
        if (tokens.Count == 0)
            return null;
        bool isFree = role is ColumnRole.Unmapped or ColumnRole.Ignored;
        string folded = FoldedText.Fold(header);
        foreach ((string sign, NominalKind kind, bool isCertain) in _han)
        {
            if (
                (isCertain || isFree)
                && folded.Contains(sign, StringComparison.Ordinal)
                && !Array.Exists(_hanThings, t => folded.Contains(t, StringComparison.Ordinal))
            )
                return kind;
        }

        if (SpeaksOfThings(tokens, isFrench))
            return null;
        for (int i = 0; i + 1 < tokens.Count; i++)
        {
            int next = i + 1;
            while (next + 1 < tokens.Count && tokens[next] is "de" or "of" or "d" or "di")
                next++;
            if (_pairs.TryGetValue(tokens[i] + " " + tokens[next], out NominalKind pair))
                return pair;
        }

        foreach (string token in tokens)
        {
            if (Find(_certain, token) is { } certain)
                return certain;
        }

        if (!isFree && role != ColumnRole.FreeText)
            return null;
        foreach (string token in tokens)
        {
            if (isFree && Find(_likely, token) is { } likely)
                return likely;
        }

        return tokens.Any(IsName) && tokens.All(t => IsName(t) || _particles.Contains(t)) ? NominalKind.PersonName : null;
    }

    /// <summary>Whether a header speaks of ships, so that seven digits alone are an IMO number there.</summary>
    public bool IsOfShips(string header) => FoldedText.Tokens(SplitCamel(header)).Any(_shipWords.Contains);

    /// <summary>Whether a file's headers are French rather than Spanish.</summary>
    public bool AreFrench(IReadOnlyList<string> headers)
    {
        int french = 0;
        foreach (string token in headers.SelectMany(FoldedText.Tokens))
        {
            if (_french.Contains(token))
                french++;
            if (_spanish.Contains(token))
                french--;
        }

        return french > 0;
    }

    private bool SpeaksOfThings(IReadOnlyList<string> tokens, bool isFrench)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            if (_thingWords.Contains(tokens[i]))
                return true;
            bool isOf = i + 1 < tokens.Count && tokens[i + 1] is "of" or "de" or "d";
            if (tokens[i] is "number" or "no" or "num" && i + 1 < tokens.Count && tokens[i + 1] == "of")
                return true;
            if (isFrench && tokens[i] == "nombre" && (isOf || tokens.Count == 1))
                return true;
        }

        return false;
    }

    private bool IsName(string token) => _nameWords.Contains(token) || _nameWords.Contains(WithoutArticle(token));

    private static NominalKind? Find(FrozenDictionary<string, NominalKind> words, string token) =>
        words.TryGetValue(token, out NominalKind kind) || words.TryGetValue(WithoutArticle(token), out kind) ? kind : null;

    private static string WithoutArticle(string token) => token.StartsWith("ال", StringComparison.Ordinal) ? token[2..] : token;

    // "driverName" is two words.
    private static string SplitCamel(string header)
    {
        var split = new StringBuilder(header.Length + 4);
        for (int i = 0; i < header.Length; i++)
        {
            if (i > 0 && char.IsUpper(header[i]) && char.IsLower(header[i - 1]))
                split.Append(' ');
            split.Append(header[i]);
        }

        return split.ToString();
    }

    private static bool IsPair(ScreeningWord word) => word.Text.Contains(' ', StringComparison.Ordinal);

    private static bool IsHan(ScreeningWord word) => TextSigns.IsHan(word.Text[0]);

    private static FrozenDictionary<string, NominalKind> Kinds(IEnumerable<ScreeningWord> words)
    {
        var kinds = new Dictionary<string, NominalKind>(StringComparer.Ordinal);
        foreach (ScreeningWord word in words)
            kinds.TryAdd(FoldedText.Fold(word.Text), word.Kind!.Value);
        return kinds.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<string> Set(ScreeningLists lists, string use) =>
        lists.Words(ScreeningLists.HeaderWordList, use).Select(FoldedText.Fold).ToFrozenSet(StringComparer.Ordinal);
}
