using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Graphs;
using SeizureIntel.Validation.Methods.Graphs;

namespace SeizureIntel.Validation.Vectors;

/// <summary>graph: backbones, centralities and the most probable paths.</summary>
internal static class GraphVectors
{
    private const double Dispersion = 1.5;
    private const int Paths = 5;
    private const double Tie = 1e-9;

    private static readonly Tolerance Closed = Tolerance.Plain(1e-9);
    private static readonly Tolerance Spectral = Tolerance.Plain(1e-8);

    public static void Check(VectorFiles files)
    {
        var table = files.Table("graph/backbone_edges.csv");
        var graphs = table
            .Groups("graph")
            .ToDictionary(
                g => g.Key,
                g => FlowGraph.Of(g.Value.Select(i => new FlowEdge(table.Text(i, "src"), table.Text(i, "trg"), table.Number(i, "nij")))),
                StringComparer.Ordinal
            );
        files.Attempt("graph/backbone_edges.csv", () => CheckBackbone(files, table, graphs));
        var open = graphs.ToDictionary(g => g.Key, g => WithoutSelfLoops(g.Value), StringComparer.Ordinal);
        files.Attempt("graph/centrality.csv", () => CheckCentrality(files, open));
        files.Attempt("graph/k_paths.csv", () => CheckPaths(files, open));
    }

    // A place that had only a self loop stays, without edges.
    private static FlowGraph WithoutSelfLoops(FlowGraph graph) =>
        FlowGraph.Build([.. graph.Places], graph.Edges.Where(e => !string.Equals(e.From, e.To, StringComparison.Ordinal)));

    private static void CheckBackbone(VectorFiles files, CsvTable table, Dictionary<string, FlowGraph> graphs)
    {
        var answer = new TableAnswer(table, "", ["graph", "src", "trg", "nij"]);
        foreach (var (name, rows) in table.Groups("graph"))
        {
            var graph = graphs[name];
            var disparity = Backbone.Disparity(graph).ToDictionary(e => (e.Edge.From, e.Edge.To));
            var noise = NoiseCorrectedBackbone.Of(graph).ToDictionary(e => (e.Edge.From, e.Edge.To));
            var surprise = Backbone.Unusual(graph, Dispersion).ToDictionary(e => (e.Edge.From, e.Edge.To));
            foreach (var row in rows)
            {
                var key = (table.Text(row, "src"), table.Text(row, "trg"));
                var (d, c, s) = (disparity[key], noise[key], surprise[key]);
                answer.Set(row, "df_score_out", 1 - d.OutAlpha);
                answer.Set(row, "df_score_in", 1 - d.InAlpha);
                answer.Set(row, "df_alpha_out", d.OutAlpha);
                answer.Set(row, "df_alpha_in", d.InAlpha);
                answer.Set(row, "df_alpha_min", d.Alpha);
                answer.Set(row, "nc_score", c.Score);
                answer.Set(row, "nc_sdev_published_code", c.PublishedDeviation ?? double.NaN);
                answer.Set(row, "nc_sdev_corrected", c.Deviation ?? double.NaN);
                answer.Set(row, "nc_binom_cdf", c.LowerTail);
                answer.Set(row, "nc_pvalue_upper", c.UpperTail);
                answer.Set(row, "mu_config", s.Expected);
                answer.Set(row, "nb15_p_upper", s.PValue);
                answer.Set(row, "m_pairs", Backbone.PossiblePairs(graph));
                answer.Set(row, "nb15_bh_allpairs", s.Q ?? double.NaN);
            }
        }

        string[] columns =
        [
            "df_score_out",
            "df_score_in",
            "nc_score",
            "nc_sdev_published_code",
            "nc_binom_cdf",
            "nc_sdev_corrected",
            "df_alpha_out",
            "df_alpha_in",
            "df_alpha_min",
            "nc_pvalue_upper",
            "mu_config",
            "nb15_p_upper",
            "nb15_bh_allpairs",
        ];
        files.Compare(answer, [.. columns.Select(c => new ComparedColumn(c, Closed)), new("m_pairs", Tolerance.Exact)]);
    }

    private static void CheckCentrality(VectorFiles files, Dictionary<string, FlowGraph> graphs)
    {
        var table = files.Table("graph/centrality.csv");
        var answer = new TableAnswer(table, "", ["graph", "node"]);
        foreach (var (name, rows) in table.Groups("graph"))
        {
            var graph = graphs[name];
            var (inDegree, outDegree) = (graph.InDegrees(), graph.OutDegrees());
            var (inStrength, outStrength) = (graph.InStrengths(), graph.OutStrengths());
            var (plain, weighted) = (UnweightedBetweenness.Of(graph), Betweenness.Weighted(graph, tie: 0));
            var rank = Prestige.PageRank(graph);
            var hits = Prestige.HubsAndAuthorities(graph).Value;
            foreach (var row in rows)
            {
                var place = graph.FindPlace(table.Text(row, "node"));
                if (place < 0)
                {
                    throw new VectorFormatException(
                        $"{table.Name}: node '{table.Text(row, "node")}' of graph '{name}' has no edge in graph/backbone_edges.csv."
                    );
                }

                answer.Set(row, "in_degree", inDegree[place]);
                answer.Set(row, "out_degree", outDegree[place]);
                answer.Set(row, "in_strength", inStrength[place]);
                answer.Set(row, "out_strength", outStrength[place]);
                answer.Set(row, "betweenness", plain[place]);
                answer.Set(row, "betweenness_invweight", weighted[place]);
                answer.Set(row, "pagerank", rank[place]);
                answer.Set(row, "hits_hub", hits?.Hubs[place] ?? double.NaN);
                answer.Set(row, "hits_authority", hits?.Authorities[place] ?? double.NaN);
            }
        }

        files.Compare(
            answer,
            new("in_degree", Tolerance.Exact),
            new("out_degree", Tolerance.Exact),
            new("in_strength", Closed),
            new("out_strength", Closed),
            new("betweenness", Closed),
            new("betweenness_invweight", Closed),
            new("pagerank", Spectral),
            new("hits_hub", Spectral),
            new("hits_authority", Spectral)
        );
    }

    private static void CheckPaths(VectorFiles files, Dictionary<string, FlowGraph> graphs)
    {
        var table = files.Table("graph/k_paths.csv");
        var answer = new TableAnswer(table, "", ["graph", "src", "trg", "rank"]);
        var comparison = new Comparison(table.Name);
        foreach (var (name, rows) in table.Groups("graph", "src", "trg"))
        {
            var first = rows[0];
            var ours = ProbablePaths.Between(graphs[table.Text(first, "graph")], table.Text(first, "src"), table.Text(first, "trg"), Paths);
            var place = name.Replace('\u001f', ' ');
            var expected = rows.Count(r => table.Integer(r, "rank") > 0);
            comparison.Number(ours.Count, expected, Tolerance.Exact, $"number of paths of {place}");
            foreach (var row in rows.Where(r => table.Integer(r, "rank") is var rank && rank > 0 && rank <= ours.Count))
            {
                var rank = table.Integer(row, "rank");
                var path = ours[rank - 1];
                var text = string.Join('>', path.Places);
                answer.Set(row, "cost", path.Cost);
                answer.Set(row, "prob", path.Probability);
                answer.Set(row, "path", text);
                var where = string.Create(CultureInfo.InvariantCulture, $"{place}, rank {rank}");
                comparison.Number(path.Cost, table.Number(row, "cost"), Closed, "cost of " + where);
                comparison.Number(path.Probability, table.Number(row, "prob"), Closed, "prob of " + where);
                var isTied = rank == Paths || rows.Any(r => r != row && Math.Abs(table.Number(r, "cost") - path.Cost) <= Tie);
                if (!isTied)
                {
                    comparison.Same(text, table.Text(row, "path"), "path of " + where);
                }
            }
        }

        files.Finish(answer.ToTable(), comparison);
    }
}
