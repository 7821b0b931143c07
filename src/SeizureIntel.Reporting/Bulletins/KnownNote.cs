using SeizureIntel.Analytics.Findings;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>Says on how many records a picture rests.</summary>
internal static class KnownNote
{
    /// <summary>The words for a note below a figure, without the sign that ends them.</summary>
    public static string Of(Known known, Phrases phrases) => phrases.Say($"known {EditionNumbers.Known(known, phrases)}");

    /// <summary>The same as a sentence.</summary>
    public static string Sentence(Known known, Phrases phrases)
    {
        string words = Of(known, phrases);
        return char.ToUpperInvariant(words[0]) + words[1..] + ".";
    }

    /// <summary>The same of what has two stations or more.</summary>
    public static string OfStations(Known known, Phrases phrases) =>
        known.Bound == "few"
            ? phrases.Say($"Two stations or more known {EditionNumbers.Known(known, phrases)} seizures.")
            : phrases.Say($"Two stations or more known in {EditionNumbers.Known(known, phrases)} seizures.");

    /// <summary>The words for the chart itself; null where enough is known for it to stand alone.</summary>
    public static string? OnChart(Known known, Phrases phrases) =>
        Likelihood.KnownShare(known) < BottomLine.LeastKnownShare ? Of(known, phrases) : null;
}
