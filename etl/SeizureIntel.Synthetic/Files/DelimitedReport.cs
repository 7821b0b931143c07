using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace SeizureIntel.Synthetic.Files;

/// <summary>Writes delimited text as RFC 4180 has it, UTF-8 without a mark.</summary>
internal static class DelimitedReport
{
    /// <summary>Writes header and rows.</summary>
    public static void Write(string path, char delimiter, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var file = new StreamWriter(path, false, new UTF8Encoding(false)) { NewLine = "\r\n" };
        file.WriteLine(string.Join(delimiter, header));
        foreach (IReadOnlyList<string> row in rows)
            file.WriteLine(string.Join(delimiter, row.Select(c => Quoted(c, delimiter))));
    }

    private static string Quoted(string cell, char delimiter) =>
        cell.AsSpan().IndexOfAny(['"', delimiter, '\n', '\r']) < 0
            ? cell
            : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
