using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Etl.Sources;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>One column of a source as a person edits it: whatever the description spreads over its parts, in one place.</summary>
internal sealed record MappedColumn(
    string Name,
    string? Field,
    string? Also,
    string? Ignored,
    IReadOnlyList<string> Formats,
    IReadOnlyDictionary<string, string> Values
)
{
    /// <summary>The columns of a description in its order.</summary>
    public static List<MappedColumn> Of(SourceDescription source)
    {
        var columns = new List<MappedColumn>();
        foreach (IGrouping<string, SourceColumn> same in source.Columns.GroupBy(c => c.Names[0], StringComparer.Ordinal))
        {
            SourceColumn first = same.First();
            string? whole = source.Combined.FirstOrDefault(c => c.Columns.Contains(same.Key))?.Field;
            columns.Add(
                new MappedColumn(
                    same.Key,
                    first.Field ?? whole,
                    same.Skip(1).FirstOrDefault()?.Field,
                    first.Ignored,
                    first.Formats,
                    first.Values.Where(v => v.Value.Field is null).ToDictionary(v => v.Key, v => v.Value.Code, StringComparer.Ordinal)
                )
            );
        }

        return columns;
    }
}
