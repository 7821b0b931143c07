using System;

namespace SeizureIntel.Storage.Model;

/// <summary>An account as stored; times are UTC.</summary>
internal sealed class AccountRow
{
    public required string Id { get; set; }

    public required string Name { get; set; }

    public required string Role { get; set; }

    public required string OfficeId { get; set; }

    public required string Ceiling { get; set; }

    public string? PasswordHash { get; set; }

    public DateTime? PasswordEnds { get; set; }

    public bool MustChangePassword { get; set; }

    public required string SecurityStamp { get; set; }

    public int FailedAttempts { get; set; }

    public DateTime? LockedUntil { get; set; }

    public string? AuthenticatorKey { get; set; }

    public bool UsesCodes { get; set; }

    /// <summary>Hashes with spaces between.</summary>
    public required string RecoveryCodes { get; set; }

    public bool IsClosed { get; set; }

    public DateTime CreatedAt { get; set; }

    public int Version { get; set; }
}
