using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace SeizureIntel.Tests.Fuzzing;

/// <summary>Changes bytes as damage, haste and malice do; the same random numbers give the same bytes.</summary>
internal static class Mutation
{
    private const int MostBytes = 1 << 19;
    private const int LongestPart = 4096;

    // What readers stumble over: marks of a grammar in the wrong place, numbers and dates at the edge, letters of other scripts, halves of letters.
    private static readonly byte[][] Stumbles =
    [
        .. new[]
        {
            "\"",
            "\"\"\"",
            "\r",
            "\n\n",
            "\0",
            ";",
            ",",
            "\t",
            "|",
            "{",
            "[[[[[[[[",
            "}]",
            "\\u",
            "\\ud800",
            "<a><![CDATA[",
            "]]>",
            "&#x0;",
            "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>",
            "-1",
            "1e309",
            "99999999999999999999999999999999999999",
            "0,000,000.00",
            "٣٫٥",
            "三点五万",
            "29/02/2023",
            "0000-00-00",
            "=1/0",
            "\uFEFF",
            "\u202E",
            "é́́́́́",
            "𐐀",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE],
        [0xC3],
        [0xED, 0xA0, 0x80],
        [0x81, 0x30],
    ];

    /// <summary>The bytes with one to eight changes. What is packed (ZIP and workbooks, gzip) is changed inside half of the time.</summary>
    public static byte[] Of(byte[] bytes, Random random)
    {
        if (random.Next(2) == 0)
        {
            if (bytes is [0x50, 0x4B, ..])
                return InZip(bytes, random);
            if (bytes is [0x1F, 0x8B, ..])
                return InGzip(bytes, random);
        }

        List<byte> changed = [.. bytes];
        for (int i = 1 + random.Next(8); i > 0; i--)
            Change(changed, random);
        return changed.Count > MostBytes ? [.. changed.Take(MostBytes)] : [.. changed];
    }

    /// <summary>A text with changes, as far as they are text.</summary>
    public static string Of(string text, Random random) => Encoding.UTF8.GetString(Of(Encoding.UTF8.GetBytes(text), random));

    private static void Change(List<byte> bytes, Random random)
    {
        int at = random.Next(bytes.Count + 1),
            length = Math.Min(random.Next(random.Next(LongestPart) + 1), bytes.Count - at);
        switch (random.Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                // One part many times: long cells, deep nesting, many rows.
                byte[] part = [.. bytes.GetRange(at, Math.Min(length, 64))];
                for (int i = random.Next(2000); i > 0 && bytes.Count < MostBytes; i--)
                    bytes.InsertRange(at, part);
                break;
            case 6:
                byte[] noise = new byte[random.Next(64)];
                random.NextBytes(noise);
                bytes.InsertRange(at, noise);
                break;
            default:
                bytes.InsertRange(at, Stumbles[random.Next(Stumbles.Length)]);
                break;
        }
    }

    private static byte[] InGzip(byte[] bytes, Random random)
    {
        using var unpacked = new MemoryStream();
        using (var from = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress))
            from.CopyTo(unpacked);
        using var packed = new MemoryStream();
        using (var to = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            to.Write(Of(unpacked.ToArray(), random));
        return packed.ToArray();
    }

    private static byte[] InZip(byte[] bytes, Random random)
    {
        using var packed = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read))
        using (var to = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            int chosen = random.Next(from.Entries.Count);
            for (int i = 0; i < from.Entries.Count; i++)
            {
                using var part = new MemoryStream();
                using (Stream open = from.Entries[i].Open())
                    open.CopyTo(part);
                using Stream into = to.CreateEntry(from.Entries[i].FullName, CompressionLevel.Fastest).Open();
                into.Write(i == chosen ? Of(part.ToArray(), random) : part.ToArray());
            }
        }

        return packed.ToArray();
    }
}
