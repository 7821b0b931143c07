using System;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Ports;

namespace SeizureIntel.Analytics.Concealment;

/// <summary>How goods are hidden, and what goes together with it.</summary>
public sealed class ConcealmentStudy(ISeizureIndex index)
{
    /// <summary>Name of the study.</summary>
    public const string Name = "concealment";

    /// <summary>Looks at the concealments of a scope.</summary>
    public async Task<StudyResult> RunAsync(StudyScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ScopedFrame? scoped = await ScopedFrame.ReadAsync(index, scope, ConcealmentTables.Fields, cancellationToken).ConfigureAwait(false);
        return scoped is null ? ScopedFrame.Nothing(Name, scope) : scoped.Result(Name, [], ConcealmentTables.Of(scoped));
    }
}
