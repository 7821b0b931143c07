namespace SeizureIntel.App.Settings;

/// <summary>The mapper between the domain's objects and the contracts.</summary>
internal sealed class MappingOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "AutoMapper";

    /// <summary>AutoMapper's licence key; null where none is needed (docs/decisions/0012).</summary>
    public string? Key { get; init; }
}
