using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace SeizureIntel.Etl.Storing;

/// <summary>Works on the items of a sequence by several workers at once and hands the results out in the order of the items, so that nobody can tell
/// how many worked.</summary>
internal static class InOrder
{
    // What is read or done ahead of who takes it: more would only fill the memory.
    private const int AheadOfWorkers = 2;

    /// <summary>The results in order.</summary>
    /// <param name="items">Walked through once, by one thread that is none of the workers.</param>
    /// <param name="workers">How many work at once, at least 1.</param>
    /// <param name="hire">Makes one worker's function; state that it holds is used by no other.</param>
    /// <param name="cancellationToken">Stops everything.</param>
    /// <remarks>What the sequence or a worker throws is thrown where its result would have been. When the walk ends, however it ends, nothing of it
    /// runs any more.</remarks>
    public static async IAsyncEnumerable<TResult> SelectAsync<TItem, TResult>(
        IEnumerable<TItem> items,
        int workers,
        Func<Func<TItem, TResult>> hire,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var open = Channel.CreateBounded<Slot<TItem, TResult>>(new BoundedChannelOptions(workers) { SingleWriter = true });
        var inOrder = Channel.CreateBounded<Slot<TItem, TResult>>(
            new BoundedChannelOptions(workers + AheadOfWorkers) { SingleWriter = true, SingleReader = true }
        );
        var running = new Task[workers + 1];
        running[0] = Task.Run(() => ReadAsync(items, open.Writer, inOrder.Writer, stop.Token), CancellationToken.None);
        for (int i = 1; i < running.Length; i++)
        {
            Func<TItem, TResult> work = hire();
            running[i] = Task.Run(() => WorkAsync(open.Reader, work, stop.Token), CancellationToken.None);
        }

        try
        {
            await foreach (Slot<TItem, TResult> slot in inOrder.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                yield return await slot.Result.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task ReadAsync<TItem, TResult>(
        IEnumerable<TItem> items,
        ChannelWriter<Slot<TItem, TResult>> open,
        ChannelWriter<Slot<TItem, TResult>> inOrder,
        CancellationToken stop
    )
    {
        Exception? broken = null;
        try
        {
            foreach (TItem item in items)
            {
                var slot = new Slot<TItem, TResult>(item);
                await inOrder.WriteAsync(slot, stop).ConfigureAwait(false);
                await open.WriteAsync(slot, stop).ConfigureAwait(false);
            }
        }
        catch (Exception problem)
        {
            broken = problem;
        }

        open.Complete();
        inOrder.Complete(broken);
    }

    private static async Task WorkAsync<TItem, TResult>(
        ChannelReader<Slot<TItem, TResult>> open,
        Func<TItem, TResult> work,
        CancellationToken stop
    )
    {
        await foreach (Slot<TItem, TResult> slot in open.ReadAllAsync(stop).ConfigureAwait(false))
            slot.Do(work);
    }

    private sealed class Slot<TItem, TResult>(TItem item)
    {
        private readonly TaskCompletionSource<TResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TItem? _item = item;

        public Task<TResult> Result => _done.Task;

        public void Do(Func<TItem, TResult> work)
        {
            try
            {
                TItem item = _item!;
                // The result may wait for its turn; what it was made of need not.
                _item = default;
                _done.SetResult(work(item));
            }
            catch (Exception problem)
            {
                _done.SetException(problem);
            }
        }
    }
}
