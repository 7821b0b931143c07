using SeizureIntel.Etl.Quality;
using Xunit;

namespace SeizureIntel.Tests.Etl.Quality;

public sealed class DuplicateFinderTests
{
    [Fact]
    public void Only_rows_equal_in_every_cell_repeat()
    {
        var finder = new DuplicateFinder();
        Assert.False(finder.IsRepeat(["ab", "c"]));
        Assert.False(finder.IsRepeat(["a", "bc"]));
        Assert.False(finder.IsRepeat(["ab", "C"]));
        Assert.True(finder.IsRepeat(["ab", "c"]));
        Assert.True(finder.IsRepeat(["ab", "c"]));
        Assert.Equal(2, finder.Count);
    }
}
