using System;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Ports;
using SeizureIntel.Search.Settings;
using SeizureIntel.Tests.Architecture;
using SeizureIntel.Tests.Search.Elasticsearch;
using Xunit;

[assembly: AssemblyFixture(typeof(ElasticsearchServer))]

namespace SeizureIntel.Tests.Search.Elasticsearch;

/// <summary>One real Elasticsearch for all tests, looked for when the first of them needs it.</summary>
public sealed class ElasticsearchServer : IAsyncDisposable
{
    private static int s_prefixes;

    private readonly SemaphoreSlim _starting = new(1, 1);
    private FoundElasticsearch? _found;
    private ISeizureIndex? _shared;

    /// <summary>Options for indices that no other test sees; skips the test, saying why, where there is no server.</summary>
    public async Task<ElasticsearchOptions> OptionsAsync()
    {
        await _starting.WaitAsync();
        try
        {
            _found ??= await FoundElasticsearch.FindAsync(House.Root, "512m", TestContext.Current.CancellationToken);
        }
        finally
        {
            _starting.Release();
        }

        if (_found.Endpoint is not { } endpoint)
        {
            Assert.Skip($"Skipped: no Elasticsearch ({_found.How}).");
            return new ElasticsearchOptions();
        }

        return new ElasticsearchOptions
        {
            Endpoints = endpoint,
            Prefix = $"test-{Environment.ProcessId}-{Interlocked.Increment(ref s_prefixes)}",
            Replicas = 0,
        };
    }

    /// <summary>An index made once for all who only read it.</summary>
    public async Task<ISeizureIndex> SharedAsync(Func<Task<ISeizureIndex>> make)
    {
        await _starting.WaitAsync();
        try
        {
            return _shared ??= await make();
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        (_shared as IDisposable)?.Dispose();
        if (_found is not null)
            await _found.DisposeAsync();
        _starting.Dispose();
    }
}
