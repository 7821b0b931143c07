using System;
using System.Linq;
using SeizureIntel.Etl.Intake;
using Xunit;

namespace SeizureIntel.Tests.Etl.Intake;

public sealed class OdsFileTests
{
    [Fact]
    public void Titles_merged_cells_days_and_two_sheets_are_read_as_those_of_a_workbook()
    {
        const string title =
            "<table:table-row><table:table-cell table:number-columns-spanned=\"4\" office:value-type=\"string\"><text:p>Register</text:p>"
            + "</table:table-cell><table:covered-table-cell table:number-columns-repeated=\"3\"/></table:table-row>";
        const string tall =
            "<table:table-row><table:table-cell table:number-rows-spanned=\"2\" office:value-type=\"string\"><text:p>A/7</text:p></table:table-cell>"
            + "<table:table-cell table:style-name=\"ce1\" office:value-type=\"date\" office:date-value=\"2025-01-09\"><text:p>09.01.25</text:p>"
            + "</table:table-cell><table:table-cell office:value-type=\"string\"><text:p>tea</text:p></table:table-cell>"
            + "<table:table-cell office:value-type=\"float\" office:value=\"3\"/></table:table-row>"
            + "<table:table-row><table:covered-table-cell/><table:table-cell table:style-name=\"ce3\" office:value-type=\"date\" "
            + "office:date-value=\"2025-02-01\"><text:p>Feb 2025</text:p></table:table-cell><table:table-cell office:value-type=\"string\">"
            + "<text:p>rice</text:p></table:table-cell><table:table-cell office:value-type=\"float\" office:value=\"4.5\"/></table:table-row>";
        const string names = "Case|Day|Goods|Amount";
        using RawFile file = Received.Bytes(
            Spreadsheets.Ods(
                Spreadsheets.OdsSheet("January", title + Spreadsheets.OdsRows(names) + tall + Spreadsheets.OdsRest()),
                Spreadsheets.OdsSheet("Codes", Spreadsheets.OdsRows("a|b", "c|d"), "ta2"),
                Spreadsheets.OdsSheet("February", Spreadsheets.OdsRows(names, "B/1|2025-02-09|tea|2") + Spreadsheets.OdsRest())
            )
        );
        Assert.Equal(["Case", "Day", "Goods", "Amount", "sheet"], file.Columns);
        Assert.Equal(
            ["A/7|2025-01-09|tea|3|January", "A/7|2025-02|rice|4.5|January", "B/1|2025-02-09|tea|2|February"],
            Received.Rows(file)
        );
        Assert.Equal(("ods", "2", "2"), (file.ReadAs["format"], file.ReadAs["sheets"], file.ReadAs["header_row"]));
        Assert.False(file.ReadAs.ContainsKey("other_sheets"));
    }

    [Fact]
    public void A_sheet_that_is_named_is_read_though_it_is_hidden()
    {
        byte[] bytes = Spreadsheets.Ods(
            Spreadsheets.OdsSheet("Data", Spreadsheets.OdsRows("Day|Goods", "9 Feb|tea")),
            Spreadsheets.OdsSheet("Old", Spreadsheets.OdsRows("Day|Goods", "1 Jan|rice"), "ta2")
        );
        using RawFile named = Received.Bytes(bytes, new IntakeOptions { Sheet = "old" });
        Assert.Equal(["1 Jan|rice"], Received.Rows(named));
        Assert.Equal("no_sheet", Received.CodeOf(() => Received.Bytes(bytes, new IntakeOptions { Sheet = "Absent" })));
    }

    [Theory]
    [InlineData("office:value-type=\"float\" office:value=\"0.30000000000000004\"", "<text:p>0,3</text:p>", "0.3")]
    [InlineData("office:value-type=\"percentage\" office:value=\"0.05\"", "<text:p>5 %</text:p>", "0.05")]
    [InlineData("office:value-type=\"currency\" office:currency=\"EUR\" office:value=\"1200\"", "<text:p>1.200 €</text:p>", "1200")]
    [InlineData("office:value-type=\"boolean\" office:boolean-value=\"true\"", "<text:p>WAHR</text:p>", "TRUE")]
    [InlineData("office:value-type=\"time\" office:time-value=\"PT10H30M00S\"", "<text:p>10:30</text:p>", "10:30:00")]
    [InlineData("office:value-type=\"date\" office:date-value=\"2025-03-01T18:05:00\"", "<text:p>1.3.</text:p>", "2025-03-01T18:05:00")]
    [InlineData("office:value-type=\"string\" office:string-value=\"\"", "<text:p>#N/A</text:p>", "#N/A")]
    [InlineData("office:value-type=\"date\" office:date-value=\"2025-03-01T18:05:00.000000000\"", "<text:p/>", "2025-03-01T18:05:00")]
    [InlineData("office:value-type=\"date\" office:date-value=\"1895-05-03\"", "<text:p>03.05.1895</text:p>", "1895-05-03")]
    [InlineData("office:value-type=\"date\" office:date-value=\"1899-12-30T10:30:00\"", "<text:p>10:30</text:p>", "10:30:00")]
    [InlineData("office:value-type=\"date\" office:date-value=\"3/4\"", "<text:p>3/4</text:p>", "3/4")]
    [InlineData("office:value-type=\"string\" office:string-value=\"stated\"", "<text:p>shown</text:p>", "stated")]
    [InlineData(
        "office:value-type=\"string\"",
        "<text:p>one</text:p><text:p>two <text:span>and</text:span> three</text:p>",
        "one\ntwo and three"
    )]
    [InlineData("", "<text:p>a<text:s text:c=\"2\"/>b<text:tab/>c<text:line-break/>d</text:p>", "a  b\tc\nd")]
    [InlineData("office:value-type=\"string\"", "<office:annotation><text:p>a note</text:p></office:annotation><text:p>x</text:p>", "x")]
    [InlineData("office:value-type=\"string\"", "<draw:frame><text:p>a picture</text:p></draw:frame><text:p>x &amp; y</text:p>", "x & y")]
    public void A_value_comes_as_its_type_states_and_a_text_as_it_is_shown(string attributes, string content, string expected)
    {
        using RawFile file = Received.Bytes(
            Spreadsheets.Ods(
                Spreadsheets.OdsSheet(
                    "Data",
                    Spreadsheets.OdsRows("Day|Value")
                        + $"<table:table-row><table:table-cell><text:p>day</text:p></table:table-cell><table:table-cell {attributes}>{content}"
                        + "</table:table-cell></table:table-row>"
                )
            )
        );
        Assert.Equal(expected, Assert.Single(file.Rows).Cells[1]);
    }

    [Fact]
    public void A_formula_gives_its_stored_result_and_a_flag()
    {
        using RawFile file = Received.Bytes(
            Spreadsheets.Ods(
                Spreadsheets.OdsSheet(
                    "Data",
                    Spreadsheets.OdsRows("Goods|Amount")
                        + "<table:table-row><table:table-cell><text:p>tea</text:p></table:table-cell><table:table-cell table:formula=\"of:=1+1\" "
                        + "office:value-type=\"float\" office:value=\"2\"/></table:table-row>"
                )
            )
        );
        RawRow row = Assert.Single(file.Rows);
        Assert.Equal(["tea", "2"], row.Cells);
        Assert.Equal([1], row.FormulaColumns);
    }

    [Fact]
    public void Repeated_rows_and_cells_come_as_often_as_they_stand_and_blank_ones_count_alone()
    {
        using RawFile file = Received.Bytes(
            Spreadsheets.Ods(
                Spreadsheets.OdsSheet(
                    "Data",
                    Spreadsheets.OdsRows("Goods|Left|Right")
                        + "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"3\"/></table:table-row>"
                        + "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell><text:p>tea</text:p></table:table-cell>"
                        + "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"7\"/></table:table-row>"
                        + Spreadsheets.OdsRows("rice|1|2")
                        + Spreadsheets.OdsRest()
                )
            )
        );
        RawRow[] rows = [.. file.Rows];
        Assert.Equal(["tea|7|7", "tea|7|7", "rice|1|2"], rows.Select(r => string.Join('|', r.Cells)));
        Assert.Equal([5, 6, 7], rows.Select(r => r.Number));
        Assert.Equal(3, file.SkippedRows);
    }

    [Fact]
    public void The_million_blank_rows_at_the_end_of_a_sheet_cost_nothing()
    {
        byte[] bytes = Spreadsheets.Ods(
            Spreadsheets.OdsSheet("Data", Spreadsheets.OdsRows("Day|Goods", "9 Feb|tea") + Spreadsheets.OdsRest())
        );
        long before = GC.GetAllocatedBytesForCurrentThread();
        using RawFile file = Received.Bytes(bytes);
        Assert.Single(file.Rows);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 32 << 20);
    }

    [Fact]
    public void A_file_that_breaks_off_or_cannot_be_unpacked_is_told_as_such()
    {
        byte[] whole = Spreadsheets.Ods(Spreadsheets.OdsSheet("Data", Spreadsheets.OdsRows("Day|Goods", "9 Feb|tea")));
        Assert.Equal("truncated_ods", Received.CodeOf(() => Received.Bytes(whole[..(whole.Length / 2)])));
        byte[] open = Spreadsheets.OdsOf(
            "<office:spreadsheet><table:table table:name=\"Data\">" + Spreadsheets.OdsRows("Day|Goods") + "<x>"
        );
        Assert.Equal("truncated_ods", Received.CodeOf(() => Received.Bytes(open)));
    }

    [Fact]
    public void Entities_cannot_grow_in_a_spreadsheet()
    {
        byte[] laughs = Spreadsheets.OdsOf(
            "<office:spreadsheet/>",
            "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b SYSTEM \"file:///etc/hostname\">]>"
        );
        Assert.Equal("truncated_ods", Received.CodeOf(() => Received.Bytes(laughs)));
    }

    [Fact]
    public void Bombs_of_bytes_and_of_repeats_are_refused_in_little_memory()
    {
        byte[] bytes = Spreadsheets.OdsBomb(megabytes: 64);
        byte[] repeats = Spreadsheets.Ods(
            Spreadsheets.OdsSheet(
                "Data",
                Spreadsheets.OdsRows("Day|Goods")
                    + "<table:table-row table:number-rows-repeated=\"99999999999\"><table:table-cell table:number-columns-repeated=\"900\">"
                    + "<text:p>secret</text:p></table:table-cell></table:table-row>"
            )
        );
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("ods_bomb", Received.CodeOf(() => Received.Bytes(bytes)));
        var refused = Assert.Throws<UnreadableFileException>(() => Received.Rows(Received.Bytes(repeats)));
        Assert.Equal("ods_bomb", refused.Code);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 256 << 20);
    }

    [Fact]
    public void A_wide_row_and_a_hundred_thousand_nested_tags_are_refused()
    {
        string wide =
            "<table:table-row><table:table-cell table:number-columns-repeated=\"5000\"><text:p>x</text:p></table:table-cell></table:table-row>";
        Assert.Equal(
            "too_many_columns",
            Received.CodeOf(() => Received.Rows(Received.Bytes(Spreadsheets.Ods(Spreadsheets.OdsSheet("Data", wide)))))
        );
        string nested =
            string.Concat(Enumerable.Repeat("<text:span>", 100_000)) + string.Concat(Enumerable.Repeat("</text:span>", 100_000));
        string cell = $"<table:table-row><table:table-cell><text:p>{nested}</text:p></table:table-cell></table:table-row>";
        Assert.Equal(
            "truncated_ods",
            Received.CodeOf(() => Received.Bytes(Spreadsheets.Ods(Spreadsheets.OdsSheet("Data", Spreadsheets.OdsRows("a|b") + cell))))
        );
    }

    [Fact]
    public void One_that_is_a_single_xml_is_read_as_well()
    {
        string sheet = Spreadsheets.OdsSheet("Data", Spreadsheets.OdsRows("Day|Goods", "9 Feb|tea") + Spreadsheets.OdsRest());
        using RawFile file = Received.Text(Spreadsheets.FlatOds($"<office:spreadsheet>{sheet}</office:spreadsheet>"));
        Assert.Equal("ods", file.ReadAs["format"]);
        Assert.Equal(["9 Feb|tea"], Received.Rows(file));
        Assert.Equal("other_workbook", Received.CodeOf(() => Received.Text(Spreadsheets.FlatOds("<office:text/>"))));
        Assert.Equal("truncated_ods", Received.CodeOf(() => Received.Text(Spreadsheets.FlatOds("<office:spreadsheet>"))));
    }

    // The first row of a sheet goes on in the second; twelve thousand such pairs.
    [Fact]
    public void Any_number_of_merged_cells_is_filled()
    {
        const string pair =
            "<table:table-row><table:table-cell table:number-rows-spanned=\"2\"><text:p>A</text:p></table:table-cell><table:table-cell>"
            + "<text:p>tea</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell>"
            + "<text:p>rice</text:p></table:table-cell></table:table-row>";
        string rows = Spreadsheets.OdsRows("Case|Goods") + string.Concat(Enumerable.Repeat(pair, 12_000));
        using RawFile file = Received.Bytes(Spreadsheets.Ods(Spreadsheets.OdsSheet("Data", rows)));
        Assert.Equal(24_000, file.Rows.Count(r => r.Cells[0] == "A"));
    }

    [Fact]
    public void A_text_document_is_no_spreadsheet() =>
        Assert.Equal("other_workbook", Received.CodeOf(() => Received.Bytes(Spreadsheets.OdsOf("<office:text/>"))));
}
