using System.Collections.Generic;
using SeizureIntel.Etl.Screening;
using Xunit;

namespace SeizureIntel.Tests.Etl.Screening;

public sealed class NameMaskTests
{
    [Theory]
    [InlineData("march-2024.csv.gz", "march-2024.csv.gz")]
    [InlineData("/in/Seizures Rotterdam 2024 Q1.xlsx", "Seizures Rotterdam 2024 Q1.xlsx")]
    [InlineData("NL_H01_2024-03-14.csv", "NL_H01_2024-03-14.csv")]
    [InlineData("Jonathan Blackwood NW8273641.csv", "[name].csv")]
    [InlineData("report_Mary-Blackwood_final.csv.gz", "[name].csv.gz")]
    [InlineData("a.b@example.org.csv", "[e-mail].csv")]
    [InlineData("+34 612 345 678.xlsx", "[phone].xlsx")]
    [InlineData("CSQU3054383.json", "[vessel or container].json")]
    public void A_file_named_after_somebody_keeps_its_ending_alone(string path, string shown) =>
        Assert.Equal(shown, NameMask.OfFile(Shipped.Screening, path));

    [Fact]
    public void A_sheet_named_after_somebody_becomes_the_kind_of_what_it_told()
    {
        Assert.Equal("[name]", NameMask.OfReading(Shipped.Screening, Sheet("Jonathan Blackwood"))["sheet"]);
        Assert.Equal("Seizures 2024", NameMask.OfReading(Shipped.Screening, Sheet("Seizures 2024"))["sheet"]);

        static Dictionary<string, string> Sheet(string name) => new() { ["format"] = "xlsx", ["sheet"] = name };
    }

    [Fact]
    public void A_column_named_after_somebody_becomes_its_place() =>
        Assert.Equal(
            ["place_name", "column 2", "Produto", "column 4", "column 5", "column 6"],
            NameMask.OfColumns(
                Shipped.Screening,
                ["place_name", "John Smith_2", "Produto", "a.b@example.org", "DE89 3704 0044 0532 0130 00", "flight BA117"]
            )
        );
}
