using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Associations;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Validation.Methods.Associations;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Associations;

public sealed class AssociationRulesTests
{
    // 10 records: a in 5, b in 4, both in 4.
    private static readonly Transactions Ten = Transactions.Of([
        ["a", "b"],
        ["a", "b", "a"],
        ["a", "b"],
        ["b", "a"],
        ["a"],
        ["c"],
        ["c"],
        ["c"],
        ["c"],
        [],
    ]);

    [Fact]
    public void Frequent_sets_are_those_of_a_count_by_hand()
    {
        var sets = FrequentItemsets.Mine(Ten, 4, 3);

        Assert.Equal(["a 5", "b 4", "c 4", "a,b 4"], sets.Select(s => $"{string.Join(',', s.Items)} {s.Count}"));
    }

    [Fact]
    public void Items_of_one_attribute_never_meet()
    {
        var records = Transactions.Of([
            ["mode=sea", "mode=air", "cargo=arms"],
            ["mode=sea", "mode=air", "cargo=arms"],
        ]);

        var sets = FrequentItemsets.Mine(records, 2, 3, item => item.Split('=')[0]);

        Assert.Equal(
            ["cargo=arms,mode=air", "cargo=arms,mode=sea"],
            sets.Where(s => s.Items.Count == 2).Select(s => string.Join(',', s.Items))
        );
        Assert.DoesNotContain(sets, s => s.Items.Count == 3);
    }

    [Fact]
    public void A_search_of_random_records_agrees_with_counting_every_set()
    {
        var random = new SplitMix64(7);
        var rows = new List<string[]>();
        for (var t = 0; t < 200; t++)
        {
            rows.Add([.. Enumerable.Range(0, 8).Where(_ => random.NextDouble() < 0.4).Select(i => $"i{i}")]);
        }

        var sets = FrequentItemsets.Mine(Transactions.Of(rows), 12, 8).ToDictionary(s => string.Join(',', s.Items), s => s.Count);

        var counted = 0;
        for (var mask = 1; mask < 256; mask++)
        {
            string[] items = [.. Enumerable.Range(0, 8).Where(i => (mask >> i & 1) == 1).Select(i => $"i{i}")];
            var count = rows.Count(r => items.All(r.Contains));
            Assert.Equal(count >= 12 ? count : 0, sets.GetValueOrDefault(string.Join(',', items)));
            counted += count >= 12 ? 1 : 0;
        }

        Assert.Equal(counted, sets.Count);
    }

    [Fact]
    public void A_rule_carries_its_exact_probability()
    {
        // All 4 of b among the 5 of a of 10: C(5,4) / C(10,4) = 5/210.
        var rule = AssociationRules.From(FrequentItemsets.Mine(Ten, 4, 2), 10, 0.5, 2).Single(r => r.Right == "b");

        Assert.Equal(5.0 / 210, rule.PValue, 1e-15);
        Assert.Equal(0.8 / 0.4, rule.Lift, 1e-15);
        Assert.Null(rule.OddsRatio);
        Assert.Equal(1.0 / 1.5, rule.Phi!.Value * rule.Phi.Value, 1e-12);
    }

    [Fact]
    public void More_possible_rules_make_each_less_certain()
    {
        // 3 x 4 values: 12 pairs, either side may be right: 24 rules.
        Assert.Equal(24, AssociationRules.PossibleRules([3, 4], 2));
        var sets = FrequentItemsets.Mine(Ten, 4, 2);

        var rule = AssociationRules.From(sets, 10, 0.5, 2, AssociationRules.PossibleRules([3, 4], 2)).First(r => r.Right == "b");

        // Two rules with p = 5/210 stand behind it: 24 / 2 x 5/210.
        Assert.Equal(12 * 5.0 / 210, rule.Q, 1e-14);
    }

    [Fact]
    public void A_third_item_that_adds_nothing_is_not_productive()
    {
        // c is thrown independently of a and b: P(b | a) = 1/2 with and without c.
        var rows = new List<string[]>();
        for (var i = 0; i < 80; i++)
        {
            rows.Add([
                .. new[] { i % 2 == 0 ? "a" : "-", (i / 2) % 2 == 0 && i % 2 == 0 ? "b" : "-", (i / 4) % 2 == 0 ? "c" : "-" }.Where(x =>
                    x != "-"
                ),
            ]);
        }

        var rules = AssociationRules.From(FrequentItemsets.Mine(Transactions.Of(rows), 2, 3), 80, 0, 3);
        var triple = rules.Single(r => r.Left.Count == 2 && r.Right == "b");

        Assert.True(triple.PValue < 0.01);
        Assert.True(triple.ImprovementPValue > 0.3);
    }

    [Fact]
    public void The_tail_of_Fishers_test_is_exact_on_both_sides_of_the_mean()
    {
        // The lady tasting tea: 8 cups, 4 with milk first. P(4) = 1/70, P(>= 3) = 17/70, P(>= 1) = 69/70.
        Assert.Equal(1.0 / 70, FisherTest.Greater(4, 4, 4, 8), 1e-15);
        Assert.Equal(17.0 / 70, FisherTest.Greater(3, 4, 4, 8), 1e-15);
        Assert.Equal(69.0 / 70, FisherTest.Greater(1, 4, 4, 8), 1e-15);
        Assert.Equal(1, FisherTest.Greater(0, 4, 4, 8));
        Assert.Equal(1, FisherTest.Greater(4, 4, 4, 4));
        Assert.Throws<ArgumentException>(() => FisherTest.Greater(5, 4, 4, 8));
    }

    [Fact]
    public void A_difference_between_reporters_alone_gives_no_pooled_odds()
    {
        // Simpson: each stratum has odds ratio 1; put together 1 and 100 apart they would show 25 or so.
        var pooled = MantelHaenszel.OddsRatio([new StratumTable(81, 90, 90, 100), new StratumTable(1, 10, 10, 100)]);

        Assert.NotNull(pooled);
        Assert.Equal(1, pooled.Value, 1e-12);
        Assert.Null(MantelHaenszel.OddsRatio([new StratumTable(5, 5, 5, 10)]));
    }
}
