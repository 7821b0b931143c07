using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Tests.Architecture;
using Xunit;

namespace SeizureIntel.Tests.Etl.Screening;

/// <summary>A cell that was made to be slow costs no more than its length: nobody holds the intake up with one file.</summary>
public sealed class HostileTextTests
{
    private const int Length = 32_767;

    private static readonly NarrativeMask Masking = new(Shipped.Screening);

    [Theory]
    [InlineData("ad.ad")]
    [InlineData("y.y.")]
    [InlineData("A.A.")]
    [InlineData("_.")]
    [InlineData("a-")]
    [InlineData("a@")]
    [InlineData("1 ")]
    [InlineData("12-")]
    [InlineData("Ab ")]
    [InlineData("al ")]
    [InlineData("www.")]
    [InlineData("ул. ")]
    [InlineData("街")]
    [InlineData("بن ")]
    public void A_text_of_one_part_over_and_over_is_screened_in_seconds(string part)
    {
        string text = "a_" + string.Concat(Enumerable.Repeat(part, Length / part.Length));
        Masking.Mask(text[..200]);
        var watch = Stopwatch.StartNew();
        Masking.Mask(text);
        // A tenth of it on a machine with nothing else to do; the pattern that this was written for took minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed.TotalSeconds:0.0} s");
        TestContext.Current.TestOutputHelper?.WriteLine($"{part}: {watch.Elapsed.TotalMilliseconds:0} ms");
    }

    // "OVIEDO BENITEZ, R." at the end of a cell was read beyond it.
    [Fact]
    public void A_text_may_begin_and_end_with_anything()
    {
        string folder = Path.Combine(House.Root, "tests", "SeizureIntel.Tests", "Etl", "Screening", "Planted");
        int texts = 0;
        foreach (string[] row in File.ReadLines(Path.Combine(folder, "desk_secrets.tsv")).Skip(1).Select(static l => l.Split('\t')))
        {
            int at = row[3].IndexOf(row[4], StringComparison.Ordinal);
            Assert.NotNull(Masking.Mask(row[3][..(at + row[4].Length)]).Text);
            Assert.NotNull(Masking.Mask(row[3][at..]).Text);
            texts++;
        }

        Assert.True(texts > 20_000);
    }

    [Fact]
    public void A_user_name_before_many_full_stops_ends_where_it_ends() =>
        Assert.Equal("[handle]" + new string('.', 60), Masking.Mask("big_boss" + new string('.', 60)).Text);
}
