using System;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App.Api.Contracts;
using SeizureIntel.App.Api.Uploads;
using SeizureIntel.App.Settings;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Workbench.Faults;
using Xunit;

namespace SeizureIntel.Tests.App.Api.Uploads;

public sealed class UploadGateTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_finds_all_places_taken_is_sent_away()
    {
        using var gate = new UploadGate(new UploadOptions { AtOnce = 2, WaitSeconds = 0 });
        using IDisposable first = await gate.EnterAsync(Stop),
            second = await gate.EnterAsync(Stop);
        Fault fault = await Assert.ThrowsAsync<Fault>(() => gate.EnterAsync(Stop));
        Assert.Equal(Problems.Busy, fault.Code);
        Assert.Equal(503, Problems.Of(fault, Phrases.English).Status);
    }

    [Fact]
    public async Task Who_waits_gets_the_place_that_is_freed()
    {
        using var gate = new UploadGate(new UploadOptions { AtOnce = 1, WaitSeconds = 60 });
        IDisposable first = await gate.EnterAsync(Stop);
        Task<IDisposable> waiting = gate.EnterAsync(Stop);
        Assert.False(waiting.IsCompleted);
        first.Dispose();
        (await waiting).Dispose();
    }
}
