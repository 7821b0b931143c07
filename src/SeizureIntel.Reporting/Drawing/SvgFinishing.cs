using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Charts;

namespace SeizureIntel.Reporting.Drawing;

/// <summary>Makes a drawn SVG fit to stand inside a document: own ids, colours that follow the page, a name for readers who cannot see it, and
/// nothing that runs or points outside.</summary>
internal static partial class SvgFinishing
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly Dictionary<string, string> Variables = ChartColours.All.ToDictionary(
        c => c.Light,
        c => $"var({c.Variable},{c.Light})",
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The finished SVG.</summary>
    /// <exception cref="InvalidOperationException">The drawing holds a script or an address.</exception>
    public static string Finish(string drawn, ChartDrawing chart)
    {
        XElement root = XElement.Parse(drawn, LoadOptions.PreserveWhitespace);
        foreach (XElement style in root.Descendants(Svg + "style").ToList())
            style.Remove();
        foreach (XElement element in root.DescendantsAndSelf())
        {
            if (element.Name.Namespace != Svg || element.Name.LocalName is "script" or "foreignObject" or "image" or "a")
                throw new InvalidOperationException(
                    $"The drawing {chart.Id} holds <{element.Name.LocalName}>, which a document may not carry."
                );
            foreach (XAttribute attribute in element.Attributes().ToList())
                Finish(attribute, chart.Id);
        }

        root.Attributes().Where(a => a.IsNamespaceDeclaration && a.Value != Svg.NamespaceName).Remove();
        root.SetAttributeValue("width", null);
        root.SetAttributeValue("height", null);
        root.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {chart.Width} {chart.Height}"));
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("aria-label", chart.AltText);
        // Drop the ground that the library paints: the page's own shows through.
        root.Elements(Svg + "rect").Where(r => (string?)r.Attribute("fill") == "none").Remove();
        root.AddFirst(new XElement(Svg + "title", chart.AltText));
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static void Finish(XAttribute attribute, string chartId)
    {
        if (attribute.IsNamespaceDeclaration)
            return;
        string name = attribute.Name.LocalName;
        if (name == "class" || name.StartsWith("ecmeta", StringComparison.Ordinal))
        {
            attribute.Remove();
            return;
        }

        string value = LibraryId().Replace(attribute.Value, chartId + "-$1");
        if (
            name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || (name == "href" && !value.StartsWith('#'))
            || value.Contains("//", StringComparison.Ordinal)
            || value.Contains("url(", StringComparison.OrdinalIgnoreCase) && !value.Contains("url(#", StringComparison.Ordinal)
        )
            throw new InvalidOperationException($"The drawing {chartId} holds {name}=\"{value}\", which a document may not carry.");
        attribute.Value = name switch
        {
            "fill" or "stroke" => Variables.GetValueOrDefault(value, value),
            // A tenth of a pixel is finer than any print; the rest of the digits is most of a map's size.
            "d" => Decimals()
                .Replace(value, n =>
                    Math.Round(double.Parse(n.Value, CultureInfo.InvariantCulture), 1).ToString(CultureInfo.InvariantCulture)
                ),
            _ => value,
        };
    }

    [GeneratedRegex(@"-?\d+\.\d{2,}")]
    private static partial Regex Decimals();

    // zr3-c0 and the like: numbered by instance, so two documents side by side would share them.
    [GeneratedRegex(@"zr\d+-([A-Za-z0-9]+)")]
    private static partial Regex LibraryId();
}
