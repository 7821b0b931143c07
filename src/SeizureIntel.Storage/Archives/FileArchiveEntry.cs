using System;
using System.Buffers;
using System.IO;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Submissions;

namespace SeizureIntel.Storage.Archives;

/// <summary>An archive file being written under a name of its own until it is whole.</summary>
internal sealed class FileArchiveEntry : ArchiveEntry
{
    internal const string Row = "row";
    internal const string Cells = "cells";

    private const int BufferBytes = 1 << 16;

    private readonly string _part;
    private readonly string _path;
    private readonly FileStream _file;
    private readonly GZipStream _compressed;
    private readonly ArrayBufferWriter<byte> _buffer = new(BufferBytes * 2);
    private readonly Utf8JsonWriter _json;
    private bool _isCompleted;
    private bool _isClosed;

    public FileArchiveEntry(string part, string path, ArchiveHeader header)
    {
        _part = part;
        _path = path;
        _file = new(part, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferBytes);
        _compressed = new(_file, CompressionLevel.Fastest, leaveOpen: true);

        // The file is read by this program alone and never put into a page: names in other scripts stay legible.
        _json = new(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        JsonSerializer.Serialize(_json, header, ArchiveJson.Default.ArchiveHeader);
        EndLine();
    }

    public override void Append(ArchivedRow row)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        _json.WriteStartObject();
        _json.WriteNumber(Row, row.Row);
        _json.WriteStartArray(Cells);
        for (int i = 0; i < row.Cells.Count; i++)
            _json.WriteStringValue(row.Cells[i]);
        _json.WriteEndArray();
        _json.WriteEndObject();
        EndLine();
    }

    public override async Task CompleteAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        Spill();
        await _compressed.DisposeAsync().ConfigureAwait(false);
        _file.Flush(flushToDisk: true);

        // Renamed while the lock is still held, so that nobody takes the file for one left behind.
        File.Move(_part, _path, overwrite: true);
        _isCompleted = true;
        await CloseAsync().ConfigureAwait(false);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_isClosed)
            return;
        await _compressed.DisposeAsync().ConfigureAwait(false);
        if (!_isCompleted)
            File.Delete(_part);
        await CloseAsync().ConfigureAwait(false);
    }

    private async Task CloseAsync()
    {
        _isClosed = true;
        await _json.DisposeAsync().ConfigureAwait(false);
        await _file.DisposeAsync().ConfigureAwait(false);
    }

    private void EndLine()
    {
        _json.Flush();
        _json.Reset();
        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount >= BufferBytes)
            Spill();
    }

    private void Spill()
    {
        _compressed.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
