using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>The bulletin as one self-contained HTML file: style and drawings inside, no address outside, for screen and print.</summary>
public static class BulletinHtml
{
    private const int ShortFact = 12;

    /// <summary>The page.</summary>
    /// <param name="bulletin">The document.</param>
    /// <param name="drawings">One SVG a chart of the document, by the chart's id.</param>
    public static string Write(Bulletin bulletin, IReadOnlyDictionary<string, string> drawings)
    {
        ArgumentNullException.ThrowIfNull(bulletin);
        ArgumentNullException.ThrowIfNull(drawings);
        Dictionary<string, string> evidence = bulletin.Figures.ToDictionary(f => f.Id, f => f.EvidenceId, StringComparer.Ordinal);
        var page = new Page(new HtmlWriter(), evidence, drawings);
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
        Statements(page, bulletin.BottomLine, isShort: true);
        page.Html.Raw("</section>").Line();
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
            Block(page, block);
        }

        page.Html.Raw(isFlowing ? "</div></section>" : "</section>").Line();
    }

    private static void Block(Page page, BulletinBlock block)
    {
        string kind = (block.IsWide ? " wide" : "") + (block.ChartId is null ? "" : " chart-block");
        page.Html.Raw($"<div class=\"block{kind}\">");
        if (block.Title is { } title)
            page.Html.Element("h3", title);
        if (block.Nil is { } nil)
            page.Html.Element("p", nil, "nil");
        if (block.Paragraph is { } paragraph)
            page.Html.Element("p", paragraph);
        if (block.Facts is { } facts)
            Facts(page, facts);
        if (block.Cards is { } cards)
            Cards(page, cards);
        if (block.Statements is { } statements)
            Statements(page, statements, isShort: false);
        if (block.Table is { } table)
            Table(page, table);
        if (block.ChartId is { } chart)
            Drawing(page, chart);
        if (block.Note is { } note)
            page.Html.Element("p", note, "note");
        page.Html.Raw("</div>").Line();
    }

    private static void Facts(Page page, IReadOnlyList<BulletinFact> facts)
    {
        // Names with a number each stand as in a table.
        page.Html.Raw(facts.All(f => f.Value.Text.Length <= ShortFact) ? "<dl class=\"facts short\">" : "<dl class=\"facts\">");
        foreach (BulletinFact fact in facts)
        {
            page.Html.Raw("<div>").Element("dt", fact.Name).Raw("<dd>");
            page.Cell(fact.Value);
            page.Html.Raw("</dd></div>");
        }

        page.Html.Raw("</dl>");
    }

    private static void Cards(Page page, IReadOnlyList<BulletinCard> cards)
    {
        page.Html.Raw("<ul class=\"cards\">");
        foreach (BulletinCard card in cards)
        {
            page.Html.Raw("<li>").Element("span", card.Label, "label").Raw("<span class=\"value\">");
            page.Cell(card.Value);
            page.Html.Raw("</span>")
                .Element("span", card.ChangeAll is { } all ? "all reporters " + all : "", "change")
                .Element("span", card.ChangePanel is { } panel ? "constant panel " + panel : "", "change")
                .Raw("</li>");
        }

        page.Html.Raw("</ul>");
    }

    private static void Statements(Page page, IReadOnlyList<BulletinStatement> statements, bool isShort)
    {
        page.Html.Raw("<ol class=\"statements\">").Line();
        foreach (BulletinStatement s in statements)
        {
            page.Html.Raw("<li>").Element("strong", s.Subject);
            if (s.Figure is { } figure)
            {
                page.Html.Text(s.Text.Length > 0 ? ": " + s.Text : "").Text(s.Comparison.Length > 0 ? ". " : ": ");
                page.Cell(figure);
                page.Html.Text(s.Comparison.Length > 0 ? " " + s.Comparison : "")
                    .Text(s.Period.Length > 0 ? ", " + s.Period : "")
                    .Text(".");
            }
            else
                page.Html.Text(". ").Text(s.Text);
            if (s.SoWhat.Length > 0)
                page.Html.Text(" ").Element("span", Sentence(s.SoWhat), "so-what");
            if (s.Also.Length > 0)
                page.Html.Text(" ").Element("span", Sentence(s.Also), "also");
            if (s.Certainty.Length > 0)
                page.Html.Text(" ").Element("span", Sentence(s.Certainty), "certainty");
            if (s.Statistics.Length > 0)
                page.Html.Text(" ").Element("span", $"[{s.Statistics}]", "statistics");
            if (!isShort && s.Caveats.Length > 0)
                page.Html.Text(" ").Element("span", s.Caveats, "caveats");
            page.Html.Raw("</li>").Line();
        }

        page.Html.Raw("</ol>");
    }

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..] + ".";

    private static void Table(Page page, BulletinTable table)
    {
        // A short table is not torn apart at a page's end.
        string keep = table.Rows.Count <= 16 ? "scroll keep" : "scroll";
        page.Html.Raw($"<div class=\"{keep}\"><table id=\"{HtmlWriter.Encode(table.Id)}\"><thead><tr>");
        foreach (BulletinColumn column in table.Columns)
            page.Html.Raw(column.IsNumber ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">").Text(column.Label).Raw("</th>");
        page.Html.Raw("</tr></thead><tbody>").Line();
        foreach (IReadOnlyList<BulletinCell> row in table.Rows)
        {
            page.Html.Raw("<tr>");
            for (int i = 0; i < row.Count; i++)
            {
                page.Html.Raw(table.Columns[i].IsNumber ? "<td class=\"n\"" : "<td")
                    .Raw(" data-label=\"")
                    .Text(table.Columns[i].Label)
                    .Raw("\">");
                page.Cell(row[i]);
                page.Html.Raw("</td>");
            }

            page.Html.Raw("</tr>").Line();
        }

        page.Html.Raw("</tbody></table></div>");
    }

    private static void Drawing(Page page, string chart)
    {
        // In HTML the SVG's namespace is understood; written out it would be the file's only absolute address.
        string svg = page.Drawings[chart].Replace(" xmlns=\"http://www.w3.org/2000/svg\"", "", StringComparison.Ordinal);
        page.Html.Raw($"<div class=\"chart\" id=\"{HtmlWriter.Encode(chart)}\">").Raw(svg).Raw("</div>");
    }

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

    private sealed record Page(HtmlWriter Html, IReadOnlyDictionary<string, string> Evidence, IReadOnlyDictionary<string, string> Drawings)
    {
        public void Cell(BulletinCell cell)
        {
            if (cell.FigureId is { } figure)
                Html.Raw($"<a class=\"figure\" id=\"{figure}\" href=\"#{Evidence[figure]}\">").Text(cell.Text).Raw("</a>");
            else
                Html.Text(cell.Text);
        }
    }
}
