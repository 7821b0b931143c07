using System;
using System.IO;
using System.Linq;
using SeizureIntel.Etl.Intake;
using Xunit;

namespace SeizureIntel.Tests.Etl.Intake;

public sealed class XlsxFileTests
{
    private const string Header =
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>Amount</t></is></c><c r=\"C1\" "
        + "t=\"inlineStr\"><is><r><t>No</t></r><r><t>te</t></r></is></c></row>";
    private const string Strings =
        "<si><t>Date</t></si><si><r><t>two</t></r><r><t xml:space=\"preserve\"> parts</t></r><rPh><t>ruby</t></rPh></si>";

    [Fact]
    public void Dates_come_as_iso_text_and_a_month_stays_a_month()
    {
        // 45658 = 2025-01-01; a spreadsheet's day 60 never was, so day 59 is 28 February 1900.
        using RawFile file = Open(
            "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>45658</v></c><c r=\"B2\" s=\"3\"><v>45658</v></c><c r=\"C2\" s=\"4\"><v>45658.75</v></c></row>"
                + "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>59</v></c><c r=\"B3\" s=\"2\"><v>45658</v></c><c r=\"C3\" t=\"d\"><v>2025-01-01</v></c></row>"
        );
        Assert.Equal(["2025-01-01|2025-01|2025-01-01T18:00:00", "1900-02-28|45658|2025-01-01"], Received.Rows(file));
    }

    [Fact]
    public void A_cover_before_the_table_is_passed_over()
    {
        using RawFile file = Received.Bytes(
            Received.Workbook(
                Header + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2</v></c></row>",
                Strings,
                secondSheet: "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Seizures of 2023</t></is></c></row>",
                isCover: true
            )
        );
        Assert.Equal("Data", file.ReadAs["sheet"]);
        Assert.Equal(["1|2|"], Received.Rows(file));
    }

    [Fact]
    public void A_summary_before_the_records_is_left_unread_and_named()
    {
        using RawFile file = Received.Bytes(
            Received.Workbook(
                Header
                    + string.Concat(
                        Enumerable.Range(2, 4).Select(n => $"<row r=\"{n}\"><c r=\"A{n}\"><v>1</v></c><c r=\"B{n}\"><v>2</v></c></row>")
                    ),
                Strings,
                secondSheet: "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Kind</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Sum</t></is></c></row>"
                    + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>8</v></c></row>",
                isCover: true
            )
        );
        Assert.Equal("Data", file.ReadAs["sheet"]);
        Assert.Equal("1", file.ReadAs["other_sheets"]);
        Assert.Equal(4, Received.Rows(file).Length);
    }

    [Fact]
    public void Sheets_with_the_same_columns_are_read_one_after_another()
    {
        using RawFile file = Received.Bytes(
            Received.Workbook(
                Received.Sheet("No.|Day|Goods|Amount", "1|9 Feb|tea|3", "2|11 Feb|tea|4"),
                secondSheet: Received.Sheet("Register", "", "No.|Day|Goods|Amount", "1|2 Jan|tea|3"),
                isCover: true
            )
        );
        Assert.Equal("2", file.ReadAs["sheets"]);
        Assert.Equal(["No.", "Day", "Goods", "Amount", "sheet"], file.Columns);
        RawRow[] rows = [.. file.Rows];
        Assert.Equal(["1|2 Jan|tea|3|Notes", "1|9 Feb|tea|3|Data", "2|11 Feb|tea|4|Data"], rows.Select(r => string.Join('|', r.Cells)));
        // The fourth row of the first sheet, and the second and third behind it.
        Assert.Equal([4, 6, 7], rows.Select(r => r.Number));
    }

    [Fact]
    public void A_long_list_of_codes_is_no_table_of_records()
    {
        using RawFile file = Received.Bytes(
            Received.Workbook(
                Received.Sheet("No.|Day|Goods|Amount", "1|9 Feb|tea|3"),
                secondSheet: Received.Sheet(["Code|Meaning", .. Enumerable.Range(1, 40).Select(n => $"{n}|goods of kind {n}")]),
                isCover: true
            )
        );
        Assert.Equal("Data", file.ReadAs["sheet"]);
        Assert.Equal("1", file.ReadAs["other_sheets"]);
    }

    [Fact]
    public void Notes_beside_the_table_are_a_column_without_a_name()
    {
        using RawFile file = Received.Bytes(
            Received.Workbook(Received.Sheet("Ref|Day|Goods", "1|9 Feb|tea||kg = kilogram", "2|9 Feb|tea||l = litre", "3|9 Feb|tea"))
        );
        Assert.Equal(["Ref", "Day", "Goods", "column_4", "column_5"], file.Columns);
        Assert.Equal(["1|9 Feb|tea||kg = kilogram", "2|9 Feb|tea||l = litre", "3|9 Feb|tea||"], Received.Rows(file));
    }

    [Fact]
    public void A_cell_merged_over_rows_holds_for_all_of_them()
    {
        using RawFile file = Received.Bytes(
            Received.Workbook(
                Header
                    + "<row r=\"2\"><c r=\"A2\"><v>7</v></c><c r=\"B2\"><v>1</v></c></row><row r=\"3\"><c r=\"B3\"><v>2</v></c></row>"
                    + "<row r=\"4\"><c r=\"B4\"><v>3</v></c></row>",
                Strings,
                after: "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>"
            )
        );
        Assert.Equal(["7|1|", "7|2|", "|3|"], Received.Rows(file));
    }

    // Twelve thousand pairs of rows with one case each; the pairs are named in any order.
    [Fact]
    public void Any_number_of_merged_cells_is_filled()
    {
        int[] pairs = [.. Enumerable.Range(0, 12_000).Select(i => (2 * i) + 2)];
        string rows = string.Concat(
            pairs.Select(n =>
                $"<row r=\"{n}\"><c r=\"A{n}\"><v>7</v></c><c r=\"B{n}\"><v>1</v></c></row><row r=\"{n + 1}\"><c r=\"B{n + 1}\"><v>2</v></c></row>"
            )
        );
        string merged = string.Concat(pairs.Reverse().Select(n => $"<mergeCell ref=\"A{n}:A{n + 1}\"/>"));
        using RawFile file = Received.Bytes(Received.Workbook(Header + rows, Strings, after: $"<mergeCells>{merged}</mergeCells>"));
        Assert.Equal(24_000, file.Rows.Count(r => r.Cells[0] == "7"));
    }

    // Sheets of more than 16 MiB were not looked at for merged cells; the blanks unpack to seventeen, below the ratio that is allowed.
    [Fact]
    public void Merged_cells_of_a_large_sheet_are_filled()
    {
        var random = new Random(1);
        string noise = string.Concat(Enumerable.Range(0, 2 << 20).Select(_ => (char)('a' + random.Next(26))));
        string comments = string.Concat(Enumerable.Range(0, 9).Select(i => $"<!--{noise[i..]}-->"));
        using RawFile file = Received.Bytes(
            Received.Workbook(
                Header
                    + comments
                    + "<row r=\"2\"><c r=\"A2\"><v>7</v></c><c r=\"B2\"><v>1</v></c></row><row r=\"3\"><c r=\"B3\"><v>2</v></c></row>",
                Strings,
                after: "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"
            ),
            new IntakeOptions { MaxLineCharacters = 4 << 20 }
        );
        Assert.Equal(["7|1|", "7|2|"], Received.Rows(file));
    }

    [Fact]
    public void Rows_whose_number_does_not_grow_are_read_in_their_order_and_a_cell_twice_is_refused()
    {
        const string row = "<row r=\"1\"><c r=\"A1\"><v>7</v></c><c r=\"B1\"><v>1</v></c></row>";
        using RawFile file = Open(row + row + row);
        Assert.Equal([2, 3, 4], file.Rows.Select(r => r.Number));
        const string twice = "<row r=\"2\"><c r=\"A2\"><v>7</v></c><c r=\"A2\"><v>1</v></c></row>";
        Assert.Equal("cell_twice", Received.CodeOf(() => Open(twice)));
    }

    // 45000 is 2023-03-15 by Python's datetime(1899, 12, 30) + 45000 days; the file was put together byte by byte after [MS-XLS].
    [Fact]
    public void An_old_workbook_is_read_with_its_dates_its_merged_cells_and_without_its_cover()
    {
        using FileStream bytes = File.OpenRead(
            Path.Combine(Architecture.House.Root, "tests", "SeizureIntel.Tests", "Etl", "Intake", "old_workbook.xls")
        );
        using RawFile file = FileIntake.Open(bytes, "old.xls", new IntakeOptions());
        Assert.Equal(["Дата", "Товар", "кг"], file.Columns);
        Assert.Equal(["2023-03-15|Кокаин|1.5", "2023-03-15|Героин|2", "2023-03-25|Сигареты|3"], Received.Rows(file));
        Assert.Equal("Data", file.ReadAs["sheet"]);
    }

    [Fact]
    public void The_date_system_of_1904_is_obeyed()
    {
        // Day 0 is 1 January 1904 there.
        byte[] bytes = Received.Workbook(Header + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>1</v></c></row>", Strings, "date1904=\"1\"");
        using RawFile file = Received.Bytes(bytes);
        Assert.Equal("1904-01-02||", Received.Rows(file)[0]);
    }

    [Fact]
    public void Numbers_are_invariant_with_the_digits_a_spreadsheet_shows()
    {
        using RawFile file = Open(
            "<row r=\"2\"><c r=\"A2\"><v>0.30000000000000004</v></c><c r=\"B2\"><v>1.0000000000000001E-5</v></c><c r=\"C2\"><v>205262262</v></c></row>"
        );
        Assert.Equal("0.3|0.00001|205262262", Received.Rows(file)[0]);
    }

    [Fact]
    public void A_formula_gives_its_stored_result_and_a_flag()
    {
        using RawFile file = Open(
            "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><f>SUM(A2:A9)</f><v>42</v></c><c r=\"C2\" t=\"str\"><f>A2&amp;\"x\"</f><v>1x</v></c></row>"
                + "<row r=\"3\"><c r=\"A3\"><v>2</v></c></row>"
        );
        RawRow[] rows = [.. file.Rows];
        Assert.Equal(["1", "42", "1x"], rows[0].Cells);
        Assert.True(rows[0].HasFormula);
        Assert.Equal([1, 2], rows[0].FormulaColumns);
        Assert.False(rows[1].HasFormula);
    }

    [Fact]
    public void Error_values_truth_values_and_texts_come_as_shown()
    {
        using RawFile file = Open(
            "<row r=\"2\"><c r=\"A2\" t=\"e\"><v>#N/A</v></c><c r=\"B2\" t=\"b\"><v>1</v></c><c r=\"C2\" t=\"s\"><v>1</v></c></row>"
        );
        Assert.Equal("#N/A|TRUE|two parts", Received.Rows(file)[0]);
    }

    [Fact]
    public void Gaps_are_blank_cells_and_blank_rows()
    {
        using RawFile file = Open(
            "<row r=\"4\"><c r=\"C4\"><v>7</v></c><c r=\"E4\" s=\"1\"/></row><row r=\"5\"><c r=\"A5\" s=\"1\"/></row>"
        );
        RawRow row = Assert.Single(file.Rows);
        Assert.Equal(4, row.Number);
        Assert.Equal(["", "", "7"], row.Cells);
        Assert.Equal(3, file.SkippedRows);
    }

    [Fact]
    public void Text_beyond_the_header_shows_as_a_count_that_does_not_fit()
    {
        using RawFile file = Open("<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"E2\"><v>9</v></c></row>");
        Assert.Equal(5, Assert.Single(file.Rows).Cells.Count);
    }

    [Fact]
    public void The_first_visible_sheet_is_read_unless_another_is_named()
    {
        byte[] bytes = Received.Workbook(
            Header,
            Strings,
            secondSheet: "<row><c t=\"inlineStr\"><is><t>Other</t></is></c></row><row><c><v>1</v></c></row>"
        );
        using RawFile visible = Received.Bytes(bytes);
        Assert.Equal("Data", visible.ReadAs["sheet"]);
        Assert.Equal(["Date", "Amount", "Note"], visible.Columns);
        using RawFile named = Received.Bytes(bytes, new IntakeOptions { Sheet = "notes" });
        Assert.Equal(["Other"], named.Columns);
        Assert.Equal("no_sheet", Received.CodeOf(() => Received.Bytes(bytes, new IntakeOptions { Sheet = "Absent" })));
    }

    [Fact]
    public void A_column_far_to_the_right_is_refused() =>
        Assert.Equal("too_many_columns", Received.CodeOf(() => Received.Rows(Open("<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>"))));

    [Fact]
    public void The_real_workbook_equals_its_own_text_edition()
    {
        string? xlsx = Received.Shared("china_pangolin_seizures/pangolin-seizures_non-nominal.xlsx");
        string? tsv = Received.Shared("china_pangolin_seizures/pangolin-seizures_non-nominal.tsv");
        Assert.SkipWhen(xlsx is null || tsv is null, Received.Skip);
        using FileStream a = File.OpenRead(xlsx);
        using FileStream b = File.OpenRead(tsv);
        using RawFile workbook = FileIntake.Open(a, "x", new IntakeOptions());
        using RawFile text = FileIntake.Open(b, "y", new IntakeOptions());
        Assert.Equal(text.Columns, workbook.Columns);
        Assert.Equal(text.Rows.Select(r => r.Cells.Count).ToArray(), workbook.Rows.Select(r => r.Cells.Count).ToArray());
        Assert.Equal(162, FileIntake.Open(b, "y", new IntakeOptions()).Rows.Count());
    }

    private static RawFile Open(string rows) => Received.Bytes(Received.Workbook(Header + rows, Strings));
}
