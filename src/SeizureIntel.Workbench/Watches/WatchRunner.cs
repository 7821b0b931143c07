using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;
using SeizureIntel.Watches;

namespace SeizureIntel.Workbench.Watches;

/// <summary>Runs the watches over what can be searched since they told last. Any number of processes may: each match is told once.</summary>
/// <param name="products">Keeps watches and notices.</param>
/// <param name="accounts">In whose name they look.</param>
/// <param name="submissions">What came in.</param>
/// <param name="outbox">How much of it can be searched.</param>
/// <param name="index">Where they look.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Takes what an operator should know.</param>
public sealed class WatchRunner(
    IProductStore products,
    IAccountStore accounts,
    ISubmissionStore submissions,
    IOutbox outbox,
    ISeizureIndex index,
    TimeProvider time,
    ILogger<WatchRunner> log
)
{
    private const int MostNamed = 1000;

    /// <summary>Tells what is to be told now; what fails is tried again with the next run.</summary>
    /// <returns>Notices made.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        List<SavedSearch> watched =
        [
            .. (await products.SavedSearchesAsync(Reader.Owner, cancellationToken)).Where(s => s.Watch is not null),
        ];
        if (watched.Count == 0)
            return 0;
        long upTo = await outbox.SearchableUpToAsync(cancellationToken);
        if (watched.TrueForAll(s => s.Watch!.ToldUpTo >= upTo))
            return 0;
        IReadOnlyList<ReceivedSubmission> received = await submissions.SubmissionsAsync(Reader.Owner, cancellationToken);
        int told = 0;
        foreach (SavedSearch search in watched.Where(s => s.Watch!.ToldUpTo < upTo))
        {
            try
            {
                ReceivedSubmission[] untold = [.. received.Where(r => r.Number > search.Watch!.ToldUpTo && r.Number <= upTo)];
                told += await RunAsync(search, search.Watch!, untold, upTo, cancellationToken) ? 1 : 0;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.WatchFailed(search.Id, failure.GetType().Name);
            }
        }

        return told;
    }

    private async Task<bool> RunAsync(
        SavedSearch search,
        Watch watch,
        ReceivedSubmission[] untold,
        long upTo,
        CancellationToken cancellationToken
    )
    {
        DateTimeOffset now = time.GetUtcNow();
        string[] ids = [.. untold.Where(r => r.Report.WithdrawnAt is null).Select(r => r.Report.Submission.Id)];
        Watch moved = watch with { ToldUpTo = upTo };
        if (watch.IsMutedAt(now) || ids.Length == 0)
        {
            await products.TellAsync(search with { Watch = moved }, watch.ToldUpTo, null, cancellationToken);
            return false;
        }

        if (watch.NextFor(untold.Min(r => r.Report.Submission.ReceivedAt)) > now)
            return false;
        if (await ReaderAsync(search, cancellationToken) is not { } reader)
            return false;
        SearchResult found = await index.SearchAsync(
            reader,
            new SearchRequest
            {
                Query = search.Query.With("submission", ids),
                Size = 0,
                Facets = ["submission"],
                FacetSize = MostNamed,
            },
            cancellationToken
        );
        if (found.Seizures == 0)
        {
            await products.TellAsync(search with { Watch = moved }, watch.ToldUpTo, null, cancellationToken);
            return false;
        }

        HashSet<string> bringing = [.. found.Facets["submission"].Values.Select(v => v.Value)];
        var notice = new Notice(
            $"{search.Id}-{upTo}",
            search.Id,
            search.Name,
            search.OfficeId,
            reader.Ceiling,
            now,
            [.. ids.Where(bringing.Contains)],
            found.Seizures,
            found.Cases,
            null,
            null
        );
        bool isTold = await products.TellAsync(
            search with
            {
                Watch = moved with { LastToldAt = now },
            },
            watch.ToldUpTo,
            notice,
            cancellationToken
        );
        if (isTold)
            log.WatchTold(search.Id, found.Seizures);
        return isTold;
    }

    // A closed account looks for nobody; its watches wait until somebody else saves them.
    private async Task<Reader?> ReaderAsync(SavedSearch search, CancellationToken cancellationToken)
    {
        if (search.SavedBy.Length == 0)
            return Reader.Owner;
        return
            await accounts.FindAccountAsync(search.SavedBy, cancellationToken) is { IsClosed: false } account
            && await accounts.FindOfficeAsync(account.OfficeId, cancellationToken) is { } office
            ? account.ReaderIn(office)
            : null;
    }
}
