using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using SeizureIntel.Analytics.Statistics.Rates;
using SeizureIntel.Loops;

namespace SeizureIntel.Analytics.Routes;

/// <summary>Tests every pair of a table at the end of every tested window for a rise and for a fall.</summary>
/// <remarks>
/// Over-dispersed gamma-Poisson prediction with a prior from the siblings. A pair that one reporter feeds takes that reporter's other seizures as exposure,
/// windows in which it sent nothing left out; a pair of several takes the change of its margins. A change that reporters make who began or ceased to
/// state the field
/// stays among the hypotheses and is not told. Pairs whose count cannot be beyond chance are counted as hypotheses, not computed.
/// </remarks>
/// <param name="tested">Windows that are tested, in order.</param>
/// <param name="isNewest">Whether late reports may still be missing in a window.</param>
/// <param name="reporters">What each reporter sent in each window.</param>
internal sealed class ChangeTest(IReadOnlyList<int> tested, Predicate<int> isNewest, ReporterCounts reporters)
{
    private const double SingleFrom = 0.9;
    private const double LeastExpectedForFall = 3;
    private const double FactorPrior = 2;
    private const int FewestForRise = 2;

    // The likelihood of the prior is flat long before this many siblings.
    private const int MostSiblings = 4000;

    private readonly List<(int Table, CellChange Change)> _rises = [];
    private readonly List<(int Table, CellChange Change)> _falls = [];
    private int _riseHypotheses;
    private int _fallHypotheses;
    private int _tables;

    /// <summary>Tests a table; its pairs join the family.</summary>
    /// <returns>Number of the table in the family.</returns>
    public int Add(CellCounts cells)
    {
        int table = _tables++;
        var windows = new WindowChanges[tested.Count];

        // Windows do not touch one another; their changes are joined in the order of the windows.
        Parallel.For(0, windows.Length, SideBySide.Here(), i =>
        {
            int window = tested[i],
                from = WindowPlan.BeforeFrom(window);
            double phi = Dispersion(cells, from, window);
            GammaRatePrior prior = Prior(cells, from, window);
            var found = new WindowChanges();
            for (int cell = 0; cell < cells.Count; cell++)
                Test(found, cells, cell, from, window, prior, phi);
            windows[i] = found;
        });
        foreach (WindowChanges found in windows)
        {
            _riseHypotheses += cells.Count;
            _fallHypotheses += found.FallHypotheses;
            _rises.AddRange(found.Rises.Select(c => (table, c)));
            _falls.AddRange(found.Falls.Select(c => (table, c)));
        }

        return table;
    }

    /// <summary>All changes computed so far, rises and falls adjusted each over its whole family.</summary>
    public IReadOnlyList<(int Table, CellChange Change)> Judge() =>
        [.. Adjusted(_rises, _riseHypotheses), .. Adjusted(_falls, _fallHypotheses)];

    private static IEnumerable<(int Table, CellChange Change)> Adjusted(List<(int Table, CellChange Change)> changes, int hypotheses)
    {
        IReadOnlyList<double> q = FalseDiscovery.BenjaminiHochberg(
            [.. changes.Select(c => c.Change.P)],
            Math.Max(hypotheses, changes.Count)
        );
        return changes.Select((c, i) => (c.Table, c.Change with { Q = q[i] }));
    }

    /// <summary>Variance over mean of a pair's counts within some windows, pooled over pairs with five seizures and more; at least 1.</summary>
    public static double Dispersion(CellCounts cells, int from, int window)
    {
        double sum = 0,
            degrees = 0;
        int periods = window - from;
        for (int cell = 0; cell < cells.Count; cell++)
        {
            ReadOnlySpan<int> counts = cells.Of(cell).AsSpan(from, periods);
            int total = 0;
            foreach (int count in counts)
                total += count;
            if (total < 5)
                continue;
            double mean = total / (double)periods;
            foreach (int count in counts)
                sum += (count - mean) * (count - mean) / mean;
            degrees += periods - 1;
        }

        return degrees > 0 ? Math.Max(1, sum / degrees) : 1;
    }

    private static GammaRatePrior Prior(CellCounts cells, int from, int window)
    {
        int step = Math.Max(1, cells.Count / MostSiblings);
        var counts = new List<double>(MostSiblings + 1);
        for (int cell = 0; cell < cells.Count; cell += step)
            counts.Add(cells.Sum(cell, from, window));
        return counts.Count == 0
            ? new GammaRatePrior(0.5, 0.5)
            : GammaRatePrior.Estimate(counts.ToArray(), (window - from) * WindowPlan.Weeks);
    }

    private void Test(WindowChanges found, CellCounts cells, int cell, int from, int window, GammaRatePrior prior, double phi)
    {
        int[] counts = cells.Of(cell);
        int now = counts[window],
            before = 0;
        for (int w = from; w < window; w++)
            before += counts[w];
        if (now < FewestForRise && before < LeastExpectedForFall)
            return;
        (int single, int feeding, bool isDated) = Feeders(cells.ByReporter(cell), from, window, now + before);
        (double exposure, double pastExposure, int past)? basis =
            single >= 0 ? OfReporter(single, counts, from, window) : OfMargins(cells, cell, from, window, before, now);
        if (basis is not { } b)
            return;

        CellChange Change(bool isRise, double exposure, RatePrediction prediction, double p)
        {
            double value = (prior.Shape + now) / (prior.Rate + exposure) / ((prior.Shape + b.past) / (prior.Rate + b.pastExposure));
            return new CellChange
            {
                Cell = cell,
                Window = window,
                IsRise = isRise,
                Before = before,
                Now = now,
                Law = prediction.Law,
                Ratio = value,
                Basis = (prior, b.past, b.pastExposure, exposure),
                P = Math.Clamp(p, 0, 1),
                Reporter = single,
                Reporters = feeding,
            };
        }

        // A rise must be one in number and against the exposure, a fall likewise: else a jump of one margin would make the rest of it look like a change.
        double risen = Math.Max(b.exposure, WindowPlan.Weeks),
            fallen = Math.Min(b.exposure, WindowPlan.Weeks);
        RatePrediction high = RatePrediction.Of(prior, b.past, b.pastExposure, risen, phi);
        if (now >= FewestForRise && now > high.Law.Mean && !IsFilling(cells.ByReporter(cell), from, window, isRise: true))
            found.Rises.Add(Change(true, risen, high, high.Law.MidUpperTail(now)));
        RatePrediction low = RatePrediction.Of(prior, b.past, b.pastExposure, fallen, phi);
        if (low.Law.Mean < LeastExpectedForFall || (!isDated && isNewest(window)))
            return;
        found.FallHypotheses++;
        if (now < low.Law.Mean && !IsFilling(cells.ByReporter(cell), from, window, isRise: false))
            found.Falls.Add(Change(false, fallen, low, low.Law.MidLowerTail(now)));
    }

    // True where most of the change lies with reporters who state the field by another rule than before.
    private bool IsFilling(Dictionary<int, int[]> byReporter, int from, int window, bool isRise)
    {
        double change = 0,
            filled = 0;
        foreach ((int reporter, int[] counts) in byReporter)
        {
            double before = 0;
            for (int w = from; w < window; w++)
                before += counts[w];
            double moved = (counts[window] - (before / (window - from))) * (isRise ? 1 : -1);
            if (moved <= 0)
                continue;
            change += moved;
            if (reporters.IsFilling(reporter, from, window, isRise))
                filled += moved;
        }

        return filled > change / 2;
    }

    // The reporter that sent nearly all of it, how many sent any, and whether those that count say when they reported.
    private (int Single, int Feeding, bool IsDated) Feeders(Dictionary<int, int[]> byReporter, int from, int window, int all)
    {
        int single = -1,
            feeding = 0;
        bool isDated = true;
        foreach ((int reporter, int[] counts) in byReporter)
        {
            int own = 0;
            for (int w = from; w <= window; w++)
                own += counts[w];
            if (own == 0)
                continue;
            feeding++;
            isDated &= reporters.IsDated[reporter];
            if (own >= SingleFrom * all)
                single = reporter;
        }

        return (single, feeding, isDated);
    }

    private (double Exposure, double PastExposure, int Past)? OfReporter(int reporter, int[] cell, int from, int window)
    {
        int[] sent = reporters.Counts[reporter];
        if (sent[window] == 0)
            return null;
        int windows = 0,
            others = 0,
            past = 0;
        for (int w = from; w < window; w++)
        {
            if (sent[w] == 0)
                continue;
            windows++;
            past += cell[w];
            others += Math.Max(0, sent[w] - cell[w]);
        }

        if (windows < WindowPlan.FewestBefore)
            return null;
        double factor = (Math.Max(0, sent[window] - cell[window]) + FactorPrior) / ((others / (double)windows) + FactorPrior);
        return (WindowPlan.Weeks * factor, WindowPlan.Weeks * windows, past);
    }

    private static (double Exposure, double PastExposure, int Past)? OfMargins(
        CellCounts cells,
        int cell,
        int from,
        int window,
        int before,
        int now
    )
    {
        int windows = window - from;
        if (cells.Totals[window] == 0)
            return null;
        double factor = Factor(cells.FirstMargin(cell)) * Factor(cells.SecondMargin(cell)) / Factor(cells.Totals);
        return (WindowPlan.Weeks * factor, WindowPlan.Weeks * windows, before);

        double Factor(int[] margin)
        {
            int past = 0;
            for (int w = from; w < window; w++)
                past += margin[w];
            return (margin[window] - now + FactorPrior) / (((past - before) / (double)windows) + FactorPrior);
        }
    }

    // What one window adds to the family.
    private sealed class WindowChanges
    {
        public List<CellChange> Rises { get; } = [];

        public List<CellChange> Falls { get; } = [];

        public int FallHypotheses { get; set; }
    }
}
