using System.Collections.Generic;
using System.Globalization;
using System.Threading.Tasks;
using SeizureIntel.Tests.Search.Elasticsearch;
using Xunit;

namespace SeizureIntel.EndToEnd.Running;

/// <summary>An Elasticsearch for the tests of a class, and the environment that points the product to it.</summary>
public sealed class EngineServer : IAsyncLifetime
{
    private FoundElasticsearch? _found;

    /// <summary>Settings of the product as variables of its environment; skips the test, saying why, where there is no server.</summary>
    /// <param name="prefix">What the names of the test's own indices begin with.</param>
    public IReadOnlyDictionary<string, string> Environment(string prefix)
    {
        Assert.SkipWhen(_found?.Endpoint is null, $"Skipped: no Elasticsearch ({_found?.How}).");
        return new Dictionary<string, string>
        {
            ["Search__Kind"] = "Elasticsearch",
            ["Search__Elasticsearch__Endpoints"] = _found!.Endpoint!,
            ["Search__Elasticsearch__Replicas"] = "0",
            ["Search__Elasticsearch__Prefix"] = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{System.Environment.ProcessId}"),
        };
    }

    public async ValueTask InitializeAsync() =>
        _found = await FoundElasticsearch.FindAsync(Executable.Root, "512m", TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_found is not null)
            await _found.DisposeAsync();
    }
}
