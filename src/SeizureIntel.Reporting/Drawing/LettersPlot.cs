using System.Collections.Generic;
using ScottPlot;
using SeizureIntel.Reporting.Charts;
using SkiaSharp;

namespace SeizureIntel.Reporting.Drawing;

/// <summary>Letters a picture of pixels: by baseline and anchor, as the SVG has them.</summary>
internal sealed class LettersPlot(IReadOnlyList<Letters> letters, string family, bool isDark) : IPlottable
{
    private const float Halo = 3;

    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        foreach (Letters letter in letters)
        {
            using SKTypeface face = Face(letter);
            using var font = new SKFont(face, (float)letter.Size) { Subpixel = true, Edging = SKFontEdging.Antialias };
            float x = rp.DataRect.Left + (float)letter.X,
                y = rp.DataRect.Top + (float)letter.Baseline;
            if (letter.HasHalo)
                Draw(rp, letter, font, x, y, ChartColours.Paper, Halo);
            Draw(rp, letter, font, x, y, letter.Colour, 0);
        }
    }

    private void Draw(RenderPack rp, Letters letter, SKFont font, float x, float y, ChartColour colour, float rim)
    {
        using var paint = new SKPaint
        {
            IsAntialias = true,
            Color = SKColor.Parse(isDark ? colour.Dark : colour.Light),
            Style = rim > 0 ? SKPaintStyle.StrokeAndFill : SKPaintStyle.Fill,
            StrokeWidth = rim,
            StrokeJoin = SKStrokeJoin.Round,
        };
        SKTextAlign align = letter.Anchor switch
        {
            TextAnchor.Start => SKTextAlign.Left,
            TextAnchor.End => SKTextAlign.Right,
            _ => SKTextAlign.Center,
        };
        rp.Canvas.DrawText(letter.Text, x, y, align, font, paint);
    }

    // A letter that the family lacks decides for a font that has it.
    private SKTypeface Face(Letters letter)
    {
        SKFontStyle style = letter.IsBold ? SKFontStyle.Bold : SKFontStyle.Normal;
        SKTypeface face = SKTypeface.FromFamilyName(family, style);
        if (face.ContainsGlyphs(letter.Text))
            return face;
        foreach (System.Text.Rune rune in letter.Text.EnumerateRunes())
        {
            if (face.ContainsGlyph(rune.Value))
                continue;
            if (SKFontManager.Default.MatchCharacter(family, style, null, rune.Value) is not { } other)
                continue;
            face.Dispose();
            return other;
        }

        return face;
    }
}
