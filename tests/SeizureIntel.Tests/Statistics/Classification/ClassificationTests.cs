using System;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Classification;
using SeizureIntel.Analytics.Statistics.Numerics;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Classification;

public sealed class ClassificationTests
{
    [Fact]
    public void A_machine_stands_still_where_its_gradient_is_zero()
    {
        // Stationarity of |w|^2/2 + b^2/2 + C sum max(0, 1 - y (w x + b))^2: w = 2C sum of loss x y x.
        var random = new SplitMix64(3);
        var rows = Enumerable
            .Range(0, 60)
            .Select(_ => SparseVector.Of(Enumerable.Range(0, 5).Select(f => (f, random.NextDouble() - 0.5))))
            .ToArray();
        var isPositive = rows.Select(r => r.Entries.First().Value + (0.3 * (random.NextDouble() - 0.5)) > 0).ToArray();

        var machine = LinearMachine.Learn(rows, isPositive, 5, cost: 2, tolerance: 1e-9).Value;

        Assert.NotNull(machine);
        var gradient = new double[6];
        for (var i = 0; i < rows.Length; i++)
        {
            double y = isPositive[i] ? 1 : -1;
            var loss = Math.Max(0, 1 - (y * machine.Score(rows[i])));
            foreach (var (position, value) in rows[i].Entries)
            {
                gradient[position] += 4 * loss * y * value;
            }

            gradient[5] += 4 * loss * y;
        }

        for (var f = 0; f < 5; f++)
        {
            Assert.Equal(gradient[f], machine.Weights[f], 1e-7);
        }

        Assert.Equal(gradient[5], machine.Bias, 1e-7);
    }

    [Fact]
    public void Two_points_have_their_machine_by_hand()
    {
        // x = 1 (yes) and x = -1 (no), C = 1: b = 0, minimise w^2/2 + 2 (1 - w)^2 -> w = 4/5.
        var machine = LinearMachine
            .Learn([SparseVector.Of([(0, 1)]), SparseVector.Of([(0, -1)])], [true, false], 1, tolerance: 1e-12)
            .Value;

        Assert.NotNull(machine);
        Assert.Equal(0.8, machine.Weights[0], 1e-9);
        Assert.Equal(0, machine.Bias, 1e-9);
        Assert.False(LinearMachine.Learn([SparseVector.Of([(0, 1)])], [true], 1).IsTestable);
    }

    [Fact]
    public void A_classifier_proposes_the_heading_of_texts_like_those_it_knows()
    {
        string[] arms = ["pistol", "rifle", "revolver", "shotgun"],
            smokes = ["cigarettes", "tobacco", "cigars", "snus"];
        var examples = Enumerable
            .Range(0, 80)
            .Select(i => i % 2 == 0 ? ($"{arms[i / 2 % 4]} with {i} rounds", "arms") : ($"{i} cartons of {smokes[i / 2 % 4]}", "tobacco"))
            .ToArray();

        var classifier = TextClassifier.Learn(examples).Value;

        Assert.NotNull(classifier);
        Assert.Equal("arms", classifier.FindCertain("two rifles with rounds")?.Class);
        Assert.Equal("tobacco", classifier.Propose("cartons of cigarette")[0].Class);
        Assert.False(TextClassifier.Learn([("a", "b")]).IsTestable);
    }

    [Fact]
    public void A_score_scale_finds_the_share_at_each_score()
    {
        // 3 of 4 at score 1 and 1 of 4 at score -1, many times over: log odds +-ln 3.
        var scores = Enumerable.Range(0, 4000).Select(i => i % 2 == 0 ? 1.0 : -1).ToArray();
        var answers = Enumerable.Range(0, 4000).Select(i => i % 2 == 0 ? i / 2 % 4 != 0 : i / 2 % 4 == 0).ToArray();

        var scale = ScoreScale.Learn(scores, answers);

        Assert.Equal(0.75, scale.Probability(1), 1e-3);
        Assert.Equal(0.25, scale.Probability(-1), 1e-3);
    }
}
