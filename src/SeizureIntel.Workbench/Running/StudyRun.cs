using System;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Steps;

namespace SeizureIntel.Workbench.Running;

/// <summary>A study, or a bulletin, that is run for whoever asks the same: it goes on when they leave, and ends when one of them cancels it.</summary>
public sealed class StudyRun : IDisposable, IProgress<Step>
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Step? _step;

    internal StudyRun(string id, string name, Reader reader, DateTimeOffset askedAt) =>
        (Id, Name, Reader, AskedAt) = (id, name, reader, askedAt);

    /// <summary>Its id, of letters and digits.</summary>
    public string Id { get; }

    /// <summary>Name of the study, or <c>bulletin</c>.</summary>
    public string Name { get; }

    /// <summary>When it was first asked for, UTC.</summary>
    public DateTimeOffset AskedAt { get; }

    /// <summary>When it began, UTC; null while it waits for its turn.</summary>
    public DateTimeOffset? BeganAt { get; private set; }

    /// <summary>When it ended, UTC; null before.</summary>
    public DateTimeOffset? EndedAt { get; internal set; }

    /// <summary>How far it has come; null where it cannot tell.</summary>
    public Step? Step => _step;

    /// <summary>Its end: a task of what it made; faulted where it failed, cancelled where somebody stopped it.</summary>
    public Task Result { get; internal set; } = Task.FromException(new InvalidOperationException("Not begun."));

    /// <summary>Id of the bulletin that it made; null for a study, and before.</summary>
    public string? Made { get; internal set; }

    /// <summary>True where somebody stopped it; it may need a moment to end.</summary>
    public bool IsStopped => _stop.IsCancellationRequested;

    /// <summary>Whether the data that it reads have a name: then its result holds as long as they have it.</summary>
    internal bool IsOfNamedData { get; init; }

    /// <summary>Who asks; others do not know of it.</summary>
    internal Reader Reader { get; }

    internal CancellationToken Stopped => _stop.Token;

    /// <summary>Ends when its turn comes, or when somebody stops it.</summary>
    internal Task Turn => _turn.Task.WaitAsync(Stopped);

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    /// <summary>Gives it its turn.</summary>
    internal void Begin(DateTimeOffset at)
    {
        BeganAt = at;
        _turn.TrySetResult();
    }

    /// <summary>Says how far it has come.</summary>
    public void Report(Step value) => _step = value;

    /// <summary>Ends it; whoever waits for it is told.</summary>
    internal void Cancel() => _stop.Cancel();
}
