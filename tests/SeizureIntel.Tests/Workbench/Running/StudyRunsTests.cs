using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Tests.Storage;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Running;
using Xunit;

namespace SeizureIntel.Tests.Workbench.Running;

public sealed class StudyRunsTests : IDisposable
{
    private static readonly Reader Amber = Reader.UpTo(Marking.Amber);

    private readonly ManualClock _clock = new();

    // Room for two studies, and one that helps.
    private readonly StudyThreads _threads = new(3);
    private readonly StudyRuns _runs;

    public StudyRunsTests() => _runs = new StudyRuns(_threads, _clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_question_of_readers_who_see_the_same_runs_once()
    {
        var end = new TaskCompletionSource();
        StudyRun one = Ask(Amber, "routes", "q", end),
            again = Ask(Reader.UpTo(Marking.Amber), "routes", "q", end);
        Assert.Same(one, again);
        Assert.NotSame(one, Ask(Reader.UpTo(Marking.Green), "routes", "q", end));
        Assert.NotSame(one, Ask(Amber, "routes", "another", end));
        Assert.NotSame(one, _runs.Of(Amber, "routes", "q", "newer data", Answer(end)));
        end.SetResult();
        Assert.Equal("routes", (await ((Task<StudyResult>)one.Result).WaitAsync(Stop)).Study);
        // What has ended is fetched, not run again.
        Assert.Same(one, Ask(Amber, "routes", "q", new TaskCompletionSource()));
    }

    [Fact]
    public async Task Two_run_at_once_and_the_others_in_the_order_in_which_they_came()
    {
        TaskCompletionSource[] ends = [.. Enumerable.Range(0, 4).Select(_ => new TaskCompletionSource())];
        StudyRun[] runs = [.. ends.Select((e, i) => Ask(Amber, "trends", $"q{i}", e))];
        Assert.Equal([true, true, false, false], runs.Select(r => r.BeganAt is not null));
        Assert.Equal([0, 0, 2, 3], runs.Select(_runs.Before));
        ends[1].SetResult();
        await runs[1].Result.WaitAsync(Stop);
        Assert.Equal([true, true, true, false], runs.Select(r => r.BeganAt is not null));
        Assert.Equal(2, _runs.Before(runs[3]));
    }

    [Fact]
    public async Task One_that_is_stopped_ends_gives_its_turn_and_runs_anew_when_asked_again()
    {
        var never = new TaskCompletionSource();
        StudyRun first = Ask(Amber, "trends", "a", never),
            second = Ask(Amber, "trends", "b", never),
            third = Ask(Amber, "trends", "c", never);
        Assert.True(_runs.Cancel(Amber, first.Id));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.Result.WaitAsync(Stop));
        Assert.NotNull(third.BeganAt);
        Assert.False(_runs.Cancel(Amber, first.Id));
        // One that waits for its turn can be stopped as well.
        StudyRun fourth = Ask(Amber, "trends", "d", never);
        Assert.Null(fourth.BeganAt);
        Assert.True(_runs.Cancel(Amber, fourth.Id));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fourth.Result.WaitAsync(Stop));
        Assert.NotSame(first, Ask(Amber, "trends", "a", never));
        Assert.Null(second.EndedAt);
    }

    [Fact]
    public void Nobody_knows_of_a_run_that_others_asked_for()
    {
        StudyRun run = Ask(Amber, "routes", "q", new TaskCompletionSource());
        var others = Reader.Of(Marking.Amber, ["ES"]);
        Assert.Empty(_runs.All(others));
        Assert.Null(_runs.Find(others, run.Id));
        Assert.False(_runs.Cancel(others, run.Id));
        Assert.Same(run, Assert.Single(_runs.All(Amber)));
    }

    [Fact]
    public async Task Why_one_failed_is_told_once_and_then_it_runs_anew()
    {
        StudyRun failed = _runs.Of<StudyResult>(Amber, "routes", "q", "data", (_, _) => throw new InvalidOperationException("No."));
        await Assert.ThrowsAsync<InvalidOperationException>(() => failed.Result.WaitAsync(Stop));
        Assert.Same(failed, Ask(Amber, "routes", "q", new TaskCompletionSource()));
        Assert.NotSame(failed, Ask(Amber, "routes", "q", new TaskCompletionSource()));
    }

    [Fact]
    public async Task One_that_has_ended_is_forgotten_after_two_minutes()
    {
        var end = new TaskCompletionSource();
        end.SetResult();
        StudyRun run = Ask(Amber, "routes", "q", end);
        await run.Result.WaitAsync(Stop);
        _clock.Advance(TimeSpan.FromSeconds(119));
        Assert.NotNull(_runs.Find(Amber, run.Id));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(_runs.Find(Amber, run.Id));
    }

    public void Dispose() => _runs.Dispose();

    private StudyRun Ask(Reader reader, string study, string question, TaskCompletionSource end) =>
        _runs.Of(reader, study, question, "data", Answer(end));

    private static Func<StudyRun, CancellationToken, Task<StudyResult>> Answer(TaskCompletionSource end) =>
        async (run, stop) =>
        {
            await end.Task.WaitAsync(stop);
            return new StudyResult
            {
                Study = run.Name,
                Scope = new StudyScope { Reader = Amber, Query = SeizureQuery.All },
                AsOf = null,
                Coverage = new ScopeCoverage(0, 0, null, null, null),
                Findings = [],
                Tables = [],
                NotTestable = [],
            };
        };
}
