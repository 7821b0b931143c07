using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using SeizureIntel.Text;

namespace SeizureIntel.Search.Columns;

/// <summary>Distinct texts numbered in the order of their arrival, kept as UTF-8 in one array: a million ids cost what their letters cost.</summary>
/// <remarks>One thread adds; any number read entries that were there when their snapshot was taken. The hash table is built at the first look-up, so
/// that opening an index only copies bytes.</remarks>
internal sealed class TextPool : IReadOnlyList<string>
{
    // Above this many entries a text is made anew when asked for: strings of a million ids would outweigh the index.
    private const int MostCached = 65_536;

    private readonly Lock _lock = new();
    private byte[] _bytes = new byte[64];
    private int[] _ends = new int[4];
    private string?[] _texts = new string?[4];
    private LookUpTable? _table;
    private int _count;
    private int _room;

    public int Count => Volatile.Read(ref _count);

    /// <summary>The text of a number.</summary>
    public string this[int number]
    {
        get
        {
            string?[] texts = Volatile.Read(ref _texts);
            if (number < texts.Length && texts[number] is { } known)
                return known;
            string text = Encoding.UTF8.GetString(Utf8(number));
            if (number < texts.Length)
                texts[number] = text;
            return text;
        }
    }

    /// <summary>The text of a number as UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8(int number)
    {
        int[] ends = Volatile.Read(ref _ends);
        int start = number == 0 ? 0 : ends[number - 1];
        return Volatile.Read(ref _bytes).AsSpan(start, ends[number] - start);
    }

    /// <summary>Compares two texts by code point, which for codes and ids is ordinal order.</summary>
    public int Compare(int a, int b) => Utf8(a).SequenceCompareTo(Utf8(b));

    /// <summary>The number of a text; -1 where there is none.</summary>
    public int Find(string text)
    {
        Span<byte> buffer = stackalloc byte[256];
        ReadOnlySpan<byte> utf8 = Encode(text, buffer);
        lock (_lock)
        {
            return Find(_table ??= Table(), utf8, ByteHash.Of(utf8), out _);
        }
    }

    /// <summary>The number of a text, which is added where it is new.</summary>
    public int Add(string text)
    {
        Span<byte> buffer = stackalloc byte[256];
        ReadOnlySpan<byte> utf8 = Encode(text, buffer);
        lock (_lock)
        {
            LookUpTable table = _table is { IsFull: false } ? _table : _table = Table();
            uint hash = ByteHash.Of(utf8);
            int known = Find(table, utf8, hash, out int place);
            if (known >= 0)
                return known;
            int number = Store(utf8);
            table.Put(place, hash, number);
            return number;
        }
    }

    /// <summary>Makes the hash table, where it is not there yet.</summary>
    public void Prepare()
    {
        lock (_lock)
            _table ??= Table();
    }

    /// <summary>Makes room for so many texts in all, as long as those there are.</summary>
    public void MakeRoom(int entries)
    {
        lock (_lock)
        {
            if (entries <= _ends.Length || _count == 0)
                return;
            _room = entries;
            long used = _ends[_count - 1],
                more = used * (entries - _count) / _count;
            // A little more: where a letter is missing at the end, everything would be doubled.
            Reserve((int)Math.Min(more + (more / 16), Array.MaxLength - used), entries - _count);
        }
    }

    /// <summary>Adds texts that are known to be new, as they stood in a segment.</summary>
    public void Append(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> lengths)
    {
        lock (_lock)
        {
            _table = null;
            Reserve(bytes.Length, lengths.Length);
            int end = _count == 0 ? 0 : _ends[_count - 1];
            bytes.CopyTo(_bytes.AsSpan(end));
            for (int i = 0; i < lengths.Length; i++)
            {
                end += lengths[i];
                _ends[_count + i] = end;
            }

            Volatile.Write(ref _count, _count + lengths.Length);
        }
    }

    public IEnumerator<string> GetEnumerator()
    {
        int count = Count;
        for (int i = 0; i < count; i++)
            yield return this[i];
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    private static ReadOnlySpan<byte> Encode(string text, Span<byte> buffer)
    {
        if (text.Length * 3 > buffer.Length)
            return Encoding.UTF8.GetBytes(text);
        return buffer[..Encoding.UTF8.GetBytes(text, buffer)];
    }

    private int Store(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length, 1);
        int start = _count == 0 ? 0 : _ends[_count - 1];
        utf8.CopyTo(_bytes.AsSpan(start));
        _ends[_count] = start + utf8.Length;
        Volatile.Write(ref _count, _count + 1);
        return _count - 1;
    }

    private void Reserve(int bytes, int entries)
    {
        int used = _count == 0 ? 0 : _ends[_count - 1];
        if (used + bytes > _bytes.Length)
        {
            byte[] larger = new byte[Math.Max(used + bytes, _bytes.Length * 2)];
            _bytes.AsSpan(0, used).CopyTo(larger);
            Volatile.Write(ref _bytes, larger);
        }

        if (_count + entries <= _ends.Length)
            return;
        int size = Math.Max(_count + entries, _ends.Length * 2);
        int[] ends = new int[size];
        _ends.AsSpan(0, _count).CopyTo(ends);
        Volatile.Write(ref _ends, ends);
        Volatile.Write(ref _texts, size <= MostCached ? CopyTexts(size) : []);
    }

    private string?[] CopyTexts(int size)
    {
        string?[] texts = new string?[size];
        _texts.AsSpan().CopyTo(texts);
        return texts;
    }

    private LookUpTable Table()
    {
        var table = new LookUpTable(_count, _room);
        for (int i = 0; i < _count; i++)
            table.Put(ByteHash.Of(Utf8(i)), i);
        return table;
    }

    // The number of a text, or -1 and the place where it belongs.
    private int Find(LookUpTable table, ReadOnlySpan<byte> utf8, uint hash, out int place)
    {
        place = table.Start(hash);
        int number;
        while ((number = table.Next(hash, ref place)) >= 0 && !Utf8(number).SequenceEqual(utf8))
            table.Pass(ref place);
        return number;
    }
}
