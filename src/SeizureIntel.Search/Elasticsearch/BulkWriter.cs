using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Elastic.Transport;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Search.Settings;
using SeizureIntel.Submissions;

namespace SeizureIntel.Search.Elasticsearch;

/// <summary>Writes documents by bulk requests of lines of JSON: a bounded number at a time, smaller when the cluster is slow, sent again when it is
/// busy.</summary>
internal sealed class BulkWriter(Cluster cluster, ElasticsearchOptions options)
{
    // Of each line only what may be wrong with it is looked at.
    private const string Path = "_bulk?filter_path=errors,items.*.status,items.*.error.type,items.*.error.reason";
    private const int MostAttempts = 8;
    private const int LeastBytes = 64 << 10;

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);

    private int _bytes = options.BulkBytes;

    /// <summary>Writes actions as they come; done when all are kept or refused.</summary>
    /// <param name="actions">What is written; read once.</param>
    /// <param name="stop">Ends it between two requests.</param>
    /// <returns>Documents that the cluster refuses for what is in them; the others are kept.</returns>
    /// <exception cref="IndexUnavailableException">No node answered, the cluster stayed too busy, or it takes nothing until it is mended.</exception>
    /// <exception cref="ClusterException">The cluster refused a request as a whole.</exception>
    public async Task<IReadOnlyList<RefusedSeizure>> WriteAsync(IAsyncEnumerable<BulkAction> actions, CancellationToken stop)
    {
        var running = new List<Task<IReadOnlyList<RefusedSeizure>>>();
        var refused = new List<RefusedSeizure>();
        using var document = new SeizureDocument();
        List<BulkAction> waiting = [];
        PooledBytes? lines = null;
        try
        {
            await foreach (BulkAction action in actions.WithCancellation(stop))
            {
                action.Write(lines ??= new PooledBytes(Volatile.Read(ref _bytes)), document);
                waiting.Add(action);
                if (lines.Count >= Full())
                    await SendWaitingAsync();
            }

            if (waiting.Count > 0)
                await SendWaitingAsync();
            while (running.Count > 0)
                await TakeOneAsync();
        }
        finally
        {
            // After a failure nothing of ours is on its way any more when somebody else may take the batch.
            await ((Task)Task.WhenAll(running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            lines?.Dispose();
        }

        cluster.Taken();
        return refused;

        async Task SendWaitingAsync()
        {
            if (running.Count >= options.BulkRequests)
                await TakeOneAsync();
            running.Add(SendAsync(waiting, lines!, stop));
            waiting = new List<BulkAction>(waiting.Count);
            lines = null;
        }

        async Task TakeOneAsync()
        {
            Task<IReadOnlyList<RefusedSeizure>> done = await Task.WhenAny(running);
            running.Remove(done);
            refused.AddRange(await done);
        }
    }

    // Whoever sends lines gives them back.
    private async Task<IReadOnlyList<RefusedSeizure>> SendAsync(List<BulkAction> actions, PooledBytes lines, CancellationToken stop)
    {
        var refused = new List<RefusedSeizure>();
        try
        {
            for (int attempt = 1; ; attempt++)
            {
                long start = Environment.TickCount64;
                ClusterAnswer answer = await cluster.OnceAsync(HttpMethod.POST, Path, PostData.ReadOnlyMemory(lines.Written), stop);
                Adapt(TimeSpan.FromMilliseconds(Environment.TickCount64 - start));
                if (answer.IsTooLarge && actions.Count == 1)
                    return [new RefusedSeizure(actions[0].Id, "content_too_long", null)];
                if (answer.IsTooLarge)
                {
                    // The cluster's own limit is lower than ours: both halves by themselves, and smaller requests from now on.
                    Volatile.Write(ref _bytes, Math.Max(LeastBytes, lines.Count / 2));
                    int half = actions.Count / 2;
                    refused.AddRange(await SendAsync(actions[..half], LinesOf(actions[..half]), stop));
                    refused.AddRange(await SendAsync(actions[half..], LinesOf(actions[half..]), stop));
                    return refused;
                }

                if (answer.ShutBecause() is { } reason)
                    throw cluster.Shut(reason);
                if (!answer.IsSuccess && !answer.IsBusy)
                    throw new ClusterException(answer.Status, answer.ErrorType());
                List<BulkAction> again = answer.IsSuccess ? Failed(answer, actions, refused) : actions;
                if (again.Count == 0)
                    return refused;
                if (attempt == MostAttempts)
                    throw cluster.Busy(answer.IsSuccess ? 429 : answer.Status);
                await cluster.PauseAsync(attempt, stop);
                if (again.Count == actions.Count)
                    continue;
                actions = again;
                lines.Dispose();
                lines = LinesOf(actions);
            }
        }
        finally
        {
            lines.Dispose();
        }
    }

    private void Adapt(TimeSpan took)
    {
        int bytes = Volatile.Read(ref _bytes);
        if (took > Slow)
            Volatile.Write(ref _bytes, Math.Max(LeastBytes, bytes / 2));
        else if (took < Slow / 10 && bytes < options.BulkBytes)
            Volatile.Write(ref _bytes, Math.Min(options.BulkBytes, bytes * 2));
    }

    // The last line ends before the array does, which would be twice as long otherwise.
    private int Full() => Volatile.Read(ref _bytes) / 16 * 15;

    private static PooledBytes LinesOf(List<BulkAction> actions)
    {
        var lines = new PooledBytes(LeastBytes);
        using var document = new SeizureDocument();
        foreach (BulkAction action in actions)
            action.Write(lines, document);
        return lines;
    }

    // Refused is what does not fit the mapping, and that alone: everything else is no fault of a document, and would park what fits.
    private List<BulkAction> Failed(ClusterAnswer answer, List<BulkAction> actions, List<RefusedSeizure> refused)
    {
        using JsonDocument body = cluster.Read(answer);
        if (!body.RootElement.GetProperty("errors").GetBoolean())
            return [];
        var again = new List<BulkAction>();
        int at = 0;
        foreach (JsonElement item in body.RootElement.GetProperty("items").EnumerateArray())
        {
            JsonElement result = item.EnumerateObject().First().Value;
            int status = result.GetProperty("status").GetInt32();
            BulkAction action = actions[at++];
            if (status < 300 || (status == 404 && action.Case is null))
                continue;
            if (ClusterAnswer.ShutBecause(status, TypeOf(result)) is { } reason)
                throw cluster.Shut(reason);
            if (status is 429 or >= 500 || ClusterAnswer.IsPassing(TypeOf(result)))
                again.Add(action);
            else if (status is 400 or 413)
                refused.Add(new RefusedSeizure(action.Id, TypeOf(result), FieldOf(result)));
            else
                throw new ClusterException(status, TypeOf(result));
        }

        return again;
    }

    private static string TypeOf(JsonElement result) =>
        result.TryGetProperty("error", out JsonElement error) && error.TryGetProperty("type", out JsonElement type)
            ? type.GetString() ?? "unknown"
            : "unknown";

    // The text of an error quotes the value; only the name of a field that we know is taken out of it.
    private static string? FieldOf(JsonElement result)
    {
        if (!result.TryGetProperty("error", out JsonElement error) || !error.TryGetProperty("reason", out JsonElement reason))
            return null;
        string text = reason.GetString() ?? string.Empty;
        return SeizureFields
            .All.Select(f => f.Name)
            .Where(n => text.Contains($"[{n}]", StringComparison.Ordinal))
            .OrderByDescending(n => n.Length)
            .FirstOrDefault();
    }
}
