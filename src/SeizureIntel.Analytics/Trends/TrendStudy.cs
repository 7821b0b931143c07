using System;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Ports;

namespace SeizureIntel.Analytics.Trends;

/// <summary>What rose, fell or jumped, and whether it is the goods or the reporters that changed.</summary>
public sealed class TrendStudy(ISeizureIndex index)
{
    /// <summary>Name of the study.</summary>
    public const string Name = "trends";

    /// <summary>Looks at the counts of a scope over time.</summary>
    public async Task<StudyResult> RunAsync(StudyScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ScopedFrame? scoped = await ScopedFrame.ReadAsync(index, scope, TrendTables.Fields, cancellationToken).ConfigureAwait(false);
        return scoped is null ? ScopedFrame.Nothing(Name, scope) : scoped.Result(Name, [], TrendTables.Of(scoped));
    }
}
