using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Million;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Queries;
using SeizureIntel.Readers;

namespace SeizureIntel.Benchmarks.Pages;

/// <summary>Addresses that analysts would ask of a folder.</summary>
internal sealed class PageQuestions
{
    private const int Seizures = 40;

    private readonly RealisticQueries _queries;
    private readonly string[] _seizures;
    private readonly DateOnly _last;

    private PageQuestions(RealisticQueries queries, SearchResult newest)
    {
        _queries = queries;
        _seizures = [.. newest.Hits.Select(h => h.Id)];
        _last = DateOnly.ParseExact(newest.Hits[0].Values["seizure_date"][0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>The pages that studies fill.</summary>
    public static IReadOnlyList<string> Studies { get; } = ["/", "/routes", "/concealment", "/small-arms", "/trends", "/coverage"];

    /// <summary>Pages that counts and the store fill, and that are asked alike by everybody.</summary>
    public static IReadOnlyList<string> Plain { get; } =
    [
        "/submissions",
        "/watches",
        "/bulletins",
        "/administration",
        "/administration/keys",
        "/administration/offices",
        "/administration/audit",
        "/administration/system",
        "/account/password",
    ];

    /// <summary>Looks at what the folder holds.</summary>
    public static async Task<PageQuestions> OfAsync(BenchmarkFolder folder, CancellationToken stop)
    {
        SearchResult newest = await folder.Index.SearchAsync(
            Reader.Owner,
            new SearchRequest
            {
                Query = SeizureQuery.All,
                Size = Seizures,
                Sort = "-seizure_date",
            },
            stop
        );
        return new PageQuestions(await RealisticQueries.OfAsync(folder, stop), newest);
    }

    /// <summary>So many searches, each another.</summary>
    public IReadOnlyList<string> Searches(int count) =>
        [.. _queries.Take(count, withWords: true).Select(q => "/search?query=" + Uri.EscapeDataString(SeizureQueryJson.Write(q)))];

    /// <summary>So many forms of a new watch, with its trial on history.</summary>
    public IReadOnlyList<string> Watches(int count) =>
        [.. _queries.Take(count, withWords: false).Select(q => "/watches/new?query=" + Uri.EscapeDataString(SeizureQueryJson.Write(q)))];

    /// <summary>The ids of the newest seizures that a client sees.</summary>
    public static async Task<IReadOnlyList<string>> SeenAsync(HttpClient client, CancellationToken stop)
    {
        string address = string.Create(CultureInfo.InvariantCulture, $"/api/v1/search?size={Seizures}&sort=-seizure_date");
        using JsonDocument found = JsonDocument.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative), stop));
        return [.. found.RootElement.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("id").GetString()!)];
    }

    /// <summary>The newest seizures.</summary>
    public IReadOnlyList<string> Singles(int count) => [.. _seizures.Take(count).Select(id => "/seizures/" + id)];

    /// <summary>Comparisons of two products over another number of years each.</summary>
    public IReadOnlyList<string> Comparisons(int count) =>
        [.. Enumerable.Range(0, count).Select(i => $"/trends/compare?series=heading=H01&series=heading=H02&{Period(i)}")];

    /// <summary>A page of a study, over so many periods that nobody asked before.</summary>
    public IReadOnlyList<string> Unasked(string page, int count) => [.. Enumerable.Range(0, count).Select(i => $"{page}?{Period(i)}")];

    /// <summary>What an analyst of many looks at next: mostly searches and single records, then a study of one of few scopes.</summary>
    /// <param name="draws">What chance says.</param>
    /// <param name="seizures">Ids of seizures that this analyst sees; who sees none searches instead.</param>
    public string Next(Draws draws, IReadOnlyList<string> seizures) =>
        draws.Below(10) switch
        {
            >= 4 and < 6 when seizures.Count > 0 => "/seizures/" + seizures[draws.Below(seizures.Count)],
            < 6 => Searches(1)[0],
            6 => "/bulletins",
            _ => Studies[draws.Below(Studies.Count)] + (draws.Below(2) == 0 ? "" : "?heading=H01"),
        };

    // Two years that end another day each.
    private string Period(int days) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"from={_last.AddDays(-days).AddYears(-2):yyyy-MM-dd}&to={_last.AddDays(-days):yyyy-MM-dd}"
        );
}
