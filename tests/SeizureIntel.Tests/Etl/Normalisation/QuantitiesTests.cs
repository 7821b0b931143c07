using System.Collections.Generic;
using SeizureIntel.CodeLists;
using SeizureIntel.Submissions;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Etl.Normalisation;

// Here, so that Reading is the cell's and not the project of that name.
using SeizureIntel.Etl.Normalisation;

public sealed class QuantitiesTests
{
    private static readonly CodeList UnitList = new(
        "units",
        [
            Unit("KGM", "kilogram", "mass", "KGM", "1"),
            Unit("GRM", "gram", "mass", "KGM", "0.001"),
            Unit("H87", "piece", "count", "H87", "1"),
            Unit("MIL", "thousand", "count", "H87", "1000"),
            Unit("STICK", "cigarette stick", "sticks", "STICK", "1"),
            Unit("LTR", "litre", "volume", "LTR", "1"),
            Unit("ACR", "acre", "area", "HAR", "0.4", ("is_eradication", "yes")),
        ],
        []
    );

    private static readonly Quantities Reader = new(
        new UnitTable(UnitList),
        new ProductTable(
            new CodeList(
                "products",
                [
                    Product("heroin", "H01", "KGM"),
                    Product("cigarettes", "H02", "STICK"),
                    Product("pistol", "H08", "H87"),
                    Product("uranium", "H10", "GRM"),
                ],
                []
            ),
            null
        ),
        UnitList
    );

    [Fact]
    public void A_weight_in_grams_becomes_kilograms() =>
        // 250 g x 0.001
        Assert.Equal(new Quantity(0.25m, "KGM"), Read("250", "GRM", "heroin", "H01").Quantity);

    [Fact]
    public void A_weight_becomes_the_unit_of_its_product() =>
        // 0.002 kg of a product counted in grams: 0.002 / 0.001
        Assert.Equal(new Quantity(2m, "GRM"), Read("0.002", "KGM", "uranium", "H10").Quantity);

    [Fact]
    public void Tablets_never_become_kilograms() => Assert.Equal(new Quantity(490m, "H87"), Read("490", "H87", "heroin", "H01").Quantity);

    [Fact]
    public void Litres_of_a_weighed_product_stay_litres() =>
        Assert.Equal(new Quantity(3m, "LTR"), Read("3", "LTR", "heroin", "H01").Quantity);

    [Fact]
    public void A_piece_of_a_cigarette_is_a_stick() =>
        // 5 thousand pieces
        Assert.Equal(new Quantity(5000m, "STICK"), Read("5", "MIL", "cigarettes", "H02").Quantity);

    [Theory]
    [InlineData("0", "KGM", IssueCode.NotPositive)]
    [InlineData("-1", "KGM", IssueCode.NotPositive)]
    [InlineData("5", null, IssueCode.MissingUnit)]
    [InlineData("5", "ACR", IssueCode.UnitMismatch)]
    [InlineData("5 bushels", null, IssueCode.UnknownUnit)]
    public void What_is_no_quantity_is_none_and_says_why(string amount, string? unit, IssueCode expected)
    {
        QuantityReading read = Read(amount, unit, "heroin", "H01");
        Assert.Null(read.Quantity);
        Assert.Equal(expected, read.Issue);
    }

    [Fact]
    public void A_weapon_by_weight_is_kept_and_doubted()
    {
        QuantityReading read = Read("5", "KGM", "pistol", "H08");
        Assert.Equal(new Quantity(5m, "KGM"), read.Quantity);
        Assert.Equal(IssueCode.UnitMismatch, read.Issue);
    }

    [Fact]
    public void A_unit_behind_the_number_counts_where_the_unit_cell_is_blank() =>
        Assert.Equal(new Quantity(0.005m, "KGM"), Read("5 gram", null, "heroin", "H01").Quantity);

    private static QuantityReading Read(string amount, string? unit, string product, string heading) =>
        Reader.Read(
            Amounts.Read(amount, DecimalMark.Undecided, null),
            unit is null ? Reading.Blank : new Reading { One = new Stated(unit, null) },
            product,
            heading
        );

    private static Code Unit(
        string code,
        string label,
        string dimension,
        string canonical,
        string factor,
        params (string Key, string Value)[] more
    )
    {
        var attributes = new Dictionary<string, string>
        {
            ["dimension"] = dimension,
            ["canonical_unit"] = canonical,
            ["factor"] = factor,
        };
        foreach ((string key, string value) in more)
            attributes.Add(key, value);
        return new Code(code, null, new Dictionary<string, string> { ["en"] = label }, attributes);
    }

    private static Code Product(string code, string heading, string unit) =>
        new(
            code,
            null,
            new Dictionary<string, string> { ["en"] = code },
            new Dictionary<string, string> { ["heading"] = heading, ["canonical_unit"] = unit }
        );

    // U+3318 is three letters in NFKC: what is behind the figure is longer than the cell, and cannot be cut off its end.
    [Fact]
    public void An_amount_with_a_compatibility_letter_behind_it_stays_as_it_was_written()
    {
        const string cell = "1㌘";
        Assert.Equal(1, NumberText.Read(cell, DecimalMark.Undecided, out string rest));
        Assert.True(rest.Length > cell.Length, rest);
        Assert.Equal(cell, Amounts.Read(cell, DecimalMark.Undecided, null).Words);
    }
}
