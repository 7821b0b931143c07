using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Reporting.Charts;
using Xunit;

namespace SeizureIntel.Tests.Reporting.Charts;

public sealed class ChartOptionTests
{
    [Fact]
    public void The_band_is_the_lower_bound_with_the_distance_to_the_upper_on_top()
    {
        JsonArray series = Option(
            LineChartOption
                .Draw(
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
                .OptionJson
        )["series"]!.AsArray();
        Assert.Equal([2, 3], series[0]!["data"]!.AsArray().Select(n => n!.GetValue<double>()));
        // 10 − 2 and 12 − 3
        Assert.Equal([8, 9], series[1]!["data"]!.AsArray().Select(n => n!.GetValue<double>()));
    }

    [Fact]
    public void A_month_without_a_figure_is_a_gap_and_not_a_zero()
    {
        JsonNode option = Option(
            LineChartOption
                .Draw(
                    new LineChart
                    {
                        Id = "c",
                        AltText = "",
                        Labels = ["a", "b"],
                        Lines = [new("All", [5, null])],
                        ValueName = "seizures",
                    }
                )
                .OptionJson
        );
        Assert.Null(option["series"]![0]!["data"]![1]);
    }

    [Fact]
    public void Movements_within_a_country_or_off_the_map_are_not_drawn()
    {
        JsonNode option = Option(
            FlowMapOption
                .Draw(
                    new FlowMap
                    {
                        Id = "c",
                        AltText = "",
                        Flows = [new("CO", "ES", 4), new("CO", "CO", 9), new("CO", "ZZ", 9)],
                    }
                )
                .OptionJson
        );
        Assert.Equal("CO → ES", Assert.Single(option["series"]![0]!["data"]!.AsArray())!["name"]!.GetValue<string>());
    }

    [Fact]
    public void The_map_is_cropped_around_the_countries_it_shows()
    {
        JsonArray bounds = Option(
            FlowMapOption
                .Draw(
                    new FlowMap
                    {
                        Id = "c",
                        AltText = "",
                        Flows = [new("CO", "PA", 4)],
                    }
                )
                .OptionJson
        )["geo"]!["boundingCoords"]!.AsArray();
        double west = bounds[0]![0]!.GetValue<double>(),
            north = bounds[0]![1]!.GetValue<double>(),
            east = bounds[1]![0]!.GetValue<double>(),
            south = bounds[1]![1]!.GetValue<double>();
        // Bogotá lies at 74 W 5 N, Panama City at 80 W 9 N; Madrid at 4 W 40 N is out of the picture.
        Assert.True(west < -80 && east > -74 && east < -4 && south < 5 && north > 9 && north < 40);
    }

    [Fact]
    public void Names_on_the_map_keep_clear_of_each_other()
    {
        var names = new Dictionary<string, string>
        {
            ["NL"] = "Netherlands",
            ["DE"] = "Germany",
            ["BR"] = "Brazil",
        };
        JsonArray stations = Option(
            FlowMapOption
                .Draw(
                    new FlowMap
                    {
                        Id = "c",
                        AltText = "",
                        Flows = [new("CO", "NL", 9), new("CO", "DE", 4), new("CO", "BR", 1)],
                        Names = names,
                    }
                )
                .OptionJson
        )["series"]![1]!["data"]!.AsArray();
        // From Colombia (73 W) to Germany (10 E) and from Brazil (11 S) to the Netherlands (52 N) the picture is about 150 by 79 degrees: 4.8 px a degree.
        // Germany's point lies 1.2 degrees (6 px, less than a line of 14) below the Netherlands' and 4.8 degrees (23 px) to its right:
        // its name would cover "Netherlands" (81 px) on the right and on the left.
        Assert.Equal(("right", true), Label("Netherlands"));
        Assert.False(Label("Germany").IsShown);
        Assert.Equal(("right", true), Label("Brazil"));

        (string Side, bool IsShown) Label(string name) =>
            stations
                .Where(s => s!["name"]!.GetValue<string>() == name)
                .Select(s => (s!["label"]!["position"]!.GetValue<string>(), s["label"]!["show"]!.GetValue<bool>()))
                .Single();
    }

    [Fact]
    public void A_name_that_would_run_out_of_the_picture_stands_left_of_its_point()
    {
        // Spain is the easternmost point with 12 degrees of air, under 150 px; 40 letters of 7.4 px need 296 px.
        JsonArray stations = Option(
            FlowMapOption
                .Draw(
                    new FlowMap
                    {
                        Id = "c",
                        AltText = "",
                        Flows = [new("CO", "ES", 9)],
                        Names = new Dictionary<string, string> { ["ES"] = new string('S', 40) },
                    }
                )
                .OptionJson
        )["series"]![1]!["data"]!.AsArray();
        Assert.Equal("left", stations.Single(s => s!["name"]!.GetValue<string>()[0] == 'S')!["label"]!["position"]!.GetValue<string>());
    }

    [Fact]
    public void Names_with_braces_are_no_templates() =>
        Assert.DoesNotContain(
            "{0}",
            HeatGridOption
                .Draw(
                    new HeatGrid
                    {
                        Id = "c",
                        AltText = "",
                        Columns = ["a"],
                        Rows = ["{0}"],
                        Cells = [new(0, 0, 1, "1")],
                    }
                )
                .OptionJson,
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
