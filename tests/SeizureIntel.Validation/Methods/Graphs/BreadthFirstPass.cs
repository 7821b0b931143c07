using System;

namespace SeizureIntel.Validation.Methods.Graphs;

/// <summary>Paths of fewest edges from one source and the dependencies of all places on them; the buffers serve many sources.</summary>
internal sealed class BreadthFirstPass(int[] first, int[] to)
{
    // Half the largest number: a distance can be taken from it without overflow.
    private const int Unreached = int.MaxValue >> 1;

    // One entry more than places and edges: the last step writes past what it keeps.
    private readonly int[] _order = new int[first.Length];
    private readonly int[] _onPath = new int[to.Length + 1];
    private readonly int[] _onPathFirst = new int[first.Length];
    private readonly int[] _distance = new int[first.Length - 1];
    private readonly double[] _paths = new double[first.Length - 1];
    private readonly double[] _share = new double[first.Length - 1];

    /// <summary>Adds the dependencies of one source to the sums.</summary>
    public void Accumulate(int source, double[] sums)
    {
        var reached = Search(source);
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

    // Which edge lies on a shortest path is as good as random, so a processor guesses every third branch wrong:
    // the four cases (nearer, as near, not reached yet, farther) are worked out of the sign of one difference instead.
    private int Search(int source)
    {
        int[] order = _order,
            onPath = _onPath,
            distance = _distance;
        var paths = _paths;
        Array.Fill(distance, Unreached);
        Array.Clear(paths);
        distance[source] = 0;
        paths[source] = 1;
        order[0] = source;
        int reached = 1,
            kept = 0;
        for (var i = 0; i < reached; i++)
        {
            var v = order[i];
            var next = distance[v] + 1;
            var pathsHere = BitConverter.DoubleToInt64Bits(paths[v]);
            foreach (var w in to.AsSpan(first[v]..first[v + 1]))
            {
                unchecked
                {
                    var longer = distance[w] - next;
                    // -1 (all bits) where w is nearer already, else 0.
                    var isNearer = longer >> 31;
                    distance[w] = next + (longer & isNearer);
                    order[reached] = w;
                    reached += (int)((uint)-longer >> 31);
                    onPath[kept] = w;
                    kept += 1 + isNearer;
                    paths[w] += BitConverter.Int64BitsToDouble(pathsHere & ~(long)isNearer);
                }
            }

            _onPathFirst[i + 1] = kept;
        }

        return reached;
    }
}
