using System;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
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

    // The 201st row tells the first anew; it is refused, mended and decided on, and mended again. The case that was left out is no more.
    [Fact]
    public async Task A_decision_on_two_cases_lapses_when_the_later_one_is_mended_and_sent_again()
    {
        string place = Name();
        var chance = new Random(11);
        string first = Drawn(place, "a", chance),
            again = Again(place, first);
        string refused = await SendAsync(place, first + Day().Replace(again, "2023-02-31"));
        await SendMendedAsync(place, refused, Drawn(place, "b", chance), again);
        JsonElement pair = Assert.Single((await DoubtsAsync(place)).GetProperty("near_duplicates").EnumerateArray());
        JsonElement taken = await DecideAsync(
            new
            {
                kind = "near_duplicate",
                seizure = pair.GetProperty("earlier").GetProperty("id").GetString(),
                other = pair.GetProperty("later").GetProperty("id").GetString(),
                choice = "leave_out",
            }
        );
        string subject = taken.GetProperty("subject").GetString()!;
        JsonElement before = await DoubtsAsync(place);
        Assert.Equal((400, false), (await CountAsync(place), Told(before).GetProperty("is_lapsed").GetBoolean()));

        await SendMendedAsync(place, refused, Drawn(place, "c", chance), again);
        JsonElement after = await DoubtsAsync(place);
        Assert.Equal(601, await CountAsync(place));
        Assert.Equal((true, false), (Told(after).GetProperty("is_lapsed").GetBoolean(), Told(after).GetProperty("is_alone").GetBoolean()));
        Assert.Equal(LeftOut(before) - 1, LeftOut(after));
        Assert.Single(after.GetProperty("near_duplicates").EnumerateArray());

        JsonElement Told(JsonElement answer) =>
            answer.GetProperty("decisions").EnumerateArray().Single(d => d.GetProperty("subject").GetString() == subject);
        static int LeftOut(JsonElement answer) => answer.GetProperty("effect").GetProperty("cases_left_out").GetInt32();
    }

    // The row behind the header and sixty rows, and sixty others beside it.
    private Task<string> SendMendedAsync(string place, string refused, string letter, int sticks) =>
        SendMendedAsync(
            place,
            refused,
            Rows(place, Plain).Replace($"{place}-", $"{place}-{letter}", StringComparison.Ordinal),
            Row(place, "far", sticks, 1)
        );

    // The row stands behind as many as it was refused behind.
    private Task<string> SendMendedAsync(string place, string refused, string others, string row)
    {
        string[] lines = others.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return SendAsync(
            place,
            string.Concat(lines.Select(l => ",," + l + "\n")) + $"{lines.Length + 2},{refused},{row}",
            "refused_row,refused_of," + Header
        );
    }

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}")]
    private static partial Regex Day();
}
