using System.IO;
using System.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SeizureIntel.Workbench.Exports;
using Xunit;

namespace SeizureIntel.Tests.Workbench.Exports;

public sealed class WorkbookWriterTests
{
    [Fact]
    public void Texts_stay_texts_and_the_workbook_is_valid()
    {
        using var bytes = new MemoryStream();
        using (var workbook = new WorkbookWriter(bytes, "rejections", ["row", "reason"]))
        {
            workbook.Add([7, "=1+1"]);
            workbook.Add([null, "bell \u0007 and <tag>"]);
        }

        bytes.Position = 0;
        using SpreadsheetDocument document = SpreadsheetDocument.Open(bytes, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken));
        Row[] rows = [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>()];
        Assert.Equal(3, rows.Length);
        Assert.Equal(["7", "=1+1"], rows[1].Elements<Cell>().Select(c => c.InnerText));
        Assert.Empty(rows.SelectMany(r => r.Descendants<CellFormula>()));
        Assert.Equal("bell   and <tag>", rows[2].InnerText);
    }

    [Fact]
    public void What_a_sheet_cannot_hold_stands_on_the_next()
    {
        // Five rows a sheet, one of them the headings: nine rows need three sheets.
        using var bytes = new MemoryStream();
        using (var workbook = new WorkbookWriter(bytes, "rows", ["n"], mostRows: 5))
        {
            for (int i = 1; i <= 9; i++)
                workbook.Add([i]);
        }

        bytes.Position = 0;
        using SpreadsheetDocument document = SpreadsheetDocument.Open(bytes, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken));
        Assert.Equal(
            ["n1234", "n5678", "n9"],
            document
                .WorkbookPart!.Workbook!.Descendants<Sheet>()
                .Select(s =>
                    string.Concat(
                        ((WorksheetPart)document.WorkbookPart.GetPartById(s.Id!)).Worksheet!.Descendants<Cell>().Select(c => c.InnerText)
                    )
                )
        );
    }
}
