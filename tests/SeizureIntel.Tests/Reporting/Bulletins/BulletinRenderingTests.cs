using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SeizureIntel.Reporting.Bulletins;
using SeizureIntel.Reporting.Drawing;
using SeizureIntel.Reporting.Printing;
using SeizureIntel.Reporting.Settings;
using Xunit;

namespace SeizureIntel.Tests.Reporting.Bulletins;

public sealed class BulletinRenderingTests
{
    private static readonly Bulletin Document = new BulletinBuilder(BulletinFixture.Codes).Build(
        BulletinFixture.Request,
        BulletinFixture.Studies
    );
    private static readonly string Html = BulletinHtml.Write(Document, Frames(Document));

    [Fact]
    public void The_page_holds_no_absolute_address_even_where_the_words_of_the_data_look_like_one()
    {
        BulletinRequest request = BulletinFixture.Request with
        {
            Region = "http://example.org",
            Originator = "//example.org/<b>",
            Contact = "https://example.org",
        };
        Bulletin bulletin = new BulletinBuilder(BulletinFixture.Codes).Build(request, BulletinFixture.Studies);
        string html = BulletinHtml.Write(bulletin, Frames(bulletin));
        Assert.DoesNotContain("//", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html.Split("id=\"evidence\"")[0], StringComparison.Ordinal);
        Assert.Contains("/&#47;example.org/&lt;b&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_runs_nothing_and_loads_nothing()
    {
        IDocument page = new HtmlParser().ParseDocument(Html);
        // The empty icon keeps a browser from asking a server for one.
        Assert.Equal("data:,", Assert.Single(page.QuerySelectorAll("link")).GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("script, iframe, object, embed, img, form, video, audio, base"));
        Assert.DoesNotContain("@import", Html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", Html, StringComparison.Ordinal);
        Assert.All(page.All, e => Assert.DoesNotContain(e.Attributes, a => a.Name.StartsWith("on", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_figure_leads_to_a_row_of_the_annex_that_holds_its_query()
    {
        IDocument page = new HtmlParser().ParseDocument(Html);
        IHtmlCollection<IElement> figures = page.QuerySelectorAll("a.figure");
        Assert.True(figures.Length > 100);
        Dictionary<string, BulletinEvidence> evidence = Document.Evidence.ToDictionary(e => e.Id);
        foreach (IElement figure in figures)
        {
            string target = figure.GetAttribute("href")!.TrimStart('#');
            IElement row = page.GetElementById(target)!;
            Assert.True(row is { LocalName: "li" } && row.Closest("#evidence") is not null);
            Assert.Equal($"./run search --query '{evidence[target].QueryJson}'", row.QuerySelector("code")!.TextContent);
        }
    }

    [Fact]
    public void Ids_are_unique_in_the_page()
    {
        IEnumerable<string> ids = new HtmlParser().ParseDocument(Html).QuerySelectorAll("[id]").Select(e => e.Id!);
        Assert.Empty(ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void The_figures_of_the_json_are_those_of_the_page()
    {
        using JsonDocument json = JsonDocument.Parse(BulletinJson.Write(Document));
        Dictionary<string, string> inJson = json
            .RootElement.GetProperty("figures")
            .EnumerateArray()
            .ToDictionary(f => f.GetProperty("id").GetString()!, f => f.GetProperty("text").GetString()!);
        Dictionary<string, string> inPage = new HtmlParser()
            .ParseDocument(Html)
            .QuerySelectorAll("a.figure")
            .ToDictionary(a => a.Id!, a => a.TextContent);
        Assert.Equal(inJson.OrderBy(f => f.Key, StringComparer.Ordinal), inPage.OrderBy(f => f.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void A_figure_of_the_json_has_query_n_method_and_cut_off()
    {
        using JsonDocument json = JsonDocument.Parse(BulletinJson.Write(Document));
        JsonElement drugs = json
            .RootElement.GetProperty("figures")
            .EnumerateArray()
            .First(f => f.GetProperty("label").GetString() == "Headings · Drugs · Seizures");
        Assert.Equal(2431, drugs.GetProperty("value").GetDouble());
        Assert.Equal(2431, drugs.GetProperty("n").GetInt32());
        Assert.Equal("overview", drugs.GetProperty("method").GetString());
        Assert.Equal("2014-01-15T06:00:00Z", drugs.GetProperty("data_cut_off").GetString());
        Assert.Equal("H01", drugs.GetProperty("query").GetProperty("where").GetProperty("heading")[0].GetString());
    }

    [Fact]
    public void The_marking_stands_at_head_and_foot_of_page_and_print()
    {
        Assert.Equal(2, new HtmlParser().ParseDocument(Html).QuerySelectorAll(".tlp").Count(e => e.TextContent == "TLP:AMBER"));
        Assert.Contains("@top-center{content:\"TLP:AMBER\"", Html, StringComparison.Ordinal);
        Assert.Contains("@bottom-center{content:\"TLP:AMBER\"", Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fr-FR")]
    [InlineData("ar-SA")]
    public void The_same_document_gives_the_same_bytes_in_every_culture(string culture)
    {
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Bulletin again = new BulletinBuilder(BulletinFixture.Codes).Build(BulletinFixture.Request, BulletinFixture.Studies);
            Assert.Equal(BulletinJson.Write(Document), BulletinJson.Write(again));
            Assert.Equal(Html, BulletinHtml.Write(again, Frames(again)));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task A_bulletin_is_drawn_printed_and_written()
    {
        var options = new ReportingOptions();
        string folder = Directory.CreateTempSubdirectory("seizureintel-bulletin-").FullName;
        try
        {
            var press = new BulletinPress(new ScottPlotRenderer(), new ChromiumPrinter(options));
            BulletinFiles files = await press.WriteAsync(Document, folder, TestContext.Current.CancellationToken);
            string html = await File.ReadAllTextAsync(files.HtmlPath, TestContext.Current.CancellationToken);
            Assert.DoesNotContain("//", html, StringComparison.Ordinal);
            IDocument page = new HtmlParser().ParseDocument(html);
            Assert.Equal(Document.Charts.Count, page.QuerySelectorAll("svg[role=img] > title").Length);
            Assert.All(page.QuerySelectorAll("[id]").GroupBy(e => e.Id), g => Assert.Single(g));
            Assert.SkipUnless(File.Exists(options.ChromiumPath), $"Skipped: {options.ChromiumPath} is not installed.");
            Assert.True(files.PdfPath is not null, files.PdfNotice);
            Assert.Equal(
                "%PDF-",
                System.Text.Encoding.ASCII.GetString(await File.ReadAllBytesAsync(files.PdfPath, TestContext.Current.CancellationToken))[
                    ..5
                ]
            );
            Assert.InRange(files.Bulletin.Banner.Pages!.Value, 4, 9);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Without_chromium_there_is_a_page_and_one_sentence()
    {
        string folder = Directory.CreateTempSubdirectory("seizureintel-bulletin-").FullName;
        try
        {
            Bulletin empty = new BulletinBuilder(BulletinFixture.Codes).Build(BulletinFixture.Request, []);
            var options = new ReportingOptions { ChromiumPath = "/nowhere/chromium" };
            BulletinFiles files = await new BulletinPress(new ScottPlotRenderer(), new ChromiumPrinter(options)).WriteAsync(
                empty,
                folder,
                TestContext.Current.CancellationToken
            );
            Assert.True(File.Exists(files.HtmlPath));
            Assert.Null(files.PdfPath);
            Assert.StartsWith("No PDF: Chromium was not found at /nowhere/chromium", files.PdfNotice, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // A frame in place of each drawing: these tests are about the page around it.
    private static Dictionary<string, string> Frames(Bulletin bulletin) =>
        bulletin.Charts.ToDictionary(c => c.Id, c => "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 344 200\"></svg>");
}
