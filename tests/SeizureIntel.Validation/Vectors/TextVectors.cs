using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Reading.Words;
using SeizureIntel.Text;
using SeizureIntel.Validation.Methods.Text;

namespace SeizureIntel.Validation.Vectors;

/// <summary>text: normal forms, distances of strings, concealment phrases.</summary>
internal static class TextVectors
{
    public static void Check(VectorFiles files)
    {
        files.Attempt("text/normalise.json", () => CheckNormalForms(files));
        files.Attempt("text/string_distance.csv", () => CheckDistances(files));
        files.Attempt("text/concealment_gold.json", () => ConcealmentVectors.Check(files));
    }

    private static void CheckNormalForms(VectorFiles files)
    {
        const string file = "text/normalise.json";
        var reference = files.Json(file);
        var ours = reference.DeepClone().AsArray();
        foreach (var item in ours)
        {
            var members = item as JsonObject ?? throw new VectorFormatException($"{file}: expected a list of objects.");
            var input = JsonNumbers.Member(members, "input").GetValue<string>();
            members["normalised"] = FoldedText.Fold(input);
            members["tokens"] = new JsonArray([.. FoldedText.Tokens(input).Select(t => (JsonNode)JsonValue.Create(t))]);
        }

        files.Compare(
            file,
            ours,
            reference,
            new Dictionary<string, Tolerance>(StringComparer.Ordinal) { ["normalised"] = Tolerance.Exact, ["tokens"] = Tolerance.Exact }
        );
    }

    private static void CheckDistances(VectorFiles files)
    {
        var table = files.Table("text/string_distance.csv");
        var answer = new TableAnswer(table, "a", "b");
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var (a, b) = (table.Text(row, "a"), table.Text(row, "b"));
            answer.Set(row, "lv", EditDistances.Levenshtein(a, b));
            answer.Set(row, "osa", EditDistance.Alignment(a, b));
            answer.Set(row, "dl", EditDistances.Damerau(a, b));
            answer.Set(row, "lcs", EditDistances.InsertDelete(a, b));
            answer.Set(row, "jaro_sim", TextSimilarity.Jaro(a, b));
            answer.Set(row, "jw_sim_p01", TextSimilarity.JaroWinkler(a, b));
            answer.Set(row, "cosine2", 1 - (TextSimilarity.BigramCosine(a, b) ?? double.NaN));
            answer.Set(row, "jaccard2", 1 - (TextSimilarity.BigramJaccard(a, b) ?? double.NaN));
        }

        string[] counts = ["lv", "osa", "dl", "lcs"],
            shares = ["jaro_sim", "jw_sim_p01", "cosine2", "jaccard2"];
        files.Compare(
            answer,
            [
                .. counts.Select(c => new ComparedColumn(c, Tolerance.Exact)),
                .. shares.Select(c => new ComparedColumn(c, Tolerance.Plain(1e-12))),
            ]
        );
    }
}
