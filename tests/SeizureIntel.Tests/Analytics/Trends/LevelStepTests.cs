using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Trends;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Trends;

public sealed class LevelStepTests
{
    [Fact]
    public void A_rise_that_a_fall_undoes_is_one_episode()
    {
        // 2 a week, then 8 for 20 weeks, then 2 again.
        LevelStep episode = Assert.Single(Steps([(30, 2), (20, 8), (30, 2)]));

        Assert.True(episode.IsEpisode);
        Assert.Equal((30, 50), (episode.Change, episode.To));
        Assert.Equal(20, episode.Sides.Count(s => s == 1));
        Assert.Equal(60, episode.Sides.Count(s => s == 0));
    }

    [Fact]
    public void A_lull_within_a_lasting_rise_leaves_the_rise_as_it_is()
    {
        // 2 a week, 8 from week 40 on, with ten weeks of 2 among them.
        IReadOnlyList<LevelStep> steps = Steps([(40, 2), (40, 8), (10, 2), (40, 8)]);

        Assert.Equal([(40, 130, false), (80, 90, true)], steps.Select(s => (s.Change, s.To, s.IsEpisode)));
        Assert.All(steps[0].Sides[80..90], s => Assert.Equal(-1, s));

        // The lull is compared with the level around it, not with the time before the rise.
        Assert.All(steps[1].Sides[..40], s => Assert.Equal(-1, s));
        Assert.Equal(80, steps[1].Sides.Count(s => s == 0));
    }

    [Fact]
    public void A_fall_to_twice_the_level_of_before_undoes_nothing() =>
        Assert.Equal([false, false], Steps([(40, 2), (40, 16), (40, 4)]).Select(s => s.IsEpisode));

    [Fact]
    public void Nothing_before_and_nothing_after_are_the_same_level_however_long()
    {
        // Half an event is added to both: 0.5 in 110 weeks and 0.5 in 20 would look like a rise.
        LevelStep episode = Assert.Single(Steps([(110, 0), (12, 1), (20, 0)]));

        Assert.True(episode.IsEpisode);
    }

    private static IReadOnlyList<LevelStep> Steps((int Weeks, double Level)[] levels)
    {
        double[] counts = [.. levels.SelectMany(l => Enumerable.Repeat(l.Level, l.Weeks))];
        int[] changes = [.. levels.SkipLast(1).Select((_, i) => levels.Take(i + 1).Sum(l => l.Weeks))];
        return LevelStep.Of(counts, [.. counts.Select(_ => 1.0)], changes, 1);
    }
}
