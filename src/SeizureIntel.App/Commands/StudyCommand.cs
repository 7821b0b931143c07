using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Charts;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Studies;

namespace SeizureIntel.App.Commands;

/// <summary>Stories and findings of one question.</summary>
internal static class StudyCommand
{
    private const int MostAlso = 3;

    public static Verb Create(VerbContext context)
    {
        var question = new QuestionOptions<StudyQuery>();
        var verb = new Verb("study", "Answers one question with stories: what was found, told once, with the findings that say it below")
        {
            Examples =
            [
                ("./run study overview", "the stories that matter most over all studies"),
                ("./run study coverage --all", "who reported, who fell silent, which fields are empty: the findings themselves"),
                ("./run study routes --heading drugs --from 2024", "legs and routes, and which of them are new"),
                ("./run study trends --heading drugs --plot months.svg", "its chart as well: seizures a month and what was expected"),
                ("./run study concealment --region Europe --json", "the same as /api/v1/studies/concealment"),
            ],
        };
        var plot = new Option<string?>("--plot") { Description = "Chart to write: .svg or .png", HelpName = "file" };
        var named = new Option<string?>("--chart")
        {
            Description = "Which chart of the study; the first without it. What there is, --plot says",
            HelpName = "name",
        };
        Option<bool> dark = ChartFile.DarkOption();
        question.AddTo(verb);
        verb.Add(plot);
        verb.Add(named);
        verb.Add(dark);
        verb.SetAction(
            async (parsed, stop) =>
            {
                StudyQuery asked = question.Read(parsed);
                string? target = parsed.GetValue(plot) is { } path ? ChartFile.Target("--plot", path, ".svg", ".png") : null;
                if (target is null && parsed.GetValue(named) is { } unplotted)
                    throw Fault.Usage("no_target", $"--chart {unplotted} names no file to draw it into.", "Give --plot FILE as well.");
                await using Workspace workspace = await context.OpenAsync(parsed, stop);
                context.Read(asked, workspace);
                StudyAnswer reply = await workspace.Get<StudyDesk>().AnswerAsync(Reader.Owner, asked, stop);
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(reply);
                else
                    Print(context.Output, reply, asked.All);
                if (target is not null)
                {
                    IReadOnlyList<Chart> charts = await workspace.Get<BulletinDesk>().ChartsAsync(Reader.Owner, asked, stop);
                    Chart chart = Chosen(charts, parsed.GetValue(named), context.Output);
                    ChartLook look = ChartFile.Look(parsed.GetValue(dark));
                    await ChartFile.WriteAsync(workspace.Get<IChartRenderer>(), chart, look, target, stop);
                    context.Output.Note($"{chart.Id}: {target}");
                }

                return 0;
            }
        );
        return verb;
    }

    private static Chart Chosen(IReadOnlyList<Chart> charts, string? name, Output output)
    {
        if (charts.Count == 0)
            throw Fault.Failed("no_chart", "There is nothing to draw in this scope.", "Ask for a wider one.");
        string there = string.Join(", ", charts.Select(c => c.Id));
        Chart chosen = name is null
            ? charts[0]
            : charts.FirstOrDefault(c => c.Id.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw Fault.Usage("unknown_chart", $"The study has no chart '{name}' in this scope.", $"It has {there}.");
        if (name is null && charts.Count > 1)
            output.Note($"Charts of this study: {there}; --chart NAME draws another than the first.");
        return chosen;
    }

    public static Option<string?> MarkingOption() =>
        new("--marking")
        {
            Description = "Ceiling: CLEAR, GREEN, AMBER, AMBER+STRICT or RED; CLEAR and GREEN show no counts below five",
            HelpName = "marking",
        };

    public static Marking? Ceiling(string? text) => text is null ? null : MarkingText.Require(text);

    private static string Told(int? count, string one) => count is { } n ? Output.Count(n, one) : $"a few {one}s";

    private static void Print(Output output, StudyAnswer reply, bool all)
    {
        ScopeCoverage coverage = reply.Coverage;
        output.Line(
            $"{Told(coverage.Seizures, "seizure")} in {Told(coverage.Cases, "case")} from "
                + $"{Output.Count(coverage.Reporters, "reporter")}, {Output.Number(coverage.ReportersEveryPeriod)} of them in every quarter"
        );
        output.Line(reply.AsOf is { } day ? $"As of {Iso(day)}" : "No data in this scope.");
        if (all)
            PrintFindings(output, reply);
        else
            PrintStories(output, reply);
        foreach (FigureTable table in reply.Tables)
            output.Note($"Table {table.Id}: {table.Title}, {Output.Count(table.Rows.Count, "row")} (--json shows it)");
        foreach (string reason in reply.NotTestable)
            output.Note($"Not tested: {reason}");
    }

    private static void PrintStories(Output output, StudyAnswer reply)
    {
        Dictionary<string, FindingAnswer> byId = reply.Findings.ToDictionary(f => f.Id, StringComparer.Ordinal);
        if (reply.Stories.Count == 0)
            output.Line("Nothing was found.");
        int number = 0;
        foreach (StoryAnswer story in reply.Stories)
        {
            FindingAnswer lead = byId[story.Lead];
            output.Line();
            output.Line(string.Create(CultureInfo.InvariantCulture, $"{++number}. {story.Headline}"));
            output.Line(
                $"   {lead.Kind}: {Subject(lead)}, {Iso(lead.Period.From)} to {Iso(lead.Period.To)}: "
                    + $"{Output.Number(lead.Figure.Value)} {lead.Figure.Unit}"
                    + (lead.Baseline is { } b ? $", expected {Rounded(b.Value)}" : "")
            );
            foreach (FindingAnswer also in story.Members.Take(MostAlso).Select(m => byId[m]))
                output.Line($"   also seen as {also.Kind}: {Subject(also)}, {Iso(also.Period.From)} to {Iso(also.Period.To)}");
            if (story.Members.Count > MostAlso)
                output.Line($"   and {Output.Count(story.Members.Count - MostAlso, "finding")} more (--all shows them)");
        }
    }

    private static void PrintFindings(Output output, StudyAnswer reply)
    {
        if (reply.Findings.Count > 0)
        {
            output.Line();
            var table = new TextTable("Finding", "Subject", "Period", ">Figure", "Unit", ">Expected", ">Effect", ">q", ">Known");
            foreach (FindingAnswer f in reply.Findings)
            {
                table.Add(
                    f.Kind,
                    Subject(f),
                    $"{Iso(f.Period.From)} {Iso(f.Period.To)}",
                    Output.Number(f.Figure.Value),
                    f.Figure.Unit,
                    f.Baseline is { } b ? $"{Rounded(b.Value)} ({Rounded(b.Low)} to {Rounded(b.High)})" : "",
                    f.Effect is { } e ? $"{e.Name} {Rounded(e.Value)}" : "",
                    f.Q is { } q ? q.ToString("0.###e+0", CultureInfo.InvariantCulture) : "",
                    EditionNumbers.Known(f.Known)
                );
            }

            table.Write(output.Results);
        }
    }

    private static string Subject(FindingAnswer finding) =>
        string.Join(", ", finding.Labels.Select(l => string.Join(" + ", l.Value.Values)));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Rounded(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
