using System;
using System.Collections.Generic;
using SeizureIntel.Accounts;

namespace SeizureIntel.Workbench.Administration;

/// <summary>Who may sign in, for which office, and with which keys.</summary>
/// <param name="Accounts">By name, closed ones too.</param>
/// <param name="Offices">By name.</param>
/// <param name="Keys">Newest first, ended ones too.</param>
public sealed record PeopleAnswer(IReadOnlyList<PersonAnswer> Accounts, IReadOnlyList<OfficeAnswer> Offices, IReadOnlyList<KeyAnswer> Keys);

/// <summary>Somebody who may sign in.</summary>
/// <param name="Name">The name to sign in with.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Office">Their office.</param>
/// <param name="Ceiling">Highest marking that they see.</param>
/// <param name="State"><c>open</c>, <c>first_password</c>, <c>locked</c> or <c>closed</c>.</param>
/// <param name="UsesCodes">Whether one-time codes are asked for.</param>
/// <param name="RecoveryCodes">Recovery codes left.</param>
/// <param name="CreatedAt">When the account was made.</param>
public sealed record PersonAnswer(
    string Name,
    Role Role,
    string Office,
    string Ceiling,
    string State,
    bool UsesCodes,
    int RecoveryCodes,
    DateTimeOffset CreatedAt
);

/// <summary>An office.</summary>
/// <param name="Id">Its short name.</param>
/// <param name="Name">As printed.</param>
/// <param name="Countries">Countries whose records its people may see; null for every country.</param>
/// <param name="People">Accounts that are open.</param>
public sealed record OfficeAnswer(string Id, string Name, IReadOnlyList<string>? Countries, int People);

/// <summary>A key of a program; never its secret.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Owner">In whose name it asks.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="EndsAt">When it ends.</param>
/// <param name="RevokedAt">When it was revoked; null while it is not.</param>
/// <param name="IsValid">Whether it opens something now.</param>
public sealed record KeyAnswer(
    string Id,
    string Name,
    string Owner,
    IReadOnlyList<string> Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset EndsAt,
    DateTimeOffset? RevokedAt,
    bool IsValid
);
