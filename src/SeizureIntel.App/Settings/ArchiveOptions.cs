namespace SeizureIntel.App.Settings;

/// <summary>Where that stands which all processes over one store share and which is not in the store.</summary>
internal sealed class ArchiveOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Archive";

    /// <summary>A folder for the archive of what came in, the keys that protect cookies, the models and the office's words of screening, relative to the
    /// current one; null for the data folder. Several machines name the same one, on a file system that knows locks.</summary>
    public string? Folder { get; init; }
}
