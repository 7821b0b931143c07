using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Statistics.Graphs;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Validation.Methods.Graphs;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>Exact betweenness of a flow network, without and with weights, beside igraph on the same edges.</summary>
internal static class BetweennessCase
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        var run = new CaseRun(arguments, output);
        (int places, int edges) = run.IsQuick ? (1000, 20_000) : (5000, 100_000);
        FlowGraph graph = FlowGraph.Of(MakeUp(places, edges));
        (IReadOnlyList<double> plain, double unweighted, double plainProcessor) = CaseRun.Timed(() => UnweightedBetweenness.Of(graph));
        (IReadOnlyList<double> heavy, double weighted, double heavyProcessor) = CaseRun.Timed(() => Betweenness.Weighted(graph));
        string size = string.Create(
            CultureInfo.InvariantCulture,
            $"betweenness of {graph.Places.Count} places and {graph.EdgeCount} edges{(run.IsQuick ? " (--quick)" : "")}"
        );
        await run.FigureAsync(
            $"{size}, unweighted: {unweighted:0.00} s, {plainProcessor:0.00} s of processor time",
            $"5 s at 5,000 places and 100,000 edges",
            unweighted <= 5
        );
        await run.FigureAsync(
            $"{size}, weighted: {weighted:0.00} s, {heavyProcessor:0.00} s of processor time",
            $"8.6 s at the same size, igraph's on one core",
            weighted <= 8.6
        );
        if (await run.RivalAsync(s => Rivals.PythonWithAsync("igraph", s), "igraph (python3-igraph)", stop) is not { } python)
            return 0;

        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(
                file,
                graph.Edges.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.From} {e.To} {e.Weight}")),
                stop
            );
            MeasuredProcess process = await MeasuredProcess.RunAsync(python, [Rivals.Script("betweenness.py"), file], stop);
            if (process.ExitCode != 0)
                throw new InvalidOperationException("igraph failed: " + process.Errors);
            double[] theirs = [.. process.Output.Trim().Split(' ').Select(f => double.Parse(f, CultureInfo.InvariantCulture))];
            await run.FigureAsync(
                $"igraph on one core: unweighted {theirs[0]:0.00} s, weighted {theirs[1]:0.00} s, largest working set "
                    + $"{process.PeakMegabytes:0} MB; ratio igraph/ours on {Environment.ProcessorCount} cores {theirs[0] / unweighted:0.00} "
                    + $"and {theirs[1] / weighted:0.00}",
                $"1",
                theirs[0] >= unweighted && theirs[1] >= weighted
            );
            // Ours is a share of all pairs of other places, igraph's a number of pairs.
            double others = (graph.Places.Count - 1.0) * (graph.Places.Count - 2);
            double unweightedOff = Math.Abs((plain.Sum() * others) - theirs[2]) / theirs[2],
                weightedOff = Math.Abs((heavy.Sum() * others) - theirs[3]) / theirs[3];
            await run.FigureAsync(
                $"relative difference of the summed betweenness, unweighted: {unweightedOff:0.0e+0}",
                $"1e-9",
                unweightedOff <= 1e-9
            );
            // igraph takes lengths within 1e-10 of each other for equal, we within 1e-12: a few ties fall differently.
            await run.FigureAsync($"the same, weighted: {weightedOff:0.0e+0}", $"1e-6", weightedOff <= 1e-6);
        }
        finally
        {
            File.Delete(file);
        }

        return 0;
    }

    // Targets drawn by a power of a uniform: few hubs, many small places. Weights of three digits leave few ties.
    private static IEnumerable<FlowEdge> MakeUp(int places, int edges)
    {
        var draws = new Draws(7);
        var seen = new HashSet<(int, int)>();
        while (seen.Count < edges)
        {
            int from = draws.Below(places),
                to = (int)(places * Math.Pow(draws.Uniform(), 2));
            if (from == to || !seen.Add((from, to)))
                continue;
            yield return new FlowEdge(Name(from), Name(to), 1 + draws.Below(997));
        }
    }

    private static string Name(int place) => place.ToString("00000", CultureInfo.InvariantCulture);
}
