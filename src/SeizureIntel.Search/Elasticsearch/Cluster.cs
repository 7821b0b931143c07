using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Elastic.Clients.Elasticsearch;
using Elastic.Transport;
using SeizureIntel.Ports;
using SeizureIntel.Search.Settings;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace SeizureIntel.Search.Elasticsearch;

/// <summary>Requests to the cluster over the official client's transport: its pool of nodes, its authentication, its certificates.</summary>
/// <remarks>The client throws nothing by itself, not even the caller's cancellation: what went wrong is made an exception here, once. An error of the
/// cluster may quote a document, so its text goes no further than its type.</remarks>
internal sealed class Cluster : IDisposable
{
    /// <summary>Where searches are sent: one that not every shard answered is refused by the cluster itself.</summary>
    public const string Search = "_search?allow_partial_search_results=false";

    private const int MostAttempts = 6;
    private const double FirstPauseSeconds = 0.25;

    // A small question that is not answered by then is asked of nobody: a machine that is gone without a word must not be waited for like a long count.
    private const int SmallSeconds = 10;

    private static readonly RequestConfiguration Plain = new() { ContentType = PlainJson.MediaType, Accept = PlainJson.MediaType };

    private readonly RequestConfiguration _small;
    private readonly TimeSpan _patience;
    private readonly PlainJson _settings;
    private readonly ElasticsearchClient _client;
    private readonly string _endpoints;
    private readonly TimeProvider _time;
    private long _downSince;
    private long _shutSince;

    public Cluster(ElasticsearchOptions options, TimeProvider time)
    {
        Uri[] nodes = [.. options.Nodes()];
        _endpoints = string.Join(", ", nodes.Select(n => n.GetLeftPart(UriPartial.Authority)));
        _time = time;
        _settings = new PlainJson(nodes.Length == 1 ? new SingleNodePool(nodes[0]) : new StaticNodePool(nodes));
        _settings.DisablePing();
        _settings.EnableHttpCompression(options.Compress);
        _patience = TimeSpan.FromSeconds(options.TimeoutSeconds);
        _settings.RequestTimeout(_patience);
        _small = new RequestConfiguration
        {
            ContentType = PlainJson.MediaType,
            Accept = PlainJson.MediaType,
            RequestTimeout = TimeSpan.FromSeconds(Math.Min(SmallSeconds, options.TimeoutSeconds)),
        };
        _settings.MaximumRetries(Math.Max(0, nodes.Length - 1));
        if (options.ApiKey is { Length: > 0 } key)
            _settings.Authentication(new ApiKey(key));
        else if (options.User is { Length: > 0 } user)
            _settings.Authentication(new BasicAuthentication(user, options.Password ?? string.Empty));
        if (options.Fingerprint is { Length: > 0 } fingerprint)
            _settings.CertificateFingerprint(fingerprint);
        _client = new ElasticsearchClient(_settings);
    }

    /// <summary>Sends a request whose failure is an exception; 429 and 503 are waited out with growing pauses.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">Path and query below the node's address.</param>
    /// <param name="body">The JSON body; null for none.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <param name="isOptional">True where what is asked for may be absent.</param>
    /// <param name="isSmall">True for a question of a moment, which is waited for less long.</param>
    /// <returns>The answer; null for 404 where <paramref name="isOptional"/>.</returns>
    /// <exception cref="IndexUnavailableException">No node answered, the cluster stayed too busy, or it takes nothing until it is mended.</exception>
    /// <exception cref="ClusterException">The cluster refused the request.</exception>
    public async Task<JsonDocument?> AskAsync(
        HttpMethod method,
        string path,
        JsonNode? body,
        CancellationToken stop,
        bool isOptional = false,
        bool isSmall = false
    )
    {
        PostData? data = body is null ? null : PostData.Bytes(JsonSerializer.SerializeToUtf8Bytes(body));
        for (int attempt = 1; ; attempt++)
        {
            ClusterAnswer answer = await OnceAsync(method, path, data, isSmall ? _small : Plain, stop);
            if (answer.IsSuccess && WholeOf(answer) is { } whole)
                return whole;
            if (answer.ShutBecause() is { } reason)
                throw Shut(reason);
            if (!answer.IsSuccess && !answer.IsBusy)
                return isOptional && answer.Status == (int)HttpStatusCode.NotFound
                    ? null
                    : throw new ClusterException(answer.Status, answer.ErrorType());
            if (attempt == MostAttempts)
                throw Busy(answer.Status);
            await PauseAsync(attempt, stop);
        }
    }

    /// <summary>Sends a request that must be answered.</summary>
    public async Task<JsonDocument> GetAsync(HttpMethod method, string path, JsonNode? body, CancellationToken stop) =>
        (await AskAsync(method, path, body, stop))!;

    /// <summary>Sends a request once and hands out whatever the cluster says.</summary>
    /// <exception cref="IndexUnavailableException">No node answered.</exception>
    public Task<ClusterAnswer> OnceAsync(HttpMethod method, string path, PostData? data, CancellationToken stop) =>
        OnceAsync(method, path, data, Plain, stop);

    private async Task<ClusterAnswer> OnceAsync(
        HttpMethod method,
        string path,
        PostData? data,
        RequestConfiguration configuration,
        CancellationToken stop
    )
    {
        // The client's own time ends with the first line of an answer; a node that stops in the middle would be waited for without end.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(configuration.RequestTimeout ?? _patience);
        BytesResponse response;
        try
        {
            response = await _client.Transport.RequestAsync<BytesResponse>(method, path, data!, configuration, patience.Token);
        }
        catch (Exception lost) when (IsOfTheLine(lost))
        {
            stop.ThrowIfCancellationRequested();
            throw Unavailable("the line was lost before the end of an answer", lost);
        }

        stop.ThrowIfCancellationRequested();
        if (response.ApiCallDetails.HttpStatusCode is not { } status)
            throw Unavailable("no node answered", response.ApiCallDetails.OriginalException);
        var answer = new ClusterAnswer(status, response.Body ?? []);
        if (!answer.IsBusy)
            Interlocked.Exchange(ref _downSince, 0);
        return answer;
    }

    /// <summary>The body of a success.</summary>
    /// <exception cref="IndexUnavailableException">It ended in the middle.</exception>
    public JsonDocument Read(ClusterAnswer answer) => answer.Json() ?? throw Unavailable("an answer could not be read to its end", null);

    // Null for an answer of some shards alone: what is told to nobody as if it were all.
    private JsonDocument? WholeOf(ClusterAnswer answer)
    {
        JsonDocument body = Read(answer);
        if (!ClusterAnswer.IsPartial(body.RootElement))
            return body;
        body.Dispose();
        return null;
    }

    // The client hands out a failure to connect as an answer without a status, and throws what happens once an answer has begun: a reset, an end too
    // soon, its own time that is up, a connection that somebody closed.
    private static bool IsOfTheLine(Exception? lost)
    {
        for (; lost is not null; lost = lost.InnerException)
        {
            if (
                lost
                is IOException
                    or SocketException
                    or HttpRequestException
                    or OperationCanceledException
                    or ObjectDisposedException
                    or AuthenticationException
            )
                return true;
        }

        return false;
    }

    /// <summary>What is thrown where the cluster stayed too busy, or answered in part.</summary>
    /// <param name="status">What it said last.</param>
    public IndexUnavailableException Busy(int status) =>
        Unavailable(status < 300 ? "some of its shards do not answer" : $"the cluster stayed busy ({status})", null);

    /// <summary>What is thrown where the cluster answers and takes nothing.</summary>
    /// <param name="reason">Why.</param>
    public IndexUnavailableException Shut(string reason) => Since(ref _shutSince, reason, null);

    /// <summary>The cluster took something.</summary>
    public void Taken() => Interlocked.Exchange(ref _shutSince, 0);

    /// <summary>Waits before the next attempt: longer each time, and not as long as everybody else.</summary>
    public Task PauseAsync(int attempt, CancellationToken stop)
    {
        double seconds = FirstPauseSeconds * Math.Pow(2, attempt - 1);
        double jitter = 0.5 + (RandomNumberGenerator.GetInt32(1000) / 1000d);
        return Task.Delay(TimeSpan.FromSeconds(seconds * jitter), _time, stop);
    }

    public void Dispose() => ((IDisposable)_settings).Dispose();

    private IndexUnavailableException Unavailable(string what, Exception? cause) => Since(ref _downSince, what, cause);

    private IndexUnavailableException Since(ref long first, string what, Exception? cause)
    {
        long now = _time.GetUtcNow().UtcTicks;
        long since = Interlocked.CompareExchange(ref first, now, 0);
        return new IndexUnavailableException(
            $"Elasticsearch at {_endpoints}: {what}",
            new DateTimeOffset(since == 0 ? now : since, TimeSpan.Zero),
            cause
        );
    }
}
