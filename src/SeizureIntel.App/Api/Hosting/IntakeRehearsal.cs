using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Etl.Storing;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.App.Api.Hosting;

/// <summary>Takes the template's sample in without keeping it, soon after the start: the first file that is sent finds words and code at hand.</summary>
/// <param name="loader">Gives what takes files in, whose words are read when it is made.</param>
/// <param name="feeder">Makes the index ready.</param>
/// <param name="folders">Where the sample lies.</param>
/// <param name="clock">When it is time.</param>
/// <param name="log">Takes what an operator should know.</param>
internal sealed partial class IntakeRehearsal(
    Func<SubmissionLoader> loader,
    IndexFeeder feeder,
    Folders folders,
    TimeProvider clock,
    ILogger<IntakeRehearsal> log
) : BackgroundService
{
    // The first questions come first.
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(AfterStart, clock, stoppingToken);
            await using (FileStream sample = File.OpenRead(Path.Combine(folders.Sources, "template", "sample.csv")))
            {
                var request = new LoadRequest
                {
                    File = sample,
                    FileName = "sample.csv",
                    SourceName = "template",
                    IsDryRun = true,
                };
                await loader().LoadAsync(request, null, stoppingToken);
            }

            await feeder.PrepareAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // It ends with the server.
        }
        catch (Exception missed)
        {
            // Whoever sends a file is told what is wrong.
            Missed(log, missed.GetType().Name);
        }
    }

    [LoggerMessage(6002, LogLevel.Debug, "The sample was not tried: {Reason}")]
    private static partial void Missed(ILogger log, string reason);
}
