using System.Linq;
using SeizureIntel.Etl.Suggesting;
using Xunit;

namespace SeizureIntel.Tests.Etl.Suggesting;

public sealed class CellsTests
{
    [Fact]
    public void Cells_tell_a_field_whose_name_no_list_has()
    {
        string[] cells = ["export", "import", "transit", "import", "export", "transit"];
        string rows = string.Concat(
            Enumerable
                .Repeat(cells, 5)
                .SelectMany(c => c)
                .Select((c, i) => $"2024-01-{(i % 28) + 1:00},FR,{(i % 2 == 0 ? "heroin" : "cocaine")},{(i % 6) + 2},kg,{c}\n")
        );

        SourceSuggestion found = SourceSuggesterTests.Suggest($"Date,Country,Product,Quantity,Unit,Zzk\n{rows}");

        Assert.Equal("direction", found.Columns[^1].Field);
    }

    // The weights of the cells' features have their own feature that all have: that of names does not count among them.
    [Fact]
    public void Names_and_cells_are_learned_apart()
    {
        NameModel model = NameModel.Parse("names", "0.5 quantity,unit\nvalues=0.9\n00000001!S\n00000002\"S\n");

        // Two labels, 4 steps of a half: 1 / (1 + exp(-2)) = 0.8808.
        Assert.Equal(0.8808, model.Chances([], NameFeatures.Always)["quantity"], precision: 4);
        Assert.Equal(0.8808, model.Chances([], ValueFeatures.Always)["unit"], precision: 4);
    }
}
