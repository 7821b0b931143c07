using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Auditing;
using SeizureIntel.Ports;
using SeizureIntel.Storage.Keeping;
using Xunit;

namespace SeizureIntel.Tests.Ports;

/// <summary>What every audit log must do.</summary>
public abstract class AuditLogContract
{
    private static readonly DateTimeOffset Then = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <inheritdoc cref="SubmissionStoreContract.Open"/>
    protected abstract Store Open();

    /// <summary>Changes a record behind the log's back.</summary>
    protected abstract Task TamperAsync(string sql);

    [Fact]
    public async Task Records_come_newest_first_and_are_found_by_who_what_and_when()
    {
        IAuditLog log = await MigratedAsync();
        await log.AppendAsync([Entry(0, "ana", "search"), Entry(1, "ben", "export")], Stop);
        await log.AppendAsync([Entry(2, "ana", "export")], Stop);
        Assert.Equal([3, 2, 1], (await log.ReadAsync(new AuditQuery(), Stop)).Select(r => r.Number));
        Assert.Equal([3, 1], (await log.ReadAsync(new AuditQuery(Actor: "ana"), Stop)).Select(r => r.Number));
        Assert.Equal([2], (await log.ReadAsync(new AuditQuery(Action: "export", Before: 3), Stop)).Select(r => r.Number));
        Assert.Equal(
            [2],
            (await log.ReadAsync(new AuditQuery(From: Then.AddMinutes(1), To: Then.AddMinutes(1)), Stop)).Select(r => r.Number)
        );
        Assert.Equal(Entry(2, "ana", "export"), (await log.ReadAsync(new AuditQuery(Size: 1), Stop)).Single().Entry);
    }

    [Fact]
    public async Task An_empty_log_and_a_whole_one_are_in_order()
    {
        IAuditLog log = await MigratedAsync();
        Assert.Equal(new AuditState(0, null, AuditRecord.Beginning), await log.VerifyAsync(Stop));
        await log.AppendAsync([.. Enumerable.Range(0, 25).Select(i => Entry(i, "ana", "search"))], Stop);
        Assert.Equal((25, null), await CheckedAsync(log));
    }

    [Theory]
    [InlineData("UPDATE audit SET actor = 'ben' WHERE number = 3", 3)]
    [InlineData("UPDATE audit SET detail = '1' WHERE number = 1", 1)]
    [InlineData("DELETE FROM audit WHERE number = 2", 2)]
    [InlineData("UPDATE audit SET hash = (SELECT hash FROM audit WHERE number = 1) WHERE number = 4", 4)]
    public async Task What_was_changed_or_taken_out_is_found(string sql, long broken)
    {
        IAuditLog log = await MigratedAsync();
        await log.AppendAsync([.. Enumerable.Range(0, 5).Select(i => Entry(i, "ana", "search"))], Stop);
        await TamperAsync(sql);
        Assert.Equal(broken, (await log.VerifyAsync(Stop)).FirstBroken);
    }

    [Fact]
    public async Task Writers_at_once_make_one_chain()
    {
        IAuditLog log = await MigratedAsync();
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(w => Task.Run(() => log.AppendAsync([Entry(w, $"w{w}", "a"), Entry(w, $"w{w}", "b")], Stop), Stop))
        );
        Assert.Equal((16, null), await CheckedAsync(log));
    }

    [Fact]
    public async Task A_time_finer_than_is_kept_and_a_text_longer_than_its_column_break_nothing()
    {
        IAuditLog log = await MigratedAsync();
        await log.AppendAsync([Entry(0, "ana", "search") with { At = Then.AddTicks(7), Subject = new string('é', 1000) }], Stop);
        Assert.Equal((1, null), await CheckedAsync(log));
        Assert.Equal(Then, (await log.ReadAsync(new AuditQuery(), Stop)).Single().Entry.At);
    }

    private static AuditEntry Entry(int minute, string actor, string action) =>
        new(Then.AddMinutes(minute), actor, action, "/search", "done", "200");

    private static async Task<(long Records, long? FirstBroken)> CheckedAsync(IAuditLog log)
    {
        AuditState state = await log.VerifyAsync(Stop);
        Assert.Equal((await log.ReadAsync(new AuditQuery(Size: 1), Stop)).Single().Hash, state.LastHash);
        return (state.Records, state.FirstBroken);
    }

    private async Task<IAuditLog> MigratedAsync()
    {
        Store store = Open();
        await store.MigrateAsync(Stop);
        return store.Audit;
    }
}
