using System.Collections.Generic;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.CodeLists;

namespace SeizureIntel.Analytics.Routes;

/// <summary>The goods of each seizure: its product, the products above it, and its heading. A search for a product finds those below it too, so it
/// counts for all of them.</summary>
internal sealed class GoodsLines
{
    private readonly List<(string Heading, string? Product)> _goods = [];
    private readonly List<HashSet<int>> _above = [];
    private readonly List<int[]> _lines = [];
    private readonly int[] _lineOf;

    private GoodsLines(int rows) => _lineOf = new int[rows];

    /// <summary>Number of different goods.</summary>
    public int Count => _goods.Count;

    /// <summary>Numbers the goods of a frame that holds heading and product.</summary>
    public static GoodsLines Of(SeizureFrame frame, CodeListSet lists)
    {
        var goods = new GoodsLines(frame.Count);
        FrameColumn heading = frame["heading"],
            product = frame["product"];
        CodeList products = lists["products"];
        var numbers = new Dictionary<(string, string?), int>();
        var lines = new Dictionary<(int Heading, int Product), int>();
        for (int row = 0; row < frame.Count; row++)
        {
            var pair = (heading.First(row), product.First(row));
            if (!lines.TryGetValue(pair, out int line))
            {
                lines[pair] = line = goods._lines.Count;
                goods._lines.Add(
                    heading.IsKnown(pair.Item1)
                        ? goods.Line(products, numbers, heading.FirstCode(row), product.HasKnown(row) ? product.FirstCode(row) : null)
                        : []
                );
            }

            goods._lineOf[row] = line;
        }

        return goods;
    }

    /// <summary>The goods of a row, narrowest first; empty where the heading is unknown.</summary>
    public int[] Of(int row) => _lines[_lineOf[row]];

    /// <summary>Number of a row's goods as a whole; rows of one number have the same goods.</summary>
    public int LineOf(int row) => _lineOf[row];

    /// <summary>The goods of each number of goods as a whole.</summary>
    public IReadOnlyList<int[]> Lines => _lines;

    /// <summary>True where the first goods lie below the second.</summary>
    public bool IsBelow(int goods, int above) => _above[goods].Contains(above);

    /// <summary>Heading and product of some goods; product null for the whole heading.</summary>
    public (string Heading, string? Product) this[int goods] => _goods[goods];

    /// <summary>Template fields and codes of some goods.</summary>
    public (string Field, string Code)[] Subject(int goods) =>
        _goods[goods] is { Product: { } product } both
            ? [("heading", both.Heading), ("product", product)]
            : [("heading", _goods[goods].Heading)];

    private int[] Line(CodeList products, Dictionary<(string, string?), int> numbers, string heading, string? product)
    {
        var line = new List<int>();
        for (string? code = product; code is not null; code = products.FindCode(code)?.Parent)
            line.Add(Number(code));
        line.Add(Number(null));
        for (int i = 0; i < line.Count; i++)
            _above[line[i]].UnionWith(line.GetRange(i + 1, line.Count - i - 1));
        return [.. line];

        int Number(string? code)
        {
            if (numbers.TryGetValue((heading, code), out int number))
                return number;
            _goods.Add((heading, code));
            _above.Add([]);
            return numbers[(heading, code)] = _goods.Count - 1;
        }
    }
}
