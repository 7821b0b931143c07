using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace SeizureIntel.EndToEnd.Running;

/// <summary>Takes what OpenTelemetry sends over HTTP and keeps its bytes: strings stand in them as they are.</summary>
public sealed class Collector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, string Text)> _received = new();

    private Collector(int port) => Address = new Uri($"http://127.0.0.1:{port}/");

    public Uri Address { get; }

    /// <summary>All that was sent to a path.</summary>
    public string Sent(string path) => string.Concat(_received.Where(r => r.Path == path).Select(r => r.Text));

    public static Collector Start(int port)
    {
        var collector = new Collector(port);
        collector._listener.Prefixes.Add(collector.Address.ToString());
        collector._listener.Start();
        _ = collector.ListenAsync();
        return collector;
    }

    public void Dispose() => _listener.Close();

    private async Task ListenAsync()
    {
        try
        {
            while (_listener.IsListening)
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body, CancellationToken.None);
                _received.Enqueue((context.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray())));
                context.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
