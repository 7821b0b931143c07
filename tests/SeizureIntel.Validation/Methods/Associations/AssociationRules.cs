using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Associations;
using SeizureIntel.Analytics.Statistics.Multiplicity;

namespace SeizureIntel.Validation.Methods.Associations;

/// <summary>Rules with one item on the right, tested and measured.</summary>
public static class AssociationRules
{
    /// <summary>All rules of the frequent itemsets.</summary>
    /// <param name="sets">Frequent itemsets as <see cref="FrequentItemsets.Mine"/> gives them: with every set all its parts.</param>
    /// <param name="records">Number of records.</param>
    /// <param name="leastConfidence">Fewest share of the records with the left side that must hold the right side.</param>
    /// <param name="longest">Most items of both sides together.</param>
    /// <param name="hypotheses">Number of rules that could have been tested, see <see cref="PossibleRules"/>; 0 or less than the number of rules = as
    /// many as there are rules.</param>
    /// <returns>The rules, ordered by length, left side and right side.</returns>
    /// <exception cref="ArgumentException">A part of a set is missing.</exception>
    /// <remarks>Assumes independent records. Linear in the number of rules. Source: Agrawal, Imielinski, Swami 1993 (rules); R. A. Fisher 1935
    /// (test); Benjamini and Hochberg 1995; G. Webb, Discovering significant patterns, Machine Learning 68 (2007), section 3.2 (productive
    /// rules).</remarks>
    public static IReadOnlyList<AssociationRule> From(
        IReadOnlyList<Itemset> sets,
        int records,
        double leastConfidence,
        int longest,
        int hypotheses = 0
    )
    {
        ArgumentNullException.ThrowIfNull(sets);
        var counts = sets.ToDictionary(s => Key(s.Items), s => s.Count, StringComparer.Ordinal);
        var rules = new List<AssociationRule>();
        foreach (var set in sets.Where(s => s.Items.Count >= 2 && s.Items.Count <= longest))
        {
            foreach (var right in set.Items)
            {
                string[] left = [.. set.Items.Where(i => !string.Equals(i, right, StringComparison.Ordinal))];
                var (leftCount, rightCount) = (CountOf(counts, left), CountOf(counts, [right]));
                if (set.Count < (leastConfidence * leftCount) - 1e-9)
                {
                    continue;
                }

                var p = FisherTest.Greater(set.Count, leftCount, rightCount, records);
                rules.Add(
                    new AssociationRule(
                        left,
                        right,
                        set.Count,
                        leftCount,
                        rightCount,
                        records,
                        p,
                        p,
                        Improvement(counts, left, right, set.Count, leftCount, p)
                    )
                );
            }
        }

        var q = FalseDiscovery.BenjaminiHochberg([.. rules.Select(r => r.PValue)], Math.Max(hypotheses, rules.Count));
        return
        [
            .. rules
                .Select((rule, i) => rule with { Q = q[i] })
                .OrderBy(r => r.Left.Count)
                .ThenBy(r => Key(r.Left), StringComparer.Ordinal)
                .ThenBy(r => r.Right, StringComparer.Ordinal),
        ];
    }

    /// <summary>Number of rules of a length that could be tested when the items of one attribute never meet.</summary>
    /// <param name="valuesPerAttribute">Number of values (items) of each attribute.</param>
    /// <param name="items">Items of both sides together, 2 for pairs.</param>
    /// <returns>A count of rules: choices of attributes and values times the choice of the right side; largest integer where that is exceeded.</returns>
    /// <remarks>Assumes one attribute an item. Source: Benjamini and Hochberg 1995, section 2 (all hypotheses that could be tested count).</remarks>
    public static int PossibleRules(IEnumerable<int> valuesPerAttribute, int items)
    {
        ArgumentNullException.ThrowIfNull(valuesPerAttribute);
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);

        // Elementary symmetric polynomials of the numbers of values.
        var choices = new double[items + 1];
        choices[0] = 1;
        foreach (var values in valuesPerAttribute)
        {
            for (var k = items; k >= 1; k--)
            {
                choices[k] += choices[k - 1] * values;
            }
        }

        return (int)Math.Min(int.MaxValue, choices[items] * items);
    }

    private static double Improvement(Dictionary<string, int> counts, string[] left, string right, int count, int leftCount, double whole)
    {
        if (left.Length == 1)
        {
            return whole;
        }

        var largest = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            string[] smaller = [.. left[..i], .. left[(i + 1)..]];
            string[] joined = [.. smaller.Append(right).Order(StringComparer.Ordinal)];
            largest = Math.Max(largest, FisherTest.Greater(count, leftCount, CountOf(counts, joined), CountOf(counts, smaller)));
        }

        return largest;
    }

    private static int CountOf(Dictionary<string, int> counts, IReadOnlyList<string> items) =>
        counts.TryGetValue(Key(items), out var count)
            ? count
            : throw new ArgumentException(
                $"The set {string.Join(", ", items)} is missing; expected every part of a frequent set.",
                nameof(counts)
            );

    private static string Key(IEnumerable<string> items) => string.Join('\u001f', items);
}
