using System;
using System.Collections.Generic;
using SeizureIntel.Reading.Models;
using Xunit;

namespace SeizureIntel.Tests.Reading;

public sealed class CodeTreeTests
{
    private static readonly CodeTree Tree = new(["heroin", "morphine", "whisky"], c => c is "heroin" or "morphine" ? "opioids" : null);

    [Fact]
    public void A_code_is_as_likely_as_all_within_it()
    {
        // Probabilities .40, .35 and .25: neither drug reaches a half, the group of both does with .75.
        (string code, double probability) = Assert.Single(Tree.Likely([Math.Log(0.40), Math.Log(0.35), Math.Log(0.25)], 1));
        Assert.Equal("opioids", code);
        Assert.Equal(0.75, probability, 1e-12);
    }

    [Fact]
    public void The_closest_code_that_is_likely_enough_is_chosen()
    {
        // .60, .30 and .10.
        IReadOnlyList<(string Code, double Probability)> likely = Tree.Likely([Math.Log(0.60), Math.Log(0.30), Math.Log(0.10)], 1);
        Assert.Equal("heroin", TextModel.Chosen(likely, 0.55)?.Code);
        Assert.Equal("opioids", TextModel.Chosen(likely, 0.85)?.Code);
        Assert.Null(TextModel.Chosen(likely, 0.95));
    }

    [Fact]
    public void A_group_serves_for_what_is_in_it_and_not_the_other_way()
    {
        Assert.True(Tree.Contains("opioids", 0));
        Assert.True(Tree.Contains("heroin", 0));
        Assert.False(Tree.Contains("morphine", 0));
        Assert.False(Tree.Contains("opioids", 2));
    }
}
