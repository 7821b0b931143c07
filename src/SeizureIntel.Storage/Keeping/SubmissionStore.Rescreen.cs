using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using SeizureIntel.Storage.Model;

namespace SeizureIntel.Storage.Keeping;

// Prose masked further by newer rules, in one transaction; the index follows through the outbox.
internal sealed partial class SubmissionStore
{
    private const int RescreenedAtOnce = 2000;

    /// <inheritdoc/>
    public async Task<int> RescreenAsync(Func<string, string> mask, bool isTrial, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mask);
        int changed = 0;
        await ChangeAsync(RescreenInAsync, cancellationToken).ConfigureAwait(false);
        if (changed > 0 && !isTrial)
            await database.Dialect.SweepAsync(cancellationToken).ConfigureAwait(false);
        return changed;

        async Task<bool> RescreenInAsync(SeizureContext context, CancellationToken stop)
        {
            changed = 0;
            long last = long.MinValue;
            while (true)
            {
                var batch = await context
                    .Cases.Where(c => c.CaseNumber > last && (c.Narrative != null || c.CoverGoods != null))
                    .OrderBy(static c => c.CaseNumber)
                    .Take(RescreenedAtOnce)
                    .Select(static c => new
                    {
                        c.CaseNumber,
                        c.Narrative,
                        c.CoverGoods,
                    })
                    .ToListAsync(stop)
                    .ConfigureAwait(false);
                foreach (var row in batch)
                {
                    string? narrative = row.Narrative is null ? null : mask(row.Narrative);
                    string? cover = row.CoverGoods is null ? null : mask(row.CoverGoods);
                    if (narrative == row.Narrative && cover == row.CoverGoods)
                        continue;
                    changed++;
                    if (isTrial)
                        continue;
                    await FreeAsync(context, row.CaseNumber, row.CaseNumber, stop).ConfigureAwait(false);
                    await context
                        .Cases.Where(c => c.CaseNumber == row.CaseNumber)
                        .ExecuteUpdateAsync(s => s.SetProperty(c => c.Narrative, narrative).SetProperty(c => c.CoverGoods, cover), stop)
                        .ConfigureAwait(false);
                    await FeedAgainAsync(context, row.CaseNumber, stop).ConfigureAwait(false);
                }

                if (batch.Count < RescreenedAtOnce)
                    return changed > 0;
                last = batch[^1].CaseNumber;
            }
        }
    }
}
