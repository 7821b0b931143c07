using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using SeizureIntel.Etl.Intake;

namespace SeizureIntel.Tests.Etl.Intake;

/// <summary>Files as a sender might send them, made in memory.</summary>
internal static class Received
{
    public const string Skip = "Skipped: the shared data folder is absent.";

    public static string? Shared(string path)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (!File.Exists(Path.Combine(at.FullName, "SeizureIntel.sln")))
                continue;
            string found = Path.Combine(at.FullName, "..", "shared", "data", path);
            return File.Exists(found) ? found : null;
        }

        return null;
    }

    public static RawFile Text(string text, IntakeOptions? options = null) => Bytes(Encoding.UTF8.GetBytes(text), options);

    public static RawFile Bytes(byte[] bytes, IntakeOptions? options = null) =>
        FileIntake.Open(new MemoryStream(bytes), "sent.csv", options ?? new IntakeOptions());

    public static string[] Rows(RawFile file) => [.. file.Rows.Select(r => string.Join('|', r.Cells))];

    public static string CodeOf(Action read)
    {
        var refused = Xunit.Assert.Throws<UnreadableFileException>(read);
        Xunit.Assert.NotEmpty(refused.Message);
        Xunit.Assert.NotEmpty(refused.Hint);
        return refused.Code;
    }

    /// <summary>A worksheet's rows, one a line, their cells parted by bars; blank ones are left out, as spreadsheets do.</summary>
    public static string Sheet(params string[] lines) =>
        string.Concat(
            lines.Select(
                (line, row) => $"<row r=\"{row + 1}\">{string.Concat(line.Split('|').Select((text, c) => Cell(text, row, c)))}</row>"
            )
        );

    private static string Cell(string text, int row, int column) =>
        text.Length == 0 ? ""
        : double.TryParse(text, CultureInfo.InvariantCulture, out _) ? $"<c r=\"{(char)('A' + column)}{row + 1}\"><v>{text}</v></c>"
        : $"<c r=\"{(char)('A' + column)}{row + 1}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    public static byte[] Zip(IEnumerable<(string Name, string Text)> parts)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in parts)
            {
                using Stream part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return packed.ToArray();
    }

    /// <summary>A workbook with one sheet; formats: 1 date, 2 number, 3 month and year, 4 date and time.</summary>
    public static byte[] Workbook(
        string sheetRows,
        string sharedStrings = "",
        string workbookProperties = "",
        string secondSheet = "",
        bool isCover = false,
        string after = ""
    ) =>
        Zip([
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            (
                "xl/workbook.xml",
                $"""
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                  xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <workbookPr {workbookProperties}/><sheets><sheet name="Notes" sheetId="2" {(
                    isCover ? "" : "state=\"hidden\""
                )} r:id="rId4"/>
                <sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>
                """
            ),
            (
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
                <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>
                <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="/xl/styles.xml"/>
                <Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/>
                </Relationships>
                """
            ),
            (
                "xl/styles.xml",
                """
                <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
                <numFmts count="2"><numFmt numFmtId="164" formatCode="mmm\-yy"/><numFmt numFmtId="165" formatCode="&quot;dy &quot;#,##0.00"/></numFmts>
                <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
                <cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="164"/><xf numFmtId="22"/></cellXfs></styleSheet>
                """
            ),
            ("xl/sharedStrings.xml", $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{sharedStrings}</sst>"),
            (
                "xl/worksheets/sheet1.xml",
                $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{sheetRows}</sheetData>{after}</worksheet>"
            ),
            (
                "xl/worksheets/sheet2.xml",
                $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{secondSheet}</sheetData></worksheet>"
            ),
        ]);
}
