using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Analytics.Statistics.Nowcasting;

namespace SeizureIntel.Validation.Vectors;

/// <summary>nowcast: delays from a reporting triangle and the final counts they let expect.</summary>
internal static class NowcastVectors
{
    public static void Check(VectorFiles files)
    {
        const string file = "nowcast/expected.json";
        var reference = files.Json(file);
        var ours = reference.DeepClone();
        foreach (var item in ours.AsArray())
        {
            Fill(item!.AsObject());
        }

        var (closed, ladder) = (Tolerance.Plain(1e-9), Tolerance.Plain(1e-6));
        files.Compare(
            file,
            ours,
            reference,
            new Dictionary<string, Tolerance>(StringComparer.Ordinal)
            {
                ["n_x"] = Tolerance.Exact,
                ["N_x"] = Tolerance.Exact,
                ["g"] = closed,
                ["W"] = closed,
                ["N_observed"] = Tolerance.Exact,
                ["N_hat"] = closed,
                ["chain_ladder_ultimate"] = ladder,
                ["gp_prior.a"] = closed,
                ["gp_prior.b"] = closed,
                ["gp_mean"] = closed,
                ["gp_q025"] = Tolerance.Exact,
                ["gp_q50"] = Tolerance.Exact,
                ["gp_q975"] = Tolerance.Exact,
            }
        );
    }

    private static void Fill(JsonObject item)
    {
        IReadOnlyList<IReadOnlyList<double>> triangle =
        [
            .. JsonNumbers
                .Member(item, "triangle")
                .AsArray()
                .Select(row => (IReadOnlyList<double>)[.. row!.AsArray().Select(JsonNumbers.Number)]),
        ];
        if (Nowcast.Delays(triangle).Value is not { } delay)
        {
            return;
        }

        var prior = Nowcast.Prior(delay);
        var points = Nowcast.Predict(delay, prior);
        var ladder = JsonNumbers.List(points.Select(p => p.ChainLadder ?? 0));
        item["n_x"] = JsonNumbers.List(delay.EventsAtDelay);
        item["N_x"] = JsonNumbers.List(delay.EventsUpToDelay);
        item["g"] = JsonNumbers.List(delay.ReverseHazards);
        item["W"] = JsonNumbers.List(delay.ReportedShares);
        item["N_observed"] = JsonNumbers.List(delay.Observed);
        item["N_hat"] = ladder;
        item["chain_ladder_ultimate"] = ladder.DeepClone();
        if (item["gp_prior"] is not JsonObject given)
        {
            item["gp_prior"] = given = [];
        }

        given["a"] = prior.Shape;
        given["b"] = prior.Rate;
        item["gp_mean"] = JsonNumbers.List(points.Select(p => p.Mean));
        item["gp_q025"] = JsonNumbers.List(points.Select(p => p.Quantile(0.025)));
        item["gp_q50"] = JsonNumbers.List(points.Select(p => p.Quantile(0.5)));
        item["gp_q975"] = JsonNumbers.List(points.Select(p => p.Quantile(0.975)));
    }
}
