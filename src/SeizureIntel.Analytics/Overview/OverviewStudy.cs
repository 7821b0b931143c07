using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Overview;

/// <summary>The key figures of a period: what was reported, by whom, and how it compares with the year before on all reporters and on the constant
/// panel.</summary>
public sealed class OverviewStudy(ISeizureIndex index, CodeListSet codes, StudyFrames? frames = null)
{
    /// <summary>Name of the study.</summary>
    public const string Name = "overview";

    private const int MostProducts = 25;
    private static readonly Phrase[] NoNotes = [];

    /// <summary>Fields that it looks at.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [.. QuantityTally.Fields, "heading", "product", "marking_status", "trace_status", "case_headings"];

    /// <summary>Counts the scope.</summary>
    public async Task<StudyResult> RunAsync(StudyScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ScopedFrame? scoped = await (frames ?? new StudyFrames(index, Fields)).ReadAsync(scope, cancellationToken);
        if (scoped is null)
            return ScopedFrame.Nothing(Name, scope);
        var tally = new QuantityTally(scoped.Frame);
        var compared = ComparedYear.Of(scoped);
        return scoped.Result(
            Name,
            [],
            [
                KeyFigures(scoped, compared),
                Headings(scoped, tally, compared),
                .. compared is { IsWhole: false } ? [LatestYear(scoped, compared)] : Array.Empty<FigureTable>(),
                Monthly(scoped),
                Products(scoped, tally),
                Reporters(scoped),
                SmallArmsBox.Table(scoped, tally, codes),
            ]
        );
    }

    private static FigureTable KeyFigures(ScopedFrame scoped, ComparedYear? compared) =>
        new()
        {
            Id = "key_figures",
            Title = "Key figures",
            Columns =
            [
                new("figure", "Figure"),
                new("label", "What is counted"),
                new("value", "Value", "count"),
                new("unit", "Unit"),
                new("previous", "Same period a year before", "count"),
                new("change_all", "Change, all reporters", "share"),
                new("change_panel", "Change, constant panel", "share"),
                new("change_low", "Change, all reporters, 95 % low", "share"),
                new("change_high", "Change, all reporters, 95 % high", "share"),
            ],
            Rows =
            [
                CountRow(scoped, "seizures", "Seizures", compared, rows => rows.Count),
                CountRow(scoped, "cases", "Cases", compared, rows => Cases(scoped, rows)),
                CountRow(scoped, "reporters", "Reporting countries", compared, rows =>
                    rows.Select(r => scoped.Frame["reporting_country"].FirstCode(r)).Distinct().Count()
                ),
            ],
            Known = new Known(scoped.Inside.Count, scoped.Inside.Count),
            Notes =
            [
                $"Constant panel: the {scoped.Panel.Constant.Count} of {scoped.Panel.Reporters.Count} reporters with at least one "
                    + $"seizure in every quarter from {Months.QuarterStart(scoped.Panel.FirstQuarter):yyyy-MM-dd} to "
                    + $"{scoped.To:yyyy-MM-dd}.",
                "Intervals of changes assume independent seizures and are therefore narrow rather than wide.",
                .. compared is { IsWhole: false } ? [compared.Said] : NoNotes,
            ],
        };

    private static TableRow CountRow(
        ScopedFrame scoped,
        string figure,
        string label,
        ComparedYear? compared,
        Func<IReadOnlyList<int>, int> count
    )
    {
        ComparedYear? changed = figure == "reporters" ? null : compared;
        (double Value, double Low, double High)? all = changed is null ? null : CountChange.Of(count(changed.Before), count(changed.Now));
        (double Value, double Low, double High)? panel = changed is null ? null : PanelChange(scoped, changed.Before, changed.Now, count);
        int? previous = compared is { IsWhole: true } ? count(compared.Before) : null;
        return new TableRow(
            [figure, label, count(scoped.Inside), figure, previous, all?.Value, panel?.Value, all?.Low, all?.High],
            scoped.Evidence(scoped.Inside.Count, scoped.From, scoped.To)
        );
    }

    private static FigureTable Headings(ScopedFrame scoped, QuantityTally tally, ComparedYear? compared)
    {
        FrameColumn heading = scoped.Frame["heading"];
        ComparedYear? whole = compared is { IsWhole: true } ? compared : null;
        ILookup<string, int> before = (whole?.Before ?? []).ToLookup(heading.FirstCode, StringComparer.Ordinal);
        var rows = new List<TableRow>();
        int known = 0;
        foreach (
            IGrouping<string, int> group in scoped
                .Inside.GroupBy(heading.FirstCode)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
        )
        {
            int[] now = [.. group];
            if (heading.HasKnown(now[0]))
                known += now.Length;
            int[] previous = [.. before[group.Key]];
            (string? unit, double sum, _, _) = tally.Leading(now);
            rows.Add(
                new TableRow(
                    [
                        group.Key,
                        now.Length,
                        Cases(scoped, now),
                        unit is null ? null : sum,
                        unit,
                        whole is null ? null : previous.Length,
                        CountChange.Of(previous.Length, now.Length)?.Value,
                        PanelChange(scoped, previous, now, rows => rows.Count)?.Value,
                    ],
                    scoped.Evidence(now.Length, scoped.From, scoped.To, ("heading", group.Key))
                )
            );
        }

        return new FigureTable
        {
            Id = "headings",
            Title = "Headings",
            Columns =
            [
                new("heading", "Heading", CodeField: "heading"),
                new("seizures", "Seizures", "seizures"),
                new("cases", "Cases", "cases"),
                new("quantity", "Quantity", "unit"),
                new("unit", "Unit", CodeField: "unit"),
                new("previous_seizures", "Seizures a year before", "seizures"),
                new("change_all", "Change, all reporters", "share"),
                new("change_panel", "Change, constant panel", "share"),
            ],
            Rows = rows,
            Known = new Known(known, scoped.Inside.Count),
        };
    }

    // Where the period is all there is, its latest year is set against the one before.
    private static FigureTable LatestYear(ScopedFrame scoped, ComparedYear compared)
    {
        FrameColumn heading = scoped.Frame["heading"];
        ILookup<string, int> now = compared.Now.ToLookup(heading.FirstCode, StringComparer.Ordinal),
            before = compared.Before.ToLookup(heading.FirstCode, StringComparer.Ordinal);
        return new FigureTable
        {
            Id = "latest_year",
            Title = "Latest year",
            Columns =
            [
                new("heading", "Heading", CodeField: "heading"),
                new("seizures", "Seizures", "seizures"),
                new("previous_seizures", "Seizures a year before", "seizures"),
                new("change_all", "Change, all reporters", "share"),
                new("change_low", "Change, all reporters, 95 % low", "share"),
                new("change_high", "Change, all reporters, 95 % high", "share"),
                new("change_panel", "Change, constant panel", "share"),
            ],
            Rows =
            [
                .. now.Select(g => g.Key)
                    .Union(before.Select(g => g.Key))
                    .OrderByDescending(h => now[h].Count())
                    .ThenBy(h => h, StringComparer.Ordinal)
                    .Select(h => LatestYearRow(scoped, compared, h, [.. now[h]], [.. before[h]])),
            ],
            Known = new Known(compared.Now.Count(heading.HasKnown), compared.Now.Count),
            Notes = [compared.Said],
        };
    }

    private static TableRow LatestYearRow(ScopedFrame scoped, ComparedYear compared, string heading, int[] now, int[] before)
    {
        (double Value, double Low, double High)? all = CountChange.Of(before.Length, now.Length);
        return new TableRow(
            [
                heading,
                now.Length,
                before.Length,
                all?.Value,
                all?.Low,
                all?.High,
                PanelChange(scoped, before, now, rows => rows.Count)?.Value,
            ],
            scoped.Evidence(now.Length, compared.From, compared.To, ("heading", heading))
        );
    }

    private static FigureTable Monthly(ScopedFrame scoped)
    {
        FrameColumn reporter = scoped.Frame["reporting_country"];
        int first = Months.Of(scoped.From),
            last = Months.Of(scoped.To);
        var all = new int[last - first + 1];
        var panel = new int[all.Length];
        int[] months = Months.OfDays(scoped.Frame.Days);
        FrameColumn precision = scoped.Frame["date_precision"];
        int[] dated = [.. scoped.Inside.Where(r => precision.FirstCode(r) is "DAY" or "MONTH")];
        foreach (int row in dated)
        {
            all[months[row] - first]++;
            if (scoped.Panel.Constant.Contains(reporter.FirstCode(row)))
                panel[months[row] - first]++;
        }

        return new FigureTable
        {
            Id = "monthly",
            Title = "Seizures a month",
            Columns = [new("month", "Month"), new("all", "All reporters", "seizures"), new("panel", "Constant panel", "seizures")],
            Rows =
            [
                .. all.Select(
                    (n, i) =>
                        new TableRow(
                            [Months.Key(first + i), n, panel[i]],
                            MonthEvidence(scoped, n, first + i, dated.Length < scoped.Inside.Count)
                        )
                ),
            ],
            Known = new Known(dated.Length, scoped.Inside.Count),
            Notes = dated.Length < scoped.Inside.Count ? ["Seizures dated to a quarter or a year only are in no month."] : [],
        };
    }

    private FigureTable Products(ScopedFrame scoped, QuantityTally tally)
    {
        FrameColumn product = scoped.Frame["product"],
            heading = scoped.Frame["heading"];
        return new FigureTable
        {
            Id = "products",
            Title = "Products",
            Columns =
            [
                new("product", "Product", CodeField: "product"),
                new("heading", "Heading", CodeField: "heading"),
                new("seizures", "Seizures", "seizures"),
                new("cases", "Cases", "cases"),
                new("quantity", "Quantity", "unit"),
                new("unit", "Unit", CodeField: "unit"),
            ],
            Rows =
            [
                .. scoped
                    .Inside.GroupBy(r => (Heading: heading.FirstCode(r), Product: product.FirstCode(r)))
                    .OrderByDescending(g => g.Count())
                    .ThenBy(g => g.Key.Product, StringComparer.Ordinal)
                    .ThenBy(g => g.Key.Heading, StringComparer.Ordinal)
                    .Take(MostProducts)
                    .Select(group =>
                    {
                        int[] rows = [.. group];
                        (string? unit, double sum, _, _) = tally.Leading(rows);
                        return new TableRow(
                            [group.Key.Product, group.Key.Heading, rows.Length, Cases(scoped, rows), unit is null ? null : sum, unit],
                            ProductEvidence(scoped, group.Key.Heading, group.Key.Product, rows.Length)
                        );
                    }),
            ],
            Known = new Known(scoped.Inside.Count(product.HasKnown), scoped.Inside.Count),
            Notes = ["The quantity is that of the unit most records have; outliers are left out of sums and stay in counts."],
        };
    }

    private static FigureTable Reporters(ScopedFrame scoped)
    {
        FrameColumn reporter = scoped.Frame["reporting_country"];
        return new FigureTable
        {
            Id = "reporters",
            Title = "Reporting countries",
            Columns =
            [
                new("reporting_country", "Reporting country", CodeField: "reporting_country"),
                new("seizures", "Seizures", "seizures"),
                new("cases", "Cases", "cases"),
                new("share", "Share of seizures", "share"),
            ],
            Rows =
            [
                .. scoped
                    .Inside.GroupBy(reporter.FirstCode)
                    .OrderByDescending(g => g.Count())
                    .ThenBy(g => g.Key, StringComparer.Ordinal)
                    .Select(group =>
                    {
                        int[] rows = [.. group];
                        return new TableRow(
                            [group.Key, rows.Length, Cases(scoped, rows), (double)rows.Length / scoped.Inside.Count],
                            scoped.Evidence(rows.Length, scoped.From, scoped.To, ("reporting_country", group.Key))
                        );
                    }),
            ],
            Known = new Known(scoped.Inside.Count(reporter.HasKnown), scoped.Inside.Count),
        };
    }

    // A date known to the year only stands at 1 January: a month's query must not take it in.
    private static Evidence MonthEvidence(ScopedFrame scoped, int count, int month, bool hasCoarseDates)
    {
        Evidence evidence = scoped.Evidence(count, Months.Start(month), Months.End(month));
        return hasCoarseDates ? evidence with { Query = evidence.Query.With("date_precision", "DAY", "MONTH") } : evidence;
    }

    private Evidence ProductEvidence(ScopedFrame scoped, string heading, string product, int count) =>
        scoped.Evidence(
            count,
            scoped.From,
            scoped.To,
            ("heading", heading),
            ("product", codes.Alone(SeizureFields.Find("product")!, product))
        );

    private static int Cases(ScopedFrame scoped, IEnumerable<int> rows) => rows.Select(r => scoped.Frame.Cases[r]).Distinct().Count();

    private static (double Value, double Low, double High)? PanelChange(
        ScopedFrame scoped,
        IReadOnlyList<int> before,
        IReadOnlyList<int> now,
        Func<IReadOnlyList<int>, int> count
    ) => CountChange.Of(count(OnPanel(scoped, before)), count(OnPanel(scoped, now)));

    private static IReadOnlyList<int> OnPanel(ScopedFrame scoped, IEnumerable<int> rows) =>
        [.. rows.Where(r => scoped.Panel.Constant.Contains(scoped.Frame["reporting_country"].FirstCode(r)))];
}
