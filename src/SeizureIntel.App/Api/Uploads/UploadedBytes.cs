using System;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;

namespace SeizureIntel.App.Api.Uploads;

/// <summary>A file that was received and is not screened yet, held to be read several times: in memory up to a bound, beyond it sealed on disk.</summary>
/// <remarks>Not for several threads at once.</remarks>
internal sealed class UploadedBytes : Stream
{
    private const int BlockBytes = 1 << 16;

    private readonly string _folder;
    private readonly int _mostInMemory;
    private readonly List<byte[]> _memory = [];
    private readonly byte[] _filling = new byte[BlockBytes];
    private readonly byte[] _opened = new byte[BlockBytes];
    private SealedFile? _disk;
    private int _openedNumber = -1;
    private int _filled;
    private long _length;
    private long _position;
    private bool _isComplete;

    private UploadedBytes(string folder, long memoryBytes)
    {
        _folder = folder;
        _mostInMemory = (int)(memoryBytes / BlockBytes);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    /// <summary>Receives a body to its end.</summary>
    /// <param name="body">The body.</param>
    /// <param name="memoryBytes">How much of it may stand in memory.</param>
    /// <param name="folder">Where the rest is sealed.</param>
    /// <param name="cancellationToken">Leaves nothing behind when signalled.</param>
    public static async Task<UploadedBytes> ReceiveAsync(Stream body, long memoryBytes, string folder, CancellationToken cancellationToken)
    {
        var received = new UploadedBytes(folder, memoryBytes);
        try
        {
            int read;
            while ((read = await body.ReadAsync(received._filling.AsMemory(received._filled), cancellationToken)) > 0)
                received.Filled(read);
            received.Complete();
            return received;
        }
        catch
        {
            await received.DisposeAsync();
            throw;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(!_isComplete, this);
        int taken = 0;
        while (taken < buffer.Length && _position < _length)
        {
            ReadOnlySpan<byte> block = Block((int)(_position / BlockBytes))[(int)(_position % BlockBytes)..];
            int some = Math.Min(block.Length, buffer.Length - taken);
            block[..some].CopyTo(buffer[taken..]);
            taken += some;
            _position += some;
        }

        return taken;
    }

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => _length + offset,
        };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _isComplete = false;
        _disk?.Dispose();
        _disk = null;
        foreach (byte[] block in _memory)
            CryptographicOperations.ZeroMemory(block);
        _memory.Clear();
        CryptographicOperations.ZeroMemory(_filling);
        CryptographicOperations.ZeroMemory(_opened);
        base.Dispose(disposing);
    }

    private void Filled(int read)
    {
        _filled += read;
        _length += read;
        if (_filled < BlockBytes)
            return;
        Keep();
    }

    private void Complete()
    {
        if (_filled > 0)
            Keep();
        _isComplete = true;
    }

    private void Keep()
    {
        if (_memory.Count < _mostInMemory)
            _memory.Add(_filling[.._filled]);
        else
            (_disk ??= new SealedFile(_folder, BlockBytes)).Append(_filling.AsSpan(0, _filled));
        _filled = 0;
    }

    private ReadOnlySpan<byte> Block(int number)
    {
        if (number < _memory.Count)
            return _memory[number];
        int size = (int)Math.Min(BlockBytes, _length - ((long)number * BlockBytes));
        if (_openedNumber != number)
        {
            _disk!.Read(number - _memory.Count, _opened.AsSpan(0, size));
            _openedNumber = number;
        }

        return _opened.AsSpan(0, size);
    }
}
