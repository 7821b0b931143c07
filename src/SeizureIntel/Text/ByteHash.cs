using System;
using System.Runtime.InteropServices;

namespace SeizureIntel.Text;

/// <summary>A quick number of some bytes, by which equal ones are found again in memory; it is kept in no file and proves nothing.</summary>
public static class ByteHash
{
    private const ulong Odd = 0xD6E8FEB86659FD93UL;

    /// <summary>The number, eight bytes at a time: as good in its lowest bits as in its highest.</summary>
    /// <param name="bytes">Any bytes; none are well.</param>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            ulong hash = 0x9E3779B97F4A7C15UL ^ (ulong)bytes.Length;
            while (bytes.Length >= sizeof(ulong))
            {
                hash = (hash ^ MemoryMarshal.Read<ulong>(bytes)) * Odd;
                hash ^= hash >> 32;
                bytes = bytes[sizeof(ulong)..];
            }

            if (bytes.Length >= sizeof(uint))
            {
                hash = (hash ^ MemoryMarshal.Read<uint>(bytes)) * Odd;
                hash ^= hash >> 32;
                bytes = bytes[sizeof(uint)..];
            }

            foreach (byte b in bytes)
                hash = (hash ^ b) * 0x100000001B3UL;
            hash ^= hash >> 29;
            hash *= Odd;
            return (uint)(hash >> 32);
        }
    }
}
