using System.Collections.Generic;

namespace SeizureIntel.Analytics.Routes;

/// <summary>Counts of pairs of codes by window and reporter, with their margins.</summary>
internal sealed class CellCounts(int windows)
{
    private readonly Dictionary<long, int> _numbers = [];
    private readonly List<(int First, int Second)> _cells = [];
    private readonly List<int[]> _counts = [];
    private readonly List<Dictionary<int, int[]>> _byReporter = [];
    private readonly Dictionary<int, int[]> _first = [];
    private readonly Dictionary<int, int[]> _second = [];

    /// <summary>Number of pairs seen.</summary>
    public int Count => _cells.Count;

    /// <summary>Seizures with both sides known, by window.</summary>
    public int[] Totals { get; } = new int[windows];

    /// <summary>The codes of a pair.</summary>
    public (int First, int Second) this[int cell] => _cells[cell];

    /// <summary>Counts of a pair by window.</summary>
    public int[] Of(int cell) => _counts[cell];

    /// <summary>Counts of a pair by window, for each reporter that feeds it.</summary>
    public Dictionary<int, int[]> ByReporter(int cell) => _byReporter[cell];

    /// <summary>Counts of a first code by window, whatever the second.</summary>
    public int[] FirstMargin(int cell) => _first[_cells[cell].First];

    /// <summary>Counts of a second code by window, whatever the first.</summary>
    public int[] SecondMargin(int cell) => _second[_cells[cell].Second];

    /// <summary>The number of a pair; −1 where it was never seen.</summary>
    public int Find(int first, int second) => _numbers.GetValueOrDefault(Key(first, second), -1);

    /// <summary>Counts one seizure: every first code with every second one, each given once.</summary>
    public void Add(List<int> first, IReadOnlyList<int> second, int reporter, int window)
    {
        if (window < 0 || first.Count == 0 || second.Count == 0)
            return;
        Totals[window]++;
        foreach (int a in first)
            Margin(_first, a)[window]++;
        foreach (int b in second)
            Margin(_second, b)[window]++;
        foreach (int a in first)
        {
            foreach (int b in second)
            {
                int cell = NumberOf(a, b);
                _counts[cell][window]++;
                Margin(_byReporter[cell], reporter)[window]++;
            }
        }
    }

    private static long Key(int first, int second) => ((long)first << 32) | (uint)second;

    private int[] Margin(Dictionary<int, int[]> margins, int code)
    {
        if (!margins.TryGetValue(code, out int[]? counts))
            margins[code] = counts = new int[windows];
        return counts;
    }

    private int NumberOf(int first, int second)
    {
        long key = Key(first, second);
        if (_numbers.TryGetValue(key, out int cell))
            return cell;
        _numbers[key] = cell = _cells.Count;
        _cells.Add((first, second));
        _counts.Add(new int[windows]);
        _byReporter.Add([]);
        return cell;
    }

    /// <summary>Events of a pair within some windows.</summary>
    public int Sum(int cell, int from, int upTo)
    {
        int[] counts = _counts[cell];
        int sum = 0;
        for (int window = from; window < upTo; window++)
            sum += counts[window];
        return sum;
    }
}
