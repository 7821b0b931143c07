using System;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace SeizureIntel.Tests.App.Api;

/// <summary>Series side by side, of seizures whose months are counted by hand.</summary>
[Collection(nameof(ApiCollection))]
public sealed class CompareTests(ApiSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_series_is_counted_step_by_step_and_on_the_constant_panel()
    {
        // Norway reports in both quarters, San Marino in the second alone.
        string place = await SendAsync(
            "NO,2024-02-10,H02,cigarettes,stick",
            "NO,2024-05-03,H02,cigarettes,stick",
            "NO,2024-05-20,H01,heroin,g",
            "SM,2024-05-04,H02,cigarettes,stick",
            "SM,2024-06-04,H02,cigarettes,stick"
        );
        JsonElement answer = await GetAsync(
            $"where=place_name={place}&region=NO,SM&from=2024-02&to=2024-06&series=heading%3DH02&series=heading%3DH02%26reporting_country%3DNO"
        );
        Assert.Equal(["2024-02", "2024-03", "2024-04", "2024-05", "2024-06"], Texts(answer.GetProperty("periods")));
        JsonElement[] series = [.. answer.GetProperty("series").EnumerateArray()];
        Assert.Equal([1, 0, 0, 2, 1], Numbers(series[0].GetProperty("counts")));
        Assert.Equal([1, 0, 0, 1, 0], Numbers(series[1].GetProperty("counts")));
        Assert.Equal("Tobacco, Norway", series[1].GetProperty("name").GetString());
        Assert.Equal((4, 2), (series[0].GetProperty("total").GetInt32(), series[0].GetProperty("reporters").GetInt32()));
        // Others of the suite may have sent seizures of Norway too; of San Marino nobody did in the first quarter.
        Assert.DoesNotContain("SM", Texts(answer.GetProperty("panel")));
        Assert.Equal([1, 0, 0, 1, 0], Numbers(series[0].GetProperty("panel_counts")));
    }

    [Fact]
    public async Task A_series_narrows_its_scope_where_both_name_the_same_field()
    {
        string place = await SendAsync("NO,2024-02-10,H02,cigarettes,stick", "NO,2024-02-11,H01,heroin,g");
        JsonElement answer = await GetAsync($"where=place_name={place}&where=heading=H01&series=heading%3DH02&bucket=year");
        Assert.Equal(0, answer.GetProperty("series")[0].GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("wrong_number_of_series", "")]
    [InlineData("wrong_number_of_series", "series=a&series=b&series=c&series=d&series=e&series=f&series=g")]
    [InlineData("wrong_bucket", "series=heading%3DH01&bucket=day")]
    [InlineData("unknown_field", "series=colour%3Dred")]
    public async Task What_cannot_be_compared_says_why(string code, string asked)
    {
        using HttpResponseMessage response = await site.Http.GetAsync(new Uri("/api/v1/compare?" + asked, UriKind.Relative), Stop);
        await UploadTests.AssertProblemAsync(code, 400, response);
    }

    [Fact]
    public async Task The_page_draws_both_and_names_each_series()
    {
        string place = await SendAsync("NO,2024-02-10,H02,cigarettes,stick");
        string page = await site.Http.GetStringAsync(
            new Uri($"/trends/compare?where=place_name={place}&series=heading%3DH02&series=heading%3DH01", UriKind.Relative),
            Stop
        );
        Assert.Contains("chart-compare-all", page, StringComparison.Ordinal);
        Assert.Contains("Tobacco", page, StringComparison.Ordinal);
    }

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];

    private static int[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetInt32())];

    private Task<JsonElement> GetAsync(string asked) =>
        site.Http.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/compare?" + asked, UriKind.Relative), Stop);

    private async Task<string> SendAsync(params string[] rows)
    {
        string place = "Comparetown" + RandomNumberGenerator.GetString("aeioklmnrst", 8);
        StringBuilder csv = new("case_ref,reporting_country,seizure_date,heading,product,unit,quantity,country,place_name\n");
        for (int i = 0; i < rows.Length; i++)
            csv.Append(FormattableString.Invariant($"{place}-{i},{rows[i]},{i + 7},{rows[i][..2]},{place}\n"));
        foreach (
            IGrouping<string, string> reporter in csv.ToString().Split('\n').Skip(1).Where(r => r.Length > 0).GroupBy(r => r.Split(',')[1])
        )
        {
            string file = csv.ToString().Split('\n')[0] + "\n" + string.Join('\n', reporter) + "\n";
            using HttpResponseMessage taken = await site.SendAsync(
                Encoding.UTF8.GetBytes(file),
                $"file_name={place}-{reporter.Key}.csv&source=template"
            );
            taken.EnsureSuccessStatusCode();
        }

        return place;
    }
}
