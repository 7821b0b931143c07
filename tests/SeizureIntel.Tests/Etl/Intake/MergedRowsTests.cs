using System.Linq;
using SeizureIntel.Etl.Intake;
using Xunit;

namespace SeizureIntel.Tests.Etl.Intake;

public sealed class MergedRowsTests
{
    // Rows 4 and 5 of the first column, rows 2 to 4 of the second; a title merged over columns alone fills nothing.
    [Fact]
    public void What_was_merged_over_rows_holds_for_each_of_them()
    {
        var merged = new MergedRows();
        foreach (MergedCells area in new MergedCells[] { new(1, 1, 0, 1), new(2, 4, 1, 1), new(4, 5, 0, 0) })
            merged.Add(area);
        string[][] rows =
        [
            ["title", ""],
            ["a", "b"],
            ["c", ""],
            ["d", ""],
            ["", ""],
            ["", ""],
        ];
        for (int i = 0; i < rows.Length; i++)
            merged.Fill(i + 1, rows[i]);
        Assert.Equal(["title|", "a|b", "c|b", "d|b", "d|", "|"], rows.Select(r => string.Join('|', r)));
    }
}
