using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using SeizureIntel.Bulletins;
using SeizureIntel.Cases;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Model;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Storage.Keeping;

internal sealed partial class SeizureStore
{
    private const int ReadBatchCases = 4096;
    private const int ReferencesAtOnce = 20_000;

    // Hashed from the columns themselves: a hash of cases read back and rebuilt could hide a fault that reading and writing share.
    private const string HashedColumns = """
        SELECT s."id", c."reporting_country", c."seizure_date", s."heading", s."product", s."unit", s."quantity"
        FROM "seizures" s JOIN "cases" c ON c."case_number" = s."case_number"
        """;

    /// <inheritdoc/>
    public async Task<LoadReport?> FindSubmissionAsync(string sha256, string source, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using SeizureContext context = dialect.Context(connection);
        SubmissionRow? row = await context
            .Submissions.AsNoTracking()
            .FirstOrDefaultAsync(s => s.Sha256 == sha256 && s.Source == source, cancellationToken)
            .ConfigureAwait(false);
        return row is null ? null : SubmissionRows.Read(row);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlySet<string>> FindUsedCaseRefsAsync(
        string reportingCountry,
        IReadOnlyCollection<string> caseRefs,
        CancellationToken cancellationToken
    )
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        if (caseRefs.Count == 0)
            return used;
        string? country = reportingCountry == NonValue.NotStated ? null : reportingCountry;
        await using DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using SeizureContext context = dialect.Context(connection);
        foreach (string[] some in caseRefs.Distinct(StringComparer.Ordinal).Chunk(ReferencesAtOnce))
        {
            List<string> found = await context
                .Cases.Where(c => c.CaseRef != null && EF.Parameter(some).Contains(c.CaseRef) && c.ReportingCountry == country)
                .Select(c => c.CaseRef!)
                .ToListAsync(cancellationToken)
                .ConfigureAwait(false);
            used.UnionWith(found);
        }

        return used;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReceivedSubmission>> SubmissionsAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using SeizureContext context = dialect.Context(connection);
        List<SubmissionRow> rows = await context
            .Submissions.AsNoTracking()
            .OrderBy(s => s.Number)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return [.. rows.Select(r => new ReceivedSubmission((int)r.Number, SubmissionRows.Read(r)))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Rejection>?> RejectionsAsync(string submissionId, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using SeizureContext context = dialect.Context(connection);
        long? number = await NumberAsync(context, submissionId, cancellationToken).ConfigureAwait(false);
        return number is null
            ? null
            : SubmissionRows.Read(
                await context
                    .Rejections.AsNoTracking()
                    .Where(r => r.SubmissionNumber == number)
                    .OrderBy(r => r.Row)
                    .ThenBy(r => r.Position)
                    .ToListAsync(cancellationToken)
                    .ConfigureAwait(false)
            );
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<Case>> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using SeizureContext context = dialect.Context(connection);
        long last = await context.Cases.MaxAsync(c => (long?)c.CaseNumber, cancellationToken).ConfigureAwait(false) ?? 0;
        using CaseReader reader = await ReaderAsync(connection, context, cancellationToken).ConfigureAwait(false);
        for (long first = 1; first <= last; first += ReadBatchCases)
        {
            cancellationToken.ThrowIfCancellationRequested();
            List<Case> cases = reader.Read(first, Math.Min(last, first + ReadBatchCases - 1));
            if (cases.Count > 0)
                yield return cases;
        }
    }

    /// <inheritdoc/>
    public async Task<IndexState> StateAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using DbTransaction transaction = dialect.BeginRead(connection);
        int seizures = 0;
        ulong checksum = 0;
        using (RowSource rows = dialect.Select(connection, transaction, HashedColumns))
        {
            rows.Start(0, 0);
            while (rows.Next())
            {
                cancellationToken.ThrowIfCancellationRequested();
                seizures++;
                ulong hash = SeizureChecksum.Of(
                    rows.Text(0),
                    Code(rows, 1),
                    rows.Day(2).DayNumber,
                    Code(rows, 3),
                    Code(rows, 4),
                    Code(rows, 5),
                    rows.IsNull(6) ? null : (double)rows.Exact(6)
                );
                checksum = unchecked(checksum + hash);
            }
        }

        using RowSource count = dialect.Select(connection, transaction, "SELECT COUNT(*) FROM \"cases\"");
        count.Start(0, 0);
        count.Next();
        return new(seizures, (int)count.Integer(0), checksum.ToString("x16", CultureInfo.InvariantCulture));

        static string Code(RowSource rows, int column) => rows.IsNull(column) ? NonValue.NotStated : rows.Text(column);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BulletinRecord>> BulletinsAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using SeizureContext context = dialect.Context(connection);
        List<BulletinRow> rows = await context
            .Bulletins.AsNoTracking()
            .OrderByDescending(b => b.CreatedAt)
            .ThenBy(b => b.Id)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return
        [
            .. rows.Select(b => new BulletinRecord(
                b.Id,
                b.Region,
                b.PeriodFrom,
                b.PeriodTo,
                Markings.Find(b.Marking) ?? Marking.Red,
                new(DateTime.SpecifyKind(b.CreatedAt, DateTimeKind.Utc)),
                b.DocumentJson,
                b.Html
            )),
        ];
    }

    private static Task<long?> NumberAsync(SeizureContext context, string submissionId, CancellationToken cancellationToken) =>
        context.Submissions.Where(s => s.Id == submissionId).Select(s => (long?)s.Number).FirstOrDefaultAsync(cancellationToken);

    private async Task<CaseReader> ReaderAsync(DbConnection connection, SeizureContext context, CancellationToken cancellationToken)
    {
        Dictionary<long, (string Id, string Source)> submissions = await context
            .Submissions.AsNoTracking()
            .Select(s => new
            {
                s.Number,
                s.Id,
                s.Source,
            })
            .ToDictionaryAsync(s => s.Number, s => (s.Id, s.Source), cancellationToken)
            .ConfigureAwait(false);
        return new(dialect, connection, TablesOf(context), submissions);
    }
}
