using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Running;

namespace SeizureIntel.Workbench.Jobs;

/// <summary>Tells which studies and bulletins run, and stops them; a reader knows of those alone that readers of the same records asked for.</summary>
/// <param name="runs">The runs.</param>
/// <param name="clock">How long they take.</param>
public sealed class JobDesk(StudyRuns runs, TimeProvider clock)
{
    /// <summary>A reader's jobs, the oldest first.</summary>
    public Task<IReadOnlyList<JobAnswer>> AnswerAsync(Reader reader, JobsQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return Task.FromResult<IReadOnlyList<JobAnswer>>([.. runs.All(reader).Select(Of)]);
    }

    /// <summary>One job of a reader.</summary>
    /// <exception cref="Fault">The reader has no such job.</exception>
    public Task<JobAnswer> AnswerAsync(Reader reader, JobQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return Task.FromResult(Of(runs.Find(reader, asked.Id) ?? throw Unknown(asked.Id)));
    }

    /// <summary>Stops a job of a reader.</summary>
    /// <exception cref="Fault">The reader has no such job, or it has ended.</exception>
    public JobAnswer Stop(Reader reader, string id)
    {
        StudyRun run = runs.Find(reader, id) ?? throw Unknown(id);
        if (!runs.Cancel(reader, id))
            throw Fault.Usage("job_ended", $"Job '{id}' has ended.", "What it found can be asked for.");
        return Of(run);
    }

    /// <summary>A run as it is told.</summary>
    public JobAnswer Of(StudyRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        JobState state =
            run.Result.IsCanceled || run.IsStopped ? JobState.Stopped
            : run.Result.IsFaulted ? JobState.Failed
            : run.Result.IsCompletedSuccessfully ? JobState.Done
            : run.BeganAt is null ? JobState.Waiting
            : JobState.Running;
        double seconds = ((run.EndedAt ?? clock.GetUtcNow()) - run.AskedAt).TotalSeconds;
        return new JobAnswer(
            run.Id,
            run.Name,
            state,
            runs.Before(run),
            run.Step,
            run.AskedAt,
            Math.Round(seconds, 1),
            state == JobState.Done ? run.Made : null,
            state == JobState.Failed ? ProblemOf(run.Result.Exception) : null
        );
    }

    // What is no fault of the question says nothing to who asked it; the log has it.
    private static string ProblemOf(AggregateException? failed) =>
        failed?.GetBaseException() is Fault fault ? $"{fault.Message} {fault.Hint}" : "It could not be ended.";

    private static Fault Unknown(string id) =>
        Fault.Usage("unknown_job", $"There is no job '{id}'.", "A job is forgotten two minutes after its end; ask again for what it made.");
}
