using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Duplicates;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Duplicates;

public sealed class DuplicatesTests
{
    [Fact]
    public void The_shares_that_made_the_pairs_are_found_again()
    {
        // Expected counts of 4 fields: 5 % same pairs that agree with .9, others with .2.
        var patterns = new List<LinkagePattern>();
        for (var mask = 0; mask < 16; mask++)
        {
            int[] levels = [mask & 1, (mask >> 1) & 1, (mask >> 2) & 1, (mask >> 3) & 1];
            var same = levels.Aggregate(0.05, (p, l) => p * (l == 1 ? 0.9 : 0.1));
            var other = levels.Aggregate(0.95, (p, l) => p * (l == 1 ? 0.2 : 0.8));
            patterns.Add(new LinkagePattern(levels, (int)Math.Round(1e8 * (same + other))));
        }

        var model = FellegiSunter.Estimate(patterns, [1, 1, 1, 1]).Value;

        Assert.NotNull(model);
        Assert.Equal(0.05, model.MatchShare, 1e-5);
        Assert.All(model.MatchShares, m => Assert.Equal(0.9, m[1], 1e-5));
        Assert.All(model.OtherShares, u => Assert.Equal(0.2, u[1], 1e-5));
        Assert.Equal(4 * Math.Log2(4.5), model.Weight([1, 1, 1, 1]), 1e-3);
        Assert.Equal(0.05, model.Posterior([-1, -1, -1, -1]), 1e-5);
    }

    [Fact]
    public void Two_fields_cannot_tell_same_from_other() =>
        Assert.False(FellegiSunter.Estimate([new LinkagePattern([1, 1], 5)], [1, 1]).IsTestable);

    [Fact]
    public void Pairs_within_a_week_are_compared_once() =>
        Assert.Equal([(0, 2), (1, 2)], CandidatePairs.WithinDays([0, 14, 7, 100], 7).Order());

    [Fact]
    public void Shingles_of_a_short_text_are_the_text()
    {
        Assert.Equal(["abc"], Shingles.Of("ABC"));
        Assert.Equal(["abcd", "bcd ", "cd e"], Shingles.Of("abcd, e"));
        Assert.Empty(Shingles.Of("—"));
        Assert.Equal(0, Shingles.Jaccard(Shingles.Of(""), Shingles.Of("")));
    }

    [Fact]
    public void Near_copies_meet_in_a_band()
    {
        string[] texts =
        [
            "five pistols hidden in the fuel tank of a lorry from the port",
            "five pistols hidden in the fuel tank of a lorry from the ports",
            "cigarettes among furniture",
        ];
        var signatures = texts.Select(t => MinHash.Signature(Shingles.Of(t))).ToArray();

        Assert.Equal([(0, 1)], Banding.For(0.7, 128).Candidates(signatures));
        Assert.Equal(1, MinHash.Estimate(signatures[0], signatures[0]));
    }
}
