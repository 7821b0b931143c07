using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>Draws the blocks of a document as HTML, for bulletins and pages alike: one figure looks and reads the same in both.</summary>
/// <param name="linkOf">Where the records behind a figure stand, by the figure's id; null where it leads nowhere.</param>
/// <param name="drawingOf">A chart's markup by the chart's id; trusted, not encoded.</param>
/// <param name="phrases">The language of the document.</param>
public sealed class BlockHtml(Func<string, string?> linkOf, Func<string, string> drawingOf, Phrases phrases)
{
    private const int ShortFact = 12;
    private const int ShortTable = 16;

    private HtmlWriter _html = new();

    /// <summary>One block; not for two threads at once.</summary>
    public string Block(BulletinBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        _html = new HtmlWriter();
        string kind = (block.IsWide ? " wide" : "") + (block.ChartId is null ? "" : " chart-block");
        _html.Raw($"<div class=\"block{kind}\">");
        if (block.Title is { } title)
            _html.Element("h3", title);
        if (block.Nil is { } nil)
            _html.Element("p", nil, "nil");
        if (block.Paragraph is { } paragraph)
            _html.Element("p", paragraph);
        if (block.Facts is { } facts)
            Facts(facts);
        if (block.Cards is { } cards)
            Cards(cards);
        if (block.Statements is { } statements)
            Statements(statements, isShort: false);
        if (block.Table is { } table)
            Table(table, block.Title);
        if (block.ChartId is { } chart)
            _html.Raw(drawingOf(chart));
        if (block.Note is { } note)
            _html.Element("p", note, "note");
        _html.Raw("</div>").Line();
        return _html.ToString();
    }

    /// <summary>What stands out, said briefly; not for two threads at once.</summary>
    /// <param name="statements">The statements.</param>
    public string BottomLine(IReadOnlyList<BulletinStatement> statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        _html = new HtmlWriter();
        Statements(statements, isShort: true);
        return _html.ToString();
    }

    private void Facts(IReadOnlyList<BulletinFact> facts)
    {
        // Names with a number each stand as in a table.
        _html.Raw(facts.All(f => f.Value.Text.Length <= ShortFact) ? "<dl class=\"facts short\">" : "<dl class=\"facts\">");
        foreach (BulletinFact fact in facts)
        {
            _html.Raw("<div>").Element("dt", fact.Name).Raw("<dd>");
            Cell(fact.Value);
            _html.Raw("</dd></div>");
        }

        _html.Raw("</dl>");
    }

    private void Cards(IReadOnlyList<BulletinCard> cards)
    {
        _html.Raw("<ul class=\"cards\">");
        foreach (BulletinCard card in cards)
        {
            _html.Raw("<li>").Element("span", card.Label, "label").Raw("<span class=\"value\">");
            Cell(card.Value);
            _html
                .Raw("</span>")
                .Element("span", card.ChangeAll is { } all ? phrases.Say($"all reporters {all}") : "", "change")
                .Element("span", card.ChangePanel is { } panel ? phrases.Say($"constant panel {panel}") : "", "change")
                .Raw("</li>");
        }

        _html.Raw("</ul>");
    }

    private void Statements(IReadOnlyList<BulletinStatement> statements, bool isShort)
    {
        string colon = phrases.Fill("sign.colon");
        _html.Raw("<ol class=\"statements\">").Line();
        foreach (BulletinStatement s in statements)
        {
            _html.Raw("<li>").Element("strong", s.Subject);
            if (s.Figure is { } figure)
            {
                _html.Text(s.Text.Length > 0 ? colon + s.Text : "").Text(s.Comparison.Length > 0 ? ". " : colon);
                Cell(figure);
                _html.Text(s.Comparison.Length > 0 ? " " + s.Comparison : "").Text(s.Period.Length > 0 ? ", " + s.Period : "").Text(".");
            }
            else
                _html.Text(". ").Text(s.Text);
            if (s.SoWhat.Length > 0)
                _html.Text(" ").Element("span", Sentence(s.SoWhat), "so-what");
            if (s.Also.Length > 0)
                _html.Text(" ").Element("span", Sentence(s.Also), "also");
            if (s.Certainty.Length > 0)
                _html.Text(" ").Element("span", Sentence(s.Certainty), "certainty");
            if (s.Statistics.Length > 0)
                _html.Text(" ").Element("span", $"[{s.Statistics}]", "statistics");
            if (!isShort && s.Caveats.Length > 0)
                _html.Text(" ").Element("span", s.Caveats, "caveats");
            _html.Raw("</li>").Line();
        }

        _html.Raw("</ol>");
    }

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..] + ".";

    private void Table(BulletinTable table, string? title)
    {
        // A short table is not torn apart at a page's end.
        string keep = table.Rows.Count <= ShortTable ? "scroll keep" : "scroll";
        // What scrolls must be reached by keyboard, and say what it is.
        _html
            .Raw($"<div class=\"{keep}\" tabindex=\"0\" role=\"region\" aria-label=\"")
            .Text(title ?? phrases.Say("Table"))
            .Raw($"\"><table id=\"{HtmlWriter.Encode(table.Id)}\"><thead><tr>");
        foreach (BulletinColumn column in table.Columns)
            _html.Raw(column.IsNumber ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">").Text(column.Label).Raw("</th>");
        _html.Raw("</tr></thead><tbody>").Line();
        foreach (IReadOnlyList<BulletinCell> row in table.Rows)
        {
            _html.Raw("<tr>");
            for (int i = 0; i < row.Count; i++)
            {
                _html
                    .Raw(table.Columns[i].IsNumber ? "<td class=\"n\"" : "<td")
                    .Raw(" data-label=\"")
                    .Text(table.Columns[i].Label)
                    .Raw("\">");
                Cell(row[i]);
                _html.Raw("</td>");
            }

            _html.Raw("</tr>").Line();
        }

        _html.Raw("</tbody></table></div>");
    }

    private void Cell(BulletinCell cell)
    {
        if (cell.FigureId is { } figure && linkOf(figure) is { } address)
            _html
                .Raw($"<a class=\"figure\" id=\"{HtmlWriter.Encode(figure)}\" href=\"")
                .Text(address)
                .Raw("\">")
                .Text(cell.Text)
                .Raw("</a>");
        else
            _html.Text(cell.Text);
    }
}
