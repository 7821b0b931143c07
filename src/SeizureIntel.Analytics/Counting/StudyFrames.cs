using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Ports;

namespace SeizureIntel.Analytics.Counting;

/// <summary>The seizures that the studies of one answer look at, read once and shared by all of them.</summary>
/// <remarks>It lives as long as the answer. Where the index was fed between two studies, the second reads afresh: what is kept under the name of the
/// data was counted in these data. Studies may ask side by side: the first reads, the others wait for it.</remarks>
/// <param name="index">What is read.</param>
/// <param name="fields">Every field that one of the studies looks at.</param>
public sealed class StudyFrames(ISeizureIndex index, IReadOnlyList<string> fields)
{
    private readonly Lock _gate = new();
    private StudyScope? _scope;
    private string? _version;
    private Task<ScopedFrame?>? _reading;

    /// <summary>The scope's seizures with the history before it; null when it holds no seizure and no period is given.</summary>
    internal async Task<ScopedFrame?> ReadAsync(StudyScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        while (true)
        {
            string? version = await index.VersionAsync(cancellationToken);
            Task<ScopedFrame?> reading = Reading(scope, version, cancellationToken);
            try
            {
                return await reading.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (reading.IsCanceled && !cancellationToken.IsCancellationRequested)
            {
                // Who began to read was stopped; whoever still waits reads.
            }
        }
    }

    private Task<ScopedFrame?> Reading(StudyScope scope, string? version, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_scope != scope || _version != version || _reading is null or { IsFaulted: true } or { IsCanceled: true })
            {
                // A task of its own: nothing is read while the lock is held.
                _reading = Task
                    .Factory.StartNew(
                        () => ScopedFrame.ReadAsync(index, scope, fields, cancellationToken),
                        cancellationToken,
                        TaskCreationOptions.None,
                        TaskScheduler.Current
                    )
                    .Unwrap();
                (_scope, _version) = (scope, version);
            }

            return _reading;
        }
    }
}
