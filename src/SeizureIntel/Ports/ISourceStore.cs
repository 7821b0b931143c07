using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Submissions;

namespace SeizureIntel.Ports;

/// <summary>Reporting formats that were suggested and accepted, shared by all processes; it holds formats and no seizure.</summary>
/// <remarks>Writing one never waits for a load.</remarks>
public interface ISourceStore
{
    /// <summary>Keeps a source; one of the same name is replaced.</summary>
    Task SaveSourceAsync(KeptSource source, CancellationToken cancellationToken);

    /// <summary>All sources kept, accepted or not, by name.</summary>
    Task<IReadOnlyList<KeptSource>> SourcesAsync(CancellationToken cancellationToken);

    /// <summary>Forgets a source; submissions taken in by it stay.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> RemoveSourceAsync(string name, CancellationToken cancellationToken);
}
