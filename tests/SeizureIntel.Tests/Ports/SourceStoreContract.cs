using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Ports;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Submissions;
using Xunit;

namespace SeizureIntel.Tests.Ports;

/// <summary>What every store of accepted sources must do.</summary>
public abstract class SourceStoreContract
{
    private static readonly KeptSource Proposed = new(
        "zoll-2024-0a1b2c",
        "{\"title\": \"Zölle\"}",
        "{}",
        "contributor",
        new(2026, 11, 29, 9, 0, 0, TimeSpan.Zero),
        null,
        null
    );

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <inheritdoc cref="SubmissionStoreContract.Open"/>
    protected abstract Store Open();

    [Fact]
    public async Task A_source_is_kept_and_replaced_by_its_name()
    {
        ISourceStore store = await MigratedAsync();
        await store.SaveSourceAsync(Proposed, Stop);
        Assert.Equal([Proposed], await store.SourcesAsync(Stop));
        KeptSource accepted = Proposed with { AcceptedBy = "analyst", AcceptedAt = Proposed.ProposedAt.AddHours(1), Description = "{}" };
        await store.SaveSourceAsync(accepted, Stop);
        await store.SaveSourceAsync(Proposed with { Name = "Zoll-2024-0a1b2c" }, Stop);
        Assert.Equal(["Zoll-2024-0a1b2c", "zoll-2024-0a1b2c"], (await store.SourcesAsync(Stop)).Select(s => s.Name));
        Assert.Contains(accepted, await store.SourcesAsync(Stop));
    }

    [Fact]
    public async Task A_source_is_forgotten_once()
    {
        ISourceStore store = await MigratedAsync();
        await store.SaveSourceAsync(Proposed, Stop);
        Assert.True(await store.RemoveSourceAsync(Proposed.Name, Stop));
        Assert.False(await store.RemoveSourceAsync(Proposed.Name, Stop));
        Assert.Empty(await store.SourcesAsync(Stop));
    }

    [Fact]
    public async Task Another_process_sees_what_was_kept()
    {
        ISourceStore store = await MigratedAsync();
        await store.SaveSourceAsync(Proposed, Stop);
        Assert.Equal([Proposed], await Open().Sources.SourcesAsync(Stop));
    }

    private async Task<ISourceStore> MigratedAsync()
    {
        Store store = Open();
        await store.MigrateAsync(Stop);
        return store.Sources;
    }
}
