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
        new("coverage", "Coverage", [new BulletinBlock { Facts = Facts(request, shelf, words, numbers), IsWide = true }]);

    /// <summary>Who reported in which quarter, and what the records hold.</summary>
    public static BulletinSection Details(StudyShelf shelf, CodeWords words, TableLayout tables, List<Chart> charts) =>
        new("reporting", "Who reported, and what", [Strip(shelf, words, charts), Fields(shelf, tables)]);

    private static List<BulletinFact> Facts(BulletinRequest request, StudyShelf shelf, CodeWords words, EditionNumbers numbers)
    {
        ScopeCoverage coverage = (shelf.Study(StudyShelf.Coverage) ?? (shelf.All.Count > 0 ? shelf.All[0] : null))?.Coverage
            ?? new ScopeCoverage(0, 0, 0, 0, null);
        HashSet<string> reported = [.. Reporters(shelf)];
        string[] silent = [.. request.ExpectedReporters.Where(c => !reported.Contains(c)).Order(StringComparer.Ordinal)];
        string reporters =
            request.ExpectedReporters.Count > 0
                ? $"{NumberWords.Count(coverage.Reporters)} of {NumberWords.Count(request.ExpectedReporters.Count)} countries of the region"
                : NumberWords.Count(coverage.Reporters);
        List<BulletinFact> facts =
        [
            Fact("Reporters", $"{reporters}; {NumberWords.Count(coverage.ReportersEveryPeriod)} in every quarter of the period"),
            Fact(
                "No report in the period",
                request.ExpectedReporters.Count == 0 ? "not known: the region has no fixed list of members"
                    : silent.Length == 0 ? "none"
                    : string.Join(", ", silent.Select(words.Country).Order(StringComparer.Ordinal))
            ),
            Fact("Fell silent", Subjects(shelf, "silent_reporter", words) is { Length: > 0 } fell ? fell : "none"),
            Fact("Records", $"{numbers.With(new(coverage.Seizures, "seizures"))} in {numbers.With(new(coverage.Cases, "cases"))}"),
            Fact(
                "Reporting delay",
                coverage.MedianLagDays is { } days
                    ? $"median {UnitWords.With(days, "days")} from seizure to report"
                    : "not known: report dates are missing"
            ),
            Fact("Record profile", Profiles(request, numbers)),
            Fact(
                "Left out by marking",
                request.SeizuresAboveCeiling switch
                {
                    null => "not counted",
                    { Value: 0 } => "none",
                    { Value: 1 } one when !numbers.IsHidden(one) => "1 seizure is marked above the ceiling of this product",
                    { } above => $"{numbers.With(above)} are marked above the ceiling of this product",
                }
            ),
        ];
        return facts;
    }

    private static IEnumerable<string> Reporters(StudyShelf shelf) =>
        shelf.Table(StudyShelf.Overview, "reporters") is { } table ? table.Rows.Select(r => table.Text(r, "reporting_country")) : [];

    private static string Subjects(StudyShelf shelf, string kind, CodeWords words) =>
        string.Join(
            "; ",
            shelf
                .Findings.Where(f => f.Finding.Kind == kind && f.Finding.Subject.ContainsKey("reporting_country"))
                .Select(f =>
                    $"{words.Of("reporting_country", f.Finding.Subject["reporting_country"])} (since {NumberWords.Day(f.Finding.Period.From)})"
                )
        );

    private static string Profiles(BulletinRequest request, EditionNumbers numbers)
    {
        var all = new Counted(request.Profiles.Values.Sum(p => p.Value ?? 0), "seizures");
        if (all.Value == 0)
            return "not counted";
        (string Name, string? Share)[] profiles =
        [
            .. request.Profiles.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => (p.Key, numbers.Share(p.Value, all))),
        ];
        // Shares sum to one: a single one left out could be computed.
        return Array.Exists(profiles, p => p.Share is null)
            ? $"mostly {Profile(request.Profiles.OrderByDescending(p => p.Value.Value).ThenBy(p => p.Key, StringComparer.Ordinal).First().Key)}"
            : string.Join(", ", profiles.Select(p => $"{Profile(p.Name)} {p.Share}"));
    }

    private static string Profile(string code) =>
        code switch
        {
            "STD" => "standard",
            "MIN" => "minimum",
            _ => "less than minimum",
        };

    private static BulletinFact Fact(string name, string value) => new(name, new BulletinCell(value));

    public static BulletinBlock Strip(StudyShelf shelf, CodeWords words, List<Chart> charts, string rest = "all stand in the annex")
    {
        const string title = "Seizures of any heading by reporter and quarter";
        if (shelf.Table(StudyShelf.Coverage, "strip") is not { } table)
            return new BulletinBlock { Title = title, Nil = "No reporter has a seizure in the data." };
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
            cells.Add(new GridCell(Array.IndexOf(quarters, table.Text(row, "quarter")), at, value, table.Words(row, "seizures")));
        }

        bool isNarrow = quarters.Length <= MostQuartersBeside && cells.All(c => c.Text.Length <= LettersBeside);

        charts.Add(
            new HeatGrid
            {
                Id = "coverage-strip",
                AltText = string.Create(
                    CultureInfo.InvariantCulture,
                    $"Seizures of {reporters.Length} reporters in {quarters.Length} quarters, {NumberWords.Quarter(quarters[0])} "
                        + $"to {NumberWords.Quarter(quarters[^1])}; a dash marks a quarter without a report."
                ),
                Columns = [.. quarters.Select(NumberWords.Quarter)],
                Rows = [.. reporters.Select(words.Country)],
                Cells = cells,
                ShowsSilence = true,
                IsNarrow = isNarrow,
            }
        );
        string cut =
            all.Length > reporters.Length
                ? string.Create(CultureInfo.InvariantCulture, $" The {reporters.Length} largest of {all.Length} reporters; {rest}.")
                : "";
        return new BulletinBlock
        {
            Title = title,
            ChartId = "coverage-strip",
            IsWide = !isNarrow,
            Note = "A dash is a quarter without a seizure of any heading: nothing reported is not the same as nothing seized." + cut,
        };
    }

    private static BulletinBlock Fields(StudyShelf shelf, TableLayout tables)
    {
        const string title = "Which fields are filled";
        return shelf.Table(StudyShelf.Coverage, "fields") is { } table
            ? new BulletinBlock
            {
                Title = title,
                Table = tables.Lay("fields", table, StudyShelf.Coverage, 20, "field", "known", "of", "share"),
            }
            : new BulletinBlock { Title = title, Nil = "Not counted." };
    }
}
