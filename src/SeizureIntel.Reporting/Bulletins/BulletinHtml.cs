using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>The bulletin as one self-contained HTML file: style and drawings inside, no address outside, for screen and print.</summary>
public static class BulletinHtml
{
    /// <summary>The page.</summary>
    /// <param name="bulletin">The document.</param>
    /// <param name="drawings">One SVG a chart of the document, by the chart's id.</param>
    public static string Write(Bulletin bulletin, IReadOnlyDictionary<string, string> drawings)
    {
        ArgumentNullException.ThrowIfNull(bulletin);
        ArgumentNullException.ThrowIfNull(drawings);
        Dictionary<string, string> evidence = bulletin.Figures.ToDictionary(f => f.Id, f => f.EvidenceId, StringComparer.Ordinal);
        var page = new Page(
            new HtmlWriter(),
            new BlockHtml(figure => "#" + evidence[figure], chart => Drawing(chart, drawings[chart]), Phrases.English)
        );
        // Without an icon of its own a browser asks the server for one, and a mail attachment has no server.
        page.Html.Raw(
                "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                    + "content=\"width=device-width, initial-scale=1\"><link rel=\"icon\" href=\"data:,\">"
            )
            .Raw("<meta name=\"color-scheme\" content=\"light dark\">")
            .Element("title", $"{bulletin.Banner.Marking} {bulletin.Banner.Title}")
            .Raw("<style>")
            .Raw(BulletinStyle.Css(bulletin.Banner))
            .Raw("</style></head>\n<body>")
            .Line();
        Marking(page, bulletin.Banner, "top");
        page.Html.Raw("<main>").Line();
        Banner(page, bulletin.Banner);
        BottomLine(page, bulletin);
        foreach (BulletinSection section in bulletin.Sections)
            Section(page, section);
        Evidence(page, bulletin);
        page.Html.Raw("</main>").Line();
        Marking(page, bulletin.Banner, "bottom");
        page.Html.Raw("</body></html>").Line();
        return page.Html.ToString();
    }

    private static void Marking(Page page, BulletinBanner banner, string place) =>
        page.Html.Raw($"<div class=\"tlp tlp-{place} {ColourOf(banner)}\">").Element("span", banner.Marking).Raw("</div>").Line();

    private static void Banner(Page page, BulletinBanner banner)
    {
        page.Html.Raw("<header>")
            .Element("p", "Seizure bulletin", "kicker")
            .Element("h1", $"{banner.Region}, {PeriodWords.Span(banner.From, banner.To)}")
            .Raw("<dl class=\"banner\">");
        (string Name, string? Value)[] facts =
        [
            ("Marking", banner.Marking),
            ("Product", banner.ProductNumber),
            (
                "Data cut-off",
                banner.DataCutOff is { } cut
                    ? cut.ToUniversalTime().ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture)
                    : "no data"
            ),
            ("Issued", NumberWords.Day(banner.IssuedOn)),
            ("Originator", banner.Originator),
            ("Pages", banner.Pages?.ToString(CultureInfo.InvariantCulture)),
        ];
        foreach ((string name, string? value) in facts)
        {
            if (value is not null)
                page.Html.Raw("<div>").Element("dt", name).Element("dd", value).Raw("</div>");
        }

        page.Html.Raw("</dl></header>").Line();
    }

    private static void BottomLine(Page page, Bulletin bulletin)
    {
        page.Html.Raw("<section id=\"bottom-line\" class=\"bottom-line\">").Element("h2", "Bottom line");
        page.Html.Raw(page.Blocks.BottomLine(bulletin.BottomLine)).Raw("</section>").Line();
    }

    private static void Section(Page page, BulletinSection section)
    {
        page.Html.Raw($"<section id=\"{HtmlWriter.Encode(section.Id)}\"{(section.IsScreenOnly ? " class=\"screen-only\"" : "")}>")
            .Element("h2", section.Title)
            .Line();
        bool isFlowing = false;
        foreach (BulletinBlock block in section.Blocks)
        {
            if (isFlowing == block.IsWide)
                page.Html.Raw(block.IsWide ? "</div>" : "<div class=\"flow\">").Line();
            isFlowing = !block.IsWide;
            page.Html.Raw(page.Blocks.Block(block));
        }

        page.Html.Raw(isFlowing ? "</div></section>" : "</section>").Line();
    }

    // In HTML the SVG's namespace is understood; written out it would be the file's only absolute address.
    private static string Drawing(string chart, string svg) =>
        $"<div class=\"chart\" id=\"{HtmlWriter.Encode(chart)}\">"
        + svg.Replace(" xmlns=\"http://www.w3.org/2000/svg\"", "", StringComparison.Ordinal)
        + "</div>";

    private static void Evidence(Page page, Bulletin bulletin)
    {
        if (bulletin.Evidence.Count == 0)
            return;
        page.Html.Raw("<section id=\"evidence\">")
            .Element("h2", "Annex: the queries behind the figures")
            .Element(
                "p",
                "Each row gives the records behind the figures that link to it. Run the command in the folder of the installation; "
                    + "the text between the quotes is the query as JSON, for the search page and the API as well.",
                "note screen-only"
            )
            .Element(
                "p",
                "Each row names the records behind the figures that link to it. Their queries stand in bulletin.html, as commands, and in "
                    + "bulletin.json.",
                "note print-only"
            );
        if (bulletin.Evidence.Any(e => e.IsScreenOnly))
            page.Html.Element(
                "p",
                "This print leaves out the figures of maps and grids and their queries; bulletin.html and bulletin.json hold them.",
                "note print-only"
            );
        page.Html.Raw("<ol class=\"evidence\">").Line();
        foreach (BulletinEvidence evidence in bulletin.Evidence)
        {
            page.Html.Raw($"<li id=\"{evidence.Id}\"{(evidence.IsScreenOnly ? " class=\"screen-only\"" : "")}>")
                .Element("b", evidence.Id)
                .Text(" ")
                .Text(evidence.Label)
                .Text(" · ")
                .Text(evidence.Count is { } n ? UnitWords.With(n, "seizures") : "count suppressed")
                .Element("code", evidence.Command)
                .Raw("</li>")
                .Line();
        }

        page.Html.Raw("</ol></section>").Line();
    }

    private static string ColourOf(BulletinBanner banner) =>
        banner.Marking switch
        {
            "TLP:RED" => "red",
            "TLP:AMBER" or "TLP:AMBER+STRICT" => "amber",
            "TLP:GREEN" => "green",
            _ => "clear",
        };

    private sealed record Page(HtmlWriter Html, BlockHtml Blocks);
}
