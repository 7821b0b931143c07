using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;

namespace SeizureIntel.Etl.Screening;

/// <summary>Hashes under a key (HMAC-SHA256): two of them can be compared, none can be read or tried out without the key.</summary>
/// <param name="section">Name of the section of settings that holds the key.</param>
public abstract class KeyedHash(string section) : IValidatableObject
{
    private const int ShortestKey = 32;
    private const int Bytes = 16;

    /// <summary>The key, 32 characters at least, the same for all who shall find each other's hashes; null where nothing is hashed.</summary>
    public string? Key { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Key is { Length: < ShortestKey })
            yield return new ValidationResult($"{section}:Key has {ShortestKey} characters at least.");
    }

    /// <summary>32 hexadecimal digits for a text; null without a key.</summary>
    /// <param name="text">The text, of what kind it is included: a hash says nothing about texts of another kind.</param>
    private protected string? HashOf(string text) =>
        Key is null
            ? null
            : Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
}
