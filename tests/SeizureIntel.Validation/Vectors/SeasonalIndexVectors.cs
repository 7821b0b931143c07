using System.Linq;
using SeizureIntel.Analytics.Trends;

namespace SeizureIntel.Validation.Vectors;

/// <summary>seasonal_index: the yearly course that shifts and rare exceedances take as exposure.</summary>
internal static class SeasonalIndexVectors
{
    public static void Check(VectorFiles files)
    {
        var expected = files.Table("seasonal_index/expected.csv");
        var answer = new TableAnswer(expected, "case", "index", "freq", "y");
        foreach (var (_, rows) in expected.Groups("case"))
        {
            var index = SeasonalIndex.Of([.. rows.Select(r => expected.Number(r, "y"))], expected.Integer(rows[0], "freq"));
            for (var i = 0; i < rows.Count && index is not null; i++)
            {
                answer.Set(rows[i], "factor", index[i]);
            }
        }

        files.Compare(answer, new ComparedColumn("factor", Tolerance.Iter));
    }
}
