using System;
using System.IO;

namespace SeizureIntel.Workbench.Bulletins;

/// <summary>A folder for the files of one bulletin while it is made; gone afterwards.</summary>
internal sealed class WorkingFolder : IDisposable
{
    /// <summary>Its path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("seizureintel-bulletin-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
