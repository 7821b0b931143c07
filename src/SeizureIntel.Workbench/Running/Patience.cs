using System;
using System.Threading;
using System.Threading.Tasks;

namespace SeizureIntel.Workbench.Running;

/// <summary>Waits for an answer as long as somebody has patience; a study behind it goes on.</summary>
public static class Patience
{
    /// <summary>As long as a page or an address waits before it says that a study is running.</summary>
    public static TimeSpan Brief { get; } = TimeSpan.FromMilliseconds(40);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(40);

    /// <summary>Asks, and gives the answer if it comes in time, or if no study is what it waits for.</summary>
    /// <param name="ask">What is asked; its token is signalled when nobody waits any more.</param>
    /// <param name="most">How long a study is waited for.</param>
    /// <param name="isRunning">Whether a study runs that the answer waits for.</param>
    /// <param name="cancellationToken">Signalled when the asker leaves.</param>
    /// <returns>Whether it came, and the answer.</returns>
    public static async Task<(bool Came, T? Answer)> WaitAsync<T>(
        Func<CancellationToken, Task<T>> ask,
        TimeSpan most,
        Func<Task<bool>> isRunning,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(isRunning);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // An engine within the process answers on the thread that asks.
        Task<T> answer = Task.Run(() => ask(leaving.Token), CancellationToken.None);
        for (TimeSpan wait = most; !await EndsAsync(answer, wait, cancellationToken); wait = Look)
        {
            if (!await isRunning())
                continue;
            await leaving.CancelAsync();
            // Whatever it ends with, nobody waits for it.
            _ = answer.ContinueWith(
                static a => a.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted,
                TaskScheduler.Default
            );
            return (false, default);
        }

        return (true, await answer);
    }

    private static async Task<bool> EndsAsync(Task answer, TimeSpan wait, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(answer, Task.Delay(wait, enough.Token));
        await enough.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return answer.IsCompleted;
    }
}
