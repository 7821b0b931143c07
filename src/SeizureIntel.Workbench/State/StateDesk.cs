using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using AutoMapper;
using SeizureIntel.Auditing;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;

namespace SeizureIntel.Workbench.State;

/// <summary>Whether the engines answer, and whether they agree.</summary>
public sealed class StateDesk(ISubmissionStore submissions, IOutbox outbox, ISeizureIndex index, IAuditLog audit, IMapper mapper)
{
    /// <summary>Whether store and index hold the same, and what to do where they do not.</summary>
    public async Task<VerifyAnswer> VerifyAsync(Reader reader, CancellationToken cancellationToken)
    {
        IndexState kept = await submissions.StateAsync(reader, cancellationToken);
        IndexState held = await index.StateAsync(reader, cancellationToken);
        (int waiting, int parked) = await outbox.CountAsync(cancellationToken);
        var problems = new List<string>();
        if (waiting > 0)
            problems.Add(
                Text($"{waiting} batches of committed cases are not in the index yet; ./run ingest or ./run reindex brings them there.")
            );
        if (parked > 0)
            problems.Add(Text($"{parked} batches were given up after repeated errors; ./run reindex rebuilds the index from the store."));
        if (kept.Seizures != held.Seizures)
            problems.Add(
                Text($"The store holds {kept.Seizures} seizures and the index {held.Seizures}; ./run reindex rebuilds the index.")
            );
        else if (kept.Cases != held.Cases)
            problems.Add(Text($"The store holds {kept.Cases} cases and the index {held.Cases}; ./run reindex rebuilds the index."));
        else if (kept.Checksum != held.Checksum)
            problems.Add(
                Text(
                    $"Store and index hold as many seizures, but not the same ones ({kept.Checksum} and {held.Checksum}); ./run reindex rebuilds the index."
                )
            );
        AuditState chain = await audit.VerifyAsync(cancellationToken);
        if (chain.FirstBroken is { } broken)
            problems.Add(
                Text(
                    $"Record {broken} of the audit does not follow the one before: it was changed, or some were taken out. Compare backups."
                )
            );
        return new VerifyAnswer(
            problems.Count == 0,
            mapper.Map<HeldState>(kept),
            mapper.Map<HeldState>(held),
            new OutboxState(waiting, parked),
            new AuditChainState(chain.Records, chain.LastHash),
            problems
        );
    }

    /// <summary>Whether store and index answer, and how far the index is behind.</summary>
    public async Task<HealthAnswer> HealthAsync(Reader reader, CancellationToken cancellationToken)
    {
        OutboxState? backlog = null;
        HealthPart kept = await AskAsync(async () =>
        {
            (int waiting, int parked) = await outbox.CountAsync(cancellationToken);
            backlog = new OutboxState(waiting, parked);
            int seizures = 0;
            foreach (ReceivedSubmission s in await submissions.SubmissionsAsync(reader, cancellationToken))
                seizures += s.Report.WithdrawnAt is not null ? 0 : s.Report.Seizures;
            return seizures;
        });
        HealthPart held = await AskAsync(async () =>
            (await index.SearchAsync(reader, new SearchRequest { Query = SeizureQuery.All, Size = 0 }, cancellationToken)).Seizures
        );
        string status =
            !kept.Ok || !held.Ok ? "failing"
            : backlog is { Waiting: 0, Parked: 0 } ? "ok"
            : "behind";
        return new HealthAnswer(status, kept, held, backlog);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static async Task<HealthPart> AskAsync(Func<Task<int>> ask)
    {
        try
        {
            return new HealthPart(true, await ask(), null);
        }
        catch (Exception broken) when (broken is DbException or IOException or InvalidOperationException or TimeoutException)
        {
            return new HealthPart(false, null, broken.Message);
        }
    }
}
