using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Text;

namespace SeizureIntel.Workbench.Series;

/// <summary>The picture of a series and what a method says of it.</summary>
internal static class SeriesChart
{
    /// <summary>The chart's drawing.</summary>
    public static LineChart Of(SeriesAnswer reply) => Of(reply, Phrases.English);

    /// <summary>The chart's drawing in a language.</summary>
    /// <param name="reply">What the method says.</param>
    /// <param name="phrases">The language.</param>
    public static LineChart Of(SeriesAnswer reply, Phrases phrases)
    {
        IReadOnlyList<SeriesAnswerRow> rows = reply.Rows;
        bool hasRange = rows.Any(r => r.High is not null),
            hasExpected = rows.Any(r => r.Expected is not null);
        var lines = new List<ChartLine> { new(phrases.Say("Count"), [.. rows.Select(r => r.Count)]) };
        // Without a range there is no band: what is expected is a line of its own.
        if (hasExpected && !hasRange)
            lines.Add(new ChartLine(phrases.Say("Expected"), [.. rows.Select(r => r.Expected)], IsDashed: true));
        int alarms = rows.Count(r => r.Alarm == true);
        return new LineChart
        {
            Id = "series",
            AltText = phrases.Say(Title(reply)) + (alarms == 0 ? "." : phrases.Say($", {alarms} marked.")),
            Words = phrases.ChartWords,
            Labels = [.. rows.Select(r => r.Period)],
            Lines = lines,
            Band = hasRange
                ? new ChartBand(
                    [.. rows.Select(r => r.Expected)],
                    [.. rows.Select(r => r.High is null ? null : (double?)(r.Low ?? 0))],
                    [.. rows.Select(r => r.High)]
                )
                : null,
            Flags = [.. rows.Where(r => r.Alarm == true && r.Count is not null).Select(r => r.Period)],
            ValueName = phrases.Say($"Events a {reply.Step}"),
        };
    }

    /// <summary>A page with the chart, its figures and notes; no scripts, no addresses.</summary>
    public static string Page(SeriesAnswer reply, string svg)
    {
        var page = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>")
            .Append(Encoded(Title(reply).Text))
            .Append(
                "</title>\n<style>body{font:15px/1.5 sans-serif;max-width:760px;margin:2em auto;padding:0 "
                    + "1em}svg{max-width:100%;height:auto}td,th{text-align:left;padding:.1em 1em .1em 0}</style></head>\n<body>\n<h1>"
            )
            .Append(Encoded(Title(reply).Text))
            .Append("</h1>\n")
            .Append(svg)
            .Append("\n<table>\n");
        foreach (SeriesAnswerFigure figure in reply.Figures)
            page.Append("<tr><th>")
                .Append(Encoded(figure.Name.Replace('_', ' ')))
                .Append("</th><td>")
                .Append(figure.Value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "not known")
                .Append(' ')
                .Append(Encoded(figure.Unit + (figure.At is { } at ? " (" + at + ")" : "")))
                .Append("</td></tr>\n");
        page.Append("</table>\n");
        foreach (string note in reply.Notes)
            page.Append("<p>").Append(Encoded(note)).Append("</p>\n");
        return page.Append("<p>Method: ").Append(Encoded(reply.Source)).Append("</p>\n</body>\n</html>\n").ToString();
    }

    private static Phrase Title(SeriesAnswer reply) =>
        $"{reply.Total:#,0} events in {reply.Periods} {reply.Step + "s"}, method {reply.Method}";

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
