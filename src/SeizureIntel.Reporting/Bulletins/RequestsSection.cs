using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>What the reader is asked for: the gaps in the material, and where to answer.</summary>
internal static class RequestsSection
{
    private const string MissingField = "missing_field";

    private static readonly string[] Gaps = ["silent_reporter", "late_reporter", MissingField];

    public static BulletinSection Of(BulletinRequest request, StudyShelf shelf, StatementLayout statements)
    {
        Finding[] gaps =
        [
            .. shelf.Findings.Select(f => f.Finding).Where(f => Gaps.Contains(f.Kind)).OrderBy(f => Array.IndexOf(Gaps, f.Kind)),
        ];
        Finding[] fields = [.. gaps.Where(f => f.Kind == MissingField)];
        List<BulletinBlock> blocks =
        [
            statements.Block(
                "Information gaps",
                gaps.Except(fields),
                8,
                shelf.All.All(s => s.Coverage.Seizures == 0)
                    ? "There are no records: every reporter of the region is asked for its reports."
                    : "No reporter is silent."
            ),
        ];
        if (fields.Length > 0)
            blocks.Add(
                new BulletinBlock
                {
                    Title = "Fields that reporters are asked to fill in, with the share of seizures that have them",
                    Facts = [.. fields.OrderBy(f => f.Figure.Value).ThenBy(f => f.Id, StringComparer.Ordinal).Select(statements.Fact)],
                }
            );
        if (request.Contact is { Length: > 0 } contact)
            blocks.Add(
                new BulletinBlock { Paragraph = $"Answers, corrections and results of controls to: {request.Originator}, {contact}." }
            );
        else
            blocks.Add(new BulletinBlock { Paragraph = $"Answers, corrections and results of controls to: {request.Originator}." });
        return new BulletinSection("requests", "Requests", blocks);
    }
}
