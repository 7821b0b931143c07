using System.Linq;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Suggesting;
using Xunit;

namespace SeizureIntel.Tests.Etl.Suggesting;

public sealed class UnseenShapeTests
{
    [Fact]
    public void A_total_with_its_year_is_no_record()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Product,Quantity,Unit\n2024-01-02,FR,heroin,3,kg\n2024-01-03,FR,cocaine,4,kg\n2024-01-05,FR,khat,4,kg\nTOTAL 2024,,,11,\n"
        );
        SkipRule rule = Assert.Single(found.Source!.SkipRows);
        Assert.Equal(["TOTAL 2024"], rule.Equal);
    }

    // A reference passes the screen: numbers that are all different may be those of passports.
    [Fact]
    public void Numbers_that_no_name_explains_are_no_reference()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Product,Quantity,Unit,Passi nr\n2024-01-02,FR,heroin,3,kg,KB1234567\n2024-01-03,FR,cocaine,4,kg,KD7654321\n"
                + "2024-01-05,FR,khat,4,kg,KA2345671\n2024-01-06,FR,khat,5,kg,KC9345672\n"
        );
        Assert.Null(SourceSuggesterTests.Field(found, "Passi nr"));
    }

    // The date of storage names itself; the other one is when goods were seized.
    [Fact]
    public void The_day_of_storage_is_not_that_of_seizure()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Storage date,Date,Country,Product,Quantity,Unit\n2024-02-02,2024-01-02,FR,heroin,3,kg\n2024-02-03,2024-01-03,FR,cocaine,4,kg\n"
        );
        Assert.Equal("seizure_date", SourceSuggesterTests.Field(found, "Date"));
        Assert.Null(SourceSuggesterTests.Field(found, "Storage date"));
    }

    [Fact]
    public void A_number_before_the_unit_is_the_amount_and_a_weight_the_other_measure()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Species,Nb,Unit,Weight (kg)\n2024-01-02,FR,Manis javanica,3,pieces,12.5\n2024-01-03,FR,Python regius,14,pieces,31\n"
                + "2024-01-04,FR,Testudo hermanni,9,pieces,4\n"
        );
        Assert.Equal("quantity", SourceSuggesterTests.Field(found, "Nb"));
        Assert.Equal("quantity_2", SourceSuggesterTests.Field(found, "Weight (kg)"));
    }

    // "Value" below "Quantity" and before the unit is no money.
    [Fact]
    public void A_value_before_the_unit_is_the_amount_where_nothing_else_is()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Product,Quantity,,Remarks\n,,,Value,Unit,\n2024-01-02,FR,heroin,3,kg,x\n2024-01-03,FR,cocaine,14,kg,y\n2024-01-04,FR,khat,9,kg,z\n"
        );
        Assert.Equal("quantity", SourceSuggesterTests.Field(found, "Value"));
    }

    [Fact]
    public void Amounts_with_words_in_the_cell_come_before_a_weight_that_only_its_name_tells()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Product,Quantity,Weight (kg)\n2024-01-02,FR,pistol,3 pieces,2.5\n2024-01-03,FR,cigarettes,14 cartons,3\n"
                + "2024-01-04,FR,heroin,9 kg,9\n2024-01-04,FR,khat,90 kg,90\n"
        );
        Assert.Equal("quantity", SourceSuggesterTests.Field(found, "Quantity"));
    }

    [Fact]
    public void Where_no_name_says_what_was_seized_the_cells_do()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Ttx,Quantity,Unit\n2024-01-02,FR,heroin powder,3,kg\n2024-01-03,FR,fresh khat,4,kg\n2024-01-04,FR,cocaine bricks,4,kg\n"
        );
        Assert.Equal("product", SourceSuggesterTests.Field(found, "Ttx"));
    }

    [Fact]
    public void Days_of_two_digit_years_among_others_are_read_by_a_format()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Product,Quantity,Unit\n22/01/2024,FR,heroin,3,kg\n23/01/2024,FR,khat,4,kg\n24/01/2024,FR,cocaine,4,kg\n25-01-24,FR,opium,4,kg\n"
        );
        Assert.Contains("d-M-yy", found.Columns.Single(c => c.Column == "Date").Formats);
    }

    // Each product has one family and each post one office; families and offices have several.
    [Fact]
    public void Of_goods_and_their_kinds_and_of_posts_and_their_offices_the_finer_is_taken()
    {
        string[] rows =
        [
            "2024-01-02,FR,Drugs,heroin,Lille,Dunkerque,3,kg",
            "2024-01-03,FR,Drugs,cocaine,Lille,Calais,4,kg",
            "2024-01-04,FR,Tobacco,cigarettes,Marseille,Toulon,9,kg",
            "2024-01-05,FR,Tobacco,cigars,Marseille,Nice,12,kg",
            "2024-01-06,FR,Drugs,khat,Lille,Calais,1,kg",
        ];
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Goods category,Goods,Office,Place,Quantity,Unit\n" + string.Concat(rows.Concat(rows).Select(r => r + "\n"))
        );

        Assert.Equal("heading", SourceSuggesterTests.Field(found, "Goods category"));
        Assert.Equal("product", SourceSuggesterTests.Field(found, "Goods"));
        Assert.Equal("place_name", SourceSuggesterTests.Field(found, "Place"));
    }

    [Fact]
    public void A_number_before_a_second_unit_is_the_other_measure()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Product,Quantity,Unit,Activity,Activity unit\n2024-01-02,FR,radioactive source,3,kg,12,Bq\n"
                + "2024-01-03,FR,radioactive source,4,kg,150,Bq\n2024-01-05,FR,radioactive source,5,kg,31,Bq\n"
        );

        Assert.Equal("quantity_2", SourceSuggesterTests.Field(found, "Activity"));
        Assert.Equal("unit_2", SourceSuggesterTests.Field(found, "Activity unit"));
    }

    [Fact]
    public void Columns_that_are_months_are_totals()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Product,January,February,March,April\nheroin,3,4,2,8\ncocaine,5,1,9,7\nkhat,12,31,4,6\n"
        );

        Assert.Equal(SuggestionVerdict.Aggregates, found.Verdict);
    }
}
