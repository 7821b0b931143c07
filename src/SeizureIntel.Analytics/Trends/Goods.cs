using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.CodeLists;

namespace SeizureIntel.Analytics.Trends;

/// <summary>The goods of each seizure as numbers: its heading, and with it its product and the product's parents.</summary>
internal sealed class Goods
{
    private readonly List<(string Heading, string? Product)> _goods = [];
    private readonly List<int[]> _ofPair = [];
    private readonly int[] _pairs;

    private Goods(int rows) => _pairs = new int[rows];

    /// <summary>Number of different goods.</summary>
    public int Count => _goods.Count;

    /// <summary>Numbers the goods of a frame's rows.</summary>
    public static Goods Of(SeizureFrame frame, CodeListSet lists, IReadOnlyList<int> rows, bool keepsAll)
    {
        var goods = new Goods(rows.Count);
        FrameColumn headings = frame["heading"],
            products = frame["product"];
        var pairs = new Dictionary<(int Heading, int Product), int>();
        RolledColumn rolled = RolledColumn.Of(frame, "product", lists, keepsAll);
        var numbers = new Dictionary<(string, string?), int>();
        var below = new List<int>();
        for (int i = 0; i < rows.Count; i++)
        {
            int row = rows[i];
            var pair = (headings.First(row), products.First(row));
            if (!pairs.TryGetValue(pair, out int number))
            {
                pairs[pair] = number = goods._ofPair.Count;
                below.Clear();
                rolled.Add(row, below);
                string heading = headings.FirstCode(row);
                goods._ofPair.Add([Number(heading, null), .. below.Select(p => Number(heading, rolled.Codes[p])).ToArray()]);
            }

            goods._pairs[i] = number;
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

    /// <summary>Number of different pairs of heading and product.</summary>
    public int Pairs => _ofPair.Count;

    /// <summary>The pair of the seizure at a place among the rows that were numbered.</summary>
    public int PairAt(int place) => _pairs[place];

    /// <summary>The goods of a pair.</summary>
    public int[] Of(int pair) => _ofPair[pair];

    /// <summary>Template fields and codes of a number.</summary>
    public IReadOnlyList<(string Field, string Code)> Subject(int number) =>
        _goods[number] is { Product: { } product } both
            ? [("heading", both.Heading), ("product", product)]
            : [("heading", _goods[number].Heading)];
}
