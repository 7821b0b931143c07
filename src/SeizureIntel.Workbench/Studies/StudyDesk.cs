using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Concealment;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Coverage;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Findings.Stories;
using SeizureIntel.Analytics.Overview;
using SeizureIntel.Analytics.Routes;
using SeizureIntel.Analytics.SmallArms;
using SeizureIntel.Analytics.Trends;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Submissions;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Labels;
using SeizureIntel.Workbench.Running;
using SeizureIntel.Workbench.Steps;
using SeizureIntel.Workbench.Studies.Kept;

namespace SeizureIntel.Workbench.Studies;

/// <summary>Runs the studies: the only way to a figure, for command line, API, pages and bulletin.</summary>
public sealed class StudyDesk(
    ISeizureIndex index,
    IOutbox outbox,
    ISubmissionStore submissions,
    CodeListSet codeLists,
    StudyCache kept,
    ListsEdition lists,
    StudyRuns runs
)
{
    // Counts of one to four could point at a single case; what leaves the community does not show them.
    private const int SmallestOpenCount = 5;

    // How one study is answered, within a turn.
    private delegate Task<StudyResult> StudyCourse(
        StudyDesk desk,
        StudyScope scope,
        StudyFrames frames,
        StudyRun turn,
        CancellationToken cancellationToken
    );

    private readonly ISeizureIndex _index = index;
    private readonly CodeListSet _codeLists = codeLists;
    private readonly StudyRuns _runs = runs;

    /// <summary>Names of the studies in the order in which a bulletin tells them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Studies.Select(s => s.Name)];

    private static IReadOnlyList<(string Name, StudyCourse Run)> Studies =>
        [
            (OverviewStudy.Name, OverAllAsync),
            (RouteStudy.Name, (s, scope, frames, _, stop) => new RouteStudy(s._index, s._codeLists, frames).RunAsync(scope, stop)),
            (ConcealmentStudy.Name, (s, scope, frames, _, stop) =>
                new ConcealmentStudy(s._index, s._codeLists, frames).RunAsync(scope, stop)
            ),
            (TrendStudy.Name, (s, scope, frames, _, stop) => new TrendStudy(s._index, s._codeLists, frames).RunAsync(scope, stop)),
            (SmallArmsStudy.Name, (s, scope, frames, _, stop) => new SmallArmsStudy(s._index, s._codeLists, frames).RunAsync(scope, stop)),
            (CoverageStudy.Name, (s, scope, frames, _, stop) => new CoverageStudy(s._index, frames).RunAsync(scope, stop)),
        ];

    private static IReadOnlyList<(string Name, IReadOnlyList<string> Fields)> FieldsOf { get; } =
    [
        (OverviewStudy.Name, OverviewStudy.Fields),
        (RouteStudy.Name, RouteStudy.Fields),
        (ConcealmentStudy.Name, ConcealmentStudy.Fields),
        (TrendStudy.Name, TrendStudy.Fields),
        (SmallArmsStudy.Name, SmallArmsStudy.Fields),
        (CoverageStudy.Name, CoverageStudy.Fields),
    ];

    /// <summary>What a study is asked for an audience: records above the ceiling are left out, and small counts where the ceiling is open.</summary>
    public static StudyScope Scope(Reader reader, Filter filter, Marking? ceiling, bool showAll) =>
        new()
        {
            Reader = ceiling is { } highest ? reader.Below(highest) : reader,
            Query = filter.Query,
            Region = filter.Region,
            ShowAll = showAll,
            SuppressBelow = ceiling is Marking.Clear or Marking.Green ? SmallestOpenCount : 0,
        };

    /// <summary>What the studies of one answer share: its seizures are read once, however many of the studies are not answered yet.</summary>
    /// <param name="names">Names of the studies.</param>
    public StudyFrames Frames(params IReadOnlyCollection<string> names)
    {
        // The overview tells what all of them find.
        bool isAll = names.Contains(OverviewStudy.Name);
        return new StudyFrames(_index, [.. FieldsOf.Where(f => isAll || names.Contains(f.Name)).SelectMany(f => f.Fields).Distinct()]);
    }

    /// <summary>Runs one study, or gives what it answered to the same question on the same data.</summary>
    /// <exception cref="Fault">There is no such study, or the query has a field that its reader does not see.</exception>
    public Task<StudyResult> RunAsync(string name, StudyScope scope, CancellationToken cancellationToken) =>
        RunAsync(name, scope, Frames(name), cancellationToken);

    /// <summary>Runs one study of an answer that has several.</summary>
    /// <exception cref="Fault">There is no such study, or the query has a field that its reader does not see.</exception>
    public Task<StudyResult> RunAsync(string name, StudyScope scope, StudyFrames frames, CancellationToken cancellationToken) =>
        RunAsync(name, scope, frames, within: null, cancellationToken);

    /// <summary>Runs one study of an answer, within the turn of the run that asks for it: it would wait for the one that waits for it.</summary>
    /// <exception cref="Fault">There is no such study, or the query has a field that its reader does not see.</exception>
    internal async Task<StudyResult> RunAsync(
        string name,
        StudyScope scope,
        StudyFrames frames,
        StudyRun? within,
        CancellationToken cancellationToken
    )
    {
        if (Restriction.FieldAbove(scope.Reader, scope.Query) is { } above)
            throw Fault.Usage(
                "wrong_query",
                $"{above.Name} is shown to readers of {above.Least.Label()} and above.",
                "Leave the condition out, or ask with a higher --marking."
            );
        foreach ((string known, StudyCourse run) in Studies)
        {
            if (known == name)
                return await KeptAsync(name, run, scope, frames, within, cancellationToken);
        }

        throw Unknown(name);
    }

    /// <summary>What a reader may see of a study.</summary>
    /// <exception cref="Fault">There is no such study, or a member names what is not there.</exception>
    public Task<StudyAnswer> AnswerAsync(Reader reader, StudyQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (!Names.Contains(asked.Name))
            throw Unknown(asked.Name);
        return AnswerAsync(asked.Name, ScopeOf(reader, asked), cancellationToken);
    }

    /// <summary>The run that a question waits for; null where it is answered at once.</summary>
    public Task<StudyRun?> RunOfAsync(Reader reader, StudyQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return RunOfAsync(asked.Name, ScopeOf(reader, asked), cancellationToken);
    }

    /// <summary>The run of a study that an answer waits for; null where it is answered at once.</summary>
    internal async Task<StudyRun?> RunOfAsync(string name, StudyScope scope, CancellationToken cancellationToken) =>
        _runs.Find(scope.Reader, name, StudyKey.Question(scope), await ConfirmedVersionAsync(cancellationToken));

    /// <summary>Runs one study and writes it as an answer.</summary>
    public async Task<StudyAnswer> AnswerAsync(string name, StudyScope scope, CancellationToken cancellationToken)
    {
        StudyResult result = await RunAsync(name, scope, cancellationToken);
        SeizureQuery asked = EditionQueries.Of(scope.Reader, scope.Query);
        return new StudyAnswer
        {
            Study = result.Study,
            AsOf = result.AsOf,
            DataCutOff = await DataCutOffAsync(scope.Reader, cancellationToken),
            Scope = new ScopeAnswer(asked.From, asked.To, scope.Region, asked.Where, asked),
            Coverage = result.Coverage,
            Findings = [.. result.Findings.Select(Finding)],
            Stories = Stories(result),
            Tables = result.Tables,
            NotTestable = result.NotTestable,
        };
    }

    /// <summary>When the last submission was received; null without any.</summary>
    public async Task<DateTimeOffset?> DataCutOffAsync(Reader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);

        // A moment tells nothing of what is above a marking, and must not depend on the office that asks.
        Reader anyMarking = reader.Countries is { } countries ? Reader.Of(Marking.Red, countries) : Reader.UpTo(Marking.Red);
        IReadOnlyList<ReceivedSubmission> received = await submissions.SubmissionsAsync(anyMarking, cancellationToken);
        return received.Count == 0 ? null : received.Max(r => r.Report.Submission.ReceivedAt);
    }

    /// <summary>What a question asks for its reader.</summary>
    /// <exception cref="Fault">A member names what is not there.</exception>
    internal StudyScope ScopeOf(Reader reader, StudyQuery asked) =>
        Scope(reader, new FilterReader(_codeLists).Read(asked), asked.Marking is { } text ? MarkingText.Require(text) : null, asked.All);

    // The overview stands above the other studies: it tells what matters most in all of them.
    private static async Task<StudyResult> OverAllAsync(
        StudyDesk answers,
        StudyScope scope,
        StudyFrames frames,
        StudyRun turn,
        CancellationToken cancellationToken
    )
    {
        string[] others = [.. Names.Where(n => n != OverviewStudy.Name)];
        turn.Report(new Step(OverviewStudy.Name, 0, others.Length, "study"));
        StudyResult result = await new OverviewStudy(answers._index, answers._codeLists, frames).RunAsync(scope, cancellationToken);
        var studies = new StudyResult[others.Length];
        int done = 0;
        // Most of a study is one thread's work; each one more holds its own counts in memory.
        var atOnce = new ParallelOptions
        {
            MaxDegreeOfParallelism = answers._runs.AtOnce,
            TaskScheduler = TaskScheduler.Current,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForEachAsync(Enumerable.Range(0, others.Length), atOnce, async (i, stop) =>
        {
            studies[i] = await answers.RunAsync(others[i], scope, frames, turn, stop);
            turn.Report(new Step(others[i], Interlocked.Increment(ref done), others.Length, "study"));
        });
        StudyResult told = await new StoryTelling(answers._index, answers._codeLists).TellAllAsync(result, studies, cancellationToken);
        // What the overview's tables hold back, the findings that it takes from other studies must not tell.
        return LinkedDisclosure.Apply([told])[0];
    }

    private async Task<StudyResult> ToldAsync(
        string name,
        StudyCourse run,
        StudyScope scope,
        StudyFrames frames,
        StudyRun turn,
        CancellationToken cancellationToken
    )
    {
        StudyResult result = await run(this, scope, frames, turn, cancellationToken);
        return name == OverviewStudy.Name ? result : await new StoryTelling(_index, _codeLists).TellAsync(result, cancellationToken);
    }

    private async Task<StudyResult> KeptAsync(
        string name,
        StudyCourse run,
        StudyScope scope,
        StudyFrames frames,
        StudyRun? within,
        CancellationToken cancellationToken
    )
    {
        string? version = await _index.VersionAsync(cancellationToken);
        if (version is not null && kept.Find(KeyOf(version)) is { } known)
            return known with { Scope = scope };
        if (within is not null)
            return await AnsweredAsync(within, cancellationToken);
        string? confirmed = await ConfirmedVersionAsync(cancellationToken);
        StudyRun begun = _runs.Of(scope.Reader, name, StudyKey.Question(scope), confirmed, AnsweredAsync);
        try
        {
            StudyResult answered = await ((Task<StudyResult>)begun.Result).WaitAsync(cancellationToken);
            return answered with { Scope = scope };
        }
        catch (OperationCanceledException) when (begun.IsStopped && !cancellationToken.IsCancellationRequested)
        {
            throw Fault.Failed("study_stopped", "Somebody stopped the study.", "Ask again to run it anew.");
        }

        string KeyOf(string of) => StudyKey.Of(_index.GetType(), lists.Name, of, name, scope);

        async Task<StudyResult> AnsweredAsync(StudyRun turn, CancellationToken stop)
        {
            string? before = await ConfirmedVersionAsync(stop);
            StudyResult result = await ToldAsync(name, run, scope, frames, turn, stop);

            // What was fed meanwhile may stand in a part of the result only.
            if (before is not null && await ConfirmedVersionAsync(stop) == before)
                kept.Keep(KeyOf(before), result);
            return result;
        }
    }

    /// <summary>The name of the data under which an answer may be kept.</summary>
    /// <returns>Null while something is on its way from the store: an index of several processes may hold half of it under the name that it has, and a
    /// process that died in the middle gives it no other one.</returns>
    internal async Task<string?> ConfirmedVersionAsync(CancellationToken cancellationToken)
    {
        string? version = await _index.VersionAsync(cancellationToken);
        return (await outbox.CountAsync(cancellationToken)).Waiting == 0 ? version : null;
    }

    private static Fault Unknown(string name) =>
        Fault.Usage("unknown_study", $"There is no study '{name}'.", NearestNames.Question(name, Names));

    private List<StoryAnswer> Stories(StudyResult result)
    {
        var headlines = new HeadlineWords(new CodeWords(_codeLists), Phrases.English);
        Dictionary<string, Finding> byId = result.Findings.DistinctBy(f => f.Id).ToDictionary(f => f.Id, StringComparer.Ordinal);
        return
        [
            .. result.Stories.Select(s => new StoryAnswer
            {
                Id = s.Id,
                Headline = headlines.Of(byId[s.Lead], result.AsOf),
                Kind = s.Kind,
                Subject = s.Subject.ToDictionary(e => e.Key, e => Codes(e.Value), StringComparer.Ordinal),
                Period = s.Period,
                Lead = s.Lead,
                Members = s.Members,
                Score = s.Score,
            }),
        ];
    }

    private FindingAnswer Finding(Finding finding)
    {
        return new FindingAnswer
        {
            Id = finding.Id,
            Kind = finding.Kind,
            Subject = finding.Subject.ToDictionary(s => s.Key, s => Codes(s.Value), StringComparer.Ordinal),
            Labels = finding.Subject.ToDictionary(
                s => s.Key,
                s => Codes([.. s.Value.Select(v => _codeLists.Label(s.Key, v))]),
                StringComparer.Ordinal
            ),
            Period = finding.Period,
            Figure = finding.Figure,
            Baseline = finding.Baseline,
            Effect = finding.Effect,
            N = finding.N,
            Known = finding.Known,
            Reporters = finding.Reporters,
            P = finding.P,
            Q = finding.Q,
            Method = finding.Method,
            Caveats = [.. finding.Caveats.Select(c => c.Text)],
            Evidence = finding.Evidence,
        };
    }

    private static OneOrMany Codes(IReadOnlyList<string> values) => new(values);
}
