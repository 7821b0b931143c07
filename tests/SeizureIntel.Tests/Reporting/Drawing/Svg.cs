using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Drawing;

namespace SeizureIntel.Tests.Reporting.Drawing;

/// <summary>Reads what a drawing shows.</summary>
internal sealed partial class Svg(XElement root)
{
    public static Svg Of(Chart chart, ChartLook look = ChartLook.Light) =>
        new(XElement.Parse(new ScottPlotRenderer().DrawSvg(chart, look)));

    public string ViewBox => (string)root.Attribute("viewBox")!;

    public IReadOnlyList<string> Words => [.. All("text").Select(t => t.Value)];

    public IEnumerable<XElement> All(string kind) => root.Descendants().Where(e => e.Name.LocalName == kind);

    public IEnumerable<(double X, double Y, double Width, double Height)> Boxes(string fill) =>
        All("rect").Where(r => (string?)r.Attribute("fill") == fill).Select(r => (At(r, "x"), At(r, "y"), At(r, "width"), At(r, "height")));

    public (double X, double Y, string? Anchor) Word(string text) =>
        All("text").Where(t => t.Value == text).Select(t => (At(t, "x"), At(t, "y"), (string?)t.Attribute("text-anchor"))).Single();

    /// <summary>Corners of the paths of a colour, a list for each stroke.</summary>
    public IReadOnlyList<IReadOnlyList<(double X, double Y)>> Strokes(string attribute, string colour) =>
        [.. All("path").Where(p => (string?)p.Attribute(attribute) == colour).SelectMany(p => Corners((string)p.Attribute("d")!))];

    private static IEnumerable<IReadOnlyList<(double X, double Y)>> Corners(string path)
    {
        var corners = new List<(double X, double Y)>();
        char command = ' ';
        double? x = null;
        foreach (Match token in Token().Matches(path))
        {
            if (char.IsAsciiLetter(token.Value[0]))
            {
                command = token.Value[0];
                if (command != 'M' || corners.Count == 0)
                    continue;
                yield return corners;
                corners = [];
                continue;
            }

            double number = double.Parse(token.Value, CultureInfo.InvariantCulture);
            if (x is not { } first)
            {
                x = number;
                continue;
            }

            corners.Add(command == 'l' ? (Math.Round(corners[^1].X + first, 1), Math.Round(corners[^1].Y + number, 1)) : (first, number));
            x = null;
        }

        if (corners.Count > 0)
            yield return corners;
    }

    private static double At(XElement element, string name) =>
        element.Attribute(name) is { } value ? double.Parse(value.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"[A-Za-z]|-?\d+(?:\.\d+)?")]
    private static partial Regex Token();
}
