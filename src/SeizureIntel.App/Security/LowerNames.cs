using Microsoft.AspNetCore.Identity;

namespace SeizureIntel.App.Security;

/// <summary>Names to sign in with are kept in lower case, whatever the machine's culture.</summary>
internal sealed class LowerNames : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name?.Trim().ToLowerInvariant();

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
