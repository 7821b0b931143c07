using SeizureIntel.Analytics.Statistics.Text;
using SeizureIntel.Reading.Words;
using SeizureIntel.Validation.Methods.Text;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Text;

public sealed class TextDistanceTests
{
    [Fact]
    public void Swapped_neighbours_that_are_edited_further_tell_the_distances_apart()
    {
        // The textbook case "ca" and "abc": 3 by Levenshtein and by alignment, 2 without the restriction.
        Assert.Equal(3, EditDistances.Levenshtein("ca", "abc"));
        Assert.Equal(3, EditDistance.Alignment("ca", "abc"));
        Assert.Equal(2, EditDistances.Damerau("ca", "abc"));
        Assert.Equal(3, EditDistances.InsertDelete("ca", "abc"));
    }

    [Fact]
    public void Winklers_examples_come_out()
    {
        // Published: MARTHA and MARHTA .944 and .961, DIXON and DICKSONX .767 and .813.
        Assert.Equal(0.944, TextSimilarity.Jaro("MARTHA", "MARHTA"), 5e-4);
        Assert.Equal(0.961, TextSimilarity.JaroWinkler("MARTHA", "MARHTA"), 5e-4);
        Assert.Equal(0.767, TextSimilarity.Jaro("DIXON", "DICKSONX"), 5e-4);
        Assert.Equal(0.813, TextSimilarity.JaroWinkler("DIXON", "DICKSONX"), 5e-4);
    }

    [Fact]
    public void Texts_too_short_for_a_pair_have_no_cosine()
    {
        Assert.Null(TextSimilarity.BigramCosine("a", "night"));
        Assert.Equal(1, TextSimilarity.BigramCosine("a", ""));
        Assert.Null(TextSimilarity.BigramJaccard("a", ""));
        // ni ig gh ht and na ac ch ht: one of seven.
        Assert.Equal(1.0 / 7, TextSimilarity.BigramJaccard("night", "nacht")!.Value, 1e-15);
    }

    [Fact]
    public void A_term_as_frequent_as_before_is_no_key_term()
    {
        var terms = Keyness.Compare([10, 90], [10, 90]).Value;

        Assert.NotNull(terms);
        Assert.Equal(0, terms[0].LikelihoodRatio, 1e-12);
        Assert.Equal(0, terms[0].Z, 1e-12);
        Assert.False(Keyness.Compare([0, 0], [1, 2]).IsTestable);
    }
}
