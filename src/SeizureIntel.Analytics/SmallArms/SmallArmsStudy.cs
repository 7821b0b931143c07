using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Trends;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;

namespace SeizureIntel.Analytics.SmallArms;

/// <summary>Weapons, parts and ammunition: what changed, what they are, how they are marked and traced, and what they are found with.</summary>
public sealed class SmallArmsStudy(ISeizureIndex index, CodeListSet codes, StudyFrames? frames = null)
{
    /// <summary>Name of the study.</summary>
    public const string Name = "small-arms";

    /// <summary>Fields that it looks at.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [
        .. ChangeContext.Fields,
        .. QuantityTally.Fields,
        "case_headings",
        "firearm_type",
        "calibre",
        "country_of_manufacture",
        "import_marks",
        "marking_status",
        "trace_status",
        "border_context",
        "selection_basis",
        "detection_technique",
        "reporting_service",
        "prosecution",
        "conviction",
    ];

    /// <summary>Looks at the weapons of a scope.</summary>
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
            heading => heading == Arms.Heading,
            tellsArtefacts: false,
            cancellationToken
        );
        var arms = new Arms(scoped, codes);
        (IReadOnlyList<Finding> report, IReadOnlyList<FigureTable> tables) = AssessmentReport.Of(arms);
        Finding[] findings =
        [
            .. changes.Findings,
            .. WeaponComposition.Of(arms),
            .. CaseMeasures.Of(arms),
            .. PolyCrime.Of(arms),
            .. report,
        ];
        string[] notes =
            arms.Rows.Count == 0 ? ["No seizure of weapons, parts, ammunition or explosives is among the records of this scope."] : [];
        return scoped.Result(Name, findings, [Inventory.Of(arms), .. tables, .. changes.Tables], [.. notes, .. changes.NotTestable]);
    }
}
