using System;
using System.Linq;
using System.Text;

namespace SeizureIntel.Etl.Screening;

/// <summary>Serial numbers of weapons as keyed hashes; without a key they are counted and dropped.</summary>
/// <remarks>A number leads through a registry to a person. Who holds the key can try numbers out; it belongs where the other secrets are.</remarks>
public sealed class SerialHash() : KeyedHash(Section)
{
    /// <summary>Name of the section of settings.</summary>
    public const string Section = "Serials";

    private const int ShortestNumber = 3;

    /// <summary>The hash of a number, whatever its blanks, dashes and letter case; 32 hexadecimal digits. Null without a key, and for what is
    /// no serial number: too short, or without a digit, as "illegible" is.</summary>
    public string? Of(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        string plain = string.Concat(
            number.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(c => char.IsLetter(c) || char.IsDigit(c))
        );
        return plain.Length < ShortestNumber || !plain.Any(char.IsDigit) ? null : HashOf("serial\n" + plain);
    }
}
