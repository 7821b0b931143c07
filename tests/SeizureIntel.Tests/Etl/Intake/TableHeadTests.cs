using System.Linq;
using SeizureIntel.Etl.Intake;
using Xunit;

namespace SeizureIntel.Tests.Etl.Intake;

public sealed class TableHeadTests
{
    // Six titles over six records: most rows hold one cell, and yet the table is what is wide.
    [Fact]
    public void Titles_may_be_as_many_as_the_records_below_two_rows_of_merged_names()
    {
        using RawFile file = Received.Bytes(
            Received.Workbook(
                Received.Sheet(
                    "Republic",
                    "Customs||||||Page 1 of 3",
                    "Register of seizures",
                    "Printed:|2024-01-15",
                    "Confidential",
                    "",
                    "No.|Date|Goods|Quantity||Route|",
                    "|||Value|Unit|From|To",
                    "1|2023-01-02|tea|3|kg|NL|BE",
                    "2|2023-01-03|tea||kg|NL|",
                    "3|2023-01-04|rice|4|kg||",
                    "4|2023-01-09|coca|4|kg|NL|"
                ),
                after: "<mergeCells><mergeCell ref=\"A1:G1\"/><mergeCell ref=\"A7:A8\"/><mergeCell ref=\"B7:B8\"/><mergeCell ref=\"C7:C8\"/>"
                    + "<mergeCell ref=\"D7:E7\"/><mergeCell ref=\"F7:G7\"/></mergeCells>"
            )
        );
        Assert.Equal(["No.", "Date", "Goods", "Value", "Unit", "From", "To"], file.Columns);
        Assert.Equal("8", file.ReadAs["header_row"]);
        Assert.Equal(["1|2023-01-02|tea|3|kg|NL|BE", "2|2023-01-03|tea||kg|NL|"], Received.Rows(file)[..2]);
    }

    [Fact]
    public void Names_in_small_letters_may_stand_under_blank_cells()
    {
        using RawFile file = Received.Text("ref;goods;;;remarks\n;kind;amount;unit;\n7;tea;3;kg;x\n8;tea;4;kg;y\n");
        Assert.Equal(["ref", "kind", "amount", "unit", "remarks"], file.Columns);
    }

    [Fact]
    public void Names_may_stand_in_three_rows()
    {
        using RawFile file = Received.Text(
            "No.;Event;;Goods;;\n;Where;;Kind;Amount;\n;Office;Kind of place;;Number;Unit\n1;Delta;port;tea;3;kg\n2;Delta;port;tea;4;kg\n"
        );
        Assert.Equal(["No.", "Office", "Kind of place", "Kind", "Number", "Unit"], file.Columns);
        Assert.Equal(2, file.Rows.Count());
    }

    [Theory]
    [InlineData("1;2;3;4")]
    [InlineData("(a);(b);(c);(d)")]
    [InlineData("(1);(2);(3);(4)")]
    [InlineData("1;2;3.1;3.2")]
    [InlineData("1;2;3;4=2*3")]
    public void Numbers_of_the_columns_below_their_names_are_no_record(string numbers)
    {
        using RawFile file = Received.Text($"Ref;Date;Goods;Amount\n{numbers}\n7;2024-01-02;tea;3\n8;2024-01-03;tea;4\n");
        Assert.Equal(["Ref", "Date", "Goods", "Amount"], file.Columns);
        Assert.Equal(["7|2024-01-02|tea|3", "8|2024-01-03|tea|4"], Received.Rows(file));
        Assert.Equal(1, file.SkippedRows);
    }

    [Fact]
    public void A_unit_below_a_name_is_part_of_it()
    {
        using RawFile file = Received.Text("Ref;Date;Goods;Weight;Value\n;;;(kg);(EUR)\n7;2024-01-02;tea;3;10\n8;2024-01-03;tea;4;12\n");
        Assert.Equal(["Ref", "Date", "Goods", "Weight (kg)", "Value (EUR)"], file.Columns);
    }

    [Fact]
    public void Names_that_go_on_in_the_row_beneath_are_read_whole()
    {
        using RawFile file = Received.Text(
            "Register\nSerial;Date of;Customs;Description;\nNo.;seizure;office;of goods;Unit\n7;2024-01-02;Delta;tea;kg\n8;2024-01-03;Delta;tea;kg\n"
        );
        Assert.Equal(["Serial No.", "Date of seizure", "Customs office", "Description of goods", "Unit"], file.Columns);
    }

    [Fact]
    public void A_group_may_be_written_over_each_of_its_columns()
    {
        using RawFile file = Received.Text(
            "Ref;Date;Quantity;Quantity;Remarks\nRef;Date;Number;Unit;Remarks\n7;2024-01-02;3;kg;x\n8;2024-01-03;4;kg;y\n"
        );
        Assert.Equal(["Ref", "Date", "Number", "Unit", "Remarks"], file.Columns);
        Assert.Equal(2, file.Rows.Count());
    }

    [Fact]
    public void Years_over_their_figures_are_names()
    {
        using RawFile file = Received.Text("Goods;2021;;2022;;2023;\n;cases;kg;cases;kg;cases;kg\ntea;1;2;3;4;5;6\nrice;7;8;9;8;7;6\n");
        Assert.Equal(["Goods", "2021 / cases", "2021 / kg", "2022 / cases", "2022 / kg", "2023 / cases", "2023 / kg"], file.Columns);
    }

    [Fact]
    public void A_first_record_without_the_figures_of_the_others_is_no_name()
    {
        using RawFile file = Received.Text("Ref;Goods;Office;Amount\nunknown;tea;Delta;none\n8;rice;Delta;4\n9;coca;Beta;5\n");
        Assert.Equal(["Ref", "Goods", "Office", "Amount"], file.Columns);
        Assert.Equal(3, file.Rows.Count());
    }

    // "Printed:" and its date fill two of three columns.
    [Fact]
    public void A_title_with_its_value_is_no_name_of_a_narrow_table()
    {
        using RawFile file = Received.Text("Customs\nPrinted:;15/01/2024;\n\nDate;Goods;Weight (kg)\n2024-01-02;tea;3\n2024-01-03;tea;4\n");
        Assert.Equal(["Date", "Goods", "Weight (kg)"], file.Columns);
    }

    [Fact]
    public void Names_and_titles_that_come_again_on_every_page_are_left_out_and_counted()
    {
        using RawFile file = Received.Text(
            "Register;;Page 1 of 2\nRef;Date;Goods\n7;2024-01-02;tea\n8;2024-01-03;tea\nRegister;;Page 2 of 2\nRef;Date;Goods\n9;2024-01-04;tea\n"
        );
        Assert.Equal(["7|2024-01-02|tea", "8|2024-01-03|tea", "9|2024-01-04|tea"], Received.Rows(file));
        Assert.Equal(2, file.SkippedRows);
    }

    [Fact]
    public void Rows_whose_blank_ends_were_left_out_are_whole()
    {
        using RawFile file = Received.Text("a;b;c;d\n1;x;2;y\n2;x\n3;x;4\n4;x\n5;x;6;z\n");
        Assert.Equal(["1|x|2|y", "2|x||", "3|x|4|", "4|x||", "5|x|6|z"], Received.Rows(file));
    }

    [Theory]
    [InlineData("Country;Office;Substance;Date;Quantity kg")]
    [InlineData("Country;Office;Name;Date;Name")]
    public void Records_without_figures_below_the_names_are_read(string names)
    {
        using RawFile file = Received.Text(
            names
                + "\nDE;Berlin;Unknown;Unknown;Unknown\nDE;Bonn;Unknown;Unknown;Unknown\nDE;Berlin;Cocaine;2023-01-01;5\n"
                + "DE;Bonn;Cocaine;2023-01-02;6\nDE;Berlin;Heroin;2023-01-03;7\nDE;Bonn;Heroin;2023-01-04;8\n"
        );
        Assert.Equal("1", file.ReadAs["header_row"]);
        Assert.Equal(["Country", "Office"], file.Columns.Take(2));
        Assert.Equal("DE|Berlin|Unknown|Unknown|Unknown", Received.Rows(file)[0]);
        Assert.Equal(6, file.Rows.Count());
        Assert.Equal(0, file.SkippedRows);
    }

    // The names stand in the third row; the first is as full as a record, and no name, since it has figures.
    [Fact]
    public void A_full_row_above_the_names_is_counted()
    {
        using RawFile file = Received.Text(
            "7;2024-01-01;tea;2\nRegister\nRef;Date;Goods;Amount\n7;2024-01-02;tea;3\n",
            new() { HeaderRow = 3 }
        );
        Assert.Equal(["7|2024-01-02|tea|3"], Received.Rows(file));
        Assert.Equal(1, file.SkippedRows);
    }

    [Fact]
    public void A_group_may_stand_over_three_names_in_small_letters()
    {
        using RawFile file = Received.Text("Goods;Quantity;;;Place\n;kg;litres;pieces;\ntea;1;2;3;Delta\nrice;4;5;6;Beta\n");
        Assert.Equal(["Goods", "Quantity kg", "litres", "pieces", "Place"], file.Columns);
        Assert.Equal(["tea|1|2|3|Delta", "rice|4|5|6|Beta"], Received.Rows(file));
    }

    [Fact]
    public void Blank_cells_behind_a_title_make_no_columns()
    {
        using RawFile file = Received.Text(
            "Seizures;;;;;;;\nRef;Date;Goods;Amount;Remarks\n7;2024-01-02;tea;3;x\n8;2024-01-03;tea;4;\n9;2024-01-04;rice;5;y\n"
        );
        Assert.Equal(["Ref", "Date", "Goods", "Amount", "Remarks"], file.Columns);
        Assert.Equal(["7|2024-01-02|tea|3|x", "8|2024-01-03|tea|4|", "9|2024-01-04|rice|5|y"], Received.Rows(file));
    }

    // Without names the first record stands for them; of the four others none comes again, though three differ from it in digits alone.
    [Fact]
    public void Records_that_differ_in_digits_alone_are_no_repeated_names()
    {
        using RawFile file = Received.Text(
            "C1;Cocaine;Berlin;2023-01-01;5\nC2;Cocaine;Berlin;2023-01-02;6\nC3;Cocaine;Berlin;2023-01-03;7\n"
                + "C4;Heroin;Berlin;2023-01-04;8\nC5;Cocaine;Bonn;2023-01-05;9\n"
        );
        Assert.Equal(["C2", "C3", "C4", "C5"], file.Rows.Select(r => r.Cells[0]));
        Assert.Equal(0, file.SkippedRows);
    }

    [Fact]
    public void A_stated_row_of_names_may_stand_below_the_rows_looked_at()
    {
        string[] notes = [.. Enumerable.Repeat("Note|x", 249)];
        byte[] workbook = Received.Workbook(Received.Sheet([.. notes, "Ref|Goods", "7|tea"]));
        using RawFile file = Received.Bytes(workbook, new() { HeaderRow = 250 });
        Assert.Equal(["Ref", "Goods"], file.Columns);
        Assert.Equal(["7|tea"], Received.Rows(file));
        using RawFile text = Received.Text(string.Concat(notes.Select(n => n + "\n")) + "Ref|Goods\n7|tea\n", new() { HeaderRow = 250 });
        Assert.Equal(["7|tea"], Received.Rows(text));
    }
}
