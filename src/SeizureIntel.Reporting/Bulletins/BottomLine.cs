using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>Chooses what stands first: findings strong enough and known well enough, at most five, not all from one study.</summary>
internal static class BottomLine
{
    public const double HighestQ = 0.10;
    public const double LeastKnownShare = 0.30;
    private const int Most = 5;
    private const int MostOfOneKind = 2;

    public static IReadOnlyList<BulletinStatement> Of(StudyShelf shelf, StatementLayout statements, BulletinRequest request)
    {
        List<(StudyResult Study, Finding Finding)> strong =
        [
            .. shelf
                .Findings.Where(f => f.Finding.Q is <= HighestQ && Likelihood.KnownShare(f.Finding.Known) >= LeastKnownShare)
                .OrderBy(f => f.Finding.Q)
                .ThenByDescending(f => f.Finding.Rank)
                .ThenBy(f => f.Finding.Id, StringComparer.Ordinal),
        ];
        List<Finding> first =
        [
            .. strong.GroupBy(f => (f.Study.Study, f.Finding.Kind)).SelectMany(g => g.Take(MostOfOneKind)).Select(f => f.Finding),
        ];
        List<Finding> chosen = [.. strong.Select(f => f.Finding).Where(first.Contains).Take(Most)];
        if (chosen.Count < Most)
            chosen = [.. strong.Select(f => f.Finding).OrderByDescending(chosen.Contains).Take(Most)];
        chosen = [.. strong.Select(f => f.Finding).Where(chosen.Contains)];
        return chosen.Count > 0 ? [.. chosen.Select(statements.Lay)] : [Nothing(shelf, request)];
    }

    private static BulletinStatement Nothing(StudyShelf shelf, BulletinRequest request)
    {
        ScopeCoverage? coverage = shelf.All.Select(s => s.Coverage).FirstOrDefault();
        string period = PeriodWords.Span(request.From, request.To);
        return coverage is null or { Seizures: 0 }
            ? Plain(
                "Nothing was reported",
                $"No seizure of {period} is in the data. That says nothing about what crossed the border: see who reported, below."
            )
            : Plain(
                "Nothing stands out",
                $"Of {UnitWords.With(coverage.Seizures, "seizures")} in {UnitWords.With(coverage.Cases, "cases")} from "
                    + $"{UnitWords.With(coverage.Reporters, "reporters")} in {period}, no finding passes both bars (q at most "
                    + $"{NumberWords.Probability(HighestQ)}, at least {NumberWords.Share(LeastKnownShare)} of the records known)."
            );
    }

    private static BulletinStatement Plain(string subject, string text) => new(subject, text, null, "", "", "", "");
}
