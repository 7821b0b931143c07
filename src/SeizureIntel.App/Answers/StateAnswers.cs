using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App.Api.Contracts;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;

namespace SeizureIntel.App.Answers;

/// <summary>Whether the engines answer, and whether they agree.</summary>
internal sealed class StateAnswers(Workspace workspace)
{
    public async Task<VerifyReply> VerifyAsync(CancellationToken cancellationToken)
    {
        IndexState store = await workspace.Submissions.StateAsync(Reader.Owner, cancellationToken);
        IndexState index = await workspace.Index.StateAsync(cancellationToken);
        (int waiting, int parked) = await workspace.Outbox.CountAsync(cancellationToken);
        var problems = new List<string>();
        if (waiting > 0)
            problems.Add(
                Text($"{waiting} batches of committed cases are not in the index yet; ./run ingest or ./run reindex brings them there.")
            );
        if (parked > 0)
            problems.Add(Text($"{parked} batches were given up after repeated errors; ./run reindex rebuilds the index from the store."));
        if (store.Seizures != index.Seizures)
            problems.Add(
                Text($"The store holds {store.Seizures} seizures and the index {index.Seizures}; ./run reindex rebuilds the index.")
            );
        else if (store.Cases != index.Cases)
            problems.Add(Text($"The store holds {store.Cases} cases and the index {index.Cases}; ./run reindex rebuilds the index."));
        else if (store.Checksum != index.Checksum)
            problems.Add(
                Text(
                    $"Store and index hold as many seizures, but not the same ones ({store.Checksum} and {index.Checksum}); ./run reindex rebuilds the index."
                )
            );
        return new VerifyReply(
            problems.Count == 0,
            workspace.Contracts.From<StateReply>(store),
            workspace.Contracts.From<StateReply>(index),
            new OutboxReply(waiting, parked),
            problems
        );
    }

    public async Task<HealthReply> HealthAsync(CancellationToken cancellationToken)
    {
        OutboxReply? outbox = null;
        HealthPartReply store = await AskAsync(async () =>
        {
            (int waiting, int parked) = await workspace.Outbox.CountAsync(cancellationToken);
            outbox = new OutboxReply(waiting, parked);
            int seizures = 0;
            foreach (ReceivedSubmission s in await workspace.Submissions.SubmissionsAsync(Reader.Owner, cancellationToken))
                seizures += s.Report.Seizures;
            return seizures;
        });
        HealthPartReply index = await AskAsync(async () =>
            (await workspace.Index.SearchAsync(new SearchRequest { Query = SeizureQuery.All, Size = 0 }, cancellationToken)).Seizures
        );
        string status =
            !store.Ok || !index.Ok ? "failing"
            : outbox is { Waiting: 0, Parked: 0 } ? "ok"
            : "behind";
        return new HealthReply(status, store, index, outbox);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static async Task<HealthPartReply> AskAsync(Func<Task<int>> ask)
    {
        try
        {
            return new HealthPartReply(true, await ask(), null);
        }
        catch (Exception broken) when (broken is DbException or IOException or InvalidOperationException or TimeoutException)
        {
            return new HealthPartReply(false, null, broken.Message);
        }
    }
}
