using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Tests.App.Api;
using SeizureIntel.Tests.Etl;
using SeizureIntel.Workbench.Studies;
using Xunit;

namespace SeizureIntel.Tests.Dashboards.Pages;

[Collection(nameof(ApiCollection))]
public sealed partial class LanguageTests(ApiSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr", "fr", "Tendances")]
    [InlineData("fr-CA,fr;q=0.9,en;q=0.8", "fr", "Tendances")]
    [InlineData("de, es;q=0.7, en;q=0.5", "es", "Tendencias")]
    [InlineData("en;q=0.5, es;q=0.9", "es", "Tendencias")]
    [InlineData("fr;q=0, es;q=0.1", "es", "Tendencias")]
    [InlineData("de", "en", "Trends")]
    [InlineData("*", "en", "Trends")]
    [InlineData("fr;;q=much", "en", "Trends")]
    [InlineData(null, "en", "Trends")]
    public async Task A_page_speaks_the_language_that_the_browser_wants_most_of_those_there_are(
        string? wanted,
        string language,
        string trends
    )
    {
        string page = await PageAsync("/bulletins", wanted, null);
        Assert.Contains($"<html lang=\"{language}\" dir=\"ltr\"", page, StringComparison.Ordinal);
        Assert.Contains(trends, Navigation(page));
    }

    [Theory]
    [InlineData("es", "es")]
    [InlineData("en", "en")]
    [InlineData("xx", "fr")]
    [InlineData("../../fr", "fr")]
    public async Task What_was_chosen_goes_before_what_the_browser_wants(string chosen, string language)
    {
        string page = await PageAsync("/search", "fr", "lang=" + chosen);
        Assert.Contains($"<html lang=\"{language}\" ", page, StringComparison.Ordinal);
    }

    public static TheoryData<string> Translated =>
        [
            "/",
            "/search?where=heading=H01",
            "/routes",
            "/routes/ledger",
            "/concealment",
            "/small-arms",
            "/small-arms/serials",
            "/trends",
            "/trends/compare?series=heading=H01&series=heading=H02",
            "/coverage",
            "/coverage/doubts",
            "/submissions",
            "/watches",
            "/bulletins",
            "/administration",
            "/seizures/{id}",
        ];

    // Titles, axes, legends, headings, cells, notes and what a finding warns of: what a page says alike in both languages is a name or a code.
    [Theory]
    [MemberData(nameof(Translated))]
    public async Task No_text_of_a_page_stays_English(string address)
    {
        if (address.Contains("{id}", StringComparison.Ordinal))
        {
            JsonElement hits = (await site.GetAsync($"/api/v1/search?where=submission={site.SubmissionId}&size=1")).Json.GetProperty(
                "hits"
            );
            address = address.Replace("{id}", hits[0].GetProperty("id").GetString(), StringComparison.Ordinal);
        }

        // The studies of one submission; they are asked by the API first, so that the page need not wait for them.
        string study = address.Trim('/') is { Length: > 0 } path ? path : "overview";
        string scope = "";
        if (study != "overview" && StudyDesk.Names.Contains(study))
            address += scope = $"?where=submission={site.SubmissionId}";
        string[] studies = study == "overview" ? ["overview", "coverage"] : [study];
        foreach (string name in studies.Where(StudyDesk.Names.Contains))
            (await site.GetAsync($"/api/v1/studies/{name}{(scope.Length > 0 ? scope + "&" : "?")}wait=60")).Response.Dispose();
        HashSet<string> english = Texts(await PageAsync(address, "en", null));
        // Other tests' people and offices are called what they call them.
        IAccountStore accounts = site.Get<IAccountStore>();
        english.ExceptWith((await accounts.AccountsAsync(Stop)).Select(a => a.Name));
        english.ExceptWith((await accounts.OfficesAsync(Stop)).Select(o => o.Name));
        foreach (string language in new[] { "fr", "es" })
        {
            HashSet<string> told = Texts(await PageAsync(address, language, null));
            Assert.Equal("", string.Join(" | ", told.Where(t => english.Contains(t) && IsTold(t, language))));
        }
    }

    [Theory]
    [InlineData("fr", "/search?where=nofield=1", "Il n’y a pas de champ « nofield ».")]
    [InlineData("es", "/routes?heading=H99", "No hay ninguna categoría «H99».")]
    [InlineData(
        "fr",
        "/trends?from=2024-12-31&to=2024-01-01",
        "La période commence le 31 décembre 2024 et finit avant, le 1er janvier 2024."
    )]
    public async Task What_a_page_cannot_do_is_said_in_its_language(string language, string address, string said)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using HttpResponseMessage answer = await site.Http.SendAsync(request, Stop);
        string page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Contains(said, page.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("same-origin", "Il n’y a pas de champ « nofield ».")]
    [InlineData("none", "There is no field 'nofield'.")]
    public async Task A_script_of_a_page_is_told_in_its_language_and_a_program_in_English(string from, string said)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/search?where=nofield=1", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Language", "fr");
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", from);
        using HttpResponseMessage answer = await site.Http.SendAsync(request, Stop);
        Assert.Equal(said, (await ApiSite.JsonOf(answer)).GetProperty("title").GetString()!.Replace('\u00a0', ' '));
    }

    // Markup apart, the texts of a page: what stands between tags, what is told of a part, and every text of a chart.
    private static HashSet<string> Texts(string page)
    {
        string body = page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];
        // What an office typed, and what is marked as English, is in no language of the page.
        body = Regex.Replace(body, "<(\\w+) [^>]*lang=\"en\"[^>]*>.*?</\\1>", " ", RegexOptions.Singleline);
        IEnumerable<string> charts = Regex
            .Matches(body, "<script type=\"application/json\"[^>]*>(.*?)</script>", RegexOptions.Singleline)
            .SelectMany(m => Strings(JsonDocument.Parse(m.Groups[1].Value).RootElement, ""));
        string marked = Regex.Replace(body, "<script.*?</script>", " ", RegexOptions.Singleline);
        IEnumerable<string> told = Regex
            .Matches(marked, " (?:aria-label|title|alt|placeholder|data-label)=\"([^\"]*)\"")
            .Select(m => m.Groups[1].Value);
        return
        [
            .. Regex
                .Split(marked, "<[^>]*>")
                .Concat(told)
                .Select(WebUtility.HtmlDecode)
                .Concat(charts)
                .Select(t => t!.Trim(' ', '\n', '▸', '▾')),
        ];
    }

    // The members whose words a chart shows; the library's own words stand in others.
    private static IEnumerable<string> Strings(JsonElement element, string member) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Strings(p.Value, p.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(e => Strings(e, member)),
            JsonValueKind.String when member is "name" or "text" or "data" or "formatter" => [element.GetString()!],
            _ => [],
        };

    // Words that are the same in English and one of the languages.
    private static readonly string[] Alike =
    [
        "Transit",
        "template",
        "Format",
        "Bulletin",
        "Bulletins",
        "Administration",
        "Expert",
        "Total",
        // A place in files of other tests.
        "Weil",
    ];

    private static readonly Dictionary<string, HashSet<string>> NamesOf = new(StringComparer.Ordinal)
    {
        ["fr"] = Names("fr"),
        ["es"] = Names("es"),
    };

    private static HashSet<string> Names(string language) =>
        [
            .. Shipped.Lists.Lists.SelectMany(l => l.Codes.Select(c => l.Label(c.Value, language))),
            .. SeizureFields.All.Select(f => Phrases.Of(language).Find("field." + f.Name)!),
        ];

    // A text with a word in it that is no name of a code list, nor a list of such names, nor the id of something.
    private static bool IsTold(string text, string language) =>
        text.Split([", ", " · ", "; ", " → ", ": "], StringSplitOptions.None)
            .Select(part => part.Trim(' ', '.', '(', ')'))
            .Any(part => Word().IsMatch(part) && !Id().IsMatch(part) && !Alike.Contains(part) && !NamesOf[language].Contains(part));

    [GeneratedRegex("\\p{Ll}{3,}")]
    private static partial Regex Word();

    // Names of formats, offices and files, references of cases, conditions of a search, fields by their names in files.
    [GeneratedRegex(
        "^[a-z0-9_=.-]*[-_=.0-9][a-z0-9_=.-]*$|^[\\w-]+(?:\\.[a-z]{3,4}|-[A-Z]{1,2}[0-9]*|[0-9])$|^[{}a-z]+}$|^[dMyHms/. :-]+$"
    )]
    private static partial Regex Id();

    [Theory]
    [InlineData("fr", "trends")]
    [InlineData("fr", "routes")]
    [InlineData("fr", "concealment")]
    [InlineData("fr", "small-arms")]
    [InlineData("fr", "coverage")]
    [InlineData("es", "trends")]
    [InlineData("es", "concealment")]
    public async Task No_headline_is_English_on_a_page_of_another_language(string language, string study)
    {
        string scope = $"?where=submission={site.SubmissionId}";
        JsonElement answer = (await site.GetAsync($"/api/v1/studies/{study}{scope}&wait=60")).Json;
        string[] english = [.. answer.GetProperty("stories").EnumerateArray().Select(s => s.GetProperty("headline").GetString()!).Take(12)];
        string page = WebUtility.HtmlDecode(await PageAsync($"/{study}{scope}", language, null));
        string[] told = [.. Headline().Matches(page).Select(m => m.Groups[1].Value)];
        Assert.Equal(english.Length, told.Length);
        Assert.All(told, headline => Assert.DoesNotMatch(EnglishWord(), headline));
        Assert.Empty(told.Intersect(english.Select(e => e.TrimEnd('.'))));
        // What a page says of a story beside its headline is not marked as English either, but what it warns of.
        Assert.DoesNotMatch("<ol lang=", page);
    }

    // The names are those of the code lists, worked by hand.
    [Theory]
    [InlineData("fr", "Mode de transport", "Stupéfiants", "Drugs")]
    [InlineData("es", "Modo de transporte", "Drogas", "Drugs")]
    [InlineData("en", "Mode of transport", "Drugs", "Stupéfiants")]
    public async Task Fields_and_codes_have_the_names_of_the_language(string language, string field, string code, string other)
    {
        string page = WebUtility.HtmlDecode(await PageAsync("/search", language, null));
        string facets = page[page.IndexOf("id=\"facet-", StringComparison.Ordinal)..];
        Assert.Contains(field, facets, StringComparison.Ordinal);
        Assert.Contains($">{code}</a>", facets, StringComparison.Ordinal);
        Assert.DoesNotContain($">{other}</a>", facets, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_is_chosen_by_a_link_that_leads_back_to_the_page_and_is_kept()
    {
        using HttpClient nobody = site.Browser();
        using HttpResponseMessage answer = await ChooseAsync(
            nobody,
            "fr",
            new Uri(site.Http.BaseAddress!, "/search?heading=H01&where=product=cocaine")
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/search?heading=H01&where=product=cocaine", answer.Headers.Location!.OriginalString);
        string cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("lang=fr;", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);

        string form = await nobody.GetStringAsync(new Uri("/sign-in", UriKind.Relative), Stop);
        Assert.Contains("<html lang=\"fr\" ", form, StringComparison.Ordinal);
        Assert.Equal(["en", "fr", "es"], Choice().Matches(form).Select(m => m.Groups[1].Value));
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("")]
    [InlineData("fr; domain=elsewhere.example")]
    public async Task A_language_that_is_none_is_not_kept(string language)
    {
        using HttpClient nobody = site.Client(null);
        using HttpResponseMessage answer = await ChooseAsync(nobody, language, null);
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("https://elsewhere.example/trends?show=H02", "/trends?show=H02")]
    [InlineData("https://elsewhere.example//other.example/", "/")]
    [InlineData("https://elsewhere.example/\\other.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("mailto:a@elsewhere.example", "/")]
    [InlineData("//other.example/", "/")]
    [InlineData("nothing of the kind", "/")]
    public async Task The_link_never_leads_off_the_site(string from, string to)
    {
        using HttpClient nobody = site.Client(null);
        nobody.DefaultRequestHeaders.TryAddWithoutValidation("Referer", from);
        using HttpResponseMessage answer = await ChooseAsync(nobody, "fr", null);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(to, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_page_that_cannot_be_made_speaks_the_language_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/no-such-page", UriKind.Relative));
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Accept-Language", "es");
        using HttpResponseMessage answer = await site.Http.SendAsync(request, Stop);
        string page = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<html lang=\"es\" ", page, StringComparison.Ordinal);
        Assert.Contains("Ir a la vista general", page, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> ChooseAsync(HttpClient client, string language, Uri? from)
    {
        var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri("/account/language?to=" + Uri.EscapeDataString(language), UriKind.Relative)
        );
        request.Headers.Referrer = from;
        return client.SendAsync(request, Stop);
    }

    private async Task<string> PageAsync(string address, string? wanted, string? cookie)
    {
        using HttpClient client = site.Client(site.Key);
        if (wanted is not null)
            client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", wanted);
        if (cookie is not null)
            client.DefaultRequestHeaders.Add("Cookie", cookie);
        return await client.GetStringAsync(new Uri(address, UriKind.Relative), Stop);
    }

    private static string[] Navigation(string page) =>
        [
            .. Entry()
                .Matches(page[page.IndexOf("<nav id=\"nav\"", StringComparison.Ordinal)..])
                .Select(m => WebUtility.HtmlDecode(m.Groups[1].Value.Trim())),
        ];

    [GeneratedRegex("<a href=\"[^\"]*\" data-key=\"[a-z]\"[^>]*>([^<]+)")]
    private static partial Regex Entry();

    [GeneratedRegex("<a href=\"/account/language\\?to=([a-z]+)\"")]
    private static partial Regex Choice();

    [GeneratedRegex("<li>\\s*<h3>([^<]*)</h3>")]
    private static partial Regex Headline();

    [GeneratedRegex("\\b(the|and|of|were|from|seizures?|cases?|route)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWord();
}
