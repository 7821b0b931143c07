using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Graphs;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Rates;
using SeizureIntel.Loops;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Routes;

/// <summary>The network of legs of one heading: its backbone, legs beyond what their ends explain, hubs and inferred routes.</summary>
internal sealed class RouteGraph
{
    /// <summary>Fields a frame must hold.</summary>
    public static readonly string[] Fields =
    [
        "heading",
        "leg",
        "path",
        "country",
        "departure_country",
        "transit_countries",
        "destination_country",
        "origin_country",
        "reporting_country",
    ];

    // Serrano's customary level; it draws, it does not test.
    private const double BackboneAlpha = 0.05;
    private const int FewestSeizures = 3;
    private const int MostBackbone = 20;
    private const int MostUnusual = 40;
    private const double LeastRatio = 2;
    private const int FewestThrough = 20;
    private const int FewestOfLeg = 10;
    private const double LeastProbability = 0.05;
    private const int MostHubs = 5;
    private const int FewestForRank = 100;
    private const int Resamples = 200;
    private const int MostEnds = 10;
    private const int MostInferred = 5;
    private const int MostLegs = 6;
    private const int PathsAsked = 5;
    private const ulong Seed = 20090416;

    private readonly ScopedFrame _scoped;
    private readonly string _heading;
    private readonly DistinctRoutes _routes;
    private readonly int _stated;
    private readonly FrameColumn _leg;
    private readonly Dictionary<string, (List<TakenRoute> Routes, int Count)> _byLeg = new(StringComparer.Ordinal);
    private readonly FlowGraph _graph;

    private RouteGraph(ScopedFrame scoped, string heading, int[] rows)
    {
        (_scoped, _heading, _stated) = (scoped, heading, rows.Length);
        _leg = scoped.Frame["leg"];
        _routes = DistinctRoutes.Of(scoped.Frame, rows);
        foreach (TakenRoute route in _routes.Routes)
        {
            foreach (int leg in route.Legs)
            {
                (List<TakenRoute>? of, int count) = _byLeg.GetValueOrDefault(_leg.Values[leg]);
                of ??= [];
                of.Add(route);
                _byLeg[_leg.Values[leg]] = (of, count + route.Count);
            }
        }

        _graph = FlowGraph.Of(_byLeg.Select(l => Edge(l.Key, l.Value.Count)));
    }

    /// <summary>The findings of every heading.</summary>
    /// <param name="scoped">The scope.</param>
    /// <param name="dispersion">Variance over mean of a leg's count, pooled over the legs.</param>
    public static IEnumerable<Finding> Findings(ScopedFrame scoped, double dispersion)
    {
        FrameColumn heading = scoped.Frame["heading"];
        foreach (
            IGrouping<string, int> group in scoped
                .Inside.Where(heading.HasKnown)
                .GroupBy(heading.FirstCode)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
        )
        {
            var graph = new RouteGraph(scoped, group.Key, [.. group]);
            if (graph._graph.EdgeCount == 0)
                continue;
            foreach (
                Finding finding in graph.BackboneLegs().Concat(graph.Unusual(dispersion)).Concat(graph.Hubs()).Concat(graph.Inferred())
            )
                yield return finding;
        }
    }

    private static string Key(string from, string to) => from + ">" + to;

    private static FlowEdge Edge(string leg, double weight)
    {
        string[] ends = leg.Split('>');
        return new FlowEdge(ends[0], ends[1], weight);
    }

    private IEnumerable<Finding> BackboneLegs() =>
        Backbone
            .Disparity(_graph)
            .Where(e => e.Alpha < BackboneAlpha && e.Edge.Weight >= FewestSeizures && e.Edge.From != e.Edge.To)
            .OrderByDescending(e => e.Edge.Weight)
            .ThenBy(e => e.Alpha)
            .Take(MostBackbone)
            .Select(e =>
                OfLeg("backbone", e.Edge, "disparity-filter", ["drawn, not tested: it dominates the traffic at one of its ends"]) with
                {
                    Effect = new Effect("disparity_alpha", e.Alpha, null, null, null),
                }
            );

    private IEnumerable<Finding> Unusual(double dispersion) =>
        Unmasked(dispersion)
            .Where(e =>
                e.Q is { } q
                && e.Edge.Weight >= FewestSeizures
                && e.Edge.Weight >= LeastRatio * e.Expected
                && (q <= FindingOrder.ShownUpTo || (_scoped.Scope.ShowAll && e.PValue <= 0.05))
            )
            .OrderBy(e => e.Q)
            .ThenByDescending(e => e.Edge.Weight / e.Expected)
            .Take(MostUnusual)
            .Select(e =>
            {
                CountDistribution law = CountDistribution.WithDispersion(e.Expected, dispersion);
                double ratio = e.Edge.Weight / e.Expected;

                // Interval of the ratio from the law's own dispersion, on the log scale.
                double spread = 1.959963984540054 * Math.Sqrt(Math.Max(1, dispersion) / e.Edge.Weight);
                return OfLeg(
                    "unusual",
                    e.Edge,
                    "configuration-model",
                    ["expected from the traffic of both ends, tested over all pairs of countries"]
                ) with
                {
                    Baseline = new Baseline(e.Expected, law.Quantile(0.025), law.Quantile(0.975), 0.95),
                    Effect = new Effect("rate_ratio", ratio, ratio * Math.Exp(-spread), ratio * Math.Exp(spread), 0.95),
                    P = Math.Clamp(e.PValue, 0, 1),
                    Q = e.Q,
                    Rank = -Math.Log10(Math.Max(e.PValue, 1e-300)) * ratio,
                };
            });

    // The second look, without the legs found at first, finds those they hid; its expectation says nothing of the legs left out of it.
    private IEnumerable<EdgeSurprise> Unmasked(double dispersion)
    {
        IReadOnlyList<EdgeSurprise> first = Backbone.Unusual(_graph, dispersion),
            second = Backbone.Unusual(_graph, dispersion, FindingOrder.ShownUpTo);
        return first.Select((e, i) => e.Q <= FindingOrder.ShownUpTo ? e : second[i]);
    }

    private Finding OfLeg(string kind, FlowEdge edge, string method, List<Phrase> caveats)
    {
        string leg = Key(edge.From, edge.To);
        (List<TakenRoute> routes, int count) = _byLeg[leg];
        int reporters = DistinctRoutes.Reporters(routes);
        if (reporters == 1)
            caveats.Add("single reporter");
        return Make(kind, [("heading", _heading), ("leg", leg)], new Figure(count, "seizures"), count, reporters, method, caveats);
    }

    // Rank of a country by betweenness, with the interval of its rank over resampled seizures.
    private List<Finding> Hubs()
    {
        if (_graph.Places.Count < 3 || _routes.Seizures < FewestForRank)
            return [];
        IReadOnlyList<double> score = Betweenness.Weighted(_graph);
        int[] hubs =
        [
            .. Enumerable.Range(0, score.Count).Where(i => score[i] > 0).OrderByDescending(i => score[i]).ThenBy(i => i).Take(MostHubs),
        ];
        if (hubs.Length == 0)
            return [];
        int[][] ranks = Resampled(hubs);
        var findings = new List<Finding>();
        for (int i = 0; i < hubs.Length; i++)
        {
            string place = _graph.Places[hubs[i]];
            int touching = 0,
                through = 0;
            HashSet<int> reporters = [];
            foreach (TakenRoute route in _routes.Routes)
            {
                int at = Array.IndexOf(route.Stations, place);
                if (at < 0)
                    continue;
                touching += route.Count;
                reporters.UnionWith(route.Reporters);
                if (at > 0 && at < route.Stations.Length - 1)
                    through += route.Count;
            }

            if (touching < FewestThrough)
                continue;
            string[] legs =
            [
                .. _byLeg
                    .Keys.Where(l =>
                        l.StartsWith(place + ">", StringComparison.Ordinal) || l.EndsWith(">" + place, StringComparison.Ordinal)
                    )
                    .Order(StringComparer.Ordinal),
            ];
            (double share, double low, double high) gateway = WilsonInterval.Of(through, touching);
            int[] rank = ranks[i];
            Array.Sort(rank);
            Finding finding = Make(
                "hub",
                [("heading", _heading), ("country", place)],
                new Figure(score[hubs[i]], "share"),
                touching,
                reporters.Count,
                "betweenness",
                [
                    $"rank {i + 1} of {_graph.Places.Count} by weighted betweenness, {rank[(int)(0.025 * rank.Length)]} to "
                        + $"{rank[Math.Min(rank.Length - 1, (int)(0.975 * rank.Length))]} over {Resamples} resamples",
                    "effect: share of its seizures that only pass through",
                ]
            );
            Evidence evidence = _scoped.Evidence(touching, _scoped.From, _scoped.To, ("heading", _heading));
            findings.Add(
                finding with
                {
                    Effect = new Effect("gateway_share", gateway.share, gateway.low, gateway.high, WilsonInterval.Level),
                    Evidence = evidence with { Query = evidence.Query.With("leg", legs) },
                }
            );
        }

        return findings;
    }

    private int[][] Resampled(int[] hubs)
    {
        // A seizure drawn with replacement comes up a Poisson number of times; seizures of one route are drawn together.
        var chance = new SplitMix64(Seed);
        (int[] Edges, int Count)[] routes =
        [
            .. _routes.Routes.OrderBy(r => r.Path, StringComparer.Ordinal).Select(r => (EdgesOf(r), r.Count)),
        ];
        double[][] samples = new double[Resamples][];
        for (int sample = 0; sample < Resamples; sample++)
        {
            double[] weights = samples[sample] = new double[_graph.EdgeCount];
            foreach ((int[] edges, int count) in routes)
            {
                int drawn = PoissonDraws.Next(count, ref chance);
                foreach (int edge in edges)
                    weights[edge] += drawn;
            }
        }

        int[][] ranks = [.. hubs.Select(_ => new int[Resamples])];
        Parallel.For(0, Resamples, SideBySide.Here(), sample =>
        {
            FlowGraph graph = _graph.Reweighted(samples[sample]);
            IReadOnlyList<double> score = Betweenness.Weighted(graph);
            for (int i = 0; i < hubs.Length; i++)
            {
                int at = graph.FindPlace(_graph.Places[hubs[i]]);
                double own = at < 0 ? 0 : score[at];
                ranks[i][sample] = 1 + score.Count(s => s > own);
            }
        });
        return ranks;
    }

    private int[] EdgesOf(TakenRoute route)
    {
        int[] edges = new int[route.Legs.Length];
        for (int i = 0; i < edges.Length; i++)
            edges[i] = _graph.FindEdge(Edge(_leg.Values[route.Legs[i]], 0));
        return edges;
    }

    // Between the starts and ends that meet most often in the legs, but on no reported route as a whole.
    private IEnumerable<Finding> Inferred()
    {
        HashSet<string> whole = new(StringComparer.Ordinal);
        var starts = new Dictionary<string, int>(StringComparer.Ordinal);
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (TakenRoute route in _routes.Routes)
        {
            string[] stations = route.Stations;
            for (int i = 0; i < stations.Length; i++)
            {
                for (int j = i + 2; j <= stations.Length; j++)
                    whole.Add(string.Join('>', stations[i..j]));
            }

            starts[stations[0]] = starts.GetValueOrDefault(stations[0]) + route.Count;
            ends[stations[^1]] = ends.GetValueOrDefault(stations[^1]) + route.Count;
        }

        string[] from =
        [
            .. starts.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Take(MostEnds).Select(s => s.Key),
        ];
        string[] to =
        [
            .. ends.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Take(MostEnds).Select(s => s.Key),
        ];
        (string From, string To)[] pairs = [.. from.SelectMany(f => to.Where(t => t != f).Select(t => (f, t)))];
        var between = new IReadOnlyList<ProbablePath>[pairs.Length];
        Parallel.For(0, pairs.Length, SideBySide.Here(), i =>
            between[i] = ProbablePaths.Between(_graph, pairs[i].From, pairs[i].To, PathsAsked, MostLegs)
        );
        return between
            .SelectMany(paths => paths)
            .Where(p =>
                p.Places.Count > 2
                && p.Places.Distinct(StringComparer.Ordinal).Count() == p.Places.Count
                && !whole.Contains(string.Join('>', p.Places))
            )
            .Select(p =>
                (Path: p, Fewest: Enumerable.Range(0, p.Places.Count - 1).Min(i => _byLeg[Key(p.Places[i], p.Places[i + 1])].Count))
            )
            .Where(p => p.Fewest >= FewestOfLeg && p.Path.Probability >= LeastProbability)
            .OrderByDescending(p => p.Path.Probability * starts[p.Path.Places[0]])
            .ThenBy(p => string.Join('>', p.Path.Places), StringComparer.Ordinal)
            .Take(MostInferred)
            .Select(p =>
            {
                string[] legs = [.. Enumerable.Range(0, p.Path.Places.Count - 1).Select(i => Key(p.Path.Places[i], p.Path.Places[i + 1]))];
                HashSet<TakenRoute> routes = [.. legs.SelectMany(l => _byLeg[l].Routes)];
                int count = routes.Sum(r => r.Count);
                Evidence evidence = _scoped.Evidence(count, _scoped.From, _scoped.To, ("heading", _heading));
                return Make(
                    "inferred_path",
                    [("heading", _heading), ("path", string.Join('>', p.Path.Places))],
                    new Figure(p.Path.Probability, "share"),
                    count,
                    DistinctRoutes.Reporters(routes),
                    "probable-paths",
                    ["inferred from legs, not observed as a whole"]
                ) with
                {
                    Evidence = evidence with { Query = evidence.Query.With("leg", legs) },
                };
            });
    }

    private Finding Make(
        string kind,
        (string Field, string Code)[] subject,
        Figure figure,
        int n,
        int reporters,
        string method,
        List<Phrase> caveats
    )
    {
        Dictionary<string, IReadOnlyList<string>> codes = subject.ToDictionary(
            s => s.Field,
            s => (IReadOnlyList<string>)[s.Code],
            StringComparer.Ordinal
        );
        var period = new Period(_scoped.From, _scoped.To);
        return new Finding
        {
            Id = FindingId.Of(kind, codes, period),
            Kind = kind,
            Subject = codes,
            Period = period,
            Figure = figure,
            N = n,
            Known = new Known(_routes.Seizures, _stated),
            Reporters = reporters,
            Method = method,
            Caveats = caveats,
            Evidence = _scoped.Evidence(n, _scoped.From, _scoped.To, subject),
        };
    }
}
