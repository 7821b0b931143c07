using System;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using SeizureIntel.Charts;
using SeizureIntel.Ports;
using Xunit;

namespace SeizureIntel.Tests.Ports;

/// <summary>What every chart renderer must do.</summary>
public abstract class ChartRendererContract
{
    private static readonly Chart Bars = new BarChart
    {
        Id = "bars",
        AltText = "Two bars: <a> & b",
        Categories = ["<a> & b", "c"],
        Series = [new("Seizures", [2, 1], ["2", "1"])],
        Note = "known 3 of 12",
    };

    /// <summary>A renderer that is ready to draw.</summary>
    protected abstract IChartRenderer NewRenderer();

    [Theory]
    [InlineData(ChartLook.Page)]
    [InlineData(ChartLook.Light)]
    [InlineData(ChartLook.Dark)]
    public void A_drawing_names_no_address_and_runs_no_script(ChartLook look)
    {
        XElement svg = XElement.Parse(NewRenderer().DrawSvg(Bars, look));
        Assert.All(svg.DescendantsAndSelf(), e =>
            Assert.Contains(e.Name.LocalName, (string[])["svg", "title", "path", "rect", "ellipse", "text"])
        );
        Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), a =>
            !a.IsNamespaceDeclaration
            && (a.Value.Contains("//", StringComparison.Ordinal) || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void The_words_of_a_chart_are_words_in_its_drawing()
    {
        XElement svg = XElement.Parse(NewRenderer().DrawSvg(Bars, ChartLook.Page));
        string[] words = [.. svg.Elements().Where(e => e.Name.LocalName == "text").Select(e => e.Value)];
        Assert.Equal(["1", "2", "<a> & b", "c", "known 3 of 12"], words.Order(StringComparer.Ordinal));
        Assert.Equal("Two bars: <a> & b", (string?)svg.Attribute("aria-label"));
    }

    [Fact]
    public void The_same_chart_gives_the_same_bytes()
    {
        Assert.Equal(NewRenderer().DrawSvg(Bars, ChartLook.Page), NewRenderer().DrawSvg(Bars, ChartLook.Page));
        Assert.Equal(NewRenderer().DrawPng(Bars, ChartLook.Light, 1), NewRenderer().DrawPng(Bars, ChartLook.Light, 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_picture_has_so_many_pixels_for_one(int scale)
    {
        string[] box = ((string)XElement.Parse(NewRenderer().DrawSvg(Bars, ChartLook.Page)).Attribute("viewBox")!).Split(' ');
        byte[] png = NewRenderer().DrawPng(Bars, ChartLook.Light, scale);
        // PNG (ISO/IEC 15948), 5.2 and 11.2.2: eight bytes of signature, then IHDR with width and height, most significant byte first.
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], png[..4]);
        Assert.Equal(int.Parse(box[2], CultureInfo.InvariantCulture) * scale, (png[16] << 24) | (png[17] << 16) | (png[18] << 8) | png[19]);
        Assert.Equal(int.Parse(box[3], CultureInfo.InvariantCulture) * scale, (png[20] << 24) | (png[21] << 16) | (png[22] << 8) | png[23]);
    }
}
