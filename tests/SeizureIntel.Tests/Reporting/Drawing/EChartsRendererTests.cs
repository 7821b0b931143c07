using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Charts;
using SeizureIntel.Reporting.Drawing;
using SeizureIntel.Reporting.Settings;
using Xunit;

namespace SeizureIntel.Tests.Reporting.Drawing;

public sealed class EChartsRendererTests
{
    private static readonly ChartDrawing Line = LineChartOption.Draw(
        new LineChart
        {
            Id = "line",
            AltText = "Two months & what was expected",
            Labels = ["Jan 2013", "Feb 2013", "Mar 2013"],
            Lines = [new("All reporters", [1, 5, null]), new("Constant panel", [1, 2, 2], IsDashed: true)],
            Band = new ChartBand([null, 2, 2], [null, 1, 1], [null, 4, 4]),
            Flags = ["Feb 2013"],
            ValueName = "seizures",
            Note = "known 3 of 12",
        }
    );

    private static readonly ChartDrawing Map = FlowMapOption.Draw(
        new FlowMap
        {
            Id = "map",
            AltText = "Two legs",
            Flows = [new("CO", "ES", 12), new("PE", "ZA", 3), new("CO", "CO", 2)],
        }
    );

    private static readonly ChartDrawing Grid = HeatGridOption.Draw(
        new HeatGrid
        {
            Id = "grid",
            AltText = "A grid",
            Columns = ["Air", "Road"],
            Rows = ["Parcel", "Tyre {1}"],
            Cells = [new(0, 0, 12, "12"), new(1, 1, null, "<5")],
        }
    );

    private static readonly ChartDrawing Bars = BarChartOption.Draw(
        new BarChart
        {
            Id = "bars",
            AltText = "Bars",
            Categories = ["A", "B"],
            Series = [new("x", [2, 1], ["2", "1"]), new("y", [1, null], [])],
            IsStacked = true,
        }
    );

    [Fact]
    public async Task Every_kind_of_chart_is_drawn_without_scripts_addresses_or_shared_ids()
    {
        var renderer = new EChartsRenderer(ChartLibrary.OptionsOrSkip());
        ChartDrawing[] charts = [Line, Map, Grid, Bars, Map with { Id = "map-2" }];
        IReadOnlyList<string> drawn = await renderer.RenderAsync(charts, TestContext.Current.CancellationToken);
        Assert.Equal(charts.Length, drawn.Count);
        XElement[] svgs = [.. drawn.Select(d => XElement.Parse(d))];
        Assert.All(svgs.SelectMany(s => s.DescendantsAndSelf()), e =>
        {
            Assert.NotEqual("script", e.Name.LocalName);
            Assert.All(e.Attributes().Where(a => !a.IsNamespaceDeclaration), a =>
            {
                Assert.DoesNotContain("//", a.Value, StringComparison.Ordinal);
                Assert.False(a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
            });
        });
        string[] ids = [.. svgs.SelectMany(s => s.Descendants()).Select(e => (string?)e.Attribute("id")).OfType<string>()];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(svgs.Zip(charts), p => Assert.Equal($"0 0 {p.Second.Width} {p.Second.Height}", (string?)p.First.Attribute("viewBox")));
        Assert.Contains("known 3 of 12", drawn[0], StringComparison.Ordinal);
        Assert.Contains("Two months &amp; what was expected", drawn[0], StringComparison.Ordinal);
        Assert.Contains("&lt;5", drawn[2], StringComparison.Ordinal);
        Assert.Contains("var(--chart-blue,", drawn[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_charts_give_the_same_bytes()
    {
        var renderer = new EChartsRenderer(ChartLibrary.OptionsOrSkip());
        Assert.Equal(
            await renderer.RenderAsync([Line, Map], TestContext.Current.CancellationToken),
            await renderer.RenderAsync([Line, Map], TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_drawing_that_fails_says_what_the_library_printed()
    {
        var renderer = new EChartsRenderer(ChartLibrary.OptionsOrSkip());
        var broken = new ChartDrawing(
            "x",
            """{"series":[{"type":"heatmap","data":[[0,0,1]]}],"xAxis":{"type":"category"},"yAxis":{"type":"category"}}""",
            100,
            100,
            ""
        );
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            renderer.RenderAsync([broken], TestContext.Current.CancellationToken)
        );
        Assert.Contains("visualMap", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_node_says_what_to_install()
    {
        ReportingOptions found = ChartLibrary.OptionsOrSkip();
        var renderer = new EChartsRenderer(new ReportingOptions { ChartsFolder = found.ChartsFolder, NodePath = "/nowhere/node" });
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            renderer.RenderAsync([Bars], TestContext.Current.CancellationToken)
        );
        Assert.Contains("Install Node.js 20 or later", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_chart_folder_is_named()
    {
        var renderer = new EChartsRenderer(new ReportingOptions { ChartsFolder = "/nowhere/charts" });
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            renderer.RenderAsync([Bars], TestContext.Current.CancellationToken)
        );
        Assert.Contains("/nowhere/charts", failure.Message, StringComparison.Ordinal);
    }
}
