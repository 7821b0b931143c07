using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Model;
using SeizureIntel.Submissions;

namespace SeizureIntel.Storage.Keeping;

// Texts screened further by newer rules, in one transaction; the index follows through the outbox.
internal sealed partial class SubmissionStore
{
    private const int RescreenedAtOnce = 2000;

    /// <inheritdoc/>
    public async Task<int> RescreenAsync(Func<KeptText, string, string> screen, bool isTrial, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(screen);
        var cases = new SortedSet<long>();
        bool isChanged = await ChangeAsync(RescreenInAsync, cancellationToken).ConfigureAwait(false);
        if (isChanged && !isTrial)
            await database.Dialect.SweepAsync(cancellationToken).ConfigureAwait(false);
        return cases.Count;

        async Task<bool> RescreenInAsync(SeizureContext context, CancellationToken stop)
        {
            cases.Clear();
            Tables tables = database.TablesOf(context);
            long last = await context.Cases.MaxAsync(c => (long?)c.CaseNumber, stop).ConfigureAwait(false) ?? 0;
            await ScreenAsync(context, tables.Cases, last, r => cases.Add(r.CaseNumber), stop).ConfigureAwait(false);
            await ScreenAsync(context, tables.Seizures, last, r => cases.Add(r.CaseNumber), stop).ConfigureAwait(false);
            await ScreenAsync(context, tables.Legs, last, r => cases.Add(r.CaseNumber), stop).ConfigureAwait(false);
            await ScreenAsync(context, tables.Concealments, last, r => cases.Add(r.CaseNumber), stop).ConfigureAwait(false);
            bool isOfFile = false;
            last = await context.Submissions.MaxAsync(s => (long?)s.Number, stop).ConfigureAwait(false) ?? 0;
            await ScreenAsync(context, tables.Issues, last, _ => isOfFile = true, stop).ConfigureAwait(false);
            await ScreenAsync(context, tables.Submissions, last, _ => isOfFile = true, stop).ConfigureAwait(false);
            if (isTrial)
                return false;
            foreach (long[] some in cases.Chunk(RescreenedAtOnce))
            {
                foreach (long number in some)
                {
                    await FreeAsync(context, number, number, stop).ConfigureAwait(false);
                    await FeedAgainAsync(context, number, stop).ConfigureAwait(false);
                }

                await SaveAsync(context, stop).ConfigureAwait(false);
            }

            return isOfFile || cases.Count > 0;
        }

        async Task ScreenAsync<TRow>(SeizureContext context, Table<TRow> table, long last, Action<TRow> changed, CancellationToken stop)
            where TRow : class, new()
        {
            DbTransaction transaction = context.Database.CurrentTransaction!.GetDbTransaction();
            using RowSource rows = database.Dialect.Select(context.Database.GetDbConnection(), transaction, table.SelectRange);
            var row = new TRow();
            for (long first = 1; first <= last; first += RescreenedAtOnce)
            {
                stop.ThrowIfCancellationRequested();
                rows.Start(first, Math.Min(last, first + RescreenedAtOnce - 1));
                while (rows.Next())
                {
                    table.Read(rows, row);
                    IReadOnlyList<string> texts = KeptTexts<TRow>.Screen(row, screen);
                    if (texts.Count == 0)
                        continue;
                    changed(row);
                    if (!isTrial)
                    {
                        // What did not change is not written: an amount stays as its file wrote it.
                        EntityEntry<TRow> entry = context.Attach(row);
                        foreach (string text in texts)
                            entry.Property(text).IsModified = true;
                    }

                    row = new TRow();
                }

                await SaveAsync(context, stop).ConfigureAwait(false);
            }
        }

        // However much changes, no more of it is held than one range.
        static async Task SaveAsync(SeizureContext context, CancellationToken stop)
        {
            if (!context.ChangeTracker.HasChanges())
                return;
            await context.SaveChangesAsync(stop).ConfigureAwait(false);
            context.ChangeTracker.Clear();
        }
    }
}
