using System;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Reporting.Wording;

/// <summary>Says counts as an edition's audience may read them: the one place where a number of cases, seizures or records becomes text.</summary>
/// <param name="suppressBelow">Counts from one up to below this are said as their bound; 0 for none.</param>
/// <param name="phrases">The language.</param>
/// <remarks>Counts are numbers of cases, seizures and records. Days, months, quarters, reporting countries, products, routes, findings and physical
/// quantities are not.</remarks>
public sealed class EditionNumbers(int suppressBelow, Phrases phrases)
{
    /// <summary>True for a count that is not told.</summary>
    public bool IsHidden(Counted count) => count.Value is not { } n || (n > 0 && n < suppressBelow);

    /// <summary>English.</summary>
    public EditionNumbers(int suppressBelow)
        : this(suppressBelow, Phrases.English) { }

    /// <summary>A count with what it counts, such as <c>12 seizures</c> or <c>fewer than 5 seizures</c>.</summary>
    public string With(Counted count) =>
        IsHidden(count)
            ? phrases.Say($"fewer than {(suppressBelow > 0 ? suppressBelow : 5)} {count.Of}")
            : UnitWords.With(count.Value!.Value, count.Of, phrases);

    /// <summary>A part of a whole as a percentage; null where it would tell a count that is not told.</summary>
    public string? Share(Counted part, Counted whole) =>
        IsHidden(part) || IsHidden(whole) || IsHidden(new Counted(whole.Value - part.Value, whole.Of)) || whole.Value == 0
            ? null
            : NumberWords.Share((double)part.Value!.Value / whole.Value!.Value, phrases.Signs);

    /// <summary>On how many records a figure rests, such as <c>12 of 30</c>, <c>more than 25 of 30</c> or <c>fewer than 5 of 30</c>.</summary>
    public static string Known(Known known) => Known(known, Phrases.English);

    /// <summary>On how many records a figure rests, in a language.</summary>
    public static string Known(Known known, Phrases phrases)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(phrases);
        string bound = known.Bound is "few" or "below" or "above" ? known.Bound : "exact";
        return phrases.Fill(
            "known." + bound,
            ("n", NumberWords.Count(known.N, phrases.Signs)),
            ("of", NumberWords.Count(known.Of, phrases.Signs))
        );
    }
}
