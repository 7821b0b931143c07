using System;

namespace SeizureIntel.Analytics.Statistics.Graphs;

/// <summary>Places that wait for their turn, the nearest first.</summary>
/// <remarks>Four children a node: fewer levels to climb than in a binary heap. Distances stand beside the places, so that siblings are compared
/// within one line of memory.</remarks>
internal sealed class DistanceHeap(int capacity)
{
    private const int Absent = -1;

    private readonly int[] _places = new int[capacity];
    private readonly double[] _distances = new double[capacity];

    // Where a place stands in the heap; a place that has left it, or was never in it, is absent.
    private readonly int[] _positions = Filled(capacity);

    /// <summary>Places that wait.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a place that does not wait yet, or brings one that waits nearer.</summary>
    public void PushOrRaise(int place, double distance)
    {
        var at = _positions[place];
        if (at == Absent)
        {
            at = Count++;
        }

        while (at > 0)
        {
            var parent = (at - 1) >> 2;
            if (_distances[parent] <= distance)
            {
                break;
            }

            Move(parent, at);
            at = parent;
        }

        Put(place, distance, at);
    }

    /// <summary>Takes the nearest place out; some place must wait.</summary>
    public int Pop()
    {
        var top = _places[0];
        _positions[top] = Absent;
        var count = --Count;
        if (count == 0)
        {
            return top;
        }

        var last = _places[count];
        var distance = _distances[count];
        var distances = _distances;
        var at = 0;
        for (var child = 1; child < count; child = (at << 2) + 1)
        {
            var end = child + 4 < count ? child + 4 : count;
            var least = child;
            var smallest = distances[child];
            for (var c = child + 1; c < end; c++)
            {
                if (distances[c] < smallest)
                {
                    smallest = distances[c];
                    least = c;
                }
            }

            if (smallest >= distance)
            {
                break;
            }

            Move(least, at);
            at = least;
        }

        Put(last, distance, at);
        return top;
    }

    private void Move(int from, int to) => Put(_places[from], _distances[from], to);

    private void Put(int place, double distance, int at)
    {
        _places[at] = place;
        _distances[at] = distance;
        _positions[place] = at;
    }

    private static int[] Filled(int capacity)
    {
        var positions = new int[capacity];
        Array.Fill(positions, Absent);
        return positions;
    }
}
