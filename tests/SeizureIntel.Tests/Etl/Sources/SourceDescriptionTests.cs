using System.IO;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Sources;
using Xunit;

namespace SeizureIntel.Tests.Etl.Sources;

public sealed class SourceDescriptionTests
{
    private const string Head = """ "title": "T", "publisher": "P", "edition": "1", "terms": "none", "recognise": ["Date"], """;

    [Fact]
    public void A_columns_role_follows_from_its_field()
    {
        SourceDescription source = Parse(
            """ "columns": [ {"names": ["Date"], "field": "seizure_date"}, {"names": ["Where"], "field": "place_name"}, """
                + """{"names": ["What"], "field": "narrative"}, {"names": ["Drug"], "field": "product"}, {"names": ["No"], "ignored": "a counter"} ] """
        );
        Assert.Equal(
            [ColumnRole.Typed, ColumnRole.Place, ColumnRole.FreeText, ColumnRole.Coded, ColumnRole.Ignored],
            [.. System.Linq.Enumerable.Select(source.Columns, c => c.Role)]
        );
    }

    [Fact]
    public void A_value_may_belong_to_another_field()
    {
        SourceDescription source = Parse(
            """ "columns": [ {"names": ["Date"], "field": "seizure_date"}, """
                + """{"names": ["Place"], "field": "place_type", "values": {"Road": "ROAD", "Glove box": {"field": "concealment", "code": "3.4"}}} ] """
        );
        Assert.Equal(new ValueTarget(null, "ROAD"), source.Columns[1].Values["Road"]);
        Assert.Equal(new ValueTarget("concealment", "3.4"), source.Columns[1].Values["Glove box"]);
    }

    [Theory]
    [InlineData(""" "columns": [ {"names": ["Date"], "field": "seizure_dat"} ] """)]
    [InlineData(""" "columns": [ {"names": ["Date"], "feild": "seizure_date"} ] """)]
    [InlineData(""" "columns": [ {"names": ["Other"], "field": "seizure_date"} ] """)]
    [InlineData(""" "columns": [ {"names": ["Date"], "field": "seizure_date"}, {"names": ["Lost"], "role": "coded"} ] """)]
    [InlineData(""" "columns": [ {"names": ["Date"], "field": "seizure_date", "values": {"a": {"field": "nowhere", "code": "1"}}} ] """)]
    public void A_typing_mistake_is_an_error(string columns) => Assert.Throws<InvalidDataException>(() => Parse(columns));

    private static SourceDescription Parse(string columns) => SourceDescription.Parse("{" + Head + columns + "}", "test");
}
