using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using SeizureIntel.Charts;
using SeizureIntel.Ports;
using Xunit;

namespace SeizureIntel.Tests.Ports;

/// <summary>What every chart renderer must do.</summary>
public abstract class ChartRendererContract
{
    private static readonly ChartDrawing[] Charts =
    [
        new(
            "first",
            """{"xAxis":{"type":"category","data":["a","b"]},"yAxis":{},"series":[{"type":"bar","data":[1,2]}]}""",
            320,
            200,
            "Two bars"
        ),
        new("second", """{"title":{"text":"<&>"},"series":[]}""", 300, 100, "A title"),
    ];

    /// <summary>A renderer that is ready to draw; skips the test where it cannot be.</summary>
    protected abstract IChartRenderer NewRenderer();

    [Fact]
    public async Task One_svg_comes_back_for_each_chart_in_their_order()
    {
        IReadOnlyList<string> drawn = await NewRenderer().RenderAsync(Charts, TestContext.Current.CancellationToken);
        Assert.Equal(["0 0 320 200", "0 0 300 100"], drawn.Select(d => (string?)XElement.Parse(d).Attribute("viewBox")));
    }

    [Fact]
    public async Task No_charts_give_no_drawings() =>
        Assert.Empty(await NewRenderer().RenderAsync([], TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_drawing_names_no_address_and_runs_no_script()
    {
        foreach (string drawn in await NewRenderer().RenderAsync(Charts, TestContext.Current.CancellationToken))
        {
            Assert.DoesNotContain(XElement.Parse(drawn).DescendantsAndSelf(), e => e.Name.LocalName == "script");
            Assert.DoesNotContain(XElement.Parse(drawn).DescendantsAndSelf().Attributes(), a =>
                !a.IsNamespaceDeclaration && a.Value.Contains("//", StringComparison.Ordinal)
            );
        }
    }
}
