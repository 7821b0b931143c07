using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>Lays findings out as statements with linked figures.</summary>
internal sealed class StatementLayout(CodeWords codes, FigureRegister register)
{
    private const int MostAlso = 3;

    private readonly FindingWords _words = new(codes);
    private readonly HeadlineWords _headlines = new(codes, HeadlineTemplates.English);

    /// <summary>A finding in words; its figure links to its query.</summary>
    public BulletinStatement Lay(Finding finding)
    {
        string subject = _words.Subject(finding);
        string text = $"{FindingWords.Kind(finding)}, {PeriodWords.Of(finding.Period)}";
        BulletinCell figure = register.Add(
            $"{subject} · {text}",
            FindingWords.Figure(finding),
            finding.Figure.Value,
            finding.Figure.Unit,
            finding.Known,
            finding.Method,
            finding.Evidence
        );
        return new BulletinStatement(
            subject,
            text,
            figure,
            FindingWords.Comparison(finding),
            FindingWords.SoWhat(finding) ?? "",
            FindingWords.Certainty(finding),
            string.Join(" ", finding.Caveats.Select(Sentence))
        );
    }

    /// <summary>A story in words: its headline, and what its lead and the findings below it are about.</summary>
    public BulletinStatement Tell(Finding lead, IReadOnlyList<Finding> members, DateOnly asOf)
    {
        BulletinStatement plain = Lay(lead);
        string[] also = [.. members.Select(_words.Subject).Where(s => s != plain.Subject).Distinct(StringComparer.Ordinal).Take(MostAlso)];
        return plain with
        {
            Subject = _headlines.Of(lead, asOf).TrimEnd('.'),
            Text =
                $"{plain.Subject}, {PeriodWords.Of(lead.Period)}" + (also.Length > 0 ? $" (also seen as {string.Join("; ", also)})" : ""),
        };
    }

    /// <summary>Findings as a block, or what stands in its place where there are none.</summary>
    public BulletinBlock Block(string title, IEnumerable<Finding> findings, int most, string nil)
    {
        List<Finding> all = [.. findings];
        return all.Count == 0
            ? new BulletinBlock { Title = title, Nil = nil }
            : new BulletinBlock
            {
                Title = title,
                Statements = [.. all.Take(most).Select(Lay)],
                Note =
                    all.Count > most
                        ? $"The first {most} of {all.Count} findings; the rest: ./run study, with the bulletin's period and region."
                        : null,
            };
    }

    private static string Sentence(string caveat) =>
        caveat.Length == 0 || caveat[^1] is '.' or '!' or '?' ? caveat : char.ToUpperInvariant(caveat[0]) + caveat[1..] + ".";
}
