using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Queries;

namespace SeizureIntel.Analytics.Trends;

/// <summary>Shifts of several codes of one field that one reporter makes at one time: it began to code differently, which is told once instead of once a code.</summary>
internal sealed class CodingChanges
{
    /// <summary>Name of the method.</summary>
    public const string Method = "codes-changed-together";

    // Annual files begin at New Year; smuggling does not.
    private const int DaysAroundNewYear = 21;
    private const int DaysApart = 14;
    private const int FewestAtNewYear = 2;
    private const int FewestElsewhere = 4;
    private const double MostlyOne = 0.8;

    private readonly HashSet<ChangeCandidate> _members = [];

    private CodingChanges(IReadOnlyList<Finding> findings, IEnumerable<ChangeCandidate> members)
    {
        Findings = findings;
        _members.UnionWith(members);
    }

    /// <summary>One finding a reporter, field and date.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>True for a shift that one of the findings tells.</summary>
    public bool Holds(ChangeCandidate shift) => _members.Contains(shift);

    /// <summary>Groups the shifts of a scope.</summary>
    public static CodingChanges Of(IEnumerable<ChangeCandidate> shifts, ChangeContext context, WindowRecords records, CodeListSet lists)
    {
        var byReporter = new Dictionary<(string Reporter, string Field), List<ChangeCandidate>>();
        foreach (ChangeCandidate shift in shifts)
        {
            if (FieldOf(shift.Series) is not { } field || MainReporter(shift, context, records) is not { } reporter) continue;
            if (!byReporter.TryGetValue((reporter, field), out List<ChangeCandidate>? of)) byReporter[(reporter, field)] = of = [];
            of.Add(shift);
        }

        var findings = new List<Finding>();
        var members = new List<ChangeCandidate>();
        foreach (((string reporter, string field), List<ChangeCandidate> of) in byReporter.OrderBy(e => e.Key))
        {
            foreach (ChangeCandidate[] group in AtOneTime(of))
            {
                string[] codes = Codes(group, field, lists);

                // A recoding moves cases from code to code; codes that all rise or all fall may be one trade that did.
                bool isMixed = group.Any(s => s.Excess > 0) && group.Any(s => s.Excess < 0);
                if (!isMixed || codes.Length < (IsNewYear(group[0]) ? FewestAtNewYear : FewestElsewhere)) continue;
                findings.Add(Told(reporter, field, codes, group, context, lists));
                members.AddRange(group);
            }
        }

        return new CodingChanges(findings, members);
    }

    // The field whose codes are compared: the crossed one, or the product of a reporter.
    private static string? FieldOf(CountSeries series) => series.Dimension is { } crossed and not "reporting_country" ? crossed : series.Product is null ? null : "product";

    // The reporter that makes four fifths of the change; null where several do.
    private static string? MainReporter(ChangeCandidate shift, ChangeContext context, WindowRecords records)
    {
        if (shift.Series.Reporter is { } only) return only;
        if (shift.Series.Reporters is [(string single, _)]) return single;
        int days = shift.Period.To.DayNumber - shift.Period.From.DayNumber + 1;
        var before = new Period(shift.Period.From.AddDays(-days), shift.Period.From.AddDays(-1));
        var change = new Dictionary<string, int>(StringComparer.Ordinal);
        int sign = shift.Excess < 0 ? -1 : 1;
        Count(before, -sign);
        Count(shift.Period, sign);
        if (change.Count == 0) return null;
        (string reporter, int most) = change.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Value)).First();
        return most > 0 && most >= MostlyOne * change.Values.Where(v => v > 0).Sum() ? reporter : null;

        void Count(Period period, int weight)
        {
            FrameColumn column = context.Scoped.Frame["reporting_country"];
            foreach (int row in records.Of(shift.Series, period, isMonthly: false)) change[column.FirstCode(row)] = change.GetValueOrDefault(column.FirstCode(row)) + weight;
        }
    }

    // Those of one New Year, and of the rest those that begin within two weeks.
    private static IEnumerable<ChangeCandidate[]> AtOneTime(List<ChangeCandidate> shifts)
    {
        ChangeCandidate[] ordered = [.. shifts.OrderBy(s => s.Period.From).ThenBy(s => s.Series.Id, StringComparer.Ordinal)];
        foreach (IGrouping<int, ChangeCandidate> year in ordered.Where(IsNewYear).GroupBy(s => s.Period.From.AddDays(DaysAroundNewYear).Year)) yield return [.. year];
        ChangeCandidate[] rest = [.. ordered.Where(s => !IsNewYear(s))];
        for (int first = 0; first < rest.Length;)
        {
            int end = first + 1;
            while (end < rest.Length && rest[end].Period.From.DayNumber - rest[first].Period.From.DayNumber <= DaysApart) end++;
            yield return rest[first..end];
            first = end;
        }
    }

    private static bool IsNewYear(ChangeCandidate shift)
    {
        DateOnly from = shift.Period.From, next = new(from.Year + 1, 1, 1);
        return from.DayOfYear <= DaysAroundNewYear || next.DayNumber - from.DayNumber <= DaysAroundNewYear;
    }

    // The codes that changed, without those above another of them.
    private static string[] Codes(ChangeCandidate[] group, string field, CodeListSet lists)
    {
        CodeList? list = lists.Of(SeizureFields.Find(field)!);
        string[] all = [.. group.Select(s => s.Series.Subject.Last(f => f.Field == field).Code).Distinct().Order(StringComparer.Ordinal)];
        return [.. all.Where(code => list?.WithDescendants(code).Any(below => below != code && all.Contains(below)) != true)];
    }

    private static Finding Told(string reporter, string field, string[] codes, ChangeCandidate[] group, ChangeContext context, CodeListSet lists)
    {
        var period = new Period(group.Min(s => s.Period.From), group.Max(s => s.Period.To));
        SeizureFrame frame = context.Scoped.Frame;
        FrameColumn column = frame[field], who = frame["reporting_country"], precision = frame["date_precision"];
        HashSet<string> below = [.. codes.SelectMany(c => lists.Of(SeizureFields.Find(field)!)?.WithDescendants(c) ?? [c])];
        int[] reported = [.. frame.Rows(period.From, period.To).Where(r => who.FirstCode(r) == reporter && precision.FirstCode(r) == "DAY")];
        int[] rows = [.. reported.Where(r => column.Of(r).ToArray().Any(v => below.Contains(column.Values[v])))];
        int cases = Cases(rows);
        var subject = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["reporting_country"] = [reporter], [field] = codes };
        SeizureQuery query = context.Scoped.Scope.Query with { From = period.From, To = period.To };
        query = query.With("reporting_country", reporter).With(field, codes).With("date_precision", "DAY");
        string[] risen = Moved(group, field, codes, rises: true), fallen = Moved(group, field, codes, rises: false);
        List<string> caveats = ["these codes changed together at this reporter: a change of how it codes or reports is likelier than one of smuggling"];
        if (risen.Length > 0) caveats.Add("more often: " + string.Join(", ", risen));
        if (fallen.Length > 0) caveats.Add("less often: " + string.Join(", ", fallen));
        return new Finding
        {
            Id = FindingId.Of(ArtefactScan.Kind, subject, period),
            Kind = ArtefactScan.Kind,
            Subject = subject,
            Period = period,
            Figure = new Figure(cases, "cases"),
            N = cases,
            Known = new Known(Cases(reported.Where(column.HasKnown)), Cases(reported)),
            Reporters = cases > 0 ? 1 : 0,

            // All of them changed: the weakest of them counts.
            P = group.Max(s => s.P),
            Q = group.Max(s => s.Q),
            Method = Method,
            Caveats = caveats,
            Evidence = new Evidence(query, rows.Length),
            Rank = SignalGates.Rank(group.Max(s => s.P), codes.Length),
        };

        int Cases(IEnumerable<int> of) => of.Select(r => frame.Cases[r]).Distinct().Count();
    }

    private static string[] Moved(ChangeCandidate[] group, string field, string[] codes, bool rises) =>
        [.. group.Where(s => s.Excess > 0 == rises).Select(s => s.Series.Subject.Last(f => f.Field == field).Code).Where(codes.Contains).Distinct().Order(StringComparer.Ordinal)];
}
