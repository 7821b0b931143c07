using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.CodeLists;

namespace SeizureIntel.Analytics.Trends;

/// <summary>The goods of each seizure as numbers: its heading, and with it its product and the product's parents.</summary>
internal sealed class Goods
{
    private readonly List<(string Heading, string? Product)> _goods = [];
    private readonly Dictionary<(int Heading, int Product), int[]> _ofPair = [];
    private readonly FrameColumn _heading;
    private readonly FrameColumn _product;

    private Goods(FrameColumn heading, FrameColumn product)
    {
        _heading = heading;
        _product = product;
    }

    /// <summary>Number of different goods.</summary>
    public int Count => _goods.Count;

    /// <summary>Numbers the goods of a frame's rows.</summary>
    public static Goods Of(SeizureFrame frame, CodeListSet lists, IReadOnlyList<int> rows, bool keepsAll)
    {
        var goods = new Goods(frame["heading"], frame["product"]);
        RolledColumn rolled = RolledColumn.Of(frame, "product", lists, keepsAll);
        var numbers = new Dictionary<(string, string?), int>();
        var products = new List<int>();
        foreach (int row in rows)
        {
            var pair = (goods._heading.First(row), goods._product.First(row));
            if (goods._ofPair.ContainsKey(pair))
                continue;
            products.Clear();
            rolled.Add(row, products);
            string heading = goods._heading.FirstCode(row);
            goods._ofPair[pair] = [Number(heading, null), .. products.Select(p => Number(heading, rolled.Codes[p])).ToArray()];
        }

        return goods;

        int Number(string heading, string? product)
        {
            if (numbers.TryGetValue((heading, product), out int number))
                return number;
            goods._goods.Add((heading, product));
            return numbers[(heading, product)] = goods._goods.Count - 1;
        }
    }

    /// <summary>The goods of a seizure that was numbered.</summary>
    public int[] Of(int row) => _ofPair[(_heading.First(row), _product.First(row))];

    /// <summary>Template fields and codes of a number.</summary>
    public IReadOnlyList<(string Field, string Code)> Subject(int number) =>
        _goods[number] is { Product: { } product } both
            ? [("heading", both.Heading), ("product", product)]
            : [("heading", _goods[number].Heading)];
}
