using System.Diagnostics;

namespace SeizureIntel.Tests.Storage;

/// <summary>A process that does nothing for a minute.</summary>
internal static class Sleeping
{
    public static Process Start() => Process.Start("sleep", "60");
}
