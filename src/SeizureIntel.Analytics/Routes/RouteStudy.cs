using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;

namespace SeizureIntel.Analytics.Routes;

/// <summary>Where goods come from, pass through and go to.</summary>
public sealed class RouteStudy(ISeizureIndex index, CodeListSet codes, StudyFrames? frames = null)
{
    /// <summary>Name of the study.</summary>
    public const string Name = "routes";

    // Where a scope is too short to tell: seizure counts mostly lie between 1.3 and 5.
    private const double UsualDispersion = 1.5;

    /// <summary>Fields that it looks at.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [.. RouteTables.Fields.Union(RouteChanges.Fields).Union(RouteGraph.Fields).Union(Ledger.Fields)];

    /// <summary>Looks at the routes of a scope.</summary>
    public async Task<StudyResult> RunAsync(StudyScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ScopedFrame? scoped = await (frames ?? new StudyFrames(index, Fields)).ReadAsync(scope, cancellationToken);
        if (scoped is null)
            return ScopedFrame.Nothing(Name, scope);
        var findings = new List<Finding>();
        var notTestable = new List<string>();
        double dispersion = UsualDispersion;
        WindowPlan plan = WindowPlan.Of(scoped);
        GoodsLines goods = GoodsLines.Of(scoped.Frame, codes);
        if (plan.Tested.Count == 0)
            notTestable.Add("Emerging and fading routes: fewer than four quarters of history before the period.");
        else
        {
            ReporterCounts reporters = await ReporterCounts.CountAsync(index, scoped, plan, "path", RouteChanges.Stated, cancellationToken);
            var changes = new RouteChanges(scoped, plan, reporters, goods);
            dispersion = changes.LegDispersion;
            findings.AddRange(changes.Findings());
            findings.AddRange(new Displacements(scoped, plan, goods, changes).Findings());
        }

        findings.AddRange(RouteGraph.Findings(scoped, dispersion));
        findings.AddRange(FrequentPaths.Findings(scoped, dispersion));
        findings.AddRange(Ledger.Findings(scoped));
        return scoped.Result(Name, findings, RouteTables.Of(scoped), notTestable);
    }
}
