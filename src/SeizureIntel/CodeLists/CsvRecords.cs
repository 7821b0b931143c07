using System;
using System.Collections.Generic;
using System.Text;

namespace SeizureIntel.CodeLists;

/// <summary>Reads comma-separated text. Source: RFC 4180, with line feed and carriage return both taken as line ends.</summary>
public static class CsvRecords
{
    /// <summary>The records in order, each with the number of the line it starts on (the first line is 1).</summary>
    /// <param name="file">Name for messages.</param>
    /// <param name="text">The whole file; a byte order mark is passed over, and so is the line end after the last record.</param>
    /// <exception cref="FormatException">A quote is never closed, stands inside a plain cell, or is followed by more text.</exception>
    public static IEnumerable<(int Line, List<string> Cells)> Read(string file, string text)
    {
        int at = text.StartsWith('\uFEFF') ? 1 : 0;
        int line = 1;
        while (at < text.Length)
        {
            int started = line;
            var cells = new List<string>();
            bool more = true;
            while (more)
            {
                cells.Add(at < text.Length && text[at] == '"' ? Quoted(file, text, ref at, ref line) : Plain(file, text, ref at, line));
                more = at < text.Length && text[at] == ',';
                if (more)
                    at++;
            }

            if (at < text.Length)
            {
                at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
                line++;
            }

            yield return (started, cells);
        }
    }

    private static string Plain(string file, string text, ref int at, int line)
    {
        int start = at;
        while (at < text.Length && text[at] is not (',' or '\r' or '\n'))
        {
            if (text[at] == '"')
                throw new FormatException(
                    $"{file}, line {line}: a quote stands inside a cell that does not start with one; quote the whole cell and double the quotes in it."
                );
            at++;
        }

        return text[start..at];
    }

    private static string Quoted(string file, string text, ref int at, ref int line)
    {
        int opened = line;
        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\n')
                line++;
            if (text[at] != '"')
            {
                cell.Append(text[at]);
                continue;
            }

            at++;
            if (at < text.Length && text[at] == '"')
            {
                cell.Append('"');
                continue;
            }

            if (at < text.Length && text[at] is not (',' or '\r' or '\n'))
                throw new FormatException(
                    $"{file}, line {line}: '{text[at]}' follows a closing quote; expected a comma or the end of the line."
                );
            return cell.ToString();
        }

        throw new FormatException(
            $"{file}, line {opened}: a quoted cell is never closed; expected a closing quote before the end of the file."
        );
    }
}
