using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Words;

namespace SeizureIntel.Search.Elasticsearch;

// Words near those that find nothing.
public sealed partial class ElasticsearchIndex
{
    // The cluster leaves words alone that stand in more documents than this.
    private const int MostDocuments = 1_000_000_000;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WordSuggestion>> SuggestAsync(Reader reader, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(text);
        return await NearWords.FindAsync(
            text,
            words => CountAsync(reader, words, cancellationToken),
            word => NearAsync(word, cancellationToken),
            _labels.All
        );
    }

    private async Task<IReadOnlyList<int>> CountAsync(Reader reader, IReadOnlyList<string> words, CancellationToken stop)
    {
        // What narrows the search for a word narrows the search for each of them.
        SeizureQuery narrowed = Restriction.Narrowed(reader, new SeizureQuery { Text = words[0] }) with { Text = null };
        var each = new JsonArray([.. words.Select(w => (JsonNode?)_queries.Words(w))]);
        var counts = new JsonObject { ["words"] = new JsonObject { ["filters"] = new JsonObject { ["filters"] = each } } };
        using JsonDocument? found = await AskAsync(Body(reader, narrowed, 0, counts), stop);
        if (found is null)
            return new int[words.Count];
        JsonElement buckets = found.RootElement.GetProperty("aggregations").GetProperty("words").GetProperty("buckets");
        return [.. buckets.EnumerateArray().Select(b => b.GetProperty("doc_count").GetInt32())];
    }

    // The cluster's suggester knows no reader: what it names are candidates, and no more.
    private async Task<IReadOnlyList<string>> NearAsync(string word, CancellationToken stop)
    {
        var term = new JsonObject
        {
            ["field"] = SeizureMapping.Words,
            ["suggest_mode"] = "always",
            ["sort"] = "score",
            ["string_distance"] = "damerau_levenshtein",
            ["max_edits"] = NearWords.Reach(word),
            ["prefix_length"] = NearWords.Right,
            ["min_word_length"] = NearWords.Least,
            ["accuracy"] = 0,
            ["size"] = NearWords.MostCandidates,
            ["shard_size"] = NearWords.MostCandidates,
            ["max_term_freq"] = MostDocuments,
        };
        var body = new JsonObject
        {
            ["size"] = 0,
            ["track_total_hits"] = false,
            ["suggest"] = new JsonObject
            {
                ["near"] = new JsonObject { ["text"] = word, ["term"] = term },
            },
        };
        using JsonDocument? found = await AskAsync(body, stop);
        if (found is null)
            return [];
        return
        [
            .. found
                .RootElement.GetProperty("suggest")
                .GetProperty("near")
                .EnumerateArray()
                .SelectMany(t => t.GetProperty("options").EnumerateArray())
                .Select(o => o.GetProperty("text").GetString()!),
        ];
    }
}
