using System;
using System.Collections.Generic;

namespace SeizureIntel.Accounts;

/// <summary>A key with which a program asks in the name of a person; it never may more than its owner.</summary>
public sealed record ApiKey
{
    /// <summary>A UUID of version 7, 32 hexadecimal digits; the part of the key that may be shown.</summary>
    public required string Id { get; init; }

    /// <summary>What it is for, in its owner's words.</summary>
    public required string Name { get; init; }

    /// <summary>The account in whose name it asks.</summary>
    public required string AccountId { get; init; }

    /// <summary>SHA-256 of its secret, hexadecimal. The secret has 256 random bits: no salt or slow hash is needed.</summary>
    public required string SecretHash { get; init; }

    /// <summary>What it may do: <c>read</c>, <c>submit</c>, <c>publish</c>, <c>administer</c>.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>When it was revoked; null while it is not.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>True while it opens something.</summary>
    public bool IsValidAt(DateTimeOffset time) => RevokedAt is null && time < EndsAt;
}
