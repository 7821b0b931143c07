using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Text;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>Lays findings out as statements with linked figures.</summary>
internal sealed class StatementLayout(CodeWords codes, FigureRegister register, (DateOnly From, DateOnly To) period)
{
    private const int MostAlso = 3;
    private const int DaysBeside = 7;

    private readonly FindingWords _words = new(codes, codes.Phrases);
    private readonly HeadlineWords _headlines = new(codes, codes.Phrases);

    /// <summary>A finding in words; its figure links to its query.</summary>
    public BulletinStatement Lay(Finding finding)
    {
        string subject = _words.Subject(finding);
        string text = _words.Kind(finding),
            when = PeriodWords.Of(finding.Period, codes.Phrases);
        BulletinCell figure = register.Add(
            $"{subject} · {text}, {when}",
            _words.Figure(finding),
            finding.Figure.Value,
            finding.Figure.Unit,
            finding.Known,
            finding.Method,
            finding.Evidence
        );
        return new BulletinStatement(subject, text, figure)
        {
            Comparison = _words.Comparison(finding),
            // A period of whole weeks begins or ends some days beside the bulletin's.
            Period =
                Math.Abs(finding.Period.From.DayNumber - period.From.DayNumber) < DaysBeside
                && Math.Abs(finding.Period.To.DayNumber - period.To.DayNumber) < DaysBeside
                    ? ""
                    : when,
            SoWhat = _words.SoWhat(finding) ?? "",
            Certainty = _words.Certainty(finding),
            Statistics = _words.Statistics(finding),
            Caveats = string.Join(" ", finding.Caveats.Select(c => Sentence(PeriodWords.InText(c, codes)))),
        };
    }

    /// <summary>A finding as a name with its linked figure.</summary>
    public BulletinFact Fact(Finding finding)
    {
        string subject = _words.Subject(finding);
        string label = $"{subject} · {_words.Kind(finding)}";
        return new BulletinFact(
            subject,
            register.Add(
                label,
                _words.Figure(finding),
                finding.Figure.Value,
                finding.Figure.Unit,
                finding.Known,
                finding.Method,
                finding.Evidence
            )
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
            Text = "",
            Also = also.Length > 0 ? codes.Phrases.Fill("story.also", ("subjects", string.Join("; ", also))) : "",
        };
    }

    /// <summary>Findings as a block, or what stands in its place where there are none.</summary>
    public BulletinBlock Block(Phrase title, IEnumerable<Finding> findings, int most, Phrase nil)
    {
        List<Finding> all = [.. findings];
        return all.Count == 0
            ? new BulletinBlock { Title = codes.Phrases.Say(title), Nil = codes.Phrases.Say(nil) }
            : new BulletinBlock
            {
                Title = codes.Phrases.Say(title),
                Statements = [.. all.Take(most).Select(Lay)],
                Note =
                    all.Count > most ? codes.Phrases.Say($"The first {most} of {all.Count} findings; ./run study tells the rest.") : null,
            };
    }

    private static string Sentence(string caveat) =>
        caveat.Length == 0 || caveat[^1] is '.' or '!' or '?' ? caveat : char.ToUpperInvariant(caveat[0]) + caveat[1..] + ".";
}
