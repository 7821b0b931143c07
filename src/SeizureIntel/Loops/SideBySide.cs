using System.Threading;
using System.Threading.Tasks;

namespace SeizureIntel.Loops;

/// <summary>Where the rounds of a loop run that are computed side by side.</summary>
public static class SideBySide
{
    /// <summary>On the threads of whoever asks: a study's loops stay on the threads of studies, and what a request counts on those of requests.</summary>
    /// <param name="cancellationToken">Stops between two rounds.</param>
    public static ParallelOptions Here(CancellationToken cancellationToken = default) =>
        new()
        {
            TaskScheduler = TaskScheduler.Current is LoopingScheduler own ? own.Loops : TaskScheduler.Current,
            CancellationToken = cancellationToken,
        };
}
