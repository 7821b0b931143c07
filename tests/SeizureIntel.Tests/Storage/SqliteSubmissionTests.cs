using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using SeizureIntel.Cases;
using SeizureIntel.Ports;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Settings;
using SeizureIntel.Storage.Sqlite;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Ports;
using Xunit;

namespace SeizureIntel.Tests.Storage;

public sealed class SqliteSubmissionTests : SubmissionStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seizures-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override Store Open() => SqliteStore.Open(_folder, Clock, new StorageOptions { OutboxBatchCases = 3 });

    [Fact]
    public async Task Texts_that_are_screened_again_leave_amounts_as_they_were_written()
    {
        Submission submission = Samples.Submission();
        Case full = Samples.Full(1, submission);
        Seizure stated = full.Seizures[0] with { Quantity = new(5m, "H87"), Quantity2 = new(0.50m, "KGM"), Value = new(1999.90m, "EUR") };
        ISubmissionStore store = await SavedAsync(submission, full with { Seizures = [stated] });
        string[] written = ["5", "0.50", "1999.90"];
        Assert.Equal(written, await AmountsAsync());
        Assert.Equal(1, await store.RescreenAsync(static (kind, _) => $"{kind}", isTrial: false, Stop));
        Assert.Equal("Words", (await AllAsync(store))[0].Seizures[0].Brand);
        Assert.Equal(written, await AmountsAsync());
    }

    [Fact]
    public async Task Cases_are_screened_again_range_after_range()
    {
        Submission submission = Samples.Submission();
        ISubmissionStore store = await SavedAsync(
            submission,
            [.. Enumerable.Range(1, 4001).Select(n => Samples.Bare(n, submission) with { Narrative = "n" })]
        );
        Assert.Equal(4001, await store.RescreenAsync(static (kind, _) => $"{kind}", isTrial: false, Stop));
        Assert.All(await AllAsync(store), c => Assert.Equal("Prose", c.Narrative));
        Assert.Equal(0, await store.RescreenAsync(static (kind, _) => $"{kind}", isTrial: false, Stop));
    }

    private async Task<List<string>> AmountsAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "seizures.db")};Pooling=False");
        await connection.OpenAsync(Stop);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT quantity, quantity_2, value FROM seizures";
        await using SqliteDataReader row = await command.ExecuteReaderAsync(Stop);
        Assert.True(await row.ReadAsync(Stop));
        return [.. Enumerable.Range(0, row.FieldCount).Select(row.GetString)];
    }
}
