using System;
using System.Buffers;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SeizureIntel.Submissions;

namespace SeizureIntel.Storage.Archives;

/// <summary>Writes rows as lines of JSON. A blank cell costs a copy of three bytes, and few cells hold what JSON must escape. Not for several threads
/// at once.</summary>
internal sealed class ArchiveLines : IDisposable
{
    internal const string Row = "row";
    internal const string Cells = "cells";

    private const int MostDigits = 11;

    // A comma and two quotes, and what a character of the basic plane becomes at most.
    private const int Marks = 3;
    private const int MostBytes = 3;

    // The file is read by this program alone and never put into a page: names in other scripts stay legible.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static readonly SearchValues<char> Plain = SearchValues.Create([
        .. Enumerable.Range(0, 0x10000).Where(c => c is < 0xd800 or > 0xdfff && !Encoder.WillEncode(c)).Select(c => (char)c),
    ]);

    private readonly ArrayBufferWriter<byte> _buffer;
    private readonly Utf8JsonWriter _json;

    public ArchiveLines(int capacity)
    {
        _buffer = new ArrayBufferWriter<byte>(capacity);
        _json = new(_buffer, new JsonWriterOptions { Encoder = Encoder, SkipValidation = true });
    }

    /// <summary>The lines written since the last <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    public void Clear() => _buffer.ResetWrittenCount();

    /// <summary>Writes the line before the rows.</summary>
    public void Add(ArchiveHeader header)
    {
        JsonSerializer.Serialize(_json, header, ArchiveJson.Default.ArchiveHeader);
        _json.Flush();
        _json.Reset();
        _buffer.Write("\n"u8);
    }

    /// <summary>Writes the line of a row.</summary>
    public void Add(ArchivedRow row)
    {
        _buffer.Write("{\"row\":"u8);
        Utf8Formatter.TryFormat(row.Row, _buffer.GetSpan(MostDigits), out int digits);
        _buffer.Advance(digits);
        _buffer.Write(",\"cells\":["u8);
        IReadOnlyList<string> cells = row.Cells;
        for (int i = 0; i < cells.Count; i++)
            Add(cells[i], isFirst: i == 0);
        _buffer.Write("]}\n"u8);
    }

    public void Dispose() => _json.Dispose();

    private void Add(string cell, bool isFirst)
    {
        Span<byte> room = _buffer.GetSpan(Marks + (cell.Length * MostBytes));
        int at = 0;
        if (!isFirst)
            room[at++] = (byte)',';
        if (cell.Length > 0 && cell.AsSpan().ContainsAnyExcept(Plain))
        {
            _buffer.Advance(at);
            _json.WriteStringValue(cell);
            _json.Flush();
            _json.Reset();
            return;
        }

        room[at++] = (byte)'"';
        if (cell.Length > 0)
            at += Encoding.UTF8.GetBytes(cell, room[at..]);
        room[at++] = (byte)'"';
        _buffer.Advance(at);
    }
}
