using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using SeizureIntel.Cases;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Model;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Storage.Keeping;

internal sealed partial class SubmissionStore
{
    private const int ReadBatchCases = 4096;
    private const int ReferencesAtOnce = 20_000;
    private const int OriginsAtOnce = 1_000;

    /// <inheritdoc/>
    public async Task<LoadReport?> FindSubmissionAsync(Reader reader, string sha256, string source, CancellationToken cancellationToken) =>
        await FindRowAsync(reader, s => s.Sha256 == sha256 && s.Source == source, cancellationToken).ConfigureAwait(false) is { } row
            ? SubmissionRows.Read(row)
            : null;

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FindBySerialAsync(Reader reader, string serialHash, int most, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(serialHash);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return database.ReadAsync<IReadOnlyList<string>>(
            async (context, stop) =>
                await context
                    .SerialHashes.Where(h => h.Value == serialHash)
                    .Join(context.Seizures, h => new { h.CaseNumber, h.Item }, s => new { s.CaseNumber, s.Item }, (_, s) => s)
                    .Where(s =>
                        context
                            .Cases.SeenBy(reader)
                            .Any(c =>
                                c.CaseNumber == s.CaseNumber
                                && !c.IsLeftOut
                                && context.Submissions.Any(r => r.Number == c.SubmissionNumber && r.WithdrawnAt == null)
                            )
                    )
                    .OrderBy(s => s.CaseNumber)
                    .ThenBy(s => s.Item)
                    .Select(s => s.Id)
                    .Take(most)
                    .ToListAsync(stop)
                    .ConfigureAwait(false),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task<IReadOnlySet<string>> FindUsedCaseRefsAsync(
        Reader reader,
        string reportingCountry,
        IReadOnlyCollection<string> caseRefs,
        IReadOnlyCollection<string> replaced,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reader);
        string[] ids = [.. replaced];
        var used = new HashSet<string>(StringComparer.Ordinal);
        string? country = reportingCountry == NonValue.NotStated ? null : reportingCountry;
        foreach (string[] some in caseRefs.Distinct(StringComparer.Ordinal).Chunk(ReferencesAtOnce))
        {
            List<string> found = await database
                .ReadAsync(
                    (context, stop) =>
                        context
                            .Cases.SeenBy(reader)
                            .Where(c => c.CaseRef != null && EF.Parameter(some).Contains(c.CaseRef) && c.ReportingCountry == country)
                            .Where(c => context.Submissions.Any(s => s.Number == c.SubmissionNumber && s.WithdrawnAt == null))
                            .Where(c =>
                                ids.Length == 0
                                || !context
                                    .Seizures.Where(z => EF.Parameter(ids).Contains(z.Id))
                                    .Select(z => z.CaseNumber)
                                    .Contains(c.CaseNumber)
                            )
                            .Select(c => c.CaseRef!)
                            .ToListAsync(stop),
                    cancellationToken
                )
                .ConfigureAwait(false);
            used.UnionWith(found);
        }

        return used;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlySet<RowOrigin>> FindRefusedAsync(
        string? sentBy,
        IReadOnlyCollection<RowOrigin> rows,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(rows);
        var refused = new HashSet<RowOrigin>();
        foreach (RowOrigin[] some in rows.Chunk(OriginsAtOnce))
        {
            string[] submissions = [.. some.Select(r => r.Submission).Distinct(StringComparer.Ordinal)];
            long[] numbers = [.. some.Select(r => (long)r.Row).Distinct()];
            var found = await database
                .ReadAsync(
                    (context, stop) =>
                        (
                            from sent in context.Submissions
                            join rejection in context.Rejections on sent.Number equals rejection.SubmissionNumber
                            where EF.Parameter(submissions).Contains(sent.Id) && sent.SentBy == sentBy && sent.ErasedAt == null
                            where EF.Parameter(numbers).Contains(rejection.Row)
                            select new { sent.Id, rejection.Row }
                        ).ToListAsync(stop),
                    cancellationToken
                )
                .ConfigureAwait(false);
            refused.UnionWith(found.Select(f => new RowOrigin(f.Id, (int)f.Row)));
        }

        refused.IntersectWith(rows);
        return refused;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlySet<string>> FindKeptAsync(
        Reader reader,
        IReadOnlyCollection<string> caseIds,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reader);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (string[] some in caseIds.Distinct(StringComparer.Ordinal).Chunk(ReferencesAtOnce))
        {
            List<string> found = await database
                .ReadAsync(
                    (context, stop) =>
                        context.Cases.SeenBy(reader).Where(c => EF.Parameter(some).Contains(c.Id)).Select(c => c.Id).ToListAsync(stop),
                    cancellationToken
                )
                .ConfigureAwait(false);
            kept.UnionWith(found);
        }

        return kept;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> FindSubmissionsOfAsync(
        Reader reader,
        IReadOnlyCollection<string> seizureIds,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reader);
        var submissions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string[] some in seizureIds.Distinct(StringComparer.Ordinal).Chunk(ReferencesAtOnce))
        {
            var found = await database
                .ReadAsync(
                    (context, stop) =>
                        (
                            from seizure in context.Seizures
                            join told in context.Cases.SeenBy(reader) on seizure.CaseNumber equals told.CaseNumber
                            join sent in context.Submissions on told.SubmissionNumber equals sent.Number
                            where EF.Parameter(some).Contains(seizure.Id) && !told.IsLeftOut && sent.WithdrawnAt == null
                            select new { Seizure = seizure.Id, Submission = sent.Id }
                        ).ToListAsync(stop),
                    cancellationToken
                )
                .ConfigureAwait(false);
            foreach (var each in found)
                submissions[each.Seizure] = each.Submission;
        }

        return submissions;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReceivedSubmission>> SubmissionsAsync(Reader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        List<SubmissionRow> rows = await database
            .ReadAsync(
                (context, stop) => context.Submissions.AsNoTracking().SeenBy(reader, context).OrderBy(s => s.Number).ToListAsync(stop),
                cancellationToken
            )
            .ConfigureAwait(false);
        return [.. rows.Select(r => new ReceivedSubmission((int)r.Number, SubmissionRows.Read(r)))];
    }

    /// <inheritdoc/>
    public async Task<ReceivedSubmission?> FindReceivedAsync(Reader reader, string submissionId, CancellationToken cancellationToken) =>
        await FindRowAsync(reader, s => s.Id == submissionId, cancellationToken).ConfigureAwait(false) is { } row
            ? new((int)row.Number, SubmissionRows.Read(row))
            : null;

    /// <inheritdoc/>
    public async Task<LoadReport?> FindRequestAsync(Reader reader, string requestKey, CancellationToken cancellationToken) =>
        await FindRowAsync(reader, s => s.RequestKey == requestKey, cancellationToken).ConfigureAwait(false) is { } row
            ? SubmissionRows.Read(row)
            : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Rejection>?> RejectionsAsync(Reader reader, string submissionId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        List<RejectionRow>? rows = await database.ReadAsync(OfSubmissionAsync, cancellationToken).ConfigureAwait(false);
        return rows is null ? null : SubmissionRows.Read(rows);

        async Task<List<RejectionRow>?> OfSubmissionAsync(SeizureContext context, CancellationToken stop)
        {
            long? number = await context
                .Submissions.SeenBy(reader, context)
                .Where(s => s.Id == submissionId)
                .Select(s => (long?)s.Number)
                .FirstOrDefaultAsync(stop)
                .ConfigureAwait(false);
            return number is null
                ? null
                : await context
                    .Rejections.AsNoTracking()
                    .Where(r => r.SubmissionNumber == number)
                    .OrderBy(r => r.Row)
                    .ThenBy(r => r.Position)
                    .ToListAsync(stop)
                    .ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public Task<Case?> FindCaseAsync(Reader reader, string seizureId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return database.ReadAsync(FindAsync, cancellationToken);

        async Task<Case?> FindAsync(SeizureContext context, CancellationToken stop)
        {
            long? number = await context
                .Seizures.Where(s => s.Id == seizureId)
                .Select(s => (long?)s.CaseNumber)
                .FirstOrDefaultAsync(stop)
                .ConfigureAwait(false);
            if (number is not { } found)
                return null;
            using CaseReader cases = await database.CasesAsync(reader, context, stop).ConfigureAwait(false);
            return cases.Read(found, found) is [{ } only] ? only : null;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SharedConveyance>> SharingConveyanceAsync(
        Reader reader,
        string seizureId,
        int most,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return await database.ReadAsync(FindAsync, cancellationToken).ConfigureAwait(false);

        // Who does not see the record cannot ask from it; a withdrawn case and one left out are in no answer.
        Task<List<SharedConveyance>> FindAsync(SeizureContext context, CancellationToken stop)
        {
            IQueryable<CaseRow> seen = context
                .Cases.SeenBy(reader)
                .Where(c => !c.IsLeftOut && context.Submissions.Any(s => s.Number == c.SubmissionNumber && s.WithdrawnAt == null));
            return context
                .Seizures.Where(s => s.Id == seizureId && seen.Any(c => c.CaseNumber == s.CaseNumber))
                .Join(context.Tokens, s => s.CaseNumber, t => t.CaseNumber, (_, t) => t)
                .SelectMany(t => context.Tokens.Where(o => o.Value == t.Value && o.Kind == t.Kind && o.CaseNumber != t.CaseNumber))
                .Where(o => seen.Any(c => c.CaseNumber == o.CaseNumber))
                .Join(context.Seizures.Where(s => s.Item == 0), o => o.CaseNumber, s => s.CaseNumber, (o, s) => new { o, s })
                .OrderBy(p => p.o.CaseNumber)
                .ThenBy(p => p.o.Position)
                .Take(most)
                .Select(p => new SharedConveyance(p.o.Kind, p.s.Id))
                .ToListAsync(stop);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<Case>> ReadAllAsync(
        Reader reader,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reader);
        await using DbConnection connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using SeizureContext context = database.Dialect.Context(connection);
        long last = await context.Cases.MaxAsync(c => (long?)c.CaseNumber, cancellationToken).ConfigureAwait(false) ?? 0;
        using CaseReader cases = await database.CasesAsync(reader, context, cancellationToken).ConfigureAwait(false);
        for (long first = 1; first <= last; first += ReadBatchCases)
        {
            cancellationToken.ThrowIfCancellationRequested();
            List<Case> batch = cases.Read(first, Math.Min(last, first + ReadBatchCases - 1));
            if (batch.Count > 0)
                yield return batch;
        }
    }

    /// <inheritdoc/>
    public Task<IndexState> StateAsync(Reader reader, CancellationToken cancellationToken) =>
        StateAsync(reader, isInIndex: false, cancellationToken);

    /// <inheritdoc/>
    public Task<IndexState> StateInIndexAsync(Reader reader, CancellationToken cancellationToken) =>
        StateAsync(reader, isInIndex: true, cancellationToken);

    private Task<SubmissionRow?> FindRowAsync(
        Reader reader,
        Expression<Func<SubmissionRow, bool>> condition,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reader);
        return database.ReadAsync(
            (context, stop) => context.Submissions.AsNoTracking().SeenBy(reader, context).FirstOrDefaultAsync(condition, stop),
            cancellationToken
        );
    }

    private Task<IndexState> StateAsync(Reader reader, bool isInIndex, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return database.Dialect.AttemptAsync(
            async stop =>
            {
                await using SharedReads reads = await database
                    .Dialect.BeginReadsAsync(Environment.ProcessorCount, stop)
                    .ConfigureAwait(false);
                return await new StateWalk(database.Dialect, reader, isInIndex).RunAsync(reads, stop).ConfigureAwait(false);
            },
            cancellationToken
        );
    }
}
