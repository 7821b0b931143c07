using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Loops;

namespace SeizureIntel.Workbench.Running;

/// <summary>The threads that studies run on, as many as there are processors: whoever asks for anything else is answered on others.</summary>
/// <remarks>A study computes for seconds, and on the pool's few threads requests would wait for it. One of the threads helps where nobody is being
/// answered, so a processor is free for who asks, and a study takes all of them where nobody does (decision 0050).</remarks>
public sealed class StudyThreads : LoopingScheduler, IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    // What begins a study or goes on with it, and the parts of its loops.
    private readonly BlockingCollection<Action> _turns = [];
    private readonly BlockingCollection<Action> _shares = [];
    private readonly BlockingCollection<Action>[] _all;
    private readonly CancellationTokenSource _closed = new();
    private readonly int _helpers;
    private readonly Func<bool> _isAnybodyAnswered;

    [ThreadStatic]
    private static StudyThreads? _owner;

    /// <summary>The threads of a machine.</summary>
    /// <param name="processors">Its processors, from 1.</param>
    public StudyThreads(int processors)
        : this(processors, IsPoolAtWork) { }

    /// <param name="processors">Processors of the machine, from 1.</param>
    /// <param name="isAnybodyAnswered">Whether somebody else needs a processor now; null where nobody else ever does.</param>
    internal StudyThreads(int processors, Func<bool>? isAnybodyAnswered)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(processors, 1);
        _all = [_turns, _shares];
        _isAnybodyAnswered = isAnybodyAnswered ?? (() => false);
        _helpers = processors > 1 && isAnybodyAnswered is not null ? 1 : 0;
        MaximumConcurrencyLevel = processors;
        Loops = new LoopShares(this);
        for (int i = 0; i < processors; i++)
        {
            bool isHelper = i >= processors - _helpers;
            var thread = new Thread(() => Work(isHelper)) { IsBackground = true, Name = "study" };
            thread.Start();
        }
    }

    /// <summary>The threads of a process that answers one question and ends, as a verb does: nobody else waits for a processor.</summary>
    /// <param name="processors">Processors of the machine, from 1.</param>
    public static StudyThreads OfVerb(int processors) => new(processors, isAnybodyAnswered: null);

    /// <summary>Studies that can run at once without one waiting for the thread of another.</summary>
    public int Studies => MaximumConcurrencyLevel - _helpers;

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel { get; }

    /// <inheritdoc/>
    public override TaskScheduler Loops { get; }

    /// <summary>Ends the threads. What is still in line, and what comes yet, is done once: a study that was stopped says so to who waits for it.</summary>
    public void Dispose() => _closed.Cancel();

    /// <inheritdoc/>
    protected override void QueueTask(Task task) => Queue(_turns, () => TryExecuteTask(task));

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => _owner == this && TryExecuteTask(task);

    /// <inheritdoc/>
    /// <remarks>A debugger asks for them; what is in line is not told apart.</remarks>
    protected override IEnumerable<Task> GetScheduledTasks() => [];

    private void Queue(BlockingCollection<Action> line, Action work)
    {
        line.Add(work);
        if (_closed.IsCancellationRequested)
            ThreadPool.UnsafeQueueUserWorkItem(static threads => threads.Empty(), this, preferLocal: false);
    }

    private void Work(bool isHelper)
    {
        _owner = this;
        try
        {
            while (true)
            {
                Action next;
                if (!isHelper)
                {
                    BlockingCollection<Action>.TakeFromAny(_all, out next!, _closed.Token);
                }
                else
                {
                    next = _shares.Take(_closed.Token);
                    if (_isAnybodyAnswered())
                    {
                        _shares.Add(next);
                        Thread.Sleep(Look);
                        continue;
                    }
                }

                next();
            }
        }
        catch (OperationCanceledException)
        {
            Empty();
        }
    }

    private void Empty()
    {
        while (BlockingCollection<Action>.TryTakeFromAny(_all, out Action? left) >= 0)
            left!();
    }

    // Requests are answered on the pool; one that waits holds no thread of it.
    private static bool IsPoolAtWork()
    {
        ThreadPool.GetMaxThreads(out int most, out _);
        ThreadPool.GetAvailableThreads(out int idle, out _);
        return idle < most;
    }

    // The parts of loops: the one who began a loop does them too, and waits for the others.
    private sealed class LoopShares(StudyThreads threads) : TaskScheduler
    {
        public override int MaximumConcurrencyLevel => threads.MaximumConcurrencyLevel;

        protected override void QueueTask(Task task) => threads.Queue(threads._shares, () => TryExecuteTask(task));

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => _owner == threads && TryExecuteTask(task);

        protected override IEnumerable<Task> GetScheduledTasks() => [];
    }
}
