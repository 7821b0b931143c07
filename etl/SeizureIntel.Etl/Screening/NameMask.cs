using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>Names of files and columns: they are printed and kept, so a personal one gives way as a whole.</summary>
internal static partial class NameMask
{
    /// <summary>The file's name without folders; where it tells somebody's name or number, only the kind and the ending are left.</summary>
    public static string OfFile(ScreeningLists lists, string path)
    {
        string name = Path.GetFileName(path);
        string ending = Ending().Match(name).Value;
        string stem = name[..^ending.Length];
        return KindIn(lists, stem, isColumn: false) is { } kind ? NarrativeMask.Label(kind) + ending : name;
    }

    /// <summary>The column names; one that tells somebody's name or number becomes its place: "column 7".</summary>
    public static IReadOnlyList<string> OfColumns(ScreeningLists lists, IReadOnlyList<string> columns) =>
        [.. columns.Select((c, i) => OfColumn(lists, c, i))];

    /// <summary>How a file was read; a sheet whose name tells somebody's name or number becomes the kind of what it told.</summary>
    public static IReadOnlyDictionary<string, string> OfReading(ScreeningLists lists, IReadOnlyDictionary<string, string> readAs) =>
        readAs.TryGetValue("sheet", out string? sheet) && KindIn(lists, sheet, isColumn: true) is { } kind
            ? new Dictionary<string, string>(readAs, StringComparer.Ordinal) { ["sheet"] = NarrativeMask.Label(kind) }
            : readAs;

    private static string OfColumn(ScreeningLists lists, string column, int position) =>
        KindIn(lists, Repetition().Replace(column, ""), isColumn: true) is null ? column : $"column {position + 1}";

    private static NominalKind? KindIn(ScreeningLists lists, string name, bool isColumn)
    {
        string text = name.Replace('_', ' ');
        List<MaskedSpan>? found = lists.Finder.Find(text, isFreeText: false) ?? lists.Finder.Find(name, isFreeText: false);
        foreach (MaskedSpan span in found ?? [])
        {
            if (isColumn || span.Kind != NominalKind.QuasiIdentifier)
                return span.Kind;
        }

        return HasFullName(lists, text) ? NominalKind.PersonName : null;
    }

    // A given name with a capitalised word behind it, anywhere; here a thing taken for a person costs nothing.
    private static bool HasFullName(ScreeningLists lists, string text)
    {
        var words = new List<Word>();
        Words.Cut(text.Replace('-', ' '), words);
        for (int i = 0; i + 1 < words.Count; i++)
        {
            if (!words[i].IsRaised || !words[i + 1].IsRaised)
                continue;
            if (lists.GivenNames.Contains(text.AsSpan(words[i].Start, words[i].Length)))
                return true;
        }

        return false;
    }

    [GeneratedRegex(@"(?:\.(?i:csv|tsv|txt|xlsx|json|ndjson|jsonl|xml|gz|zip))*$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    // Intake tells columns of one name apart by a number.
    [GeneratedRegex(@"_\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Repetition();
}
