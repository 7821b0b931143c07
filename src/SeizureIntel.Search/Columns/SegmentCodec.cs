using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.IO.Hashing;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;

namespace SeizureIntel.Search.Columns;

/// <summary>Writes rows of the tables as one block and reads them back: for each column what the dictionary gained, then a number a row.</summary>
/// <remarks>Numbers are those of the whole index, so that reading is copying; compressed, half of a start would be unpacking. Little-endian, as every
/// machine .NET runs on. A block begins with its version and a checksum of what follows.</remarks>
internal static class SegmentCodec
{
    private const int Version = 2;
    private const int HeadBytes = sizeof(int) + sizeof(ulong);

    // Version 1 was the same without a checksum, and compressed.
    private const int CompressedVersion = 1;
    private const byte CompressedBegins = 0x78;

    // About.
    private const int BytesARow = 192;

    /// <summary>Where each dictionary stood: the next segment begins there.</summary>
    public sealed record Mark(int Rows, int[] Entries, int[] Values);

    /// <summary>Where the tables stand now.</summary>
    public static Mark MarkOf(IndexTables tables)
    {
        int[] entries = new int[tables.Columns.Length];
        int[] values = new int[tables.Columns.Length];
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = tables.Columns[i].Entries;
            values[i] = tables.Columns[i].Texts.Count;
        }

        return new Mark(tables.Rows, entries, values);
    }

    /// <summary>The rows and dictionary entries since a mark.</summary>
    /// <param name="tables">The tables, already holding the rows.</param>
    /// <param name="from">The mark taken before.</param>
    /// <param name="replaced">Rows that these replace.</param>
    public static byte[] Write(IndexTables tables, Mark from, IReadOnlyCollection<int> replaced)
    {
        Mark to = MarkOf(tables);
        using var bytes = new MemoryStream(HeadBytes + ((to.Rows - from.Rows) * BytesARow));
        using var output = new BinaryWriter(bytes, Encoding.UTF8);
        output.Write(Version);
        output.Write(0UL);
        output.Write(from.Rows);
        output.Write(to.Rows - from.Rows);
        WriteArray(output, replaced.ToArray());
        WriteArray(output, from.Entries);
        WriteArray(output, from.Values);
        // A block at a time: arrays of a whole segment would each be large objects.
        int[] part = new int[RowSet.Block];
        byte[] room = new byte[RowSet.Block * sizeof(int)];
        for (int i = 0; i < tables.Columns.Length; i++)
            WriteColumn(output, tables.Columns[i], i, from, to, part, room);
        output.Flush();
        byte[] block = bytes.ToArray();
        BinaryPrimitives.WriteUInt64LittleEndian(block.AsSpan(sizeof(int)), XxHash3.HashToUInt64(block.AsSpan(HeadBytes)));
        return block;
    }

    /// <summary>Adds the rows of a segment that the tables do not hold yet.</summary>
    /// <exception cref="InvalidDataException">The block is broken, or not one that this version reads.</exception>
    public static void Read(IndexTables tables, ReadOnlySpan<byte> block)
    {
        SegmentReader input = Opened(block);
        int first = input.Int32(),
            rows = input.Int32();
        int known = tables.Rows - first;
        if (known < 0)
            throw new InvalidDataException($"The index lacks rows {tables.Rows} to {first}; run reindex.");
        ReadOnlySpan<int> replaced = input.Array<int>();
        int columns = input.Array<int>().Length;
        input.Array<int>();
        if (columns != tables.Columns.Length)
            throw new InvalidDataException("The index was written for other fields; run reindex.");
        for (int i = 0; i < columns; i++)
            ReadColumn(ref input, tables, i, rows, Math.Min(known, rows));
        if (rows > known)
            tables.Extend(rows - known);
        foreach (int row in replaced)
            tables.Kill(row);
    }

    /// <summary>Where a segment begins and which rows it replaces, without adding its rows.</summary>
    public static (Mark From, int[] Replaced) ReadHead(ReadOnlySpan<byte> block)
    {
        SegmentReader input = Opened(block);
        int first = input.Int32();
        input.Int32();
        int[] replaced = input.Array<int>().ToArray();
        return (new Mark(first, input.Array<int>().ToArray(), input.Array<int>().ToArray()), replaced);
    }

    // Stands behind the head, whose version and checksum are right.
    private static SegmentReader Opened(ReadOnlySpan<byte> block)
    {
        if (!block.IsEmpty && block[0] == CompressedBegins)
        {
            var compressed = new SegmentReader(Unpacked(block));
            return compressed.Int32() == CompressedVersion ? compressed : throw OfAnotherVersion();
        }

        var input = new SegmentReader(block);
        if (input.Int32() != Version)
            throw OfAnotherVersion();
        return input.UInt64() == XxHash3.HashToUInt64(block[HeadBytes..])
            ? input
            : throw new InvalidDataException("A segment of the index is broken; run reindex.");
    }

    private static InvalidDataException OfAnotherVersion() => new("The index was written by another version; run reindex.");

    private static byte[] Unpacked(ReadOnlySpan<byte> block)
    {
        using var unpacked = new MemoryStream(block.Length * 2);
        using (var packed = new ZLibStream(new MemoryStream(block.ToArray(), writable: false), CompressionMode.Decompress))
            packed.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static void WriteColumn(BinaryWriter output, Column column, int at, Mark from, Mark to, int[] part, byte[] packed)
    {
        output.Write(column.Name);
        output.Write(from.Entries[at]);
        output.Write(to.Entries[at]);
        switch (column.Kind)
        {
            case ColumnKind.Number:
                double[] numbers = new double[to.Entries[at] - from.Entries[at]];
                for (int i = 0; i < numbers.Length; i++)
                    numbers[i] = column.Numbers[from.Entries[at] + i];
                WriteArray(output, numbers);
                break;
            case ColumnKind.LongText:
                break;
            default:
                WriteTexts(output, column.Texts, from.Values[at], to.Values[at]);
                if (column.Kind == ColumnKind.Codes)
                {
                    for (int i = from.Entries[at]; i < to.Entries[at]; i++)
                        WriteArray(output, column.Sets.Values(i));
                }

                break;
        }

        WriteCodes(output, column.Codes, from.Rows, to.Rows, part, packed);
    }

    private static void ReadColumn(ref SegmentReader input, IndexTables tables, int at, int rows, int known)
    {
        Column column = tables.Columns[at];
        string name = input.Text();
        if (name != column.Name)
            throw new InvalidDataException($"The index holds {name} where {column.Name} was expected; run reindex.");
        int start = input.Int32(),
            end = input.Int32();
        switch (column.Kind)
        {
            case ColumnKind.Number:
                ReadOnlySpan<double> numbers = input.Array<double>();
                column.Numbers.Append(numbers[Math.Min(column.Numbers.Count - start, numbers.Length)..]);
                break;
            case ColumnKind.LongText:
                column.CoverLongTexts(end);
                break;
            default:
                ReadTexts(ref input, column.Texts);
                if (column.Kind == ColumnKind.Codes)
                {
                    for (int i = start; i < end; i++)
                    {
                        ReadOnlySpan<int> values = input.Array<int>();
                        if (i >= column.Sets.Count)
                            column.Sets.Append(values.ToArray());
                    }
                }

                break;
        }

        AppendCodes(ref input, tables, column, rows, known);
    }

    private static void WriteTexts(BinaryWriter output, TextPool texts, int start, int end)
    {
        int[] lengths = new int[end - start];
        for (int i = 0; i < lengths.Length; i++)
            lengths[i] = texts.Utf8(start + i).Length;
        output.Write(start);
        WriteArray(output, lengths);
        for (int i = start; i < end; i++)
            output.Write(texts.Utf8(i));
    }

    private static void ReadTexts(ref SegmentReader input, TextPool texts)
    {
        int start = input.Int32();
        ReadOnlySpan<int> lengths = input.Array<int>();
        ReadOnlySpan<byte> bytes = input.Bytes(Sum(lengths));
        int known = Math.Min(texts.Count - start, lengths.Length);
        if (known < lengths.Length)
            texts.Append(bytes[Sum(lengths[..known])..], lengths[known..]);

        static int Sum(ReadOnlySpan<int> lengths)
        {
            int sum = 0;
            foreach (int length in lengths)
                sum += length;
            return sum;
        }
    }

    private static void WriteCodes(BinaryWriter output, CodeVector codes, int start, int end, int[] part, byte[] packed)
    {
        int most = 0,
            least = int.MaxValue;
        for (int at = start; at < end; at += RowSet.Block)
        {
            foreach (int code in Part(at))
            {
                most = Math.Max(most, code);
                least = Math.Min(least, code);
            }
        }

        byte width =
            most == least || start == end ? (byte)0
            : most <= byte.MaxValue ? (byte)1
            : most <= ushort.MaxValue ? (byte)2
            : (byte)4;
        output.Write(width);
        if (width == 0)
        {
            output.Write(most);
            return;
        }

        for (int at = start; at < end; at += RowSet.Block)
        {
            Span<int> some = Part(at);
            Pack(some, packed, width);
            output.Write(packed, 0, some.Length * width);
        }

        Span<int> Part(int at)
        {
            Span<int> some = part.AsSpan(0, Math.Min(RowSet.Block, end - at));
            codes.Read(at, some);
            return some;
        }
    }

    private static void Pack(ReadOnlySpan<int> codes, Span<byte> packed, int width)
    {
        switch (width)
        {
            case 1:
                for (int i = 0; i < codes.Length; i++)
                    packed[i] = (byte)codes[i];
                break;
            case 2:
                Span<ushort> narrow = MemoryMarshal.Cast<byte, ushort>(packed);
                for (int i = 0; i < codes.Length; i++)
                    narrow[i] = (ushort)codes[i];
                break;
            default:
                MemoryMarshal.AsBytes(codes).CopyTo(packed);
                break;
        }
    }

    private static void AppendCodes(ref SegmentReader input, IndexTables tables, Column column, int rows, int known)
    {
        byte width = input.Byte();
        if (width == 0)
        {
            int[] alike = new int[rows - known];
            Array.Fill(alike, input.Int32());
            column.Append(tables.Rows, alike, tables.Expected);
            return;
        }

        column.AppendPacked(tables.Rows, input.Bytes(rows * width)[(known * width)..], width, tables.Expected);
    }

    private static void WriteArray<T>(BinaryWriter output, T[] values)
        where T : unmanaged
    {
        output.Write7BitEncodedInt(values.Length);
        output.Write(MemoryMarshal.AsBytes<T>(values));
    }
}
