using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Linq;
using SeizureIntel.Cases;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Screening;
using Xunit;

namespace SeizureIntel.Tests.Etl.Screening;

/// <summary>Numbers of containers and vessels leave a token where there is a key (decision 0051). CSQU3054383 is the example of ISO 6346, 9074729
/// that of the IMO's scheme; the tokens were made by Python 3.11's hmac: SHA-256 of "container:CSQU3054383" and "vessel:9074729", 16 bytes.</summary>
public sealed class NumberTokensTests
{
    private const string Box = "60e4b7ee424042ad30dc7f533d592d9f";
    private const string Ship = "2e0533fa12273400e9d480abfba8c1bc";

    private static readonly NumberTokens Tokens = new() { Key = "0123456789abcdef0123456789abcdef" };

    [Theory]
    [InlineData("found in CSQU3054383 behind tiles", "container", Box)]
    [InlineData("found in csqu 305438-3", "container", Box)]
    [InlineData("货柜CSQU 305 438 3内", "container", Box)]
    [InlineData("the bulk carrier, IMO 9074729, from Santos", "vessel", Ship)]
    [InlineData("IMO no. 9074729", "vessel", Ship)]
    public void A_number_that_its_check_digit_proves_leaves_a_token_and_is_masked(string text, string kind, string value)
    {
        ScreenedRow row = Screened(["narrative"], [ColumnRole.FreeText], text);
        Assert.Equal([new ConveyanceToken(kind, value)], row.Tokens);
        Assert.DoesNotContain("305", row.Cells[0], StringComparison.Ordinal);
        Assert.DoesNotContain("9074729", row.Cells[0], StringComparison.Ordinal);
        Assert.DoesNotContain(value, row.Cells[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("found in CSQU3054384")]
    [InlineData("IMO 9074728")]
    [InlineData("9074729 cigarettes")]
    [InlineData("truck reg. AB 1234 CD, VIN WVWZZZ1JZ3W386752, booking KXLTRB, waybill 157-12345675")]
    public void Other_numbers_leave_none(string text) => Assert.Empty(Screened(["narrative"], [ColumnRole.FreeText], text).Tokens);

    [Fact]
    public void A_dropped_column_of_vessels_needs_no_word_beside_its_number()
    {
        ScreenedRow row = Screened(["imo", "container number"], [ColumnRole.Unmapped, ColumnRole.Unmapped], "9074729", "CSQU3054383");
        Assert.Equal([Ship, Box], row.Tokens.Select(t => t.Value));
        Assert.Equal(["", ""], row.Cells);
    }

    [Theory]
    [InlineData("IMO9074729", Ship)]
    [InlineData("imo no.9074729", Ship)]
    [InlineData("CSQU3054383 seal 9074729", Box)]
    [InlineData("CSQU3054383 on IMO9074729", Box, Ship)]
    public void In_a_column_of_vessels_or_containers_the_word_counts_and_digits_beside_a_container_do_not(
        string cell,
        params string[] tokens
    )
    {
        ScreenedRow row = Screened(["imo"], [ColumnRole.Unmapped], cell);
        Assert.Equal(tokens, row.Tokens.Select(t => t.Value));
    }

    [Theory]
    [InlineData("container number", "9074729")]
    [InlineData("container_no", "9074729 / seal 12")]
    [InlineData("container id", "IMO 9074729", Ship)]
    [InlineData("vessel name", "9074729", Ship)]
    [InlineData("shipName", "9074729", Ship)]
    [InlineData("imo", "9074729", Ship)]
    public void Seven_digits_alone_are_a_ship_where_the_column_speaks_of_ships(string column, string cell, params string[] tokens) =>
        Assert.Equal(tokens, Screened([column], [ColumnRole.Unmapped], cell).Tokens.Select(t => t.Value));

    [Fact]
    public void Without_a_key_there_is_no_token_and_another_key_gives_another()
    {
        Assert.Empty(new NominalScreen(Shipped.Screening, ["n"], [ColumnRole.FreeText], (_, _) => false).Screen(Row("CSQU3054383")).Tokens);
        var other = new NumberTokens { Key = "another key of thirty-two bytes!" };
        var screen = new NominalScreen(Shipped.Screening, ["n"], [ColumnRole.FreeText], (_, _) => false, other);
        Assert.NotEqual(Box, Assert.Single(screen.Screen(Row("CSQU3054383")).Tokens).Value);
        Assert.Single(new NumberTokens { Key = new string('k', 31) }.Validate(new ValidationContext(other)));
    }

    private static ScreenedRow Screened(IReadOnlyList<string> columns, IReadOnlyList<ColumnRole> roles, params string[] cells) =>
        new NominalScreen(Shipped.Screening, columns, roles, (_, _) => false, Tokens).Screen(Row(cells));

    private static RawRow Row(params string[] cells) => new(2, cells);
}
