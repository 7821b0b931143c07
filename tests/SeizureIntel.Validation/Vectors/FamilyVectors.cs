using System.Linq;
using SeizureIntel.Analytics.Statistics.Multiplicity;

namespace SeizureIntel.Validation.Vectors;

/// <summary>families: q over more hypotheses than were computed.</summary>
internal static class FamilyVectors
{
    public static void Check(VectorFiles files)
    {
        var expected = files.Table("families/expected.csv");
        var answer = new TableAnswer(expected, "case", "index", "of", "p");
        foreach (var (_, rows) in expected.Groups("case"))
        {
            var q = FalseDiscovery.BenjaminiHochberg(rows.Select(r => expected.Number(r, "p")).ToArray(), expected.Integer(rows[0], "of"));
            for (var i = 0; i < rows.Count; i++)
            {
                answer.Set(rows[i], "q", q[i]);
            }
        }

        files.Compare(answer, new ComparedColumn("q", Tolerance.Tight));
    }
}
