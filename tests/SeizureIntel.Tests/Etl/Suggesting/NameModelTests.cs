using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Etl.Suggesting;
using Xunit;

namespace SeizureIntel.Tests.Etl.Suggesting;

public sealed class NameModelTests
{
    // Two labels, a step of a half: 4 steps are 2, so that the other is exp(-2) as likely: 1 / (1 + 0.1353) = 0.8808.
    [Fact]
    public void Features_add_up_and_the_labels_share_one()
    {
        NameModel model = NameModel.Parse("names", "0.5 quantity,unit\nvalues=0.9\n00000007!S\n");

        IReadOnlyDictionary<string, double> chances = model.Chances([7]);

        Assert.Equal(0.8808, chances["quantity"], precision: 4);
        Assert.Equal(1, chances.Values.Sum(), precision: 12);
        Assert.Equal(0.9, model.Weighing("values"));
    }

    [Theory]
    [InlineData("0.5 quantity\n\n", "line 1")]
    [InlineData("0.5 quantity,unit\nvalues\n", "line 2")]
    [InlineData("0.5 quantity,unit\n\nxyz\n", "line 3")]
    [InlineData("0.5 quantity,unit\n\n00000007zS\n", "line 3")]
    public void A_damaged_file_is_told_by_its_line(string text, string line) =>
        Assert.Contains(line, Assert.Throws<FormatException>(() => NameModel.Parse("names", text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("landVanVerzending", "departure_country")]
    [InlineData("Avs.land", "departure_country")]
    [InlineData("jo'natuvchiDavlat", "departure_country")]
    public void A_name_in_another_form_than_the_list_has_is_known(string name, string field)
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            $"Date,Country,Product,Quantity,Unit,{name}\n2024-01-02,FR,heroin,3,kg,Turkey\n2024-01-03,FR,cocaine,4,kg,Brazil\n"
                + "2024-01-04,FR,khat,9,kg,Ethiopia\n2024-01-04,FR,cocaine,12,kg,Peru\n"
        );

        Assert.Equal(field, found.Columns[^1].Field);
    }
}
