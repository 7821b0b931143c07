using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using SeizureIntel.Accounts;
using SeizureIntel.Bulletins;
using SeizureIntel.Cases;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Settings;
using SeizureIntel.Storage.Sqlite;
using SeizureIntel.Submissions;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Storage;

public sealed class StoreCopyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seizures-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Not_a_record_is_lost_and_not_a_letter_changed()
    {
        Store from = await FilledAsync(),
            to = Open("to");
        StoreCopyReport report = await StoreCopy.RunAsync(from, to, Stop);
        Assert.True(report.IsWhole);
        // Two submissions: a full case with two seizures of two serial numbers each, five legs, two concealments and two tokens, and five bare cases;
        // two rejections and an issue.
        Assert.Equal(
            [
                ("bulletins", 1L),
                ("cases", 6L),
                ("concealments", 2L),
                ("issues", 1L),
                ("outbox", 2L),
                ("refusals", 0L),
                ("rejections", 2L),
                ("route_legs", 5L),
                ("seizures", 7L),
                ("serial_hashes", 4L),
                ("submission_countries", 2L),
                ("submissions", 2L),
                ("tokens", 2L),
            ],
            report.Rows.Select(r => (r.Key, r.Value)).OrderBy(r => r.Key, StringComparer.Ordinal)
        );
        Assert.Equal(await ToldAsync(from), await ToldAsync(to));
    }

    [Fact]
    public async Task The_outbox_comes_along_without_its_leases()
    {
        Store from = await FilledAsync(),
            to = Open("to");
        OutboxBatch? held = await from.Outbox.LeaseAsync(Stop);
        await StoreCopy.RunAsync(from, to, Stop);
        OutboxBatch? taken = await to.Outbox.LeaseAsync(Stop);
        Assert.Equal((held!.Id, held.Cases[0].Id), (taken!.Id, taken.Cases[0].Id));
        Assert.Equal((2, 0), await to.Outbox.CountAsync(Stop));
    }

    [Fact]
    public async Task What_the_index_refused_comes_along()
    {
        Store from = await FilledAsync(),
            to = Open("to");
        OutboxBatch batch = (await from.Outbox.LeaseAsync(Stop))!;
        await from.Outbox.ConfirmAsync(batch.Id, [new("full00000001-0", "document_parsing_exception", "quantity")], Stop);
        StoreCopyReport report = await StoreCopy.RunAsync(from, to, Stop);
        Assert.Equal((1, 1), (report.Rows["refusals"], report.Rows["outbox"]));
        Assert.Equal(await from.Outbox.RefusedAsync(Reader.Owner, Stop), await to.Outbox.RefusedAsync(Reader.Owner, Stop));
    }

    [Fact]
    public async Task What_comes_in_after_the_copy_is_numbered_on()
    {
        Store from = await FilledAsync(),
            to = Open("to");
        await StoreCopy.RunAsync(from, to, Stop);
        await to.Submissions.SaveBareAsync(Samples.Submission("later"), 900, 2, Stop);
        Assert.Equal([1, 2, 3], (await to.Submissions.SubmissionsAsync(Reader.Owner, Stop)).Select(s => s.Number));
        Assert.Equal(8, (await to.Submissions.StateAsync(Reader.Owner, Stop)).Cases);
    }

    [Fact]
    public async Task A_store_that_holds_submissions_is_not_copied_over()
    {
        Store from = await FilledAsync();
        await StoreCopy.RunAsync(from, Open("to"), Stop);
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            StoreCopy.RunAsync(from, Open("to"), Stop)
        );
        Assert.Contains("2 submissions", refused.Message, StringComparison.Ordinal);
    }

    private async Task<Store> FilledAsync()
    {
        Store store = Open("from");
        await store.MigrateAsync(Stop);
        Submission submission = Samples.Submission();
        await store.Submissions.SaveSubmissionAsync(submission, ChunksAsync(), () => Samples.Report(submission, 1), Stop);
        await store.Submissions.SaveBareAsync(Samples.Submission("bare"), 10, 5, Stop);
        await store.Products.SaveBulletinAsync(
            new BulletinRecord(
                "b",
                "É",
                new(2024, 1, 1),
                new(2024, 3, 31),
                Marking.Red,
                DateTimeOffset.UnixEpoch.AddTicks(7),
                "{}",
                "<p>é</p>"
            ),
            Stop
        );
        await store.Accounts.SaveOfficeAsync(new Office("o", "Office", ["ES"]), Stop);
        await store.Accounts.AddAccountAsync(
            new Account
            {
                Id = "a",
                Name = "ana",
                Role = Role.Analyst,
                OfficeId = "o",
                Ceiling = Marking.Green,
                SecurityStamp = "s",
                CreatedAt = DateTimeOffset.UnixEpoch,
                Version = 3,
            },
            Stop
        );
        await store.Accounts.AddKeyAsync(
            new ApiKey
            {
                Id = "k",
                Name = "feed",
                AccountId = "a",
                SecretHash = "h",
                Scopes = ["read"],
                CreatedAt = DateTimeOffset.UnixEpoch,
                EndsAt = DateTimeOffset.UnixEpoch.AddDays(1),
                RevokedAt = DateTimeOffset.UnixEpoch.AddHours(1),
            },
            Stop
        );
        await store.Audit.AppendAsync([new(DateTimeOffset.UnixEpoch, "ana", "search", "", "done", "")], Stop);
        await store.Audit.AppendAsync([new(DateTimeOffset.UnixEpoch, "ana", "export", "", "done", "")], Stop);
        return store;

        async IAsyncEnumerable<SubmissionChunk> ChunksAsync()
        {
            yield return new(
                [Samples.Full(1, submission)],
                [new(9, "country", RejectionCode.NoCountry, "None."), new(4, "name", RejectionCode.NominalCell, "A \"name\".")],
                [new(9, "admin1", IssueCode.UnknownCode, "Ilha;")]
            );
            await Task.Yield();
        }
    }

    // Everything that can be asked of a store.
    private static async Task<List<string>> ToldAsync(Store store)
    {
        var told = new List<string>();
        foreach (ReceivedSubmission each in await store.Submissions.SubmissionsAsync(Reader.Owner, Stop))
        {
            told.Add($"{each.Number}");
            told.AddRange(Flat.Lines(each.Report));
            told.AddRange((await store.Submissions.RejectionsAsync(Reader.Owner, each.Report.Submission.Id, Stop))!.SelectMany(Flat.Lines));
        }

        await foreach (IReadOnlyList<Case> batch in store.Submissions.ReadAllAsync(Reader.Owner, Stop))
            told.AddRange(batch.SelectMany(Flat.Lines));
        told.AddRange((await store.Accounts.OfficesAsync(Stop)).SelectMany(Flat.Lines));
        told.AddRange((await store.Accounts.AccountsAsync(Stop)).SelectMany(Flat.Lines));
        told.AddRange((await store.Accounts.KeysAsync(Stop)).SelectMany(Flat.Lines));
        told.AddRange((await store.Audit.ReadAsync(new(), Stop)).SelectMany(Flat.Lines));
        told.AddRange((await store.Products.BulletinsAsync(Reader.Owner, Stop)).SelectMany(Flat.Lines));
        return told;
    }

    private Store Open(string name) =>
        SqliteStore.Open(Path.Combine(_folder, name), TimeProvider.System, new StorageOptions { OutboxBatchCases = 5 });
}
