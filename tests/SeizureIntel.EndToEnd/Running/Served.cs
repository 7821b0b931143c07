using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace SeizureIntel.EndToEnd.Running;

/// <summary>A running server on a free port.</summary>
public sealed class Served : IAsyncDisposable
{
    private readonly Process _process;

    private Served(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public int ProcessId => _process.Id;

    public static async Task<Served> StartAsync(
        string program,
        string dataFolder,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
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
        return new Served(process, new Uri(line![at..].Split(';', ' ')[0]));
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
