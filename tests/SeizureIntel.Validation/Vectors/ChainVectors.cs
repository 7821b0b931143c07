using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Sequences;

namespace SeizureIntel.Validation.Vectors;

/// <summary>chains: parts of routes against a chain of independent legs.</summary>
internal static class ChainVectors
{
    public static void Check(VectorFiles files)
    {
        var taken = files.Table("chains/routes.csv");
        var expected = files.Table("chains/expected.csv");
        var answer = new TableAnswer(expected, "case", "pattern", "contiguous", "dispersion", "seen");
        var byCase = taken.Groups("case").ToDictionary(g => g.Key, g => g.Value);
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var rows = byCase[expected.Text(row, "case")];
            IReadOnlyList<string>[] routes = [.. rows.Select(r => taken.Text(r, "route").Split('>'))];
            int[] counts = [.. rows.Select(r => taken.Integer(r, "count"))];
            var pattern = new SequencePattern(expected.Text(row, "pattern").Split('>'), expected.Integer(row, "seen"));
            var isContiguous = expected.Integer(row, "contiguous") == 1;
            var found = MarkovNull.Surprise(routes, [pattern], isContiguous, expected.Number(row, "dispersion"), hypotheses: 0, counts);
            if (found.Count == 1)
            {
                answer.Set(row, "expected", found[0].Expected);
                answer.Set(row, "p", found[0].PValue);
            }
        }

        files.Compare(answer, new("expected", Tolerance.Tight), new("p", Tolerance.Plain(1e-9)));
    }
}
