using System;
using System.Collections.Generic;
using System.Linq;
using ScottPlot;
using ScottPlot.Plottables;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Charts;

namespace SeizureIntel.Reporting.Drawing;

/// <summary>A plot whose axes count pixels from the top left, so that print stands where the layout says and the browser has it.</summary>
/// <remarks>Shapes are plottables of ScottPlot; words are kept apart, because the SVG shall hold them as words and not as places of glyphs.</remarks>
internal sealed class Sheet : IDisposable
{
    private readonly Plot _plot = new();
    private readonly List<Letters> _letters = [];
    private readonly int _width;
    private readonly int _height;
    private readonly ChartLook _look;

    public Sheet(int width, int height, ChartLook look)
    {
        _width = width;
        _height = height;
        _look = look;
        _plot.Layout.Frameless();
        _plot.HideAxesAndGrid();
        _plot.FigureBackground.Color = Colors.Transparent;
        _plot.DataBackground.Color = Colors.Transparent;
        _plot.Axes.SetLimits(0, width, height, 0);
        if (look != ChartLook.Page)
            Box(0, 0, width, height, ChartColours.Paper);
    }

    private bool IsDark => _look == ChartLook.Dark;

    public void Box(double left, double top, double width, double height, ChartColour fill) =>
        Fill(_plot.Add.Rectangle(left, left + width, top, top + height), fill);

    public void Frame(double left, double top, double width, double height, ChartColour colour, double thickness)
    {
        Rectangle frame = _plot.Add.Rectangle(left, left + width, top, top + height);
        frame.FillColor = Colors.Transparent;
        frame.LineColor = Ink(colour);
        frame.LineWidth = (float)thickness;
    }

    public void Area(
        IEnumerable<(double X, double Y)> ring,
        ChartColour fill,
        double opacity,
        ChartColour? rim = null,
        double thickness = 0
    )
    {
        Polygon area = _plot.Add.Polygon([.. ring.Select(p => new Coordinates(p.X, p.Y))]);
        area.FillColor = Ink(fill).WithAlpha(opacity);
        area.LineColor = rim is null ? Colors.Transparent : Ink(rim);
        area.LineWidth = (float)thickness;
    }

    /// <summary>A line through points; a point that is not a number ends it, and the next begins another of the same look.</summary>
    public void Line(IReadOnlyList<(double X, double Y)> points, ChartColour colour, double thickness)
    {
        double[] xs = [.. points.Select(p => p.X)],
            ys = [.. points.Select(p => p.Y)];
        Scatter line = _plot.Add.ScatterLine(xs, ys, Ink(colour));
        line.LineWidth = (float)thickness;
    }

    /// <summary>A broken line, drawn as its own pieces: a drawing as SVG knows no patterns of lines.</summary>
    public void Dashes(IReadOnlyList<(double X, double Y)> points, ChartColour colour, double thickness, double dash, double gap) =>
        Line(Pieces.Of(points, dash, gap), colour, thickness);

    public void Dot(double x, double y, double size, ChartColour colour) =>
        _plot.Add.Marker(x, y, MarkerShape.FilledCircle, (float)size, Ink(colour));

    public void Diamond(double x, double y, double size, ChartColour colour)
    {
        double half = size / 2;
        Area([(x - half, y), (x, y - half), (x + half, y), (x, y + half)], colour, 1, ChartColours.Paper, 1);
    }

    public void Text(
        string text,
        double x,
        double baseline,
        TextAnchor anchor,
        double size,
        ChartColour colour,
        bool isBold = false,
        bool hasHalo = false
    )
    {
        if (text.Length > 0)
            _letters.Add(new Letters(text, x, baseline, anchor, size, colour, isBold, hasHalo));
    }

    /// <summary>Baseline of a line of text whose middle stands at a height.</summary>
    public static double Centred(double middle, double size) => middle + size * 0.36;

    public string Svg(Chart chart) => SvgFinishing.Finish(_plot.GetSvgXml(_width, _height), _letters, chart, _look, _width, _height);

    public byte[] Png(string family, int scale)
    {
        _plot.Add.Plottable(new LettersPlot(_letters, family, IsDark));
        _plot.ScaleFactor = scale;
        return _plot.GetImage(_width * scale, _height * scale).GetImageBytes(ImageFormat.Png);
    }

    public void Dispose() => _plot.Dispose();

    private void Fill(Rectangle box, ChartColour fill)
    {
        box.FillColor = Ink(fill);
        box.LineColor = Colors.Transparent;
        box.LineWidth = 0;
    }

    private Color Ink(ChartColour colour) => Color.FromHex(IsDark ? colour.Dark : colour.Light);
}
