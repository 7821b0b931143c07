using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Globalization;
using System.IO;
using System.Linq;
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
        // Both are read again from end to end, side by side.
        Task<IndexState> indexed = Task.Run(() => index.StateAsync(reader, cancellationToken), cancellationToken);
        Task<IndexState> stored = submissions.StateAsync(reader, cancellationToken);
        await Task.WhenAll(stored, indexed);
        IndexState kept = await stored,
            held = await indexed;
        (int waiting, int parked) = await outbox.CountAsync(cancellationToken);
        IReadOnlyList<ParkedSeizure> refused = await outbox.RefusedAsync(reader, cancellationToken);
        IndexState due = refused.Count == 0 ? kept : await submissions.StateInIndexAsync(reader, cancellationToken);
        var problems = new List<string>();
        if (waiting > 0)
            problems.Add(
                Text($"{waiting} batches of committed cases are not in the index yet; ./run ingest or ./run reindex brings them there.")
            );
        if (parked > 0)
            problems.Add(Text($"{parked} batches were given up after repeated errors; ./run reindex rebuilds the index from the store."));
        if (refused.Count > 0)
            problems.Add(Refusals(refused));
        string without = refused.Count > 0 ? " beside those refused" : "";
        if (due.Seizures != held.Seizures)
            problems.Add(
                Text($"The store holds {due.Seizures} seizures{without} and the index {held.Seizures}; ./run reindex rebuilds the index.")
            );
        else if (due.Cases != held.Cases)
            problems.Add(Text($"The store holds {due.Cases} cases{without} and the index {held.Cases}; ./run reindex rebuilds the index."));
        else if (due.Checksum != held.Checksum)
            problems.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Store and index hold as many seizures{without}, but not the same ones ({due.Checksum} and {held.Checksum}); "
                        + $"./run reindex rebuilds the index."
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
            [
                .. refused.Select(r => new RefusedAnswer(
                    r.Refused.Id,
                    r.Refused.ErrorType,
                    r.Refused.Field,
                    r.Attempts,
                    r.RefusedAt,
                    r.NextAttemptAt
                )),
            ],
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

    private static string Refusals(IReadOnlyList<ParkedSeizure> refused)
    {
        IEnumerable<string> kinds = refused
            .GroupBy(r => r.Refused.Field is { } field ? $"{r.Refused.ErrorType} at {field}" : r.Refused.ErrorType)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Text($"{g.Key} ({g.Count()})"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The index refused {refused.Count} seizures, which search does not find: {string.Join(", ", kinds)}. They are tried again from "
                + $"{refused.Min(r => r.NextAttemptAt):yyyy-MM-dd HH:mm}Z on, and by ./run reindex at once."
        );
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static async Task<HealthPart> AskAsync(Func<Task<int>> ask)
    {
        try
        {
            return new HealthPart(true, await ask(), null);
        }
        catch (Exception broken)
            when (broken is DbException or IOException or InvalidOperationException or TimeoutException or IndexUnavailableException)
        {
            return new HealthPart(false, null, broken.Message);
        }
    }
}
