using System.Collections.Generic;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.CodeLists;

namespace SeizureIntel.Analytics.Routes;

/// <summary>The goods of each seizure: its product, the products above it, and its heading. A search for a product finds those below it too, so it counts for all of them.</summary>
internal sealed class GoodsLines
{
    private readonly List<(string Heading, string? Product)> _goods = [];
    private readonly List<HashSet<int>> _above = [];
    private readonly Dictionary<(int Heading, int Product), int[]> _lines = [];
    private readonly FrameColumn _heading;
    private readonly FrameColumn _product;

    private GoodsLines(FrameColumn heading, FrameColumn product)
    {
        _heading = heading;
        _product = product;
    }

    /// <summary>Number of different goods.</summary>
    public int Count => _goods.Count;

    /// <summary>Numbers the goods of a frame that holds heading and product.</summary>
    public static GoodsLines Of(SeizureFrame frame, CodeListSet lists)
    {
        var goods = new GoodsLines(frame["heading"], frame["product"]);
        CodeList products = lists["products"];
        var numbers = new Dictionary<(string, string?), int>();
        for (int row = 0; row < frame.Count; row++)
        {
            var pair = (goods._heading.First(row), goods._product.First(row));
            if (goods._lines.ContainsKey(pair)) continue;
            goods._lines[pair] = goods._heading.IsKnown(pair.Item1) ? goods.Line(products, numbers, goods._heading.FirstCode(row), goods._product.HasKnown(row) ? goods._product.FirstCode(row) : null) : [];
        }

        return goods;
    }

    /// <summary>The goods of a row, narrowest first; empty where the heading is unknown.</summary>
    public int[] Of(int row) => _lines[(_heading.First(row), _product.First(row))];

    /// <summary>True where the first goods lie below the second.</summary>
    public bool IsBelow(int goods, int above) => _above[goods].Contains(above);

    /// <summary>Heading and product of some goods; product null for the whole heading.</summary>
    public (string Heading, string? Product) this[int goods] => _goods[goods];

    /// <summary>Template fields and codes of some goods.</summary>
    public (string Field, string Code)[] Subject(int goods) => _goods[goods] is { Product: { } product } both
        ? [("heading", both.Heading), ("product", product)]
        : [("heading", _goods[goods].Heading)];

    private int[] Line(CodeList products, Dictionary<(string, string?), int> numbers, string heading, string? product)
    {
        var line = new List<int>();
        for (string? code = product; code is not null; code = products.FindCode(code)?.Parent) line.Add(Number(code));
        line.Add(Number(null));
        for (int i = 0; i < line.Count; i++) _above[line[i]].UnionWith(line.GetRange(i + 1, line.Count - i - 1));
        return [.. line];

        int Number(string? code)
        {
            if (numbers.TryGetValue((heading, code), out int number)) return number;
            _goods.Add((heading, code));
            _above.Add([]);
            return numbers[(heading, code)] = _goods.Count - 1;
        }
    }
}
