using System;
using System.Security.Cryptography;
using System.Text;

namespace SeizureIntel.Etl.Quality;

/// <summary>Ids derived from content: the same file gives the same ids.</summary>
internal static class Identifier
{
    /// <summary>Characters of an id; 80 bits, so that among ten million ids a collision has a chance of one in 10^10.</summary>
    public const int Length = 16;

    // A thousand beginnings keep the ids of as many submissions apart.
    private const int Shared = 2;

    // D. Crockford, Base 32 (2002): no I, L, O, U, so that an id can be read aloud.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The id of a text.</summary>
    public static string Of(string text) => Of(text, "");

    /// <summary>The id of a part of something that has an id itself: it begins with the first signs of that, and 70 bits are its own.</summary>
    /// <remarks>Ids of one submission so stand together where a store looks them up. In the order of chance each of a million would stand on a page of
    /// its own among those of ten millions, which is read, and written back.</remarks>
    /// <param name="whole">The id of what it is a part of.</param>
    /// <param name="text">What tells the part from all others.</param>
    public static string Within(string whole, string text) => Of(text, whole.AsSpan(0, Math.Min(Shared, whole.Length)));

    private static string Of(string text, ReadOnlySpan<char> beginning)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        int bytes = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> encoded = bytes <= 512 ? stackalloc byte[bytes] : new byte[bytes];
        SHA256.HashData(encoded[..Encoding.UTF8.GetBytes(text, encoded)], hash);
        Span<char> id = stackalloc char[Length];
        for (int i = 0; i < Length; i++)
        {
            // Five bits a character, two bytes at a time, most significant first.
            int bit = i * 5;
            int pair = (hash[bit / 8] << 8) | hash[(bit / 8) + 1];
            id[i] = Alphabet[(pair >> (11 - (bit % 8))) & 31];
        }

        beginning.CopyTo(id);
        return new string(id);
    }
}
