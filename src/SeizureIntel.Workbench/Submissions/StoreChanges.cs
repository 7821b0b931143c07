using System;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Ports;
using SeizureIntel.Submissions;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>Changes records that the index holds: it follows through the outbox, and is waited for.</summary>
/// <param name="feeder">Brings the change to the index.</param>
/// <param name="outbox">Whether the index has followed.</param>
/// <param name="time">The clock.</param>
public sealed class StoreChanges(IndexFeeder feeder, IOutbox outbox, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>Makes a change; what the index is just taking is released within moments, and is tried again.</summary>
    /// <param name="change">The change of the store.</param>
    /// <param name="cancellationToken">Stops before the change; the index follows in any case.</param>
    /// <returns>What the change said.</returns>
    /// <exception cref="Fault">The index was taking the record all the time.</exception>
    public async Task<T> MakeAsync<T>(Func<Task<T>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        await feeder.SettleAsync(null, cancellationToken);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await change();
            }
            catch (BusyOutboxException busy)
            {
                if (attempt == Attempts)
                    throw Fault.Failed("busy_index", busy.Message, "Try again in a moment.", busy);
                await Task.Delay(TimeSpan.FromSeconds(attempt), time, cancellationToken);
            }
        }
    }

    /// <summary>Brings what was changed to the index; whether nothing waits any more.</summary>
    public async Task<bool> SettledAsync()
    {
        await feeder.SettleAsync(null, CancellationToken.None);
        (int waiting, int parked) = await outbox.CountAsync(CancellationToken.None);
        return waiting + parked == 0;
    }
}
