using System.ComponentModel.DataAnnotations;

namespace SeizureIntel.App.Settings;

/// <summary>Where everything is kept that the default engines keep.</summary>
internal sealed class FolderOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Data";

    /// <summary>The data folder, relative to the current one; <c>--data</c> goes before it. Default <c>data</c>.</summary>
    [Required]
    public string Folder { get; init; } = "data";
}
