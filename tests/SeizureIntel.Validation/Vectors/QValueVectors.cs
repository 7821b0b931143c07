using System.Linq;
using SeizureIntel.Validation.Methods.Multiplicity;

namespace SeizureIntel.Validation.Vectors;

/// <summary>qvalue: Storey's q-values of sets of p-values of many kinds.</summary>
internal static class QValueVectors
{
    // R's spline is solved by another factorisation: the last digits differ.
    private static readonly Tolerance Spline = Tolerance.Plain(1e-9);

    public static void Check(VectorFiles files)
    {
        var shares = files.Table("qvalue/shares.csv");
        var values = files.Table("qvalue/expected.csv");
        var share = new TableAnswer(shares, "case", "n");
        var value = new TableAnswer(values, "case", "index", "p");
        var sets = values.Groups("case").ToDictionary(g => g.Key, g => g.Value);
        for (var row = 0; row < shares.Rows.Count; row++)
        {
            var rows = sets[shares.Text(row, "case")];
            var found = StoreyQValues.Of(rows.Select(r => values.Number(r, "p")).ToArray());
            share.Set(row, "stops", !found.IsTestable);
            if (!found.IsTestable)
            {
                continue;
            }

            share.Set(row, "pi0", found.Value.NullShare);
            for (var i = 0; i < rows.Count; i++)
            {
                value.Set(rows[i], "q", found.Value.QValues[i]);
            }
        }

        files.Compare(share, new("pi0", Spline), new("stops", Tolerance.Exact));
        files.Compare(value, new ComparedColumn("q", Spline));
    }
}
