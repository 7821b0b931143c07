using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Rates;
using SeizureIntel.Validation.Methods.Rates;

namespace SeizureIntel.Validation.Vectors;

/// <summary>rate_tests: two windows, steps, and the emergence of routes.</summary>
internal static class RateTestVectors
{
    public static void Check(VectorFiles files)
    {
        files.Attempt("rate_tests/expected.csv", () => CheckTests(files));
        files.Attempt("rate_tests/nb_expected.csv", () => CheckSteps(files));
        foreach (var hyper in files.Matching("rate_tests", "emergence*_hyper.json"))
        {
            files.Attempt(hyper, () => CheckEmergence(files, hyper));
        }
    }

    private static void CheckTests(VectorFiles files)
    {
        var expected = files.Table("rate_tests/expected.csv");
        var answer = new TableAnswer(expected, "case", "x0", "x1", "e0", "e1", "gp_a", "gp_b");
        var mid = new double[expected.Rows.Count];
        for (var row = 0; row < mid.Length; row++)
        {
            var (before, after) = (expected.Integer(row, "x0"), expected.Integer(row, "x1"));
            var (e0, e1) = (expected.Number(row, "e0"), expected.Number(row, "e1"));
            var prior = new GammaRatePrior(expected.Number(row, "gp_a"), expected.Number(row, "gp_b"));
            var law = new CountDistribution((prior.Shape + before) * e1 / (prior.Rate + e0), prior.Shape + before);
            var ratio = RateComparison.Ratio(prior, before, after, e0, e1);
            mid[row] = WindowTests.MidGreater(before, after, e0, e1);
            answer.Set(row, "rr", before == 0 ? double.NaN : after / e1 / (before / e0));
            answer.Set(row, "p_exact_greater", WindowTests.ExactGreater(before, after, e0, e1));
            answer.Set(row, "p_mid_greater", mid[row]);
            answer.Set(row, "p_exact_two", WindowTests.ExactTwoSided(before, after, e0, e1));
            answer.Set(row, "p_gp_pred_greater", law.UpperTail(after));
            answer.Set(row, "p_gp_pred_mid", law.MidUpperTail(after));
            answer.Set(row, "rr_post_q05", ratio.Low);
            answer.Set(row, "rr_post_q50", ratio.Median);
            answer.Set(row, "rr_post_q95", ratio.High);
        }

        var adjusted = FalseDiscovery.BenjaminiHochberg(mid);
        for (var row = 0; row < mid.Length; row++)
        {
            answer.Set(row, "bh_mid", adjusted[row]);
        }

        string[] columns =
        [
            "rr",
            "p_exact_greater",
            "p_mid_greater",
            "p_exact_two",
            "p_gp_pred_greater",
            "p_gp_pred_mid",
            "rr_post_q05",
            "rr_post_q50",
            "rr_post_q95",
            "bh_mid",
        ];
        files.Compare(answer, [.. columns.Select(c => new ComparedColumn(c, Tolerance.Tight))]);
    }

    private static void CheckSteps(VectorFiles files)
    {
        var series = files.Table("rate_tests/nb_series.csv");
        var counts = series.SeriesBy("case", "y");
        var exposure = series.SeriesBy("case", "exposure");
        var window = series.SeriesBy("case", "window");
        var expected = files.Table("rate_tests/nb_expected.csv");
        var answer = new TableAnswer(expected, "case", "theta");
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var name = expected.Text(row, "case");
            if (WindowTests.Step(counts[name], exposure[name], window[name], expected.Number(row, "theta")).Value is { } step)
            {
                answer.Set(row, "log_rr", step.LogRatio);
                answer.Set(row, "rr", Math.Exp(step.LogRatio));
                answer.Set(row, "lrt", step.LikelihoodRatio);
                answer.Set(row, "p_lrt_two", step.PValueTwoSided);
                answer.Set(row, "p_signed_root_greater", step.PValueGreater);
                answer.Set(row, "qp_log_rr", step.QuasiLogRatio);
                answer.Set(row, "qp_dispersion", step.Dispersion);
                answer.Set(row, "qp_se", step.QuasiError);
                answer.Set(row, "qp_p_t_two", step.QuasiPValue);
            }
        }

        files.Compare(
            answer,
            new("log_rr", Tolerance.Iter),
            new("rr", Tolerance.Iter),
            new("lrt", Tolerance.Iter),
            new("p_lrt_two", Tolerance.IterP),
            new("p_signed_root_greater", Tolerance.IterP),
            new("qp_log_rr", Tolerance.Iter),
            new("qp_dispersion", Tolerance.Iter),
            new("qp_se", Tolerance.Iter),
            new("qp_p_t_two", Tolerance.IterP)
        );
    }

    private static void CheckEmergence(VectorFiles files, string hyperFile)
    {
        var hyper = files.Json(hyperFile);
        var expected = files.Table(hyperFile.Replace("_hyper.json", ".csv", StringComparison.Ordinal));
        var (e0, e1) = (JsonNumbers.Number(hyper, "e0"), JsonNumbers.Number(hyper, "e1"));
        var quarters = Enumerable.Range(1, JsonNumbers.Integer(hyper, "K")).Select(i => $"q{i}").ToArray();
        var routes = new List<RouteActivity>();
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var i = row;
            routes.Add(
                new RouteActivity(
                    expected.Text(row, "reporter"),
                    [.. quarters.Select(q => expected.Number(i, q))],
                    expected.Number(row, "x1")
                )
            );
        }

        var past = routes.Select(r => r.Baseline.Sum()).ToArray();
        var ownDispersion = PooledDispersion.Estimate([.. routes.Select(r => r.Baseline)]);
        var ownPrior = GammaRatePrior.Estimate(past, e0);
        var given =
            hyper["a"] is null || hyper["b"] is null
                ? ownPrior
                : new GammaRatePrior(JsonNumbers.Number(hyper, "a"), JsonNumbers.Number(hyper, "b"));
        var dispersion = hyper["phi"] is null ? ownDispersion : JsonNumbers.Number(hyper, "phi");
        var changes = RouteEmergence.Assess(routes, e0, e1, given, dispersion);
        CompareRoutes(files, expected, quarters, changes);

        var ours = hyper.DeepClone().AsObject();
        var likelihood = ownPrior.MinusLogLikelihood(past, e0);
        var flagged = changes.Count(c => c.UpperQ <= 0.1);
        ours["a"] = ownPrior.Shape;
        ours["b"] = ownPrior.Rate;
        ours["phi"] = ownDispersion;
        ours["neg_log_lik"] = likelihood;
        ours["flagged_bh10"] = flagged;
        var comparison = new Comparison(hyperFile);
        comparison.Number(ownDispersion, JsonNumbers.Number(hyper["phi"]), Tolerance.Tight, "phi");
        comparison.Number(flagged, JsonNumbers.Number(hyper["flagged_bh10"]), Tolerance.Exact, "flagged_bh10");
        var bound = JsonNumbers.Number(hyper["neg_log_lik"]) + 1e-4;
        comparison.Holds(likelihood <= bound, "neg_log_lik", CsvTable.Format(likelihood), "at most " + CsvTable.Format(bound));
        files.Finish(hyperFile, ours, comparison);
    }

    private static void CompareRoutes(VectorFiles files, CsvTable expected, string[] quarters, IReadOnlyList<RouteChange> changes)
    {
        var answer = new TableAnswer(expected, ["route", "reporter", .. quarters, "x1"]);
        for (var row = 0; row < changes.Count; row++)
        {
            var change = changes[row];
            answer.Set(row, "x0", change.BaselineCount);
            answer.Set(row, "reporter_factor", change.ReporterFactor);
            answer.Set(row, "exposure_adj", change.Exposure);
            answer.Set(row, "mu", change.Expected);
            answer.Set(row, "var", change.Variance);
            answer.Set(row, "size", change.Size);
            answer.Set(row, "p_pred", change.UpperPValue);
            answer.Set(row, "p_mid", change.UpperMidP);
            answer.Set(row, "bh", change.UpperQ);
            answer.Set(row, "rate_ratio_shrunk", change.ShrunkRatio);
        }

        string[] columns = ["reporter_factor", "exposure_adj", "mu", "var", "size", "p_pred", "p_mid", "bh", "rate_ratio_shrunk"];
        files.Compare(answer, [new("x0", Tolerance.Exact), .. columns.Select(c => new ComparedColumn(c, Tolerance.Tight))]);
    }
}
