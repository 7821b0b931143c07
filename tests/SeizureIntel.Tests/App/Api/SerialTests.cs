using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.App;
using SeizureIntel.App.Commands;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Readers;
using SeizureIntel.Tests.Etl.Storing;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Serials;
using Xunit;

namespace SeizureIntel.Tests.App.Api;

/// <summary>Serial numbers of weapons: asked by their exact value, kept and shown nowhere.</summary>
[Collection(nameof(ApiCollection))]
public sealed partial class SerialTests(ApiSite site)
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

    [Fact]
    public async Task The_page_asks_by_a_form_alone_and_does_not_show_the_number_again()
    {
        const string number = "QX7731960";
        string csv =
            "case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit,serial_numbers\n"
            + $"P1,NL,2024-05-01,NL,H08,pistol,1,piece,{number}\n";
        using (HttpResponseMessage taken = await site.SendAsync(Encoding.UTF8.GetBytes(csv), "file_name=arms.csv"))
            Assert.True(taken.IsSuccessStatusCode);
        using HttpClient browser = site.Browser();
        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", site.Key);
        browser.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "fr");
        string page = await browser.GetStringAsync(Page, Stop);
        Assert.Contains("Numéros de série des armes", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        var fields = new Dictionary<string, string> { ["serial_number"] = "qx-7731960" };
        using (HttpResponseMessage forged = await browser.PostAsync(Page, new FormUrlEncodedContent(fields), Stop))
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        fields["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value;
        string found = await AnsweredAsync(browser, fields, HttpStatusCode.OK);
        Assert.Contains("1 saisie avec ce numéro", found, StringComparison.Ordinal);
        Assert.Contains("Pays-Bas", found, StringComparison.Ordinal);
        Assert.DoesNotContain("7731960", found, StringComparison.Ordinal);

        fields["serial_number"] = "QX7731969";
        Assert.Contains("Aucune saisie avec ce numéro", await AnsweredAsync(browser, fields, HttpStatusCode.OK), StringComparison.Ordinal);
        fields["serial_number"] = "-";
        Assert.Contains(
            "Ce n’est pas un numéro de série.",
            await AnsweredAsync(browser, fields, HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );

        // A number in an address is not asked for.
        fields.Remove("serial_number");
        using HttpResponseMessage addressed = await browser.PostAsync(
            new Uri(Page + "?serial_number=" + number, UriKind.Relative),
            new FormUrlEncodedContent(fields),
            Stop
        );
        Assert.Equal(HttpStatusCode.BadRequest, addressed.StatusCode);
        (_, JsonElement audit) = await site.GetAsync("/api/v1/administration/audit?size=500");
        Assert.Contains("small-arms/serials", audit.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("7731960", audit.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_decide_sees_neither_the_page_nor_its_link()
    {
        (HttpClient contributor, _) = await site.KeyAsync(Role.Contributor, ["NL"], Marking.Red, ["read", "submit"]);
        using (contributor)
        {
            using HttpResponseMessage refused = await contributor.GetAsync(Page, Stop);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            string arms = await contributor.GetStringAsync(new Uri("/small-arms", UriKind.Relative), Stop);
            Assert.DoesNotContain("/small-arms/serials", arms, StringComparison.Ordinal);
        }

        Assert.Contains(
            "/small-arms/serials",
            await site.Http.GetStringAsync(new Uri("/small-arms", UriKind.Relative), Stop),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Without_a_key_the_desk_says_that_numbers_are_not_kept()
    {
        var desk = new SerialDesk(new MemoryStore(), new SerialHash());
        Assert.False(desk.AreKept);
        Fault fault = await Assert.ThrowsAsync<Fault>(() => desk.FindAsync(Reader.Owner, new SerialToFind { SerialNumber = Number }, Stop));
        Assert.Equal("no_serial_key", fault.Code);
    }

    private static readonly Uri Page = new("/small-arms/serials", UriKind.Relative);

    private static async Task<string> AnsweredAsync(HttpClient browser, Dictionary<string, string> fields, HttpStatusCode status)
    {
        using HttpResponseMessage answer = await browser.PostAsync(Page, new FormUrlEncodedContent(fields), Stop);
        Assert.Equal(status, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

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
