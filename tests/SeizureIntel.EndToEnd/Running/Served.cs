using System;
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

    public static async Task<Served> StartAsync(string program, string dataFolder, CancellationToken cancellationToken)
    {
        Process process = Executable.Start(program, ["serve", "--urls", "http://127.0.0.1:0", "--data", dataFolder], Executable.Root);
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

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
