using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Charts;

namespace SeizureIntel.Reporting.Drawing;

/// <summary>Makes a drawn SVG fit to stand inside a document: shapes alone and few of them, words as words, colours that follow the page, a name for
/// readers who cannot see it, and nothing that runs or points outside.</summary>
internal static partial class SvgFinishing
{
    // What a page says of its own fonts goes first; a file by itself takes the system's.
    private const string Fonts = "system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',Arial,sans-serif";
    private const double HaloWidth = 3;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    // The drawing writes colours as their shortest hexadecimal form or name.
    private static readonly string[] Known =
    [
        "d",
        "fill",
        "fill-opacity",
        "stroke",
        "stroke-opacity",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
        "x",
        "y",
        "width",
        "height",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
    ];

    private static readonly Dictionary<string, string> Variables = ChartColours.All.ToDictionary(
        c => c.Light,
        c => $"var({c.Variable},{c.Light})",
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The finished SVG.</summary>
    /// <exception cref="InvalidOperationException">The drawing holds what a document may not carry.</exception>
    public static string Finish(string drawn, IReadOnlyList<Letters> letters, Chart chart, ChartLook look, int width, int height)
    {
        List<XElement> shapes = [];
        foreach (XElement shape in XElement.Parse(drawn).Descendants().Where(e => e.Ancestors(Svg + "clipPath").FirstOrDefault() is null))
        {
            // Groups only cut at the picture's own edges, as the SVG does by itself.
            if (shape.Name == Svg + "g" || shape.Name == Svg + "clipPath")
                continue;
            Add(shapes, Shape(shape, chart.Id, look));
        }

        return new XElement(
            Svg + "svg",
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}")),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", chart.AltText),
            new XAttribute("font-family", Fonts),
            new XElement(Svg + "title", chart.AltText),
            shapes,
            letters.Select(l => Words(l, look))
        ).ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Shape(XElement drawn, string chartId, ChartLook look)
    {
        string kind = drawn.Name.LocalName;
        if (drawn.Name.Namespace != Svg || kind is not ("path" or "rect" or "circle" or "ellipse"))
            throw new InvalidOperationException($"The drawing {chartId} holds <{kind}>, which a document may not carry.");
        var shape = new XElement(drawn.Name);
        foreach (XAttribute attribute in drawn.Attributes())
        {
            string name = attribute.Name.LocalName;
            if (name == "stroke-miterlimit")
                continue;
            if (!Known.Contains(name, StringComparer.Ordinal))
                throw new InvalidOperationException(
                    $"The drawing {chartId} holds {name}=\"{attribute.Value}\", which a document may not carry."
                );
            shape.SetAttributeValue(
                name,
                name switch
                {
                    "fill" or "stroke" => Colour(attribute.Value, look),
                    "fill-opacity" or "stroke-opacity" => Rounded(attribute.Value, 2),
                    "d" => ShortPath.Of(attribute.Value),
                    _ => Rounded(attribute.Value, name == "stroke-width" ? 2 : 1),
                }
            );
        }

        if (shape.Attribute("stroke") is not null)
            shape.SetAttributeValue("stroke-linejoin", "round");
        return shape;
    }

    // A rim follows its area along the same path, and many shapes of one look follow each other: each is written once.
    private static void Add(List<XElement> shapes, XElement shape)
    {
        if (shapes.Count == 0 || shape.Name != Svg + "path" || shapes[^1].Name != shape.Name)
        {
            shapes.Add(shape);
            return;
        }

        XElement last = shapes[^1];
        string path = (string)shape.Attribute("d")!,
            before = (string)last.Attribute("d")!;
        bool isRim = (string?)shape.Attribute("fill") == "none" && last.Attribute("stroke") is null;
        if (isRim && before == path)
        {
            foreach (XAttribute attribute in shape.Attributes().Where(a => a.Name != "d" && a.Name != "fill"))
                last.SetAttributeValue(attribute.Name, attribute.Value);
            if (shapes.Count > 1 && shapes[^2].Name == last.Name && IsOpaque(last) && Look(shapes[^2]) == Look(last))
            {
                shapes[^2].SetAttributeValue("d", (string)shapes[^2].Attribute("d")! + path);
                shapes.RemoveAt(shapes.Count - 1);
            }
        }
        else
            shapes.Add(shape);
    }

    private static bool IsOpaque(XElement shape) => shape.Attribute("fill-opacity") is null && shape.Attribute("stroke-opacity") is null;

    private static string Look(XElement shape) =>
        string.Join(' ', shape.Attributes().Where(a => a.Name != "d").Select(a => a.ToString()).Order(StringComparer.Ordinal));

    private static XElement Words(Letters letter, ChartLook look)
    {
        var words = new XElement(
            Svg + "text",
            new XAttribute("x", Number(letter.X)),
            new XAttribute("y", Number(letter.Baseline)),
            new XAttribute("font-size", Number(letter.Size)),
            new XAttribute("fill", Ink(letter.Colour, look))
        );
        if (letter.Anchor != TextAnchor.Start)
            words.SetAttributeValue("text-anchor", letter.Anchor == TextAnchor.End ? "end" : "middle");
        if (letter.IsBold)
            words.SetAttributeValue("font-weight", "600");
        if (letter.HasHalo)
        {
            words.SetAttributeValue("stroke", Ink(ChartColours.Paper, look));
            words.SetAttributeValue("stroke-width", Number(HaloWidth));
            words.SetAttributeValue("stroke-linejoin", "round");
            words.SetAttributeValue("paint-order", "stroke");
        }

        words.Add(letter.Text);
        return words;
    }

    private static string Ink(ChartColour colour, ChartLook look) =>
        look switch
        {
            ChartLook.Page => Variables[colour.Light],
            ChartLook.Dark => colour.Dark,
            _ => colour.Light,
        };

    private static string Colour(string drawn, ChartLook look) =>
        look == ChartLook.Page ? Variables.GetValueOrDefault(drawn, drawn) : drawn.ToLowerInvariant();

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    private static string Rounded(string text, int digits) =>
        Decimals()
            .Replace(text, n =>
                Math.Round(double.Parse(n.Value, CultureInfo.InvariantCulture), digits).ToString(CultureInfo.InvariantCulture)
            );

    [GeneratedRegex(@"-?\d+\.\d+(?:[eE][+-]?\d+)?")]
    private static partial Regex Decimals();
}
