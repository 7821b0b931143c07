using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SeizureIntel.Etl.Quality;

/// <summary>Finds rows that equal an earlier row of the file in every cell, by 128 bits of their SHA-256: 24 bytes a row in memory, and no two
/// different rows taken for equal.</summary>
internal sealed class DuplicateFinder
{
    private readonly HashSet<UInt128> _seen = [];
    private byte[] _buffer = new byte[1024];

    /// <summary>Rows found equal to an earlier one.</summary>
    public int Count { get; private set; }

    /// <summary>True where an earlier row had the same cells.</summary>
    public bool IsRepeat(IReadOnlyList<string> cells)
    {
        int length = 0;
        for (int i = 0; i < cells.Count; i++)
        {
            string cell = cells[i];
            int needed = length + 4 + (cell.Length * sizeof(char));
            if (needed > _buffer.Length)
                Array.Resize(ref _buffer, Math.Max(needed, _buffer.Length * 2));
            // The length before each cell keeps ("ab", "c") apart from ("a", "bc").
            BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(length), cell.Length);
            MemoryMarshal.AsBytes(cell.AsSpan()).CopyTo(_buffer.AsSpan(length + 4));
            length = needed;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_buffer.AsSpan(0, length), hash);
        if (_seen.Add(BinaryPrimitives.ReadUInt128LittleEndian(hash)))
            return false;
        Count++;
        return true;
    }
}
