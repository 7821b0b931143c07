using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Text;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Workbench.Series;

/// <summary>Reads a count series from a table: a column of periods, a column of counts, perhaps one of exposures.</summary>
internal static class SeriesReader
{
    private const int LongestSeries = 40_000;

    private static readonly string[] DateNames = ["date", "period", "week", "month", "quarter", "day", "year", "time", "index"];
    private static readonly string[] CountNames =
    [
        "count",
        "counts",
        "observed",
        "seizures",
        "cases",
        "events",
        "number",
        "n",
        "value",
        "y",
    ];
    private static readonly string[] ExposureNames = ["exposure", "controls", "population"];
    private static readonly string[] DelayNames = ["delay", "delay_periods", "reporting_delay"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="Fault">The file is no series; the message names the row.</exception>
    public static GivenSeries Read(string path, SeriesColumns asked)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return Read(file, Path.GetFileName(path), asked);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Fault.Usage(
                "no_such_file",
                $"{Path.GetFullPath(path)} cannot be read.",
                "Give a CSV file with a column of periods and a column of counts."
            );
        }
    }

    /// <summary>Reads what is open.</summary>
    /// <exception cref="Fault">It is no series; the message names the row.</exception>
    public static GivenSeries Read(Stream seekable, string fileName, SeriesColumns asked)
    {
        try
        {
            using RawFile raw = FileIntake.Open(seekable, fileName, new IntakeOptions());
            return Read(raw.Columns, [.. raw.Rows], asked);
        }
        catch (UnreadableFileException problem)
        {
            throw Fault.Failed("unreadable_file", problem.Message, problem.Hint, problem);
        }
    }

    /// <summary>Reads rows.</summary>
    public static GivenSeries Read(IReadOnlyList<string> names, IReadOnlyList<RawRow> rows, SeriesColumns asked)
    {
        if (rows.Count == 0)
            throw Fault.Failed("empty_series", "The file has no row below its header.", "Give one row a period.");
        if (rows.FirstOrDefault(r => r.Cells.Count < names.Count) is { } odd)
            throw Bad(odd, $"{odd.Cells.Count} cells; the header has {names.Count}");
        SeriesColumns columns = Columns(names, rows, asked);
        int date = Position(names, columns.Date!),
            count = Position(names, columns.Count!);
        (PeriodAxis axis, int[] places) = Places(names, rows, date, asked.Date is null);
        int length = places.Max() + 1;
        if (length > LongestSeries)
            throw Fault.Failed(
                "not_a_series",
                $"The periods of column '{columns.Date}' span {length} steps; a series has {LongestSeries} at most.",
                "Call the column of periods date in the first row, or name it as the date."
            );
        double[] values = [.. rows.Select(r => Count(r, count, columns.Count!))];
        int perYear = axis.Step == PeriodStep.Numbered ? PerYear(names, rows, columns) : axis.PeriodsPerYear;
        var series = new GivenSeries
        {
            Axis = axis,
            PeriodsPerYear = perYear,
            Counts = [],
            Columns = columns,
        };
        if (columns.Delay is { } delay)
            return WithTriangle(series, rows, places, values, Position(names, delay));
        double[] counts = Filled(length, double.NaN);
        bool[] isSeen = new bool[length];
        double[] exposure = columns.Exposure is null ? [] : Filled(length, 1);
        for (int i = 0; i < rows.Count; i++)
        {
            if (isSeen[places[i]])
                throw Bad(rows[i], $"the period {axis.Label(places[i])} for a second time");
            isSeen[places[i]] = true;
            counts[places[i]] = values[i];
            if (columns.Exposure is { } name && !double.IsNaN(values[i]))
                exposure[places[i]] = Exposure(rows[i], Position(names, name), name);
        }

        return series with
        {
            Counts = counts,
            Exposure = exposure,
        };
    }

    private static GivenSeries WithTriangle(GivenSeries series, IReadOnlyList<RawRow> rows, int[] places, double[] values, int delayColumn)
    {
        int[] delays =
        [
            .. rows.Select(r =>
                int.TryParse(r.Cells[delayColumn].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int d) && d < 1000
                    ? d
                    : throw Bad(r, $"the delay '{r.Cells[delayColumn]}'; a delay is a whole number of periods from 0")
            ),
        ];
        int periods = places.Max() + 1,
            longest = delays.Max();
        int now = Math.Max(periods - 1, places.Zip(delays, (p, d) => p + d).Max());
        double[][] triangle =
        [
            .. Enumerable
                .Range(0, periods)
                .Select(p => Enumerable.Range(0, longest + 1).Select(d => p + d > now ? double.NaN : 0).ToArray()),
        ];
        for (int i = 0; i < rows.Count; i++)
        {
            if (double.IsNaN(values[i]))
                throw Bad(rows[i], "no count; a nowcast needs one in every row");
            triangle[places[i]][delays[i]] += values[i];
        }

        return series with
        {
            Counts = [.. triangle.Select(r => r.Where(v => !double.IsNaN(v)).Sum())],
            Triangle = triangle,
        };
    }

    private static SeriesColumns Columns(IReadOnlyList<string> names, IReadOnlyList<RawRow> rows, SeriesColumns asked)
    {
        foreach (string? given in new[] { asked.Date, asked.Count, asked.Exposure, asked.Delay })
        {
            if (given is not null && !names.Contains(given, StringComparer.OrdinalIgnoreCase))
                throw Fault.Usage("unknown_column", $"There is no column '{given}'.", NearestNames.Question(given, names));
        }

        string date = asked.Date
            ?? Named(names, DateNames)
            ?? names.Where((_, i) => rows.All(r => PeriodText.TryDate(r.Cells[i].Trim()) is not null)).FirstOrDefault()
            ?? throw Fault.Usage(
                "no_date_column",
                $"No column is named like a period; the columns are {string.Join(", ", names)}.",
                "Call it date in the first row, or name it as the date."
            );
        string? exposure = asked.Exposure ?? Named(names, ExposureNames);
        string? delay = asked.Delay ?? Named(names, DelayNames);
        string[] others = [.. names.Where(n => n != date && n != exposure && n != delay)];
        string? count = asked.Count ?? Named(others, CountNames);
        if (count is null)
        {
            string[] numeric =
            [
                .. others.Where(n =>
                    rows.Any(r => Number(r.Cells[Position(names, n)]) is not null)
                    && rows.All(r => IsAbsent(r.Cells[Position(names, n)].Trim()) || Number(r.Cells[Position(names, n)]) is not null)
                ),
            ];
            count = numeric is [var one]
                ? one
                : throw Fault.Usage(
                    "no_count_column",
                    numeric.Length == 0
                        ? Phrase.Of("No column holds numbers throughout.")
                        : $"Several columns could be the count: {string.Join(", ", numeric)}.",
                    "Call it count in the first row, or name it as the count."
                );
        }

        return asked with
        {
            Date = Given(names, date),
            Count = Given(names, count),
            Exposure = exposure is null ? null : Given(names, exposure),
            Delay = delay is null ? null : Given(names, delay),
        };
    }

    private static (PeriodAxis Axis, int[] Places) Places(IReadOnlyList<string> names, IReadOnlyList<RawRow> rows, int date, bool mayJoin)
    {
        string[] cells = [.. rows.Select(r => r.Cells[date].Trim())];
        // "year, week" and "year, month" are one period in two columns.
        int year = Find(names, "year"),
            week = Find(names, "week"),
            month = Find(names, "month");
        if (mayJoin && year >= 0 && week >= 0)
            cells = [.. rows.Select(r => $"{r.Cells[year].Trim()}-W{r.Cells[week].Trim().PadLeft(2, '0')}")];
        else if (mayJoin && year >= 0 && month >= 0)
            cells = [.. rows.Select(r => $"{r.Cells[year].Trim()}-{r.Cells[month].Trim().PadLeft(2, '0')}")];
        if (cells.All(c => PeriodText.Year(c) is not null))
        {
            int first = cells.Min(c => PeriodText.Year(c)!.Value);
            return (
                new PeriodAxis(PeriodStep.Year, new DateOnly(first, 1, 1), 0),
                [.. cells.Select(c => PeriodText.Year(c)!.Value - first)]
            );
        }

        int[] numbers =
        [
            .. cells.Select(c => c.Length <= 6 && int.TryParse(c, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : -1),
        ];
        if (numbers.All(n => n >= 0))
            return (new PeriodAxis(PeriodStep.Numbered, default, numbers.Min()), [.. numbers.Select(n => n - numbers.Min())]);
        var dates = new (PeriodStep Step, DateOnly First)[cells.Length];
        for (int i = 0; i < cells.Length; i++)
            dates[i] = PeriodText.TryDate(cells[i])
                ?? throw Bad(
                    rows[i],
                    $"the period '{cells[i]}'; a period is 2024-03-11, 2024-W11, 2024-03, 2024-Q1, 2024 or a running number"
                );
        PeriodAxis axis = PeriodAxis.Of(dates)
            ?? throw Fault.Failed(
                "mixed_periods",
                $"Column '{names[date]}' mixes days, weeks, months or quarters.",
                "Give one kind of period."
            );
        return (axis, [.. dates.Select(d => axis.Place(d.First))]);
    }

    private static int PerYear(IReadOnlyList<string> names, IReadOnlyList<RawRow> rows, SeriesColumns columns)
    {
        if (columns.PeriodsPerYear is { } given)
            return given;
        if (Find(names, "freq") is >= 0 and var freq && Number(rows[0].Cells[freq]) is { } stated && stated is >= 1 and <= 366)
            return (int)stated;
        return columns.Date!.Contains("month", StringComparison.OrdinalIgnoreCase) ? 12
            : columns.Date.Contains("quarter", StringComparison.OrdinalIgnoreCase) ? 4
            : columns.Date.Contains("day", StringComparison.OrdinalIgnoreCase) ? 365
            : 52;
    }

    private static double Count(RawRow row, int column, string name)
    {
        string cell = row.Cells[column].Trim();
        if (IsAbsent(cell))
            return double.NaN;
        if (Number(cell) is not { } value)
            throw Bad(row, $"'{cell}' in column '{name}'; a count is a whole number, or empty where it is missing");
        if (value < 0)
            throw Bad(row, $"{cell} in column '{name}'; a count is not negative");
        return double.IsInteger(value) && value < 1e9
            ? value
            : throw Bad(row, $"{cell} in column '{name}'; a count is a whole number below a thousand million, not a rate or a weight");
    }

    private static double Exposure(RawRow row, int column, string name) =>
        Number(row.Cells[column]) is { } value and > 0
            ? value
            : throw Bad(row, $"'{row.Cells[column]}' in column '{name}'; an exposure is a number above 0");

    private static double? Number(string cell) =>
        double.TryParse(cell.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : null;

    private static bool IsAbsent(string cell) => cell.Length == 0 || cell is "NA" or "NaN" or "null" or "-" or "..";

    private static string? Named(IReadOnlyList<string> names, string[] wanted) =>
        wanted
            .Select(w => names.FirstOrDefault(n => string.Equals(n.Trim(), w, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(n => n is not null);

    private static string Given(IReadOnlyList<string> names, string name) => names[Position(names, name)];

    private static int Position(IReadOnlyList<string> names, string name) => Find(names, name);

    private static int Find(IReadOnlyList<string> names, string name) =>
        names.ToList().FindIndex(n => string.Equals(n.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase));

    private static double[] Filled(int length, double value)
    {
        double[] values = new double[length];
        Array.Fill(values, value);
        return values;
    }

    private static Fault Bad(RawRow row, string what) =>
        Fault.Failed(
            "bad_series",
            $"Row {row.Number} has {what}.",
            "Mend the row and start again: a series has a row a period, with the period and its count."
        );
}
