using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SeizureIntel.Workbench.Submissions;
using SeizureIntel.Workbench.Watches;

namespace SeizureIntel.App.Api.Hosting;

/// <summary>Brings to the index what other processes committed and did not bring there themselves.</summary>
internal sealed partial class OutboxLoop(
    IndexFeeder feeder,
    WatchRunner watches,
    FeedingOptions options,
    TimeProvider clock,
    ILogger<OutboxLoop> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.LookSeconds), clock);
        bool isStart = true;
        do
        {
            try
            {
                // At the start the first questions come first, unless there is something to tell.
                if (await feeder.DrainAsync(null, stoppingToken) > 0 || !isStart)
                    await watches.RunAsync(stoppingToken);
                isStart = false;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(log, failure.Message);
            }
        } while (await NextAsync(timer, stoppingToken));
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(6001, LogLevel.Warning, "The index is not fed: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}
