using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace SeizureIntel.EndToEnd.Running;

/// <summary>Looks for words in every byte of every file of folders: in any case, as UTF-8 and UTF-16, plain and packed by gzip.</summary>
public static class DiskSearch
{
    private static readonly Encoding[] Encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];

    /// <summary>Each find as "word in file"; empty where there is none.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<string> words, params string[] folders)
    {
        byte[][] patterns = [.. words.SelectMany(w => Encodings.Select(e => e.GetBytes(w.ToLowerInvariant())))];
        return
        [
            .. from folder in folders
            from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            let plain = File.ReadAllBytes(file)
            from bytes in (byte[][])[plain, Unpacked(plain)]
            let lower = Lower(bytes)
            from pattern in patterns
            where lower.AsSpan().IndexOf(pattern) >= 0
            select $"{Encoding.UTF8.GetString(pattern)} in {file}",
        ];
    }

    private static byte[] Lower(byte[] bytes) => Array.ConvertAll(bytes, b => b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b + 32) : b);

    // A file that a dead process left breaks off: what can be unpacked counts.
    private static byte[] Unpacked(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]))
            return [];
        using var unpacked = new MemoryStream();
        try
        {
            using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            gzip.CopyTo(unpacked, 4096);
        }
        catch (InvalidDataException)
        {
            // The end is missing.
        }

        return unpacked.ToArray();
    }
}
