using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Linq;
using SeizureIntel.Accounts;
using SeizureIntel.Values;

namespace SeizureIntel.App.Security;

/// <summary>Settings of the office's own provider of OpenID Connect; without an authority there is none.</summary>
public sealed class ProviderOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = AccessOptions.Section + ":Provider";

    /// <summary>Address of the provider, of whose claims below it is the issuer: <c>https</c>, or this machine; null for no provider.</summary>
    public string? Authority { get; init; }

    /// <summary>The name under which the provider knows this product.</summary>
    public string? ClientId { get; init; }

    /// <summary>The secret that goes with it, from the environment or a file of secrets; null for a public client.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>What the button of the sign-in page calls it.</summary>
    [Required]
    public string Name { get; init; } = "your office";

    /// <summary>What is asked of the provider, separated by blanks.</summary>
    [Required]
    public string Scopes { get; init; } = "openid profile";

    /// <summary>Claim that becomes the account's name.</summary>
    [Required]
    public string NameClaim { get; init; } = "preferred_username";

    /// <summary>Claim that states roles; several values are several claims.</summary>
    [Required]
    public string RoleClaim { get; init; } = "roles";

    /// <summary>Claim that states the office.</summary>
    [Required]
    public string OfficeClaim { get; init; } = "office";

    /// <summary>Values of the role's claim that make a contributor, separated by commas.</summary>
    public string Contributors { get; init; } = "";

    /// <summary>Values that make an analyst.</summary>
    public string Analysts { get; init; } = "";

    /// <summary>Values that make a publisher.</summary>
    public string Publishers { get; init; } = "";

    /// <summary>Values that make an administrator.</summary>
    public string Administrators { get; init; } = "";

    /// <summary>Values of the office's claim and the offices that they mean, <c>VALUE=office</c>, separated by commas; a value that is not named here
    /// is the short name of an office itself.</summary>
    public string Offices { get; init; } = "";

    /// <summary>Highest marking that a person sees who comes for the first time; an administrator changes it.</summary>
    [Required]
    public string Marking { get; init; } = "AMBER";

    /// <summary>Whether there is a provider.</summary>
    internal bool IsOn => !string.IsNullOrWhiteSpace(Authority);

    /// <summary>The highest role that these values make; null for none.</summary>
    internal Role? RoleOf(IReadOnlyCollection<string> values)
    {
        (Role Role, string Made)[] roles =
        [
            (Role.Administrator, Administrators),
            (Role.Publisher, Publishers),
            (Role.Analyst, Analysts),
            (Role.Contributor, Contributors),
        ];
        foreach ((Role role, string made) in roles)
        {
            if (Listed(made).Intersect(values, StringComparer.Ordinal).Any())
                return role;
        }

        return null;
    }

    /// <summary>The short name of the office that a value means.</summary>
    internal string OfficeOf(string value) =>
        Listed(Offices).Select(o => o.Split('=', 2, StringSplitOptions.TrimEntries)).FirstOrDefault(o => o[0] == value) is [_, var office]
            ? office
            : value;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn)
            yield break;
        if (
            !Uri.TryCreate(Authority, UriKind.Absolute, out Uri? address)
            || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        )
            yield return new ValidationResult($"{Section}:Authority is '{Authority}'; it is an https address.");
        if (string.IsNullOrWhiteSpace(ClientId))
            yield return new ValidationResult($"{Section}:ClientId is needed where there is an authority.");
        if (Listed(Contributors + ',' + Analysts + ',' + Publishers + ',' + Administrators).Length == 0)
            yield return new ValidationResult($"{Section}:Analysts, or another role, names the claims that make it; else nobody comes in.");
        if (Markings.Find(Marking) is null)
            yield return new ValidationResult($"{Section}:Marking is '{Marking}'; it is one of {string.Join(", ", Markings.All)}.");
        if (Listed(Offices).Any(o => o.Split('=') is not [{ Length: > 0 }, { Length: > 0 }]))
            yield return new ValidationResult($"{Section}:Offices is '{Offices}'; it is VALUE=office, separated by commas.");
    }

    private static string[] Listed(string values) =>
        values.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
