using System;
using System.IO;

namespace SeizureIntel.Benchmarks.Million;

/// <summary>A folder that lives as long as the case.</summary>
internal sealed class PassingFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-bench-");

    /// <summary>A place in it.</summary>
    public string At(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
