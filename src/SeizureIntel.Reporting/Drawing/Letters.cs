using SeizureIntel.Reporting.Charts;

namespace SeizureIntel.Reporting.Drawing;

/// <summary>A line of text on a sheet.</summary>
/// <param name="Text">The words.</param>
/// <param name="X">Place of the anchor, pixels from the left.</param>
/// <param name="Baseline">Its baseline, pixels from the top.</param>
/// <param name="Anchor">Which end stands at the place.</param>
/// <param name="Size">Size of the letters, pixels.</param>
/// <param name="Colour">Their colour.</param>
/// <param name="IsBold">True for bold letters.</param>
/// <param name="HasHalo">True for a rim in the colour of the paper, on maps.</param>
internal sealed record Letters(
    string Text,
    double X,
    double Baseline,
    TextAnchor Anchor,
    double Size,
    ChartColour Colour,
    bool IsBold,
    bool HasHalo
);
