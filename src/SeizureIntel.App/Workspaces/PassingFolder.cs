using System;
using System.IO;

namespace SeizureIntel.App.Workspaces;

/// <summary>A folder that stands for an absent data folder while it is read; gone afterwards.</summary>
/// <param name="path">The folder; null where the data folder is there.</param>
internal sealed class PassingFolder(string? path) : IDisposable
{
    /// <summary>True where nothing that is kept outlives the run.</summary>
    public bool IsPassing => path is not null;

    public void Dispose()
    {
        if (path is null)
            return;
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (IOException)
        {
            // It is empty and in the system's temporary folder; the system sweeps it.
        }
    }
}
