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
using SeizureIntel.Accounts;
using SeizureIntel.Values;
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
        Assert.Equal((2, 0, 0), Issues(partly));
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

    // Another office of the country names a refused row of the first, an accepted one, one beyond its end, and one of no submission.
    [Fact]
    public async Task Who_names_rows_that_are_not_refused_rows_of_its_own_replaces_learns_and_holds_nothing()
    {
        using HttpClient first = (await site.KeyAsync(Role.Contributor, ["NL"], Marking.Amber, ["read", "submit"])).Client;
        using HttpClient other = (await site.KeyAsync(Role.Contributor, ["NL"], Marking.Amber, ["read", "submit"])).Client;
        JsonElement sent = await TakenAsync(
            Template(("", "named-O1", "2023-02-01", 1), ("", "named-O2", "2023-02-31", 2)),
            "first.csv",
            first
        );
        Assert.Equal((2, 1, 1), Rows(sent));
        string id = sent.GetProperty("id").GetString()!;

        byte[] naming = Template(
            ("3," + id, "named-P1", "2023-02-01", 11),
            ("2," + id, "named-P2", "2023-02-01", 12),
            ("99," + id, "named-P3", "2023-02-01", 13),
            ("3,0123456789ABCDEF", "named-P4", "2023-02-01", 14)
        );
        JsonElement tried = await TakenAsync(naming, "named.csv&dry_run=true", other),
            named = await TakenAsync(naming, "named.csv", other);
        Assert.Equal((4, 4, 0), Rows(named));
        Assert.Equal((0, 4, 0), Issues(tried));
        Assert.Equal((0, 4, 0), Issues(named));
        Assert.Equal((1, 4), (await FoundAsync(sent), await FoundAsync(named)));

        // The first mends its row for all that, and cannot name the one that was accepted either.
        JsonElement mended = await TakenAsync(Edited(await WorkbookAsync(sent), 1, "seizure_date", "2023-02-28"), "mended.xlsx", first);
        Assert.Equal((1, 0, 0), Issues(mended));
        JsonElement accepted = await TakenAsync(Template(("2," + id, "named-O3", "2023-02-01", 3)), "own.csv", first);
        Assert.Equal((0, 1, 0), Issues(accepted));
        Assert.Equal((1, 4, 1, 1), (await FoundAsync(sent), await FoundAsync(named), await FoundAsync(mended), await FoundAsync(accepted)));
    }

    [Fact]
    public async Task The_second_of_two_that_mend_a_row_is_a_row_of_its_own_when_it_is_refused_again()
    {
        JsonElement sent = await TakenAsync(Template(("", "T1", "2023-02-31", 1)), "two.csv");
        string name = "2," + sent.GetProperty("id").GetString();
        JsonElement two = await TakenAsync(Template((name, "T1", "2023-02-01", 1), (name, "T2", "2023-02-31", 2)), "two.csv");
        Assert.Equal((2, 1, 1), Rows(two));
        JsonElement rest = await TakenAsync(Edited(await WorkbookAsync(two), 1, "seizure_date", "2023-02-02"), "rest.xlsx");
        Assert.Equal((1, 0, 0), Issues(rest));
        Assert.Equal((1, 1), (await FoundAsync(two), await FoundAsync(rest)));
    }

    private static byte[] Template(params (string Origin, string Reference, string Date, int Quantity)[] rows) =>
        Encoding.UTF8.GetBytes(
            "refused_row,refused_of,case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit,narrative\n"
                + string.Concat(
                    rows.Select(r =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{(r.Origin.Length == 0 ? "," : r.Origin)},{r.Reference},NL,{r.Date},NL,H01,heroin,{r.Quantity},kg,\n"
                        )
                    )
                )
        );

    private static (int Mended, int Unknown, int Repeated) Issues(JsonElement report)
    {
        return (Count("mended_row"), Count("unknown_origin"), Count("repeated_case_reference"));

        int Count(string code) =>
            report
                .GetProperty("issues")
                .EnumerateArray()
                .Where(i => i.GetProperty("code").GetString() == code)
                .Sum(i => i.GetProperty("count").GetInt32());
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

    private async Task<JsonElement> TakenAsync(byte[] file, string name, HttpClient? by = null)
    {
        using var body = new ByteArrayContent(file);
        body.Headers.ContentType = new("application/octet-stream");
        using HttpResponseMessage response = await (by ?? site.Http).PostAsync(
            new Uri("/api/v1/submissions?file_name=" + name, UriKind.Relative),
            body,
            Stop
        );
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
