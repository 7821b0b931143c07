using System;
using SeizureIntel.Analytics.Counting;

namespace SeizureIntel.Analytics.Trends;

/// <summary>Rows by period, those of one case of a period next to each other: so a case counts once in a series.</summary>
internal static class PeriodOrder
{
    /// <summary>The rows of wanted headings that belong to a period.</summary>
    /// <param name="frame">The seizures; holds heading.</param>
    /// <param name="periodOf">Period of each, −1 to leave it out.</param>
    /// <param name="periods">Number of periods.</param>
    /// <param name="isWanted">Which headings.</param>
    public static int[] Of(SeizureFrame frame, int[] periodOf, int periods, Func<string, bool> isWanted)
    {
        FrameColumn heading = frame["heading"];
        var wanted = new bool[heading.Values.Count];
        for (int i = 0; i < wanted.Length; i++)
            wanted[i] = isWanted(heading.Values[i]);
        var rows = new int[frame.Count];
        int count = 0;
        for (int row = 0; row < rows.Length; row++)
        {
            if (periodOf[row] >= 0 && heading.HasKnown(row) && wanted[heading.First(row)])
                rows[count++] = row;
        }

        Array.Resize(ref rows, count);
        return Sorted(Sorted(rows, frame.Cases, frame.Count), periodOf, periods);
    }

    // By counting, what is equal keeps its order.
    private static int[] Sorted(int[] rows, int[] keyOf, int keys)
    {
        var starts = new int[keys + 1];
        foreach (int row in rows)
            starts[keyOf[row] + 1]++;
        for (int key = 0; key < keys; key++)
            starts[key + 1] += starts[key];
        var sorted = new int[rows.Length];
        foreach (int row in rows)
            sorted[starts[keyOf[row]]++] = row;
        return sorted;
    }
}
