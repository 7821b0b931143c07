using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Validation.Methods.Associations;

/// <summary>Records as sets of items such as "mode=sea"; an item counts once a record.</summary>
public sealed class Transactions
{
    private readonly Dictionary<string, int> _numbers;

    private Transactions(string[] items, Dictionary<string, int> numbers, int[] members, int[] first)
    {
        Items = items;
        _numbers = numbers;
        Members = members;
        First = first;
    }

    /// <summary>All items in ordinal order.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>Number of records, those without items included.</summary>
    public int Count => First.Length - 1;

    /// <summary>Item numbers of all records, one record after the other.</summary>
    internal int[] Members { get; }

    /// <summary>Where each record starts in <see cref="Members"/>.</summary>
    internal int[] First { get; }

    /// <summary>Takes records over.</summary>
    /// <param name="records">Items of each record; repeated items of one record count once.</param>
    /// <returns>The records.</returns>
    /// <remarks>Assumes nothing. Linear in the number of items. Source: R. Agrawal, T. Imielinski, A. Swami, Mining association rules between sets of
    /// items in large databases, SIGMOD 1993, section 2.</remarks>
    public static Transactions Of(IEnumerable<IEnumerable<string>> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new List<string>();
        var members = new List<int>();
        var first = new List<int> { 0 };
        foreach (var record in records)
        {
            var start = members.Count;
            foreach (var item in record)
            {
                if (!seen.TryGetValue(item, out var number))
                {
                    seen[item] = number = names.Count;
                    names.Add(item);
                }

                if (members.IndexOf(number, start) < 0)
                {
                    members.Add(number);
                }
            }

            first.Add(members.Count);
        }

        var order = Enumerable.Range(0, names.Count).OrderBy(i => names[i], StringComparer.Ordinal).ToArray();
        var place = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            place[order[i]] = i;
        }

        var items = order.Select(i => names[i]).ToArray();
        return new Transactions(
            items,
            items.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal),
            [.. members.Select(m => place[m])],
            [.. first]
        );
    }

    internal int NumberOf(string item) => _numbers[item];
}
