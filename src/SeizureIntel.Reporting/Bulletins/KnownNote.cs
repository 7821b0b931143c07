using SeizureIntel.Analytics.Findings;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>Says on how many records a picture rests.</summary>
internal static class KnownNote
{
    /// <summary>The words for a note below a figure.</summary>
    public static string Of(Known known) => $"known {NumberWords.Count(known.N)} of {NumberWords.Count(known.Of)}";

    /// <summary>The words for the chart itself; null where enough is known for it to stand alone.</summary>
    public static string? OnChart(Known known) => Likelihood.KnownShare(known) < BottomLine.LeastKnownShare ? Of(known) : null;
}
