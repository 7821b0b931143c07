using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>What the reader is asked for: the gaps in the material, and where to answer.</summary>
internal static class RequestsSection
{
    private static readonly string[] Gaps = ["silent_reporter", "late_reporter", "missing_field"];

    public static BulletinSection Of(BulletinRequest request, StudyShelf shelf, StatementLayout statements)
    {
        IEnumerable<Finding> gaps = shelf
            .Findings.Select(f => f.Finding)
            .Where(f => Gaps.Contains(f.Kind))
            .OrderBy(f => Array.IndexOf(Gaps, f.Kind));
        List<BulletinBlock> blocks =
        [
            statements.Block(
                "Information gaps",
                gaps,
                8,
                shelf.All.All(s => s.Coverage.Seizures == 0)
                    ? "There are no records: every reporter of the region is asked for its reports."
                    : "No reporter is silent and no watched field is mostly empty."
            ),
        ];
        if (request.Contact is { Length: > 0 } contact)
            blocks.Add(
                new BulletinBlock { Paragraph = $"Answers, corrections and results of controls to: {request.Originator}, {contact}." }
            );
        else
            blocks.Add(new BulletinBlock { Paragraph = $"Answers, corrections and results of controls to: {request.Originator}." });
        return new BulletinSection("requests", "Requests", false, blocks);
    }
}
