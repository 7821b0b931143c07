using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Tests.Architecture;
using SeizureIntel.Text;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.CodeLists;

public sealed class CommittedCodeListsTests
{
    public static TheoryData<string> Names => [.. CommittedCodeLists.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_list_has_a_provenance_row_with_its_rows_and_checksum(string name)
    {
        string[] row = Provenance().Single(cells => cells[0] == name + ".csv");
        byte[] bytes = File.ReadAllBytes(Path.Combine(CommittedCodeLists.Folder, name + ".csv"));

        Assert.Equal(7, row.Length);
        Assert.Equal(CommittedCodeLists.All[name].Codes.Count.ToString(CultureInfo.InvariantCulture), row[1]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), row[2]);
        Assert.All(row, cell => Assert.NotEmpty(cell));
        Assert.InRange(bytes.Length, 1, 1_000_000);
    }

    [Fact]
    public void The_provenance_names_no_list_that_is_gone() =>
        Assert.Equal(
            CommittedCodeLists.Names,
            Provenance().Select(cells => Path.GetFileNameWithoutExtension(cells[0])).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_label_in_each_language_leads_back_to_its_code(string name)
    {
        CodeList list = CommittedCodeLists.All[name];

        Assert.All(list.Codes, code => Assert.Equal(code.Value, list.Find(code.Value)!.Value));
        Assert.All(
            list.Codes.SelectMany(c => c.Labels.Values.Select(l => (Label: l, c.Value))).Where(e => FoldedText.Key(e.Label).Length > 0),
            e => Assert.Equal(e.Value, list.Find(e.Label)!.Value)
        );
    }

    [Fact]
    public void Each_field_with_a_code_list_has_that_list()
    {
        IEnumerable<string> missing = SeizureFields
            .All.Select(f => f.CodeList)
            .OfType<string>()
            .Distinct()
            .Except(CommittedCodeLists.Names);

        Assert.Empty(missing);
    }

    [Fact]
    public void The_data_dictionary_names_each_field_and_each_list_with_its_size()
    {
        string text = File.ReadAllText(Path.Combine(House.Root, "docs", "data-dictionary.md"));

        Assert.All(SeizureFields.All, f => Assert.Contains($"| `{f.Name}` | {f.Label} |", text, StringComparison.Ordinal));
        Assert.All(CommittedCodeLists.All.Lists, l =>
            Assert.Contains($"| `{l.Name}` | {l.Codes.Count.ToString(CultureInfo.InvariantCulture)} |", text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_thirteen_headings_stand_in_their_order() =>
        Assert.Equal(
            Enumerable.Range(1, 13).Select(n => string.Create(CultureInfo.InvariantCulture, $"H{n:00}")),
            CommittedCodeLists.All["headings"].Codes.Select(c => c.Value)
        );

    [Fact]
    public void Each_product_has_a_heading_of_the_list_units_of_the_list_and_its_parents_heading()
    {
        CodeList products = CommittedCodeLists.All["products"];
        CodeList units = CommittedCodeLists.All["units"];

        Assert.All(products.Codes, product =>
        {
            Assert.NotNull(CommittedCodeLists.All["headings"].FindCode(product.Attribute("heading")!));
            if (product.Attribute("canonical_unit") is { } unit)
                Assert.NotNull(units.FindCode(unit));
            if (product.Attribute("alt_unit") is { } other)
                Assert.NotNull(units.FindCode(other));
            if (product.Parent is not null)
                Assert.Equal(product.Attribute("heading"), products.FindCode(product.Parent)!.Attribute("heading"));
            Assert.Matches("^[a-z][a-z0-9_]*$", product.Value);
        });
        Assert.Equal(13, products.Codes.Select(p => p.Attribute("heading")).Distinct().Count());
    }

    // The last digit of a CAS number is the sum of the others, each times its place from the right, without its tens.
    [Fact]
    public void Each_CAS_number_has_a_sound_check_digit_and_stands_for_one_product()
    {
        string[] numbers = [.. CommittedCodeLists.All["products"].Codes.Select(p => p.Attribute("cas")).OfType<string>()];
        Assert.All(numbers, number =>
        {
            Assert.Matches("^[0-9]{2,7}-[0-9]{2}-[0-9]$", number);
            int[] digits = [.. number.Replace("-", "", StringComparison.Ordinal).Reverse().Select(d => d - '0')];
            Assert.Equal(digits[0], digits.Skip(1).Select((d, i) => d * (i + 1)).Sum() % 10);
        });
        Assert.Equal(numbers.Length, numbers.Distinct().Count());
        Assert.True(numbers.Length >= 54);
    }

    [Fact]
    public void Each_unit_leads_by_an_exact_factor_to_a_unit_that_leads_to_itself()
    {
        CodeList units = CommittedCodeLists.All["units"];

        Assert.All(units.Codes, unit =>
        {
            Code canonical = units.FindCode(unit.Attribute("canonical_unit")!)!;
            decimal factor = decimal.Parse(unit.Attribute("factor")!, CultureInfo.InvariantCulture);
            Assert.True(factor > 0);
            Assert.Equal(canonical.Value, canonical.Attribute("canonical_unit"));
            Assert.Equal(unit.Attribute("dimension"), canonical.Attribute("dimension"));
            if (unit.Value == canonical.Value)
                Assert.Equal(1m, factor);
        });
    }

    [Theory]
    // International yard and pound agreement of 1959 (pound 0.45359237 kg); US gallon 231 cubic inches of 2.54 cm; troy ounce 480 grains of 64.79891
    // mg; acre 43 560 square feet.
    [InlineData("LBR", "0.45359237")]
    [InlineData("GLL", "3.785411784")]
    [InlineData("APZ", "0.0311034768")]
    [InlineData("ACR", "0.40468564224")]
    [InlineData("ONZ", "0.028349523125")]
    [InlineData("CUR", "37000000000")]
    public void A_defined_unit_has_its_defined_factor(string unit, string factor) =>
        Assert.Equal(factor, CommittedCodeLists.All["units"].FindCode(unit)!.Attribute("factor"));

    [Theory]
    [InlineData("countries", "Países Bajos", "NL")]
    [InlineData("countries", "Czech Republic", "CZ")]
    [InlineData("countries", "Czechia", "CZ")]
    [InlineData("countries", "Iran (Islamic Republic of)", "IR")]
    [InlineData("countries", "RUS", "RU")]
    [InlineData("countries", "香港", "HK")]
    [InlineData("countries", "تركيا", "TR")]
    [InlineData("countries", "Swaziland", "SZ")]
    [InlineData("units", "GRAMO", "GRM")]
    [InlineData("units", "Kg", "KGM")]
    [InlineData("units", "Block (350gr)", "BLOCK_350G")]
    [InlineData("units", "Gallons (US, liquid)", "GLL")]
    [InlineData("units", "Viss", "VISS")]
    [InlineData("units", "Paper (1/10 gm)", "PAPER_100MG")]
    [InlineData("units", "Thousand of doses", "DOSE_1000")]
    [InlineData("units", "Hundred of units", "CEN")]
    [InlineData("units", "Hectars", "HAR")]
    [InlineData("units", "Flacons", "AMPOULE")]
    [InlineData("products", "amonium nitrate", "ammonium_nitrate")]
    [InlineData("products", "hydrogen peroxyde", "hydrogen_peroxide")]
    [InlineData("products", "21409-26-7", "anpp")]
    [InlineData("products", "MARIHUANA", "cannabis_herb")]
    [InlineData("products", "Maconha", "cannabis_herb")]
    [InlineData("products", "Haxixe", "cannabis_resin")]
    [InlineData("products", "BASUCO", "coca_paste")]
    [InlineData("products", "BASE DE COCA", "cocaine_base")]
    [InlineData("products", "COCAINA", "cocaine")]
    [InlineData("products", "Pseudoephedrine", "pseudoephedrine")]
    [InlineData("products", "穿山甲鳞片", "pangolin_scales")]
    [InlineData("products", "H05 shoes", "counterfeit_shoes")]
    [InlineData("mode_of_transport", "air", "4")]
    [InlineData("mode_of_transport", "Private road", "32")]
    [InlineData("concealment", "behind the dashboard", "3.4.1")]
    [InlineData("concealment", "3.4", "3.4")]
    [InlineData("concealment", "Swallowed", "1.3.1")]
    [InlineData("direction", "Border - outbound", "OUT")]
    [InlineData("place_type", "Truck / Lorry", "VEHICLE")]
    [InlineData("place_type", "VIAS PUBLICAS", "ROAD")]
    [InlineData("unlocode", "Rotterdam", "NLRTM")]
    [InlineData("unlocode", "JFK", "USJFK")]
    [InlineData("currencies", "dollars", "USD")]
    [InlineData("hs", "9302", "9302")]
    [InlineData("calibre", "9 mm Luger", "9x19")]
    [InlineData("marking", "TLP:AMBER", "TLP:AMBER")]
    [InlineData("marking", "amber", "TLP:AMBER")]
    [InlineData("non_values", "sin información", "NOT_STATED")]
    [InlineData("non_values", "unbekannt", "UNKNOWN")]
    [InlineData("non_values", "N/K", "UNKNOWN")]
    [InlineData("non_values", "Not valued", "NOT_STATED")]
    [InlineData("non_values", "N/A", "NOT_APPLICABLE")]
    [InlineData("non_values", "不明", "UNKNOWN")]
    public void A_word_of_the_field_is_understood(string list, string text, string code) =>
        Assert.Equal(code, CommittedCodeLists.All[list].Find(text)?.Value);

    [Theory]
    [InlineData("Personal belongings")]
    [InlineData("Hiding place")]
    [InlineData("Glove Compartment")]
    public void A_concealment_written_as_a_place_is_no_place(string text) => Assert.Null(CommittedCodeLists.All["place_type"].Find(text));

    [Fact]
    public void A_concealment_stands_under_the_code_it_begins_with() =>
        Assert.All(CommittedCodeLists.All["concealment"].Codes, c =>
            Assert.Equal(c.Value.Contains('.', StringComparison.Ordinal) ? c.Value[..c.Value.LastIndexOf('.')] : null, c.Parent)
        );

    [Fact]
    public void Each_country_names_regions_and_a_liaison_office_of_the_lists()
    {
        CodeList regions = CommittedCodeLists.All["regions"];
        CodeList offices = CommittedCodeLists.All["rilo"];

        Assert.All(CommittedCodeLists.All["countries"].Codes, country =>
        {
            foreach (string level in (string[])["region", "sub_region", "intermediate_region"])
            {
                if (country.Attribute(level + "_code") is { } code)
                    Assert.Equal(country.Attribute(level), regions.FindCode(code)!.Label);
                else
                    Assert.Null(country.Attribute(level));
            }

            if (country.Attribute("rilo") is { } office)
            {
                Assert.NotNull(offices.FindCode(office));
                if (country.Attribute("status") == "iso")
                    Assert.Contains(country.Value, offices.FindCode(office)!.Attribute("members")!.Split(' '));
            }
        });
        Assert.Equal(12, offices.Codes.Count);
        Assert.All(offices.Codes, o => Assert.Equal("unverified", o.Attribute("status")));
    }

    [Fact]
    public void A_place_lies_in_its_country_code_and_on_the_globe() => Assert.All(CommittedCodeLists.All["unlocode"].Codes, place =>
        {
            Assert.Equal(place.Value[..2], place.Attribute("country"));
            Assert.NotNull(CommittedCodeLists.All["countries"].FindCode(place.Value[..2]));
            if (place.Attribute("latitude") is not { } latitude)
                return;
            Assert.InRange(double.Parse(latitude, CultureInfo.InvariantCulture), -90, 90);
            Assert.InRange(double.Parse(place.Attribute("longitude")!, CultureInfo.InvariantCulture), -180, 180);
        });

    [Fact]
    public void Each_non_value_is_one_of_the_words_for_it() =>
        Assert.All(CommittedCodeLists.All["non_values"].Codes, c => Assert.True(NonValue.Is(c.Value), c.Value));

    [Fact]
    public void The_markings_are_those_of_the_protocol() =>
        Assert.Equal(Markings.All, CommittedCodeLists.All["marking"].Codes.Select(c => c.Value));

    private static IEnumerable<string[]> Provenance() =>
        File.ReadLines(Path.Combine(CommittedCodeLists.Folder, "PROVENANCE.md"))
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal) && l.Contains(".csv |", StringComparison.Ordinal))
            .Select(l => l.Trim('|', ' ').Split(" | "));
}
