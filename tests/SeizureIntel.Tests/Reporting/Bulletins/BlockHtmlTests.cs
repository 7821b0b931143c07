using System.Collections.Generic;
using System.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SeizureIntel.Reporting.Bulletins;
using SeizureIntel.Reporting.Wording;
using Xunit;

namespace SeizureIntel.Tests.Reporting.Bulletins;

public sealed class BlockHtmlTests
{
    private static readonly Bulletin Document = new BulletinBuilder(BulletinFixture.Codes).Build(
        BulletinFixture.Request,
        BulletinFixture.Studies
    );

    [Fact]
    public void A_bulletin_and_a_page_say_the_same_of_every_block()
    {
        Dictionary<string, string> drawings = Document.Charts.ToDictionary(c => c.Id, c => $"<svg><title>{c.Id}</title></svg>");
        IDocument bulletin = new HtmlParser().ParseDocument(BulletinHtml.Write(Document, drawings));
        var page = new BlockHtml(figure => "/records/" + figure, chart => drawings[chart], Phrases.English);
        string[] printed = [.. bulletin.QuerySelectorAll("section .block").Select(b => b.TextContent)];
        string[] shown =
        [
            .. Document
                .Sections.SelectMany(s => s.Blocks)
                .Select(b => new HtmlParser().ParseDocument(page.Block(b)).QuerySelector(".block")!.TextContent),
        ];
        Assert.NotEmpty(shown);
        Assert.Equal(printed, shown);
    }

    [Fact]
    public void Every_figure_of_a_page_leads_to_its_records()
    {
        var page = new BlockHtml(figure => "/records/" + figure, _ => "", Phrases.English);
        IElement[] figures =
        [
            .. Document
                .Sections.SelectMany(s => s.Blocks)
                .SelectMany(b => new HtmlParser().ParseDocument(page.Block(b)).QuerySelectorAll("a.figure")),
        ];
        Assert.NotEmpty(figures);
        Assert.All(figures, f => Assert.Equal("/records/" + f.Id, f.GetAttribute("href")));
    }

    [Fact]
    public void What_scrolls_is_reached_by_keyboard_and_has_a_name()
    {
        var page = new BlockHtml(_ => null, _ => "", Phrases.English);
        IElement[] regions =
        [
            .. Document
                .Sections.SelectMany(s => s.Blocks)
                .Where(b => b.Table is not null)
                .Select(b => new HtmlParser().ParseDocument(page.Block(b)).QuerySelector(".scroll")!),
        ];
        Assert.NotEmpty(regions);
        Assert.All(regions, r => Assert.Equal(("0", "region"), (r.GetAttribute("tabindex"), r.GetAttribute("role"))));
        Assert.All(regions, r => Assert.False(string.IsNullOrEmpty(r.GetAttribute("aria-label"))));
    }

    [Fact]
    public void A_text_or_an_address_never_becomes_markup()
    {
        var page = new BlockHtml(_ => "/x?q=\"><script>", _ => "", Phrases.English);
        var block = new BulletinBlock { Facts = [new BulletinFact("<b>", new BulletinCell("<i>", "f\"1"))] };
        IDocument html = new HtmlParser().ParseDocument(page.Block(block));
        Assert.Empty(html.QuerySelectorAll("b, i, script"));
        Assert.Equal("/x?q=\"><script>", html.QuerySelector("a")!.GetAttribute("href"));
    }
}
