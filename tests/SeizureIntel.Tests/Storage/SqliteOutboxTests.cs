using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Settings;
using SeizureIntel.Storage.Sqlite;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Ports;
using Xunit;

namespace SeizureIntel.Tests.Storage;

public sealed class SqliteOutboxTests : OutboxContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seizures-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_a_process_held_that_has_ended_is_free_at_once()
    {
        using Process other = Sleeping.Start();
        LeaseOwner owner = LeaseOwner.OfProcess(other.Id)!;
        Store theirs = OpenAs(owner),
            ours = Open();
        await ours.MigrateAsync(Stop);
        await ours.Submissions.SaveBareAsync(Samples.Submission(), 1, 2, Stop);
        OutboxBatch? held = await theirs.Outbox.LeaseAsync(Stop);
        Assert.Null(await ours.Outbox.LeaseAsync(Stop));

        other.Kill();
        await other.WaitForExitAsync(Stop);

        OutboxBatch? taken = await ours.Outbox.LeaseAsync(Stop);
        Assert.Equal((held!.Id, 1), (taken!.Id, taken.Attempts));
    }

    [Fact]
    public async Task What_another_machine_holds_is_free_when_its_lease_runs_out()
    {
        // No process of this machine has this number and start, but the owner is not of this machine: nobody here can know.
        Store theirs = OpenAs(new LeaseOwner("elsewhere", int.MaxValue, 1)),
            ours = Open();
        await ours.MigrateAsync(Stop);
        await ours.Submissions.SaveBareAsync(Samples.Submission(), 1, 2, Stop);
        OutboxBatch? held = await theirs.Outbox.LeaseAsync(Stop);
        Clock.Advance(TimeSpan.FromSeconds(119));
        Assert.Null(await ours.Outbox.LeaseAsync(Stop));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(held!.Id, (await ours.Outbox.LeaseAsync(Stop))!.Id);
    }

    protected override Store Open() => OpenAs(LeaseOwner.Current);

    private Store OpenAs(LeaseOwner owner) => SqliteStore.Open(_folder, Clock, new StorageOptions { OutboxBatchCases = 3 }, null, owner);
}
