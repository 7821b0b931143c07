using System;

namespace SeizureIntel.Analytics.Statistics.Graphs;

/// <summary>Shortest paths from one source and the dependencies of all places on them; the buffers serve many sources.</summary>
internal sealed class ShortestPathPass(int[] first, int[] to, double[] length, bool isWeighted, double tie)
{
    private readonly double[] _distance = new double[first.Length - 1];
    private readonly double[] _paths = new double[first.Length - 1];
    private readonly double[] _dependency = new double[first.Length - 1];
    private readonly int[] _order = new int[first.Length - 1];
    private readonly int[] _heap = new int[first.Length - 1];
    private readonly int[] _place = new int[first.Length - 1];
    private int _heapSize;

    /// <summary>Adds the dependencies of one source to the sums.</summary>
    public void Accumulate(int source, double[] sums)
    {
        Array.Fill(_distance, double.PositiveInfinity);
        _distance[source] = 0;
        var reached = isWeighted ? Dijkstra(source) : Breadth(source);
        for (var i = 0; i < reached; i++)
        {
            _paths[_order[i]] = 0;
            _dependency[_order[i]] = 0;
        }

        _paths[source] = 1;
        for (var i = 0; i < reached; i++)
        {
            var v = _order[i];
            for (var e = first[v]; e < first[v + 1]; e++)
            {
                if (IsOnPath(v, e))
                {
                    _paths[to[e]] += _paths[v];
                }
            }
        }

        for (var i = reached - 1; i > 0; i--)
        {
            var v = _order[i];
            var dependency = 0.0;
            for (var e = first[v]; e < first[v + 1]; e++)
            {
                if (IsOnPath(v, e))
                {
                    dependency += (1 + _dependency[to[e]]) / _paths[to[e]];
                }
            }

            _dependency[v] = dependency * _paths[v];
            sums[v] += _dependency[v];
        }
    }

    private bool IsOnPath(int v, int e)
    {
        var goal = _distance[to[e]];
        return isWeighted
            ? Math.Abs(_distance[v] + length[e] - goal) <= tie * goal && to[e] != v
            : goal == _distance[v] + 1;
    }

    private int Breadth(int source)
    {
        var reached = 0;
        _order[reached++] = source;
        for (var i = 0; i < reached; i++)
        {
            var v = _order[i];
            for (var e = first[v]; e < first[v + 1]; e++)
            {
                if (double.IsPositiveInfinity(_distance[to[e]]))
                {
                    _distance[to[e]] = _distance[v] + 1;
                    _order[reached++] = to[e];
                }
            }
        }

        return reached;
    }

    private int Dijkstra(int source)
    {
        var reached = 0;
        _heapSize = 0;
        Push(source);
        while (_heapSize > 0)
        {
            var v = Pop();
            _order[reached++] = v;
            var here = _distance[v];
            for (var e = first[v]; e < first[v + 1]; e++)
            {
                var w = to[e];
                var distance = here + length[e];
                if (distance < _distance[w])
                {
                    var isNew = double.IsPositiveInfinity(_distance[w]);
                    _distance[w] = distance;
                    if (isNew)
                    {
                        Push(w);
                    }
                    else
                    {
                        Rise(_place[w], w);
                    }
                }
            }
        }

        return reached;
    }

    private void Push(int node) => Rise(_heapSize++, node);

    // Four children a node: fewer levels to climb than in a binary heap.
    private void Rise(int at, int node)
    {
        var distance = _distance[node];
        while (at > 0)
        {
            var parent = (at - 1) >> 2;
            if (_distance[_heap[parent]] <= distance)
            {
                break;
            }

            _heap[at] = _heap[parent];
            _place[_heap[at]] = at;
            at = parent;
        }

        _heap[at] = node;
        _place[node] = at;
    }

    private int Pop()
    {
        var top = _heap[0];
        var last = _heap[--_heapSize];
        if (_heapSize == 0)
        {
            return top;
        }

        var at = 0;
        var distance = _distance[last];
        for (var child = 1; child < _heapSize; child = (at << 2) + 1)
        {
            var end = Math.Min(child + 4, _heapSize);
            var least = child;
            for (var c = child + 1; c < end; c++)
            {
                if (_distance[_heap[c]] < _distance[_heap[least]])
                {
                    least = c;
                }
            }

            if (_distance[_heap[least]] >= distance)
            {
                break;
            }

            _heap[at] = _heap[least];
            _place[_heap[at]] = at;
            at = least;
        }

        _heap[at] = last;
        _place[last] = at;
        return top;
    }
}
