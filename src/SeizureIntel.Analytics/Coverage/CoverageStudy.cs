using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Coverage;

/// <summary>Who reported when, who fell silent, who is new, and which fields are empty.</summary>
public sealed class CoverageStudy(ISeizureIndex index, StudyFrames? frames = null)
{
    /// <summary>Name of the study.</summary>
    public const string Name = "coverage";

    /// <summary>A field known in less than this share of the seizures is a finding.</summary>
    public const double KnownShareExpected = 0.30;

    private const int YearOfMonths = 12;
    private const int SilentMonths = 6;
    private const int SilentMonthsAtLeast = 2;
    private const double SilentExpected = 20;
    private const double SilentExpectedAtLeast = 5;
    private const int MonthsBeforeNew = 3;

    /// <summary>Fields that it looks at seizure by seizure: none but those of every study.</summary>
    public static IReadOnlyList<string> Fields { get; } = [];

    // The fields analysts ask for first; the rest of the template is mostly filled for single headings.
    /// <summary>Fields that the index counts for it: how often each is filled.</summary>
    public static IReadOnlyList<string> Counted { get; } =
    [
        "place_type",
        "direction",
        "mode_of_transport",
        "product",
        "quantity",
        "origin_country",
        "departure_country",
        "destination_country",
        "transit_countries",
        "concealment",
        "selection_basis",
        "detection_technique",
    ];

    /// <summary>Looks at reporting within the scope.</summary>
    public async Task<StudyResult> RunAsync(StudyScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ScopedFrame? scoped = await (frames ?? new StudyFrames(index, Fields)).ReadAsync(scope, cancellationToken);
        if (scoped is null)
            return ScopedFrame.Nothing(Name, scope);
        FigureTable fields = await FieldTableAsync(scoped, cancellationToken);
        IReadOnlyList<ReporterLag> lags = ReporterLag.Of(scoped);
        List<Finding> findings = [.. ReporterFindings(scoped), .. MissingFields(scoped, fields), .. LateReporters.Of(scoped, lags)];
        string[] notes = lags.All(l => l.Dated == 0) ? ["No report dates: how late reports come cannot be told."] : [];
        return scoped.Result(Name, findings, [Strip(scoped), fields, LateReporters.Table(scoped, lags)], notes);
    }

    private static FigureTable Strip(ScopedFrame scoped)
    {
        var rows = new List<TableRow>();
        foreach (string reporter in scoped.Panel.Reporters)
        {
            for (int quarter = scoped.Panel.FirstQuarter; quarter <= scoped.Panel.LastQuarter; quarter++)
            {
                int count = scoped.Panel.Count(reporter, quarter);
                rows.Add(new TableRow([reporter, Months.QuarterKey(quarter), count], QuarterEvidence(scoped, reporter, quarter, count)));
            }
        }

        return new FigureTable
        {
            Id = "strip",
            Title = "Who reported when",
            Columns =
            [
                new("reporting_country", "Reporting country", CodeField: "reporting_country"),
                new("quarter", "Quarter"),
                new("seizures", "Seizures of any heading", "seizures"),
            ],
            Rows = rows,
            Known = new Known(scoped.Inside.Count, scoped.Inside.Count),
            Notes = ["A quarter without a seizure of any heading is shown empty: nothing reported is not the same as nothing seized."],
        };
    }

    private async Task<FigureTable> FieldTableAsync(ScopedFrame scoped, CancellationToken cancellationToken)
    {
        var rows = new List<TableRow>();
        foreach (string field in Counted)
        {
            Evidence filled = scoped.Evidence(0, scoped.From, scoped.To, (field, "*"));
            Tabulation counted = await index.TabulateAsync(scoped.Scope.Reader, new TabulationRequest(filled.Query, []), cancellationToken);
            int known = counted.Of;
            bool isCoded = SeizureFields.Find(field)!.Kind is FieldKind.Code or FieldKind.Codes;
            rows.Add(
                new TableRow(
                    [field, known, scoped.Inside.Count, scoped.Inside.Count == 0 ? null : (double)known / scoped.Inside.Count],
                    isCoded ? filled with { Count = known } : null
                )
            );
        }

        return new FigureTable
        {
            Id = "fields",
            Title = "Which fields are filled",
            Columns =
            [
                new("field", "Field"),
                new("known", "Known", "seizures"),
                new("of", "Of", "seizures"),
                new("share", "Share known", "share"),
            ],
            Rows = rows,
            Known = new Known(scoped.Inside.Count, scoped.Inside.Count),
        };
    }

    // A reporter is silent after half a year in which five seizures were to be expected, or sooner where the year before lets expect twenty or more;
    // it is new when its first seizure lies in the scope and the others' began a quarter earlier.
    private static IEnumerable<Finding> ReporterFindings(ScopedFrame scoped)
    {
        ReporterPanel panel = scoped.Panel;
        int begin = Months.Of(panel.From),
            inside = Months.Of(scoped.From),
            end = Months.Of(scoped.To.AddDays(1)) - 1;
        foreach (string reporter in panel.Reporters)
        {
            int[] active = [.. Enumerable.Range(begin, Months.Of(scoped.To) - begin + 1).Where(m => panel.InMonth(reporter, m) > 0)];
            if (active.Length == 0)
                continue;
            int last = active[^1],
                silent = end - last,
                before = Enumerable.Range(last - YearOfMonths + 1, YearOfMonths).Sum(m => panel.InMonth(reporter, m));
            double months = Math.Min(YearOfMonths, last - active[0] + 1),
                expected = before / months * silent;
            if (
                last + 1 >= inside
                && (
                    (silent >= SilentMonths && expected >= SilentExpectedAtLeast)
                    || (silent >= SilentMonthsAtLeast && expected >= SilentExpected)
                )
            )
            {
                var period = new Period(Months.Start(last + 1), scoped.To);
                yield return ReporterFinding(
                    scoped,
                    "silent_reporter",
                    reporter,
                    period,
                    silent,
                    "months-without-a-seizure",
                    Window(scoped, reporter, Months.Start(last), Months.End(last), panel.InMonth(reporter, last)),
                    [
                        $"{expected:#,0} seizures would have been expected at the rate of the year before",
                        "the evidence is the reporter's last month with seizures; nothing reported is not the same as nothing seized",
                    ]
                );
            }

            if (active[0] >= begin + MonthsBeforeNew && active[0] >= inside)
            {
                var period = new Period(Months.Start(active[0]), scoped.To);
                yield return ReporterFinding(
                    scoped,
                    "new_reporter",
                    reporter,
                    period,
                    Months.Of(scoped.To) - active[0] + 1,
                    "first-month-with-a-seizure",
                    Window(scoped, reporter, period.From, period.To, active.Sum(m => panel.InMonth(reporter, m))),
                    ["a first report raises every total; it is no rise in what is smuggled"]
                );
            }
        }
    }

    private static Finding ReporterFinding(
        ScopedFrame scoped,
        string kind,
        string reporter,
        Period period,
        int months,
        string method,
        Evidence evidence,
        IReadOnlyList<Phrase> caveats
    )
    {
        var subject = new Dictionary<string, IReadOnlyList<string>> { ["reporting_country"] = [reporter] };
        return new Finding
        {
            Id = FindingId.Of(kind, subject, period),
            Kind = kind,
            Subject = subject,
            Period = period,
            Figure = new Figure(months, "months"),
            N = months,
            Known = new Known(scoped.Inside.Count, scoped.Inside.Count),
            Reporters = 1,
            Method = method,
            Caveats = caveats,
            Evidence = evidence,
        };
    }

    private static IEnumerable<Finding> MissingFields(ScopedFrame scoped, FigureTable fields)
    {
        foreach (TableRow row in fields.Rows)
        {
            if (row.Cells[3] is not double share || share >= KnownShareExpected || row.Evidence is null)
                continue;
            var subject = new Dictionary<string, IReadOnlyList<string>> { ["field"] = [(string)row.Cells[0]!] };
            var period = new Period(scoped.From, scoped.To);
            int known = (int)row.Cells[1]!;
            yield return new Finding
            {
                Id = FindingId.Of("missing_field", subject, period),
                Kind = "missing_field",
                Subject = subject,
                Period = period,
                Figure = new Figure(share, "share"),
                N = known,
                Known = new Known(known, scoped.Inside.Count),
                Reporters = scoped.Coverage().Reporters,
                Method = "share-known",
                Evidence = row.Evidence,
            };
        }
    }

    private static Evidence QuarterEvidence(ScopedFrame scoped, string reporter, int quarter, int count) =>
        Window(scoped, reporter, Months.QuarterStart(quarter), Months.QuarterEnd(quarter), count);

    private static Evidence Window(ScopedFrame scoped, string reporter, DateOnly from, DateOnly to, int count)
    {
        DateOnly first = from > scoped.Panel.From ? from : scoped.Panel.From,
            last = to < scoped.To ? to : scoped.To;
        return scoped.Panel.Evidence(reporter, first, last, count);
    }
}
