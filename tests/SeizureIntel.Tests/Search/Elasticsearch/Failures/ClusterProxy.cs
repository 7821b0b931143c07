using System;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace SeizureIntel.Tests.Search.Elasticsearch.Failures;

/// <summary>What stands between a client and the cluster, and does to the line what a network does: delays, refuses, or holds one request still.</summary>
internal sealed class ClusterProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, byte> _open = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Uri _target;
    private readonly Task _accepting;
    private Hold? _hold;
    private bool _isRefusing;

    public ClusterProxy(string target)
    {
        _target = new Uri(target);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>How much later every answer comes.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>True while every connection is cut at once, as by a machine whose server is gone.</summary>
    public bool IsRefusing
    {
        get => Volatile.Read(ref _isRefusing);
        set
        {
            Volatile.Write(ref _isRefusing, value);
            if (!value)
                return;
            foreach (Socket one in _open.Keys)
                Cut(one);
        }
    }

    /// <summary>Holds a request still, before the cluster gets it or before its sender gets the answer, for as long as the proxy lives.</summary>
    /// <param name="line">How the request begins, such as <c>POST /_bulk</c>.</param>
    /// <param name="isAnswer">True to let the cluster do it and to hold the answer.</param>
    /// <param name="time">Which of these requests: 1 for the first.</param>
    /// <returns>Done when it is held.</returns>
    public Task HoldAsync(string line, bool isAnswer, int time = 1)
    {
        var hold = new Hold(line, isAnswer, time);
        _hold = hold;
        return hold.Reached.Task;
    }

    /// <summary>Lets go what is held.</summary>
    public void Release() => Interlocked.Exchange(ref _hold, null)?.Freed.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        foreach (Socket one in _open.Keys)
            Cut(one);
        await _accepting;
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptSocketAsync(_closing.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        _open.TryAdd(client, 0);
        try
        {
            if (IsRefusing)
            {
                Cut(client);
                return;
            }

            await server.ConnectAsync(_target.Host, _target.Port, _closing.Token);
            client.NoDelay = server.NoDelay = true;
            var line = new Line();
            await Task.WhenAny(PassAsync(client, server, line, isAnswer: false), PassAsync(server, client, line, isAnswer: true));
        }
        catch (Exception cut) when (cut is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // As on a network: who asked sees it.
        }
        finally
        {
            _open.TryRemove(client, out _);
            Cut(client);
        }
    }

    private async Task PassAsync(Socket from, Socket to, Line line, bool isAnswer)
    {
        var buffer = new byte[64 << 10];
        try
        {
            while (await from.ReceiveAsync(buffer, _closing.Token) is > 0 and int read)
            {
                if (isAnswer)
                    await Task.Delay(Delay, _closing.Token);
                else if (_hold is { } hold && hold.Is(buffer.AsSpan(0, read)))
                    line.Held = hold;
                if (line.Held is { } held && held.IsAnswer == isAnswer)
                {
                    held.Reached.TrySetResult();
                    await held.Freed.Task.WaitAsync(_closing.Token);
                    line.Held = null;
                }

                for (int sent = 0; sent < read; )
                    sent += await to.SendAsync(buffer.AsMemory(sent, read - sent), _closing.Token);
            }
        }
        catch (Exception cut) when (cut is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Either side is gone.
        }
    }

    // A reset and no farewell, so that nobody takes it for the end of an answer.
    private static void Cut(Socket client)
    {
        try
        {
            client.LingerState = new LingerOption(true, 0);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // It is cut already.
        }

        client.Dispose();
    }

    private sealed class Line
    {
        public Hold? Held { get; set; }
    }

    private sealed class Hold(string line, bool isAnswer, int time)
    {
        private readonly byte[] _line = Encoding.ASCII.GetBytes(line);
        private int _left = time;

        public bool IsAnswer => isAnswer;

        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Freed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Is(ReadOnlySpan<byte> sent) => sent.StartsWith(_line) && Interlocked.Decrement(ref _left) == 0;
    }
}
