using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.EndToEnd.Running;

namespace SeizureIntel.EndToEnd.Pages;

/// <summary>The pages by a short name, each with an address that shows it filled.</summary>
public static class EveryPage
{
    /// <summary>The route of each page, as its view states it.</summary>
    public static readonly IReadOnlyDictionary<string, string> Routes = new Dictionary<string, string>
    {
        ["overview"] = "/",
        ["search"] = "/search",
        ["seizure"] = "/seizures/{id}",
        ["routes"] = "/routes",
        ["ledger"] = "/routes/ledger",
        ["concealment"] = "/concealment",
        ["small-arms"] = "/small-arms",
        ["serials"] = "/small-arms/serials",
        ["trends"] = "/trends",
        ["compare"] = "/trends/compare",
        ["own"] = "/trends/own",
        ["coverage"] = "/coverage",
        ["doubts"] = "/coverage/doubts",
        ["submissions"] = "/submissions",
        ["submission"] = "/submissions/{id}",
        ["watches"] = "/watches",
        ["new-watch"] = "/watches/new",
        ["watch"] = "/watches/{id}",
        ["bulletins"] = "/bulletins",
        ["people"] = "/administration",
        ["offices"] = "/administration/offices",
        ["keys"] = "/administration/keys",
        ["audit"] = "/administration/audit",
        ["system"] = "/administration/system",
        ["password"] = "/account/password",
        ["codes"] = "/account/codes",
        ["sign-in"] = "/sign-in",
    };

    // What makes a page show more than its empty form.
    private static readonly Dictionary<string, string> Asked = new(StringComparer.Ordinal)
    {
        ["search"] = "?where=heading=H01",
        ["compare"] = "?series=heading=H01&series=heading=H02",
        ["new-watch"] = "?where=heading=H01",
    };

    /// <summary>The address of a page of the demo; a watch is made where the page needs one.</summary>
    public static async Task<string> AddressAsync(Served served, string name, CancellationToken stop)
    {
        string route = Routes[name];
        if (!route.EndsWith("{id}", StringComparison.Ordinal))
            return route + Asked.GetValueOrDefault(name);
        using HttpClient client = served.Client();
        string id = name switch
        {
            "seizure" => (await JsonAsync("/api/v1/search?size=1&where=departure_country=NL")).GetProperty("hits")[0].GetProperty("id"),
            "submission" => (await JsonAsync("/api/v1/submissions")).GetProperty("submissions")[0].GetProperty("id"),
            _ => await WatchAsync(),
        }
            is { } found
            ? found.GetString()!
            : throw new InvalidOperationException(name);
        return route.Replace("{id}", id, StringComparison.Ordinal);

        Task<JsonElement> JsonAsync(string address) => client.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative), stop);

        async Task<JsonElement> WatchAsync()
        {
            var watch = new
            {
                name = "Cigarettes",
                watch = true,
                where = new[] { "heading=H01" },
            };
            using HttpResponseMessage saved = await client.PostAsJsonAsync(new Uri("/api/v1/watches", UriKind.Relative), watch, stop);
            saved.EnsureSuccessStatusCode();
            return (await saved.Content.ReadFromJsonAsync<JsonElement>(stop)).GetProperty("id");
        }
    }
}
