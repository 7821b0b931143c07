using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Fields;
using SeizureIntel.Ports;

namespace SeizureIntel.Analytics.Coverage;

/// <summary>Who reported when, who fell silent, who is new, and which fields are empty.</summary>
public sealed class CoverageStudy(ISeizureIndex index)
{
    /// <summary>Name of the study.</summary>
    public const string Name = "coverage";

    /// <summary>A field known in less than this share of the seizures is a finding.</summary>
    public const double KnownShareExpected = 0.30;

    // The fields analysts ask for first; the rest of the template is mostly filled for single headings.
    private static readonly string[] WatchedFields =
    [
        "place_type", "direction", "mode_of_transport", "product", "quantity", "origin_country", "departure_country", "destination_country",
        "transit_countries", "concealment", "selection_basis", "detection_technique",
    ];

    /// <summary>Looks at reporting within the scope.</summary>
    public async Task<StudyResult> RunAsync(StudyScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ScopedFrame? scoped = await ScopedFrame.ReadAsync(index, scope, [.. WatchedFields], cancellationToken).ConfigureAwait(false);
        if (scoped is null) return ScopedFrame.Nothing(Name, scope);
        FigureTable fields = FieldTable(scoped);
        List<Finding> findings = [.. ReporterFindings(scoped), .. MissingFields(scoped, fields)];
        return scoped.Result(Name, findings, [Strip(scoped), fields]);
    }

    private static FigureTable Strip(ScopedFrame scoped)
    {
        var rows = new List<TableRow>();
        foreach (string reporter in scoped.Panel.Reporters)
        {
            for (int quarter = scoped.Panel.FirstQuarter; quarter <= scoped.Panel.LastQuarter; quarter++)
            {
                int count = scoped.Panel.Count(reporter, quarter);
                rows.Add(new TableRow([reporter, Months.QuarterKey(quarter), count], QuarterEvidence(scoped, reporter, quarter, quarter, count)));
            }
        }

        return new FigureTable
        {
            Id = "strip",
            Title = "Who reported when",
            Columns = [new("reporting_country", "Reporting country", CodeField: "reporting_country"), new("quarter", "Quarter"), new("seizures", "Seizures of any heading", "seizures")],
            Rows = rows,
            Known = new Known(scoped.Inside.Count, scoped.Inside.Count),
            Notes = ["A quarter without a seizure of any heading is shown empty: nothing reported is not the same as nothing seized."],
        };
    }

    private static FigureTable FieldTable(ScopedFrame scoped)
    {
        var rows = new List<TableRow>();
        foreach (string field in WatchedFields)
        {
            int known = KnownCount(scoped, field);
            Evidence? evidence = SeizureFields.Find(field)!.Kind is FieldKind.Code or FieldKind.Codes
                ? scoped.Evidence(known, scoped.From, scoped.To, (field, "*"))
                : null;
            rows.Add(new TableRow([field, known, scoped.Inside.Count, scoped.Inside.Count == 0 ? null : (double)known / scoped.Inside.Count], evidence));
        }

        return new FigureTable
        {
            Id = "fields",
            Title = "Which fields are filled",
            Columns = [new("field", "Field"), new("known", "Known", "seizures"), new("of", "Of", "seizures"), new("share", "Share known", "share")],
            Rows = rows,
            Known = new Known(scoped.Inside.Count, scoped.Inside.Count),
        };
    }

    private static int KnownCount(ScopedFrame scoped, string field)
    {
        if (SeizureFields.Find(field)!.Kind == FieldKind.Number)
        {
            double[] numbers = scoped.Frame.Numbers(field);
            return scoped.Inside.Count(r => !double.IsNaN(numbers[r]));
        }

        FrameColumn column = scoped.Frame[field];
        return scoped.Inside.Count(column.HasKnown);
    }

    // A reporter is silent when it reported in the year before its last quarter and then not for two quarters or more; new when the scope's quarters are its first.
    private static IEnumerable<Finding> ReporterFindings(ScopedFrame scoped)
    {
        ReporterPanel panel = scoped.Panel;
        int firstInside = Months.Quarter(Months.Of(scoped.From));
        foreach (string reporter in panel.Reporters)
        {
            int[] active = [.. Enumerable.Range(panel.FirstQuarter, panel.LastQuarter - panel.FirstQuarter + 1).Where(q => panel.Count(reporter, q) > 0)];
            int silentQuarters = panel.LastQuarter - active[^1];
            if (silentQuarters >= 2 && active[^1] + 1 >= firstInside - 4)
            {
                int count = panel.Count(reporter, active[^1]);
                yield return ReporterFinding(scoped, "silent_reporter", reporter, active[^1] + 1, panel.LastQuarter, silentQuarters, QuarterEvidence(scoped, reporter, active[^1], active[^1], count));
            }

            if (active[0] > panel.FirstQuarter && active[0] >= firstInside)
            {
                int count = active.Sum(q => panel.Count(reporter, q));
                yield return ReporterFinding(scoped, "new_reporter", reporter, active[0], panel.LastQuarter, panel.LastQuarter - active[0] + 1, QuarterEvidence(scoped, reporter, active[0], panel.LastQuarter, count));
            }
        }
    }

    private static Finding ReporterFinding(ScopedFrame scoped, string kind, string reporter, int fromQuarter, int toQuarter, int quarters, Evidence evidence)
    {
        var subject = new Dictionary<string, IReadOnlyList<string>> { ["reporting_country"] = [reporter] };
        DateOnly end = Months.QuarterEnd(toQuarter) < scoped.To ? Months.QuarterEnd(toQuarter) : scoped.To;
        var period = new Period(Months.QuarterStart(fromQuarter), end);
        return new Finding
        {
            Id = FindingId.Of(kind, subject, period),
            Kind = kind,
            Subject = subject,
            Period = period,
            Figure = new Figure(quarters, "quarters"),
            N = quarters,
            Known = new Known(scoped.Inside.Count, scoped.Inside.Count),
            Reporters = 1,
            Method = kind == "new_reporter" ? "first-quarter-with-a-seizure" : "quarters-without-a-seizure",
            Caveats = kind == "new_reporter"
                ? ["A first report raises every total; it is no rise in what is smuggled."]
                : ["The evidence is the reporter's last quarter with seizures; nothing reported is not the same as nothing seized."],
            Evidence = evidence,
        };
    }

    private static IEnumerable<Finding> MissingFields(ScopedFrame scoped, FigureTable fields)
    {
        foreach (TableRow row in fields.Rows)
        {
            if (row.Cells[3] is not double share || share >= KnownShareExpected || row.Evidence is null) continue;
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

    private static Evidence QuarterEvidence(ScopedFrame scoped, string reporter, int firstQuarter, int lastQuarter, int count)
    {
        DateOnly end = Months.QuarterEnd(lastQuarter) < scoped.To ? Months.QuarterEnd(lastQuarter) : scoped.To;
        DateOnly start = Months.QuarterStart(firstQuarter) > scoped.Panel.From ? Months.QuarterStart(firstQuarter) : scoped.Panel.From;
        return scoped.Panel.Evidence(reporter, start, end, count);
    }
}
