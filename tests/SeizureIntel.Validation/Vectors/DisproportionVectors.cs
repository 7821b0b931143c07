using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Analytics.Statistics.Rates;
using SeizureIntel.Validation.Methods.Associations;

namespace SeizureIntel.Validation.Vectors;

/// <summary>ebgm: shrunk and raw ratios of observed to expected counts.</summary>
internal static class DisproportionVectors
{
    private const double WorseLikelihood = 0.01;

    public static void Check(VectorFiles files)
    {
        const string ending = "_hyper.json";
        foreach (var hyperFile in files.Matching("ebgm", "*" + ending))
        {
            files.Attempt(hyperFile, () => CheckTable(files, hyperFile, hyperFile[..^ending.Length]));
        }
    }

    private static void CheckTable(VectorFiles files, string hyperFile, string name)
    {
        var hyper = files.Json(hyperFile);
        var cells = files.Table(name + "_all_cells.csv");
        var theta = JsonNumbers.Member(hyper, "theta");
        var mixture = new GammaMixture(
            JsonNumbers.Number(theta, "alpha1"),
            JsonNumbers.Number(theta, "beta1"),
            JsonNumbers.Number(theta, "alpha2"),
            JsonNumbers.Number(theta, "beta2"),
            JsonNumbers.Number(theta, "P")
        );
        var single = JsonNumbers.Member(hyper, "single_gamma_all_cells");
        var prior = new GammaRatePrior(JsonNumbers.Number(single, "alpha"), JsonNumbers.Number(single, "beta"));
        files.Attempt(name + ".csv", () => CompareCells(files, name + ".csv", cells, mixture, prior));
        CompareOptima(files, hyperFile, hyper, cells);
    }

    private static void CompareCells(VectorFiles files, string file, CsvTable cells, GammaMixture mixture, GammaRatePrior prior)
    {
        var reference = files.Table(file);
        var counts = cells.Numbers("N");
        var (first, second) = (Totals(cells, "var1", counts), Totals(cells, "var2", counts));
        var all = counts.Sum();
        var answer = new TableAnswer(reference, "var1", "var2", "N", "E");
        for (var row = 0; row < reference.Rows.Count; row++)
        {
            var cell = new CellCount(reference.Number(row, "N"), reference.Number(row, "E"));
            var posterior = mixture.Posterior(cell);
            var (n1, n2) = (first[reference.Text(row, "var1")], second[reference.Text(row, "var2")]);
            var ratios = ReportingRatios.Of((int)cell.Count, (int)n1, (int)n2, (int)all, cell.Expected);
            answer.Set(row, "Qn", posterior.FirstShare);
            answer.Set(row, "EBGM", posterior.GeometricMean);
            answer.Set(row, "EB05", posterior.Low);
            answer.Set(row, "EB95", posterior.High);
            answer.Set(row, "n1_", n1);
            answer.Set(row, "n_1", n2);
            answer.Set(row, "n", all);
            answer.Set(row, "PRR", ratios.Proportional ?? double.NaN);
            answer.Set(row, "ROR", ratios.Odds ?? double.NaN);
            answer.Set(row, "ROR_lo95", ratios.OddsLow ?? double.NaN);
            answer.Set(row, "IC", ratios.InformationComponent);
            answer.Set(row, "IC025", ratios.InformationLow);
            answer.Set(row, "fisher_greater", ratios.PValue);
            answer.Set(row, "chi2_yates", ratios.ChiSquared ?? double.NaN);
            answer.Set(row, "SG_mean", ShrunkRatio.Mean(prior, cell));
            answer.Set(row, "SG_q05", ShrunkRatio.Quantile(prior, cell, 0.05));
            answer.Set(row, "SG_pred_upper", ShrunkRatio.UpperTail(prior, cell));
        }

        string[] tight =
        [
            "Qn",
            "PRR",
            "ROR",
            "ROR_lo95",
            "IC",
            "IC025",
            "fisher_greater",
            "chi2_yates",
            "SG_mean",
            "SG_q05",
            "SG_pred_upper",
        ];
        files.Compare(
            answer,
            [
                .. tight.Select(c => new ComparedColumn(c, Tolerance.Tight)),
                new("EBGM", Tolerance.Plain(1e-8)),
                new("EB05", Tolerance.Within(1e-5)),
                new("EB95", Tolerance.Within(1e-5)),
                new("n1_", Tolerance.Exact),
                new("n_1", Tolerance.Exact),
                new("n", Tolerance.Exact),
            ]
        );
    }

    private static void CompareOptima(VectorFiles files, string file, JsonNode hyper, CsvTable table)
    {
        var cells = table.Numbers("N").Zip(table.Numbers("E"), (n, e) => new CellCount(n, e)).ToArray();
        var ours = hyper.DeepClone().AsObject();
        var comparison = new Comparison(file);
        if (GammaMixture.Estimate(cells).Value is { } mixture)
        {
            var likelihood = mixture.MinusLogLikelihood(cells);
            ours["theta"] = new JsonObject
            {
                ["alpha1"] = mixture.Shape1,
                ["beta1"] = mixture.Rate1,
                ["alpha2"] = mixture.Shape2,
                ["beta2"] = mixture.Rate2,
                ["P"] = mixture.Weight,
            };
            ours["neg_log_lik"] = likelihood;
            AtMost(comparison, likelihood, JsonNumbers.Number(hyper["neg_log_lik"]), "neg_log_lik");
        }
        else
        {
            comparison.Fail("no mixture was estimated");
        }

        if (ShrunkRatio.Estimate(cells).Value is { } prior)
        {
            var likelihood = ShrunkRatio.MinusLogLikelihood(prior, cells);
            var member = ours["single_gamma_all_cells"]!.AsObject();
            member["alpha"] = prior.Shape;
            member["beta"] = prior.Rate;
            member["neg_log_lik"] = likelihood;
            AtMost(
                comparison,
                likelihood,
                JsonNumbers.Number(JsonNumbers.Member(hyper, "single_gamma_all_cells")["neg_log_lik"]),
                "single_gamma_all_cells.neg_log_lik"
            );
        }
        else
        {
            comparison.Fail("no gamma law was estimated");
        }

        files.Finish(file, ours, comparison);
    }

    private static void AtMost(Comparison comparison, double ours, double given, string place) =>
        comparison.Holds(
            ours <= given + WorseLikelihood,
            place,
            CsvTable.Format(ours),
            "at most " + CsvTable.Format(given + WorseLikelihood)
        );

    private static Dictionary<string, double> Totals(CsvTable table, string column, double[] counts) =>
        table.Groups(column).ToDictionary(g => g.Key, g => g.Value.Sum(i => counts[i]), StringComparer.Ordinal);
}
