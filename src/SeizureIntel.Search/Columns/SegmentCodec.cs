using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;

namespace SeizureIntel.Search.Columns;

/// <summary>Writes rows of the tables as one compressed block and reads them back: for each column what the dictionary gained, then a number a row.</summary>
/// <remarks>Numbers are those of the whole index, so that reading is copying. Little-endian, as every machine .NET runs on.</remarks>
internal static class SegmentCodec
{
    private const int Version = 1;

    // Of a row once it is compressed, about.
    private const int BytesARow = 100;

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
        using var bytes = new MemoryStream((to.Rows - from.Rows) * BytesARow);
        using (var packed = new ZLibStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var block = new BufferedStream(packed, 1 << 16))
        using (var output = new BinaryWriter(block, Encoding.UTF8))
        {
            output.Write(Version);
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
        }

        return bytes.ToArray();
    }

    /// <summary>Adds the rows of a segment that the tables do not hold yet.</summary>
    /// <exception cref="InvalidDataException">The block is not one of this version.</exception>
    public static void Read(IndexTables tables, byte[] content) => Read(tables, Unpacked(content));

    /// <summary>Adds the rows of a segment that is unpacked already.</summary>
    /// <exception cref="InvalidDataException">The block is not one of this version.</exception>
    public static void Read(IndexTables tables, MemoryStream unpacked)
    {
        using var input = new BinaryReader(unpacked, Encoding.UTF8, leaveOpen: true);
        if (input.ReadInt32() != Version)
            throw new InvalidDataException("The index was written by another version; run reindex.");
        int first = input.ReadInt32();
        int rows = input.ReadInt32();
        int known = tables.Rows - first;
        if (known < 0)
            throw new InvalidDataException($"The index lacks rows {tables.Rows} to {first}; run reindex.");
        int[] replaced = ReadArray<int>(input);
        int columns = ReadArray<int>(input).Length;
        ReadArray<int>(input);
        if (columns != tables.Columns.Length)
            throw new InvalidDataException("The index was written for other fields; run reindex.");
        for (int i = 0; i < columns; i++)
            ReadColumn(input, tables, i, rows, Math.Min(known, rows));
        if (rows > known)
            tables.Extend(rows - known);
        foreach (int row in replaced)
            tables.Kill(row);
    }

    /// <summary>Where a segment begins and which rows it replaces, without reading the rest of it.</summary>
    public static (Mark From, int[] Replaced) ReadHead(byte[] content)
    {
        using var input = new BinaryReader(
            new ZLibStream(new MemoryStream(content, writable: false), CompressionMode.Decompress),
            Encoding.UTF8
        );
        if (input.ReadInt32() != Version)
            throw new InvalidDataException("The index was written by another version; run reindex.");
        int first = input.ReadInt32();
        input.ReadInt32();
        int[] replaced = ReadArray<int>(input);
        return (new Mark(first, ReadArray<int>(input), ReadArray<int>(input)), replaced);
    }

    /// <summary>The bytes of a segment as they were before they were compressed.</summary>
    public static MemoryStream Unpacked(byte[] content) => Unpacked(content, new MemoryStream(content.Length * 2));

    /// <summary>The same in the memory of a segment that is read already.</summary>
    public static MemoryStream Unpacked(byte[] content, MemoryStream unpacked)
    {
        unpacked.SetLength(0);
        using (var packed = new ZLibStream(new MemoryStream(content, writable: false), CompressionMode.Decompress))
            packed.CopyTo(unpacked, 1 << 17);
        unpacked.Position = 0;
        return unpacked;
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

    private static void ReadColumn(BinaryReader input, IndexTables tables, int at, int rows, int known)
    {
        Column column = tables.Columns[at];
        string name = input.ReadString();
        if (name != column.Name)
            throw new InvalidDataException($"The index holds {name} where {column.Name} was expected; run reindex.");
        int start = input.ReadInt32();
        int end = input.ReadInt32();
        switch (column.Kind)
        {
            case ColumnKind.Number:
                double[] numbers = ReadArray<double>(input);
                column.Numbers.Append(numbers.AsSpan(Math.Min(column.Numbers.Count - start, numbers.Length)));
                break;
            case ColumnKind.LongText:
                column.CoverLongTexts(end);
                break;
            default:
                ReadTexts(input, column.Texts);
                if (column.Kind == ColumnKind.Codes)
                {
                    for (int i = start; i < end; i++)
                    {
                        int[] values = ReadArray<int>(input);
                        if (i >= column.Sets.Count)
                            column.Sets.Append(values);
                    }
                }

                break;
        }

        AppendCodes(input, tables, column, rows, known);
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

    private static void ReadTexts(BinaryReader input, TextPool texts)
    {
        int start = input.ReadInt32();
        int[] lengths = ReadArray<int>(input);
        ReadOnlySpan<byte> bytes = Following(input, lengths.Sum());
        int known = Math.Min(texts.Count - start, lengths.Length);
        int skipped = lengths.AsSpan(0, known).ToArray().Sum();
        if (known < lengths.Length)
            texts.Append(bytes[skipped..], lengths.AsSpan(known));
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

    private static void AppendCodes(BinaryReader input, IndexTables tables, Column column, int rows, int known)
    {
        byte bytes = input.ReadByte();
        if (bytes == 0)
        {
            int[] alike = new int[rows - known];
            Array.Fill(alike, input.ReadInt32());
            column.Append(tables.Rows, alike, tables.Expected);
            return;
        }

        column.AppendPacked(tables.Rows, Following(input, rows * bytes)[(known * bytes)..], bytes, tables.Expected);
    }

    // Unpacked segments lie in memory: their bytes are read where they are.
    private static ReadOnlySpan<byte> Following(BinaryReader input, int count)
    {
        var unpacked = (MemoryStream)input.BaseStream;
        int from = (int)unpacked.Position;
        if (unpacked.Length - from < count)
            throw new InvalidDataException("A segment of the index ends too early; run reindex.");
        unpacked.Position = from + count;
        return unpacked.GetBuffer().AsSpan(from, count);
    }

    private static void WriteArray<T>(BinaryWriter output, T[] values)
        where T : unmanaged
    {
        output.Write7BitEncodedInt(values.Length);
        output.Write(MemoryMarshal.AsBytes<T>(values));
    }

    private static T[] ReadArray<T>(BinaryReader input)
        where T : unmanaged
    {
        var values = new T[input.Read7BitEncodedInt()];
        input.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
