using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Sequences;
using SeizureIntel.Validation.Methods.Associations;

namespace SeizureIntel.Validation.Vectors;

/// <summary>sequences: frequent partial routes, gapped and contiguous.</summary>
internal static class SequenceVectors
{
    public static void Check(VectorFiles files)
    {
        const string ending = "_params.json";
        foreach (var parameterFile in files.Matching("sequences", "*" + ending))
        {
            files.Attempt(parameterFile, () => CheckRoutes(files, parameterFile, parameterFile[..^ending.Length]));
        }
    }

    private static void CheckRoutes(VectorFiles files, string parameterFile, string name)
    {
        var settings = files.Json(parameterFile);
        var longest = JsonNumbers.Integer(settings, "maxlen");
        string[][] routes =
        [
            .. files.Lines(name + ".txt").Select(l => l.Split('>', StringSplitOptions.RemoveEmptyEntries)).Where(r => r.Length > 0),
        ];
        var total = JsonNumbers.Integer(settings, "n");
        var fewest = FrequentItemsets.FewestFor(JsonNumbers.Number(settings, "min_support"), total);
        var reference = files.Table(name + "_cspade.csv");
        var rows = new[] { (Gap: "1", IsContiguous: true), (Gap: "NA", IsContiguous: false) }.SelectMany(mode =>
            RoutePatterns
                .Mine(routes, fewest, longest, mode.IsContiguous)
                .Select(p =>
                    reference
                        .Columns.Select(column =>
                            column switch
                            {
                                "maxgap" => mode.Gap,
                                "sequence" => string.Join('>', p.Steps),
                                "count" => CsvTable.Format(p.Count),
                                "support" => CsvTable.Format(p.Count / (double)total),
                                _ => "NA",
                            }
                        )
                        .ToArray()
                )
        );
        var places = reference
            .Groups("maxgap", "sequence")
            .Select((g, i) => (g.Key, i))
            .ToDictionary(p => p.Key, p => p.i, StringComparer.Ordinal);
        var (gap, sequence) = (reference.Position("maxgap"), reference.Position("sequence"));
        var ours = new CsvTable(
            reference.Name,
            reference.Columns,
            [.. rows.OrderBy(r => places.GetValueOrDefault(r[gap] + "\u001f" + r[sequence], int.MaxValue))]
        );
        files.CompareSets(ours, reference, ["maxgap", "sequence"], new("count", Tolerance.Exact), new("support", Tolerance.Plain(1e-9)));
    }
}
