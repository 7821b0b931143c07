using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;

namespace SeizureIntel.Benchmarks.Million;

/// <summary>The product serving a data folder, and a program that asks it with a key.</summary>
internal sealed class ServedFolder : IAsyncDisposable
{
    private readonly Process _server;
    private readonly HttpClient _client;

    private ServedFolder(Process server, HttpClient client)
    {
        _server = server;
        _client = client;
    }

    /// <summary>Seconds from the start of the process until the first search was answered.</summary>
    public double SecondsUntilAnswer { get; private init; }

    /// <summary>Largest resident set so far, MB.</summary>
    public double PeakMegabytes => MeasuredProcess.PeakOf(_server.Id);

    /// <summary>Makes a key, starts the server and asks it once.</summary>
    public static async Task<ServedFolder> StartAsync(string folder, CancellationToken stop)
    {
        string key = await KeyAsync(folder, stop);
        long start = Stopwatch.GetTimestamp();
        Process server = Process.Start(
            new ProcessStartInfo(
                Surroundings.Executable,
                ["serve", "--urls", "http://127.0.0.1:0", "--data", folder, "--json", "--verbose"]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        server.ErrorDataReceived += (_, _) => { };
        server.BeginErrorReadLine();
        string said = "";
        do said += await server.StandardOutput.ReadLineAsync(stop) ?? throw new InvalidOperationException("The server ended: " + said);
        while (!said.Contains('}', StringComparison.Ordinal));
        using JsonDocument started = JsonDocument.Parse(said);
        var client = new HttpClient
        {
            BaseAddress = new Uri(started.RootElement.GetProperty("urls")[0].GetString()!),
            Timeout = TimeSpan.FromMinutes(10),
        };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        await AnswerAsync(client, "/api/v1/search?size=1", stop);
        return new ServedFolder(server, client) { SecondsUntilAnswer = Stopwatch.GetElapsedTime(start).TotalSeconds };
    }

    /// <summary>Milliseconds until the whole answer of an address is read.</summary>
    public async Task<double> AskAsync(string address, CancellationToken stop)
    {
        long start = Stopwatch.GetTimestamp();
        await AnswerAsync(_client, address, stop);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Seconds until a file that is sent is searchable.</summary>
    public async Task<double> SendAsync(string file, CancellationToken stop)
    {
        long start = Stopwatch.GetTimestamp();
        using var body = new StreamContent(File.OpenRead(file));
        using HttpResponseMessage reply = await _client.PostAsync(
            new Uri("/api/v1/submissions?source=template&file_name=" + Path.GetFileName(file), UriKind.Relative),
            body,
            stop
        );
        string said = await reply.Content.ReadAsStringAsync(stop);
        return reply.IsSuccessStatusCode
            ? Stopwatch.GetElapsedTime(start).TotalSeconds
            : throw new InvalidOperationException("The server refused the file: " + said);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _server.Kill();
        await _server.WaitForExitAsync();
        _server.Dispose();
    }

    private static async Task AnswerAsync(HttpClient client, string address, CancellationToken stop)
    {
        using HttpResponseMessage reply = await client.GetAsync(new Uri(address, UriKind.Relative), stop);
        string said = await reply.Content.ReadAsStringAsync(stop);
        if (!reply.IsSuccessStatusCode)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{address}: {(int)reply.StatusCode} {said}"));
    }

    private static async Task<string> KeyAsync(string folder, CancellationToken stop)
    {
        string name = Path.Combine(folder, "bench-key"),
            account = "bench" + Guid.CreateVersion7().ToString("N")[^6..];
        await OwnerAsync(["accounts", "add", account, "--role", "administrator", "--secret-file", name + ".password"]);
        await OwnerAsync(["keys", "add", account, "--scope", "read", "submit", "--secret-file", name]);
        string key = (await File.ReadAllTextAsync(name, stop)).Trim();
        File.Delete(name);
        File.Delete(name + ".password");
        return key;

        async Task OwnerAsync(IReadOnlyList<string> verb)
        {
            MeasuredProcess done = await MeasuredProcess.RunAsync(Surroundings.Executable, [.. verb, "--data", folder, "--json"], stop);
            if (done.ExitCode != 0)
                throw new InvalidOperationException("The owner's verb failed: " + done.Errors + done.Output);
        }
    }
}
