using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Words;

namespace SeizureIntel.Search.Elasticsearch;

// Facets and tabulations, exact at every size: composite aggregations are paged until exhausted.
public sealed partial class ElasticsearchIndex
{
    private const int PageSize = 10_000;

    // Above every coded field but those that name cases: a shard answers with all its values.
    private const int ShardSize = 20_000;

    private static readonly string[] Outliers = ["QTY_EXTREME", "UNIT_SUSPECT"];

    /// <inheritdoc/>
    public async Task<Tabulation> TabulateAsync(Reader reader, TabulationRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(request);
        AskedFields.Allow(reader, request.Query, request.Dimensions);
        var names = new List<string>(request.Dimensions.Select(d => AskedFields.Coded(d).Name));
        if (request.Measure == Measure.Quantity)
            names.Add("unit");
        if (request.Bucket != Bucket.None)
            names.Add(TimeKeys.NameOf(request.Bucket));
        using JsonDocument? all = await AskAsync(Body(reader, request.Query, 0, Known(names, request.Bucket)), cancellationToken);
        if (all is null)
            return new Tabulation(names, request.Measure, 0, 0, [], 0);

        int of = Total(all);
        int known = all.RootElement.GetProperty("aggregations").GetProperty("known").GetProperty("doc_count").GetInt32();
        double total = request.Measure switch
        {
            Measure.Count => of,
            Measure.Cases => await CasesAsync(reader, request.Query, cancellationToken),
            _ => 0,
        };
        IReadOnlyList<TabulationRow> rows =
            names.Count == 0
                ? (of == 0 ? [] : [new TabulationRow([], total, 0)])
                : request.Measure switch
                {
                    Measure.Count => await CountsAsync(reader, request.Query, names, cancellationToken),
                    Measure.Cases => await CaseCountsAsync(reader, request.Query, names, cancellationToken),
                    _ => await QuantitiesAsync(reader, request.Query, names, cancellationToken),
                };
        return new Tabulation(names, request.Measure, known, of, rows, total);
    }

    private static JsonObject Known(IReadOnlyList<string> names, Bucket bucket)
    {
        var conditions = new JsonArray();
        foreach (string name in names)
        {
            bool isTime = bucket != Bucket.None && name == TimeKeys.NameOf(bucket);
            conditions.Add(
                isTime ? QueryTranslation.Not(QueryTranslation.Term(name, Values.NonValue.NotStated)) : QueryTranslation.IsKnown(name)
            );
        }

        return new JsonObject
        {
            ["known"] = new JsonObject { ["filter"] = new JsonObject { ["bool"] = new JsonObject { ["filter"] = conditions } } },
        };
    }

    private async Task<IReadOnlyList<TabulationRow>> CountsAsync(
        Reader reader,
        SeizureQuery query,
        List<string> names,
        CancellationToken stop
    )
    {
        var counts = new KeyedSums();
        await foreach (JsonElement bucket in BucketsAsync(reader, query, names, null, [], stop))
            counts.Add(Key(bucket, names.Count), bucket.GetProperty("doc_count").GetInt64(), 0);
        return counts.Rows();
    }

    // Most cases have one seizure: those are counted as seizures are; of the others each distinct case is told apart.
    private async Task<IReadOnlyList<TabulationRow>> CaseCountsAsync(
        Reader reader,
        SeizureQuery query,
        List<string> names,
        CancellationToken stop
    )
    {
        var counts = new KeyedSums();
        await foreach (JsonElement bucket in BucketsAsync(reader, query, names, null, [IsOnlySeizure(true)], stop))
            counts.Add(Key(bucket, names.Count), bucket.GetProperty("doc_count").GetInt64(), 0);
        await foreach (JsonElement bucket in BucketsAsync(reader, query, [.. names, "case_id"], null, [IsOnlySeizure(false)], stop))
            counts.Add(Key(bucket, names.Count), 1, 0);
        return counts.Rows();
    }

    private async Task<IReadOnlyList<TabulationRow>> QuantitiesAsync(
        Reader reader,
        SeizureQuery query,
        List<string> names,
        CancellationToken stop
    )
    {
        JsonObject isOutlier = QueryTranslation.Terms("outlier_flags", Outliers.Select(o => (JsonNode?)o));
        var figures = new JsonObject
        {
            ["outliers"] = new JsonObject { ["filter"] = isOutlier.DeepClone() },
            ["others"] = new JsonObject
            {
                ["filter"] = QueryTranslation.Not(isOutlier),
                ["aggs"] = new JsonObject { ["sum"] = new JsonObject { ["sum"] = new JsonObject { ["field"] = "quantity" } } },
            },
        };
        var sums = new KeyedSums();
        await foreach (JsonElement bucket in BucketsAsync(reader, query, names, figures, [QueryTranslation.IsKnown("quantity")], stop))
        {
            sums.Add(
                Key(bucket, names.Count),
                bucket.GetProperty("others").GetProperty("sum").GetProperty("value").GetDouble(),
                bucket.GetProperty("outliers").GetProperty("doc_count").GetInt32()
            );
        }

        return sums.Rows();
    }

    private async Task<int> CasesAsync(Reader reader, SeizureQuery query, CancellationToken stop)
    {
        using JsonDocument? only = await AskAsync(Body(reader, query, 0, null, IsOnlySeizure(true)), stop);
        int cases = only is null ? 0 : Total(only);
        await foreach (JsonElement _ in BucketsAsync(reader, query, ["case_id"], null, [IsOnlySeizure(false)], stop))
            cases++;
        return cases;
    }

    private static JsonObject IsOnlySeizure(bool isOnly) => QueryTranslation.Term(SeizureMapping.IsOnly, isOnly);

    private async IAsyncEnumerable<JsonElement> BucketsAsync(
        Reader reader,
        SeizureQuery query,
        IReadOnlyList<string> names,
        JsonObject? figures,
        IReadOnlyList<JsonObject> further,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var sources = new JsonArray();
        for (int i = 0; i < names.Count; i++)
        {
            var terms = new JsonObject { ["terms"] = new JsonObject { ["field"] = names[i] } };
            sources.Add(new JsonObject { [Place(i)] = terms });
        }

        JsonNode? after = null;
        do
        {
            var composite = new JsonObject { ["size"] = PageSize, ["sources"] = sources.DeepClone() };
            if (after is not null)
                composite["after"] = after;
            var groups = new JsonObject { ["composite"] = composite };
            if (figures is not null)
                groups["aggs"] = figures.DeepClone();
            JsonObject body = Body(
                reader,
                query,
                0,
                new JsonObject { ["groups"] = groups },
                further.Select(f => (JsonObject)f.DeepClone())
            );
            body["track_total_hits"] = false;
            using JsonDocument? found = await AskAsync(body, stop);
            if (found is null)
                yield break;
            JsonElement page = found.RootElement.GetProperty("aggregations").GetProperty("groups");
            int count = 0;
            foreach (JsonElement bucket in page.GetProperty("buckets").EnumerateArray())
            {
                count++;
                yield return bucket;
            }

            after = count == PageSize && page.TryGetProperty("after_key", out JsonElement key) ? JsonNode.Parse(key.GetRawText()) : null;
        } while (after is not null);
    }

    private static string[] Key(JsonElement bucket, int count)
    {
        JsonElement key = bucket.GetProperty("key");
        string[] parts = new string[count];
        for (int i = 0; i < count; i++)
            parts[i] = key.GetProperty(Place(i)).GetString()!;
        return parts;
    }

    private static string Place(int i) => i.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject FacetCounts(IReadOnlyList<string> fields, int size)
    {
        var facets = new JsonObject();
        for (int i = 0; i < fields.Count; i++)
        {
            facets[$"known_{i}"] = new JsonObject { ["filter"] = QueryTranslation.IsKnown(fields[i]) };
            if (size > 0)
            {
                facets[$"values_{i}"] = new JsonObject
                {
                    ["terms"] = new JsonObject
                    {
                        ["field"] = fields[i],
                        ["size"] = size,
                        ["shard_size"] = Math.Max(ShardSize, size),
                        ["order"] = new JsonArray(new JsonObject { ["_count"] = "desc" }, new JsonObject { ["_key"] = "asc" }),
                    },
                };
            }
        }

        return facets;
    }

    private async Task<IReadOnlyDictionary<string, Facet>> FacetsAsync(
        Reader reader,
        JsonDocument? found,
        SearchRequest request,
        CancellationToken stop
    )
    {
        var facets = new Dictionary<string, Facet>(StringComparer.Ordinal);
        for (int i = 0; i < request.Facets.Count; i++)
        {
            if (found is null)
            {
                facets[request.Facets[i]] = new Facet(0, 0, []);
                continue;
            }

            JsonElement all = found.RootElement.GetProperty("aggregations");
            int known = all.GetProperty($"known_{i}").GetProperty("doc_count").GetInt32();
            IReadOnlyList<FacetValue> values =
                request.FacetSize <= 0 ? []
                : all.GetProperty($"values_{i}") is var terms && terms.GetProperty("doc_count_error_upper_bound").GetInt64() == 0
                    ? [.. terms.GetProperty("buckets").EnumerateArray().Select(Value)]
                : await MostAsync(reader, request.Query, request.Facets[i], request.FacetSize, stop);
            facets[request.Facets[i]] = new Facet(known, Total(found), values);
        }

        return facets;
    }

    // Shards that hold more values than they send may each leave out another: then all are counted.
    private async Task<IReadOnlyList<FacetValue>> MostAsync(
        Reader reader,
        SeizureQuery query,
        string field,
        int size,
        CancellationToken stop
    )
    {
        var counts = new KeyedSums();
        await foreach (JsonElement bucket in BucketsAsync(reader, query, [field], null, [], stop))
            counts.Add(Key(bucket, 1), bucket.GetProperty("doc_count").GetInt64(), 0);
        return [.. counts.Rows().OrderByDescending(r => r.Value).Take(size).Select(r => new FacetValue(r.Key[0], checked((int)r.Value)))];
    }

    private static FacetValue Value(JsonElement bucket) =>
        new(bucket.GetProperty("key").GetString()!, bucket.GetProperty("doc_count").GetInt32());

    /// <summary>Figures by key, handed out in the ordinal order of the keys' parts.</summary>
    private sealed class KeyedSums
    {
        private readonly SortedDictionary<string[], (double Value, int LeftOut)> _figures = new(
            Comparer<string[]>.Create(
                (a, b) =>
                {
                    for (int i = 0; i < a.Length; i++)
                    {
                        int order = string.CompareOrdinal(a[i], b[i]);
                        if (order != 0)
                            return order;
                    }

                    return 0;
                }
            )
        );

        public void Add(string[] key, double value, int leftOut)
        {
            (double Value, int LeftOut) now = _figures.GetValueOrDefault(key);
            _figures[key] = (now.Value + value, now.LeftOut + leftOut);
        }

        public IReadOnlyList<TabulationRow> Rows() => [.. _figures.Select(f => new TabulationRow(f.Key, f.Value.Value, f.Value.LeftOut))];
    }
}
