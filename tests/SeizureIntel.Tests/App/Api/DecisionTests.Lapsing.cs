using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace SeizureIntel.Tests.App.Api;

// Decisions on rows that are mended and sent again.
public sealed partial class DecisionTests
{
    // The 61st row is refused, mended with a value far off that is kept, and mended again: what was decided is not what stands there now.
    [Fact]
    public async Task A_decision_lapses_when_its_row_is_mended_and_sent_again()
    {
        string place = Name();
        string refused = await SendAsync(
            place,
            Rows(place, Plain) + Row(place, "far", FarOff, 1).Replace("2023-01-02", "2023-02-31", StringComparison.Ordinal)
        );
        await SendMendedAsync(place, refused, "b", FarOff);
        string id = Assert
            .Single((await DoubtsAsync(place)).GetProperty("outliers").EnumerateArray())
            .GetProperty("seizure")
            .GetProperty("id")
            .GetString()!;
        await DecideAsync(
            new
            {
                kind = "outlier",
                seizure = id,
                choice = "keep",
            }
        );
        Assert.False(Told(await DoubtsAsync(place)));

        await SendMendedAsync(place, refused, "c", FarOff + 1);
        JsonElement doubts = await DoubtsAsync(place);
        Assert.Equal(
            id,
            Assert.Single(doubts.GetProperty("outliers").EnumerateArray()).GetProperty("seizure").GetProperty("id").GetString()
        );
        Assert.True(Told(doubts));

        bool Told(JsonElement answer) =>
            answer
                .GetProperty("decisions")
                .EnumerateArray()
                .Single(d => d.GetProperty("subject").GetString() == id)
                .GetProperty("is_lapsed")
                .GetBoolean();
    }

    // The row behind the header and sixty rows, and sixty others beside it.
    private Task<string> SendMendedAsync(string place, string refused, string letter, int sticks)
    {
        string rows = Rows(place, Plain).Replace($"{place}-", $"{place}-{letter}", StringComparison.Ordinal) + Row(place, "far", sticks, 1);
        string[] lines = rows.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return SendAsync(
            place,
            string.Concat(lines.Select((l, i) => (i == Plain ? $"{Plain + 2},{refused}," : ",,") + l + "\n")),
            "refused_row,refused_of," + Header
        );
    }
}
