using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Trends;

/// <summary>Shifts of several codes of one field that one reporter makes at one time: it began to code differently, which is told once instead of
/// once a code.</summary>
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
    private const int FewestOfSwitch = 20;
    private const int DaysOfSwitch = 182;

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
        var byReporter = new Dictionary<(string Reporter, string Field), List<Member>>();
        foreach (ChangeCandidate shift in shifts)
        {
            if (FieldOf(shift.Series) is not { } field || Maker(shift, context, records) is not { } maker)
                continue;
            if (!byReporter.TryGetValue((maker.Reporter, field), out List<Member>? of))
                byReporter[(maker.Reporter, field)] = of = [];
            of.Add(new Member(shift, maker.IsSwitch));
        }

        var findings = new List<Finding>();
        var members = new List<ChangeCandidate>();
        foreach (((string reporter, string field), List<Member> of) in byReporter.OrderBy(e => e.Key))
        {
            foreach (ChangeCandidate[] group in AtOneTime(of, field, lists))
            {
                findings.Add(Told(reporter, field, Codes(group, field, lists), group, context, lists));
                members.AddRange(group);
            }
        }

        // The ends of a leg say more exactly what was coded anew than the leg does.
        return new CodingChanges([.. findings.Where(f => !f.Subject.ContainsKey("leg") || !findings.Any(o => IsEndOf(o, f)))], members);
    }

    private static bool IsEndOf(Finding end, Finding leg) =>
        (end.Subject.ContainsKey("departure_country") || end.Subject.ContainsKey("destination_country"))
        && end.Subject["reporting_country"][0] == leg.Subject["reporting_country"][0]
        && Math.Abs(end.Period.From.DayNumber - leg.Period.From.DayNumber) <= 2 * DaysAroundNewYear;

    // The field whose codes are compared: the crossed one, or the product of a reporter.
    private static string? FieldOf(CountSeries series) =>
        series.Dimension is { } crossed and not "reporting_country" ? crossed
        : series.Product is null ? null
        : "product";

    // The reporter that makes four fifths of the change, and whether it began or ceased to use the code altogether; null where several make it.
    private static (string Reporter, bool IsSwitch)? Maker(ChangeCandidate shift, ChangeContext context, WindowRecords records)
    {
        if (shift.Past is not { } past)
            return null;
        var counts = new Dictionary<string, (int Before, int After)>(StringComparer.Ordinal);
        foreach (int row in records.Of(shift.Series, past, isMonthly: false))
            counts[records.ReporterOf(row)] = (counts.GetValueOrDefault(records.ReporterOf(row)).Before + 1, 0);
        foreach (int row in records.Of(shift.Series, shift.Period, isMonthly: false))
        {
            (int before, int after) = counts.GetValueOrDefault(records.ReporterOf(row));
            counts[records.ReporterOf(row)] = (before, after + 1);
        }

        int sign = shift.Excess < 0 ? -1 : 1;
        (string Reporter, double Moved, int Before, int After)[] moved =
        [
            .. counts
                .Select(c =>
                    (
                        c.Key,
                        Moved: sign
                            * ((c.Value.After / (double)Weeks.DaysOf(shift.Period)) - (c.Value.Before / (double)Weeks.DaysOf(past))),
                        c.Value.Before,
                        c.Value.After
                    )
                )
                .Where(c => c.Moved > 0)
                .OrderByDescending(c => c.Moved)
                .ThenBy(c => c.Key, StringComparer.Ordinal),
        ];
        if (moved.Length == 0 || moved[0].Moved < MostlyOne * moved.Sum(m => m.Moved))
            return null;
        bool isSwitch =
            Math.Min(moved[0].Before, moved[0].After) == 0
            && Math.Max(moved[0].Before, moved[0].After) >= FewestOfSwitch
            && Math.Min(Weeks.DaysOf(shift.Period), Weeks.DaysOf(past)) >= DaysOfSwitch;
        return (moved[0].Reporter, isSwitch);
    }

    // Those of one New Year, and of the rest those that begin within two weeks. A recoding moves cases from code to code; codes that all rise or all
    // fall may be one trade that did,
    // unless a reporter used a code for half a year and more and, from New Year on, never (or the other way round).
    private static IEnumerable<ChangeCandidate[]> AtOneTime(List<Member> members, string field, CodeListSet lists)
    {
        Member[] ordered = [.. members.OrderBy(m => m.Shift.Period.From).ThenBy(m => m.Shift.Series.Id, StringComparer.Ordinal)];
        foreach (
            IGrouping<int, Member> year in ordered
                .Where(m => IsNewYear(m.Shift))
                .GroupBy(m => m.Shift.Period.From.AddDays(DaysAroundNewYear).Year)
        )
        {
            ChangeCandidate[] all = [.. year.Select(m => m.Shift)];
            if (IsMixed(all) && Codes(all, field, lists).Length >= FewestAtNewYear)
            {
                yield return all;
                continue;
            }

            // What lies above a switched code changed with it.
            HashSet<string> switched = [.. year.Where(m => m.IsSwitch).Select(m => CodeOf(m.Shift, field))];
            if (switched.Count > 0)
                yield return [.. all.Where(s => Below(field, CodeOf(s, field), lists).Any(switched.Contains))];
        }

        ChangeCandidate[] rest = [.. ordered.Where(m => !IsNewYear(m.Shift)).Select(m => m.Shift)];
        for (int first = 0; first < rest.Length; )
        {
            int end = first + 1;
            while (end < rest.Length && rest[end].Period.From.DayNumber - rest[first].Period.From.DayNumber <= DaysApart)
                end++;
            ChangeCandidate[] group = rest[first..end];
            if (IsMixed(group) && Codes(group, field, lists).Length >= FewestElsewhere)
                yield return group;
            first = end;
        }
    }

    private static bool IsMixed(ChangeCandidate[] group) => group.Any(s => s.Excess > 0) && group.Any(s => s.Excess < 0);

    /// <summary>Whether a change begins within three weeks of New Year.</summary>
    public static bool IsNewYear(ChangeCandidate shift)
    {
        DateOnly from = shift.Period.From,
            next = new(from.Year + 1, 1, 1);
        return from.DayOfYear <= DaysAroundNewYear || next.DayNumber - from.DayNumber <= DaysAroundNewYear;
    }

    // The codes that changed, without those above another of them.
    private static string[] Codes(ChangeCandidate[] group, string field, CodeListSet lists)
    {
        string[] all = [.. group.Select(s => CodeOf(s, field)).Distinct().Order(StringComparer.Ordinal)];
        return [.. all.Where(code => !Below(field, code, lists).Any(below => below != code && all.Contains(below)))];
    }

    private static string CodeOf(ChangeCandidate shift, string field) => shift.Series.Subject.Last(f => f.Field == field).Code;

    // A code with those below it.
    private static IReadOnlyCollection<string> Below(string field, string code, CodeListSet lists) =>
        lists.Of(SeizureFields.Find(field)!)?.WithDescendants(code) ?? [code];

    private static Finding Told(
        string reporter,
        string field,
        string[] codes,
        ChangeCandidate[] group,
        ChangeContext context,
        CodeListSet lists
    )
    {
        var period = new Period(group.Min(s => s.Period.From), group.Max(s => s.Period.To));
        SeizureFrame frame = context.Scoped.Frame;
        FrameColumn column = frame[field],
            who = frame["reporting_country"],
            precision = frame["date_precision"];
        HashSet<string> below = [.. codes.SelectMany(c => Below(field, c, lists))];
        int[] reported =
        [
            .. frame.Rows(period.From, period.To).Where(r => who.FirstCode(r) == reporter && precision.FirstCode(r) == "DAY"),
        ];
        int[] rows = [.. reported.Where(r => column.Of(r).ToArray().Any(v => below.Contains(column.Values[v])))];
        int cases = Cases(rows);
        var subject = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["reporting_country"] = [reporter],
            [field] = codes,
        };
        SeizureQuery query = context.Scoped.Scope.Query with { From = period.From, To = period.To };
        query = query.With("reporting_country", reporter).With(field, codes).With("date_precision", "DAY");
        string[] risen = Moved(group, field, codes, rises: true),
            fallen = Moved(group, field, codes, rises: false);
        List<Phrase> caveats =
        [
            codes.Length == 1
                ? "this reporter began or ceased to use the code at New Year: a change of how it codes or reports is likelier than one of smuggling"
                : "these codes changed together at this reporter: a change of how it codes or reports is likelier than one of smuggling",
        ];
        if (risen.Length > 0)
            caveats.Add($"more often: {Named(field, risen)}");
        if (fallen.Length > 0)
            caveats.Add($"less often: {Named(field, fallen)}");
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

    private static Phrase Named(string field, string[] codes)
    {
        return Phrase.Join(", ", [.. codes.Select(Name)]);

        Phrase Name(string code) => $"{new NamedCode(field, code, code)}";
    }

    private static string[] Moved(ChangeCandidate[] group, string field, string[] codes, bool rises) =>
        [
            .. group
                .Where(s => s.Excess > 0 == rises)
                .Select(s => CodeOf(s, field))
                .Where(codes.Contains)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private sealed record Member(ChangeCandidate Shift, bool IsSwitch);
}
