using System;
using System.Collections.Generic;
using SeizureIntel.Readers;
using SeizureIntel.Values;

namespace SeizureIntel.Accounts;

/// <summary>A person who may sign in. The only nominal record that is kept: who works here, never who was found with what.</summary>
public sealed record Account
{
    /// <summary>A UUID of version 7, 32 hexadecimal digits; it stays when the name changes.</summary>
    public required string Id { get; init; }

    /// <summary>The name to sign in with, in lower case; unique.</summary>
    public required string Name { get; init; }

    /// <summary>What the person may do.</summary>
    public required Role Role { get; init; }

    /// <summary>The office they belong to.</summary>
    public required string OfficeId { get; init; }

    /// <summary>Highest marking they may see.</summary>
    public required Marking Ceiling { get; init; }

    /// <summary>The password, hashed by the sign-in's own hasher; null where a provider of the office signs them in.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Until when the password opens anything; a first one lives 24 hours. Null for no end.</summary>
    public DateTimeOffset? PasswordEnds { get; init; }

    /// <summary>True until the person has chosen a password of their own.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>Changes with password and role: sessions that know another one are over.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>Failed attempts since the last success.</summary>
    public int FailedAttempts { get; init; }

    /// <summary>Until when nobody can sign in; null for no lock.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>The shared key of the one-time codes, protected by the keys of the installation; null where none was set up.</summary>
    public string? AuthenticatorKey { get; init; }

    /// <summary>Whether one-time codes are asked for.</summary>
    public bool UsesCodes { get; init; }

    /// <summary>Hashes of the recovery codes left.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; init; } = [];

    /// <summary>Closed accounts open nothing and keep their name.</summary>
    public bool IsClosed { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts the changes: who changes an account says which one they saw.</summary>
    public int Version { get; init; }

    /// <summary>Who asks when this person does.</summary>
    /// <param name="office">Their office.</param>
    /// <exception cref="ArgumentException">It is not theirs.</exception>
    public Reader ReaderIn(Office office)
    {
        ArgumentNullException.ThrowIfNull(office);
        if (office.Id != OfficeId)
            throw new ArgumentException($"The account belongs to another office than {office.Id}.", nameof(office));
        return (office.Countries is { } countries ? Reader.Of(Ceiling, countries) : Reader.UpTo(Ceiling)).In(office.Id);
    }
}
