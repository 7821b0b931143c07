using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Submissions;

namespace SeizureIntel.Storage.Archives;

/// <summary>An archive file being written under a name of its own until it is whole.</summary>
/// <remarks>It is a sequence of gzip members (RFC 1952, 2.2), which read as one: rows that were packed apart are put behind each other as they are.</remarks>
internal sealed class FileArchiveEntry : ArchiveEntry
{
    // Together with the room of a row too small for the heap of large objects, which is collected with everything else.
    private const int BufferBytes = 1 << 14;
    private const int FileBufferBytes = 1 << 16;

    private readonly string _part;
    private readonly string _path;
    private readonly FileStream _file;
    private readonly ArchiveLines _lines = new(BufferBytes * 2);

    // Of who packs rows at this moment or did before.
    private readonly ConcurrentBag<ArchiveLines> _packing = [];
    private GZipStream? _open;
    private bool _isCompleted;
    private bool _isClosed;

    public FileArchiveEntry(string part, string path, ArchiveHeader header)
    {
        _part = part;
        _path = path;
        _file = new(part, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileBufferBytes);
        _lines.Add(header);
    }

    public override void Append(ArchivedRow row)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        _lines.Add(row);
        if (_lines.Written.Length >= BufferBytes)
            Spill();
    }

    public override ArchivePart Pack(IReadOnlyList<ArchivedRow> rows)
    {
        if (rows.Count == 0)
            return new([], default);
        ArchiveLines lines = _packing.TryTake(out ArchiveLines? used) ? used : new ArchiveLines(BufferBytes * 2);
        using var packed = new MemoryStream(BufferBytes);
        using (GZipStream member = Member(packed))
        {
            foreach (ArchivedRow row in rows)
            {
                lines.Add(row);
                if (lines.Written.Length < BufferBytes)
                    continue;
                member.Write(lines.Written);
                lines.Clear();
            }

            member.Write(lines.Written);
        }

        lines.Clear();
        _packing.Add(lines);
        return new([], packed.ToArray());
    }

    public override void AppendPacked(ArchivePart part)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        base.AppendPacked(part);
        if (part.Bytes.IsEmpty)
            return;
        EndMember();
        _file.Write(part.Bytes.Span);
    }

    public override async Task CompleteAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        EndMember();
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
        if (_open is not null)
            await _open.DisposeAsync().ConfigureAwait(false);
        if (!_isCompleted)
            File.Delete(_part);
        await CloseAsync().ConfigureAwait(false);
    }

    private async Task CloseAsync()
    {
        _isClosed = true;
        _lines.Dispose();
        foreach (ArchiveLines lines in _packing)
            lines.Dispose();
        await _file.DisposeAsync().ConfigureAwait(false);
    }

    private void Spill()
    {
        _open ??= Member(_file);
        _open.Write(_lines.Written);
        _lines.Clear();
    }

    private void EndMember()
    {
        if (_lines.Written.Length > 0)
            Spill();
        _open?.Dispose();
        _open = null;
    }

    private static GZipStream Member(Stream into) => new(into, CompressionLevel.Fastest, leaveOpen: true);
}
