using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Workbench.Series;

/// <summary>Runs a method on a series that an analyst brings along; it is read in memory, and nothing of it is kept.</summary>
public static class OwnSeriesDesk
{
    /// <summary>The longest text that is read, bytes.</summary>
    public const int MostBytes = 512 * 1024;

    /// <summary>The largest form that holds one, bytes: a sign may need three.</summary>
    public const int MostFormBytes = 3 * MostBytes;

    // Methods that refit at every period take seconds on thousands of them.
    private const int MostPeriods = 2000;

    /// <summary>The methods, by name, with what each answers.</summary>
    public static IReadOnlyList<(string Name, string Does)> Methods { get; } = [.. SeriesDesk.Methods.Select(m => (m.Name, m.Does))];

    /// <summary>What the method says of the series.</summary>
    /// <exception cref="Fault">The text is no series, is too large, or does not fit the method; the message names the row.</exception>
    public static SeriesAnswer Answer(OwnSeriesQuery asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        SeriesMethod method = SeriesDesk.Method(string.IsNullOrWhiteSpace(asked.Method) ? SeriesDesk.Usual : asked.Method.Trim());
        if (string.IsNullOrWhiteSpace(asked.Series))
            throw Fault.Usage("empty_series", "There is no series.", "Give a column of periods and a column of counts, one row a period.");
        byte[] bytes = Encoding.UTF8.GetBytes(asked.Series);
        if (bytes.Length > MostBytes)
            throw Fault.Usage("series_too_large", $"The series is larger than {MostBytes / 1024} KB.", "Give one row a period.");
        using var text = new MemoryStream(bytes, writable: false);
        GivenSeries series = SeriesReader.Read(text, "series.csv", new SeriesColumns());
        if (series.Counts.Length > MostPeriods)
            throw Fault.Usage(
                "series_too_long",
                $"The series has {series.Counts.Length} periods; here {MostPeriods} are the most.",
                "Give months instead of days."
            );
        return SeriesDesk.Answer(method, series, new SeriesSettings());
    }

    /// <summary>The chart of an answer in a language.</summary>
    public static LineChart Chart(SeriesAnswer answer, Phrases phrases) => SeriesChart.Of(answer, phrases);
}
