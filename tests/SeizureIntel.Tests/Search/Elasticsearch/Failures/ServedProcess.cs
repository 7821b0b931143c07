using System;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace SeizureIntel.Tests.Search.Elasticsearch.Failures;

/// <summary>A server of the product on a free port, with a key that may everything.</summary>
internal sealed class ServedProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private ServedProcess(Process process, string address, string key)
    {
        _process = process;
        Http = new HttpClient { BaseAddress = new Uri(address) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public HttpClient Http { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts it.</summary>
    /// <param name="app">Over which data folder and cluster.</param>
    /// <param name="secrets">A folder for the password and the key.</param>
    public static async Task<ServedProcess> StartAsync(AppProcess app, string secrets)
    {
        string key = Path.Combine(secrets, "key"),
            password = Path.Combine(secrets, "password");
        await DoneAsync(app, "accounts", "add", "ops", "--role", "administrator", "--marking", "RED", "--secret-file", password);
        await DoneAsync(app, "keys", "add", "ops", "--scope", "read", "submit", "publish", "administer", "--secret-file", key);
        Process process = app.Start("serve", "--urls", "http://127.0.0.1:0");
        _ = process.StandardError.ReadToEndAsync(Stop);
        string line = await process.StandardOutput.ReadLineAsync(Stop).AsTask().WaitAsync(Patience, Stop) ?? "";
        int at = line.IndexOf("http://", StringComparison.Ordinal);
        Assert.True(at >= 0, $"The server said '{line}' instead of its address.");
        return new ServedProcess(process, line[at..].Split(';', ' ')[0], (await File.ReadAllTextAsync(key, Stop)).Trim());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static async Task DoneAsync(AppProcess app, params string[] arguments)
    {
        AppProcess.Ended ended = await app.RunAsync(arguments);
        Assert.True(ended.ExitCode == 0, ended.ToString());
    }
}
