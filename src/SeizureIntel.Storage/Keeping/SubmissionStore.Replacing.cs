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
                where ids.Contains(seizure.Id)
                orderby kept.CaseNumber
                select new
                {
                    kept.CaseNumber,
                    kept.Id,
                    kept.ReportingCountry,
                    seizure.Row,
                    sent.SentBy,
                }
            )
                .ToListAsync(stop)
                .ConfigureAwait(false);
            foreach (var rows in earlier.GroupBy(e => e.CaseNumber))
            {
                var any = rows.First();
                if (!MayReplace(submission, chunk, any.SentBy, any.ReportingCountry))
                    throw new OthersRowException();
                await TakeRowsOutAsync(context, any.CaseNumber, any.Id, [.. rows.Select(r => r.Row)], stop).ConfigureAwait(false);
            }
        }
    }

    // What the command line took in was sent by some office of its reporter.
    private static bool MayReplace(Submission submission, SubmissionChunk chunk, string? sentBy, string? reporter) =>
        submission.SentBy is null
        || submission.SentBy == sentBy
        || (sentBy is null && chunk.Cases.Any(c => c.ReportingCountry.Code == reporter));

    private async Task TakeRowsOutAsync(SeizureContext context, long number, string caseId, long[] rows, CancellationToken stop)
    {
        await FreeAsync(context, number, number, stop).ConfigureAwait(false);
        await ForgetRefusalsAsync(context, number, number, stop).ConfigureAwait(false);
        await context.Seizures.Where(s => s.CaseNumber == number && rows.Contains(s.Row)).ExecuteDeleteAsync(stop).ConfigureAwait(false);
        await RemoveAsync(context, "case_id", caseId, stop).ConfigureAwait(false);
        if (await context.Seizures.AnyAsync(s => s.CaseNumber == number, stop).ConfigureAwait(false))
        {
            await FeedAgainAsync(context, number, stop).ConfigureAwait(false);
        }
        else
        {
            await context.Set<ConcealmentRow>().Where(r => r.CaseNumber == number).ExecuteDeleteAsync(stop).ConfigureAwait(false);
            await context.Set<RouteLegRow>().Where(r => r.CaseNumber == number).ExecuteDeleteAsync(stop).ConfigureAwait(false);
            await context.Cases.Where(r => r.CaseNumber == number).ExecuteDeleteAsync(stop).ConfigureAwait(false);
        }

        // The next removal is numbered by what is kept.
        await context.SaveChangesAsync(stop).ConfigureAwait(false);
    }
}
