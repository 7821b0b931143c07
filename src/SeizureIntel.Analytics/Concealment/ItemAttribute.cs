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
    private readonly int[] _setOf;
    private readonly IReadOnlyList<int[]> _items;
    private readonly Func<int, (string Field, string Code)[]> _subject;
    private readonly Func<int, int, bool> _isBelow;

    private ItemAttribute(
        string field,
        int count,
        int[] setOf,
        IReadOnlyList<int[]> items,
        Func<int, (string Field, string Code)[]> subject,
        Func<int, int, bool> isBelow
    )
    {
        (Field, Count) = (field, count);
        (_setOf, _items, _subject, _isBelow) = (setOf, items, subject, isBelow);
    }

    /// <summary>The template field.</summary>
    public string Field { get; }

    /// <summary>Number of items that occur.</summary>
    public int Count { get; }

    /// <summary>Number of different sets of items.</summary>
    public int Sets => _items.Count;

    /// <summary>Sets of items given as numbers, none above another.</summary>
    public static ItemAttribute Of(string field, int count, IReadOnlyList<int[]> items) =>
        new(field, count, [], items, item => [(field, $"{item}")], (_, _) => false);

    /// <summary>The codes of a field with their parents.</summary>
    public static ItemAttribute OfCodes(SeizureFrame frame, string field, CodeListSet lists)
    {
        FrameColumn column = frame[field];
        CodeList? list = SeizureFields.Find(field) is { } known ? lists.Of(known) : null;
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var codes = new List<string>();
        int[][] lines = [.. column.Values.Select((v, i) => column.IsKnown(i) ? Line(v) : [])];
        var below = new Dictionary<int, HashSet<string>>();
        var items = new List<int[]>();
        return new ItemAttribute(field, codes.Count, SetsOf(frame, column, lines, items), items, item => [(field, codes[item])], IsBelow);

        bool IsBelow(int item, int above)
        {
            if (item == above || list is null)
                return false;
            if (!below.TryGetValue(above, out HashSet<string>? under))
                below[above] = under = [.. list.WithDescendants(codes[above])];
            return under.Contains(codes[item]);
        }

        int[] Line(string code)
        {
            var line = new List<int>();
            for (string? at = code; at is not null && line.Count < 32; at = list?.FindCode(at)?.Parent)
                line.Add(Number(at));
            return [.. line];
        }

        int Number(string code)
        {
            if (numbers.TryGetValue(code, out int number))
                return number;
            codes.Add(code);
            return numbers[code] = codes.Count - 1;
        }
    }

    /// <summary>Products with those above them, and headings.</summary>
    public static ItemAttribute OfGoods(SeizureFrame frame, GoodsLines goods)
    {
        int[] setOf = new int[frame.Count];
        for (int row = 0; row < setOf.Length; row++)
            setOf[row] = goods.LineOf(row);
        return new ItemAttribute("product", goods.Count, setOf, goods.Lines, goods.Subject, goods.IsBelow);
    }

    /// <summary>Number of a row's set of items.</summary>
    public int SetOf(int row) => _setOf[row];

    /// <summary>The items of a set; empty where nothing is known.</summary>
    public int[] Items(int set) => _items[set];

    /// <summary>Template fields and codes of an item.</summary>
    public (string Field, string Code)[] Subject(int item) => _subject(item);

    /// <summary>True where an item lies below another.</summary>
    public bool IsBelow(int item, int above) => _isBelow(item, above);

    /// <summary>True where an item is another or lies below it.</summary>
    public bool IsWithin(int item, int above) => item == above || IsBelow(item, above);

    // Rows of one value are told apart by its number alone; only those of several need a key.
    private static int[] SetsOf(SeizureFrame frame, FrameColumn column, int[][] lines, List<int[]> items)
    {
        int[] single = new int[lines.Length],
            setOf = new int[frame.Count];
        Array.Fill(single, -1);
        var several = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int row = 0; row < setOf.Length; row++)
        {
            ReadOnlySpan<int> of = column.Of(row);
            if (of.Length == 1)
            {
                if (single[of[0]] < 0)
                    single[of[0]] = Add(of);
                setOf[row] = single[of[0]];
                continue;
            }

            string key = string.Join(',', of.ToArray());
            if (!several.TryGetValue(key, out int set))
                several[key] = set = Add(of);
            setOf[row] = set;
        }

        return setOf;

        int Add(ReadOnlySpan<int> values)
        {
            var line = new List<int>();
            foreach (int value in values)
            {
                foreach (int item in lines[value])
                {
                    if (!line.Contains(item))
                        line.Add(item);
                }
            }

            items.Add([.. line]);
            return items.Count - 1;
        }
    }
}
