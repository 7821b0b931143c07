using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Surveillance;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Workbench.Series;

/// <summary>Runs one method on a count series that an analyst has.</summary>
internal static class SeriesDesk
{
    /// <summary>The method when none is asked for.</summary>
    public const string Usual = "predictive";

    /// <summary>The methods in the order in which help tells them.</summary>
    public static IReadOnlyList<SeriesMethod> Methods { get; } =
    [
        new(
            Usual,
            "unusual weeks or months against the same season of earlier years (default)",
            "Noufaily et al. 2013, with the predictive law of Salmon, Schumacher and Hoehle 2016",
            true,
            AlarmMethods.Predictive
        ),
        new(
            "farrington",
            "the same by the published flexible Farrington bound",
            "Noufaily et al., Statistics in Medicine 32 (2013)",
            true,
            AlarmMethods.Farrington
        ),
        new(
            "sparse",
            "unusual weeks of series below one event a week",
            "Gelman et al. 2013, section 2.6 (gamma-Poisson prediction over 1, 4 and 13 weeks)",
            true,
            AlarmMethods.Sparse
        ),
        new("ears-c1", "EARS C1, for comparison", "Hutwagner et al. 2003", false, (s, o) => AlarmMethods.EarsChart(s, o, EarsMethod.C1)),
        new("ears-c2", "EARS C2, for comparison", "Hutwagner et al. 2003", false, (s, o) => AlarmMethods.EarsChart(s, o, EarsMethod.C2)),
        new("ears-c3", "EARS C3, for comparison", "Hutwagner et al. 2003", false, (s, o) => AlarmMethods.EarsChart(s, o, EarsMethod.C3)),
        new(
            "cusum",
            "a sustained doubling, by a likelihood-ratio CUSUM",
            "Hoehle and Paul, Computational Statistics and Data Analysis 52 (2008)",
            true,
            MonitorMethods.Cusum
        ),
        new(
            "glr",
            "a sustained rise of unknown size",
            "Hoehle and Paul, Computational Statistics and Data Analysis 52 (2008)",
            true,
            MonitorMethods.LikelihoodRatio
        ),
        new(
            "changepoints",
            "when the level changed, in retrospect",
            "Jackson et al. 2005; Killick, Fearnhead and Eckley 2012",
            true,
            ShapeMethods.ChangePoint
        ),
        new(
            "stl",
            "trend, season and remainder",
            "Cleveland et al., Journal of Official Statistics 6 (1990)",
            false,
            ShapeMethods.Decompose
        ),
        new(
            "mann-kendall",
            "a monotone trend and its slope",
            "Mann 1945; Sen 1968; Hirsch, Slack and Smith 1982; Pettitt 1979",
            false,
            ShapeMethods.Trend
        ),
        new("seasonality", "whether there is a yearly season", "McCullagh and Nelder 1989, section 6.2.3", false, ShapeMethods.Season),
        new(
            "forecast",
            "the next quarter of a year, with intervals",
            "Stone 1961 (linear pool); West and Harrison 1997, section 14.3",
            false,
            ShapeMethods.Forecast
        ),
        new(
            "nowcast",
            "final counts of the newest periods, from a column with the reporting delay",
            "Lawless, Canadian Journal of Statistics 22 (1994)",
            false,
            ShapeMethods.Nowcasting
        ),
    ];

    /// <summary>The method of a name.</summary>
    /// <exception cref="Fault">There is none.</exception>
    public static SeriesMethod Method(string name) =>
        Methods.FirstOrDefault(m => m.Name == name)
        ?? throw Fault.Usage(
            "unknown_method",
            $"There is no method '{name}'.",
            $"{NearestNames.Question(name, Methods.Select(m => m.Name))} All: {string.Join(", ", Methods.Select(m => m.Name))}."
        );

    /// <summary>Runs a method.</summary>
    /// <exception cref="Fault">The method does not fit the series, or the series is too short for it.</exception>
    public static SeriesAnswer Answer(SeriesMethod method, GivenSeries series, SeriesSettings settings)
    {
        if (series.Triangle is not null && method.Name != "nowcast")
            throw Fault.Usage(
                "delay_column",
                $"Column '{series.Columns.Delay}' splits the counts by reporting delay; only nowcast reads that.",
                "Take the method nowcast, or give one row a period."
            );
        SeriesVerdict verdict = method.Run(series, settings);
        var notes = new List<string>(verdict.Notes);
        if (series.Missing > 0)
            notes.Add($"{series.Missing} of {series.Counts.Length} {series.StepWord}s have no count; they are missing, not zero.");
        if (series.Exposure.Length > 0 && !method.UsesExposure)
            notes.Add($"{method.Name} does not use the exposure in column '{series.Columns.Exposure}'.");
        return new SeriesAnswer(
            method.Name,
            method.Source,
            series.StepWord,
            series.PeriodsPerYear,
            series.Counts.Length,
            series.Missing,
            series.Counts.Where(c => !double.IsNaN(c)).Sum(),
            verdict.Figures,
            verdict.Rows,
            verdict.NotTested,
            notes,
            new Dictionary<string, string?>
            {
                ["date"] = series.Columns.Date,
                ["count"] = series.Columns.Count,
                ["exposure"] = series.Columns.Exposure,
                ["delay"] = series.Columns.Delay,
            },
            null
        );
    }
}
