using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Rates;
using SeizureIntel.Loops;

namespace SeizureIntel.Analytics.Trends;

/// <summary>What the series crossed with one field tell of each of them: the law of their rates, and how much their counts vary beyond it.</summary>
internal sealed class SiblingLaws(ChangeContext context)
{
    /// <summary>Cases a week from which a series speaks for itself.</summary>
    public const double FrequentFrom = 1;

    private const int FewestSiblings = 200;
    private const string ByReporter = "reporting_country";
    private const double Untrimmed = 0.9;

    private readonly Dictionary<string, double> _dispersions = new(StringComparer.Ordinal);

    /// <summary>Prior and variance over mean by the field that goods are crossed with; empty for goods alone.</summary>
    public static IReadOnlyDictionary<string, (GammaRatePrior Prior, double Dispersion)> Of(ChangeContext context)
    {
        var laws = new SiblingLaws(context);
        var siblings = new Dictionary<string, (GammaRatePrior Prior, double Dispersion)>(StringComparer.Ordinal);
        foreach ((string dimension, double[] totals) in context.Weekly.SiblingTotals)
        {
            GammaRatePrior prior =
                totals.Length == 0 ? new GammaRatePrior(0.5, 0.5 * context.WeekCount) : GammaRatePrior.Estimate(totals, context.WeekCount);
            siblings[dimension] = (prior, laws.Dispersion(dimension));
        }

        return siblings;
    }

    // Only of series as rare as those it serves: frequent ones vary with the noise of their exposure too.
    // A cross is a part of what reporters send of the goods: its cases come in the same bursts, even where most of its siblings are too rare to show them.
    private double Dispersion(string dimension)
    {
        if (!_dispersions.TryGetValue(dimension, out double dispersion))
            _dispersions[dimension] = dispersion = Count(dimension);
        return dispersion;
    }

    private double Count(string dimension)
    {
        double own = Dispersion(Rare(context.Weekly.Series.Where(s => (s.Dimension ?? "") == dimension)));
        if (dimension != ByReporter)
            return Math.Max(own, Dispersion(ByReporter));

        // Some dozen series do not tell a dispersion: what the same reporters send of other goods stands beside them.
        CountSeries[] siblings = Rare(context.Weekly.Series.Where(s => s.Dimension == ByReporter));
        return siblings.Length >= FewestSiblings
            ? own
            : Dispersion([.. siblings, .. Rare(context.WeeklyActivity.Goods.Where(s => context.Weekly.Find(s.Id) is null))]);
    }

    private CountSeries[] Rare(IEnumerable<CountSeries> series) => [.. series.Where(s => s.Total < FrequentFrom * context.WeekCount)];

    // Beyond the better of both exposures that the weeks are tested with: the noise of a reporter's other goods is no dispersion of the series, and
    // neither is its change of reporting.
    private double Dispersion(IReadOnlyList<CountSeries> series) =>
        Math.Min(Dispersion(series, isAdjusted: true), Dispersion(series, isAdjusted: false));

    // Quarters of the newest two years against their exposure. The tenth of the series that varies most is left out: it holds the changes that are looked for.
    private double Dispersion(IReadOnlyList<CountSeries> series, bool isAdjusted)
    {
        const int most = 500;
        int quarters = Math.Min(8, context.WeekCount / 13);
        if (quarters < 2)
            return 1;
        int first = context.WeekCount - (13 * quarters),
            step = Math.Max(1, series.Count / most);
        var each = new double?[(series.Count + step - 1) / step];
        Parallel.For(0, each.Length, SideBySide.Here(), i => each[i] = Pearson(series[i * step], first, quarters, isAdjusted));
        List<double> ratios = [.. each.OfType<double>()];
        ratios.Sort();
        return ratios.Count == 0
            ? 1
            : Math.Max(1, ratios.Take(Math.Max(1, (int)(Untrimmed * ratios.Count))).Average() / TrimmedMean(quarters - 1, Untrimmed));
    }

    /// <summary>Mean of a chi-squared law over its degrees of freedom when only its lowest part is kept: what a trimmed mean of ratios without
    /// over-dispersion comes to.</summary>
    /// <remarks>Source: the partial expectation of a gamma law is that of the law with one more in its shape, N. Johnson, S. Kotz, N. Balakrishnan,
    /// Continuous Univariate Distributions 1, 2nd ed. 1994, section 17.</remarks>
    internal static double TrimmedMean(double degrees, double kept) =>
        IncompleteGamma.Lower((degrees / 2) + 1, IncompleteGamma.InverseLower(degrees / 2, kept)) / kept;

    private double? Pearson(CountSeries series, int first, int quarters, bool isAdjusted)
    {
        double[] counts = context.WeeklyActivity.Counts(series),
            season = context.Seasons.Of(series);
        double[]? activity = isAdjusted ? context.WeeklyActivity.Standard(series) : null;
        var events = new double[quarters];
        var exposure = new double[quarters];
        for (int week = first; week < first + (13 * quarters); week++)
        {
            int quarter = (week - first) / 13;
            if (double.IsNaN(counts[week]))
                continue;
            events[quarter] += counts[week];
            exposure[quarter] += season[week] * (activity?[week] ?? 1);
        }

        double rate = events.Sum() / Math.Max(1e-9, exposure.Sum()),
            sum = 0;
        int used = 0;
        for (int quarter = 0; quarter < quarters; quarter++)
        {
            double expected = rate * exposure[quarter];
            if (expected <= 0)
                continue;
            sum += (events[quarter] - expected) * (events[quarter] - expected) / expected;
            used++;
        }

        return events.Sum() < 5 || used < 2 ? null : sum / (used - 1);
    }
}
