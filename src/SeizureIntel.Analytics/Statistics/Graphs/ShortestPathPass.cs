using System;

namespace SeizureIntel.Analytics.Statistics.Graphs;

/// <summary>Shortest paths over edges with lengths from one source and the dependencies of all places on them; the buffers serve many sources.</summary>
internal sealed class ShortestPathPass(int[] first, int[] to, double[] length, double tie)
{
    // Finite, so that a tie of 0 does not turn the comparison with it into "not a number".
    private const double Unreached = double.MaxValue;

    private readonly double[] _distance = new double[first.Length - 1];
    private readonly double[] _paths = new double[first.Length - 1];
    private readonly double[] _share = new double[first.Length - 1];
    private readonly int[] _order = new int[first.Length - 1];
    private readonly int[] _onPath = new int[to.Length];
    private readonly int[] _onPathFirst = new int[first.Length];
    private readonly double[] _reach = new double[to.Length];
    private readonly DistanceHeap _heap = new(first.Length - 1);

    /// <summary>Adds the dependencies of one source to the sums.</summary>
    public void Accumulate(int source, double[] sums)
    {
        var reached = Search(source);
        CountPaths(source, reached);
        for (var i = reached - 1; i > 0; i--)
        {
            var v = _order[i];
            var sum = 0.0;
            foreach (var w in _onPath.AsSpan(_onPathFirst[i].._onPathFirst[i + 1]))
            {
                sum += _share[w];
            }

            var dependency = sum * _paths[v];
            _share[v] = (1 + dependency) / _paths[v];
            sums[v] += dependency;
        }
    }

    // Keeps, with the length of the path over it, every edge that reaches its end within the tie of the shortest length known by then.
    private int Search(int source)
    {
        var distance = _distance;
        Array.Fill(distance, Unreached);
        distance[source] = 0;
        int reached = 0,
            kept = 0;
        _heap.PushOrRaise(source, 0);
        while (_heap.Count > 0)
        {
            var v = _heap.Pop();
            var here = distance[v];
            _order[reached++] = v;
            var ends = to.AsSpan(first[v]..first[v + 1]);
            var lengths = length.AsSpan(first[v], ends.Length);
            for (var e = 0; e < lengths.Length; e++)
            {
                var w = ends[e];
                var reach = here + lengths[e];
                var known = distance[w];
                if (reach - known > tie * known || w == v)
                {
                    continue;
                }

                _onPath[kept] = w;
                _reach[kept++] = reach;
                if (reach < known)
                {
                    distance[w] = reach;
                    _heap.PushOrRaise(w, reach);
                }
            }

            _onPathFirst[reached] = kept;
        }

        return reached;
    }

    // A later edge may have shortened the way: what is kept is held against the final distances, in the order of the search.
    private void CountPaths(int source, int reached)
    {
        Array.Clear(_paths);
        _paths[source] = 1;
        int kept = 0,
            from = 0;
        for (var i = 0; i < reached; i++)
        {
            var pathsHere = _paths[_order[i]];
            var end = _onPathFirst[i + 1];
            for (var e = from; e < end; e++)
            {
                var w = _onPath[e];
                var goal = _distance[w];
                if (_reach[e] - goal <= tie * goal)
                {
                    _onPath[kept++] = w;
                    _paths[w] += pathsHere;
                }
            }

            _onPathFirst[i + 1] = kept;
            from = end;
        }
    }
}
