using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SeizureIntel.Etl.Quality;

/// <summary>Names rows by all their cells: 128 bits of a SHA-256, so that no two different rows are taken for equal. Not for several threads at once.</summary>
internal sealed class RowHash
{
    private const int LongerThanByte = byte.MaxValue;

    private byte[] _buffer = new byte[1024];

    /// <summary>The name of a row with these cells.</summary>
    public UInt128 Of(IReadOnlyList<string> cells)
    {
        int length = 0;
        for (int i = 0; i < cells.Count; i++)
        {
            string cell = cells[i];
            int needed = length + 5 + (cell.Length * sizeof(char));
            if (needed > _buffer.Length)
                Array.Resize(ref _buffer, Math.Max(needed, _buffer.Length * 2));
            // The length before each cell keeps ("ab", "c") apart from ("a", "bc"); most cells are blank and all but a few short.
            if (cell.Length < LongerThanByte)
            {
                _buffer[length++] = (byte)cell.Length;
            }
            else
            {
                _buffer[length++] = LongerThanByte;
                BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(length), cell.Length);
                length += sizeof(int);
            }

            MemoryMarshal.AsBytes(cell.AsSpan()).CopyTo(_buffer.AsSpan(length));
            length += cell.Length * sizeof(char);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_buffer.AsSpan(0, length), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
