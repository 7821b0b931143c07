using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Settings;
using SeizureIntel.Storage.Sqlite;
using SeizureIntel.Submissions;
using Xunit;

namespace SeizureIntel.Tests.Storage;

public sealed class SqliteStoreFileTests : IDisposable
{
    private const string FolderVariable = "SEIZUREINTEL_TEST_KILLED_WRITER";

    private readonly string _folder = Directory.CreateTempSubdirectory("seizures-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Asking_whether_a_store_exists_creates_nothing()
    {
        string absent = Path.Combine(_folder, "absent");
        Assert.False(SqliteStore.Exists(absent));
        Assert.False(Directory.Exists(absent));
        await SqliteStore.Open(absent, TimeProvider.System).MigrateAsync(Stop);
        Assert.True(SqliteStore.Exists(absent));
    }

    [Theory]
    [InlineData(StorageProvider.SqlServer, null, null, "needs Storage:ConnectionString")]
    [InlineData(StorageProvider.Sqlite, "Data Source=a", "b", "both set")]
    [InlineData(StorageProvider.SqlServer, null, "/nowhere/secret", "no file that can be read")]
    public void A_setting_that_cannot_be_is_refused_with_a_sentence(StorageProvider provider, string? text, string? file, string said)
    {
        StorageOptions options = new()
        {
            Provider = provider,
            ConnectionString = text,
            ConnectionStringFile = file,
        };
        ValidationException refused = Assert.Throws<ValidationException>(() => SqliteStore.Open(_folder, TimeProvider.System, options));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_string_may_stand_in_a_file()
    {
        string secret = Path.Combine(_folder, "secret");
        await File.WriteAllTextAsync(secret, $"Data Source={Path.Combine(_folder, "apart.db")}\n", Stop);
        await SqliteStore.Open(_folder, TimeProvider.System, new StorageOptions { ConnectionStringFile = secret }).MigrateAsync(Stop);
        Assert.True(File.Exists(Path.Combine(_folder, "apart.db")));
        Assert.True(File.Exists(Path.Combine(_folder, "apart.products.db")));
    }

    [Fact]
    public async Task Readings_that_begin_together_see_one_state_whatever_is_committed_meanwhile()
    {
        Store store = SqliteStore.Open(_folder, TimeProvider.System);
        await store.MigrateAsync(Stop);
        await store.Submissions.SaveBareAsync(Samples.Submission("before"), 1, 3, Stop);
        await using SharedReads reads = await store.Database.Dialect.BeginReadsAsync(3, Stop);
        await store.Submissions.SaveBareAsync(Samples.Submission("after"), 101, 2, Stop);

        Assert.Equal([3, 3, 3], reads.All.Select(Cases));
        Assert.Equal(5, (await store.Submissions.StateAsync(Reader.Owner, Stop)).Cases);

        long Cases((DbConnection Connection, DbTransaction Transaction) read)
        {
            using RowSource rows = store.Database.Dialect.Select(read.Connection, read.Transaction, "SELECT COUNT(*) FROM \"cases\"");
            rows.Start(0, 0);
            rows.Next();
            return rows.Integer(0);
        }
    }

    // Read past the store, as whoever looks into a load would: no verb lists single issues.
    [Fact]
    public async Task Issues_are_kept_beside_their_raw_text()
    {
        Store store = SqliteStore.Open(_folder, TimeProvider.System);
        await store.MigrateAsync(Stop);
        Submission submission = Samples.Submission();
        await store.Submissions.SaveSubmissionAsync(submission, Chunks(), () => Samples.Report(submission, 0), Stop);
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "seizures.db")};Pooling=False");
        await connection.OpenAsync(Stop);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT row || '|' || field || '|' || code || '|' || ifnull(text, 'NULL') FROM issues ORDER BY position";
        await using SqliteDataReader reader = await command.ExecuteReaderAsync(Stop);
        var kept = new List<string>();
        while (await reader.ReadAsync(Stop))
            kept.Add(reader.GetString(0));
        Assert.Equal(["9|admin1|unknown_code|Ilha;", "4|narrative|masked|NULL", "4|unit|unknown_unit|"], kept);

        static async IAsyncEnumerable<SubmissionChunk> Chunks()
        {
            yield return new([], [], [new(9, "admin1", IssueCode.UnknownCode, "Ilha;")]);
            await Task.Yield();
            yield return new([], [], [new(4, "narrative", IssueCode.Masked, null), new(4, "unit", IssueCode.UnknownUnit, "")]);
        }
    }

    [Fact]
    public async Task A_writer_that_waits_too_long_says_so()
    {
        Store store = SqliteStore.Open(_folder, TimeProvider.System, new StorageOptions { BusyTimeoutSeconds = 1 });
        await store.MigrateAsync(Stop);
        Submission submission = Samples.Submission();
        await store.Submissions.SaveSubmissionAsync(submission, WhileWriting(), () => Samples.Report(submission, 0), Stop);

        async IAsyncEnumerable<SubmissionChunk> WhileWriting()
        {
            await Assert.ThrowsAsync<SqliteException>(() => store.Outbox.ClearAsync(Stop));
            yield return new([], [], []);
        }
    }

    [Fact]
    public async Task A_waiting_writer_can_be_called_off()
    {
        Store store = SqliteStore.Open(_folder, TimeProvider.System);
        await store.MigrateAsync(Stop);
        Submission submission = Samples.Submission();
        await store.Submissions.SaveSubmissionAsync(submission, WhileWriting(), () => Samples.Report(submission, 0), Stop);

        async IAsyncEnumerable<SubmissionChunk> WhileWriting()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
            await Assert.ThrowsAsync<OperationCanceledException>(() => store.Outbox.ClearAsync(patience.Token));
            yield return new([], [], []);
        }
    }

    [Fact]
    public async Task A_process_killed_while_writing_leaves_nothing_half_loaded()
    {
        Store store = SqliteStore.Open(_folder, TimeProvider.System);
        await store.MigrateAsync(Stop);
        await store.Submissions.SaveBareAsync(Samples.Submission("before"), 1, 3, Stop);
        IndexState before = await store.Submissions.StateAsync(Reader.Owner, Stop);

        var start = new ProcessStartInfo(Path.ChangeExtension(typeof(SqliteStoreFileTests).Assembly.Location, null))
        {
            ArgumentList = { "-method", $"*{nameof(Writes_until_it_is_killed)}", "-explicit", "on" },
            Environment = { [FolderVariable] = _folder },
            RedirectStandardOutput = true,
        };
        using (Process writer = Process.Start(start)!)
        {
            string marker = Path.Combine(_folder, "writing");
            for (int i = 0; i < 2_400 && !File.Exists(marker) && !writer.HasExited; i++)
                await Task.Delay(50, Stop);
            Assert.True(File.Exists(marker), "the writer did not come so far");
            writer.Kill();
            await writer.WaitForExitAsync(Stop);
        }

        Assert.Equal(before, await store.Submissions.StateAsync(Reader.Owner, Stop));
        Assert.Single(await store.Submissions.SubmissionsAsync(Reader.Owner, Stop));
        await store.Submissions.SaveBareAsync(Samples.Submission("killed"), 1001, 2, Stop);
        Assert.Equal(5, (await store.Submissions.StateAsync(Reader.Owner, Stop)).Cases);
    }

    [Fact(Explicit = true)]
    public async Task Writes_until_it_is_killed()
    {
        string? folder = Environment.GetEnvironmentVariable(FolderVariable);
        Assert.SkipWhen(folder is null, "started by the test that kills it");
        Submission submission = Samples.Submission("killed");
        await SqliteStore
            .Open(folder!, TimeProvider.System)
            .Submissions.SaveSubmissionAsync(submission, Endless(), () => Samples.Report(submission, 0), Stop);

        async IAsyncEnumerable<SubmissionChunk> Endless()
        {
            string narrative = new('n', 50_000);
            for (int number = 1001; ; number++)
            {
                yield return new(
                    [Samples.Full(number, submission) with { Narrative = narrative }],
                    [new(number, "country", RejectionCode.NoCountry, "None.")],
                    []
                );

                // More than the page cache holds: by now pages of the unfinished transaction lie in the log on disk.
                if (number == 3_800)
                    await File.WriteAllTextAsync(Path.Combine(folder!, "writing"), "", Stop);
            }
        }
    }
}
