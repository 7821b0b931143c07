using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SeizureIntel.Tests.Workbench.Studies;

/// <summary>Walks every number of an edition and gives those that are counts from one to four. What is no count must say so by its own words: the list
/// below is short, and whatever it does not name is taken for a count.</summary>
internal static partial class EditionWalk
{
    // Dates and quarters, page numbers, anchors, bounds, bands, physical quantities, numbers of reporters, months, days and the like.
    private static readonly Regex[] NoCounts =
    [
        new(@"\d{4}-\d\d-\d\d(T[\d:]+Z?)?"),
        new(@"Q[1-4][\s\u00a0]\d{4}"),
        new(@"\d{1,2}[\s\u00a0](Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b"),
        new(@"page \d+ of \d+"),
        new(@"\b[efH]\d+\b"),
        new(@"\d+ of \d+ (reporters|countries)|\d+ (of|largest of|first of) \d+ (legs|rows|findings|products|reporters)"),
        new(@"\d+[\s\u00a0](reporters?|months?|quarters?|days?|weeks?|countries|findings|legs|rows|products)\b"),
        new(@"\d+; \d+ in every quarter"),
        new(@"[\d.,]+[\s\u00a0](kg|pieces?|sticks?|g|L|rounds?|t)\b"),
        new(@"[\d.,]+–[\d.,]+[\s\u00a0]%|[\d.,]+[\s\u00a0]%"),
        new(@"<5|[Ff]ewer than 5|>\d[\d,]*|more than \d[\d,]*|\d[\d,]*–\d[\d,]*|\d+\+"),
        new(@"1 − q|from one to 4|one to 4|least twice|section \d+|05\.60"),
        new(@"\[[^\]]*\]"),
    ];

    // Axes of charts count from zero in round steps.
    private static readonly string[] Axes = ["0", "1", "2", "3", "4"];

    // What a key of the JSON holds that is no text for readers: queries, anchors and sizes of drawings.
    private static readonly string[] Machine =
    [
        "query",
        "command",
        "id",
        "evidence",
        "figure",
        "method",
        "width",
        "height",
        "pages",
        "product_number",
        // Expectations, intervals and q-values of a model.
        "statistics",
    ];

    /// <summary>Small counts in a text.</summary>
    public static IEnumerable<string> OfText(string where, string text)
    {
        string masked = NoCounts.Aggregate(text, (t, no) => no.Replace(t, m => new string(' ', m.Length)));
        return SmallNumber()
            .Matches(masked)
            .Select(m => $"{where}: {m.Value} in \"{text[Math.Max(0, m.Index - 50)..Math.Min(text.Length, m.Index + 50)]}\"");
    }

    /// <summary>Small counts in texts and attributes of a page; the texts of its drawings but for their axes.</summary>
    public static IEnumerable<string> OfPage(string html)
    {
        IDocument page = new HtmlParser().ParseDocument(html);
        foreach (IElement machine in page.QuerySelectorAll("style, code").ToList())
            machine.Remove();
        // Cells and facts are read one by one, running text as a whole.
        foreach (IElement element in page.All.Where(e => e.ChildNodes.OfType<IText>().Any(t => t.Data.Trim().Length > 0)))
        {
            string text = element.LocalName is "li" or "p" or "dd" or "span" ? element.TextContent : Own(element);
            if (element.LocalName == "text" && Axes.Contains(text.Trim(), StringComparer.Ordinal) && IsAxis(element))
                continue;
            foreach (string found in OfText("page " + element.LocalName, text))
                yield return found;
        }

        foreach (IElement element in page.All)
        {
            foreach (IAttr attribute in element.Attributes.Where(a => a.Name is "aria-label" or "title" or "alt" or "data-label"))
            {
                foreach (string found in OfText("page @" + attribute.Name, attribute.Value))
                    yield return found;
            }
        }
    }

    /// <summary>Small counts in strings and numbers of the JSON, those of chart options among them.</summary>
    public static IEnumerable<string> OfJson(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return [.. OfJson(document.RootElement, "$", "")];
    }

    private static IEnumerable<string> OfJson(JsonElement element, string path, string key)
    {
        if (Machine.Contains(key, StringComparer.Ordinal) && !(key == "figure" && element.ValueKind == JsonValueKind.Object))
            return [];
        return element.ValueKind switch
        {
            JsonValueKind.Object when key == "option" => OfOption(element, path),
            JsonValueKind.Object => element
                .EnumerateObject()
                .Where(p => p.Name != "value" || !IsShare(element))
                .SelectMany(p => OfJson(p.Value, path + "." + p.Name, p.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany((e, i) => OfJson(e, $"{path}[{i}]", key)),
            JsonValueKind.String => OfText(path, element.GetString()!),
            JsonValueKind.Number => OfNumber(path, element.GetDouble()),
            _ => [],
        };
    }

    // A chart tells the values of its lines and bars, the names of its cells and its labels; a cell's value is its place and step.
    private static IEnumerable<string> OfOption(JsonElement option, string path)
    {
        if (option.TryGetProperty("title", out JsonElement title))
        {
            foreach (string small in OfText(path + ".title", title.GetProperty("text").GetString()!))
                yield return small;
        }

        foreach (JsonElement series in option.GetProperty("series").EnumerateArray())
        {
            string type = series.GetProperty("type").GetString()!;
            foreach (JsonElement datum in series.GetProperty("data").EnumerateArray())
            {
                JsonElement value = datum.ValueKind == JsonValueKind.Object ? datum.GetProperty("value") : datum;
                bool isExpected =
                    series.TryGetProperty("name", out JsonElement name) && name.GetString() is " " or "Range expected" or "Expected";
                IEnumerable<string> found =
                [
                    .. value.ValueKind == JsonValueKind.Number && !isExpected ? OfNumber(path + "." + type, value.GetDouble()) : [],
                    .. datum.ValueKind == JsonValueKind.Object && datum.TryGetProperty("name", out JsonElement called)
                        ? OfText(path + "." + type, called.GetString()!)
                        : [],
                    .. datum.ValueKind == JsonValueKind.Object
                    && datum.TryGetProperty("label", out JsonElement label)
                    && label.TryGetProperty("formatter", out JsonElement text)
                        ? OfText(path + "." + type, text.GetString()!)
                        : [],
                ];
                foreach (string small in found)
                    yield return small;
            }
        }
    }

    private static IEnumerable<string> OfNumber(string path, double value) =>
        value is >= 1 and <= 4 && value == Math.Floor(value) ? [$"{path}: {value.ToString(CultureInfo.InvariantCulture)}"] : [];

    // All of the records is a share of one.
    private static bool IsShare(JsonElement figure) => figure.TryGetProperty("unit", out JsonElement unit) && unit.GetString() == "share";

    private static string Own(IElement element) => string.Concat(element.ChildNodes.OfType<IText>().Select(t => t.Data));

    // A tick of an axis stands beside others of the same drawing that go up in equal steps.
    private static bool IsAxis(IElement text) =>
        text.Closest("svg") is { } drawing
        && drawing.QuerySelectorAll("text").Select(t => t.TextContent.Trim()).Contains("0", StringComparer.Ordinal);

    [GeneratedRegex(@"(?<![\w.,−+-])[1-4](?![\w.,]*\w|[\s\u00a0]%)")]
    private static partial Regex SmallNumber();
}
