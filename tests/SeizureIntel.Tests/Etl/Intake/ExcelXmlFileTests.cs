using System;
using System.Linq;
using System.Text;
using SeizureIntel.Etl.Intake;
using Xunit;

namespace SeizureIntel.Tests.Etl.Intake;

public sealed class ExcelXmlFileTests
{
    private const string Names = "Case|Day|Goods|Amount";

    private static string Register =>
        "<Row><Cell ss:MergeAcross=\"3\"><Data ss:Type=\"String\">Register</Data></Cell></Row>"
        + Spreadsheets.ExcelXmlRows(Names)
        + "<Row ss:Index=\"4\"><Cell ss:MergeDown=\"1\"><Data ss:Type=\"String\">A/7</Data></Cell><Cell ss:StyleID=\"s1\">"
        + "<Data ss:Type=\"DateTime\">2025-01-09T00:00:00.000</Data></Cell><Cell>"
        + "<ss:Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\"><B>green</B> <I>tea</I></ss:Data>"
        + "<Comment><ss:Data>a note</ss:Data></Comment></Cell><Cell ss:Formula=\"=1+2\"><Data ss:Type=\"Number\">3</Data></Cell>"
        + "</Row><Row><Cell ss:Index=\"2\" ss:StyleID=\"s2\"><Data ss:Type=\"DateTime\">2025-02-01T00:00:00.000</Data></Cell>"
        + "<Cell><Data ss:Type=\"String\">rice</Data></Cell><Cell><Data ss:Type=\"Number\">4.5</Data></Cell></Row>";

    [Fact]
    public void Titles_merged_cells_days_and_two_sheets_are_read_as_those_of_a_workbook()
    {
        using RawFile file = Received.Text(
            Spreadsheets.ExcelXml(
                Spreadsheets.ExcelXmlSheet("January", Register),
                Spreadsheets.ExcelXmlSheet("Codes", Spreadsheets.ExcelXmlRows("a|b", "c|d"), "<Visible>SheetHidden</Visible>"),
                Spreadsheets.ExcelXmlSheet("February", Spreadsheets.ExcelXmlRows(Names, "B/1|2025-02-09|tea|2"))
            )
        );
        Assert.Equal(["Case", "Day", "Goods", "Amount", "sheet"], file.Columns);
        RawRow[] rows = [.. file.Rows];
        Assert.Equal(
            ["A/7|2025-01-09|green tea|3|January", "A/7|2025-02|rice|4.5|January", "B/1|2025-02-09|tea|2|February"],
            rows.Select(r => string.Join('|', r.Cells))
        );
        Assert.Equal([4, 5, 7], rows.Select(r => r.Number));
        Assert.Equal([3], rows[0].FormulaColumns);
        Assert.Equal(("excel_xml", "2"), (file.ReadAs["format"], file.ReadAs["sheets"]));
    }

    [Fact]
    public void One_in_utf_16_is_read_as_well()
    {
        string text = Spreadsheets.ExcelXml(Spreadsheets.ExcelXmlSheet("Data", Spreadsheets.ExcelXmlRows("Day|Goods", "9 Feb|tea")));
        using RawFile file = Received.Bytes([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]);
        Assert.Equal("excel_xml", file.ReadAs["format"]);
        Assert.Equal(["9 Feb|tea"], Received.Rows(file));
    }

    [Fact]
    public void One_that_breaks_off_or_declares_a_document_type_is_refused_without_quoting_it()
    {
        string whole = Spreadsheets.ExcelXml(Spreadsheets.ExcelXmlSheet("Data", Spreadsheets.ExcelXmlRows("Day|Goods", "9 Feb|secret")));
        var refused = Assert.Throws<UnreadableFileException>(() =>
            Received.Text(whole[..whole.IndexOf("secret</Data>", StringComparison.Ordinal)])
        );
        Assert.Equal("truncated_excel_xml", refused.Code);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
        string laughs = whole.Replace("<Workbook ", "<!DOCTYPE x [<!ENTITY a \"ha\">]><Workbook ", StringComparison.Ordinal);
        Assert.Equal("truncated_excel_xml", Received.CodeOf(() => Received.Text(laughs)));
    }

    // XML Spreadsheet Reference, Microsoft 2001, Row: indices grow strictly, and Excel loads no file in which they do not. Those beyond the last row
    // are 4 and 9; Span says that one row more is like the row.
    [Fact]
    public void Rows_whose_index_does_not_grow_are_read_in_their_order()
    {
        const string cells = "<Cell><Data ss:Type=\"String\">9 Feb</Data></Cell><Cell><Data ss:Type=\"String\">tea</Data></Cell>";
        string rows = string.Concat(
            new[] { "ss:Index=\"1\"", "ss:Index=\"1\"", "ss:Index=\"4\" ss:Span=\"1\"", "", "ss:Index=\"2\"", "ss:Index=\"9\"" }.Select(i =>
                $"<Row {i}>{cells}</Row>"
            )
        );
        using RawFile file = Received.Text(
            Spreadsheets.ExcelXml(
                Spreadsheets.ExcelXmlSheet(
                    "Data",
                    Spreadsheets.ExcelXmlRows("Day|Goods").Replace("<Row>", "<Row ss:Index=\"1\">", StringComparison.Ordinal) + rows
                )
            )
        );
        Assert.Equal([2, 3, 4, 6, 7, 9], file.Rows.Select(r => r.Number));
    }

    // A cell that goes over two columns, and another that states the second of them (an overlap: "considered invalid").
    [Fact]
    public void A_cell_that_goes_back_is_refused_with_its_row_unless_it_is_blank()
    {
        static RawFile With(string text) =>
            Received.Text(
                Spreadsheets.ExcelXml(
                    Spreadsheets.ExcelXmlSheet(
                        "Data",
                        Spreadsheets.ExcelXmlRows("Day|Goods|Amount")
                            + "<Row><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"String\">9 Feb</Data></Cell><Cell ss:Index=\"2\"><Data ss:Type=\"String\">"
                            + $"{text}</Data></Cell><Cell ss:Index=\"3\"><Data ss:Type=\"Number\">3</Data></Cell></Row>"
                    )
                )
            );
        using RawFile blank = With("");
        Assert.Equal(["9 Feb||3"], Received.Rows(blank));
        var refused = Assert.Throws<UnreadableFileException>(() => With("secret"));
        Assert.Equal("cell_twice", refused.Code);
        Assert.StartsWith("Row 2 ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    // Twelve thousand pairs of rows with one case each.
    [Fact]
    public void Any_number_of_merged_cells_is_filled()
    {
        const string pair =
            "<Row><Cell ss:MergeDown=\"1\"><Data ss:Type=\"String\">A</Data></Cell><Cell><Data ss:Type=\"Number\">1</Data></Cell></Row>"
            + "<Row><Cell ss:Index=\"2\"><Data ss:Type=\"Number\">2</Data></Cell></Row>";
        string rows = Spreadsheets.ExcelXmlRows("Case|Amount") + string.Concat(Enumerable.Repeat(pair, 12_000));
        using RawFile file = Received.Text(Spreadsheets.ExcelXml(Spreadsheets.ExcelXmlSheet("Data", rows)));
        Assert.Equal(24_000, file.Rows.Count(r => r.Cells[0] == "A"));
    }

    // The column that is skipped would else be filled from the right.
    [Fact]
    public void Attributes_without_their_prefix_are_understood()
    {
        string rows =
            Spreadsheets.ExcelXmlRows("Day|Goods|Amount")
            + "<Row Index=\"5\"><Cell><Data Type=\"String\">9 Feb</Data></Cell><Cell Index=\"3\"><Data Type=\"Number\">3.0</Data></Cell></Row>";
        using RawFile file = Received.Text(Spreadsheets.ExcelXml(Spreadsheets.ExcelXmlSheet("Data", rows)));
        RawRow row = Assert.Single(file.Rows);
        Assert.Equal(["9 Feb", "", "3"], row.Cells);
        Assert.Equal(5, row.Number);
    }

    [Fact]
    public void A_row_or_a_column_far_off_is_refused()
    {
        static string With(string row) =>
            Spreadsheets.ExcelXml(Spreadsheets.ExcelXmlSheet("Data", Spreadsheets.ExcelXmlRows("Day|Goods", "9 Feb|tea") + row));
        Assert.Equal("truncated_excel_xml", Received.CodeOf(() => Received.Text(With("<Row ss:Index=\"99999999999\"/>"))));
        const string far = "<Row><Cell ss:Index=\"99999\"><Data ss:Type=\"Number\">1</Data></Cell></Row>";
        Assert.Equal("too_many_columns", Received.CodeOf(() => Received.Text(With(far))));
    }
}
