using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Charts;
using Xunit;

namespace SeizureIntel.Tests.Reporting.Charts;

public sealed class ChartOptionTests
{
    [Fact]
    public void The_band_is_the_lower_bound_with_the_distance_to_the_upper_on_top()
    {
        JsonArray series = Option(
            ChartOptions
                .Of(
                    new LineChart
                    {
                        Id = "c",
                        AltText = "",
                        Labels = ["a", "b"],
                        Lines = [new("All", [5, 20])],
                        Band = new ChartBand([6, 7], [2, 3], [10, 12]),
                        ValueName = "seizures",
                    }
                )
                .Json
        )["series"]!.AsArray();
        Assert.Equal([2, 3], series[0]!["data"]!.AsArray().Select(n => n!.GetValue<double>()));
        // 10 − 2 and 12 − 3
        Assert.Equal([8, 9], series[1]!["data"]!.AsArray().Select(n => n!.GetValue<double>()));
    }

    [Fact]
    public void A_month_without_a_figure_is_a_gap_and_not_a_zero()
    {
        JsonNode option = Option(
            ChartOptions
                .Of(
                    new LineChart
                    {
                        Id = "c",
                        AltText = "",
                        Labels = ["a", "b"],
                        Lines = [new("All", [5, null])],
                        ValueName = "seizures",
                    }
                )
                .Json
        );
        Assert.Null(option["series"]![0]!["data"]![1]);
    }

    [Fact]
    public void Movements_within_a_country_or_off_the_map_are_not_drawn()
    {
        JsonNode option = Option(
            ChartOptions
                .Of(
                    new FlowMap
                    {
                        Id = "c",
                        AltText = "",
                        Flows = [new("CO", "ES", 4), new("CO", "CO", 9), new("CO", "ZZ", 9)],
                    }
                )
                .Json
        );
        Assert.Equal("CO → ES", Assert.Single(option["series"]![0]!["data"]!.AsArray())!["name"]!.GetValue<string>());
    }

    [Fact]
    public void The_map_is_cropped_around_the_countries_it_shows()
    {
        JsonArray bounds = Option(
            ChartOptions
                .Of(
                    new FlowMap
                    {
                        Id = "c",
                        AltText = "",
                        Flows = [new("CO", "PA", 4)],
                    }
                )
                .Json
        )["geo"]!["boundingCoords"]!.AsArray();
        double west = bounds[0]![0]!.GetValue<double>(),
            north = bounds[0]![1]!.GetValue<double>(),
            east = bounds[1]![0]!.GetValue<double>(),
            south = bounds[1]![1]!.GetValue<double>();
        // Bogotá lies at 74 W 5 N, Panama City at 80 W 9 N; Madrid at 4 W 40 N is out of the picture.
        Assert.True(west < -80 && east > -74 && east < -4 && south < 5 && north > 9 && north < 40);
    }

    [Fact]
    public void Names_on_the_map_cover_neither_each_other_nor_a_point()
    {
        string[] crowd = ["NL", "BE", "DE", "FR", "LU", "CH", "GB", "DK", "AT", "CZ", "PL", "IT"];
        MapLayout map = MapLayout.Of(
            new FlowMap
            {
                Id = "c",
                AltText = "",
                Flows = [.. crowd.Select((c, i) => new Flow("CO", c, 20 - i))],
                Names = crowd.ToDictionary(c => c, c => "Country of " + c),
            }
        );
        (double Left, double Top, double Right, double Bottom)[] names =
        [
            .. map
                .Stations.Where(s => s.Label is not null)
                .Select(s =>
                {
                    double wide = LetterWidths.Of(s.Name, map.Size, bold: true),
                        left = s.Label!.Anchor == TextAnchor.Start ? s.Label.X
                        : s.Label.Anchor == TextAnchor.End ? s.Label.X - wide
                        : s.Label.X - wide / 2;
                    return (left, s.Label.Middle - 5.5, left + wide, s.Label.Middle + 5.5);
                }),
        ];
        Assert.True(names.Length >= 5);
        Assert.All(names, n => Assert.True(n.Left >= 0 && n.Top >= 0 && n.Right <= map.Width && n.Bottom <= map.Height));
        for (int i = 0; i < names.Length; i++)
        {
            Assert.DoesNotContain(names[(i + 1)..], o => Meet(names[i], o));
            Assert.DoesNotContain(map.Stations, s => Meet(names[i], (s.X - 1, s.Y - 1, s.X + 1, s.Y + 1)));
        }

        static bool Meet(
            (double Left, double Top, double Right, double Bottom) a,
            (double Left, double Top, double Right, double Bottom) b
        ) => a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;
    }

    [Fact]
    public void A_name_that_would_run_out_of_the_picture_stands_left_of_its_point()
    {
        // Spain is the easternmost point with 12 degrees of air, under 150 px; 40 letters S of 0.72 * 11 px need 317 px.
        MapLayout map = MapLayout.Of(
            new FlowMap
            {
                Id = "c",
                AltText = "",
                Flows = [new("CO", "ES", 9)],
                Names = new Dictionary<string, string> { ["ES"] = new string('S', 40) },
            }
        );
        Assert.Equal(TextAnchor.End, map.Stations.Single(s => s.Country == "ES").Label!.Anchor);
    }

    [Theory]
    [InlineData("Container or unit load", 200, "Container or unit load")]
    [InlineData("Container or unit load", 80, "Container or|unit load")]
    [InlineData("Container or unit load", 40, "Contain|er or…")]
    public void Names_beside_rows_are_broken_between_words(string name, double room, string lines) =>
        // Letters of 10 px: "Container or" is 66 px wide, "Contain" 38.6 and with the next letter 44.8.
        Assert.Equal(lines, string.Join('|', TextLines.Of(name, room, 10, most: 2)));

    [Fact]
    public void A_country_on_the_world_holds_its_own_label_point()
    {
        (double x, double y) = CountryPoints.Find("BR")!.Value;
        Assert.Equal(1, WorldOutline.Rings.Count(r => Holds(r, x, y)));
        // The middle of the southern Atlantic is no land.
        Assert.DoesNotContain(WorldOutline.Rings, r => Holds(r, -15, -35));

        static bool Holds((double Longitude, double Latitude)[] ring, double x, double y)
        {
            bool isInside = false;
            for (int i = 1; i < ring.Length; i++)
            {
                ((double ax, double ay), (double bx, double by)) = (ring[i - 1], ring[i]);
                if (ay > y != by > y && x < ax + (bx - ax) * (y - ay) / (by - ay))
                    isInside = !isInside;
            }

            return isInside;
        }
    }

    [Fact]
    public void Names_with_braces_are_no_templates() =>
        Assert.DoesNotContain(
            "{0}",
            ChartOptions
                .Of(
                    new HeatGrid
                    {
                        Id = "c",
                        AltText = "",
                        Columns = ["a"],
                        Rows = ["{0}"],
                        Cells = [new(0, 0, 1, "1")],
                    }
                )
                .Json,
            StringComparison.Ordinal
        );

    [Fact]
    public void Every_colour_has_its_own_light_value_so_that_its_dark_twin_can_be_found() =>
        Assert.Equal(ChartColours.All.Count, ChartColours.All.Select(c => c.Light).Distinct().Count());

    [Theory]
    [InlineData("CO", -74, 4)]
    [InlineData("RU", 100, 60)]
    [InlineData("GP", -61.5, 16.2)]
    public void A_country_stands_where_it_lies(string code, double longitude, double latitude)
    {
        (double Longitude, double Latitude) point = CountryPoints.Find(code)!.Value;
        Assert.InRange(point.Longitude, longitude - 5, longitude + 5);
        Assert.InRange(point.Latitude, latitude - 5, latitude + 5);
    }

    private static JsonNode Option(string json) => JsonNode.Parse(json)!;
}
