using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Ports;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Sources;

/// <summary>Every reporting format that files are taken in by: those shipped, and those accepted since, which all processes share.</summary>
/// <param name="shipped">The sources of the program.</param>
/// <param name="kept">Those that people accepted.</param>
public sealed class SourceShelf(IReadOnlyList<SourceDescription> shipped, ISourceStore kept)
{
    // Descriptions are read again only when their text changed.
    private readonly ConcurrentDictionary<(string Name, string Text), SourceDescription?> _parsed = new();

    /// <summary>The sources of the program.</summary>
    public IReadOnlyList<SourceDescription> Shipped => shipped;

    /// <summary>Those shipped, then those accepted, each in the order of their names.</summary>
    public async Task<IReadOnlyList<SourceDescription>> AllAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<KeptSource> sources = await kept.SourcesAsync(cancellationToken).ConfigureAwait(false);
        return sources.Count == 0
            ? shipped
            : [.. shipped, .. sources.Where(s => s.AcceptedAt is not null).Select(Parsed).OfType<SourceDescription>()];
    }

    /// <summary>Those suggested, accepted or not.</summary>
    public Task<IReadOnlyList<KeptSource>> KeptAsync(CancellationToken cancellationToken) => kept.SourcesAsync(cancellationToken);

    /// <summary>Keeps a source under its name.</summary>
    /// <exception cref="InvalidDataException">Its description cannot be read, or its name is a shipped source's.</exception>
    public Task KeepAsync(KeptSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        SourceDescription.Parse(source.Description, source.Name);
        if (shipped.Any(s => s.Name == source.Name))
            throw new InvalidDataException($"Source {source.Name} is shipped with the program; choose another name.");
        return kept.SaveSourceAsync(source, cancellationToken);
    }

    /// <summary>Forgets a source that was suggested or accepted.</summary>
    /// <returns>Whether there was one.</returns>
    public Task<bool> RemoveAsync(string name, CancellationToken cancellationToken) => kept.RemoveSourceAsync(name, cancellationToken);

    // A description of another version that this one cannot read is left out rather than stopping every load; the list of sources shows it.
    private SourceDescription? Parsed(KeptSource source) => _parsed.GetOrAdd((source.Name, source.Description), static key =>
        {
            try
            {
                return SourceDescription.Parse(key.Text, key.Name);
            }
            catch (InvalidDataException)
            {
                return null;
            }
        });
}
