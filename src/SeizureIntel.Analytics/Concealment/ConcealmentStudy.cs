using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Routes;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;

namespace SeizureIntel.Analytics.Concealment;

/// <summary>How goods are hidden, and what goes together with it.</summary>
public sealed class ConcealmentStudy(ISeizureIndex index, CodeListSet codes, StudyFrames? frames = null)
{
    /// <summary>Name of the study.</summary>
    public const string Name = "concealment";

    /// <summary>Fields that it looks at.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [
        .. ConcealmentTables.Fields.Union([
            "product",
            "concealment_how",
            "origin_country",
            "reporting_country",
            "reported_date",
            "date_precision",
        ]),
    ];

    /// <summary>Looks at the concealments of a scope.</summary>
    public async Task<StudyResult> RunAsync(StudyScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ScopedFrame? scoped = await (frames ?? new StudyFrames(index, Fields)).ReadAsync(scope, cancellationToken);
        if (scoped is null)
            return ScopedFrame.Nothing(Name, scope);
        var findings = new List<Finding>();
        var notes = new List<string>();
        GoodsLines goods = GoodsLines.Of(scoped.Frame, codes);
        var items = new ConcealmentItems(scoped.Frame, goods, codes);
        WindowPlan plan = WindowPlan.Of(scoped);
        if (plan.Tested.Count == 0)
            notes.Add("Emerging concealment and new terms: fewer than four quarters of history before the period.");
        else
        {
            ReporterCounts reporters = await ReporterCounts.CountAsync(
                index,
                scoped,
                plan,
                "concealment",
                ["concealment", "concealment_how"],
                cancellationToken
            );
            findings.AddRange(ConcealmentChanges.Findings(scoped, plan, reporters, items));
            findings.AddRange(await NewTerms.FindAsync(index, scoped, plan, cancellationToken));
        }

        findings.AddRange(new AssociationFindings(scoped, items).Findings(notes));
        findings.AddRange(new NovelCombinations(scoped, items).Findings());
        findings.AddRange(ModusOperandi.Findings(scoped, items));
        return scoped.Result(Name, findings, ConcealmentTables.Of(scoped), notes);
    }
}
