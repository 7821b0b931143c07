using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace SeizureIntel.Workbench.Running;

/// <summary>The threads that studies run on, as many as there are processors: whoever asks for anything else is answered on others.</summary>
/// <remarks>A study computes for seconds, and on the pool's few threads requests would wait for it. One of the threads helps where nobody is being
/// answered, so a processor is free for who asks, and a study takes all of them where nobody does (decision 0050).</remarks>
public sealed class StudyThreads : TaskScheduler, IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    // What a study's own loops are divided into, and what begins a study or goes on with it.
    private readonly BlockingCollection<Task> _shares = [];
    private readonly BlockingCollection<Task> _turns = [];
    private readonly BlockingCollection<Task>[] _all;
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

    /// <summary>Ends the threads once they have nothing to do; what is still in line is not begun.</summary>
    public void Dispose() => _closed.Cancel();

    /// <inheritdoc/>
    protected override void QueueTask(Task task) => (_owner == this ? _shares : _turns).Add(task);

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => _owner == this && TryExecuteTask(task);

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => [.. _turns, .. _shares];

    private void Work(bool isHelper)
    {
        _owner = this;
        try
        {
            while (true)
            {
                Task next;
                if (!isHelper)
                {
                    BlockingCollection<Task>.TakeFromAny(_all, out next!, _closed.Token);
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

                TryExecuteTask(next);
            }
        }
        catch (OperationCanceledException)
        {
            // The data are closed.
        }
    }

    // Requests are answered on the pool; one that waits holds no thread of it.
    private static bool IsPoolAtWork()
    {
        ThreadPool.GetMaxThreads(out int most, out _);
        ThreadPool.GetAvailableThreads(out int idle, out _);
        return idle < most;
    }
}
