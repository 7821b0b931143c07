using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>Reads names that are put together: the paths of nested files (<c>accused.nos</c>), words for persons beside a word that counts
/// (<c>NbPrevenus</c>), and marks of a database that say what type a column has (<c>COD_</c>, <c>LIB_</c>).</summary>
/// <param name="phrases">The phrases by which columns are named, and those for the parts of names.</param>
internal sealed class ComposedNames(IReadOnlyList<HeaderPhrase> phrases)
{
    private const string Holder = "_container";
    private const string KindMark = "_container=";
    private const string Persons = "persons";
    private const string Vehicle = "vehicle";
    private const int FewestShared = 2;
    private const int LongestPart = 3;
    private const int LongestShort = 5;

    private readonly HashSet<string> _holders = [.. WordsFor(phrases, Holder)];
    private readonly HashSet<string> _counts = [.. WordsFor(phrases, "_part=count")];
    private readonly HashSet<string> _nations = [.. WordsFor(phrases, "_part=nationality")];
    private readonly HashSet<string> _marks = [.. WordsFor(phrases, "_part=mark")];
    private readonly HashSet<string> _offices = [.. WordsFor(phrases, "_part=office")];

    private readonly Dictionary<string, string> _kinds = phrases
        .Where(p => p.Field.StartsWith(KindMark, StringComparison.Ordinal))
        .Select(p => (Words: string.Join(' ', p.Words), Kind: p.Field[KindMark.Length..]))
        .DistinctBy(p => p.Words)
        .ToDictionary(p => p.Words, p => p.Kind, StringComparer.Ordinal);

    private readonly string[] _unspacedPersons =
    [
        .. phrases.Where(p => p.Field == KindMark + Persons && ColumnWords.IsUnspaced(p.Words[0])).Select(p => p.Words[0]),
    ];

    private readonly HashSet<string> _known = [.. phrases.Where(p => p.Field[0] != '_').SelectMany(p => p.Words)];

    /// <summary>Whether a file's names are the paths of nested cells: several begin with the same holder.</summary>
    public static bool AreNested(IEnumerable<string> names) =>
        names
            .Where(n => n.LastIndexOf('.') is > 1 and var at && at < n.Length - 1 && !n.Contains(' ', StringComparison.Ordinal))
            .GroupBy(n => n[..n.LastIndexOf('.')])
            .Count(g => g.Skip(1).Any()) >= FewestShared;

    /// <summary>Whether a word says nothing but what holds a cell.</summary>
    public bool IsHolder(string word) => _holders.Contains(word);

    /// <summary>The path without what says nothing: <c>szr.lat</c> is <c>lat</c>, <c>hide.how</c> is <c>concealment how</c>.</summary>
    /// <param name="path">The name.</param>
    /// <param name="field">The field that a name says by itself; null for none.</param>
    public string WithinPath(string path, Func<string, string?> field)
    {
        string[] steps = path.Split('.', StringSplitOptions.RemoveEmptyEntries);
        if (steps.Length < 2)
            return path;
        string leaf = steps[^1];
        string? own = field(leaf);
        string? kind = steps[..^1].Reverse().Select(KindOf).FirstOrDefault(k => k is not null);
        if (kind == Persons && Of(kind + " " + leaf) is { } persons)
            return persons;
        // What a leaf says alone, within that kind, in any language: the goods of a decision are what became of them.
        string[] within =
            kind is null ? []
            : own is null ? [$"{kind} {leaf}"]
            : [$"{kind} {leaf}", $"{kind} {own.Replace('_', ' ')}"];
        if (Array.Find(within, n => field(n) is not null) is { } known)
            return known;
        string whole = string.Join(' ', steps);
        if (field(whole) is not null)
            return whole;
        string[] telling = [.. steps[..^1].Where(s => !SaysNothing(s))];
        return own is not null && telling.All(s => ColumnWords.WordsOf(s, keepStars: false).All(IsHolder) || KindOf(s) is not null)
            ? leaf
            : string.Join('.', telling.Append(leaf));
    }

    /// <summary>The name that a word for persons with one that counts them, or with one for nations, stands for, and so a word for a vehicle or its
    /// plate with one for nations; null for none.</summary>
    public string? Of(string name)
    {
        string[] words = [.. ColumnWords.WordsOf(name, keepStars: false).SelectMany(Split)];
        string[] kinds = [.. words.Select(KindOf).Where(k => k is Persons or Vehicle).Select(k => k!).Distinct()];
        if (kinds is not [{ } kind])
            return null;
        string[] rest = [.. words.Where(w => KindOf(w) != kind)];
        if (kind == Vehicle)
            return rest.Length > 0 && rest.All(_nations.Contains) ? "flag country" : null;
        return rest.All(w => _counts.Contains(w) || w.All(char.IsDigit)) ? "number of persons"
            : rest.All(w => _nations.Contains(w) || _counts.Contains(w)) ? "nationality"
            : null;
    }

    /// <summary>The name without the words that say of which type a column is; null where it has none, or nothing else.</summary>
    public string? WithoutMarks(string name)
    {
        string[] words = ColumnWords.WordsOf(name, keepStars: false);
        string[] rest = [.. words.Where(w => !_marks.Contains(w))];
        return rest.Length > 0 && rest.Length < words.Length ? string.Join(' ', rest) : null;
    }

    /// <summary>Whether a value names an office by its first or last word: <c>Brigade de Kidira</c>, <c>Suva Customs</c>.</summary>
    public bool NamesOffice(string value)
    {
        string[] words = ColumnWords.WordsOf(value, keepStars: false);
        return words.Length > 1 && (_offices.Contains(words[0]) || _offices.Contains(words[^1]));
    }

    private static IEnumerable<string> WordsFor(IEnumerable<HeaderPhrase> phrases, string field) =>
        phrases.Where(p => p.Field == field).SelectMany(p => p.Words);

    // Words of Chinese or Thai stand without spaces: the one for persons is cut out.
    private IEnumerable<string> Split(string word)
    {
        if (!ColumnWords.IsUnspaced(word) || _unspacedPersons.Where(word.Contains).MaxBy(p => p.Length) is not { } persons)
            return [word];
        int at = word.IndexOf(persons, StringComparison.Ordinal);
        return ((string[])[word[..at], persons, word[(at + persons.Length)..]]).Where(p => p.Length > 0);
    }

    private string? KindOf(string step) => _kinds.GetValueOrDefault(string.Join(' ', ColumnWords.WordsOf(step, keepStars: false)));

    // A shortened word that no phrase has.
    private bool SaysNothing(string step) =>
        !_holders.Contains(step)
        && KindOf(step) is null
        && ColumnWords
            .WordsOf(step, keepStars: false)
            .All(w => w.Length <= LongestPart || (w.Length <= LongestShort && !_known.Contains(w)));
}
