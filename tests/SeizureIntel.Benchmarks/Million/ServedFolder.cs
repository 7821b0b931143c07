using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
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
    // What the server logs when a submission is committed.
    private const string Committed = "Kept submission";

    private readonly Process _server;
    private readonly HttpClient _client;
    private long _committedAt;

    private ServedFolder(Process server, HttpClient client)
    {
        _server = server;
        _client = client;
    }

    /// <summary>Where it serves.</summary>
    public Uri Address => _client.BaseAddress!;

    /// <summary>The key it is asked with: of an administrator who sees everything.</summary>
    public string Key => _client.DefaultRequestHeaders.Authorization!.Parameter!;

    /// <summary>Seconds from the start of the process until the first search was answered.</summary>
    public double SecondsUntilAnswer { get; private init; }

    /// <summary>Largest resident set so far, MB.</summary>
    public double PeakMegabytes => MeasuredProcess.PeakOf(_server.Id);

    /// <summary>Makes a key, starts the server and asks it once.</summary>
    public static async Task<ServedFolder> StartAsync(string folder, CancellationToken stop)
    {
        string key = await KeyAsync(folder, ["--role", "administrator", "--marking", "RED"], stop);
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
        ServedFolder? served = null;
        server.ErrorDataReceived += (_, line) => served?.Note(line.Data);
        server.BeginErrorReadLine();
        string said = "";
        do said += await server.StandardOutput.ReadLineAsync(stop) ?? throw new InvalidOperationException("The server ended: " + said);
        while (!said.Contains('}', StringComparison.Ordinal));
        using JsonDocument started = JsonDocument.Parse(said);
        HttpClient client = Client(new Uri(started.RootElement.GetProperty("urls")[0].GetString()!), key);
        await AnswerAsync(client, "/api/v1/search?size=1", stop);
        return served = new ServedFolder(server, client) { SecondsUntilAnswer = Stopwatch.GetElapsedTime(start).TotalSeconds };
    }

    /// <summary>A program that asks with a key, over connections of its own.</summary>
    public static HttpClient Client(Uri address, string key)
    {
        var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>Milliseconds until the whole answer of an address is read.</summary>
    public async Task<double> AskAsync(string address, CancellationToken stop) => (await ReadAsync(address, stop)).Milliseconds;

    /// <summary>An address's whole answer, and the milliseconds until it was read.</summary>
    public async Task<(double Milliseconds, string Answer)> ReadAsync(string address, CancellationToken stop)
    {
        long start = Stopwatch.GetTimestamp();
        string said = await AnswerAsync(_client, address, stop);
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, said);
    }

    /// <summary>Stops every study that runs or waits, and waits until none does.</summary>
    public async Task StopStudiesAsync(CancellationToken stop)
    {
        while (true)
        {
            using JsonDocument jobs = JsonDocument.Parse(await AnswerAsync(_client, "/api/v1/jobs", stop));
            string[] running =
            [
                .. jobs
                    .RootElement.EnumerateArray()
                    .Where(j => j.GetProperty("state").GetString() is "running" or "waiting")
                    .Select(j => j.GetProperty("id").GetString()!),
            ];
            if (running.Length == 0)
                return;
            foreach (string id in running)
                (await _client.DeleteAsync(new Uri("/api/v1/jobs/" + id, UriKind.Relative), stop)).Dispose();
            await Task.Delay(50, stop);
        }
    }

    /// <summary>Waits until no study runs that an earlier question began, and says how many seconds.</summary>
    public async Task<double> QuietAsync(CancellationToken stop)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            using JsonDocument jobs = JsonDocument.Parse(await AnswerAsync(_client, "/api/v1/jobs", stop));
            if (!jobs.RootElement.EnumerateArray().Any(j => j.GetProperty("state").GetString() is "running" or "waiting"))
                return Stopwatch.GetElapsedTime(start).TotalSeconds;
            await Task.Delay(100, stop);
        }
    }

    /// <summary>Seconds until a file that is sent is searchable: from its sending on, and from its commit on.</summary>
    public async Task<(double Whole, double AfterCommit)> SendAsync(string file, CancellationToken stop)
    {
        long start = Stopwatch.GetTimestamp();
        using var body = new StreamContent(File.OpenRead(file));
        using HttpResponseMessage reply = await _client.PostAsync(
            new Uri("/api/v1/submissions?source=template&file_name=" + Path.GetFileName(file), UriKind.Relative),
            body,
            stop
        );
        string said = await reply.Content.ReadAsStringAsync(stop);
        long end = Stopwatch.GetTimestamp();
        long committed = Interlocked.Read(ref _committedAt);
        return reply.IsSuccessStatusCode && committed > start
            ? (Stopwatch.GetElapsedTime(start, end).TotalSeconds, Stopwatch.GetElapsedTime(committed, end).TotalSeconds)
            : throw new InvalidOperationException("The server did not keep the file: " + said);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _server.Kill();
        await _server.WaitForExitAsync();
        _server.Dispose();
    }

    private void Note(string? line)
    {
        if (line?.Contains(Committed, StringComparison.Ordinal) == true)
            Interlocked.Exchange(ref _committedAt, Stopwatch.GetTimestamp());
    }

    private static async Task<string> AnswerAsync(HttpClient client, string address, CancellationToken stop)
    {
        using HttpResponseMessage reply = await client.GetAsync(new Uri(address, UriKind.Relative), stop);
        string said = await reply.Content.ReadAsStringAsync(stop);
        if (!reply.IsSuccessStatusCode)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{address}: {(int)reply.StatusCode} {said}"));
        return said;
    }

    /// <summary>Makes an account and a key of it, as the owner of the data does.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="who">What the account is: the options of <c>accounts add</c>.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<string> KeyAsync(string folder, IReadOnlyList<string> who, CancellationToken stop)
    {
        string name = Path.Combine(folder, "bench-key"),
            account = "bench" + Guid.CreateVersion7().ToString("N")[^6..];
        await OwnerAsync(["accounts", "add", account, .. who, "--secret-file", name + ".password"]);
        await OwnerAsync(["keys", "add", account, "--scope", .. Scopes(who), "--secret-file", name]);
        string key = (await File.ReadAllTextAsync(name, stop)).Trim();
        File.Delete(name);
        File.Delete(name + ".password");
        return key;

        static string[] Scopes(IReadOnlyList<string> who) =>
            who.Contains("administrator") ? ["read", "submit", "decide", "administer"] : ["read", "decide"];

        async Task OwnerAsync(IReadOnlyList<string> verb)
        {
            MeasuredProcess done = await MeasuredProcess.RunAsync(Surroundings.Executable, [.. verb, "--data", folder, "--json"], stop);
            if (done.ExitCode != 0)
                throw new InvalidOperationException("The owner's verb failed: " + done.Errors + done.Output);
        }
    }
}
