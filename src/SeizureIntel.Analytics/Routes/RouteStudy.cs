using System;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Ports;

namespace SeizureIntel.Analytics.Routes;

/// <summary>Where goods come from, pass through and go to.</summary>
public sealed class RouteStudy(ISeizureIndex index)
{
    /// <summary>Name of the study.</summary>
    public const string Name = "routes";

    /// <summary>Looks at the routes of a scope.</summary>
    public async Task<StudyResult> RunAsync(StudyScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ScopedFrame? scoped = await ScopedFrame.ReadAsync(index, scope, RouteTables.Fields, cancellationToken).ConfigureAwait(false);
        return scoped is null ? ScopedFrame.Nothing(Name, scope) : scoped.Result(Name, [], RouteTables.Of(scoped));
    }
}
