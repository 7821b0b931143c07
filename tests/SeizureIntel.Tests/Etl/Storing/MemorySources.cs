using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Ports;
using SeizureIntel.Submissions;

namespace SeizureIntel.Tests.Etl.Storing;

/// <summary>Accepted sources in memory, for tests of what accepts them.</summary>
internal sealed class MemorySources : ISourceStore
{
    private readonly Dictionary<string, KeptSource> _kept = [];

    public Task SaveSourceAsync(KeptSource source, CancellationToken cancellationToken)
    {
        _kept[source.Name] = source;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<KeptSource>> SourcesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<KeptSource>>([.. _kept.Values.OrderBy(s => s.Name, System.StringComparer.Ordinal)]);

    public Task<bool> RemoveSourceAsync(string name, CancellationToken cancellationToken) => Task.FromResult(_kept.Remove(name));
}
