using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Clusters;
using SeizureIntel.Validation.Methods.Clusters;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Clusters;

public sealed class ClustersTests
{
    [Fact]
    public void Gower_averages_over_the_variables_both_records_have()
    {
        // sea/sea and 0 of range 10: 0; sea/air and 10 of 10: 1; missing number: the code alone.
        var d = GowerDistance.Between(
            [
                ["sea", "sea", "air"],
            ],
            [
                [0, 5, 10],
            ]
        );
        Assert.Equal(0.25, d[0, 1]);
        Assert.Equal(1, d[0, 2]);

        Assert.Equal(
            0,
            GowerDistance.Between(
                [
                    ["sea", "sea"],
                ],
                [
                    [0, null],
                ]
            )[0, 1]
        );
        Assert.Null(
            GowerDistance.Between(
                [
                    ["sea", null],
                ],
                [
                    [null, 3],
                ]
            )[0, 1]
        );
    }

    [Fact]
    public void Average_linkage_joins_at_mean_distances()
    {
        // Points 0, 1, 5 on a line: 0 and 1 at 1, then 5 at (5 + 4) / 2.
        var tree = AverageLinkage
            .Build(
                DistanceMatrix.Of([
                    [0, 1, 5],
                    [1, 0, 4],
                    [5, 4, 0],
                ])
            )
            .Value;

        Assert.NotNull(tree);
        Assert.Equal([1, 4.5], tree.Merges.Select(m => m.Height));
        Assert.Equal([1, 1, 2], tree.Cut(2));
        Assert.Equal((2 * (1 - (1 / 4.5))) / 3, tree.Clearness(), 1e-15);
        Assert.False(
            AverageLinkage
                .Build(
                    GowerDistance.Between(
                        [
                            ["a", null],
                        ],
                        []
                    )
                )
                .IsTestable
        );
    }

    [Fact]
    public void Medoids_stand_in_the_middle_of_their_groups()
    {
        double[] at = [0, 1, 2, 10, 11, 12];
        var d = DistanceMatrix.Of([.. at.Select(x => (IReadOnlyList<double>)[.. at.Select(y => Math.Abs(x - y))])]);

        var groups = Medoids.Partition(d, 2).Value;

        Assert.NotNull(groups);
        Assert.Equal([1, 4], groups.Medoids);
        Assert.Equal([1, 1, 1, 2, 2, 2], groups.Labels);
        Assert.Equal(4.0 / 6, groups.SwapObjective, 1e-15);
        Assert.True(Medoids.Silhouette(d, groups.Labels) > 0.8);
        Assert.Null(Medoids.Silhouette(d, [1, 1, 1, 1, 1, 1]));
    }

    [Fact]
    public void Two_ways_of_working_are_two_classes()
    {
        int[][] records =
        [
            .. Enumerable.Range(0, 300).Select(i => i % 3 == 0 ? new[] { 1, 1, 1, i % 2, 1 } : [0, 0, i % 2, 0, i % 5 == 0 ? -1 : 0]),
        ];

        var fits = Enumerable.Range(1, 3).Select(k => LatentClasses.Fit(records, [2, 2, 2, 2, 2], k).Value).ToArray();

        var best = fits.MinBy(f => f!.Bic);
        Assert.NotNull(best);
        Assert.Equal(2, best.Shares.Count);
        Assert.Equal(2.0 / 3, best.Shares[0], 0.02);
        Assert.False(LatentClasses.Fit([], [2], 2).IsTestable);
    }
}
