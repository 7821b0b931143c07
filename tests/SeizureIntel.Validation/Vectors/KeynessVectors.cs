using System.Linq;
using SeizureIntel.Analytics.Statistics.Text;

namespace SeizureIntel.Validation.Vectors;

/// <summary>keyness: terms that set new texts apart.</summary>
internal static class KeynessVectors
{
    public static void Check(VectorFiles files)
    {
        var table = files.Table("keyness/expected.csv");
        var answer = new TableAnswer(table, "term", "new", "old");
        var rows = Enumerable.Range(0, table.Rows.Count).ToArray();
        int[] fresh = [.. rows.Select(r => table.Integer(r, "new"))],
            old = [.. rows.Select(r => table.Integer(r, "old"))];
        if (Keyness.Compare(fresh, old).Value is { } terms)
        {
            foreach (var row in rows)
            {
                answer.Set(row, "alpha", terms[row].Prior);
                answer.Set(row, "G2", terms[row].LikelihoodRatio);
                answer.Set(row, "p_G2", terms[row].PValue);
                answer.Set(row, "log_odds_delta", terms[row].LogOdds);
                answer.Set(row, "z", terms[row].Z);
            }
        }

        string[] columns = ["alpha", "G2", "p_G2", "log_odds_delta", "z"];
        files.Compare(answer, [.. columns.Select(c => new ComparedColumn(c, Tolerance.Tight))]);
    }
}
