using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace SeizureIntel.Search.Columns;

/// <summary>Reads what <see cref="BinaryWriter"/> wrote, where it lies: nothing is copied.</summary>
/// <param name="bytes">All of it.</param>
internal ref struct SegmentReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>The bytes that follow.</summary>
    /// <exception cref="InvalidDataException">There are fewer; so for everything read here.</exception>
    public ReadOnlySpan<byte> Bytes(int count)
    {
        if ((uint)count > (uint)_rest.Length)
            throw new InvalidDataException("A segment of the index ends too early; run reindex.");
        ReadOnlySpan<byte> read = _rest[..count];
        _rest = _rest[count..];
        return read;
    }

    public byte Byte() => Bytes(1)[0];

    public int Int32() => MemoryMarshal.Read<int>(Bytes(sizeof(int)));

    public ulong UInt64() => MemoryMarshal.Read<ulong>(Bytes(sizeof(ulong)));

    /// <summary>A text behind its length in bytes.</summary>
    public string Text() => Encoding.UTF8.GetString(Bytes(Length()));

    /// <summary>Values behind their number.</summary>
    public ReadOnlySpan<T> Array<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes(Length() * Unsafe.SizeOf<T>()));

    // Seven bits a byte, the lowest first; the highest bit of a byte says that another follows.
    private int Length()
    {
        int length = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            byte part = Byte();
            length |= (part & 0x7F) << shift;
            if (part < 0x80)
                return length;
        }

        throw new InvalidDataException("A segment of the index is broken; run reindex.");
    }
}
