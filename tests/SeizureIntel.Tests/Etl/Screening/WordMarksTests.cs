using System.Collections.Generic;
using System.Globalization;
using SeizureIntel.Etl.Screening;
using Xunit;

namespace SeizureIntel.Tests.Etl.Screening;

public sealed class WordMarksTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3000)]
    public void What_is_said_of_a_word_is_found_again_however_many_there_are(int expected)
    {
        var marks = new WordMarks(expected);
        var held = new Dictionary<string, uint>();
        for (int i = 0; i < 3000; i++)
        {
            string word = i.ToString("x", CultureInfo.InvariantCulture);
            uint bit = 1u << (i % 32);
            marks.Of(TaggerHash.Word(word)) |= bit;
            marks.Of(TaggerHash.Word(word)) |= 1;
            held[word] = bit | 1;
        }

        foreach ((string word, uint bits) in held)
            Assert.Equal(bits, marks.Find(TaggerHash.Word(word)));
        Assert.Equal(0u, marks.Find(TaggerHash.Word("xyz")));
    }

    [Fact]
    public void A_hash_of_zero_is_one_like_others()
    {
        var marks = new WordMarks(1);
        Assert.Equal(0u, marks.Find(0));
        marks.Of(0) = 7;
        Assert.Equal(7u, marks.Find(0));
    }

    [Fact]
    public void Letters_are_counted_in_threes_with_the_edge_of_the_word()
    {
        var counts = new LetterCounts();
        counts.Add("an");
        counts.Add("ana");
        int[] runs = new int[LetterCounts.Runs];
        counts.AddTo(runs, 10);
        int opens = LetterCounts.Next(LetterCounts.Next(0, "an", 0), "an", 1);
        // "_an" and "an_"; "_an", "ana" and "na_".
        Assert.Equal(5, counts.Total);
        Assert.Equal(20, runs[opens]);
        Assert.Equal(10, runs[LetterCounts.Next(opens, "an", 2)]);
        Assert.Equal(10, runs[LetterCounts.Next(opens, "ana", 2)]);
    }
}
