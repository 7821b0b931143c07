using System;
using System.Collections.Generic;
using SeizureIntel.CodeLists;
using SeizureIntel.Queries;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;
using Xunit;

namespace SeizureIntel.Tests.Workbench.Filters;

public sealed class FilterReaderTests
{
    private static readonly CodeListSet Lists = CodeListFiles.Parse(
        new Dictionary<string, string>
        {
            ["countries.csv"] =
                "code,parent,label_en,aliases,region_code,sub_region_code,intermediate_region_code\n"
                + "NL,,Netherlands,,150,155,\nBE,,Belgium,,150,155,\nES,,Spain,,150,039,\nCO,,Colombia,,019,419,005\n",
            ["regions.csv"] =
                "code,parent,label_en,label_es,aliases\n150,,Europe,Europa,\n155,150,Western Europe,Europa "
                + "occidental,\n039,150,Southern Europe,,\n019,,Americas,,\n419,019,Latin America and the Caribbean,,\n005,419,South "
                + "America,,\n",
            ["rilo.csv"] = "code,parent,label_en,aliases,members\nRILO_X,,RILO X,,ES CO\n",
            ["headings.csv"] = "code,parent,label_en,aliases\nH01,,Drugs,\nH08,,\"Weapons, ammunition\",arms\n",
        }
    );

    private static readonly FilterReader Reader = new(Lists);

    [Theory]
    [InlineData("Western Europe", "BE,NL")]
    [InlineData("europa occidental", "BE,NL")]
    [InlineData("Europe", "BE,ES,NL")]
    [InlineData("Americas", "CO")]
    [InlineData("South America", "CO")]
    [InlineData("RILO_X", "CO,ES")]
    [InlineData("NL,be", "BE,NL")]
    [InlineData("Spain", "ES")]
    public void A_region_selects_by_reporting_country(string region, string countries)
    {
        Filter filter = Reader.Read(new FilterText { Region = region });
        Assert.Equal(countries, string.Join(',', filter.Query.Where["reporting_country"]));
        Assert.Equal(region, filter.Region);
    }

    [Fact]
    public void An_unknown_region_names_the_nearest_one()
    {
        Fault fault = Assert.Throws<Fault>(() => Reader.Read(new FilterText { Region = "Wester Europe" }));
        Assert.Equal((2, "unknown_region"), (fault.ExitCode, fault.Code));
        Assert.Contains("Western Europe", fault.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Repeated_values_of_a_field_are_or()
    {
        SeizureQuery query = Reader.Read(new FilterText { Where = ["product=cocaine", "product = heroin", "heading=H01"] }).Query;
        Assert.Equal(["cocaine", "heroin"], query.Where["product"]);
        Assert.Equal(["H01"], query.Where["heading"]);
    }

    [Fact]
    public void A_value_that_no_code_list_knows_is_a_warning_and_still_a_condition()
    {
        Filter filter = Reader.Read(new FilterText { Where = ["heading=H99"] });
        Assert.Single(filter.Warnings);
        Assert.Equal(["H99"], filter.Query.Where["heading"]);
    }

    [Fact]
    public void A_heading_whose_name_holds_a_comma_is_one_heading() =>
        Assert.Equal(["H08"], Reader.Read(new FilterText { Heading = ["weapons, ammunition"] }).Query.Where["heading"]);

    [Fact]
    public void Headings_in_a_list_are_or() =>
        Assert.Equal(["H01", "H08"], Reader.Read(new FilterText { Heading = ["drugs,arms"] }).Query.Where["heading"]);

    [Theory]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2024-02-03", "2024-02-03", "2024-02-03")]
    public void A_month_or_year_means_its_first_and_last_day(string text, string from, string to)
    {
        SeizureQuery query = Reader.Read(new FilterText { From = text, To = text }).Query;
        Assert.Equal(
            (DateOnly.ParseExact(from, "yyyy-MM-dd"), DateOnly.ParseExact(to, "yyyy-MM-dd")),
            (query.From!.Value, query.To!.Value)
        );
    }

    [Fact]
    public void A_query_and_further_filters_hold_together()
    {
        SeizureQuery query = Reader
            .Read(
                new FilterText
                {
                    Query = """{"where":{"heading":["H01"]},"from":"2024-01-01"}""",
                    From = "2024-03",
                    Region = "NL",
                }
            )
            .Query;
        Assert.Equal(["H01"], query.Where["heading"]);
        Assert.Equal(["NL"], query.Where["reporting_country"]);
        Assert.Equal(new DateOnly(2024, 3, 1), query.From);
    }

    [Fact]
    public void An_unknown_field_inside_a_query_is_found_too()
    {
        Fault fault = Assert.Throws<Fault>(() => Reader.Read(new FilterText { Query = """{"where":{"prodct":["cocaine"]}}""" }));
        Assert.Contains("product", fault.Hint, StringComparison.Ordinal);
    }
}
