using System.ComponentModel.DataAnnotations;

namespace SeizureIntel.Workbench.Bulletins;

/// <summary>What every bulletin says about its issuer.</summary>
public sealed class BulletinOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Bulletin";

    /// <summary>The issuing unit, never a person.</summary>
    [Required]
    public string Originator { get; init; } = "Regional intelligence liaison office";

    /// <summary>Mailbox of the unit for answers; null for none.</summary>
    public string? Contact { get; init; }
}
