using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace SeizureIntel.EndToEnd.Running;

/// <summary>A running server on a free port.</summary>
public sealed class Served : IAsyncDisposable
{
    private readonly Process _process;

    private Served(Process process, Uri address, string key)
    {
        _process = process;
        Address = address;
        Key = key;
    }

    public Uri Address { get; }

    /// <summary>A key of an administrator who sees everything.</summary>
    public string Key { get; }

    /// <summary>A client that asks with the key.</summary>
    public HttpClient Client()
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        return client;
    }

    public int ProcessId => _process.Id;

    public static async Task<Served> StartAsync(
        string program,
        string dataFolder,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        string key = await KeyAsync(dataFolder, environment);
        Process process = Executable.Start(
            program,
            ["serve", "--urls", "http://127.0.0.1:0", "--data", dataFolder],
            Executable.Root,
            environment
        );
        _ = process.StandardError.ReadToEndAsync(cancellationToken);
        string? line = await process
            .StandardOutput.ReadLineAsync(cancellationToken)
            .AsTask()
            .WaitAsync(TimeSpan.FromMinutes(3), cancellationToken);
        int at = line?.IndexOf("http://", StringComparison.Ordinal) ?? -1;
        if (at < 0)
            throw new InvalidOperationException($"The server said '{line}' instead of its address.");
        return new Served(process, new Uri(line![at..].Split(';', ' ')[0]), key);
    }

    // As an operator makes one: an account, then a key in its name; both secrets go to files of their owner.
    private static async Task<string> KeyAsync(string dataFolder, IReadOnlyDictionary<string, string>? environment)
    {
        string secrets = Directory.CreateTempSubdirectory("seizureintel-secrets-").FullName,
            name = Path.GetFileName(secrets).ToLowerInvariant(),
            key = Path.Combine(secrets, "key");
        await RunAsync(
            "accounts",
            "add",
            name,
            "--role",
            "administrator",
            "--marking",
            "RED",
            "--secret-file",
            Path.Combine(secrets, "password")
        );
        await RunAsync("keys", "add", name, "--scope", "read", "submit", "decide", "publish", "administer", "--secret-file", key);
        string secret = await File.ReadAllTextAsync(key);
        Directory.Delete(secrets, recursive: true);
        return secret;

        async Task RunAsync(params string[] arguments)
        {
            Ended ended = await Executable.RunAsync(Executable.Product, [.. arguments, "--data", dataFolder], Executable.Root, environment);
            if (ended.ExitCode != 0)
                throw new InvalidOperationException(ended.Errors);
        }
    }

    /// <summary>Ends it as a power cut would: nothing is closed, nothing is tidied up.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }
}
