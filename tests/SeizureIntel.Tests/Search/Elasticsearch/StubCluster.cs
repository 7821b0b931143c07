using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SeizureIntel.Tests.Search.Elasticsearch;

/// <summary>A server on a free port that answers as told, and remembers what it was asked.</summary>
internal sealed class StubCluster : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StubCluster(WebApplication app) => _app = app;

    /// <summary>What was asked: method and path, the headers that matter, the body.</summary>
    public ConcurrentQueue<(string Line, string? Authorization, string? Type, string? Accept, string Body)> Asked { get; } = new();

    public string Address => _app.Urls.First();

    /// <summary>Starts it.</summary>
    /// <param name="answer">From method, path and body to status and JSON.</param>
    public static async Task<StubCluster> StartAsync(Func<string, string, (int Status, string Json)> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        var stub = new StubCluster(app);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            string body = await reader.ReadToEndAsync();
            string line = $"{context.Request.Method} {context.Request.Path}";
            IHeaderDictionary headers = context.Request.Headers;
            stub.Asked.Enqueue((line, headers.Authorization, headers.ContentType, headers.Accept, body));
            (int status, string json) = answer(line, body);
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            context.Response.Headers["X-elastic-product"] = "Elasticsearch";
            await context.Response.WriteAsync(json);
        });
        await app.StartAsync();
        return stub;
    }

    /// <summary>The lines asked that begin so, in order.</summary>
    public IReadOnlyList<string> Bodies(string line) =>
        [.. Asked.Where(a => a.Line.StartsWith(line, StringComparison.Ordinal)).Select(a => a.Body)];

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
