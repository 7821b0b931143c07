using System;

namespace SeizureIntel.Storage.Model;

/// <summary>A key for programs as stored; times are UTC.</summary>
internal sealed class ApiKeyRow
{
    public required string Id { get; set; }

    public required string Name { get; set; }

    public required string AccountId { get; set; }

    public required string SecretHash { get; set; }

    /// <summary>Scopes with spaces between.</summary>
    public required string Scopes { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime EndsAt { get; set; }

    public DateTime? RevokedAt { get; set; }
}
