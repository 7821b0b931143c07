using System;
using System.Collections.Generic;

namespace SeizureIntel.Analytics.Counting;

/// <summary>How often each reporter fills a field: a reporter that begins or ceases to state it changes every count that needs the field.</summary>
internal sealed class FieldFilling
{
    private readonly Dictionary<string, (int[] Known, int[] All)> _byReporter;
    private readonly int _firstMonth;

    private FieldFilling(Dictionary<string, (int[] Known, int[] All)> byReporter, int firstMonth)
    {
        _byReporter = byReporter;
        _firstMonth = firstMonth;
    }

    /// <summary>Counts a field of a frame by reporter and month.</summary>
    public static FieldFilling Of(SeizureFrame frame, string field)
    {
        var byReporter = new Dictionary<string, (int[] Known, int[] All)>(StringComparer.Ordinal);
        if (frame.Span is not { } span) return new FieldFilling(byReporter, 0);
        int first = Months.Of(span.First), count = Months.Of(span.Last) - first + 1;
        int[] months = Months.OfDays(frame.Days);
        FrameColumn reporter = frame["reporting_country"], column = frame[field];
        for (int row = 0; row < frame.Count; row++)
        {
            string code = reporter.FirstCode(row);
            if (!byReporter.TryGetValue(code, out (int[] Known, int[] All) counts)) byReporter[code] = counts = (new int[count], new int[count]);
            counts.All[months[row] - first]++;
            if (column.HasKnown(row)) counts.Known[months[row] - first]++;
        }

        return new FieldFilling(byReporter, first);
    }

    /// <summary>Share of the seizures with the field known in one span of months over that in another, a mean over reporters by their weight; 1 without reporters.</summary>
    /// <param name="reporters">Reporters with their weight.</param>
    /// <param name="before">Months of the earlier span, first and last running number.</param>
    /// <param name="after">Months of the later span.</param>
    public double Change(IReadOnlyList<(string Reporter, int Weight)> reporters, (int First, int Last) before, (int First, int Last) after)
    {
        double earlier = 0, later = 0;
        foreach ((string reporter, int weight) in reporters)
        {
            if (!_byReporter.TryGetValue(reporter, out (int[] Known, int[] All) counts)) continue;
            earlier += weight * Share(counts, before);
            later += weight * Share(counts, after);
        }

        return earlier <= 0 || later <= 0 ? 1 : later / earlier;
    }

    // Half a seizure known and half not keep the share of a span without any above zero.
    private double Share((int[] Known, int[] All) counts, (int First, int Last) span)
    {
        int known = 0, all = 0;
        for (int month = Math.Max(0, span.First - _firstMonth); month <= Math.Min(counts.All.Length - 1, span.Last - _firstMonth); month++)
        {
            known += counts.Known[month];
            all += counts.All[month];
        }

        return (known + 0.5) / (all + 1);
    }
}
