using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Measures;

namespace SeizureIntel.Workbench.Running;

/// <summary>The studies and bulletins that run or wait: one for a question of readers who may see the same, two at once, first come first served.</summary>
/// <remarks>A study takes a processor for seconds; whoever asks for anything else must not wait for it. What has ended stays for a while, so that who
/// asked can fetch it even where newer data came in meanwhile and its result is no longer the one that would be kept.</remarks>
/// <param name="threads">What they run on: where it has room for one study alone, one runs at a time.</param>
/// <param name="clock">How long they take.</param>
public sealed class StudyRuns(StudyThreads threads, TimeProvider clock) : IDisposable
{
    private const int MostAtOnce = 2;
    private const int IdDigits = 16;

    private static readonly TimeSpan Stays = TimeSpan.FromMinutes(2);

    // Without a name for the data nobody can tell whether a result still holds: who waits for it fetches it at once.
    private static readonly TimeSpan StaysUnnamed = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly List<StudyRun> _runs = [];

    /// <summary>Studies that compute at once.</summary>
    internal int AtOnce => Math.Min(MostAtOnce, threads.Studies);

    /// <summary>The run of a question, begun now where there is none.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="name">Name of the study, or <c>bulletin</c>.</param>
    /// <param name="question">What is asked, as text; the same text is the same question.</param>
    /// <param name="data">Name of the data; null where they have none.</param>
    /// <param name="run">Answers it.</param>
    public StudyRun Of<T>(Reader reader, string name, string question, string? data, Func<StudyRun, CancellationToken, Task<T>> run)
    {
        ArgumentNullException.ThrowIfNull(reader);
        string id = IdOf(reader, name, question + "\n" + data);
        lock (_gate)
        {
            Forget();
            if (_runs.Find(r => r.Id == id) is { } known)
            {
                // Why it failed is told once; then it is run anew.
                bool isFailed = known.Result.IsFaulted;
                if (isFailed || known.IsStopped)
                    _runs.Remove(known);
                if (!known.IsStopped)
                    return known;
            }

            var begun = new StudyRun(id, name, reader, clock.GetUtcNow()) { IsOfNamedData = data is not null };
            _runs.Add(begun);
            begun.Result = Task
                .Factory.StartNew(() => InTurnAsync(begun, run), CancellationToken.None, TaskCreationOptions.None, threads)
                .Unwrap();
            GiveTurns();
            return begun;
        }
    }

    /// <summary>The runs that a reader asked for, the oldest first.</summary>
    public IReadOnlyList<StudyRun> All(Reader reader)
    {
        lock (_gate)
        {
            Forget();
            return [.. _runs.Where(r => r.Reader.Equals(reader))];
        }
    }

    /// <summary>A run that a reader asked for; null where there is none.</summary>
    public StudyRun? Find(Reader reader, string id) => All(reader).FirstOrDefault(r => r.Id == id);

    /// <summary>The run of a question; null where there is none.</summary>
    internal StudyRun? Find(Reader reader, string name, string question, string? data) =>
        Find(reader, IdOf(reader, name, question + "\n" + data));

    /// <summary>How many runs, of whomever, have their turn before one that waits; 0 for one that runs or has ended.</summary>
    public int Before(StudyRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        lock (_gate)
        {
            return run.BeganAt is not null || run.EndedAt is not null
                ? 0
                : _runs.Count(r => r.EndedAt is null && (r.BeganAt is not null || _runs.IndexOf(r) < _runs.IndexOf(run)));
        }
    }

    /// <summary>Ends a run that a reader asked for.</summary>
    /// <returns>Whether there was one that had not ended.</returns>
    public bool Cancel(Reader reader, string id)
    {
        if (Find(reader, id) is not { EndedAt: null } run)
            return false;
        run.Cancel();
        return true;
    }

    /// <summary>Stops what runs: the data are about to be closed.</summary>
    public void Dispose()
    {
        lock (_gate)
            _runs.ForEach(r => r.Cancel());
    }

    private async Task<T> InTurnAsync<T>(StudyRun begun, Func<StudyRun, CancellationToken, Task<T>> run)
    {
        try
        {
            await begun.Turn;
            using IDisposable measured = Measured.Study(begun.Name);
            return await run(begun, begun.Stopped);
        }
        finally
        {
            lock (_gate)
            {
                begun.EndedAt = clock.GetUtcNow();
                GiveTurns();
            }
        }
    }

    private void GiveTurns()
    {
        int running = _runs.Count(r => r is { BeganAt: not null, EndedAt: null });
        foreach (
            StudyRun next in _runs
                .Where(r => r is { BeganAt: null, EndedAt: null, IsStopped: false })
                .Take(Math.Max(0, AtOnce - running))
                .ToArray()
        )
            next.Begin(clock.GetUtcNow());
    }

    private void Forget()
    {
        DateTimeOffset now = clock.GetUtcNow();
        foreach (
            StudyRun old in _runs.Where(r => r.EndedAt is { } ended && now - ended > (r.IsOfNamedData ? Stays : StaysUnnamed)).ToArray()
        )
        {
            _runs.Remove(old);
            old.Dispose();
        }
    }

    private static string IdOf(Reader reader, string name, string question) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{reader.Key}\n{name}\n{question}")))[..IdDigits];
}
