using System;
using System.Collections.Generic;

namespace SeizureIntel.Analytics.Statistics.Graphs;

/// <summary>Cheapest paths in a graph of which places and edges can be blocked; the cost of an edge is -ln of its share.</summary>
internal sealed class PathSearch
{
    private readonly FlowGraph _graph;
    private readonly int _longest;
    private readonly double[] _cost;
    private readonly bool[] _blockedPlace;
    private readonly bool[] _blockedEdge;

    public PathSearch(FlowGraph graph, int longest)
    {
        _graph = graph;
        _longest = longest;
        _blockedPlace = new bool[graph.Places.Count];
        _cost = new double[graph.EdgeCount];
        _blockedEdge = new bool[graph.EdgeCount];
        var leaving = new double[graph.Places.Count];
        for (var e = 0; e < _cost.Length; e++)
        {
            leaving[graph.From[e]] += graph.From[e] == graph.To[e] ? 0 : graph.Weight[e];
        }

        for (var e = 0; e < _cost.Length; e++)
        {
            _cost[e] =
                graph.From[e] == graph.To[e] ? double.PositiveInfinity : Math.Max(0, -Math.Log(graph.Weight[e] / leaving[graph.From[e]]));
        }
    }

    public void Clear()
    {
        Array.Clear(_blockedPlace);
        Array.Clear(_blockedEdge);
    }

    public void Block(int place) => _blockedPlace[place] = true;

    public void Block(int from, int to)
    {
        for (var e = _graph.First[from]; e < _graph.First[from + 1]; e++)
        {
            _blockedEdge[e] |= _graph.To[e] == to;
        }
    }

    /// <summary>Sum of the costs of a path's edges.</summary>
    public double Cost(int[] nodes)
    {
        var sum = 0.0;
        for (var i = 0; i + 1 < nodes.Length; i++)
        {
            for (var e = _graph.First[nodes[i]]; e < _graph.First[nodes[i] + 1]; e++)
            {
                sum += _graph.To[e] == nodes[i + 1] ? _cost[e] : 0;
            }
        }

        return sum;
    }

    /// <summary>The cheapest path, or null; <paramref name="legsBefore"/> legs are used up already.</summary>
    public int[]? Shortest(int source, int target, int legsBefore = 0) =>
        _longest >= _graph.Places.Count ? Any(source, target) : Short(source, target, _longest - legsBefore);

    private int[]? Any(int source, int target)
    {
        var distance = new double[_blockedPlace.Length];
        var before = new int[distance.Length];
        var done = new bool[distance.Length];
        Array.Fill(distance, double.PositiveInfinity);
        distance[source] = 0;
        before[source] = -1;
        var queue = new PriorityQueue<int, (double, int)>();
        queue.Enqueue(source, (0, source));
        while (queue.TryDequeue(out var v, out _))
        {
            if (done[v])
            {
                continue;
            }

            done[v] = true;
            if (v == target)
            {
                break;
            }

            for (var e = _graph.First[v]; e < _graph.First[v + 1]; e++)
            {
                var w = _graph.To[e];
                if (IsOpen(v, e) && !done[w] && distance[v] + _cost[e] < distance[w])
                {
                    distance[w] = distance[v] + _cost[e];
                    before[w] = v;
                    queue.Enqueue(w, (distance[w], w));
                }
            }
        }

        if (!done[target])
        {
            return null;
        }

        var path = new List<int>();
        for (var v = target; v >= 0; v = before[v])
        {
            path.Add(v);
        }

        path.Reverse();
        return [.. path];
    }

    // Bellman-Ford by number of legs; only strict improvements count, so that no place is visited twice.
    private int[]? Short(int source, int target, int legs)
    {
        var n = _blockedPlace.Length;
        var layers = new List<(double[] Distance, int[] Before)>();
        var distance = new double[n];
        Array.Fill(distance, double.PositiveInfinity);
        distance[source] = 0;
        for (var leg = 1; leg <= legs; leg++)
        {
            var next = (double[])distance.Clone();
            var before = new int[n];
            Array.Fill(before, -1);
            var isChanged = false;
            for (var v = 0; v < n; v++)
            {
                for (var e = _graph.First[v]; e < _graph.First[v + 1] && double.IsFinite(distance[v]); e++)
                {
                    var w = _graph.To[e];
                    if (IsOpen(v, e) && distance[v] + _cost[e] < next[w])
                    {
                        next[w] = distance[v] + _cost[e];
                        before[w] = v;
                        isChanged = true;
                    }
                }
            }

            layers.Add((next, before));
            distance = next;
            if (!isChanged)
            {
                break;
            }
        }

        if (double.IsPositiveInfinity(distance[target]))
        {
            return null;
        }

        var path = new List<int> { target };
        for (var (layer, v) = (layers.Count - 1, target); v != source && layer >= 0; layer--)
        {
            if (layers[layer].Before[v] >= 0)
            {
                v = layers[layer].Before[v];
                path.Add(v);
            }
        }

        path.Reverse();
        return [.. path];
    }

    private bool IsOpen(int from, int edge) => from != _graph.To[edge] && !_blockedPlace[_graph.To[edge]] && !_blockedEdge[edge];
}
