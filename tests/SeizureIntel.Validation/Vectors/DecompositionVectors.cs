using System.Linq;
using SeizureIntel.Analytics.Statistics.Trends;

namespace SeizureIntel.Validation.Vectors;

/// <summary>decomposition: who reports, number, size and mix of cases.</summary>
internal static class DecompositionVectors
{
    public static void Check(VectorFiles files)
    {
        var cells = files.Table("decomposition/cells.csv");
        var expected = files.Table("decomposition/expected.csv");
        var answer = new TableAnswer(expected, "case", "reporter");
        var byCase = cells
            .Groups("case")
            .ToDictionary(
                g => g.Key,
                g =>
                    ChangeDecomposition.Of([
                        .. g.Value.Select(r => new QuantityCell(
                            cells.Text(r, "reporter"),
                            cells.Text(r, "product"),
                            cells.Number(r, "cases_before"),
                            cells.Number(r, "quantity_before"),
                            cells.Number(r, "cases_after"),
                            cells.Number(r, "quantity_after")
                        )),
                    ])
            );
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var parts = byCase[expected.Text(row, "case")][expected.Text(row, "reporter")];
            answer.Set(row, "panel", parts.Panel);
            answer.Set(row, "cases", parts.Cases);
            answer.Set(row, "size", parts.Size);
            answer.Set(row, "mix", parts.Mix);
        }

        files.Compare(
            answer,
            new("panel", Tolerance.Plain(1e-9)),
            new("cases", Tolerance.Plain(1e-9)),
            new("size", Tolerance.Plain(1e-9)),
            new("mix", Tolerance.Plain(1e-9))
        );
    }
}
