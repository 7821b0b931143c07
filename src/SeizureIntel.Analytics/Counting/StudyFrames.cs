using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Ports;

namespace SeizureIntel.Analytics.Counting;

/// <summary>The seizures that the studies of one answer look at, read once and shared by all of them.</summary>
/// <remarks>It lives as long as the answer. Where the index was fed between two studies, the second reads afresh: what is kept under the name of the
/// data was counted in these data.</remarks>
/// <param name="index">What is read.</param>
/// <param name="fields">Every field that one of the studies looks at.</param>
public sealed class StudyFrames(ISeizureIndex index, IReadOnlyList<string> fields)
{
    private StudyScope? _scope;
    private string? _version;
    private ScopedFrame? _frame;

    /// <summary>The scope's seizures with the history before it; null when it holds no seizure and no period is given.</summary>
    internal async Task<ScopedFrame?> ReadAsync(StudyScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        string? version = await index.VersionAsync(cancellationToken);
        if (_scope != scope || _version != version)
        {
            _frame = await ScopedFrame.ReadAsync(index, scope, fields, cancellationToken);
            (_scope, _version) = (scope, version);
        }

        return _frame;
    }
}
