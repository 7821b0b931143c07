using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace SeizureIntel.Tests.Search.Elasticsearch.Failures;

/// <summary>A server that gets a request whole and answers with the bytes it is told, then ends the connection: by a farewell, by a reset, or not at
/// all.</summary>
internal sealed class DyingCluster : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentBag<Socket> _open = [];
    private readonly Func<string, Death> _answer;
    private readonly Task _accepting;

    /// <summary>Starts it.</summary>
    /// <param name="answer">From the first line of a request to what is sent.</param>
    public DyingCluster(Func<string, Death> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>An answer of a status and JSON whose end is said to be at its end, or somewhere behind it.</summary>
    public static string Answer(int status, string json, int missing = 0) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} Told\r\nX-elastic-product: Elasticsearch\r\nContent-Type: application/json\r\n"
                + $"Content-Length: {json.Length + missing}\r\n\r\n{json}"
        );

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _accepting;
        _listener.Stop();
        foreach (Socket one in _open)
            one.Dispose();
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket client = await _listener.AcceptSocketAsync(_closing.Token);
                _open.Add(client);
                _ = ServeAsync(client);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Nobody comes any more.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        try
        {
            while (await RequestAsync(client) is { } line)
            {
                Death death = _answer(line);
                await client.SendAsync(Encoding.ASCII.GetBytes(death.Sent), _closing.Token);
                switch (death.Then)
                {
                    case Ending.Farewell:
                        client.Shutdown(SocketShutdown.Both);
                        client.Dispose();
                        return;
                    case Ending.Reset:
                        client.LingerState = new LingerOption(true, 0);
                        client.Dispose();
                        return;
                    case Ending.Silence:
                        return;
                    default:
                        break;
                }
            }
        }
        catch (Exception cut) when (cut is OperationCanceledException or SocketException or ObjectDisposedException or IOException)
        {
            // Who asked went away.
        }
    }

    // The first line of a request, once all of it has come.
    private async Task<string?> RequestAsync(Socket client)
    {
        var text = new StringBuilder();
        var buffer = new byte[64 << 10];
        while (!IsWhole(text.ToString()))
        {
            int read = await client.ReceiveAsync(buffer, _closing.Token);
            if (read == 0)
                return null;
            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        string request = text.ToString();
        return request[..request.IndexOf(" HTTP/1.1\r\n", StringComparison.Ordinal)];
    }

    private static bool IsWhole(string request)
    {
        int head = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (head < 0)
            return false;
        string headers = request[..head].ToUpperInvariant();
        if (headers.Contains("TRANSFER-ENCODING: CHUNKED", StringComparison.Ordinal))
            return request.EndsWith("0\r\n\r\n", StringComparison.Ordinal);
        int at = headers.IndexOf("CONTENT-LENGTH: ", StringComparison.Ordinal);
        if (at < 0)
            return true;
        string length = headers[(at + "CONTENT-LENGTH: ".Length)..].Split('\r')[0];
        return request.Length >= head + 4 + int.Parse(length, CultureInfo.InvariantCulture);
    }
}

/// <summary>What is sent, and what becomes of the connection then.</summary>
internal readonly record struct Death(string Sent, Ending Then);

/// <summary>How a connection ends.</summary>
public enum Ending
{
    /// <summary>It stays for the next request.</summary>
    Stays,

    /// <summary>As by a program that ends.</summary>
    Farewell,

    /// <summary>As by a machine whose program is gone.</summary>
    Reset,

    /// <summary>As by a machine without power: nothing comes any more.</summary>
    Silence,
}
