using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Trends;

/// <summary>What rose, fell or jumped among the goods of some headings: exceedances, shifts, trends and reporter artefacts.</summary>
internal sealed class ChangeFindings
{
    // Explained changes are not judged as a family; one by one they count from here.
    private const double CertainAt = 0.05;

    // Of what a steady reporter would have sent before.
    private const double LeastShareBefore = 0.1;

    private ChangeFindings(IReadOnlyList<Finding> findings, IReadOnlyList<FigureTable> tables, IReadOnlyList<string> notTestable)
    {
        Findings = findings;
        Tables = tables;
        NotTestable = notTestable;
    }

    /// <summary>The findings, unsorted.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Tables beside them.</summary>
    public IReadOnlyList<FigureTable> Tables { get; }

    /// <summary>What could not be tested, and why.</summary>
    public IReadOnlyList<string> NotTestable { get; }

    /// <summary>Tests the series of a scope.</summary>
    public static async Task<ChangeFindings> OfAsync(
        ISeizureIndex index,
        ScopedFrame scoped,
        CodeListSet lists,
        Func<string, bool> isWanted,
        bool tellsArtefacts,
        CancellationToken cancellationToken
    )
    {
        ChangeContext? context = await ChangeContext.ReadAsync(index, scoped, lists, isWanted, cancellationToken);
        if (context is null)
            return new ChangeFindings([], [], ["There is no complete week to test."]);
        var records = new WindowRecords(scoped, lists);
        (IReadOnlyList<ChangeCandidate> exceedances, long hypotheses) = ExceedanceScan.Run(context, records, cancellationToken);
        var notTestable = new List<string>();
        if (hypotheses == 0)
            notTestable.Add("Fewer than 13 complete weeks of history: no week can be tested.");
        double shown = scoped.Scope.ShowAll ? 1 : FindingOrder.ShownUpTo;
        ShiftScan shifts = ShiftScan.Run(context, cancellationToken);
        IReadOnlyList<ChangeCandidate> artefacts = [.. ArtefactScan.Run(context).Where(c => c.Q <= FindingOrder.ShownUpTo)];

        // A step that is a reporter's artefact would be taken for a slope of what that reporter mostly feeds.
        HashSet<string> changed = [.. artefacts.Select(a => a.Series.Reporter!)],
            grown =

            [
                .. shifts
                    .Explained.Where(c => c.P <= CertainAt)
                    .Select(c => c.Series)
                    .Where(s => 2 * s.Reporters.Where(r => changed.Contains(r.Reporter)).Sum(r => r.Cases) >= s.Total)
                    .Select(s => s.Id),
            ];
        IReadOnlyList<ChangeCandidate> rising = TrendScan.Run(
            context,
            id => shifts.Stepped.Contains(id) || grown.Contains(id),
            cancellationToken
        );
        IReadOnlyList<ChangeCandidate> trends = CandidateChoice.Reduce(
            rising.Where(c => c.Q <= shown),
            LastingChange.DaysOfOneChange,
            lists,
            _ => []
        );
        ChangeCandidate[] steady = [.. rising.Where(c => c.Q <= FindingOrder.ShownUpTo)];
        ILookup<bool, ChangeCandidate> byReporting = shifts
            .Shifts.Where(c => c.Q <= shown)
            .ToLookup(c => LastingChange.IsReporting(c, artefacts, records));
        ChangeCandidate[] ofGoods = [.. byReporting[false]];
        var coding = CodingChanges.Of(ofGoods.Where(c => c.Q <= FindingOrder.ShownUpTo), context, records, lists);
        IReadOnlyList<ChangeCandidate> steps = CandidateChoice.Reduce(
            ofGoods.Where(c => !coding.Holds(c) && !LastingChange.Explains(c, steady, lists)),
            LastingChange.DaysOfOneChange,
            lists,
            c => records.Of(c.Series, Fuller(c), isMonthly: false)
        );
        ChangeCandidate[] lasting = [.. ofGoods.Concat(steady).Where(c => c.Q <= FindingOrder.ShownUpTo)];
        ChangeCandidate[] reporting = [.. shifts.Explained.Where(c => c.P <= CertainAt), .. byReporting[true]];
        var echo = new ReporterEcho(context, records, artefacts);

        // A change that reporting explains says so of its own series and of what lies below, of no other; and not of what rises out of it again.
        bool IsLasting(ChangeCandidate week) =>
            LastingChange.Explains(week, lasting, context, records)
            || artefacts
                .Concat(reporting.Where(c => c.Series.Id == week.Series.Id || CandidateChoice.Contains(c.Series, week.Series, lists)))
                .Any(c => LastingChange.Explains(week, [c], context, records) && !echo.StandsOut(week, c));
        ChangeCandidate[] news = [.. exceedances.Where(c => c.Q <= shown && !IsLasting(c))];
        ChangeCandidate[] weeks = [.. news.Where(c => !echo.Explains(c))];
        IReadOnlyList<ChangeCandidate> kept = CandidateChoice.Reduce(weeks, null, lists, c =>
            records.Of(c.Series, c.Period, isMonthly: false)
        );
        if (shifts.Explained.Count > 0)
            notTestable.Add(
                $"{shifts.Explained.Count} changes of level go with a change of reporting, in the reporters' other goods or in how "
                    + $"often they state the field, and are not told."
            );
        if (weeks.Length < news.Length)
            notTestable.Add(
                $"{news.Length - weeks.Length} high weeks are what a reporter whose whole reporting grew sends of their goods, and are not told "
                    + "beside it."
            );
        if (context.WeekCount < 104)
            notTestable.Add("Fewer than two years: no shift can be told from a season.");
        if (shifts.Untestable > 0)
            notTestable.Add(
                $"{shifts.Untestable} series are too small to show a season, and so is all that lies above them: no shift can be told from one there."
            );
        if (context.MonthlyActivity.Periods < 36)
            notTestable.Add("Fewer than three years: no trend can be tested.");
        IEnumerable<ChangeCandidate> told = kept.Concat(steps).Concat(trends).Concat(tellsArtefacts ? artefacts : []);
        return new ChangeFindings(
            [.. told.Select(c => FindingOf(c, context, records)), .. tellsArtefacts ? coding.Findings : []],
            [],
            notTestable
        );
    }

    // What a fall is about was seized before it.
    private static Period Fuller(ChangeCandidate shift) =>
        shift.Excess >= 0
            ? shift.Period
            : new Period(
                shift.Period.From.AddDays(shift.Period.From.DayNumber - shift.Period.To.DayNumber - 1),
                shift.Period.From.AddDays(-1)
            );

    private static Finding FindingOf(ChangeCandidate candidate, ChangeContext context, WindowRecords records)
    {
        bool isMonthly = candidate.Kind == "trend";
        IReadOnlyList<int> rows = records.Of(candidate.Series, candidate.Period, isMonthly);
        SeizureFrame frame = context.Scoped.Frame;
        int cases = rows.Select(r => frame.Cases[r]).Distinct().Count();
        FrameColumn reporter = frame["reporting_country"],
            duplicate = frame["exact_duplicate"];
        string[] reporters = [.. rows.Where(reporter.HasKnown).Select(reporter.FirstCode).Distinct()];
        int duplicates = rows.Count(r => duplicate.FirstCode(r) == "yes");
        var caveats = new List<Phrase>(candidate.Caveats);
        if (
            candidate is { Kind: ArtefactScan.Kind, Past: { } past }
            && QuantityChange.Sentence(frame, candidate.Series.Reporter!, past, candidate.Period) is { } parts
        )
            caveats.Add(parts);
        if (reporters.Length == 1)
            caveats.Add("single reporter");
        if (reporters.Length == 1 && MayBeCoding(candidate))
            caveats.Add("begins with the calendar year: a change of coding is possible");
        if (reporters.Length == 1 && IsNewHeading(candidate, context, reporters[0]))
            caveats.Add("the reporter sent hardly any of this heading before: it may have begun to report it");
        if (candidate.Series.Reporters.Count == 1 && !candidate.IsAdjusted && context.WeeklyActivity.Standard(candidate.Series) is null)
            caveats.Add("not adjusted for reporting: the reporter's other goods are too few");
        if (duplicates > 0)
            caveats.Add($"{duplicates} of the seizures are exact duplicates; cases count once");
        if (Math.Abs(cases - candidate.Count) > 0.5)
            caveats.Add($"tested on {candidate.Count:0} cases");
        Dictionary<string, IReadOnlyList<string>> subject = candidate.Series.SubjectOfFinding();
        return new Finding
        {
            Id = FindingId.Of(candidate.Kind, subject, candidate.Period),
            Kind = candidate.Kind,
            Subject = subject,
            Period = candidate.Period,
            Figure = new Figure(cases, "cases"),
            Baseline = candidate.Expected,
            Effect = candidate.Effect,
            N = cases,
            Known = KnownOf(candidate, context, records, cases),
            Reporters = reporters.Length,
            P = candidate.P,
            Q = candidate.Q,
            Method = candidate.Method,
            Caveats = caveats,
            Evidence = records.Evidence(candidate.Series, candidate.Period, isMonthly, rows.Count),
            Rank = candidate.Rank,
        };
    }

    // Files are made by the year, smuggling is not.
    private static bool MayBeCoding(ChangeCandidate candidate) =>
        candidate.Kind == ShiftScan.Kind
        && candidate.Series.Dimension is not (null or "reporting_country")
        && CodingChanges.IsNewYear(candidate);

    // All but a few of the reporter's cases of the heading came with a rise.
    private static bool IsNewHeading(ChangeCandidate candidate, ChangeContext context, string reporter)
    {
        if (candidate.Kind != ShiftScan.Kind || candidate.Excess <= 0)
            return false;
        int change = Weeks.OfDay(candidate.Period.From.DayNumber) - context.FirstWeek;
        IReadOnlyList<int> counts = context.WeeklyActivity.Of(candidate.Series.Heading, reporter);
        return change > 0 && counts.Any(n => n > 0) && counts.Take(change).Sum() <= LeastShareBefore * counts.Sum() * change / counts.Count;
    }

    // Of the cases of the goods in the window, those whose crossed field is known.
    private static Known KnownOf(ChangeCandidate candidate, ChangeContext context, WindowRecords records, int cases)
    {
        if (candidate.Series.Dimension is not { } dimension)
            return new Known(cases, cases);
        (string, string)[] goods = [.. candidate.Series.Subject.Where(s => s.Field is "heading" or "product")];
        if (goods.Length == 0)
            return new Known(cases, cases);
        IReadOnlyList<int> rows = records.Of(new CountSeries(goods, null, [], []), candidate.Period, candidate.Kind == "trend");
        SeizureFrame frame = context.Scoped.Frame;
        FrameColumn column = frame[dimension];
        return new Known(
            rows.Where(column.HasKnown).Select(r => frame.Cases[r]).Distinct().Count(),
            rows.Select(r => frame.Cases[r]).Distinct().Count()
        );
    }
}
