using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace SeizureIntel.Tests.Etl.Intake;

/// <summary>OpenDocument spreadsheets and Excel 2003 XML workbooks as programs write them, made in memory.</summary>
internal static class Spreadsheets
{
    private const string Names =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
        + "xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"";

    // Styles: ce1 a day, ce2 a month, ta2 of a hidden sheet.
    private const string Styles = """
        <office:automatic-styles>
        <number:date-style style:name="N1"><number:day/><number:text>.</number:text><number:month/><number:year/></number:date-style>
        <number:date-style style:name="N2"><number:month number:textual="true"/><number:text> </number:text><number:year/></number:date-style>
        <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
        <style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>
        <style:style style:name="ce2" style:family="table-cell" style:data-style-name="N2"/>
        <style:style style:name="ce3" style:family="table-cell" style:parent-style-name="ce2"/>
        </office:automatic-styles>
        """;

    /// <summary>A spreadsheet with these sheets.</summary>
    public static byte[] Ods(params string[] sheets) => OdsOf($"<office:spreadsheet>{string.Concat(sheets)}</office:spreadsheet>");

    /// <summary>An OpenDocument file whose body is that.</summary>
    public static byte[] OdsOf(string body, string doctype = "") =>
        Package(content =>
            content.Write(
                Encoding.UTF8.GetBytes(
                    $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{doctype}<office:document-content {Names} office:version=\"1.2\">{Styles}"
                        + $"<office:body>{body}</office:body></office:document-content>"
                )
            )
        );

    /// <summary>An OpenDocument file that is one XML instead of a package.</summary>
    public static string FlatOds(string body) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document {Names} office:version=\"1.3\">{Styles}"
        + $"<office:body>{body}</office:body></office:document>";

    /// <summary>A sheet with these rows, which are XML.</summary>
    public static string OdsSheet(string name, string rows, string style = "ta1") =>
        $"<table:table table:name=\"{name}\" table:style-name=\"{style}\">{rows}</table:table>";

    /// <summary>Rows of texts and numbers, one a line, their cells parted by bars.</summary>
    public static string OdsRows(params string[] lines) =>
        string.Concat(lines.Select(l => $"<table:table-row>{string.Concat(l.Split('|').Select(OdsCell))}</table:table-row>"));

    /// <summary>The rest of a sheet as programs write it: blank cells and rows up to the last that there can be.</summary>
    public static string OdsRest() =>
        "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";

    /// <summary>A file whose cells unpack to a long run of one byte.</summary>
    public static byte[] OdsBomb(int megabytes) =>
        Package(content =>
        {
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++)
                content.Write(block);
        });

    /// <summary>An Excel 2003 XML workbook with these sheets; styles: s1 a day, s2 a month.</summary>
    public static string ExcelXml(params string[] sheets) =>
        $"""
            <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
              xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40">
            <Styles><Style ss:ID="s1"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="s2"><NumberFormat ss:Format="mmm\-yy"/></Style></Styles>
            {string.Concat(sheets)}</Workbook>
            """;

    /// <summary>A sheet with these rows, which are XML.</summary>
    public static string ExcelXmlSheet(string name, string rows, string options = "") =>
        $"<Worksheet ss:Name=\"{name}\"><Table>{rows}</Table><WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\">{options}</WorksheetOptions>"
        + "</Worksheet>";

    /// <summary>Rows of texts and numbers, one a line, their cells parted by bars.</summary>
    public static string ExcelXmlRows(params string[] lines) =>
        string.Concat(lines.Select(l => $"<Row>{string.Concat(l.Split('|').Select(ExcelXmlCell))}</Row>"));

    // The kind of file comes first and is not packed.
    private static byte[] Package(Action<Stream> write)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (Stream part = zip.CreateEntry("mimetype", CompressionLevel.NoCompression).Open())
                part.Write("application/vnd.oasis.opendocument.spreadsheet"u8);
            using Stream content = zip.CreateEntry("content.xml").Open();
            write(content);
        }

        return packed.ToArray();
    }

    private static string OdsCell(string text) =>
        text.Length == 0 ? "<table:table-cell/>"
        : IsNumber(text)
            ? $"<table:table-cell office:value-type=\"float\" office:value=\"{text}\"><text:p>{text}</text:p></table:table-cell>"
        : $"<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>";

    private static string ExcelXmlCell(string text) =>
        text.Length == 0 ? "<Cell/>" : $"<Cell><Data ss:Type=\"{(IsNumber(text) ? "Number" : "String")}\">{text}</Data></Cell>";

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
