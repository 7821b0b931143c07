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
using SeizureIntel.Values;

namespace SeizureIntel.Storage.Keeping;

// What changes after a load: withdrawing, erasing, deciding. The index follows through the outbox, in the same transaction.
internal sealed partial class SubmissionStore
{
    /// <inheritdoc/>
    public Task<bool> WithdrawAsync(Reader reader, string submissionId, DateTimeOffset time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return ChangeAsync(
            async (context, stop) =>
            {
                if (await FindAsync(context, reader, submissionId, stop).ConfigureAwait(false) is not { WithdrawnAt: null } row)
                    return false;
                await TakeOutAsync(context, row, stop).ConfigureAwait(false);
                row.WithdrawnAt = time.UtcDateTime;
                return true;
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task<LoadReport?> EraseAsync(Reader reader, string submissionId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        LoadReport? erased = null;
        await ChangeAsync(EraseInAsync, cancellationToken).ConfigureAwait(false);
        if (erased is not null)
            await database.Dialect.SweepAsync(cancellationToken).ConfigureAwait(false);
        return erased;

        async Task<bool> EraseInAsync(SeizureContext context, CancellationToken stop)
        {
            erased = null;
            if (await FindAsync(context, reader, submissionId, stop).ConfigureAwait(false) is not { } row)
                return false;
            (long first, long last) = await TakeOutAsync(context, row, stop).ConfigureAwait(false);
            erased = SubmissionRows.Read(row);

            // A child never stays behind what it refers to.
            await context.Tokens.Where(r => r.CaseNumber >= first && r.CaseNumber <= last).ExecuteDeleteAsync(stop);
            await context.Set<ConcealmentRow>().Where(r => r.CaseNumber >= first && r.CaseNumber <= last).ExecuteDeleteAsync(stop);
            await context.Set<RouteLegRow>().Where(r => r.CaseNumber >= first && r.CaseNumber <= last).ExecuteDeleteAsync(stop);
            await context.SerialHashes.Where(r => r.CaseNumber >= first && r.CaseNumber <= last).ExecuteDeleteAsync(stop);
            await context.Seizures.Where(r => r.CaseNumber >= first && r.CaseNumber <= last).ExecuteDeleteAsync(stop);
            await context.Cases.Where(r => r.CaseNumber >= first && r.CaseNumber <= last).ExecuteDeleteAsync(stop);
            await context.Rejections.Where(r => r.SubmissionNumber == row.Number).ExecuteDeleteAsync(stop);
            await context.Issues.Where(r => r.SubmissionNumber == row.Number).ExecuteDeleteAsync(stop);
            await context.SubmissionCountries.Where(r => r.SubmissionNumber == row.Number).ExecuteDeleteAsync(stop);
            SubmissionRows.Empty(row, time.GetUtcNow());
            return true;
        }
    }

    /// <inheritdoc/>
    public Task<bool> LeaveOutAsync(Reader reader, string caseId, bool isLeftOut, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return ChangeAsync(
            async (context, stop) =>
            {
                if (await context.Cases.SeenBy(reader).FirstOrDefaultAsync(c => c.Id == caseId, stop).ConfigureAwait(false) is not { } row)
                    return false;
                await FreeAsync(context, row.CaseNumber, row.CaseNumber, stop).ConfigureAwait(false);
                row.IsLeftOut = isLeftOut;
                if (isLeftOut)
                {
                    await ForgetRefusalsAsync(context, row.CaseNumber, row.CaseNumber, stop).ConfigureAwait(false);
                    await RemoveAsync(context, "case_id", caseId, stop).ConfigureAwait(false);
                }
                else
                    await FeedAgainAsync(context, row.CaseNumber, stop).ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> FlagAsync(Reader reader, string seizureId, IReadOnlyList<string> outlierFlags, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outlierFlags);
        return ChangeSeizureAsync(
            reader,
            seizureId,
            row => row.OutlierFlags = outlierFlags.Count == 0 ? null : string.Join(';', outlierFlags),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> NameGoodsAsync(
        Reader reader,
        string seizureId,
        Stated heading,
        Stated product,
        CancellationToken cancellationToken
    ) =>
        ChangeSeizureAsync(
            reader,
            seizureId,
            row =>
            {
                (row.Heading, row.HeadingText) = (Written.Code(heading), heading.Text);
                (row.Product, row.ProductText) = (Written.Code(product), product.Text);
            },
            cancellationToken
        );

    private Task<bool> ChangeSeizureAsync(Reader reader, string seizureId, Action<SeizureRow> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return ChangeAsync(
            async (context, stop) =>
            {
                if (
                    await context
                        .Seizures.Where(s => s.Id == seizureId)
                        .FirstOrDefaultAsync(s => context.Cases.SeenBy(reader).Any(c => c.CaseNumber == s.CaseNumber), stop)
                        .ConfigureAwait(false)
                    is not { } row
                )
                    return false;
                await FreeAsync(context, row.CaseNumber, row.CaseNumber, stop).ConfigureAwait(false);
                change(row);
                await FeedAgainAsync(context, row.CaseNumber, stop).ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );
    }

    private Task<bool> ChangeAsync(Func<SeizureContext, CancellationToken, Task<bool>> change, CancellationToken cancellationToken) =>
        database.Dialect.WriteAsync(
            database.Dialect.Context,
            async (context, transaction, stop) =>
            {
                await database
                    .Dialect.HoldNumberingAsync(context.Database.GetDbConnection(), transaction, Numbering.Submissions, stop)
                    .ConfigureAwait(false);
                bool isChanged = await change(context, stop).ConfigureAwait(false);
                await context.SaveChangesAsync(stop).ConfigureAwait(false);
                return isChanged;
            },
            cancellationToken
        );

    private static Task<SubmissionRow?> FindAsync(SeizureContext context, Reader reader, string id, CancellationToken stop) =>
        context.Submissions.SeenBy(reader, context).FirstOrDefaultAsync(s => s.Id == id, stop);

    // Cases of a submission have numbers that follow each other.
    private async Task<(long First, long Last)> TakeOutAsync(SeizureContext context, SubmissionRow row, CancellationToken stop)
    {
        long first = await context.Cases.Where(c => c.SubmissionNumber == row.Number).MinAsync(c => (long?)c.CaseNumber, stop) ?? 0;
        long last = await context.Cases.Where(c => c.SubmissionNumber == row.Number).MaxAsync(c => (long?)c.CaseNumber, stop) ?? -1;
        if (last < first)
            return (first, last);
        await FreeAsync(context, first, last, stop).ConfigureAwait(false);
        await context.Outbox.Where(o => o.FirstCase >= first && o.LastCase <= last).ExecuteDeleteAsync(stop).ConfigureAwait(false);
        await ForgetRefusalsAsync(context, first, last, stop).ConfigureAwait(false);
        await RemoveAsync(context, "submission", row.Id, stop).ConfigureAwait(false);
        return (first, last);
    }

    // What is no case any more need not come into the index.
    private static Task ForgetRefusalsAsync(SeizureContext context, long first, long last, CancellationToken stop) =>
        context.Refusals.Where(r => r.CaseNumber >= first && r.CaseNumber <= last).ExecuteDeleteAsync(stop);

    // Who holds a batch has read its cases as they were, and would feed them after they were taken out.
    private async Task FreeAsync(SeizureContext context, long first, long last, CancellationToken stop)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        if (await context.Outbox.AnyAsync(o => o.FirstCase <= last && o.LastCase >= first && !o.IsParked && o.LeasedUntil > now, stop))
            throw new BusyOutboxException();
    }

    private static async Task RemoveAsync(SeizureContext context, string field, string value, CancellationToken stop)
    {
        // Below zero, where no case has its number: a removal is taken before what may come again.
        long id = Math.Min(0, await context.Outbox.MinAsync(o => (long?)o.Id, stop).ConfigureAwait(false) ?? 0) - 1;
        context.Outbox.Add(
            new()
            {
                Id = id,
                FirstCase = id,
                LastCase = id,
                RemovesField = field,
                RemovesValue = value,
            }
        );
    }

    private static async Task FeedAgainAsync(SeizureContext context, long number, CancellationToken stop)
    {
        // A batch that waits brings the change along; whoever held it once, and has not confirmed it yet, must not any more.
        int waiting = await context
            .Outbox.Where(o => o.FirstCase <= number && o.LastCase >= number && !o.IsParked)
            .ExecuteUpdateAsync(o => o.SetProperty(r => r.LeasedBy, (string?)null).SetProperty(r => r.LeasedUntil, (DateTime?)null), stop)
            .ConfigureAwait(false);
        if (waiting > 0)
            return;
        context.Outbox.Add(
            new()
            {
                Id = number,
                FirstCase = number,
                LastCase = number,
            }
        );
    }
}
