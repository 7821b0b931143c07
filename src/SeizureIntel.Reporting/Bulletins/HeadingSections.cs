using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Charts;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>A section for each heading that has enough seizures or a finding.</summary>
internal static class HeadingSections
{
    private const int MostFindings = 5;
    private const int MostRoutes = 8;
    private const int MostReporters = 6;
    private const int MostFlows = 25;
    private const int MostConcealments = 10;
    private const int MostModes = 7;
    private const int MostModesBeside = 5;

    public static IEnumerable<BulletinSection> Of(
        StudyShelf shelf,
        CodeWords words,
        TableLayout tables,
        StatementLayout statements,
        List<Chart> charts
    )
    {
        FigureTable? headings = shelf.Table(StudyShelf.Overview, "headings");
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (string heading in shelf.Headings)
        {
            Finding[] findings = [.. shelf.LeadsAbout(heading)];
            TableRow? row = headings?.Rows.FirstOrDefault(r => (string?)r.Cells[0] == heading);
            double seizures = row is null ? 0 : headings!.Number(row, "seizures") ?? 0;
            // What is not told of a heading is told nowhere.
            bool isHeld = row is not null && headings!.Cell(row, "seizures") is string;
            if (isHeld || seizures == 0 || (seizures < BulletinBuilder.SeizuresForPage && findings.Length == 0))
                continue;
            yield return new BulletinSection(
                "heading-" + heading,
                $"{words.Of("heading", heading)}{words.Phrases.Fill("sign.colon")}{UnitWords.With(seizures, "seizures", words.Phrases)}",
                NilsLast([
                    heading == SmallArmsSection.Heading && findings.Length > 0
                        ? new BulletinBlock { Paragraph = words.Phrases.Say("The findings stand under small arms and light weapons.") }
                        : statements.Block("Findings", findings, MostFindings, "No finding passes the test at q ≤ 0.10."),
                    Trend(heading, findings, shelf, words.Phrases, charts),
                    Flows(heading, shelf, words, charts),
                    Routes(heading, shelf, tables),
                    Grid(heading, shelf, words, charts),
                    .. Parts(heading, shelf, tables, said),
                ])
            );
        }
    }

    // What is not there is said once, in one box, and not under five headings.
    private static List<BulletinBlock> NilsLast(IReadOnlyList<BulletinBlock> blocks)
    {
        List<BulletinBlock> shown = [.. blocks.Where(b => b.Nil is null)];
        string nil = string.Join(" ", blocks.Where(b => b.Nil is not null).Select(b => b.Nil));
        if (nil.Length > 0)
            shown.Add(new BulletinBlock { Nil = nil });
        return shown;
    }

    public static BulletinBlock Trend(string heading, Finding[] findings, StudyShelf shelf, Phrases phrases, List<Chart> charts)
    {
        string title = phrases.Say("Seizures a month against what was expected");
        if (shelf.Table(StudyShelf.Trends, "monthly/" + heading) is not { } table)
            return new BulletinBlock { Title = title, Nil = phrases.Say("There is no monthly series.") };
        ChartBand? expected = Expected(table);
        string id = "trend-" + heading;
        charts.Add(
            new LineChart
            {
                Id = id,
                AltText = phrases.Say(
                    expected is not null
                        ? "Seizures a month on all reporters and on the constant panel, with the range expected and the months beyond it."
                        : "Seizures a month on all reporters and on the constant panel."
                ),
                Labels = [.. table.Rows.Select(r => phrases.ShortMonth(table.Text(r, "month")))],
                Lines =
                [
                    new(phrases.Say("All reporters"), table.Numbers("all")),
                    new(phrases.Say("Constant panel"), table.Numbers("panel"), IsDashed: true),
                ],
                Band = expected,
                Flags = Beyond(findings, phrases),
                ValueName = phrases.Find("unit.seizures")!,
                IsNarrow = true,
                Note = KnownNote.OnChart(table.Known, phrases),
            }
        );
        return new BulletinBlock
        {
            Title = title,
            ChartId = id,
            Note = expected is not null ? null : phrases.Say("There is not enough history for a baseline."),
        };
    }

    /// <summary>The range expected of a heading's months; null where the months before are too few for one.</summary>
    public static ChartBand? Expected(FigureTable monthly) =>
        monthly.Numbers("high").Any(v => v is not null)
            ? new ChartBand(monthly.Numbers("baseline"), monthly.Numbers("low"), monthly.Numbers("high"))
            : null;

    /// <summary>The months in which a whole heading was beyond its range.</summary>
    public static IReadOnlyList<string> Beyond(IEnumerable<Finding> findings, Phrases phrases) =>
        [
            .. findings
                .Where(f => f is { Kind: "exceedance", Period.Bucket: "month" } && f.Subject.Count == 1)
                .Select(f => phrases.ShortMonth(f.Period.From))
                .Distinct(StringComparer.Ordinal),
        ];

    // Only where there is a period to compare with. The whole stands in the first row.
    private static IEnumerable<BulletinBlock> Parts(string heading, StudyShelf shelf, TableLayout tables, HashSet<string> said)
    {
        if (shelf.Table(StudyShelf.Trends, "decomposition/" + heading) is not { } table)
            yield break;
        yield return new BulletinBlock
        {
            Title = tables.Phrases.Say("Where the change of the quantity comes from"),
            IsWide = true,
            Table = tables.Lay(
                "parts-" + heading,
                table,
                StudyShelf.Trends,
                MostReporters,
                "reporting_country",
                "before",
                "now",
                "change",
                "panel",
                "cases",
                "size",
                "mix",
                "unit"
            ),
            // What the parts of a change are is said where they first stand.
            Note = string.Join(" ", table.Notes.Where(n => said.Add(n.Text)).Select(n => PeriodWords.InText(n, tables.Words)))
                is { Length: > 0 } note
                ? note
                : null,
        };
    }

    private static BulletinBlock Routes(string heading, StudyShelf shelf, TableLayout tables)
    {
        string title = tables.Phrases.Say("Routes");
        return shelf.Table(StudyShelf.Routes, "routes/" + heading) is { } table
            ? new BulletinBlock
            {
                Title = title,
                Table = tables.Lay("routes-" + heading, table, StudyShelf.Routes, MostRoutes, "path", "seizures", "cases", "quantity"),
                Note = KnownNote.OfStations(table.Known, tables.Phrases),
            }
            : new BulletinBlock
            {
                Title = title,
                Nil = tables.Phrases.Say("No seizure has two known stations, so there is no route table."),
            };
    }

    public static BulletinBlock Flows(string heading, StudyShelf shelf, CodeWords words, List<Chart> charts, bool isTableBelow = false)
    {
        Phrases phrases = words.Phrases;
        string title = phrases.Say("Flow map: legs by seizures");
        if (shelf.Table(StudyShelf.Routes, "legs/" + heading) is not { } table)
            return new BulletinBlock { Title = title, Nil = phrases.Say("No leg between two countries is known.") };
        Flow[] flows =
        [
            .. table.Rows.Take(MostFlows).Select(r => new Flow(table.Text(r, "from"), table.Text(r, "to"), table.Number(r, "seizures"))),
        ];
        Flow[] drawn = [.. flows.Where(MapLayout.CanDraw)];
        if (drawn.Length == 0)
            return new BulletinBlock { Title = title, Nil = phrases.Say("No leg between two countries of the map is known.") };
        string id = "flows-" + heading;
        charts.Add(
            new FlowMap
            {
                Id = id,
                AltText = phrases.Say(
                    $"Arrows between countries, wider for more seizures; the widest: {string.Join(", ", drawn.Take(3).Select(Ends))}."
                ),
                Flows = drawn,
                Names = drawn.SelectMany(f => new[] { f.From, f.To }).Distinct(StringComparer.Ordinal).ToDictionary(c => c, words.Country),
                IsNarrow = true,
                Note = KnownNote.OnChart(table.Known, words.Phrases),
            }
        );
        string cut =
            table.Rows.Count <= drawn.Length ? ""
            : isTableBelow ? phrases.Say($"The {drawn.Length} largest of {table.Rows.Count} legs; the rest stand in the table below. ")
            : phrases.Say($"The {drawn.Length} largest of {table.Rows.Count} legs; the rest stand in bulletin.html. ");
        return new BulletinBlock
        {
            Title = title,
            ChartId = id,
            Note = cut + KnownNote.OfStations(table.Known, phrases),
        };

        string Ends(Flow flow) => phrases.Say($"{words.Country(flow.From)} to {words.Country(flow.To)}");
    }

    public static BulletinBlock Grid(string heading, StudyShelf shelf, CodeWords words, List<Chart> charts)
    {
        Phrases phrases = words.Phrases;
        string title = phrases.Say("Where hidden, by means of transport");
        if (shelf.Table(StudyShelf.Concealment, "grid/" + heading) is not { } table)
            return new BulletinBlock
            {
                Title = title,
                Nil = phrases.Say("No seizure says both where the goods were hidden and how they travelled."),
            };
        string[] places = Largest(table, "concealment", MostConcealments),
            modes = Largest(table, "mode_of_transport", MostModes);
        bool isNarrow = modes.Length <= MostModesBeside;
        string id = "concealment-" + heading;
        charts.Add(
            new HeatGrid
            {
                Id = id,
                AltText = phrases.Say($"Seizures by hiding place and means of transport; most: {words.Of("concealment", places[0])}."),
                Columns = [.. modes.Select(m => words.Of("mode_of_transport", m))],
                Rows = [.. places.Select(p => words.Of("concealment", p))],
                Cells =
                [
                    .. table
                        .Rows.Select(r =>
                            (
                                Row: r,
                                Column: Array.IndexOf(modes, table.Text(r, "mode_of_transport")),
                                Line: Array.IndexOf(places, table.Text(r, "concealment")),
                                Value: table.AtLeast(r, "seizures")
                            )
                        )
                        .Where(c => c.Column >= 0 && c.Line >= 0 && c.Value is not 0)
                        .Select(c => new GridCell(c.Column, c.Line, c.Value, table.Words(c.Row, "seizures", phrases))),
                ],
                IsNarrow = isNarrow,
                Note = KnownNote.OnChart(table.Known, words.Phrases),
            }
        );
        return new BulletinBlock
        {
            Title = title,
            ChartId = id,
            IsWide = !isNarrow,
            Note =
                table.Known.Bound == "few"
                    ? phrases.Say($"Both known {EditionNumbers.Known(table.Known, phrases)} seizures.")
                    : phrases.Say($"Both known in {EditionNumbers.Known(table.Known, phrases)} seizures."),
        };
    }

    private static string[] Largest(FigureTable table, string column, int most) =>
        [
            .. table
                .Rows.GroupBy(r => table.Text(r, column))
                .OrderByDescending(g => g.Sum(r => table.AtLeast(r, "seizures") ?? 0))
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Take(most)
                .Select(g => g.Key),
        ];
}
