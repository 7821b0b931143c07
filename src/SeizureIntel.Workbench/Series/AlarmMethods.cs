using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Rates;
using SeizureIntel.Analytics.Statistics.Surveillance;
using SeizureIntel.Analytics.Statistics.Trends;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Workbench.Series;

/// <summary>Methods that ask of each period whether its count is unusual.</summary>
internal static class AlarmMethods
{
    private const double UsualAlpha = 0.005;
    private const double EarsAlpha = 0.001;
    private const int EarsBaseline = 7;

    public static SeriesVerdict Farrington(GivenSeries series, SeriesSettings settings)
    {
        FarringtonOptions options = Options(series, settings);
        return Each(series, settings, options.Alpha, i =>
        {
            Outcome<FarringtonResult> outcome = FlexibleFarrington.Test(series.Counts, i, options, series.WeekDates, series.Exposure);
            if (!outcome.IsTestable)
                return (null, outcome.Reason);
            FarringtonResult result = outcome.Value;
            return (Row(series, i) with { Expected = result.Mean, High = result.Upper, P = result.PValue, Alarm = result.IsAlarm }, "");
        });
    }

    public static SeriesVerdict Predictive(GivenSeries series, SeriesSettings settings)
    {
        FarringtonOptions options = Options(series, settings);
        SeriesVerdict verdict = Each(series, settings, options.Alpha, i =>
        {
            Outcome<PredictiveResult> outcome = PredictiveDetector.Test(series.Counts, i, options, series.WeekDates, series.Exposure);
            if (!outcome.IsTestable)
                return (null, outcome.Reason);
            PredictiveResult result = outcome.Value;
            var parts = new Dictionary<string, double> { ["p_one"] = result.PValueOnePeriod };
            if (result.PValueTwoPeriods is { } two)
                parts["p_two"] = two;
            SeriesAnswerRow row = Row(series, i) with
            {
                Expected = result.Mean,
                Low = PredictiveDetector.Quantile(result, 0.025),
                High = PredictiveDetector.Quantile(result, 0.975),
                P = result.PValue,
                Alarm = result.PValue < options.Alpha && result.IsGateOpen,
                Parts = parts,
            };
            return (row, "");
        });
        return verdict with
        {
            Notes =
            [
                .. verdict.Notes,
                $"Low and high hold 95 % of what one {series.StepWord} may bring; the p-value is of the {series.StepWord} and of two together.",
            ],
        };
    }

    public static SeriesVerdict Sparse(GivenSeries series, SeriesSettings settings)
    {
        if (series.PeriodsPerYear is not (52 or 53))
            throw Fault.Usage(
                "method_does_not_fit",
                $"sparse takes weekly series; this one has {series.PeriodsPerYear} periods a year.",
                "Take predictive, or sum the counts by week."
            );
        double alpha = settings.Alpha ?? UsualAlpha;
        double[] present = [.. series.Counts.Where(c => !double.IsNaN(c))];
        double weeks =
            series.Exposure.Length == 0 ? present.Length : series.Exposure.Where((_, i) => !double.IsNaN(series.Counts[i])).Sum();
        // No siblings: a prior worth half an event at the series' own rate, as for a short forecast.
        var prior = new GammaRatePrior(0.5, 0.5 * weeks / Math.Max(1, present.Sum()));
        double dispersion = ChangePoints.LocalDispersion(series.Counts);
        SeriesVerdict verdict = Each(series, settings, alpha, i =>
        {
            Outcome<SparseResult> outcome = SparseDetector.Test(series.Counts, i, prior, dispersion, series.Exposure);
            if (!outcome.IsTestable)
                return (null, outcome.Reason);
            SparseResult result = outcome.Value;
            var parts = new Dictionary<string, double>();
            foreach (SparseWindow window in result.Windows.Skip(1))
            {
                parts[string.Create(CultureInfo.InvariantCulture, $"count_{window.Weeks}_weeks")] = window.Count;
                parts[string.Create(CultureInfo.InvariantCulture, $"expected_{window.Weeks}_weeks")] = window.Expected;
            }

            return (
                Row(series, i) with
                {
                    Expected = result.Windows[0].Expected,
                    P = result.PValue,
                    Alarm = result.PValue < alpha && result.IsGateOpen,
                    Parts = parts,
                },
                ""
            );
        });
        return verdict with { Figures = [.. verdict.Figures, new SeriesAnswerFigure("dispersion", dispersion, "variance over mean")] };
    }

    public static SeriesVerdict EarsChart(GivenSeries series, SeriesSettings settings, EarsMethod method)
    {
        int baseline = settings.Baseline ?? EarsBaseline;
        if (baseline < 2)
            throw Fault.Usage("bad_baseline", $"A baseline of {baseline}; EARS needs 2 periods or more.", "Give a baseline of 7.");
        double alpha = settings.Alpha ?? EarsAlpha;
        SeriesVerdict verdict = Each(series, settings, alpha, i =>
        {
            EarsPoint point = double.IsNaN(series.Counts[i]) ? default : Ears.Test(series.Counts, i, method, baseline, alpha);
            return point.Upper is { } upper
                ? (Row(series, i) with { High = upper, Alarm = point.IsAlarm }, "")
                : (
                    null,
                    double.IsNaN(series.Counts[i]) ? "the period was not reported" : "the baseline is too short or has a missing period"
                );
        });
        return verdict with
        {
            Notes =
            [
                .. verdict.Notes,
                "EARS is here for comparison: it knows no season, and where the baseline does not vary every event is an alarm.",
            ],
        };
    }

    private static FarringtonOptions Options(GivenSeries series, SeriesSettings settings)
    {
        var options = new FarringtonOptions { Alpha = settings.Alpha ?? UsualAlpha, ExposureOffset = series.Exposure.Length > 0 };
        return series.PeriodsPerYear switch
        {
            52 or 53 => options,
            12 => options with { PeriodsPerYear = 12, HalfWindow = 1, SeasonalLevels = 4, ExcludedPast = 6 },
            _ => throw Fault.Usage(
                "method_does_not_fit",
                $"This method takes weekly or monthly series; this one has {series.PeriodsPerYear} periods a year.",
                "Sum the counts by week or month, or take ears-c1, cusum or changepoints."
            ),
        };
    }

    private static SeriesVerdict Each(
        GivenSeries series,
        SeriesSettings settings,
        double alpha,
        Func<int, (SeriesAnswerRow? Row, string Reason)> test
    )
    {
        var rows = new List<SeriesAnswerRow>();
        var reasons = new Dictionary<string, int>(StringComparer.Ordinal);
        int from = settings.Last is { } last ? Math.Max(0, series.Counts.Length - last) : 0;
        for (int i = 0; i < series.Counts.Length; i++)
        {
            (SeriesAnswerRow? row, string reason) = i < from ? (null, "") : test(i);
            rows.Add(row ?? Row(series, i));
            if (reason.Length > 0)
                reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
        }

        int tested = rows.Count(r => r.Alarm is not null),
            alarms = rows.Count(r => r.Alarm == true);
        if (tested == 0)
            throw ShapeMethods.TooShort(reasons.Count == 0 ? "it has no period to test" : reasons.MaxBy(r => r.Value).Key);
        var notes = new List<string>
        {
            string.Create(
                CultureInfo.InvariantCulture,
                $"At alpha {alpha:0.#####} about {alpha * tested:0.#} of {tested} tested {series.StepWord}s would alarm by chance alone."
            ),
        };
        if (series.PeriodsPerYear is 52 or 53 && series.Mean < 1)
            notes.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The series has {series.Mean:0.##} events a week; below 1 the method sparse sees more."
                )
            );
        return new SeriesVerdict(rows)
        {
            Figures =
            [
                new("tested", tested, series.StepWord + "s"),
                new("alarms", alarms, series.StepWord + "s"),
                new("alpha", alpha, "probability"),
            ],
            NotTested = reasons,
            Notes = notes,
        };
    }

    public static SeriesAnswerRow Row(GivenSeries series, int index) =>
        new(series.Axis.Label(index), double.IsNaN(series.Counts[index]) ? null : series.Counts[index]);
}
