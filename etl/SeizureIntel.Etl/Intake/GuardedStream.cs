using System;
using System.IO;

namespace SeizureIntel.Etl.Intake;

/// <summary>Decompressed bytes under watch: their total, their ratio to the compressed bytes, and the length of one XML tag or text.</summary>
internal sealed class GuardedStream(
    Stream inner,
    Func<long> compressedBytes,
    IntakeOptions limits,
    string bombCode,
    bool watchTags = false,
    Action<long>? ended = null
) : Stream
{
    private const long RatioCountsFrom = 16L << 20;
    private long _total;
    private long _sinceTag;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _total;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        _total += read;
        if (read == 0 && buffer.Length > 0)
            ended?.Invoke(_total);
        if (
            _total > limits.MaxUncompressedBytes
            || (_total > RatioCountsFrom && _total / Math.Max(1, compressedBytes()) > limits.MaxCompressionRatio)
        )
        {
            throw new UnreadableFileException(
                bombCode,
                $"The compressed content grows beyond {limits.MaxCompressionRatio} times its size or "
                    + $"{limits.MaxUncompressedBytes >> 20} MiB, which no honest table does.",
                "Send the table as plain CSV, or split it into smaller files."
            );
        }

        if (watchTags)
            WatchTags(buffer[..read]);
        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    // An XML reader keeps one attribute or text whole; without this a single one could fill the memory.
    private void WatchTags(ReadOnlySpan<byte> bytes)
    {
        int last = bytes.LastIndexOf((byte)'>');
        _sinceTag = last < 0 ? _sinceTag + bytes.Length : bytes.Length - last;
        if (_sinceTag > 4L * limits.MaxLineCharacters)
            throw Unreadable.TooLong(limits.MaxLineCharacters, null);
    }
}
