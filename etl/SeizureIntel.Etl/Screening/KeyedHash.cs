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

    private readonly byte[]? _key;

    /// <summary>The key, 32 characters at least, the same for all who shall find each other's hashes; null where nothing is hashed.</summary>
    public string? Key
    {
        get;
        init
        {
            field = value;
            _key = value is null ? null : Encoding.UTF8.GetBytes(value);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Key is { Length: < ShortestKey })
            yield return new ValidationResult($"{section}:Key has {ShortestKey} characters at least.");
    }

    /// <summary>32 hexadecimal digits for a text; null without a key.</summary>
    /// <param name="text">The text, of what kind it is included: a hash says nothing about texts of another kind.</param>
    private protected string? HashOf(string text) =>
        _key is null ? null : Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
}
