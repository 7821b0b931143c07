using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SeizureIntel.Workbench.Exports;

/// <summary>Writes rows of cells in one of the formats: a number as a number, null as nothing, all else as text.</summary>
internal abstract class RowWriter : IDisposable
{
    /// <summary>The writer of a format; its last bytes are written when it is disposed of.</summary>
    public static RowWriter Of(ExportFormat format, Stream target, IReadOnlyList<string> headings) =>
        format switch
        {
            ExportFormat.Csv => new Separated(target, headings),
            ExportFormat.Xlsx => new Sheets(target, headings),
            _ => new Objects(target, headings),
        };

    /// <summary>A cell as CSV: quoted where it must be, and never a formula.</summary>
    public static string Quoted(string cell)
    {
        // A spreadsheet would run a text that begins like a formula; numbers below zero stay numbers.
        if (
            cell.Length > 0
            && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
            && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        )
            cell = "'" + cell;
        return cell.AsSpan().IndexOfAny(",\"\n\r") < 0 ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    public abstract void Add(IReadOnlyList<object?> cells);

    public abstract void Dispose();

    private static string Text(object? cell) =>
        cell switch
        {
            null => "",
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            _ => (string)cell,
        };

    private sealed class Separated : RowWriter
    {
        private readonly StreamWriter _writer;

        public Separated(Stream target, IReadOnlyList<string> headings)
        {
            _writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);
            Add([.. headings]);
        }

        public override void Add(IReadOnlyList<object?> cells)
        {
            for (int i = 0; i < cells.Count; i++)
            {
                if (i > 0)
                    _writer.Write(',');
                _writer.Write(Quoted(Text(cells[i])));
            }

            _writer.Write('\n');
        }

        public override void Dispose() => _writer.Dispose();
    }

    private sealed class Sheets(Stream target, IReadOnlyList<string> headings) : RowWriter
    {
        private readonly WorkbookWriter _workbook = new(target, "seizures", headings);

        public override void Add(IReadOnlyList<object?> cells) => _workbook.Add(cells);

        public override void Dispose() => _workbook.Dispose();
    }

    private sealed class Objects : RowWriter
    {
        private const int Full = 1 << 16;

        private readonly IReadOnlyList<string> _names;
        private readonly Utf8JsonWriter _json;

        public Objects(Stream target, IReadOnlyList<string> names)
        {
            _names = names;
            _json = new Utf8JsonWriter(target, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            _json.WriteStartArray();
        }

        public override void Add(IReadOnlyList<object?> cells)
        {
            _json.WriteStartObject();
            for (int i = 0; i < cells.Count; i++)
            {
                if (cells[i] is double number)
                    _json.WriteNumber(_names[i], number);
                else if (cells[i] is string { Length: > 0 } text)
                    _json.WriteString(_names[i], text);
            }

            _json.WriteEndObject();
            if (_json.BytesPending > Full)
                _json.Flush();
        }

        public override void Dispose()
        {
            _json.WriteEndArray();
            _json.Dispose();
        }
    }
}
