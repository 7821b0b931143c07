using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.CodeLists;

namespace SeizureIntel.Analytics.Trends;

/// <summary>How much each reporter sent in each period over all goods, and when it sent nothing at all.</summary>
internal sealed class ReporterActivity
{
    // The exposure is a mean over as many periods as hold this many other cases: less would carry its own noise into every test.
    private const double CasesWanted = 30;
    private const double CasesNeeded = 10;

    // A steady reporter with so many cases expected and none sent was not reporting.
    private const double SilentAbove = 20;

    private readonly Dictionary<string, int[]> _totals;
    private readonly Dictionary<string, bool[]> _missing;
    private readonly SeriesCatalogue _goods;
    private readonly Dictionary<(string Field, string Reporter), int[]> _stated;
    private readonly ConcurrentDictionary<(string Reporter, string Goods), double[]?> _others = [];
    private readonly ConcurrentDictionary<(string Reporter, string Field), double[]?> _statedActivity = [];
    private readonly int _widest;

    private ReporterActivity(
        Dictionary<string, int[]> totals,
        Dictionary<string, bool[]> missing,
        SeriesCatalogue goods,
        Dictionary<(string Field, string Reporter), int[]> stated,
        int periods,
        int widest
    )
    {
        _totals = totals;
        _missing = missing;
        _goods = goods;
        _stated = stated;
        _widest = widest;
        Periods = periods;
        Reporters = [.. totals.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Reporting countries, by code.</summary>
    public IReadOnlyList<string> Reporters { get; }

    /// <summary>Number of periods.</summary>
    public int Periods { get; }

    /// <summary>Counts a frame that holds all goods of the reporters.</summary>
    /// <param name="frame">All seizures of the reporters, whatever the goods.</param>
    /// <param name="lists">Code lists.</param>
    /// <param name="periodOf">Period of each seizure; −1 to leave it out.</param>
    /// <param name="quarterOf">Running quarter of each period.</param>
    /// <param name="widest">Most periods to either side over which an exposure is smoothed.</param>
    /// <param name="fields">Fields that a reporter may state or not, and that goods are crossed with.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    public static ReporterActivity Of(
        SeizureFrame frame,
        CodeListSet lists,
        int[] periodOf,
        int[] quarterOf,
        int widest,
        IReadOnlyList<string> fields,
        CancellationToken cancellationToken
    )
    {
        int periods = quarterOf.Length;
        Dictionary<string, int[]> totals = Cases(frame, periodOf, periods, null);
        Dictionary<string, bool[]> missing = totals.ToDictionary(e => e.Key, e => Missing(e.Value, quarterOf), StringComparer.Ordinal);
        var stated = fields
            .SelectMany(f => Cases(frame, periodOf, periods, f).Select(e => (Key: (f, e.Key), e.Value)))
            .ToDictionary(e => e.Key, e => e.Value);
        var goods = SeriesCatalogue.Count(frame, lists, periodOf, periods, ["reporting_country"], _ => true, 1, true, cancellationToken);
        return new ReporterActivity(totals, missing, goods, stated, periods, widest);
    }

    // Cases of each reporter a period; those in which a field is known where one is named.
    private static Dictionary<string, int[]> Cases(SeizureFrame frame, int[] periodOf, int periods, string? field)
    {
        FrameColumn reporter = frame["reporting_country"];
        FrameColumn? column = field is null ? null : frame[field];
        var counts = new int[]?[reporter.Values.Count];

        // A case has one reporter as a rule; what else it has stands apart.
        var seen = new int[frame.Count];
        var others = new HashSet<(int Case, int Reporter)>();
        for (int row = 0; row < frame.Count; row++)
        {
            if (periodOf[row] < 0 || !reporter.HasKnown(row) || column?.HasKnown(row) == false)
                continue;
            int by = reporter.First(row);
            ref int first = ref seen[frame.Cases[row]];
            if (first == by + 1 || (first > 0 && !others.Add((frame.Cases[row], by))))
                continue;
            if (first == 0)
                first = by + 1;
            (counts[by] ??= new int[periods])[periodOf[row]]++;
        }

        return Enumerable
            .Range(0, counts.Length)
            .Where(by => counts[by] is not null)
            .ToDictionary(by => reporter.Values[by], by => counts[by]!, StringComparer.Ordinal);
    }

    /// <summary>Cases of all goods of a reporter, one number a period; zeros where it is unknown.</summary>
    public IReadOnlyList<int> Total(string reporter) => _totals.GetValueOrDefault(reporter) ?? new int[Periods];

    /// <summary>True where the reporter sent nothing of any goods for so long that nothing is known of the period.</summary>
    public IReadOnlyList<bool> IsMissing(string reporter) => _missing.GetValueOrDefault(reporter) ?? new bool[Periods];

    /// <summary>Cases of some goods of a reporter, one number a period.</summary>
    public IReadOnlyList<int> Of(string goods, string reporter) => _goods.Find(IdOf(goods, reporter))?.Counts ?? new int[Periods];

    /// <summary>All goods of all reporters, as series by reporter.</summary>
    public IReadOnlyList<CountSeries> Goods => _goods.Series;

    /// <summary>Goods that a reporter sent, as series.</summary>
    public IEnumerable<CountSeries> GoodsOf(string reporter) => _goods.Series.Where(s => s.Reporter == reporter);

    /// <summary>A series with NaN where its only reporter was not reporting.</summary>
    public double[] Counts(CountSeries series)
    {
        var counts = new double[series.Counts.Length];
        IReadOnlyList<bool>? missing = series.Reporter is { } reporter ? IsMissing(reporter) : null;
        for (int i = 0; i < counts.Length; i++)
            counts[i] = missing is not null && missing[i] ? double.NaN : series.Counts[i];
        return counts;
    }

    /// <summary>Activity of a reporter without some goods, mean 1 over the periods it reported; null where its other goods are too few to tell.</summary>
    public double[]? Others(string reporter, string goods) =>
        _others.GetOrAdd((reporter, goods), key =>
            _totals.TryGetValue(key.Reporter, out int[]? total) ? Smoothed(key.Reporter, total, Of(key.Goods, key.Reporter)) : null
        );

    /// <summary>
    /// Expected course of a series if each reporter's share of it followed that reporter's other goods; where goods are crossed with a field that may
    /// be left empty,
    /// if it followed the reporter's cases in which that field is known, so that a reporter that begins or ceases to state it changes nothing. Mean 1.
    /// Null where too much of the series comes from reporters of whom that cannot be told.
    /// </summary>
    public double[]? Standard(CountSeries series)
    {
        if (series.Reporter is { } only)
            return Others(only, series.Base);
        string? field = series.Dimension is { } crossed && _stated.Keys.Any(k => k.Field == crossed) ? crossed : null;
        return Standard(series, field);
    }

    /// <summary>Expected course of a series if each reporter's share of it followed that reporter's cases in which a field is known, or its other
    /// goods where none is named. Mean 1; null as above.</summary>
    public double[]? Standard(CountSeries series, string? field)
    {
        var expected = new double[Periods];
        double told = 0,
            all = series.Total;
        foreach ((string reporter, int cases) in series.Reporters)
        {
            if ((field is null ? Others(reporter, series.Base) : Stating(reporter, field)) is not { } activity)
                continue;
            told += cases;
            double total = 0;
            foreach (double a in activity)
                total += double.IsNaN(a) ? 0 : a;
            for (int i = 0; i < expected.Length; i++)
                expected[i] += double.IsNaN(activity[i]) ? 0 : cases * activity[i] / total;
        }

        // The rest is taken as steady, so that no period is left without exposure.
        for (int i = 0; i < expected.Length; i++)
            expected[i] += (all - told + 0.5) / expected.Length;
        double mean = expected.Average();
        return all == 0 || told < 0.6 * all ? null : [.. expected.Select(e => e / mean)];
    }

    // Cases of a reporter in which a field is known; the series itself is among them, as it is in the share that it has of what is stated.
    private double[]? Stating(string reporter, string field) =>
        _statedActivity.GetOrAdd((reporter, field), key =>
            _stated.TryGetValue((key.Field, key.Reporter), out int[]? cases) ? Smoothed(key.Reporter, cases, new int[Periods]) : null
        );

    private double[]? Smoothed(string reporter, IReadOnlyList<int> total, IReadOnlyList<int> own)
    {
        bool[] missing = _missing[reporter];
        double sum = 0,
            reported = 0;
        for (int i = 0; i < Periods; i++)
        {
            if (missing[i])
                continue;
            reported++;
            sum += total[i] - own[i];
        }

        if (reported == 0)
            return null;
        double mean = sum / reported;
        int half = 0;
        while (half < _widest && mean * ((2 * half) + 1) < CasesWanted)
            half++;
        if (mean * ((2 * half) + 1) < CasesNeeded)
            return null;
        var activity = new double[Periods];
        for (int i = 0; i < activity.Length; i++)
        {
            double events = 0.5,
                periods = 0;
            for (int j = Math.Max(0, i - half); j <= Math.Min(Periods - 1, i + half); j++)
            {
                if (missing[j])
                    continue;
                periods++;
                events += total[j] - own[j];
            }

            activity[i] = missing[i] ? double.NaN : events / periods / (mean + (0.5 / periods));
        }

        return activity;
    }

    private static string IdOf(string goods, string reporter)
    {
        int bar = goods.IndexOf('|', StringComparison.Ordinal);
        return bar < 0
            ? $"heading={goods}|reporting_country={reporter}"
            : $"heading={goods[..bar]}|product={goods[(bar + 1)..]}|reporting_country={reporter}";
    }

    // A quarter with nothing of any goods is missing, and so is a run of empty periods in which a steady reporter would have sent many cases.
    private static bool[] Missing(int[] counts, int[] quarterOf)
    {
        var missing = new bool[counts.Length];
        HashSet<int> active = [.. Enumerable.Range(0, counts.Length).Where(i => counts[i] > 0).Select(i => quarterOf[i])];
        for (int i = 0; i < counts.Length; i++)
            missing[i] = !active.Contains(quarterOf[i]);
        int left = missing.Count(m => !m);
        double mean = left == 0 ? 0 : counts.Sum() / (double)left;
        for (int start = 0; start < counts.Length; )
        {
            int end = start;
            while (end < counts.Length && counts[end] == 0)
                end++;
            if (end > start && mean * (end - start) > SilentAbove)
                Array.Fill(missing, true, start, end - start);
            start = end + 1;
        }

        return missing;
    }
}
