using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Jobs;
using SeizureIntel.Workbench.Running;
using SeizureIntel.Workbench.Search;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>Asks for a page's study: a page answers at once, with its study or with its place.</summary>
internal sealed class RunningStudies(StudyRuns runs, JobDesk jobs, SearchDesk search)
{
    private const string MarkingField = "marking";

    /// <summary>What is asked where it comes at once, else what runs for the reader.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="address">The page.</param>
    /// <param name="studies">The studies that the answer needs: while others run, it is waited for as long as it takes.</param>
    /// <param name="ask">Asks.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public async Task<(PendingView? Pending, T? Answer)> AskAsync<T>(
        Reader reader,
        PageAddress address,
        IReadOnlyCollection<string> studies,
        Func<CancellationToken, Task<T>> ask,
        CancellationToken cancellationToken
    )
    {
        (bool came, T? answer) = await Patience.WaitAsync(
            ask,
            Patience.Brief,
            () => Task.FromResult(Going(reader).Any(r => studies.Contains(r.Name))),
            cancellationToken
        );
        return came ? (null, answer) : (Pending(reader, address, isStopped: false), default);
    }

    /// <summary>Stops a job, if it has not ended yet.</summary>
    public PendingView Stop(Reader reader, PageAddress address, string job)
    {
        runs.Cancel(reader, job);
        return Pending(reader, address, isStopped: true);
    }

    /// <summary>Highest marking of the seizures that an address asks for; null where there are none.</summary>
    public async Task<string?> MarkingAsync(Reader reader, PageAddress address, CancellationToken cancellationToken)
    {
        SearchAnswer found = await search.AnswerAsync(
            reader,
            Questions.Of<SearchQuery>(address.At("/search")) with
            {
                Facets = [MarkingField],
                Size = 0,
            },
            cancellationToken
        );
        return Highest(found);
    }

    /// <summary>Highest marking among the seizures of an answer that counted them by it.</summary>
    public static string? Highest(SearchAnswer found) =>
        found.Facets[MarkingField].Values.Select(v => v.Value).Where(v => !NonValue.Is(v)).MaxBy(Markings.Find);

    private PendingView Pending(Reader reader, PageAddress address, bool isStopped) =>
        new(address, [.. Going(reader).Select(jobs.Of)], isStopped);

    // No page waits for a bulletin.
    private IEnumerable<StudyRun> Going(Reader reader) =>
        runs.All(reader).Where(r => r is { EndedAt: null, IsStopped: false } && r.Name != BulletinMaker.Name);
}
