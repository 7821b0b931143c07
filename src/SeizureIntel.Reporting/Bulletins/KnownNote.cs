using SeizureIntel.Analytics.Findings;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>Says on how many records a picture rests.</summary>
internal static class KnownNote
{
    /// <summary>The words for a note below a figure.</summary>
    public static string Of(Known known) => "known " + EditionNumbers.Known(known);

    /// <summary>The same words within a sentence.</summary>
    public static string In(Known known) =>
        known.Bound == "few" ? "known " + EditionNumbers.Known(known) : "known in " + EditionNumbers.Known(known);

    /// <summary>The words for the chart itself; null where enough is known for it to stand alone.</summary>
    public static string? OnChart(Known known) => Likelihood.KnownShare(known) < BottomLine.LeastKnownShare ? Of(known) : null;
}
