using System;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Reporting.Wording;

/// <summary>Says how likely a finding is to be real and, apart from that, how good the material under it is.</summary>
public static class Likelihood
{
    /// <summary>The fixed scale of probability words, for the method note.</summary>
    public const string Scale =
        "almost no chance 1–5 %, very unlikely 5–20 %, unlikely 20–45 %, roughly even 45–55 %, likely 55–80 %, very likely 80–95 %, almost certain 95–99 %";

    /// <summary>The word of the fixed scale for a probability between 0 and 1.</summary>
    public static string Word(double probability) =>
        probability switch
        {
            >= 0.95 => "almost certain",
            >= 0.80 => "very likely",
            >= 0.55 => "likely",
            >= 0.45 => "roughly even",
            >= 0.20 => "unlikely",
            >= 0.05 => "very unlikely",
            _ => "almost no chance",
        };

    /// <summary>How likely a tested finding is no accident: one minus its q, since q is the share of false findings to expect among those as strong.
    /// Null where there was no test.</summary>
    public static string? Word(Finding finding) => finding.Q is { } q ? Word(1 - q) : null;

    /// <summary>Confidence in the material: high with four fifths of the records known and three reporters, moderate with half and two, else low.</summary>
    public static string Confidence(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        double known = KnownShare(finding.Known);
        return known >= 0.8 && finding.Reporters >= 3 ? "high"
            : known >= 0.5 && finding.Reporters >= 2 ? "moderate"
            : "low";
    }

    /// <summary>Share of the records that carry the fields needed; 0 where there are none.</summary>
    public static double KnownShare(Known known) => known.Of == 0 ? 0 : (double)known.N / known.Of;
}
