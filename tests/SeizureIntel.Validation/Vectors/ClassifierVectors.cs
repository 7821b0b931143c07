using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Analytics.Statistics.Classification;
using SeizureIntel.Text;
using SeizureIntel.Validation.Methods.Classification;

namespace SeizureIntel.Validation.Vectors;

/// <summary>classify: complement naive Bayes, multinomial logistic regression and term weights.</summary>
internal static class ClassifierVectors
{
    public static void Check(VectorFiles files)
    {
        const string file = "classify/vectors.json";
        var reference = files.Json(file);
        var ours = reference.DeepClone().AsObject();
        var (rows, tests) = (Rows(reference, "X"), Rows(reference, "X_test"));
        int[] classes = [.. JsonNumbers.Numbers(reference, "y").Select(y => (int)y)];
        foreach (var member in ours["cnb"]!.AsArray())
        {
            var isNormalised = JsonNumbers.Member(member!, "norm").GetValue<bool>();
            var model = ComplementNaiveBayes.Learn(rows, classes, JsonNumbers.Number(member!, "alpha"), isNormalised).Value
                ?? throw new VectorFormatException($"{file}: fewer than two classes.");
            var joint = tests.Select(t => model.Scores(t)).ToArray();
            member!["feature_log_prob"] = Matrix(model.Weights);
            member["joint"] = Matrix(joint);
            member["pred"] = JsonNumbers.List(joint.Select(j => (double)j.ToList().IndexOf(j.Max())));
        }

        var logistic = ours["lr_multinomial"]!.AsObject();
        if (MultinomialLogistic.Fit(rows, classes, JsonNumbers.Number(logistic, "C")).Value is { } fit)
        {
            logistic["coef"] = Matrix(fit.Weights);
            logistic["intercept"] = JsonNumbers.List(fit.Intercepts);
            logistic["proba"] = Matrix(tests.Select(t => fit.Probabilities(t)));
        }

        var terms = ours["tfidf"]!.AsObject();
        var documents = JsonNumbers.Texts(terms, "docs").Select(FoldedText.Tokens).ToArray();
        var weights = TermWeights.Learn(documents);
        terms["vocab"] = new JsonArray([.. weights.Terms.Select(t => (JsonNode)JsonValue.Create(t))]);
        terms["idf"] = JsonNumbers.List(weights.Rarity);
        terms["matrix"] = Matrix(
            documents.Select(d =>
            {
                var row = new double[weights.Terms.Count];
                foreach (var (position, value) in weights.Features(d).Entries)
                {
                    row[position] = value;
                }

                return row;
            })
        );
        files.Compare(
            file,
            ours,
            reference,
            new Dictionary<string, Tolerance>(StringComparer.Ordinal)
            {
                ["cnb.feature_log_prob"] = Tolerance.Plain(1e-9),
                ["cnb.joint"] = Tolerance.Plain(1e-9),
                ["cnb.pred"] = Tolerance.Exact,
                ["lr_multinomial.coef"] = Tolerance.Plain(1e-4),
                ["lr_multinomial.intercept"] = Tolerance.Plain(1e-4),
                ["lr_multinomial.proba"] = Tolerance.Plain(1e-4),
                ["tfidf.vocab"] = Tolerance.Exact,
                ["tfidf.idf"] = Tolerance.Plain(1e-9),
                ["tfidf.matrix"] = Tolerance.Plain(1e-9),
            }
        );
    }

    private static double[][] Rows(JsonNode node, string name) =>
        [.. JsonNumbers.Member(node, name).AsArray().Select(r => r!.AsArray().Select(JsonNumbers.Number).ToArray())];

    private static JsonArray Matrix(IEnumerable<IReadOnlyList<double>> rows) => [.. rows.Select(r => (JsonNode)JsonNumbers.List(r))];
}
