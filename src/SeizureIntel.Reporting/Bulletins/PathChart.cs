using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>Whole routes of a heading as bands from where they begin, through transit, to where they end.</summary>
internal static class PathChart
{
    private const int MostRoutes = 15;
    private const int MostTransits = 2;

    private static readonly string[][] StageNames =
    [
        ["From", "To"],
        ["From", "Transit", "To"],
        ["From", "First transit", "Last transit", "To"],
    ];

    /// <summary>The block and its chart; says so where no route is known.</summary>
    /// <param name="heading">Code of the heading.</param>
    /// <param name="shelf">The studies.</param>
    /// <param name="words">Names of countries.</param>
    /// <param name="charts">Receives the chart.</param>
    public static BulletinBlock Of(string heading, StudyShelf shelf, CodeWords words, List<Chart> charts)
    {
        Phrases phrases = words.Phrases;
        string title = phrases.Say("Whole routes: from, transit, to");
        if (shelf.Table(StudyShelf.Routes, "routes/" + heading) is not { } table)
            return new BulletinBlock
            {
                Title = title,
                Nil = phrases.Say("No seizure has two known stations, so there is no route to draw."),
            };
        (TableRow Row, string[] Path)[] routes =
        [
            .. table.Rows.Take(MostRoutes).Select(r => (r, table.Text(r, "path").Split('>'))).Where(r => r.Item2.Length > 1),
        ];
        int transits = Math.Min(MostTransits, routes.Max(r => r.Path.Length) - 2);
        string id = "paths-" + heading;
        charts.Add(
            new Sankey
            {
                Id = id,
                AltText = phrases.Say(
                    $"Bands from country to country, thicker for more seizures; the thickest routes: {string.Join("; ", routes.Take(3).Select(Said))}."
                ),
                Stages = [.. StageNames[transits].Select(s => phrases.Say(s))],
                Links =
                [
                    .. routes
                        .SelectMany(r => Steps(r.Path, transits + 1).Select(s => (Step: s, r.Row)))
                        .GroupBy(s => s.Step)
                        .Select(g => Link(g.Key, [.. g.Select(s => s.Row)], table, phrases)),
                ],
                Names = routes.SelectMany(r => r.Path).Distinct(StringComparer.Ordinal).ToDictionary(c => c, words.Country),
                Note = KnownNote.OnChart(table.Known, phrases),
            }
        );
        string cut = table.Rows.Count > routes.Length
                ? phrases.Say($"The {routes.Length} largest routes; more stand in the table below. ")
                : "",
            between = routes.Any(r => r.Path.Length > MostTransits + 2)
                ? phrases.Say("Stations between the first and last transit are left out. ")
                : "";
        return new BulletinBlock
        {
            Title = title,
            ChartId = id,
            Note = cut + between + KnownNote.OfStations(table.Known, phrases),
        };

        // Every step of a route reads as a leg does: "Colombia to Spain to Croatia".
        string Said((TableRow Row, string[] Path) route) =>
            route.Path.Skip(1).Aggregate(words.Country(route.Path[0]), (said, next) => phrases.Say($"{said} to {words.Country(next)}"));
    }

    // A route begins in the first stage and ends in the last one; without transit its band passes the stages between.
    private static IEnumerable<(int FromStage, string From, int ToStage, string To)> Steps(string[] path, int last)
    {
        (int Stage, string Code)[] stations = path.Length switch
        {
            2 => [(0, path[0]), (last, path[^1])],
            3 => [(0, path[0]), (1, path[1]), (last, path[^1])],
            _ => [(0, path[0]), (1, path[1]), (2, path[^2]), (last, path[^1])],
        };
        return stations.Zip(stations.Skip(1), (a, b) => (a.Stage, a.Code, b.Stage, b.Code));
    }

    private static SankeyLink Link(
        (int FromStage, string From, int ToStage, string To) step,
        TableRow[] rows,
        FigureTable table,
        Phrases phrases
    )
    {
        double?[] counts = [.. rows.Select(r => table.Number(r, "seizures"))];
        double told = counts.Sum() ?? 0;
        // What an open edition tells of one route in a band is not a number to add.
        string text =
            rows is [var only] ? table.Words(only, "seizures", phrases)
            : counts.All(c => c is not null) ? NumberWords.Count(told, phrases.Signs)
            : told > 0 ? phrases.Say($"{NumberWords.Count(told, phrases.Signs)} or more")
            : phrases.Say("a few");
        return new SankeyLink(step.FromStage, step.From, step.ToStage, step.To, told > 0 ? told : null, text);
    }
}
