using System.ComponentModel.DataAnnotations;

namespace SeizureIntel.App.Settings;

/// <summary>Bounds of the files that come in by the network.</summary>
internal sealed class UploadOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Uploads";

    /// <summary>The largest file, MiB, 1 to 1 048 576. Default 2048.</summary>
    [Range(1, 1 << 20)]
    public int LargestMebibytes { get; init; } = 2048;

    /// <summary>The most rows of a file, 1 to 2 147 483 647. Default 10 000 000.</summary>
    [Range(1, int.MaxValue)]
    public int MostRows { get; init; } = 10_000_000;

    /// <summary>How much of a file waits in memory for its reading, MiB, 0 to 65 536; what is beyond waits encrypted in a file without a name.
    /// Default 16.</summary>
    [Range(0, 1 << 16)]
    public int MemoryMebibytes { get; init; } = 16;

    /// <summary>Files received at once, 1 to 1000; the next ones wait and are not read meanwhile. Default 4.</summary>
    [Range(1, 1000)]
    public int AtOnce { get; init; } = 4;

    /// <summary>How long a file waits for its turn before it is sent away with 503, seconds, 0 to 86 400. Default 30.</summary>
    [Range(0, 86_400)]
    public int WaitSeconds { get; init; } = 30;
}
