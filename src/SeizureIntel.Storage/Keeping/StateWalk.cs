using System;
using System.Data.Common;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Values;

namespace SeizureIntel.Storage.Keeping;

/// <summary>Counts and hashes what the tables hold, read from end to end in parts by as many connections as see one state.</summary>
/// <remarks>Hashed from the columns themselves: a hash of cases read back and rebuilt could hide a fault that reading and writing share.</remarks>
/// <param name="dialect">The engine.</param>
/// <param name="reader">Who may see what is counted.</param>
/// <param name="isInIndex">True to leave out what the index refused.</param>
internal sealed class StateWalk(StoreDialect dialect, Reader reader, bool isInIndex)
{
    // A part takes some ten milliseconds: the connections end together.
    private const int CasesAPart = 8_192;

    private const string LastCase = """SELECT MAX("case_number") FROM "cases" """;

    private const string Cases = """
        SELECT "case_number", "reporting_country", "marking", "seizure_date" FROM "cases"
        WHERE "case_number" BETWEEN @first AND @last AND "is_left_out" = 0
            AND "submission_number" NOT IN (SELECT "number" FROM "submissions" WHERE "withdrawn_at" IS NOT NULL)
        ORDER BY "case_number"
        """;

    private const string Seizures = """
        SELECT s."case_number", s."id", s."heading", s."product", s."unit", s."quantity" FROM "seizures" s
        WHERE s."case_number" BETWEEN @first AND @last
        """;

    private const string InOrder = """ORDER BY s."case_number" """;

    private const string AllSeizures = $"""
        {Seizures}
        {InOrder}
        """;

    private const string NotRefused = $"""
        {Seizures} AND NOT EXISTS (SELECT 1 FROM "refusals" f WHERE f."seizure_id" = s."id")
        {InOrder}
        """;

    private static readonly byte[] NotStated = Encoding.UTF8.GetBytes(NonValue.NotStated);

    private long _begun;

    /// <summary>Reads everything; once.</summary>
    public async Task<IndexState> RunAsync(SharedReads reads, CancellationToken cancellationToken)
    {
        long last = Last(reads.All[0]);
        Part[] parts = await Task.WhenAll(reads.All.Select(r => Task.Run(() => Walk(r, last, cancellationToken), cancellationToken)))
            .ConfigureAwait(false);
        ulong checksum = parts.Aggregate(0UL, (sum, p) => unchecked(sum + p.Checksum));
        return new(parts.Sum(p => p.Seizures), parts.Sum(p => p.Cases), checksum.ToString("x16", CultureInfo.InvariantCulture));
    }

    // At least one, so that an empty store is asked too.
    private long Last((DbConnection Connection, DbTransaction Transaction) read)
    {
        using RowSource last = dialect.Select(read.Connection, read.Transaction, LastCase);
        last.Start(0, 0);
        return last.Next() && !last.IsNull(0) ? last.Integer(0) : 1;
    }

    private Part Walk((DbConnection Connection, DbTransaction Transaction) read, long last, CancellationToken cancellationToken)
    {
        using RowSource cases = dialect.Select(read.Connection, read.Transaction, Cases),
            seizures = dialect.Select(read.Connection, read.Transaction, isInIndex ? NotRefused : AllSeizures);
        var sum = new Part();
        long end;
        while ((end = Interlocked.Add(ref _begun, CasesAPart)) - CasesAPart < last)
        {
            cancellationToken.ThrowIfCancellationRequested();
            cases.Start(end - CasesAPart + 1, end);
            seizures.Start(end - CasesAPart + 1, end);
            Add(cases, seizures, sum);
        }

        return sum;
    }

    // Both come in the order of the cases; seizures of a case that is not counted are passed over.
    private void Add(RowSource cases, RowSource seizures, Part sum)
    {
        bool isLeft = seizures.Next();
        string? written = null;
        Marking marking = default;
        while (cases.Next())
        {
            long number = cases.Integer(0);
            while (isLeft && seizures.Integer(0) < number)
                isLeft = seizures.Next();

            // A case all of whose seizures the index refused is not in it.
            if (isInIndex && !(isLeft && seizures.Integer(0) == number))
                continue;
            string country = cases.IsNull(1) ? NonValue.NotStated : cases.Text(1);
            // A word that repeats is one text.
            if (cases.Text(2) is var text && !ReferenceEquals(text, written))
                (written, marking) = (text, Markings.Find(text) ?? Marking.Red);
            if (!reader.Sees(country, marking))
                continue;
            sum.Cases++;
            int day = cases.Day(3).DayNumber;
            for (; isLeft && seizures.Integer(0) == number; isLeft = seizures.Next())
            {
                double? quantity = seizures.IsNull(5) ? null : (double)seizures.Exact(5);
                ulong hash = SeizureChecksum.Of(
                    seizures.Utf8(1),
                    Code(cases, 1),
                    day,
                    Code(seizures, 2),
                    Code(seizures, 3),
                    Code(seizures, 4),
                    quantity
                );
                sum.Checksum = unchecked(sum.Checksum + hash);
                sum.Seizures++;
            }
        }
    }

    private static ReadOnlySpan<byte> Code(RowSource row, int column) => row.IsNull(column) ? NotStated : row.Utf8(column);

    // What one connection read.
    private sealed class Part
    {
        public int Seizures { get; set; }

        public int Cases { get; set; }

        public ulong Checksum { get; set; }
    }
}
