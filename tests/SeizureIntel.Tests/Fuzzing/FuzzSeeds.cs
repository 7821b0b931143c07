using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using SeizureIntel.Tests.Etl.Intake;

namespace SeizureIntel.Tests.Fuzzing;

/// <summary>What a fuzz begins from: the samples of the sources, the same packed and in other shapes, and an old workbook.</summary>
internal static class FuzzSeeds
{
    /// <summary>The files.</summary>
    /// <param name="root">The folder that holds SeizureIntel.sln.</param>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Files(string root)
    {
        var seeds = new List<(string Name, byte[] Bytes)>();
        foreach (
            string path in Directory.EnumerateFiles(Path.Combine(root, "etl", "sources"), "sample.*", SearchOption.AllDirectories).Order()
        )
            seeds.Add((Path.GetFileName(path), File.ReadAllBytes(path)));
        seeds.Add(("old.xls", File.ReadAllBytes(Path.Combine(root, "tests", "SeizureIntel.Tests", "Etl", "Intake", "old_workbook.xls"))));
        seeds.Add(
            ("months.xls", File.ReadAllBytes(Path.Combine(root, "tests", "SeizureIntel.Tests", "Etl", "Intake", "old_register.xls")))
        );
        (string Name, byte[] Bytes) csv = seeds.First(s => s.Name.EndsWith(".csv", System.StringComparison.Ordinal));
        seeds.Add(("sample.csv.gz", Gzip(csv.Bytes)));
        seeds.Add(("sample.zip", Zip("sample.csv", csv.Bytes)));
        seeds.Add(
            ("wide.csv", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(csv.Bytes))).ToArray())
        );
        const string lines = """
            {"reporting_country":"NL","seizure_date":"2024-03-14","goods":{"product":"cocaine","quantity":"3","unit":"kg"}}
            {"reporting_country":"BE","seizure_date":"2024-03-15","goods":{"product":"heroin","quantity":"2","unit":"kg"}}
            """;
        seeds.Add(("lines.ndjson", Encoding.UTF8.GetBytes(lines)));
        const string xml = """
            <?xml version="1.0"?><seizures><seizure id="1"><date>2024-03-14</date><country>NL</country><product>cocaine</product>
            <quantity unit="kg">3</quantity></seizure><seizure id="2"><date>2024-03-15</date><country>BE</country><product>heroin</product>
            <quantity unit="kg">2</quantity></seizure></seizures>
            """;
        seeds.Add(("seizures.xml", Encoding.UTF8.GetBytes(xml)));
        string[] table =
        [
            "reporting_country|seizure_date|product|quantity|unit",
            "NL|2024-03-14|cocaine|3|kg",
            "BE|2024-03-15|heroin|2|kg",
        ];
        string[] second = [table[0], "NL|2024-04-01|cannabis_resin|12.5|kg"];
        seeds.Add(
            (
                "two.ods",
                Spreadsheets.Ods(
                    Spreadsheets.OdsSheet("March", Spreadsheets.OdsRows(table) + Spreadsheets.OdsRest()),
                    Spreadsheets.OdsSheet("April", Spreadsheets.OdsRows(second))
                )
            )
        );
        string sheet = Spreadsheets.OdsSheet("March", Spreadsheets.OdsRows(table));
        seeds.Add(("flat.fods", Encoding.UTF8.GetBytes(Spreadsheets.FlatOds($"<office:spreadsheet>{sheet}</office:spreadsheet>"))));
        string excel = Spreadsheets.ExcelXml(
            Spreadsheets.ExcelXmlSheet("March", Spreadsheets.ExcelXmlRows(table)),
            Spreadsheets.ExcelXmlSheet("April", Spreadsheets.ExcelXmlRows(second))
        );
        seeds.Add(("two.xls", Encoding.UTF8.GetBytes(excel)));
        seeds.Add(
            ("page.html", Encoding.UTF8.GetBytes($"<html><body>{Html("March", table)}<p>&nbsp;</p>{Html("April", second)}</body></html>"))
        );
        return seeds;
    }

    private static string Html(string caption, string[] lines) =>
        $"<table><caption>{caption}</caption><tr><td colspan=\"5\">Register</td></tr>"
        + string.Concat(lines.Select(l => $"<tr><td>{l.Replace("|", "</td><td>", System.StringComparison.Ordinal)}</td></tr>"))
        + "</table>";

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var to = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            to.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Zip(string name, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        using (Stream into = archive.CreateEntry(name).Open())
            into.Write(bytes);
        return packed.ToArray();
    }
}
