using System;
using System.Text;
using SeizureIntel.Text;

namespace SeizureIntel.Storage.Sqlite;

/// <summary>Turns the database's UTF-8 into strings, giving the same string for the same short text: codes repeat by the thousand.</summary>
internal sealed class SqliteText
{
    /// <summary>How a point in time is written; the same as the provider writes it.</summary>
    public const string MomentFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFF";

    private const int Slots = 4096;
    private const int Longest = 32;

    private readonly string[] _known = new string[Slots];

    public string Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is 0 or > Longest)
            return Encoding.UTF8.GetString(bytes);
        ref string slot = ref _known[ByteHash.Of(bytes) & (Slots - 1)];
        if (slot is not null && Ascii.Equals(bytes, slot))
            return slot;
        return slot = Encoding.UTF8.GetString(bytes);
    }
}
