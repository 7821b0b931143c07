using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using SeizureIntel.Storage.Model;
using SeizureIntel.Submissions;

namespace SeizureIntel.Storage.Keeping;

// A row that was mended again stands once: what was kept of it goes as its new form comes, in the same transaction. The archive keeps both.
internal sealed partial class SubmissionStore
{
    private const int ReplacedAtOnce = 500;

    private async Task ReplaceAsync(SeizureContext context, Submission submission, SubmissionChunk chunk, CancellationToken stop)
    {
        foreach (string[] ids in chunk.Replaces.Chunk(ReplacedAtOnce))
        {
            var earlier = await (
                from seizure in context.Seizures
                join kept in context.Cases on seizure.CaseNumber equals kept.CaseNumber
                join sent in context.Submissions on kept.SubmissionNumber equals sent.Number
                where ids.Contains(seizure.Id) && sent.SentBy == submission.SentBy
                orderby kept.CaseNumber
                select new
                {
                    kept.CaseNumber,
                    kept.Id,
                    seizure.Row,
                }
            )
                .ToListAsync(stop)
                .ConfigureAwait(false);
            foreach (var rows in earlier.GroupBy(e => e.CaseNumber))
            {
                long[] numbers = [.. rows.Select(r => r.Row)];
                await TakeRowsOutAsync(context, rows.Key, rows.First().Id, numbers, stop).ConfigureAwait(false);
            }
        }
    }

    private async Task TakeRowsOutAsync(SeizureContext context, long number, string caseId, long[] rows, CancellationToken stop)
    {
        await FreeAsync(context, number, number, stop).ConfigureAwait(false);
        await ForgetRefusalsAsync(context, number, number, stop).ConfigureAwait(false);
        await context
            .SerialHashes.Where(h => h.CaseNumber == number)
            .Where(h => context.Seizures.Any(s => s.CaseNumber == number && s.Item == h.Item && rows.Contains(s.Row)))
            .ExecuteDeleteAsync(stop)
            .ConfigureAwait(false);
        await context.Seizures.Where(s => s.CaseNumber == number && rows.Contains(s.Row)).ExecuteDeleteAsync(stop).ConfigureAwait(false);
        await RemoveAsync(context, "case_id", caseId, stop).ConfigureAwait(false);
        if (await context.Seizures.AnyAsync(s => s.CaseNumber == number, stop).ConfigureAwait(false))
        {
            await FeedAgainAsync(context, number, stop).ConfigureAwait(false);
        }
        else
        {
            await context.Tokens.Where(r => r.CaseNumber == number).ExecuteDeleteAsync(stop).ConfigureAwait(false);
            await context.Set<ConcealmentRow>().Where(r => r.CaseNumber == number).ExecuteDeleteAsync(stop).ConfigureAwait(false);
            await context.Set<RouteLegRow>().Where(r => r.CaseNumber == number).ExecuteDeleteAsync(stop).ConfigureAwait(false);
            await context.Cases.Where(r => r.CaseNumber == number).ExecuteDeleteAsync(stop).ConfigureAwait(false);
        }

        // The next removal is numbered by what is kept.
        await context.SaveChangesAsync(stop).ConfigureAwait(false);
    }
}
