using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Charts;
using Xunit;

namespace SeizureIntel.Tests.Reporting.Drawing;

public sealed class ScottPlotRendererTests
{
    private static readonly string Blue = ChartColours.Blue.Light;

    [Fact]
    public void A_line_stands_where_its_values_are_and_breaks_where_there_is_none()
    {
        // 720 by 250 px; left 46, right 706, top 26 + 24 = 50, bottom 250 - 26 = 224; values 0 to 10 on 174 px; four steps of 165 px.
        Svg svg = Svg.Of(Lines([0, 10, null, 5, 5]));
        Assert.Equal("0 0 720 250", svg.ViewBox);
        IReadOnlyList<(double X, double Y)>[] strokes = [.. svg.Strokes("stroke", Blue).Where(s => s[0].Y > 20)];
        Assert.Equal(
            [
                [(46, 224), (211, 50)],
                [(541, 137), (706, 137)],
            ],
            strokes
        );
    }

    [Fact]
    public void The_axis_counts_in_round_steps_beside_its_lines()
    {
        // The greatest value 10 gives steps of 2; 4 stands at 224 - 174 * 0.4 = 154.4, its baseline 0.36 of 11 px lower: 158.4.
        Svg svg = Svg.Of(Lines([0, 10, null, 5, 5]));
        Assert.Equal(["0", "2", "4", "6", "8", "10"], svg.Words.Where(w => w.All(char.IsAsciiDigit)));
        Assert.Equal((39, 158.4, "end"), svg.Word("4"));
    }

    [Fact]
    public void A_figure_without_neighbours_is_a_dot_because_a_line_would_not_show_it()
    {
        Assert.Single(Svg.Of(Lines([3, 3, 3, null, 3])).All("ellipse"), c => (string?)c.Attribute("cx") == "706");
        Assert.Empty(Svg.Of(Lines([3, 3, 3, 3, 3])).All("ellipse"));
    }

    [Fact]
    public void The_range_expected_is_an_area_between_its_bounds()
    {
        // Two steps 660 px apart; 0 to 20 on 174 px, so 10 is at 137, 20 at 50; 5 at 180.5, 15 at 93.5.
        Svg svg = Svg.Of(
            new LineChart
            {
                Id = "c",
                AltText = "",
                Labels = ["a", "b"],
                Lines = [new("All", [10, 10])],
                Band = new ChartBand([10, 10], [5, 10], [15, 20]),
                Flags = ["b"],
                ValueName = "seizures",
            }
        );
        Assert.Equal(
            [(46, 93.5), (706, 50), (706, 137), (46, 180.5), (46, 93.5)],
            Assert.Single(svg.Strokes("fill", ChartColours.Band.Light))
        );
        // A diamond of 12 px round 706, 137, and a smaller one beside its name.
        Assert.Contains(svg.Strokes("fill", ChartColours.Signal.Light), d =>
            d.SequenceEqual([(700, 137), (706, 131), (712, 137), (706, 143), (700, 137)])
        );
    }

    [Fact]
    public void A_broken_line_is_drawn_in_pieces() =>
        // 660 px in dashes of 5 with gaps of 3.5: 77 whole ones of 8.5 px and one more begun; 26 px before its name: four begun.
        Assert.Equal(
            78 + 4,
            Svg.Of(
                    new LineChart
                    {
                        Id = "c",
                        AltText = "",
                        Labels = ["a", "b"],
                        Lines = [new("All", [9, 9]), new("Panel", [5, 5], IsDashed: true)],
                        ValueName = "seizures",
                    }
                )
                .Strokes("stroke", ChartColours.Vermilion.Light)
                .Count
        );

    [Fact]
    public void Bars_are_as_long_as_their_values_and_one_held_back_keeps_its_label()
    {
        Svg svg = Svg.Of(
            new BarChart
            {
                Id = "c",
                AltText = "",
                Categories = ["a", "b", "c"],
                Series = [new("Seizures", [8, 2, null], ["8", "2", "<5"])],
            }
        );
        // Bars begin at 216 + 12; the widest label, "<5" of 838 + 636 thousandths of 12 px, and 12 px beside it are less than the least room of 40:
        // 720 - 40 - 228 = 452 px for 8, 113 px for 2. Rows of 25 px from 4: middles at 16.5 and 41.5, bars of 15 px.
        Assert.Equal([(228, 9, 452, 15), (228, 34, 113, 15)], svg.Boxes(Blue));
        // The third middle is 66.5; 0.36 of 12 px lower is its baseline.
        Assert.Equal((233, 70.8, null), svg.Word("<5"));
    }

    [Fact]
    public void Stacked_bars_follow_each_other_and_are_striped_so_that_grey_tells_them_apart()
    {
        Svg svg = Svg.Of(
            new BarChart
            {
                Id = "c",
                AltText = "",
                Categories = ["a"],
                Series = [new("x", [6], ["6"]), new("y", [2], ["2"])],
                IsStacked = true,
            }
        );
        // 720 - 8 - 228 = 484 px for 8: 363 for 6, 121 for 2, each a pixel shorter.
        Assert.Contains(svg.Boxes(Blue), b => (b.X, b.Width) == (228, 362));
        Assert.Contains(svg.Boxes(ChartColours.Vermilion.Light), b => (b.X, b.Width) == (591, 120));
        Assert.NotEmpty(svg.Strokes("stroke", ChartColours.Paper.Light));
        Assert.Equal("middle", svg.Word("6").Anchor);
    }

    [Fact]
    public void A_grid_has_a_rectangle_a_cell_and_a_frame_where_nothing_is()
    {
        Svg svg = Svg.Of(
            new HeatGrid
            {
                Id = "c",
                AltText = "",
                Columns = ["Air", "Road"],
                Rows = ["Parcel", "Tyre {1}"],
                Cells = [new(0, 0, 12, "12"), new(1, 1, null, "<5")],
            }
        );
        // Cells begin at 236 + 12 = 248 and are (720 - 248 - 4) / 2 = 234 px wide, 232 without the gap; rows of 26 px from 8 + 13 = 21.
        Assert.Equal([(248, 21, 232, 24)], svg.Boxes(ChartColours.Steps[4].Light));
        Assert.Equal([(482, 47, 232, 24)], svg.Boxes(ChartColours.Steps[0].Light));
        Assert.Equal(2, svg.All("rect").Count(r => (string?)r.Attribute("stroke") == ChartColours.Grid.Light));
        Assert.Equal(["12", "<5", "Air", "Parcel", "Road", "Tyre {1}"], svg.Words.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_arrow_goes_from_the_country_it_leaves_to_the_country_it_enters()
    {
        var map = new FlowMap
        {
            Id = "c",
            AltText = "",
            Flows = [new("CO", "ES", 12), new("PE", "ES", 3)],
            Names = new Dictionary<string, string> { ["CO"] = "Colombia" },
        };
        MapStation spain = MapLayout.Of(map).Stations.Single(s => s.Country == "ES");
        Svg svg = Svg.Of(map);
        IReadOnlyList<IReadOnlyList<(double X, double Y)>> arrows = svg.Strokes("fill", Blue);
        Assert.Equal(2, arrows.Count);
        Assert.All(arrows, a => Assert.Contains(a, p => Distance(p, (spain.X, spain.Y)) < 0.3));
        // The last corner repeats the first; before it comes the other side of where the arrow begins, as far away as the arrow is wide:
        // 7 px, and 1.2 + 5.8 * sqrt(3 / 12) = 4.1 px.
        Assert.Equal(7, Distance(arrows[0][0], arrows[0][^2]), 0.15);
        Assert.Equal(4.1, Distance(arrows[1][0], arrows[1][^2]), 0.15);
        Assert.Equal(["Colombia", "ES", "PE"], svg.Words.Order(StringComparer.Ordinal));

        static double Distance((double X, double Y) a, (double X, double Y) b) =>
            Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
    }

    [Fact]
    public void A_Sankey_gives_each_station_the_height_of_what_passes()
    {
        Svg svg = Svg.Of(
            new Sankey
            {
                Id = "c",
                AltText = "",
                Stages = ["Departure", "Destination"],
                Links = [new(0, "CO", 1, "NL", 30, "30"), new(0, "CO", 1, "BE", 10, "10"), new(0, "EC", 1, "BE", 20, "20")],
                Names = new Dictionary<string, string> { ["NL"] = "Netherlands" },
            }
        );
        // 60 seizures on 190 px: 20 are 63.3, 30 are 95, 40 are 126.7. Edges are rounded each, so heights to 0.1.
        Assert.Equal([63.3, 95, 95, 126.7], svg.Boxes(ChartColours.Ink.Light).Select(s => s.Height).Order());
        Assert.Equal(3, svg.Strokes("fill", Blue).Count);
        Assert.Equal("end", svg.Word("Netherlands").Anchor);
    }

    [Fact]
    public void Small_multiples_share_one_scale()
    {
        Svg svg = Svg.Of(
            new SmallMultiples
            {
                Id = "c",
                AltText = "",
                Labels = ["a", "b"],
                Panels = [new("Drugs", [10, 10], null, []), new("Tobacco", [5, 5], null, ["b"])],
                ValueName = "seizures",
            }
        );
        // Plots of 62 px from 18: ten stands at 18, five at 49.
        Assert.Equal([18, 49], svg.Strokes("stroke", Blue).Select(s => s[0].Y));
        Assert.Single(svg.Strokes("fill", ChartColours.Signal.Light));
        Assert.Equal(1, svg.Words.Count(w => w == "10"));
    }

    [Fact]
    public void A_page_gives_the_colours_and_a_file_brings_its_own_ground()
    {
        Svg page = Svg.Of(Lines([1, 2, 3, 4, 5]), ChartLook.Page),
            dark = Svg.Of(Lines([1, 2, 3, 4, 5]), ChartLook.Dark);
        Assert.Contains(page.All("path"), p => (string?)p.Attribute("stroke") == $"var(--chart-blue,{Blue})");
        Assert.Empty(page.All("rect"));
        Assert.Equal([(0, 0, 720, 250)], dark.Boxes(ChartColours.Paper.Dark));
        Assert.Contains(dark.All("path"), p => (string?)p.Attribute("stroke") == ChartColours.Blue.Dark);
        Assert.DoesNotContain(dark.All("text"), t => (string?)t.Attribute("fill") == ChartColours.Muted.Light);
    }

    private static LineChart Lines(IReadOnlyList<double?> values) =>
        new()
        {
            Id = "c",
            AltText = "Five months",
            Labels = ["a", "b", "c", "d", "e"],
            Lines = [new("All", values)],
            ValueName = "seizures",
        };
}
