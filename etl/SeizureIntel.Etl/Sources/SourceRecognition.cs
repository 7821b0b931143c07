using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Text;

namespace SeizureIntel.Etl.Sources;

/// <summary>Finds the source whose columns a header has.</summary>
public static class SourceRecognition
{
    /// <summary>All sources with their fit, best first: those that fit before those that do not, then by score, then by name.</summary>
    /// <param name="sources">The sources known.</param>
    /// <param name="columns">The header of a file.</param>
    /// <param name="isReporterKnown">Whether the reporting country comes with the file, so that no column need state it.</param>
    public static IReadOnlyList<SourceMatch> Rank(
        IEnumerable<SourceDescription> sources,
        IReadOnlyList<string> columns,
        bool isReporterKnown = false
    )
    {
        var header = columns.Select(Key).Where(k => k.Length > 0).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. sources
                .Select(s => Match(s, header, isReporterKnown))
                .OrderByDescending(m => m.Fits)
                .ThenByDescending(m => m.Score)
                .ThenBy(m => m.Source.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The key under which column names are compared: letter case, diacritics, punctuation and runs of blanks do not count.</summary>
    public static string Key(string column) => FoldedText.Key(column);

    private static SourceMatch Match(SourceDescription source, HashSet<string> header, bool isReporterKnown)
    {
        // A column may come under several names; one of them is enough.
        string[] missing = [.. source.Recognise.Where(r => IsMissing(source.Columns.First(c => c.Names.Contains(r))))];
        bool IsMissing(SourceColumn column) =>
            !(isReporterKnown && column.Field == "reporting_country") && !column.Names.Any(n => header.Contains(Key(n)));
        var known = source.Columns.SelectMany(c => c.Names).Select(Key).ToHashSet(StringComparer.Ordinal);
        double required = 1 - (double)missing.Length / source.Recognise.Count;
        double described = header.Count == 0 ? 0 : (double)header.Count(known.Contains) / header.Count;
        return new SourceMatch(source, (required + described) / 2, missing);
    }
}
