using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Globalization;
using System.Linq;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using SeizureIntel.Cases;
using SeizureIntel.Fields;
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
    private const int MostOfSerial = 100;

    // Hashed from the columns themselves: a hash of cases read back and rebuilt could hide a fault that reading and writing share.
    private const string HashedColumns = """
        SELECT s."id", c."reporting_country", c."seizure_date", s."heading", s."product", s."unit", s."quantity", c."marking"
        FROM "seizures" s JOIN "cases" c ON c."case_number" = s."case_number" JOIN "submissions" u ON u."number" = c."submission_number"
        WHERE u."withdrawn_at" IS NULL AND c."is_left_out" = 0
        """;

    private const string Cases = """
        SELECT COUNT(*), c."reporting_country", c."marking"
        FROM "cases" c JOIN "submissions" u ON u."number" = c."submission_number"
        WHERE u."withdrawn_at" IS NULL AND c."is_left_out" = 0

        """;

    private const string Counted = """GROUP BY c."reporting_country", c."marking" """;

    private const string NotRefused = """ AND NOT EXISTS (SELECT 1 FROM "refusals" f WHERE f."seizure_id" = s."id")""";

    private const string WithSeizuresNotRefused = $"""
        AND EXISTS (SELECT 1 FROM "seizures" s WHERE s."case_number" = c."case_number"{NotRefused})

        """;

    /// <inheritdoc/>
    public async Task<LoadReport?> FindSubmissionAsync(Reader reader, string sha256, string source, CancellationToken cancellationToken) =>
        await FindRowAsync(reader, s => s.Sha256 == sha256 && s.Source == source, cancellationToken).ConfigureAwait(false) is { } row
            ? SubmissionRows.Read(row)
            : null;

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FindBySerialAsync(Reader reader, string serialHash, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(serialHash);
        return database.ReadAsync<IReadOnlyList<string>>(
            async (context, stop) =>
                await context
                    .Seizures.Where(s => s.SerialHashes != null && s.SerialHashes.Contains(serialHash))
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
                    .Take(MostOfSerial)
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
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reader);
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
    public Task<IndexState> StateAsync(Reader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return database.AskAsync(
            connection => State(reader, connection, HashedColumns, Cases + Counted, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<IndexState> StateInIndexAsync(Reader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return database.AskAsync(
            connection =>
                State(reader, connection, HashedColumns + NotRefused, Cases + WithSeizuresNotRefused + Counted, cancellationToken),
            cancellationToken
        );
    }

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

    private IndexState State(Reader reader, DbConnection connection, string hashed, string counted, CancellationToken cancellationToken)
    {
        using DbTransaction transaction = database.Dialect.BeginRead(connection);
        int seizures = 0,
            cases = 0;
        ulong checksum = 0;
        using (RowSource rows = database.Dialect.Select(connection, transaction, hashed))
        {
            rows.Start(0, 0);
            while (rows.Next())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!Sees(rows, 1, 7))
                    continue;
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

        using (RowSource rows = database.Dialect.Select(connection, transaction, counted))
        {
            rows.Start(0, 0);
            while (rows.Next())
            {
                if (Sees(rows, 1, 2))
                    cases += (int)rows.Integer(0);
            }
        }

        return new(seizures, cases, checksum.ToString("x16", CultureInfo.InvariantCulture));

        bool Sees(RowSource rows, int country, int marking) =>
            reader.Sees(Code(rows, country), Markings.Find(rows.Text(marking)) ?? Marking.Red);

        static string Code(RowSource rows, int column) => rows.IsNull(column) ? NonValue.NotStated : rows.Text(column);
    }
}
