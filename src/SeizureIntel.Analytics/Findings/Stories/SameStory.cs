using System;
using System.Collections.Generic;
using SeizureIntel.CodeLists;

namespace SeizureIntel.Analytics.Findings.Stories;

/// <summary>Decides whether a finding says the same as the lead of a story.</summary>
internal sealed class SameStory(CodeListSet codes)
{
    // A date of change is an estimate: weeks to either side are possible, and routes are tested by quarters.
    private const int NearDays = 91;
    private const int SiblingDays = 35;
    private const int BurstDays = 56;
    private const double Half = 0.5;

    private readonly SubjectRelation _subjects = new(codes);

    /// <summary>True where the lead's cause explains the other finding too.</summary>
    public bool Explains(ToldFinding lead, ToldFinding other) =>
        (lead.Kind.Family, other.Kind.Family) switch
        {
            (StoryFamily.Reporting, StoryFamily.Reporting) => lead.Reporter == other.Reporter && AreNear(lead, other),
            (StoryFamily.Reporting, StoryFamily.Change) => ExplainsFed(lead, other),
            (StoryFamily.Change, StoryFamily.Change) => ExplainsChange(lead, other),
            (StoryFamily.Change, StoryFamily.Structure) => lead.Heading == other.Heading && TakesRoute(lead, other),
            (StoryFamily.Change, StoryFamily.Combination) => _subjects.ShareCode(lead, other)
                && !_subjects.Contradicts(lead, other)
                && Part(lead, other) >= Half,
            (StoryFamily.Combination, StoryFamily.Combination) => _subjects.IsNested(lead, other)
                || (
                    _subjects.ShareCode(lead, other)
                    && !_subjects.Contradicts(lead, other)
                    && Math.Max(Part(lead, other), Part(other, lead)) >= Half
                ),
            (StoryFamily.Structure, StoryFamily.Structure) => lead.Heading == other.Heading,
            (StoryFamily.Measure, StoryFamily.Measure) => lead.Heading == other.Heading,
            _ => false,
        };

    /// <summary>Share of a finding's cases that are the lead's too; 0 where either has none to compare.</summary>
    public static double Part(ToldFinding lead, ToldFinding other) =>
        lead.Cases is { } a && other.Cases is { Count: > 0 } b ? (double)a.Shared(b) / b.Count : 0;

    // A path that the lead names, whole: one leg of it may carry much else.
    private static bool TakesRoute(ToldFinding lead, ToldFinding other) =>
        SubjectRelation.ShareRoute(lead, other)
        && (other.Routes.Count == 0 || !other.Finding.Subject.ContainsKey("path") || SameEnds(lead, other));

    private static bool SameEnds(ToldFinding lead, ToldFinding other)
    {
        foreach (string a in lead.Routes)
        {
            foreach (string b in other.Routes)
            {
                if (a == b || $">{a}>".Contains($">{b}>", StringComparison.Ordinal))
                    return true;
            }
        }

        return false;
    }

    private bool ExplainsFed(ToldFinding lead, ToldFinding other)
    {
        if (lead.Finding.Subject.GetValueOrDefault("reporting_country") is not [string reporter] || other.ShareOf(reporter) < Half)
            return false;

        // A change of coding explains what is counted by those codes.
        if (lead.Finding.Subject.Count > 1)
            return AreNear(lead, other) && _subjects.ShareCode(lead, other) && !_subjects.Contradicts(lead, other);
        return lead.Finding.Kind switch
        {
            "new_reporter" => other.Direction > 0 && Days(lead.From, other.From) <= 2 * NearDays,
            "silent_reporter" => other.Direction < 0 && AreNear(lead, other),
            "late_reporter" => false,
            _ => (lead.Direction * other.Direction >= 0 && other.From.DayNumber >= lead.From.DayNumber - NearDays && other.From <= lead.To)
                // Its end is told as the opposite change.
                || (lead.Direction * other.Direction < 0 && Days(lead.To, other.From) <= SiblingDays),
        };
    }

    private bool ExplainsChange(ToldFinding lead, ToldFinding other)
    {
        if (SubjectRelation.IsSame(lead, other))
            return true;
        if (lead.Finding.Kind != "displacement" && lead.Direction * other.Direction < 0)
            return false;
        if (!InTime(lead, other) || (lead.Heading is not null && other.Heading is not null && lead.Heading != other.Heading))
            return false;
        if (IsSibling(lead, other))
            return true;
        if (_subjects.Contradicts(lead, other))
            return false;
        if (IsWithoutRecords(lead) || IsWithoutRecords(other))
            return _subjects.IsNested(lead, other) || (lead.Reporter is not null && lead.Reporter == other.Reporter);
        double shared = lead.Cases!.Shared(other.Cases!);
        return shared >= Half * Math.Min(other.Cases!.Count, other.Excess);
    }

    // What fell has left few records or none: its subject must tell.
    private static bool IsWithoutRecords(ToldFinding told) =>
        told.Cases is not { Count: > 0 } || (told.Direction < 0 && told.Finding.Kind != "fading");

    // Other goods or places of the one reporter that moved in the same weeks the same way.
    private static bool IsSibling(ToldFinding lead, ToldFinding other) =>
        lead.Reporter is not null
        && lead.Reporter == other.Reporter
        && lead.Finding.Kind == "shift"
        && other.Finding.Kind == "shift"
        && lead.Direction == other.Direction
        && Days(lead.From, other.From) <= SiblingDays;

    private static bool InTime(ToldFinding lead, ToldFinding other)
    {
        bool isBurst = lead.Finding.Kind == "exceedance" || other.Finding.Kind == "exceedance";
        if (lead.Finding.Kind == "trend" || other.Finding.Kind == "trend")
            return !isBurst && lead.From <= other.To && other.From <= lead.To;
        return isBurst ? Days(lead.From, other.From) <= BurstDays : AreNear(lead, other);
    }

    private static bool AreNear(ToldFinding lead, ToldFinding other) => Days(lead.From, other.From) <= NearDays;

    private static int Days(DateOnly one, DateOnly other) => Math.Abs(one.DayNumber - other.DayNumber);
}
