using System;

namespace SeizureIntel.Search.Embedded;

/// <summary>Keeps the first few of many numbers under an order, without sorting the many.</summary>
/// <param name="size">How many are kept at most.</param>
/// <param name="compare">The order; never equal for two different numbers.</param>
internal sealed class Best(int size, Comparison<int> compare)
{
    // A heap whose top is the last of those kept.
    private int[] _heap = new int[Math.Min(Math.Max(size, 1), 64)];
    private int _count;

    /// <summary>True where the next number must stand before the last one kept to be kept.</summary>
    public bool IsFull => _count >= size;

    /// <summary>The last of those kept.</summary>
    public int Last => _heap[0];

    public void Offer(int item)
    {
        if (size <= 0)
            return;
        if (_count < size)
        {
            if (_count == _heap.Length)
                Array.Resize(ref _heap, Math.Min(size, _count * 2));
            _heap[_count] = item;
            Up(_count++);
        }
        else if (compare(item, _heap[0]) < 0)
        {
            _heap[0] = item;
            Down();
        }
    }

    /// <summary>Those kept, in order.</summary>
    public ReadOnlySpan<int> InOrder()
    {
        Span<int> kept = _heap.AsSpan(0, _count);
        kept.Sort(compare);
        return kept;
    }

    private void Up(int at)
    {
        while (at > 0 && compare(_heap[at], _heap[(at - 1) / 2]) > 0)
        {
            (_heap[at], _heap[(at - 1) / 2]) = (_heap[(at - 1) / 2], _heap[at]);
            at = (at - 1) / 2;
        }
    }

    private void Down()
    {
        int at = 0;
        while (true)
        {
            int child = (at * 2) + 1;
            if (child >= _count)
                return;
            if (child + 1 < _count && compare(_heap[child + 1], _heap[child]) > 0)
                child++;
            if (compare(_heap[child], _heap[at]) <= 0)
                return;
            (_heap[at], _heap[child]) = (_heap[child], _heap[at]);
            at = child;
        }
    }
}
