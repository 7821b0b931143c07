using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;

namespace SeizureIntel.App.Security;

/// <summary>Settings of signing in.</summary>
public sealed class AccessOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = "SignIn";

    /// <summary>Hours after which a session without a request ends; 1 to 24.</summary>
    [Range(1, 24)]
    public int SessionHours { get; init; } = 8;

    /// <summary>Failed attempts after which an account is locked; 3 to 20.</summary>
    [Range(3, 20)]
    public int Attempts { get; init; } = 5;

    /// <summary>Minutes for which it is locked; 1 to 1,440.</summary>
    [Range(1, 1440)]
    public int LockMinutes { get; init; } = 15;

    /// <summary>Sign-in attempts a minute from one network address; 1 to 1,000.</summary>
    [Range(1, 1000)]
    public int AttemptsAMinute { get; init; } = 20;

    /// <summary>Requests a minute of one account, its keys included; 60 to 100,000.</summary>
    [Range(60, 100_000)]
    public int RequestsAMinute { get; init; } = 1200;

    /// <summary>File of the certificate (PKCS #12) that encrypts the keys of cookies on disk; null leaves them readable for the owner of the data
    /// folder alone.</summary>
    public string? KeyCertificate { get; init; }

    /// <summary>True where a proxy in front speaks TLS and is the only one that can reach this process; else an address beyond this machine demands
    /// <c>https</c>.</summary>
    public bool BehindProxy { get; init; }

    /// <summary>The office's own provider of OpenID Connect.</summary>
    public ProviderOptions Provider { get; init; } = new();

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(Provider, new ValidationContext(Provider), problems, validateAllProperties: true);
        return problems;
    }
}
