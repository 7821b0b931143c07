using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Bulletins;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Model;
using SeizureIntel.Storage.Sqlite;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Storage;

/// <summary>A store that an older version wrote: bulletins lay beside the seizures, hashes of serial numbers in a column of theirs.</summary>
public sealed class SqliteMoveTests : IDisposable
{
    private static readonly BulletinRecord Kept = new(
        "b1",
        null,
        new(2024, 1, 1),
        new(2024, 3, 31),
        Marking.Green,
        new(2024, 4, 1, 9, 0, 0, TimeSpan.Zero),
        "{\"a\":1}",
        "<p>é</p>"
    );

    private const string Submission = """
        INSERT INTO submissions (number, id, file_name, source, sha256, size_bytes, received_at, rows_read, rows_accepted, rows_rejected,
            rows_skipped, seizures, cases, exact_duplicates, values_masked, issue_counts, read_as, seconds)
        VALUES (1, 's', 'f.csv', 'template', 'x', 1, '2024-01-01 00:00:00', 1, 1, 0, 0, 1, 1, 0, 0, '[]', '{}', 1);
        INSERT INTO cases (case_number, id, submission_number, repeats_case_ref, seizure_date, date_precision, marking, reporting_country)
        VALUES (1, 'c1', 1, 0, '2024-01-01', 'DAY', 'TLP:GREEN', 'ES'), (2, 'c2', 1, 0, '2024-01-02', 'DAY', 'TLP:GREEN', 'ES');
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("seizures-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Old => $"Data Source={Path.Combine(_folder, "seizures.db")};Pooling=False";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Bulletins_move_to_a_file_of_their_own()
    {
        await WriteOldAsync();
        Store store = SqliteStore.Open(_folder, TimeProvider.System);
        Assert.Contains(await store.MigrateAsync(Stop), m => m.EndsWith("ProductsApart", StringComparison.Ordinal));
        DateTimeOffset later = Kept.CreatedAt.AddTicks(1);
        BulletinRecord[] both =
        [
            Kept with
            {
                Id = "b2",
                Region = "Western Europe",
                CreatedAt = later,
                ReleasedAt = later,
            },
            Kept with
            {
                ReleasedAt = Kept.CreatedAt,
            },
        ];
        Assert.Equal(both, await store.Products.BulletinsAsync(Reader.Owner, Stop));
        Assert.Empty(await SqliteStore.Open(_folder, TimeProvider.System).MigrateAsync(Stop));
        Assert.Equal(both, await store.Products.BulletinsAsync(Reader.Owner, Stop));
        Assert.Equal(0L, await OneAsync("SELECT COUNT(*) FROM sqlite_master WHERE name = 'bulletins'"));
    }

    [Fact]
    public async Task A_move_that_was_cut_off_is_ended_by_the_next_start()
    {
        await WriteOldAsync();
        var products = new SqliteDialect(
            $"Data Source={Path.Combine(_folder, "products.db")}",
            TimeSpan.FromSeconds(5),
            TimeProvider.System
        );
        await new Schema(products, typeof(ProductContext), products.Products, NullLogger.Instance).MigrateAsync(Stop);
        await using (var seizures = new SqliteConnection(Old))
        {
            await seizures.OpenAsync(Stop);
            await using SqliteTransaction transaction = seizures.BeginTransaction();
            // Copied, and the process dies before the table is dropped.
            await new BulletinMove(products).RunAsync(seizures, transaction, Stop);
        }

        Store store = SqliteStore.Open(_folder, TimeProvider.System);
        await store.MigrateAsync(Stop);
        Assert.Equal(["b2", "b1"], (await store.Products.BulletinsAsync(Reader.Owner, Stop)).Select(b => b.Id));
    }

    [Fact]
    public async Task Submissions_that_were_there_are_seen_by_the_countries_that_reported_them()
    {
        await WriteOldAsync();
        Store store = SqliteStore.Open(_folder, TimeProvider.System);
        await store.MigrateAsync(Stop);
        Assert.Single(await store.Submissions.SubmissionsAsync(Reader.Of(Marking.Red, ["ES"]), Stop));
        Assert.Empty(await store.Submissions.SubmissionsAsync(Reader.Of(Marking.Red, ["FR"]), Stop));
    }

    [Fact]
    public async Task Serial_numbers_that_were_there_are_found_by_their_hashes()
    {
        await MigrateOldAsync("20261129161233_Tokens");
        await OneAsync(
            $"""
            {Submission}
            INSERT INTO seizures (case_number, item, id, row, exact_duplicate, record_profile, completeness_score, serial_hashes)
            VALUES (1, 0, 'z1', 2, 0, 'STD', 50, 'aa;bb'), (2, 0, 'z2', 3, 0, 'STD', 50, NULL), (2, 1, 'z3', 3, 0, 'STD', 50, 'bb');
            """
        );
        Store store = SqliteStore.Open(_folder, TimeProvider.System);
        await store.MigrateAsync(Stop);
        Assert.Equal(["z1"], await store.Submissions.FindBySerialAsync(Reader.Owner, "aa", 9, Stop));
        Assert.Equal(["z1", "z3"], await store.Submissions.FindBySerialAsync(Reader.Owner, "bb", 9, Stop));
        Assert.Equal(["aa", "bb"], (await store.Submissions.FindCaseAsync(Reader.Owner, "z1", Stop))!.Seizures[0].SerialHashes);
        Assert.Equal(0L, await OneAsync("SELECT COUNT(*) FROM pragma_table_info('seizures') WHERE name = 'serial_hashes'"));
    }

    [Fact]
    public async Task Hashes_of_serial_numbers_go_back_with_the_migration_that_moved_them()
    {
        await Serial_numbers_that_were_there_are_found_by_their_hashes();
        await MigrateOldAsync("20261129161233_Tokens");
        Assert.Equal(
            "z1=aa;bb z2= z3=bb",
            await OneAsync("SELECT group_concat(id || '=' || coalesce(serial_hashes, ''), ' ') FROM seizures")
        );
        Assert.Equal(0L, await OneAsync("SELECT COUNT(*) FROM sqlite_master WHERE name = 'serial_hashes'"));
    }

    private async Task MigrateOldAsync(string migration)
    {
        await using var old = new SeizureContext(
            new DbContextOptionsBuilder().UseSqlite(Old).ReplaceService<IMigrationsSqlGenerator, SqliteSchema>().Options
        );
        await old.GetService<IMigrator>().MigrateAsync(migration, Stop);
    }

    private async Task WriteOldAsync()
    {
        await MigrateOldAsync("20261128195500_LeaseOwner");
        await OneAsync(
            $$"""
            INSERT INTO bulletins VALUES ('b1', NULL, '2024-01-01', '2024-03-31', 'TLP:GREEN', '2024-04-01 09:00:00', '{"a":1}', '<p>é</p>');
            INSERT INTO bulletins
            VALUES ('b2', 'Western Europe', '2024-01-01', '2024-03-31', 'TLP:GREEN', '2024-04-01 09:00:00.0000001', '{"a":1}', '<p>é</p>');
            {{Submission}}
            """
        );
    }

    private async Task<object?> OneAsync(string sql)
    {
        await using var connection = new SqliteConnection(Old);
        await connection.OpenAsync(Stop);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Stop);
    }
}
