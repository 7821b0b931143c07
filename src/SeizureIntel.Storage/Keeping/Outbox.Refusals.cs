using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Model;
using SeizureIntel.Submissions;

namespace SeizureIntel.Storage.Keeping;

// Seizures that the index refused: parked one by one beside the outbox, and brought back to it when their time has come.
internal sealed partial class Outbox
{
    private const int IdsAtOnce = 5_000;
    private const int MostBroughtBack = 10_000;
    private const int MostHours = 24;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ParkedSeizure>> RefusedAsync(Reader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        // None is the usual answer.
        if (await database.AskAsync(connection => Counts(connection).Refused, cancellationToken).ConfigureAwait(false) == 0)
            return [];
        List<RefusalRow> rows = await database
            .ReadAsync(
                (context, stop) =>
                    context
                        .Refusals.AsNoTracking()
                        .Where(r => context.Cases.SeenBy(reader).Any(c => c.CaseNumber == r.CaseNumber))
                        .OrderBy(r => r.CaseNumber)
                        .ThenBy(r => r.SeizureId)
                        .ToListAsync(stop),
                cancellationToken
            )
            .ConfigureAwait(false);
        return
        [
            .. rows.Select(r => new ParkedSeizure(
                new(r.SeizureId, r.ErrorType, r.Field),
                r.Attempts,
                new(DateTime.SpecifyKind(r.RefusedAt, DateTimeKind.Utc)),
                new(DateTime.SpecifyKind(r.NextAttemptAt, DateTimeKind.Utc))
            )),
        ];
    }

    /// <inheritdoc/>
    public Task ReplaceRefusedAsync(IReadOnlyList<RefusedSeizure> refused, DateTimeOffset before, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (context, stop) =>
            {
                DateTime moment = before.UtcDateTime;
                await ParkAsync(context, context.Refusals.Where(r => r.RefusedAt < moment), refused, stop).ConfigureAwait(false);
                return await context.SaveChangesAsync(stop).ConfigureAwait(false);
            },
            cancellationToken
        );

    private async Task ParkAsync(
        SeizureContext context,
        IQueryable<RefusalRow> earlier,
        IReadOnlyList<RefusedSeizure> refused,
        CancellationToken cancellationToken
    )
    {
        var byId = refused.DistinctBy(r => r.Id).ToDictionary(r => r.Id, StringComparer.Ordinal);
        string[] all = [.. byId.Keys];
        await earlier.Where(r => !all.Contains(r.SeizureId)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        var rows = new Dictionary<string, RefusalRow>(StringComparer.Ordinal);
        foreach (string[] ids in all.Chunk(IdsAtOnce))
        {
            foreach (
                RefusalRow row in await context
                    .Refusals.Where(r => ids.Contains(r.SeizureId))
                    .ToListAsync(cancellationToken)
                    .ConfigureAwait(false)
            )
                rows.Add(row.SeizureId, row);

            // One that was erased meanwhile is no seizure any more.
            var numbers = await context
                .Seizures.Where(s => ids.Contains(s.Id))
                .Select(s => new { s.Id, s.CaseNumber })
                .ToListAsync(cancellationToken)
                .ConfigureAwait(false);
            foreach (var found in numbers.Where(n => !rows.ContainsKey(n.Id)))
            {
                var row = new RefusalRow { SeizureId = found.Id, CaseNumber = found.CaseNumber };
                context.Refusals.Add(row);
                rows.Add(row.SeizureId, row);
            }
        }

        foreach (RefusalRow row in rows.Values)
        {
            if (!byId.TryGetValue(row.SeizureId, out RefusedSeizure? why))
                continue;
            (row.ErrorType, row.Field) = (why.ErrorType, why.Field);
            row.Attempts++;
            row.RefusedAt = Now();
            row.NextAttemptAt = NextAfter(row.Attempts);
        }
    }

    // What is brought back has its next time set at once: whoever takes the batch may end before it confirms, and the batch comes again by itself.
    private Task BringBackAsync(CancellationToken cancellationToken) =>
        database.Dialect.WriteAsync(
            database.Dialect.Context,
            async (context, transaction, stop) =>
            {
                await database
                    .Dialect.HoldNumberingAsync(context.Database.GetDbConnection(), transaction, Numbering.Submissions, stop)
                    .ConfigureAwait(false);
                List<RefusalRow> due = await Due(context.Refusals)
                    .OrderBy(r => r.CaseNumber)
                    .Take(MostBroughtBack)
                    .ToListAsync(stop)
                    .ConfigureAwait(false);
                foreach (RefusalRow row in due)
                    row.NextAttemptAt = NextAfter(row.Attempts);
                foreach ((long first, long last) in Ranges(due))
                {
                    if (!await context.Outbox.AnyAsync(o => o.Id == first, stop).ConfigureAwait(false))
                        context.Outbox.Add(
                            new()
                            {
                                Id = first,
                                FirstCase = first,
                                LastCase = last,
                            }
                        );
                }

                return await context.SaveChangesAsync(stop).ConfigureAwait(false);
            },
            cancellationToken
        );

    // Feeding the cases between two of them again does no harm, and a batch of its own for each would take longer.
    private List<(long First, long Last)> Ranges(List<RefusalRow> due)
    {
        var ranges = new List<(long First, long Last)>();
        foreach (long number in due.Select(r => r.CaseNumber))
        {
            if (ranges.Count > 0 && number - ranges[^1].First < options.OutboxBatchCases)
                ranges[^1] = (ranges[^1].First, number);
            else
                ranges.Add((number, number));
        }

        return ranges;
    }

    private IQueryable<RefusalRow> Due(IQueryable<RefusalRow> rows)
    {
        DateTime now = Now();
        return rows.Where(r => r.NextAttemptAt <= now);
    }

    private DateTime NextAfter(int attempts) => Now().AddHours(Math.Min(MostHours, Math.Pow(2, Math.Max(0, attempts - 1))));
}
