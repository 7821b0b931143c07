using SeizureIntel.Etl.Suggesting;
using Xunit;

namespace SeizureIntel.Tests.Etl.Suggesting;

public sealed class ValueKindsTests
{
    [Theory]
    [InlineData("suitcase", "fuel tank", "spare wheel", "concealment")]
    [InlineData("magnet", "dissolved", "decoy load", "concealment_how")]
    public void How_goods_were_hidden_is_where_or_by_which_way_as_the_values_say(string first, string second, string third, string field)
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Product,Quantity,Unit,Method of concealment\n"
                + $"2024-01-02,FR,heroin,3,kg,{first}\n2024-01-03,FR,cocaine,14,kg,{second}\n2024-01-05,FR,khat,9,kg,{third}\n"
        );
        Assert.Equal(field, SourceSuggesterTests.Field(found, "Method of concealment"));
    }

    [Fact]
    public void What_became_of_goods_stands_under_their_destination()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Product,Quantity,Unit,Destination\n"
                + "2024-01-02,FR,heroin,3,kg,destroyed\n2024-01-03,FR,cocaine,14,kg,auctioned\n2024-01-05,FR,khat,9,kg,re-exported\n"
        );
        Assert.Equal("disposition", SourceSuggesterTests.Field(found, "Destination"));
    }

    [Theory]
    [InlineData("drugs", "tobacco", "wildlife", "heading")]
    [InlineData("customs", "police", "international", null)]
    public void A_category_of_services_is_no_heading(string first, string second, string third, string? field)
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Summary,category\n"
                + $"2024-01-02,FR,Officers found heroin in a lorry that came from the port,{first}\n"
                + $"2024-01-03,FR,A parcel with ten cartons was held at the sorting office,{second}\n"
                + $"2024-01-05,FR,Two boxes of living turtles were found at the airport,{third}\n"
        );
        Assert.Equal(field, SourceSuggesterTests.Field(found, "category"));
    }

    [Theory]
    [InlineData("SKI", "SKI", "TUS", "LIV", null)]
    [InlineData("suitcase", "fuel tank", "spare wheel", "suitcase", "concealment")]
    public void What_repeats_the_goods_is_no_way_to_hide_them(string first, string second, string third, string fourth, string? field)
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Product,Quantity,Unit,Found in\n"
                + $"2024-01-02,FR,SKI,3,kg,{first}\n2024-01-03,FR,SKI,14,kg,{second}\n2024-01-05,FR,TUS,9,kg,{third}\n"
                + $"2024-01-06,FR,LIV,4,kg,{fourth}\n"
        );
        Assert.Equal(field, SourceSuggesterTests.Field(found, "Found in"));
    }

    [Fact]
    public void Numbers_of_footnotes_are_no_codes()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Product,Quantity,Unit,Fussnote\n"
                + "2024-01-02,FR,heroin,3,kg,1)\n2024-01-03,FR,cocaine,14,kg,2)\n2024-01-05,FR,khat,9,kg,3)\n2024-01-06,FR,khat,9,kg,4)\n"
        );
        Assert.Null(SourceSuggesterTests.Field(found, "Fussnote"));
    }

    // The protocol is of the day; notice was given of it days later.
    [Fact]
    public void Of_two_days_of_report_the_earlier_is_that_of_the_seizure()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Report date,Date reported,Country,Product,Quantity,Unit\n"
                + "2024-01-02,2024-01-05,FR,heroin,3,kg\n2024-01-03,2024-01-03,FR,cocaine,14,kg\n2024-01-05,2024-01-09,FR,khat,9,kg\n"
        );
        Assert.Equal("seizure_date", SourceSuggesterTests.Field(found, "Report date"));
        Assert.Equal("reported_date", SourceSuggesterTests.Field(found, "Date reported"));
    }
}
