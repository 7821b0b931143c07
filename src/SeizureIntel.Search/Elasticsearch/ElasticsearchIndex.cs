using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Elastic.Transport;
using Microsoft.Extensions.Logging;
using SeizureIntel.Cases;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Logging;
using SeizureIntel.Search.Settings;
using SeizureIntel.Search.Words;
using SeizureIntel.Submissions;

namespace SeizureIntel.Search.Elasticsearch;

/// <summary>The index in an Elasticsearch cluster: one index a year behind one alias; the same answers as the embedded index.</summary>
/// <remarks>Texts are folded and cut into words by the code that the embedded index uses, so that both see the same words. Any number of processes may
/// feed one cluster.</remarks>
public sealed partial class ElasticsearchIndex : ISeizureIndex, IDisposable
{
    private const int MostIds = 5_000;

    private readonly Cluster _cluster;
    private readonly Indices _indices;
    private readonly IndexNotes _notes;
    private readonly BulkWriter _bulk;
    private readonly CodeListSet _lists;
    private readonly LabelWords _labels;
    private readonly QueryTranslation _queries;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private long _received;

    /// <summary>Names the cluster; nothing is asked before it is needed.</summary>
    /// <param name="options">Where it is and how it is used.</param>
    /// <param name="lists">The code lists, for codes below codes and for the names of codes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Takes what an operator should know.</param>
    public ElasticsearchIndex(ElasticsearchOptions options, CodeListSet lists, TimeProvider time, ILogger<ElasticsearchIndex> log)
    {
        _cluster = new Cluster(options, time);
        _indices = new Indices(_cluster, options, time);
        _notes = new IndexNotes(_cluster, options, time);
        _bulk = new BulkWriter(_cluster, options);
        _lists = lists;
        _labels = new LabelWords(lists);
        _queries = new QueryTranslation(lists, _labels);
        _time = time;
        _log = log;
    }

    /// <inheritdoc/>
    /// <remarks>A cluster is always ready.</remarks>
    public Task PrepareAsync(int seizures, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<IReadOnlyList<RefusedSeizure>> FeedAsync(IReadOnlyList<Case> cases, CancellationToken cancellationToken) =>
        FeedAsync(cases, mayHaveMoved: true, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RefusedSeizure>> FeedUnmovedAsync(IReadOnlyList<Case> cases, CancellationToken cancellationToken) =>
        FeedAsync(cases, mayHaveMoved: false, cancellationToken);

    /// <inheritdoc/>
    public async Task RemoveAsync(Removal removal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(removal);
        long start = _time.GetTimestamp();
        string? building = await _notes.BuildingAsync(cancellationToken);
        await _notes.RenameAsync(cancellationToken);
        int removed = 0;
        foreach (string indices in building is null ? [_indices.Present] : new[] { _indices.Present, building + "-*" })
            removed += await RemoveAsync(indices, removal, cancellationToken);
        await _notes.RenameAsync(cancellationToken);
        _log.Removed(removed, Milliseconds(start));
    }

    /// <inheritdoc/>
    public async Task<RebuiltIndex> RebuildAsync(IAsyncEnumerable<IReadOnlyList<Case>> cases, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cases);
        long start = _time.GetTimestamp();
        string generation = _indices.NewGeneration();
        await _notes.BeginAsync(generation, cancellationToken);
        int seizures = 0;
        try
        {
            IReadOnlyList<RefusedSeizure> refused = await _bulk.WriteAsync(ActionsAsync(), cancellationToken);
            seizures -= refused.Count;

            // A generation without a year could not stand behind the alias.
            if (seizures == 0)
                await _indices.EnsureAsync(generation, _time.GetUtcNow().Year, isBuilding: true, cancellationToken);
            await _indices.OpenAsync(generation, cancellationToken);
            await _notes.RenameAsync(cancellationToken);
            await _indices.SwapAsync(generation, cancellationToken);
            await _notes.RenameAsync(cancellationToken);
            _log.Rebuilt(seizures, Milliseconds(start));
            return new RebuiltIndex(seizures, refused);
        }
        catch
        {
            await _indices.DropGenerationAsync(generation, CancellationToken.None);
            throw;
        }
        finally
        {
            await _notes.EndAsync(CancellationToken.None);
        }

        // One stream of lines: no request waits for the last one of a batch.
        async IAsyncEnumerable<BulkAction> ActionsAsync()
        {
            await foreach (IReadOnlyList<Case> batch in cases.WithCancellation(cancellationToken))
            {
                await EnsureAsync(generation, batch, isBuilding: true, cancellationToken);
                int count = batch.Sum(c => c.Seizures.Count);
                seizures += count;
                foreach (BulkAction action in Actions(generation, batch, Reserve(count)))
                    yield return action;
                await _notes.TouchAsync(generation, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<string?> VersionAsync(CancellationToken cancellationToken)
    {
        // The generation is part of the name: a rebuild that ends between its swap and its note changes what is held all the same.
        string note = await _notes.VersionAsync(cancellationToken);
        string? generation = await _indices.GenerationAsync(cancellationToken);
        return generation is null ? note : note + string.Concat(generation.Where(char.IsAsciiLetterOrDigit));
    }

    /// <inheritdoc/>
    public async Task<IndexState> StateAsync(Reader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        await _indices.RefreshAsync(_indices.Present, cancellationToken);
        var parts = new JsonObject();
        for (int i = 0; i < SeizureMapping.ChecksumParts; i++)
            parts[$"{i}"] = new JsonObject { ["sum"] = new JsonObject { ["field"] = $"{SeizureMapping.Checksum}_{i}" } };
        using JsonDocument? found = await AskAsync(Body(reader, SeizureQuery.All, 0, parts), cancellationToken);
        if (found is null)
            return new IndexState(0, 0, 0UL.ToString("x16", CultureInfo.InvariantCulture));

        // Sums of 16-bit parts are whole numbers far below 2^53, so that nothing is rounded; put together they wrap as the sum itself does.
        ulong sum = 0;
        JsonElement sums = found.RootElement.GetProperty("aggregations");
        for (int i = 0; i < SeizureMapping.ChecksumParts; i++)
            sum = unchecked(sum + ((ulong)sums.GetProperty($"{i}").GetProperty("value").GetDouble() << (16 * i)));
        int cases = await CasesAsync(reader, SeizureQuery.All, cancellationToken);
        return new IndexState(Total(found), cases, sum.ToString("x16", CultureInfo.InvariantCulture));
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _cluster.Dispose();

    private async Task<IReadOnlyList<RefusedSeizure>> FeedAsync(IReadOnlyList<Case> cases, bool mayHaveMoved, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(cases);
        if (cases.Count == 0)
            return [];
        long start = _time.GetTimestamp();
        string? building = await _notes.BuildingAsync(stop);
        string generation = await _indices.GenerationAsync(stop) ?? _indices.NewGeneration();
        await _notes.RenameAsync(stop);
        IReadOnlyList<RefusedSeizure> refused = await WriteAsync(generation, cases, isBuilding: false, mayHaveMoved, stop);
        if (building is not null && building != generation)
            refused =
            [
                .. refused.Concat(await WriteAsync(building, cases, isBuilding: true, mayHaveMoved: false, stop)).DistinctBy(r => r.Id),
            ];
        await _indices.RefreshAsync(_indices.Present, stop);
        await _notes.RenameAsync(stop);
        _log.FedCluster(cases.Sum(c => c.Seizures.Count) - refused.Count, refused.Count, Milliseconds(start));
        return refused;
    }

    // By id and not by query: what another process replaces meanwhile is then written after, as it should be.
    private async Task<int> RemoveAsync(string indices, Removal removal, CancellationToken stop)
    {
        int removed = 0;
        while (true)
        {
            await _indices.RefreshAsync(indices, stop);
            var body = new JsonObject
            {
                ["size"] = MostIds,
                ["_source"] = false,
                ["query"] = _queries.Of(Reader.Owner, SeizureQuery.All.With(removal.Field, removal.Value), []),
            };
            using JsonDocument? found = await _cluster.AskAsync(
                HttpMethod.POST,
                $"{indices}/{Cluster.Search}",
                body,
                stop,
                isOptional: true
            );
            List<BulkAction> actions = found is null
                ? []
                :
                [
                    .. Hits(found)
                        .Select(h => new BulkAction(
                            h.GetProperty("_index").GetString()!,
                            h.GetProperty("_id").GetString()!,
                            null,
                            null,
                            0
                        )),
                ];
            if (actions.Count == 0)
                return removed;
            await _bulk.WriteAsync(actions.ToAsyncEnumerable(), stop);
            removed += actions.Count;
        }
    }

    private async Task<IReadOnlyList<RefusedSeizure>> WriteAsync(
        string generation,
        IReadOnlyList<Case> cases,
        bool isBuilding,
        bool mayHaveMoved,
        CancellationToken stop
    )
    {
        await EnsureAsync(generation, cases, isBuilding, stop);
        long received = Reserve(cases.Sum(c => c.Seizures.Count));
        try
        {
            // The index looks for copies while it takes what is new, which stands in its own year and is none of them.
            Task<List<BulkAction>> moved = mayHaveMoved ? MovedAsync(generation, cases, stop) : Task.FromResult<List<BulkAction>>([]);
            IReadOnlyList<RefusedSeizure> refused;
            try
            {
                refused = await _bulk.WriteAsync(Actions(generation, cases, received).ToAsyncEnumerable(), stop);
            }
            finally
            {
                await ((Task)moved).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            // An earlier version of what is refused now would be found and counted in its place.
            List<BulkAction> removals = [.. await moved, .. Removals(generation, cases, refused)];
            if (removals.Count > 0)
                await _bulk.WriteAsync(removals.ToAsyncEnumerable(), stop);
            return refused;
        }
        catch (ClusterException)
        {
            _indices.Forget();
            throw;
        }
    }

    private async Task EnsureAsync(string generation, IReadOnlyList<Case> cases, bool isBuilding, CancellationToken stop)
    {
        foreach (int year in cases.Select(c => c.SeizureDate.Start.Year).Distinct().Order())
            await _indices.EnsureAsync(generation, year, isBuilding, stop);
    }

    private static IEnumerable<BulkAction> Removals(string generation, IReadOnlyList<Case> cases, IReadOnlyList<RefusedSeizure> refused)
    {
        HashSet<string> ids = [.. refused.Select(r => r.Id)];
        return Targets(generation, cases).Where(t => ids.Contains(t.Id)).Select(t => new BulkAction(t.Index, t.Id, null, null, 0));
    }

    private static IEnumerable<BulkAction> Actions(string generation, IReadOnlyList<Case> cases, long received)
    {
        foreach (Case one in cases)
        {
            string index = Indices.Of(generation, one.SeizureDate.Start.Year);
            foreach (Seizure seizure in one.Seizures)
                yield return new BulkAction(index, seizure.Id, one, seizure, received++);
        }
    }

    // A seizure whose date changed stands in another year's index: its copy there is removed with the same batch.
    private async Task<List<BulkAction>> MovedAsync(string generation, IReadOnlyList<Case> cases, CancellationToken stop)
    {
        var removals = new List<BulkAction>();
        foreach ((string Id, string Index)[] part in Targets(generation, cases).Chunk(MostIds))
        {
            var target = part.ToDictionary(p => p.Id, p => p.Index, StringComparer.Ordinal);
            var body = new JsonObject
            {
                ["size"] = part.Length,
                ["_source"] = false,
                ["query"] = QueryTranslation.Terms("_id", part.Select(p => (JsonNode?)p.Id)),
            };
            using JsonDocument? found = await AskAsync(body, stop);
            if (found is null)
                break;
            foreach (JsonElement hit in Hits(found))
            {
                string id = hit.GetProperty("_id").GetString()!,
                    index = hit.GetProperty("_index").GetString()!;
                if (target[id] != index)
                    removals.Add(new BulkAction(index, id, null, null, 0));
            }
        }

        return removals;
    }

    private static IEnumerable<(string Id, string Index)> Targets(string generation, IReadOnlyList<Case> cases) =>
        cases.SelectMany(c => c.Seizures.Select(s => (s.Id, Indices.Of(generation, c.SeizureDate.Start.Year))));

    // Places in the order of receipt go on where this process left off, and follow the clock, so that processes take turns as batches do.
    private long Reserve(int count)
    {
        long now = _time.GetUtcNow().UtcTicks / 10;
        while (true)
        {
            long last = Interlocked.Read(ref _received);
            long first = Math.Max(last, now);
            if (Interlocked.CompareExchange(ref _received, first + count, last) == last)
                return first;
        }
    }

    // Null before the first feed.
    private Task<JsonDocument?> AskAsync(JsonObject body, CancellationToken stop) =>
        _cluster.AskAsync(HttpMethod.POST, $"{_indices.Present}/{Cluster.Search}", body, stop, isOptional: true);

    private JsonObject Body(Reader reader, SeizureQuery query, int size, JsonObject? aggregations, params IEnumerable<JsonObject> further)
    {
        var body = new JsonObject
        {
            ["size"] = size,
            ["track_total_hits"] = true,
            ["query"] = _queries.Of(reader, query, further),
        };
        if (aggregations is { Count: > 0 })
            body["aggs"] = aggregations;
        return body;
    }

    private static int Total(JsonDocument found) =>
        checked((int)found.RootElement.GetProperty("hits").GetProperty("total").GetProperty("value").GetInt64());

    private static IEnumerable<JsonElement> Hits(JsonDocument found) =>
        found.RootElement.GetProperty("hits").GetProperty("hits").EnumerateArray();

    private long Milliseconds(long start) => (long)_time.GetElapsedTime(start).TotalMilliseconds;
}
