using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace SeizureIntel.Etl.Screening;

/// <summary>Serial numbers of weapons as keyed hashes (HMAC-SHA256): two of them can be compared, none can be read or tried out without the key.</summary>
/// <remarks>A number leads through a registry to a person. Who holds the key can try numbers out; it belongs where the other secrets are.</remarks>
public sealed class SerialHash : IValidatableObject
{
    /// <summary>Name of the section of settings.</summary>
    public const string Section = "Serials";

    private const int ShortestKey = 32;
    private const int ShortestNumber = 3;
    private const int Bytes = 16;

    /// <summary>The key, 32 characters at least; null where serial numbers are counted and dropped.</summary>
    public string? Key { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Key is { Length: < ShortestKey })
            yield return new ValidationResult("Serials:Key has 32 characters at least.");
    }

    /// <summary>The hash of a number, whatever its blanks, dashes and letter case; 32 hexadecimal digits. Null without a key, and for what is
    /// no serial number: too short, or without a digit, as "illegible" is.</summary>
    public string? Of(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        string plain = string.Concat(
            number.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(c => char.IsLetter(c) || char.IsDigit(c))
        );
        if (Key is null || plain.Length < ShortestNumber || !plain.Any(char.IsDigit))
            return null;
        byte[] hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes("serial\n" + plain));
        return Convert.ToHexStringLower(hash.AsSpan(0, Bytes));
    }
}
