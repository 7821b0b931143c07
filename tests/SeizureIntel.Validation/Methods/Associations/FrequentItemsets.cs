using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace SeizureIntel.Validation.Methods.Associations;

/// <summary>All sets of items that occur together often enough.</summary>
public static class FrequentItemsets
{
    /// <summary>Finds the frequent itemsets.</summary>
    /// <param name="records">The records.</param>
    /// <param name="fewest">Fewest records that must hold a set, at least 1.</param>
    /// <param name="longest">Most items of a set, at least 1.</param>
    /// <param name="attributeOf">Attribute of an item; items of one attribute are never put into one set. Null = all items may meet.</param>
    /// <returns>Every set of at least one item with its count, shorter ones first, then in ordinal order of their items.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A bound is below 1.</exception>
    /// <remarks>Assumes nothing about the records. Output-bound; pairs are counted in one pass, longer sets by cutting lists of records, in parallel
    /// over the first item. Source: M. J. Zaki, Scalable algorithms for association mining, IEEE Transactions on Knowledge and Data Engineering 12
    /// (2000), section 4 (Eclat).</remarks>
    public static IReadOnlyList<Itemset> Mine(Transactions records, int fewest, int longest, Func<string, string>? attributeOf = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentOutOfRangeException.ThrowIfLessThan(fewest, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        var counts = new int[records.Items.Count];
        foreach (var item in records.Members)
        {
            counts[item]++;
        }

        // Rare items first: their lists of records are short, and every set is built from its rarest item.
        var order = Enumerable.Range(0, counts.Length).Where(i => counts[i] >= fewest).OrderBy(i => counts[i]).ThenBy(i => i).ToArray();
        var attributes = attributeOf is null ? null : NumberAttributes(order.Select(i => attributeOf(records.Items[i])));
        var search = new EclatSearch(records, order, [.. order.Select(i => counts[i])], attributes, fewest, longest);
        var found = new List<(int[] Items, int Count)>[order.Length];
        Parallel.For(0, order.Length, first => found[first] = search.From(first));

        return
        [
            .. found
                .SelectMany(f => f)
                .Select(f => (Items: f.Items.Select(i => order[i]).Order().ToArray(), f.Count))
                .OrderBy(f => f.Items.Length)
                .ThenBy(f => f.Items, Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))
                .Select(f => new Itemset([.. f.Items.Select(i => records.Items[i])], f.Count)),
        ];
    }

    /// <summary>Fewest records that reach a share of all records.</summary>
    /// <param name="support">Share of the records, above 0 and up to 1.</param>
    /// <param name="records">Number of records.</param>
    /// <returns>A number of records, at least 1.</returns>
    /// <remarks>Assumes that a share is reached when count is at least share times records. Source: Agrawal, Imielinski, Swami 1993, section 2.</remarks>
    public static int FewestFor(double support, int records) => Math.Max(1, (int)Math.Ceiling((support * records) - 1e-9));

    private static int[] NumberAttributes(IEnumerable<string> names)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. names.Select(n => numbers.TryGetValue(n, out var number) ? number : numbers[n] = numbers.Count)];
    }
}
