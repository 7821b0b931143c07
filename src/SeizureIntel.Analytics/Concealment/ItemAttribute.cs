using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Routes;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;

namespace SeizureIntel.Analytics.Concealment;

/// <summary>One attribute of seizures as sets of items: what was stated and what lies above it, as a search for a code finds those below it.</summary>
internal sealed class ItemAttribute
{
    private readonly Dictionary<string, int> _sets = new(StringComparer.Ordinal);
    private readonly List<int[]> _items = [];
    private readonly Func<int, string> _keyOf;
    private readonly Func<int, int[]> _itemsOf;
    private readonly Func<int, (string Field, string Code)[]> _subject;
    private readonly Func<int, int, bool> _isBelow;
    private readonly Func<int> _count;

    private ItemAttribute(string field, Func<int, string> keyOf, Func<int, int[]> itemsOf, Func<int, (string Field, string Code)[]> subject, Func<int, int, bool> isBelow, Func<int> count)
    {
        Field = field;
        (_keyOf, _itemsOf, _subject, _isBelow, _count) = (keyOf, itemsOf, subject, isBelow, count);
    }

    /// <summary>The template field.</summary>
    public string Field { get; }

    /// <summary>Number of items that occur.</summary>
    public int Count => _count();

    /// <summary>The codes of a field with their parents.</summary>
    public static ItemAttribute OfCodes(SeizureFrame frame, string field, CodeListSet lists)
    {
        FrameColumn column = frame[field];
        CodeList? list = SeizureFields.Find(field) is { } known ? lists.Of(known) : null;
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var codes = new List<string>();
        int[][] lines = [.. column.Values.Select((v, i) => column.IsKnown(i) ? Line(v) : [])];
        var single = new string?[lines.Length];
        return new ItemAttribute(
            field,
            row =>
            {
                ReadOnlySpan<int> of = column.Of(row);
                return of.Length == 1 ? single[of[0]] ??= Key(of) : Key(of);
            },
            row =>
            {
                var items = new List<int>();
                foreach (int value in column.Of(row))
                {
                    foreach (int item in lines[value])
                    {
                        if (!items.Contains(item)) items.Add(item);
                    }
                }

                return [.. items];
            },
            item => [(field, codes[item])],
            (item, above) => item != above && list is not null && list.WithDescendants(codes[above]).Contains(codes[item], StringComparer.Ordinal),
            () => codes.Count);

        int[] Line(string code)
        {
            var line = new List<int>();
            for (string? at = code; at is not null && line.Count < 32; at = list?.FindCode(at)?.Parent) line.Add(Number(at));
            return [.. line];
        }

        int Number(string code)
        {
            if (numbers.TryGetValue(code, out int number)) return number;
            codes.Add(code);
            return numbers[code] = codes.Count - 1;
        }

        static string Key(ReadOnlySpan<int> values) => string.Join(',', values.ToArray());
    }

    /// <summary>Products with those above them, and headings.</summary>
    public static ItemAttribute OfGoods(SeizureFrame frame, GoodsLines goods)
    {
        FrameColumn heading = frame["heading"], product = frame["product"];
        var keys = new Dictionary<(int, int), string>();
        return new ItemAttribute(
            "product",
            row =>
            {
                var pair = (heading.First(row), product.First(row));
                if (!keys.TryGetValue(pair, out string? key)) keys[pair] = key = $"{pair.Item1},{pair.Item2}";
                return key;
            },
            goods.Of,
            goods.Subject,
            goods.IsBelow,
            () => goods.Count);
    }

    /// <summary>Number of a row's set of items.</summary>
    public int SetOf(int row)
    {
        string key = _keyOf(row);
        if (_sets.TryGetValue(key, out int set)) return set;
        _items.Add(_itemsOf(row));
        return _sets[key] = _items.Count - 1;
    }

    /// <summary>The items of a set; empty where nothing is known.</summary>
    public int[] Items(int set) => _items[set];

    /// <summary>Template fields and codes of an item.</summary>
    public (string Field, string Code)[] Subject(int item) => _subject(item);

    /// <summary>True where an item lies below another.</summary>
    public bool IsBelow(int item, int above) => _isBelow(item, above);

    /// <summary>True where an item is another or lies below it.</summary>
    public bool IsWithin(int item, int above) => item == above || IsBelow(item, above);
}
