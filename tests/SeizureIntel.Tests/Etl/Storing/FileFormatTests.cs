using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Storing;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Etl.Intake;
using Xunit;

namespace SeizureIntel.Tests.Etl.Storing;

public sealed class FileFormatTests
{
    private static readonly string[] Lines =
    [
        "case_ref|reporting_country|seizure_date|country|heading|product|quantity|unit|narrative",
        "A-1|NL|2024-03-14|NL|H01|cocaine|2.5|kg|Passport AB1234567 of Mr John Doe was found.",
        "A-1|NL|2024-03-14|NL|H01|heroin|3|kg|",
        "A-2|NL|2024-04-02|NL|H01|cocaine|12|kg|",
    ];

    [Theory]
    [InlineData("xlsx")]
    [InlineData("ods")]
    [InlineData("excel_xml")]
    [InlineData("html")]
    public async Task The_same_table_becomes_the_same_cases_and_the_same_screened_rows_in_every_format(string format)
    {
        byte[] csv = Encoding.UTF8.GetBytes(string.Join('\n', Lines).Replace('|', ','));
        (string cases, string rows) = await LoadedAsync(csv);
        (string otherCases, string otherRows) = await LoadedAsync(In(format));
        Assert.Contains("A-2", cases, StringComparison.Ordinal);
        Assert.DoesNotContain("AB1234567", rows, StringComparison.Ordinal);
        Assert.Equal(cases, otherCases);
        Assert.Equal(rows, otherRows);
    }

    private static byte[] In(string format) =>
        format switch
        {
            "xlsx" => Received.Workbook(Received.Sheet(Lines)),
            "ods" => Spreadsheets.Ods(Spreadsheets.OdsSheet("Data", Spreadsheets.OdsRows(Lines) + Spreadsheets.OdsRest())),
            "excel_xml" => Encoding.UTF8.GetBytes(
                Spreadsheets.ExcelXml(Spreadsheets.ExcelXmlSheet("Data", Spreadsheets.ExcelXmlRows(Lines)))
            ),
            _ => Encoding.UTF8.GetBytes(
                $"<html><table>{string.Concat(Lines.Select(l => "<tr><td>" + l.Replace("|", "<td>", StringComparison.Ordinal)))}</table></html>"
            ),
        };

    private static async Task<(string Cases, string Rows)> LoadedAsync(byte[] bytes)
    {
        var store = new MemoryStore();
        var archive = new MemoryArchive();
        var choice = new SourceChoice(new SourceShelf(Shipped.Sources, new MemorySources()), () => Shipped.Suggester, TimeProvider.System);
        var loader = new SubmissionLoader(store, archive, Shipped.Lists, Shipped.Screening, choice, TimeProvider.System);
        using var file = new MemoryStream(bytes);
        LoadReport report = await loader.LoadAsync(
            new LoadRequest { File = file, FileName = "sent.xls" },
            null,
            TestContext.Current.CancellationToken
        );
        Assert.Equal((SubmissionStatus.Loaded, 3), (report.Status, report.RowsAccepted));
        return (
            string.Join('\n', store.Cases.Select(c => $"{c.CaseRef} {c.Seizures.Count} {string.Join(' ', c.Seizures.Select(s => s.Row))}")),
            string.Join('\n', archive.Handed.Select(r => $"{r.Row} {string.Join('|', r.Cells)}"))
        );
    }
}
