using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Ports;
using SeizureIntel.Search.Elasticsearch;
using SeizureIntel.Search.Settings;
using SeizureIntel.Tests.Ports;
using Xunit;

namespace SeizureIntel.Tests.Search.Elasticsearch;

/// <summary>The contract of the index against a real server.</summary>
public sealed class ElasticsearchIndexTests(ElasticsearchServer server) : SeizureIndexContract, IAsyncLifetime
{
    private readonly List<ElasticsearchIndex> _open = [];
    private ElasticsearchOptions? _options;

    public async ValueTask InitializeAsync() => _options = await server.OptionsAsync();

    public ValueTask DisposeAsync()
    {
        foreach (ElasticsearchIndex index in _open)
            index.Dispose();
        return default;
    }

    // Some eighty questions are asked of one filled index: the server takes half a second to make one.
    protected override async Task<ISeizureIndex> SharedAsync() =>
        await server.SharedAsync(async () =>
        {
            ISeizureIndex shared = await Filled();
            _open.Remove((ElasticsearchIndex)shared);
            return shared;
        });

    protected override ISeizureIndex NewIndex()
    {
        var index = new ElasticsearchIndex(_options!, IndexSample.Lists, TimeProvider.System, NullLogger<ElasticsearchIndex>.Instance);
        _open.Add(index);
        return index;
    }
}
