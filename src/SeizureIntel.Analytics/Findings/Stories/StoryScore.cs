using System;

namespace SeizureIntel.Analytics.Findings.Stories;

/// <summary>Orders stories by what an office would act on. The parts are documented in docs/methods.md.</summary>
internal static class StoryScore
{
    private const double Strength = 30;
    private const double Size = 20;
    private const double Novelty = 20;
    private const double Goods = 15;
    private const double Independence = 15;

    // A q of 1e-12 is as certain as anything becomes; a thousand cases are as many as anyone needs.
    private const double StrongestExponent = 12;
    private const double LargestExponent = 3;
    private const double UntestedStrength = 0.2;

    // That a reporter began or ceased to send needs no test.
    private const double KnownStrength = 0.7;
    private const int NewDays = 365;
    private const int OldDays = 3 * 365;
    private const double StillNew = 0.25;
    private const double OfEchoes = 0.25;

    /// <summary>Four cases of something new may be one careful officer; twenty are a practice.</summary>
    public const double FirmCases = 20;

    // An artefact that would else be told as twenty pieces of news is as urgent as a new route.
    private const double FarReaching = 20;

    /// <summary>0 to 100.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="asOf">The last day looked at.</param>
    /// <param name="members">Findings below it.</param>
    /// <param name="isEcho">Whether a change of reporting that is told elsewhere explains it.</param>
    public static double Of(ToldFinding lead, DateOnly asOf, int members, bool isEcho)
    {
        Finding finding = lead.Finding;
        double strength =
            finding.Q is { } q ? Math.Clamp(-Math.Log10(Math.Max(q, 1e-300)) / StrongestExponent, 0, 1)
            : lead.Kind.Family == StoryFamily.Reporting ? KnownStrength
            : lead.Kind.Novelty > 0 ? UntestedStrength
            : 0;
        double size = Math.Clamp(Math.Log10(1 + lead.Excess) / LargestExponent, 0, 1);
        double novelty =
            lead.Kind.Family == StoryFamily.Reporting
                ? Math.Min(1, members / FarReaching)
                : lead.Kind.Novelty
                    * Recency(asOf.DayNumber - lead.From.DayNumber, lead.Kind.Family)
                    * (finding.Q is null ? Math.Min(1, lead.Excess / FirmCases) : 1);
        double goods = Weight(lead.Heading);
        double independence = Math.Clamp((finding.Reporters - 1) / 2.0, 0, 1);
        double sum = (Strength * strength) + (Size * size) + (Novelty * novelty) + (Goods * goods) + (Independence * independence);
        return Math.Round(sum * (isEcho ? OfEchoes : Weight(lead.Kind.Family)), 2, MidpointRounding.AwayFromZero);
    }

    // What is as it always was can wait.
    private static double Weight(StoryFamily family) =>
        family switch
        {
            StoryFamily.Combination => 0.4,
            StoryFamily.Structure => 0.3,
            StoryFamily.Measure => 0.3,
            _ => 1,
        };

    private static double Recency(int days, StoryFamily family) =>
        family != StoryFamily.Change ? StillNew
        : days <= NewDays ? 1
        : days >= OldDays ? StillNew
        : 1 - ((1 - StillNew) * (days - NewDays) / (OldDays - NewDays));

    // Small arms and weapons (H08); precursors, nuclear and hazardous material, which have control programmes of their own; protected species.
    private static double Weight(string? heading) =>
        heading switch
        {
            "H08" => 1,
            "H06" or "H10" or "H11" => 0.67,
            "H04" => 0.5,
            _ => 0,
        };
}
