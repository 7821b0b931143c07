using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Analytics.Counting;

/// <summary>The disclosure rule of an audience, applied last: small counts are not told, nor what would give them away.</summary>
/// <remarks>Cells of 1 to 5 records are the usual risk of re-identification. Source: A. Hundepool et al., Statistical Disclosure Control, 2012,
/// chapters 4 and 5 (threshold rule, secondary suppression, linked tables).</remarks>
internal static class DisclosureRule
{
    /// <summary>Units that count events: all other numbers (days, quarters, reporters, kilograms, pieces) are no counts of the rule.</summary>
    private static readonly string[] CountUnits = ["seizures", "cases", "records", "count"];

    // Reporting itself is no secret: these findings tell months or days of a country, not its seizures.
    private static readonly string[] ReportingKinds = ["silent_reporter", "new_reporter", "late_reporter"];

    /// <summary>The result as the audience may see it; the same result where nothing is to be suppressed.</summary>
    public static StudyResult Apply(StudyResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Scope.SuppressBelow <= 1)
            return result;
        StudyResult shown = Told(result);
        return LinkedDisclosure.Withhold(shown, LinkedDisclosure.HiddenCodes(shown));
    }

    /// <summary>True where numbers of the unit count cases, seizures or records.</summary>
    public static bool IsCount(string? unit) => CountUnits.Contains(unit, StringComparer.Ordinal);

    /// <summary>True for what is not told: at least one, and fewer than the bound.</summary>
    public static bool IsSmall(double count, int below) => count > 0 && count < below;

    /// <summary>The known records as they may be told: neither those that know nor those that do not are fewer than the bound.</summary>
    public static Known Bounded(Known known, int below) =>
        known.Bound is not null ? known
        : IsSmall(known.Of, below) ? new Known(0, below) { Bound = "few" }
        : IsSmall(known.N, below) ? known with { N = below, Bound = "below" }
        : IsSmall(known.Of - known.N, below) ? known with { N = known.Of - below, Bound = "above" }
        : known;

    private static StudyResult Told(StudyResult result)
    {
        int below = result.Scope.SuppressBelow;
        List<Finding> shown = [.. result.Findings.Where(f => CanTell(f, below)).Select(f => Told(f, below))];
        ScopeCoverage coverage = result.Coverage;
        return result with
        {
            Coverage = coverage with
            {
                Cases = coverage.Cases is { } cases && IsSmall(cases, below) ? null : coverage.Cases,
                Seizures = coverage.Seizures is { } seizures && IsSmall(seizures, below) ? null : coverage.Seizures,
            },
            Findings = shown,
            Tables = [.. result.Tables.Select(t => TableDisclosure.Apply(t, below))],
            NotTestable =
            [
                .. result.NotTestable.Select(t => CountsInText.Bounded(t, below)),
                .. shown.Count == result.Findings.Count
                    ? Array.Empty<string>()
                    : [$"Findings that rest on fewer than {below} records are not shown to this audience."],
            ],
        };
    }

    // A share tells its numerator and what is left of its denominator.
    private static bool CanTell(Finding finding, int below) =>
        ReportingKinds.Contains(finding.Kind, StringComparer.Ordinal)
        || (
            !IsSmall(finding.N, below)
            && !IsSmall(finding.Known.Of, below)
            && !IsSmall(finding.Evidence.Count, below)
            && !(IsCount(finding.Figure.Unit) && IsSmall(finding.Figure.Value, below))
            && !(finding.Figure.Unit == "share" && IsSmallShare(finding.Figure.Value, finding.Known.N, below))
        );

    /// <summary>True where a share of so many records says that fewer than the bound are, or are not, part of it.</summary>
    public static bool IsSmallShare(double share, double of, int below) =>
        IsSmall(Math.Round(share * of), below) || IsSmall(of - Math.Round(share * of), below);

    private static Finding Told(Finding finding, int below)
    {
        Finding told = finding with
        {
            N = IsSmall(finding.N, below) ? 0 : finding.N,
            Known = Bounded(finding.Known, below),
            Caveats = [.. finding.Caveats.Select(c => CountsInText.Bounded(c, below))],
            Evidence = IsSmall(finding.Evidence.Count, below) ? finding.Evidence with { Count = 0 } : finding.Evidence,
        };
        // What was seen before may be one to four cases; the ratio to it would give them back.
        return finding.Baseline is { } baseline && IsEvents(finding.Figure.Unit) && IsSmall(baseline.Value, below)
            ? told with
            {
                Baseline = null,
                Effect = null,
                Caveats = [.. told.Caveats, $"fewer than {below} would have been expected"],
            }
            : told;
    }

    private static bool IsEvents(string unit) =>
        IsCount(unit) || unit.StartsWith("cases_", StringComparison.Ordinal) || unit.StartsWith("seizures_", StringComparison.Ordinal);
}
