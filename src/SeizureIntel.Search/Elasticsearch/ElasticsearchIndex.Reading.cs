using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Elastic.Transport;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Words;
using SeizureIntel.Values;

namespace SeizureIntel.Search.Elasticsearch;

// Pages of hits, and the seizures of a query as columns.
public sealed partial class ElasticsearchIndex
{
    private const int BatchSize = 5_000;
    private const string KeepAlive = "5m";

    // The mark of a missing value in a cursor; a value is written behind "=".
    private const string Missing = "-";

    /// <inheritdoc/>
    public async Task<SearchResult> SearchAsync(Reader reader, SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(request);
        string[] fields = [.. request.Facets.Select(f => AskedFields.Coded(f).Name)];
        SeizureField sort = AskedFields.Find(request.Sort.TrimStart('-'));
        AskedFields.Allow(reader, request.Query, fields.Append(sort.Name));
        if (sort.Kind == FieldKind.Text && !SeizureMapping.IsShortText(sort))
            throw AskedFields.NotSorted(sort.Name);
        string[]? cursor = request.Cursor is { } text ? Parts(request.Sort, text, sort) : null;

        using JsonDocument? counted = await AskAsync(
            Body(reader, request.Query, 0, FacetCounts(fields, request.FacetSize)),
            cancellationToken
        );
        if (counted is null)
            return new SearchResult(0, 0, [], await FacetsAsync(reader, null, request, cancellationToken), null);
        int cases = await CasesAsync(reader, request.Query, cancellationToken);
        IReadOnlyDictionary<string, Facet> facets = await FacetsAsync(reader, counted, request, cancellationToken);
        if (request.Size <= 0)
            return new SearchResult(Total(counted), cases, [], facets, null);
        (IReadOnlyList<SeizureHit> hits, string? next) = await PageAsync(reader, request, sort, cursor, cancellationToken);
        var words = new Highlighter(request.Query, _lists, _labels);
        return new SearchResult(Total(counted), cases, [.. hits.Select(words.Marked)], facets, next);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SeizureBatch> ReadAsync(
        Reader reader,
        SeizureQuery query,
        IReadOnlyList<string> fields,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(fields);
        AskedFields.Allow(reader, query, fields);
        var batches = new BatchBuilder(reader, [.. fields.Select(AskedFields.Find)]);
        string? moment = await OpenMomentAsync(cancellationToken);
        if (moment is null)
            yield break;
        try
        {
            JsonNode? after = null;
            while (true)
            {
                JsonObject body = Body(reader, query, BatchSize, null);
                body["track_total_hits"] = false;
                body["_source"] = new JsonArray([
                    .. fields.Concat(["case_id", "seizure_date", "case_headings"]).Distinct().Select(f => (JsonNode?)f),
                ]);
                body["pit"] = new JsonObject { ["id"] = moment, ["keep_alive"] = KeepAlive };
                body["sort"] = new JsonArray(new JsonObject { [SeizureMapping.Received] = "asc" });
                if (after is not null)
                    body["search_after"] = after;
                using JsonDocument found = await _cluster.GetAsync(HttpMethod.POST, Cluster.Search, body, cancellationToken);
                moment = found.RootElement.GetProperty("pit_id").GetString()!;
                int count = 0;
                foreach (JsonElement hit in Hits(found))
                {
                    batches.Add(hit.GetProperty("_source"));
                    if (++count == BatchSize)
                        after = JsonNode.Parse(hit.GetProperty("sort").GetRawText());
                }

                if (count > 0)
                    yield return batches.Take();
                if (count < BatchSize)
                    yield break;
            }
        }
        finally
        {
            await CloseMomentAsync(moment);
        }
    }

    private async Task<string?> OpenMomentAsync(CancellationToken stop)
    {
        using JsonDocument? opened = await _cluster.AskAsync(
            HttpMethod.POST,
            $"{_indices.Present}/_pit?keep_alive={KeepAlive}",
            null,
            stop,
            isOptional: true
        );
        return opened?.RootElement.GetProperty("id").GetString();
    }

    private async Task CloseMomentAsync(string moment)
    {
        using JsonDocument? closed = await _cluster.AskAsync(
            HttpMethod.DELETE,
            "_pit",
            new JsonObject { ["id"] = moment },
            CancellationToken.None,
            isOptional: true
        );
    }

    // Known values first in the order asked for, then what is missing; ties by id. One more than asked for tells whether another page follows.
    private async Task<(IReadOnlyList<SeizureHit> Hits, string? Cursor)> PageAsync(
        Reader reader,
        SearchRequest request,
        SeizureField sort,
        string[]? cursor,
        CancellationToken stop
    )
    {
        var hits = new List<(SeizureHit Hit, string Value)>();
        int wanted = request.Size + 1;
        bool isInMissing = cursor is not null && cursor[1] == Missing;
        if (!isInMissing)
        {
            JsonArray? after = cursor is null ? null : new JsonArray(SortValue(sort, cursor[1][1..], request.Sort), cursor[0]);
            await AddHitsAsync(reader, request, sort, QueryTranslation.IsKnown(sort.Name), after, wanted, hits, stop);
        }

        if (hits.Count < wanted)
        {
            JsonArray? after = isInMissing ? new JsonArray(cursor![0]) : null;
            await AddHitsAsync(reader, request, null, QueryTranslation.Not(QueryTranslation.IsKnown(sort.Name)), after, wanted, hits, stop);
        }

        bool isMore = hits.Count > request.Size;
        SeizureHit[] page = [.. hits.Take(request.Size).Select(h => h.Hit)];
        string? next = isMore ? Cursor(request.Sort, page[^1].Id, hits[request.Size - 1].Value) : null;
        return (page, next);
    }

    private async Task AddHitsAsync(
        Reader reader,
        SearchRequest request,
        SeizureField? sort,
        JsonObject condition,
        JsonArray? after,
        int wanted,
        List<(SeizureHit Hit, string Value)> hits,
        CancellationToken stop
    )
    {
        bool isDownwards = request.Sort.StartsWith('-');
        while (hits.Count < wanted)
        {
            int size = Math.Min(wanted - hits.Count, PageSize);
            JsonObject body = Body(reader, request.Query, size, null, (JsonObject)condition.DeepClone());
            body["track_total_hits"] = false;
            var order = new JsonArray();
            if (sort is not null)
            {
                string path = sort.Kind == FieldKind.Codes ? $"{SeizureMapping.Sort}.{sort.Name}" : sort.Name;
                order.Add(
                    new JsonObject
                    {
                        [path] = new JsonObject { ["order"] = isDownwards ? "desc" : "asc", ["mode"] = isDownwards ? "max" : "min" },
                    }
                );
            }

            order.Add(new JsonObject { ["id"] = "asc" });
            body["sort"] = order;
            if (after is not null)
                body["search_after"] = after.DeepClone();
            using JsonDocument? found = await AskAsync(body, stop);
            int count = 0;
            foreach (JsonElement hit in found is null ? [] : Hits(found))
            {
                JsonElement values = hit.GetProperty("sort");
                hits.Add((Hit(reader, hit.GetProperty("_source")), sort is null ? Missing : "=" + CursorText(sort, values[0])));
                after = (JsonArray)JsonNode.Parse(values.GetRawText())!;
                count++;
            }

            if (count < size)
                return;
        }
    }

    private static string CursorText(SeizureField sort, JsonElement value) =>
        sort.Kind switch
        {
            FieldKind.Date => DayOf(value.GetInt64()).ToString(CultureInfo.InvariantCulture),
            FieldKind.Number => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
            _ => value.GetString()!,
        };

    private static JsonNode SortValue(SeizureField sort, string text, string asked)
    {
        if (sort.Kind is not (FieldKind.Date or FieldKind.Number))
            return text;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            throw AskedFields.StrangeCursor(asked);
        return sort.Kind == FieldKind.Number ? number : MillisecondsOf((int)number);
    }

    private static int DayOf(long milliseconds) =>
        DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime).DayNumber;

    private static long MillisecondsOf(int day) =>
        new DateTimeOffset(DateOnly.FromDayNumber(day).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static string Cursor(string sort, string id, string value) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{sort}\n{id}\n{value}"));

    private static string[] Parts(string sort, string cursor, SeizureField field)
    {
        byte[] bytes = new byte[cursor.Length];
        if (!Convert.TryFromBase64String(cursor, bytes, out int length))
            throw AskedFields.StrangeCursor(sort);
        string[] parts = Encoding.UTF8.GetString(bytes, 0, length).Split('\n', 3);
        if (parts.Length != 3 || parts[0] != sort || (parts[2] != Missing && !parts[2].StartsWith('=')))
            throw AskedFields.StrangeCursor(sort);
        if (parts[2] != Missing)
            SortValue(field, parts[2][1..], sort);
        return parts[1..];
    }

    /// <summary>Whether the words of a document are closed to a reader.</summary>
    internal static bool IsClosed(Reader reader, JsonElement source) =>
        !reader.ReadsAllWords()
        && source.TryGetProperty("case_headings", out JsonElement headings)
        && Restriction.IsClosed(headings.EnumerateArray().Select(h => h.GetString()!));

    private static SeizureHit Hit(Reader reader, JsonElement source)
    {
        bool isClosed = IsClosed(reader, source);
        var values = new Dictionary<string, IReadOnlyList<string>>(48, StringComparer.Ordinal);
        foreach (SeizureField field in SeizureFields.All)
        {
            if (
                !source.TryGetProperty(field.Name, out JsonElement value)
                || !reader.Sees(field)
                || (isClosed && SeizureMapping.IsLongText(field))
            )
                continue;
            string[] texts = value.ValueKind switch
            {
                JsonValueKind.Array => [.. value.EnumerateArray().Select(v => v.GetString()!).Where(v => !NonValue.Is(v)).Distinct()],
                JsonValueKind.Number => [value.GetDouble().ToString("R", CultureInfo.InvariantCulture)],
                _ => field.Kind is FieldKind.Code && NonValue.Is(value.GetString()!) ? [] : [value.GetString()!],
            };
            if (texts.Length > 0)
                values.Add(field.Name, texts);
        }

        return new SeizureHit(source.GetProperty("id").GetString()!, source.GetProperty("case_id").GetString()!, values);
    }
}
