using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace SeizureIntel.Tests.App.Api;

/// <summary>Refused rows as a workbook, mended and sent again, for a suggested format and for the template.</summary>
[Collection(nameof(ApiCollection))]
public sealed class MendingTests(ApiSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // 31 February is no day; the other eight rows are kept.
    [Theory]
    [InlineData(
        "Sicherstellungsdatum;code;Warenart;Menge;Einheit",
        "31.02.2023;K0;Kokain;2;kg",
        "1?.01.2023;K?;Heroin;1;kg",
        "Sicherstellungsdatum",
        "28.02.2023"
    )]
    [InlineData(
        "case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit",
        "M0,NL,2023-02-31,NL,H01,cocaine,2,kg",
        "M?,NL,2023-01-1?,NL,H01,heroin,1,kg",
        "seizure_date",
        "2023-02-28"
    )]
    public async Task The_failing_cell_is_coloured_and_the_mended_workbook_brings_its_row_once(
        string header,
        string failing,
        string kept,
        string column,
        string mended
    )
    {
        IEnumerable<string> good = Enumerable
            .Range(1, 8)
            .Select(i => kept.Replace("?", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        byte[] file = Encoding.UTF8.GetBytes(string.Join('\n', good.Prepend(failing).Prepend(header)) + "\n");
        if (column != "seizure_date")
            await AcceptedAsync(file);
        JsonElement first = await TakenAsync(file, "first.csv");
        Assert.Equal((9, 8, 1), Rows(first));

        using HttpResponseMessage response = await site.Http.GetAsync(
            new Uri($"/api/v1/submissions/{first.GetProperty("id").GetString()}/rejections.xlsx", UriKind.Relative),
            Stop
        );
        byte[] workbook = Mended(await response.Content.ReadAsByteArrayAsync(Stop), column, mended);
        JsonElement second = await TakenAsync(workbook, "mended.xlsx");
        Assert.Equal(first.GetProperty("source").GetString(), second.GetProperty("source").GetString());
        Assert.Equal((1, 1, 0), Rows(second));
        JsonElement again = await TakenAsync(workbook, "mended.xlsx");
        Assert.Equal("already_received", again.GetProperty("status").GetString());
        Assert.Equal(9, await FoundAsync(first) + await FoundAsync(second));
    }

    // Of five rows two are kept at once. Sent mended, mended further with one row failing anew, and that one mended: five at the end, as they were last.
    [Fact]
    public async Task A_workbook_mended_again_and_again_brings_each_row_once_as_it_was_mended_last()
    {
        const string Csv = "case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit,narrative\n";
        string rows = string.Concat(
            Enumerable.Range(1, 5).Select(i => $"C{i},NL,{(i < 4 ? "2023-02-3" : "2023-02-1")}{i % 3},NL,H01,heroin,{i},kg,\n")
        );
        JsonElement first = await TakenAsync(Encoding.UTF8.GetBytes(Csv + rows), "chain.csv");
        Assert.Equal((5, 2, 3), Rows(first));
        byte[] mended = await WorkbookAsync(first);
        foreach (int row in (int[])[1, 2, 3])
            mended = Edited(mended, row, "seizure_date", "2023-02-0" + row);
        JsonElement second = await TakenAsync(mended, "mended.xlsx");
        Assert.Equal((3, 3, 0), Rows(second));
        Assert.Equal(["C1 1", "C2 2", "C3 3", "C4 4", "C5 5"], await AmountsAsync());

        byte[] third = Edited(Edited(mended, 1, "quantity", "11"), 2, "seizure_date", "never");
        JsonElement partly = await TakenAsync(third, "mended.xlsx");
        Assert.Equal((3, 2, 1), Rows(partly));
        // The row that fails now was understood before, and stays as it was.
        Assert.Equal(["C1 11", "C2 2", "C3 3", "C4 4", "C5 5"], await AmountsAsync());

        byte[] last = await WorkbookAsync(partly);
        last = Edited(Edited(last, 1, "seizure_date", "2023-02-09"), 1, "quantity", "22");
        Assert.Equal((1, 1, 0), Rows(await TakenAsync(last, "mended.xlsx")));
        Assert.Equal(["C1 11", "C2 22", "C3 3", "C4 4", "C5 5"], await AmountsAsync());
        Assert.Equal((0, 2), (await FoundAsync(second), await FoundAsync(partly)));

        async Task<string[]> AmountsAsync()
        {
            (_, JsonElement found) = await site.GetAsync(
                "/api/v1/search?size=50&where=case_ref=C1&where=case_ref=C2&where=case_ref=C3&where=case_ref=C4&where=case_ref=C5"
            );
            return
            [
                .. found
                    .GetProperty("hits")
                    .EnumerateArray()
                    .Select(h =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{h.GetProperty("case_ref").GetString()} {h.GetProperty("quantity").GetDecimal()}"
                        )
                    )
                    .Order(StringComparer.Ordinal),
            ];
        }
    }

    private async Task<byte[]> WorkbookAsync(JsonElement report)
    {
        using HttpResponseMessage response = await site.Http.GetAsync(
            new Uri($"/api/v1/submissions/{report.GetProperty("id").GetString()}/rejections.xlsx", UriKind.Relative),
            Stop
        );
        return await response.Content.ReadAsByteArrayAsync(Stop);
    }

    private static byte[] Edited(byte[] workbook, int row, string column, string value)
    {
        using var bytes = new MemoryStream();
        bytes.Write(workbook);
        using (SpreadsheetDocument document = SpreadsheetDocument.Open(bytes, isEditable: true))
        {
            Row[] rows = [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>()];
            int at = rows[0].Elements<Cell>().Select(c => c.InnerText).ToList().IndexOf(column);
            Cell cell = rows[row].Elements<Cell>().ElementAt(at);
            (cell.DataType, cell.CellValue) = (CellValues.InlineString, null);
            cell.InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(value));
        }

        return bytes.ToArray();
    }

    // Exactly one cell of the refused row is coloured: the one in the column that the reason is about.
    private static byte[] Mended(byte[] workbook, string column, string mended)
    {
        using var bytes = new MemoryStream();
        bytes.Write(workbook);
        using (SpreadsheetDocument document = SpreadsheetDocument.Open(bytes, isEditable: true))
        {
            Assert.Empty(new OpenXmlValidator().Validate(document, Stop));
            Row[] rows = [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>()];
            Assert.Equal(2, rows.Length);
            List<string> names = [.. rows[0].Elements<Cell>().Select(c => c.InnerText)];
            Assert.Equal(["refused_row", "refused_field", "refused_code", "refused_reason"], names.Take(4));
            Assert.Equal("refused_of", names[4]);
            Cell[] cells = [.. rows[1].Elements<Cell>()];
            Assert.Equal("seizure_date", cells[1].InnerText);
            Cell failing = Assert.Single(cells, c => c.StyleIndex?.Value == 1);
            Assert.Equal(column, names[Array.IndexOf(cells, failing)]);
            failing.InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(mended));
        }

        return bytes.ToArray();
    }

    private async Task AcceptedAsync(byte[] file)
    {
        string name;
        using (
            HttpResponseMessage proposed = await PostAsync(
                "submissions/suggestion?file_name=a.csv&propose=true",
                new ByteArrayContent(file)
            )
        )
            name = (await ApiSite.JsonOf(proposed)).GetProperty("name").GetString()!;
        using var edit = new StringContent("{\"constants\":{\"reporting_country\":\"DE\"}}", Encoding.UTF8, "application/json");
        using HttpResponseMessage edited = await site.Http.PutAsync(new Uri("/api/v1/sources/" + name, UriKind.Relative), edit, Stop);
        edited.EnsureSuccessStatusCode();
        using HttpResponseMessage accepted = await PostAsync($"sources/{name}/acceptance", null);
        accepted.EnsureSuccessStatusCode();
    }

    private async Task<HttpResponseMessage> PostAsync(string address, HttpContent? body)
    {
        if (body is not null)
            body.Headers.ContentType = new("application/octet-stream");
        return await site.Http.PostAsync(new Uri("/api/v1/" + address, UriKind.Relative), body, Stop);
    }

    private async Task<JsonElement> TakenAsync(byte[] file, string name)
    {
        using HttpResponseMessage response = await site.SendAsync(file, "file_name=" + name);
        JsonElement report = await ApiSite.JsonOf(response);
        Assert.True(response.IsSuccessStatusCode, report.GetRawText());
        return report;
    }

    private async Task<int> FoundAsync(JsonElement report) =>
        (await site.GetAsync($"/api/v1/search?size=0&where=submission={report.GetProperty("id").GetString()}"))
            .Json.GetProperty("total")
            .GetProperty("seizures")
            .GetInt32();

    private static (int Read, int Accepted, int Rejected) Rows(JsonElement report) =>
        (
            report.GetProperty("rows_read").GetInt32(),
            report.GetProperty("rows_accepted").GetInt32(),
            report.GetProperty("rows_rejected").GetInt32()
        );
}
