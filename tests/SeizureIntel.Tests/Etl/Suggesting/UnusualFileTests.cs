using System;
using System.IO;
using System.Linq;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Suggesting;
using Xunit;

namespace SeizureIntel.Tests.Etl.Suggesting;

public sealed class UnusualFileTests
{
    // The 400th sign, where long cells are cut, is the first half of a letter of two.
    [Fact]
    public void A_long_cell_is_cut_between_letters()
    {
        string cell = new string('x', 399) + "😀 cigarettes";

        Assert.NotNull(SourceSuggesterTests.Suggest($"Date,Goods\n2024-01-03,{cell}\n2024-01-04,cigarettes\n").Source);
    }

    // The rows are single seizures: two of them share month, port and goods, and each tells how it was found.
    [Fact]
    public void A_fiscal_year_that_says_when_it_begins_is_read_with_its_month()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Fiscal Year,Month,Port of Entry,Drug Type,Qty (lbs),Concealment\nFY2024 (Oct-Sep),OCT,Laredo,Marijuana,3,spare tyre\n"
                + "FY2024 (Oct-Sep),JAN,Laredo,Heroin,2,spare tyre\nFY2024 (Oct-Sep),JAN,Laredo,Heroin,1,spare tyre\n"
        );
        CombinedColumn date = Assert.Single(found.Source!.Combined, c => c.Field == "seizure_date");
        Assert.Equal(["Fiscal Year", "Month"], date.Columns);
        Assert.Equal(10, found.Source.Format.FiscalYearStart);
        string text = SourceJsonText.Of(found.Source);
        Assert.Equal(10, SourceDescription.Parse(text, "x").Format.FiscalYearStart);
    }

    [Fact]
    public void Events_that_are_counted_a_month_are_aggregates()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Fiscal Year,Month,Port of Entry,Drug Type,Event Count,Sum Qty (lbs)\nFY2024 (Oct-Sep),JAN,Laredo,Marijuana,64,8323.2\n"
                + "FY2024 (Oct-Sep),DEC,Otay Mesa,Methamphetamine,194,2716.7\n"
        );
        Assert.Equal(SuggestionVerdict.Aggregates, found.Verdict);
    }

    [Fact]
    public void Years_side_by_side_are_aggregates()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Chapter;Wares;Measure;Year 2022;Year 2023;Year 2024\n"
                + "Drugs;Heroin;kg;6.654;7.909;10.858\nDrugs;Cocaine;kg;581;363;326\n;Hashish;kg;19.053;9.210;n/a\n"
        );
        Assert.Equal(SuggestionVerdict.Aggregates, found.Verdict);
    }

    [Fact]
    public void Goods_side_by_side_in_the_rows_of_months_are_aggregates()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Month;Unit in charge;Sticks (pieces);Liquids (litre);Powders (gram);Remark\nJan 2024;Port A;350;824;25;\nFeb 2024;Port A;300;8;251;late\n"
                + "Mar 2024;Port A;30;80;21;late\n"
        );
        Assert.Equal(SuggestionVerdict.Aggregates, found.Verdict);
    }

    // Each has its day and its reference: the year in a column's name is the edition of a list.
    [Fact]
    public void Seizures_with_a_year_in_the_names_of_columns_stay_seizures()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Case number;Seizure date;Product;Quantity (kg);HS 2017;HS 2022\n"
                + "A-1;2024-01-02;Heroin;2;130219;130219\nA-2;2024-01-03;Cocaine;1;130219;130219\n"
        );
        Assert.NotEqual(SuggestionVerdict.Aggregates, found.Verdict);
    }

    [Fact]
    public void An_encoding_that_cannot_be_told_is_offered_and_kept_in_the_draft()
    {
        byte[] bytes = [.. "Seizure date;Product;Place\n2024-01-02;heroin;x"u8, 0xd7, (byte)'y', 0xf7, (byte)'z', 0xb1, .. "w\n"u8];
        SourceSuggestion found = Shipped.Suggester.Suggest(new MemoryStream(bytes), "x.csv", TestContext.Current.CancellationToken);
        Assert.Equal("guessed", found.ReadAs["encoding_certainty"]);
        Assert.Equal(found.ReadAs["encoding"], SourceDescription.Parse(SourceJsonText.Of(found.Source!), "x").Format.Encoding);
        Assert.Contains(found.Notes, n => n.Contains("comes nearest", StringComparison.Ordinal));
    }

    [Fact]
    public void Goods_side_by_side_in_a_record_are_items_of_it()
    {
        const string Single = ",{\"seizedOn\":\"2024-01-13\",\"country\":\"NL\",\"goods\":[{\"type\":\"heroin\",\"weight_kg\":1}]}";
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "[{\"seizedOn\":\"2024-01-02\",\"country\":\"NL\",\"goods\":[{\"type\":\"heroin\",\"weight_kg\":2},{\"type\":\"cocaine\",\"weight_kg\":5}]}"
                + string.Concat(Enumerable.Repeat(Single, 9))
                + "]",
            "data.json"
        );
        Assert.Equal(["goods.type", "goods.weight_kg"], found.Source!.ItemColumns);
    }

    // Notified food has products as well; nobody said that it was seized.
    [Fact]
    public void Goods_that_the_lists_do_not_know_need_a_heading()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date of Case,Notification From,Product\n2024-01-02,Italy,Lamb legs\n2024-01-13,Italy,Turkey medallions\n2024-01-14,Spain,Groundnuts\n"
                + "2024-01-15,Spain,Halva\n2024-01-16,France,Pistachio cream\n2024-01-17,France,Oregano\n"
        );
        Assert.Equal(SuggestionVerdict.Incomplete, found.Verdict);
        Assert.Equal(["heading"], found.Missing);
    }
}
