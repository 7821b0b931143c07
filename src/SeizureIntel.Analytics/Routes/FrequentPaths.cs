using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Sequences;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Routes;

/// <summary>Partial routes of three and more countries that are more frequent than independent legs let expect.</summary>
internal static class FrequentPaths
{
    /// <summary>Name of the method.</summary>
    public const string Method = "prefix-span-markov";

    private const int Fewest = 5;
    private const int Longest = 6;
    private const int MostTold = 25;
    private const double LeastRatio = 1.5;

    /// <summary>The surprising patterns of every heading.</summary>
    public static IEnumerable<Finding> Findings(ScopedFrame scoped, double dispersion)
    {
        FrameColumn heading = scoped.Frame["heading"];
        return scoped
            .Inside.Where(heading.HasKnown)
            .GroupBy(heading.FirstCode)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => OfHeading(scoped, g.Key, [.. g], dispersion));
    }

    private static IEnumerable<Finding> OfHeading(ScopedFrame scoped, string heading, int[] rows, double dispersion)
    {
        DistinctRoutes taken = DistinctRoutes.Of(scoped.Frame, rows);
        if (taken.Seizures == 0)
            return [];
        IReadOnlyList<string>[] routes = [.. taken.Routes.Select(r => r.Stations)];
        int[] weights = [.. taken.Routes.Select(r => r.Count)];
        IReadOnlyList<SequencePattern> mined = RoutePatterns.Mine(routes, Fewest, Longest + 1, isContiguous: true, weights);
        SequencePattern[] closed = [.. RoutePatterns.Closed(mined, isContiguous: true).Where(p => p.Steps.Count is >= 3 and <= Longest)];

        // All patterns of three and more that occur could have been frequent.
        int hypotheses = routes.SelectMany(Parts).Distinct(StringComparer.Ordinal).Count();
        return MarkovNull
            .Surprise(routes, closed, isContiguous: true, dispersion, hypotheses, weights)
            .Where(s =>
                s.Pattern.Count >= LeastRatio * s.Expected && (s.Q <= FindingOrder.ShownUpTo || (scoped.Scope.ShowAll && s.PValue <= 0.05))
            )
            .OrderBy(s => s.Q)
            .ThenByDescending(s => s.Pattern.Count)
            .ThenBy(s => string.Join('>', s.Pattern.Steps), StringComparer.Ordinal)
            .Take(MostTold)
            .Select(s =>
            {
                string part = string.Join('>', s.Pattern.Steps);
                TakenRoute[] holding = [.. taken.Routes.Where(r => $">{r.Path}>".Contains($">{part}>", StringComparison.Ordinal))];
                int count = holding.Sum(r => r.Count),
                    reporters = DistinctRoutes.Reporters(holding);
                string[] wholes = [.. holding.Select(r => r.Path).Order(StringComparer.Ordinal)];
                var codes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
                {
                    ["heading"] = [heading],
                    ["path"] = [part],
                };
                var period = new Period(scoped.From, scoped.To);
                CountDistribution law = CountDistribution.WithDispersion(s.Expected, dispersion);
                double ratio = s.Pattern.Count / Math.Max(s.Expected, 0.5),
                    spread = 1.959963984540054 * Math.Sqrt(Math.Max(1, dispersion) / s.Pattern.Count);
                Evidence evidence = scoped.Evidence(count, scoped.From, scoped.To, ("heading", heading));
                List<Phrase> caveats = ["expected if each leg depended on the present country alone"];
                if (wholes.Length > 1)
                    caveats.Add("as a whole route or a part of one");
                if (reporters == 1)
                    caveats.Add("single reporter");
                return new Finding
                {
                    Id = FindingId.Of("frequent_path", codes, period),
                    Kind = "frequent_path",
                    Subject = codes,
                    Period = period,
                    Figure = new Figure(count, "seizures"),
                    Baseline = new Baseline(s.Expected, law.Quantile(0.025), law.Quantile(0.975), 0.95),
                    Effect = new Effect("rate_ratio", ratio, ratio * Math.Exp(-spread), ratio * Math.Exp(spread), 0.95),
                    N = count,
                    Known = new Known(taken.Seizures, rows.Length),
                    Reporters = reporters,
                    P = Math.Clamp(s.PValue, 0, 1),
                    Q = s.Q,
                    Method = Method,
                    Caveats = caveats,
                    Evidence = evidence with { Query = evidence.Query.With("path", wholes) },
                    Rank = -Math.Log10(Math.Max(s.PValue, 1e-300)) * ratio,
                };
            });
    }

    private static IEnumerable<string> Parts(IReadOnlyList<string> route)
    {
        for (int i = 0; i < route.Count; i++)
        {
            for (int j = i + 3; j <= Math.Min(route.Count, i + Longest); j++)
                yield return string.Join('>', route.Skip(i).Take(j - i));
        }
    }
}
