using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace SeizureIntel.Etl.Intake;

/// <summary>The file's bytes from the start, as often as wanted, with one layer of gzip or ZIP taken off.</summary>
internal sealed class ByteSource
{
    private readonly Stream _stream;
    private readonly IntakeOptions _limits;
    private readonly bool _isGzip;
    private readonly ZipArchiveEntry? _entry;

    public ByteSource(Stream stream, IntakeOptions limits, FileFacts? facts = null)
    {
        Facts = facts;
        _stream = stream;
        _limits = limits;
        byte[] head = Head(4);
        _isGzip = head.Length >= 3 && head[0] == 0x1f && head[1] == 0x8b && head[2] == 8;
    }

    private ByteSource(ByteSource whole, ZipArchiveEntry entry)
    {
        _stream = whole._stream;
        _limits = whole._limits;
        _entry = entry;
        Facts = whole.Facts;
    }

    /// <summary>What is known of the file from before; null where nobody keeps it.</summary>
    public FileFacts? Facts { get; }

    /// <summary>How many bytes were sent of it; fewer than it holds where it is compressed.</summary>
    public long Length => _entry?.CompressedLength ?? _stream.Length;

    /// <summary>The one file of a ZIP archive that holds one and no workbook; null for any other archive.</summary>
    public ByteSource? OnlyEntry()
    {
        if (_isGzip || _entry is not null)
            return null;
        _stream.Seek(0, SeekOrigin.Begin);
        try
        {
            // Its entries stay readable for as long as the file is.
            var archive = new ZipArchive(new NonClosingStream(_stream), ZipArchiveMode.Read);
            ZipArchiveEntry[] files =
            [
                .. archive.Entries.Where(e => e.Name.Length > 0 && !e.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)).Take(2),
            ];
            return files is [{ } only] ? new ByteSource(this, only) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The bytes from the first one on; an earlier stream of this source must not be read any more.</summary>
    public Stream Open()
    {
        if (_entry is not null)
            return new GuardedStream(_entry.Open(), () => _entry.CompressedLength, _limits, "zip_bomb");
        _stream.Seek(0, SeekOrigin.Begin);
        if (!_isGzip)
            return new NonClosingStream(_stream);
        var unpacked = new GZipStream(_stream, CompressionMode.Decompress, leaveOpen: true);
        return new GuardedStream(unpacked, () => _stream.Position, _limits, "gzip_bomb", ended: CheckGzipEnd);
    }

    /// <summary>A stream that can be searched: the file itself, or its unpacked bytes where they fit into the memory allowed.</summary>
    public Stream OpenSeekable()
    {
        if (!_isGzip && _entry is null)
        {
            _stream.Seek(0, SeekOrigin.Begin);
            return new NonClosingStream(_stream);
        }

        const int MemoryAllowed = 64 << 20;
        using Stream unpacked = Open();
        var memory = new MemoryStream();
        byte[] block = new byte[81920];
        int read;
        while ((read = unpacked.Read(block)) > 0)
        {
            if (memory.Length + read > MemoryAllowed)
            {
                throw new UnreadableFileException(
                    "gzip_bomb",
                    "The workbook inside the compressed file is larger than 64 MiB.",
                    "Send the workbook itself; it is compressed already."
                );
            }

            memory.Write(block, 0, read);
        }

        memory.Position = 0;
        return memory;
    }

    public byte[] Head(int count)
    {
        using Stream stream = Open();
        byte[] head = new byte[count];
        int filled = stream.ReadAtLeast(head, count, throwOnEndOfStream: false);
        return filled == count ? head : head[..filled];
    }

    /// <summary><c>guessed</c> where no encoding could be told and the nearest was taken, <c>likely</c> where another would do as well; else null.</summary>
    public string? EncodingCertainty { get; set; }

    public void Describe(Dictionary<string, string> readAs)
    {
        if (EncodingCertainty is { } certainty)
            readAs["encoding_certainty"] = certainty;
        if (_isGzip || _entry is not null)
            readAs["compression"] = _isGzip ? "gzip" : "zip";
    }

    // The runtime ends a gzip file that breaks off without a word; its last four bytes state the size it should have (RFC 1952, 2.3.1).
    private void CheckGzipEnd(long total)
    {
        if (_stream.Length < 18)
            throw Unreadable.TruncatedGzip();
        byte[] stated = new byte[4];
        _stream.Seek(-4, SeekOrigin.End);
        _stream.ReadExactly(stated);
        if (BinaryPrimitives.ReadUInt32LittleEndian(stated) != (uint)(total & uint.MaxValue) && !HasSecondMember())
            throw Unreadable.TruncatedGzip();
    }

    // A file of several members states only the size of its last one.
    private bool HasSecondMember()
    {
        _stream.Seek(18, SeekOrigin.Begin);
        byte[] block = new byte[81920];
        int kept = 0;
        int read;
        while ((read = _stream.Read(block, kept, block.Length - kept)) > 0)
        {
            int held = kept + read;
            if (block.AsSpan(0, held).IndexOf((ReadOnlySpan<byte>)[0x1f, 0x8b, 8, 0]) >= 0)
                return true;
            kept = Math.Min(3, held);
            block.AsSpan(held - kept, kept).CopyTo(block);
        }

        return false;
    }
}
