using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Loops;
using SeizureIntel.Workbench.Running;
using Xunit;

namespace SeizureIntel.Tests.Workbench.Running;

public sealed class StudyThreadsTests
{
    private const string Name = "study";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_study_computes_waits_and_goes_on_beside_the_threads_that_answer()
    {
        using var threads = new StudyThreads(2, () => false);
        var seen = new ConcurrentBag<string?>();
        await On(threads, async () =>
        {
            seen.Add(Thread.CurrentThread.Name);
            Parallel.For(0, 8, SideBySide.Here(Stop), _ => seen.Add(Thread.CurrentThread.Name));
            await Task.Delay(1, Stop);
            seen.Add(Thread.CurrentThread.Name);
        });
        Assert.NotEqual(Name, Thread.CurrentThread.Name);
        Assert.Equal(10, seen.Count);
        Assert.All(seen, name => Assert.Equal(Name, name));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task A_processor_stays_free_while_somebody_is_answered(bool isAnybodyAnswered, int most)
    {
        using var threads = new StudyThreads(2, () => isAnybodyAnswered);
        var seen = new ConcurrentDictionary<int, bool>();
        await On(threads, () =>
        {
            // Rounds long enough that a second thread would take some of them.
            Parallel.For(0, 40, SideBySide.Here(Stop), _ =>
            {
                seen[Environment.CurrentManagedThreadId] = true;
                Thread.Sleep(5);
            });
            return Task.CompletedTask;
        });
        Assert.Equal(most, seen.Count);
    }

    [Fact]
    public async Task Whoever_helps_takes_no_study()
    {
        using var threads = new StudyThreads(2, () => false);
        int atWork = 0,
            most = 0;
        await On(threads, () => Task.WhenAll(
                Enumerable
                    .Range(0, 4)
                    .Select(_ =>
                        Task.Factory.StartNew(
                            () =>
                            {
                                most = Math.Max(most, Interlocked.Increment(ref atWork));
                                Thread.Sleep(20);
                                Interlocked.Decrement(ref atWork);
                            },
                            Stop,
                            TaskCreationOptions.None,
                            TaskScheduler.Current
                        )
                    )
            ));
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task What_is_in_line_when_the_threads_end_still_ends()
    {
        var threads = new StudyThreads(2, () => false);
        var goesOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task study = On(threads, async () =>
        {
            await goesOn.Task;
            await Task.Yield();
        });
        threads.Dispose();
        goesOn.SetResult();
        await study.WaitAsync(TimeSpan.FromSeconds(30), Stop);
    }

    // One of the threads only helps, where there is more than one.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(8, 7)]
    public void Studies_at_once_leave_a_thread_to_help(int processors, int studies)
    {
        using var threads = new StudyThreads(processors);
        Assert.Equal(studies, threads.Studies);
    }

    [Fact]
    public void A_verb_that_nobody_else_waits_for_takes_every_thread()
    {
        using var threads = StudyThreads.OfVerb(2);
        Assert.Equal(2, threads.Studies);
    }

    [Fact]
    public void A_machine_has_a_processor() => Assert.Throws<ArgumentOutOfRangeException>(() => new StudyThreads(0));

    private static Task On(StudyThreads threads, Func<Task> study) =>
        Task.Factory.StartNew(study, Stop, TaskCreationOptions.None, threads).Unwrap();
}
