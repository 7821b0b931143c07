using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Charts;
using SeizureIntel.Ports;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Series;

namespace SeizureIntel.App.Commands;

/// <summary>A method on any count series.</summary>
internal static class SeriesCommand
{
    public static Verb Create(VerbContext context)
    {
        var file = new Argument<string>("FILE")
        {
            Description =
                "CSV, TSV or XLSX: a column of periods (2024-03-11, 2024-W11, 2024-03, 2024-Q1, 2024 or 1, 2, 3) and a column of "
                + "counts; a period without a row or count is missing, not zero",
        };
        var method = new Option<string>("--method")
        {
            Description = string.Join("; ", SeriesDesk.Methods.Select(m => $"{m.Name}: {m.Does}")),
            HelpName = "method",
            DefaultValueFactory = _ => SeriesDesk.Usual,
        };
        var date = new Option<string?>("--date")
        {
            Description = "Column of the periods, where its name does not say so",
            HelpName = "column",
        };
        var count = new Option<string?>("--count")
        {
            Description = "Column of the counts, where its name does not say so",
            HelpName = "column",
        };
        var exposure = new Option<string?>("--exposure")
        {
            Description =
                "Column of the exposure, such as controls carried out; by itself only where it is named exposure, controls or population",
            HelpName = "column",
        };
        var delay = new Option<string?>("--delay")
        {
            Description = "nowcast: column of the reporting delay in periods",
            HelpName = "column",
        };
        var perYear = new Option<int?>("--per-year")
        {
            Description = "Periods a year where periods are only numbered: 52, 12, 4, 365",
            HelpName = "n",
        };
        var alpha = new Option<double?>("--alpha")
        {
            Description = "Chance of a false alarm a period; 0.005, for EARS 0.001",
            HelpName = "p",
        };
        var last = new Option<int?>("--last") { Description = "Test the last so many periods alone", HelpName = "n" };
        var baseline = new Option<int?>("--baseline")
        {
            Description = "EARS: periods before (7); cusum, glr: periods at the start (two years, or half)",
            HelpName = "n",
        };
        var threshold = new Option<double?>("--threshold") { Description = "cusum, glr: alarm at this value", HelpName = "nats" };
        var horizon = new Option<int?>("--horizon") { Description = "forecast: periods ahead (a quarter of a year)", HelpName = "n" };
        var target = new Option<string?>("--out") { Description = "Chart to write: .svg, .png or .html", HelpName = "file" };
        Option<bool> dark = ChartFile.DarkOption();
        var verb = new Verb("series", "Runs one method on any series of counts: table, JSON and chart")
        {
            Examples =
            [
                ("./run series weekly.csv", "unusual weeks, with what was expected"),
                ("./run series monthly.csv --method changepoints --out levels.svg", "when the level changed, as a chart"),
                (
                    "./run series border.csv --date week --count seizures --exposure controls --last 26 --json",
                    "the last half year, per control carried out"
                ),
            ],
        };
        verb.Add(file);
        foreach (
            Option option in new Option[]
            {
                method,
                date,
                count,
                exposure,
                delay,
                perYear,
                alpha,
                last,
                baseline,
                threshold,
                horizon,
                target,
                dark,
            }
        )
            verb.Add(option);
        verb.SetAction(
            async (parsed, stop) =>
            {
                SeriesMethod chosen = SeriesDesk.Method(parsed.GetRequiredValue(method));
                var settings = new SeriesSettings(
                    parsed.GetValue(alpha),
                    parsed.GetValue(last),
                    parsed.GetValue(baseline),
                    parsed.GetValue(threshold),
                    parsed.GetValue(horizon)
                );
                Check(settings, parsed.GetValue(perYear));
                string? chart = parsed.GetValue(target) is { } path ? ChartFile.Target("--out", path, ".svg", ".png", ".html") : null;
                GivenSeries series = SeriesReader.Read(
                    parsed.GetRequiredValue(file),
                    new SeriesColumns(
                        parsed.GetValue(date),
                        parsed.GetValue(count),
                        parsed.GetValue(exposure),
                        parsed.GetValue(delay),
                        parsed.GetValue(perYear)
                    )
                );
                SeriesAnswer reply = SeriesDesk.Answer(chosen, series, settings);
                if (chart is not null)
                {
                    await using Workspace workspace = await context.OpenAsync(parsed, stop);
                    reply = await WriteAsync(workspace, reply, chart, ChartFile.Look(parsed.GetValue(dark)), stop);
                }

                if (VerbContext.AsJson(parsed))
                    context.Output.Json(reply);
                else
                    Print(context.Output, reply);
                return 0;
            }
        );
        return verb;
    }

    private static void Check(SeriesSettings settings, int? perYear)
    {
        if (settings.Alpha is <= 0 or >= 1 or double.NaN)
            throw Fault.Usage(
                "bad_alpha",
                $"--alpha {settings.Alpha} is no probability.",
                "Give a number above 0 and below 1, such as 0.005."
            );
        if (settings.Last is < 1 || settings.Horizon is < 1 or > 1000 || settings.Baseline is < 1)
            throw Fault.Usage(
                "bad_number",
                "--last, --baseline and --horizon are numbers of periods from 1.",
                "A horizon has 1000 at most."
            );
        if (settings.Threshold is <= 0 or double.NaN)
            throw Fault.Usage("bad_threshold", $"--threshold {settings.Threshold} is not above 0.", "Give --threshold 4.");
        if (perYear is < 1 or > 366)
            throw Fault.Usage("bad_number", $"--per-year {perYear} is not from 1 to 366.", "Give 52 for weeks, 12 for months.");
    }

    private static async Task<SeriesAnswer> WriteAsync(
        Workspace workspace,
        SeriesAnswer reply,
        string target,
        ChartLook look,
        CancellationToken stop
    )
    {
        LineChart chart = SeriesChart.Of(reply);
        if (target.EndsWith(".html", StringComparison.OrdinalIgnoreCase))
            await ChartFile.WriteAsync(
                target,
                () => Encoding.UTF8.GetBytes(SeriesChart.Page(reply, workspace.Get<IChartRenderer>().DrawSvg(chart, ChartLook.Page))),
                stop
            );
        else
            await ChartFile.WriteAsync(workspace.Get<IChartRenderer>(), chart, look, target, stop);
        return reply with { Chart = target };
    }

    private static void Print(Output output, SeriesAnswer reply)
    {
        string missing = reply.Missing == 0 ? "" : $", {Output.Number(reply.Missing)} of them missing";
        output.Line(
            $"{Output.Count(reply.Total, "event")} in {Output.Count(reply.Periods, reply.Step)}{missing}; method {reply.Method} ({reply.Source})"
        );
        SeriesAnswerRow[] rows = [.. reply.Rows.Where(r => r.Expected is not null || r.High is not null || r.Alarm is not null)];
        if (rows.Length > 0)
        {
            bool hasStatistic = rows.Any(r => r.Parts?.ContainsKey("statistic") == true);
            output.Line();
            var table = new TextTable("Period", ">Count", ">Expected", ">Low", ">High", hasStatistic ? ">Statistic" : ">p", "Alarm");
            foreach (SeriesAnswerRow r in rows)
            {
                table.Add(
                    r.Period,
                    r.Count is { } events ? Output.Number(events) : "",
                    Text(r.Expected, "0.00"),
                    Text(r.Low, "0.##"),
                    Text(r.High, "0.##"),
                    hasStatistic
                        ? Text(r.Parts?.TryGetValue("statistic", out double s) == true ? s : null, "0.00")
                        : Text(r.P, r.P < 0.001 ? "0.0e+0" : "0.000"),
                    r.Alarm == true ? "alarm" : ""
                );
            }

            table.Write(output.Results);
        }

        if (reply.Figures.Count > 0)
        {
            output.Line();
            var figures = new TextTable("Figure", ">Value", "Unit", "At");
            foreach (SeriesAnswerFigure f in reply.Figures)
                figures.Add(f.Name, Text(f.Value, f.Value is > 0 and < 0.001 ? "0.00e+0" : "#,0.####"), f.Unit, f.At ?? "");
            figures.Write(output.Results);
        }

        foreach (KeyValuePair<string, int> reason in reply.NotTested)
            output.Note($"Not tested: {Output.Count(reason.Value, reply.Step)}, {reason.Key}");
        foreach (string note in reply.Notes)
            output.Note(note);
        if (reply.Chart is { } chart)
            output.Line(chart);
    }

    private static string Text(double? value, string format) =>
        value is { } number && double.IsFinite(number) ? number.ToString(format, CultureInfo.InvariantCulture) : "";
}
