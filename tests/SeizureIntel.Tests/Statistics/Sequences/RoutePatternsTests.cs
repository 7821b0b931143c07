using System;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Sequences;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Sequences;

public sealed class RoutePatternsTests
{
    private static readonly string[][] Routes =
    [
        ["A", "B", "C"],
        ["A", "B", "C"],
        ["A", "X", "C"],
        ["B", "C", "B", "C"],
    ];

    [Fact]
    public void Gapped_patterns_count_a_route_once()
    {
        var found = RoutePatterns.Mine(Routes, 2, 3, isContiguous: false).Select(p => $"{string.Join('>', p.Steps)} {p.Count}");

        Assert.Equal(["A 3", "A>B 2", "A>B>C 2", "A>C 3", "B 3", "B>C 3", "C 4"], found);
    }

    [Fact]
    public void Contiguous_patterns_allow_nothing_between()
    {
        var found = RoutePatterns.Mine(Routes, 1, 4, isContiguous: true).Select(p => $"{string.Join('>', p.Steps)} {p.Count}").ToArray();

        Assert.Contains("A>B>C 2", found);
        Assert.Contains("B>C 3", found);
        Assert.Contains("B>C>B>C 1", found);
        Assert.DoesNotContain("A>C 1", found);
    }

    [Fact]
    public void Closed_patterns_leave_out_what_a_longer_one_says()
    {
        var closed = RoutePatterns
            .Closed(RoutePatterns.Mine(Routes, 2, 3, isContiguous: false), isContiguous: false)
            .Select(p => string.Join('>', p.Steps));

        Assert.Equal(["A>B>C", "A>C", "B>C", "C"], closed);
    }

    [Fact]
    public void Weighted_routes_give_what_repeated_ones_give()
    {
        string[][] different =
        [
            ["A", "B", "C"],
            ["A", "X", "C"],
            ["B", "C", "B", "C"],
        ];
        int[] weights = [2, 7, 3];
        string[][] repeated = [.. different.SelectMany((route, i) => Enumerable.Repeat(route, weights[i]))];

        var patterns = RoutePatterns.Mine(repeated, 2, 4, isContiguous: true);
        var weighted = RoutePatterns.Mine(different, 2, 4, isContiguous: true, weights);

        Assert.Equal(
            patterns.Select(p => $"{string.Join('>', p.Steps)} {p.Count}"),
            weighted.Select(p => $"{string.Join('>', p.Steps)} {p.Count}")
        );
        Assert.Equal(
            MarkovNull.Surprise(repeated, patterns, isContiguous: true).Select(s => (s.Expected, s.PValue, s.Q)),
            MarkovNull.Surprise(different, weighted, isContiguous: true, weights: weights).Select(s => (s.Expected, s.PValue, s.Q))
        );
    }

    [Fact]
    public void Weights_stand_beside_each_route() =>
        Assert.Throws<ArgumentException>(() => RoutePatterns.Mine(Routes, 2, 3, isContiguous: true, [1, 2]));

    [Fact]
    public void A_path_that_remembers_where_it_came_from_is_a_surprise()
    {
        // 20 routes A>H>C and 20 routes B>H>D: legs alone would mix them, 10 of each of four.
        string[][] routes = [.. Enumerable.Repeat(new[] { "A", "H", "C" }, 20), .. Enumerable.Repeat(new[] { "B", "H", "D" }, 20)];
        var patterns = RoutePatterns.Mine(routes, 5, 3, isContiguous: true);

        var judged = MarkovNull.Surprise(routes, patterns, isContiguous: true);

        Assert.Equal(["A>H>C", "B>H>D"], judged.Select(j => string.Join('>', j.Pattern.Steps)));
        Assert.All(judged, j => Assert.Equal(10, j.Expected, 1e-12));

        // Poisson(10): P(X >= 20) = 0.00345 (tables of the Poisson law).
        Assert.All(judged, j => Assert.Equal(0.00345, j.PValue, 1e-5));
    }

    [Fact]
    public void A_contiguous_pattern_that_overlaps_itself_is_matched_by_every_route_that_holds_it()
    {
        // One route only: the chain must find it with the probability of its own legs. A>A: 2/4, A>B: 1/4 of A's visits, end 1/4... so A,A,B from A,A,A,B.
        string[][] routes =
        [
            ["A", "A", "A", "B"],
        ];

        var judged = MarkovNull.Surprise(routes, [new SequencePattern(["A", "A", "B"], 1)], isContiguous: true);

        // Start A; to hold AAB within 4 places: A A B (2/3 x 1/3) or A A A B (2/3 x 2/3 x 1/3).
        Assert.Equal((2.0 / 9) + (4.0 / 27), judged.Single().Expected, 1e-12);
    }

    [Fact]
    public void No_routes_give_no_patterns()
    {
        Assert.Empty(RoutePatterns.Mine([], 1, 3, isContiguous: false));
        Assert.Empty(MarkovNull.Surprise([], [], isContiguous: true));
    }
}
