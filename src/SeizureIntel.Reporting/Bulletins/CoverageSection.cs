using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>Who reported and who did not: what every other figure rests on.</summary>
internal static class CoverageSection
{
    private const int MostReporters = 40;
    private const int MostQuartersBeside = 8;
    private const int LettersBeside = 3;

    /// <summary>The box that stands before any figure.</summary>
    public static BulletinSection Box(BulletinRequest request, StudyShelf shelf, CodeWords words, EditionNumbers numbers) =>
        new(
            "coverage",
            words.Phrases.Say("Coverage"),
            [new BulletinBlock { Facts = Facts(request, shelf, words, numbers), IsWide = true }]
        );

    /// <summary>Who reported in which quarter, and what the records hold.</summary>
    public static BulletinSection Details(StudyShelf shelf, CodeWords words, TableLayout tables, List<Chart> charts) =>
        new("reporting", words.Phrases.Say("Who reported, and what"), [Strip(shelf, words, charts), Fields(shelf, tables)]);

    private static List<BulletinFact> Facts(BulletinRequest request, StudyShelf shelf, CodeWords words, EditionNumbers numbers)
    {
        ScopeCoverage coverage = (shelf.Study(StudyShelf.Coverage) ?? (shelf.All.Count > 0 ? shelf.All[0] : null))?.Coverage
            ?? new ScopeCoverage(0, 0, 0, 0, null);
        HashSet<string> reported = [.. Reporters(shelf)];
        string[] silent = [.. request.ExpectedReporters.Where(c => !reported.Contains(c)).Order(StringComparer.Ordinal)];
        Phrases phrases = words.Phrases;
        NumberFormatInfo signs = phrases.Signs;
        string count = NumberWords.Count(coverage.Reporters, signs),
            reporters = request.ExpectedReporters.Count > 0
                ? phrases.Say($"{count} of {NumberWords.Count(request.ExpectedReporters.Count, signs)} countries of the region")
                : count;
        List<BulletinFact> facts =
        [
            Fact(
                "Reporters",
                phrases.Say($"{reporters}; {NumberWords.Count(coverage.ReportersEveryPeriod, signs)} in every quarter of the period")
            ),
            Fact(
                "No report in the period",
                request.ExpectedReporters.Count == 0 ? phrases.Say("not known: the region has no fixed list of members")
                    : silent.Length == 0 ? phrases.Say("none")
                    : string.Join(", ", silent.Select(words.Country).Order(StringComparer.Ordinal))
            ),
            Fact("Fell silent", Subjects(shelf, "silent_reporter", words) is { Length: > 0 } fell ? fell : phrases.Say("none")),
            Fact(
                "Records",
                phrases.Say($"{numbers.With(new(coverage.Seizures, "seizures"))} in {numbers.With(new(coverage.Cases, "cases"))}")
            ),
            Fact(
                "Reporting delay",
                coverage.MedianLagDays is { } days
                    ? phrases.Say($"median {UnitWords.With(days, "days", phrases)} from seizure to report")
                    : phrases.Say("not known: report dates are missing")
            ),
            Fact("Record profile", Profiles(request, numbers)),
            Fact(
                "Left out by marking",
                request.SeizuresAboveCeiling switch
                {
                    null => phrases.Say("not counted"),
                    { Value: 0 } => phrases.Say("none"),
                    { Value: 1 } one when !numbers.IsHidden(one) => phrases.Say("1 seizure is marked above the ceiling of this product"),
                    { } above => phrases.Say($"{numbers.With(above)} are marked above the ceiling of this product"),
                }
            ),
        ];
        return facts;

        BulletinFact Fact(string name, string value) => new(phrases.Say(name), new BulletinCell(value));
    }

    private static IEnumerable<string> Reporters(StudyShelf shelf) =>
        shelf.Table(StudyShelf.Overview, "reporters") is { } table ? table.Rows.Select(r => table.Text(r, "reporting_country")) : [];

    private static string Subjects(StudyShelf shelf, string kind, CodeWords words) =>
        string.Join(
            "; ",
            shelf
                .Findings.Where(f => f.Finding.Kind == kind && f.Finding.Subject.ContainsKey("reporting_country"))
                .Select(f =>
                    words.Phrases.Say(
                        $"{words.Of("reporting_country", f.Finding.Subject["reporting_country"])} (since {words.Phrases.ShortDay(f.Finding.Period.From)})"
                    )
                )
        );

    private static string Profiles(BulletinRequest request, EditionNumbers numbers)
    {
        var all = new Counted(request.Profiles.Values.Sum(p => p.Value ?? 0), "seizures");
        if (all.Value == 0)
            return request.Phrases.Say("not counted");
        (string Name, string? Share)[] profiles =
        [
            .. request.Profiles.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => (p.Key, numbers.Share(p.Value, all))),
        ];
        // Shares sum to one: a single one left out could be computed.
        return Array.Exists(profiles, p => p.Share is null)
            ? request.Phrases.Say(
                $"mostly {Profile(request.Profiles.OrderByDescending(p => p.Value.Value).ThenBy(p => p.Key, StringComparer.Ordinal).First().Key)}"
            )
            : string.Join(", ", profiles.Select(p => $"{request.Phrases.Say(Profile(p.Name))} {p.Share}"));
    }

    private static string Profile(string code) =>
        code switch
        {
            "STD" => "standard",
            "MIN" => "minimum",
            _ => "less than minimum",
        };

    public static BulletinBlock Strip(StudyShelf shelf, CodeWords words, List<Chart> charts, bool isInJson = false)
    {
        Phrases phrases = words.Phrases;
        string title = phrases.Say("Seizures of any heading by reporter and quarter");
        if (shelf.Table(StudyShelf.Coverage, "strip") is not { } table)
            return new BulletinBlock { Title = title, Nil = phrases.Say("No reporter has a seizure in the data.") };
        string[] quarters =
        [
            .. table.Rows.Select(r => table.Text(r, "quarter")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        string[] all =
        [
            .. table
                .Rows.GroupBy(r => table.Text(r, "reporting_country"))
                .OrderByDescending(g => g.Sum(r => table.AtLeast(r, "seizures") ?? 0))
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.Key),
        ];
        string[] reporters = [.. all.Take(MostReporters)];
        var cells = new List<GridCell>();
        foreach (TableRow row in table.Rows)
        {
            int at = Array.IndexOf(reporters, table.Text(row, "reporting_country"));
            double? value = table.AtLeast(row, "seizures");
            if (at < 0 || value is 0)
                continue;
            cells.Add(new GridCell(Array.IndexOf(quarters, table.Text(row, "quarter")), at, value, table.Words(row, "seizures", phrases)));
        }

        bool isNarrow = quarters.Length <= MostQuartersBeside && cells.All(c => c.Text.Length <= LettersBeside);

        charts.Add(
            new HeatGrid
            {
                Id = "coverage-strip",
                AltText = phrases.Say(
                    $"Seizures of {reporters.Length} reporters in {quarters.Length} quarters, {phrases.Quarter(quarters[0])} "
                        + $"to {phrases.Quarter(quarters[^1])}; a dash marks a quarter without a report."
                ),
                Columns = [.. quarters.Select(phrases.Quarter)],
                Rows = [.. reporters.Select(words.Country)],
                Cells = cells,
                ShowsSilence = true,
                IsNarrow = isNarrow,
            }
        );
        string cut =
            all.Length <= reporters.Length ? ""
            : isInJson ? phrases.Say($" The {reporters.Length} largest of {all.Length} reporters; the JSON has all of them.")
            : phrases.Say($" The {reporters.Length} largest of {all.Length} reporters; all stand in the annex.");
        return new BulletinBlock
        {
            Title = title,
            ChartId = "coverage-strip",
            IsWide = !isNarrow,
            Note =
                phrases.Say("A dash is a quarter without a seizure of any heading: nothing reported is not the same as nothing seized.")
                + cut,
        };
    }

    private static BulletinBlock Fields(StudyShelf shelf, TableLayout tables)
    {
        string title = tables.Phrases.Say("Which fields are filled");
        return shelf.Table(StudyShelf.Coverage, "fields") is { } table
            ? new BulletinBlock
            {
                Title = title,
                Table = tables.Lay("fields", table, StudyShelf.Coverage, 20, "field", "known", "of", "share"),
            }
            : new BulletinBlock { Title = title, Nil = tables.Phrases.Say("Not counted.") };
    }
}
