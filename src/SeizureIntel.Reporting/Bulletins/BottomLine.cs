using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>Chooses what stands first: stories strong enough and known well enough, at most five, not all of one kind.</summary>
internal static class BottomLine
{
    public const double HighestQ = 0.10;
    public const double LeastKnownShare = 0.30;
    private const int Most = 5;
    private const int MostOfOneKind = 2;

    public static IReadOnlyList<BulletinStatement> Of(
        StudyShelf shelf,
        StatementLayout statements,
        BulletinRequest request,
        EditionNumbers numbers
    )
    {
        List<(Story Story, Finding Lead, IReadOnlyList<Finding> Members)> strong =
        [
            .. shelf.Stories.Where(s =>
                s.Members.Prepend(s.Lead).Any(f => f.Q is <= HighestQ) && Likelihood.KnownShare(s.Lead.Known) >= LeastKnownShare
            ),
        ];
        List<Story> first = [.. strong.GroupBy(s => s.Lead.Kind).SelectMany(g => g.Take(MostOfOneKind)).Select(s => s.Story)];
        List<Story> chosen = [.. strong.Select(s => s.Story).Where(first.Contains).Take(Most)];
        if (chosen.Count < Most)
            chosen = [.. strong.Select(s => s.Story).OrderByDescending(chosen.Contains).Take(Most)];
        return strong.Count == 0
            ? [Nothing(shelf, request, numbers)]
            : [.. strong.Where(s => chosen.Contains(s.Story)).Select(s => statements.Tell(s.Lead, s.Members, request.To))];
    }

    private static BulletinStatement Nothing(StudyShelf shelf, BulletinRequest request, EditionNumbers numbers)
    {
        ScopeCoverage? coverage = shelf.All.Select(s => s.Coverage).FirstOrDefault();
        Phrases phrases = request.Phrases;
        string period = PeriodWords.Span(request.From, request.To, phrases),
            q = NumberWords.Probability(HighestQ, phrases.Signs),
            known = NumberWords.Share(LeastKnownShare, phrases.Signs);
        if (coverage is null or { Seizures: 0 })
            return Plain(phrases.Fill("nothing.reported"), phrases.Fill("nothing.reportedText", ("period", period)));
        string bars = phrases.Fill("nothing.outText", ("q", q), ("share", known));
        // An edition says its counts in the words of its audience, which are English.
        return Plain(
            phrases.Fill("nothing.out"),
            phrases.IsEnglish
                ? $"Of {numbers.With(new(coverage.Seizures, "seizures"))} in {numbers.With(new(coverage.Cases, "cases"))} from "
                    + $"{UnitWords.With(coverage.Reporters, "reporters")} in {period}, {char.ToLowerInvariant(bars[0])}{bars[1..]}"
                : bars
        );
    }

    private static BulletinStatement Plain(string subject, string text) => new(subject, text, null);
}
