using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Sources;

/// <summary>Finds the columns of a file by what a source makes of them.</summary>
public static class SourceColumns
{
    /// <summary>Positions of the columns that feed a field, alone or with others; where none does, those that bear its name.</summary>
    /// <param name="source">The source; null where it is not known any more.</param>
    /// <param name="columns">The header of a file.</param>
    /// <param name="field">A template field, or the name of a column.</param>
    public static IReadOnlyList<int> Feeding(SourceDescription? source, IReadOnlyList<string> columns, string field)
    {
        ArgumentNullException.ThrowIfNull(columns);
        HashSet<string> names = source is null
            ? []
            :
            [
                .. source.Columns.Where(c => c.Field == field).SelectMany(c => c.Names).Select(SourceRecognition.Key),
                .. source.Combined.Where(c => c.Field == field).SelectMany(c => c.Columns).Select(SourceRecognition.Key),
            ];
        int[] fed = Positions(names);
        return fed.Length > 0 ? fed : Positions([SourceRecognition.Key(field)]);

        int[] Positions(HashSet<string> wanted) =>
            [.. Enumerable.Range(0, columns.Count).Where(i => wanted.Contains(SourceRecognition.Key(columns[i])))];
    }
}
