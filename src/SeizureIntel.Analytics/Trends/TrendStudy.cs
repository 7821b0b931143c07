using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;

namespace SeizureIntel.Analytics.Trends;

/// <summary>What rose, fell or jumped, and whether it is the goods or the reporters that changed.</summary>
public sealed class TrendStudy(ISeizureIndex index, CodeListSet codes, StudyFrames? frames = null)
{
    /// <summary>Name of the study.</summary>
    public const string Name = "trends";

    // Weapons have a study of their own, which tells these findings beside what only concerns weapons.
    private const string SmallArms = "H08";

    /// <summary>Fields that it looks at.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. ChangeContext.Fields, .. QuantityTally.Fields];

    /// <summary>Looks at the counts of a scope over time.</summary>
    public async Task<StudyResult> RunAsync(StudyScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ScopedFrame? scoped = await (frames ?? new StudyFrames(index, Fields)).ReadAsync(scope, cancellationToken);
        if (scoped is null)
            return ScopedFrame.Nothing(Name, scope);
        ChangeFindings changes = await ChangeFindings.OfAsync(
            index,
            scoped,
            codes,
            heading => heading != SmallArms,
            tellsArtefacts: true,
            cancellationToken
        );
        return scoped.Result(
            Name,
            changes.Findings,
            [.. TrendTables.Of(scoped), .. QuantityChange.Tables(scoped, codes), .. changes.Tables],
            changes.NotTestable
        );
    }
}
