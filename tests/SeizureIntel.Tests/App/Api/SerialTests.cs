using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.App;
using SeizureIntel.App.Commands;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.App.Api;

/// <summary>Serial numbers of weapons: asked by their exact value, kept and shown nowhere.</summary>
[Collection(nameof(ApiCollection))]
public sealed class SerialTests(ApiSite site)
{
    private const string Number = "QX7731940";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_weapon_is_found_by_the_number_on_it_and_the_number_stands_nowhere()
    {
        string csv =
            "case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit,serial_numbers,denial_ground\n"
            + $"S1,NL,2024-05-01,NL,H08,pistol,2,piece,{Number};ZZ100200,C_UNMARKED\n";
        using (HttpResponseMessage taken = await site.SendAsync(Encoding.UTF8.GetBytes(csv), "file_name=arms.csv"))
            Assert.True(taken.IsSuccessStatusCode);
        JsonElement found = Assert.Single((await AskAsync(site.Http, "qx-7731940")).GetProperty("seizures").EnumerateArray());
        Assert.Equal(("NL", "pistol"), (found.GetProperty("reporting_country").GetString(), found.GetProperty("product").GetString()));
        Assert.Empty((await AskAsync(site.Http, "QX773194")).GetProperty("seizures").EnumerateArray());
        (HttpClient belgian, _) = await site.KeyAsync(Role.Analyst, ["BE"], Marking.Red, ["read", "decide"]);
        using (belgian)
            Assert.Empty((await AskAsync(belgian, Number)).GetProperty("seizures").EnumerateArray());

        (_, JsonElement hits) = await site.GetAsync("/api/v1/search?where=denial_ground=C_UNMARKED&where=case_ref=S1");
        Assert.Single(hits.GetProperty("hits").EnumerateArray());
        Assert.DoesNotContain(Number, hits.GetRawText(), StringComparison.OrdinalIgnoreCase);
        // Neither store, index, archive nor audit has it.
        Assert.All(
            Directory
                .EnumerateFiles(site.Folder, "*", SearchOption.AllDirectories)
                .Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)),
            f => Assert.DoesNotContain(Number, TextOf(f), StringComparison.OrdinalIgnoreCase)
        );
    }

    [Theory]
    [InlineData("QX7731950", 100, false)]
    [InlineData("QX7731951", 101, true)]
    public async Task Of_more_than_a_hundred_seizures_the_answer_says_that_it_is_cut(string number, int count, bool isCut)
    {
        IEnumerable<string> rows = Enumerable.Range(1, count).Select(i => $"C{i}-{number},NL,2024-05-01,NL,H08,pistol,1,piece,{number}\n");
        string csv = "case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit,serial_numbers\n" + string.Concat(rows);
        using (HttpResponseMessage taken = await site.SendAsync(Encoding.UTF8.GetBytes(csv), "file_name=arms.csv"))
            Assert.True(taken.IsSuccessStatusCode);
        JsonElement answer = await AskAsync(site.Http, number);
        Assert.Equal((100, isCut), (answer.GetProperty("seizures").GetArrayLength(), answer.GetProperty("is_cut").GetBoolean()));
    }

    [Fact]
    public async Task What_is_no_serial_number_is_refused()
    {
        using HttpResponseMessage refused = await site.Http.PostAsJsonAsync(
            new Uri("/api/v1/serial-numbers", UriKind.Relative),
            new { serial_number = "-" },
            Stop
        );
        await UploadTests.AssertProblemAsync("no_serial_number", 400, refused);
        (HttpClient reader, _) = await site.KeyAsync(Role.Contributor, ["NL"], Marking.Red, ["read"]);
        using (reader)
        using (
            HttpResponseMessage forbidden = await reader.PostAsJsonAsync(
                new Uri("/api/v1/serial-numbers", UriKind.Relative),
                new { serial_number = Number },
                Stop
            )
        )
            Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    [Fact]
    public async Task A_line_that_is_no_number_keeps_its_place_among_the_answers()
    {
        using var results = new StringWriter();
        var output = new Output(results, Stream.Null, TextWriter.Null, isTerminal: false)
        {
            Input = new StringReader("QX5550001\n-\nQX5550002\n"),
        };
        var context = new VerbContext(output, Composition.OpenAsync);
        Assert.Equal(2, await CommandLine.RunAsync(["serial", "--data", site.Folder], context, Stop));
        string[] lines = results.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            ["seizures", "error", "seizures"],
            lines.Select(l => JsonDocument.Parse(l).RootElement.EnumerateObject().First().Name)
        );
        Assert.Contains("no_serial_number", lines[1], StringComparison.Ordinal);
    }

    private static string TextOf(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, string number)
    {
        using HttpResponseMessage response = await client.PostAsJsonAsync(
            new Uri("/api/v1/serial-numbers", UriKind.Relative),
            new { serial_number = number },
            Stop
        );
        JsonElement answer = await ApiSite.JsonOf(response);
        Assert.True(response.IsSuccessStatusCode, answer.GetRawText());
        return answer;
    }
}
