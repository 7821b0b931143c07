using System;
using System.Globalization;
using SeizureIntel.Cases;
using SeizureIntel.Values;

namespace SeizureIntel.Fields;

/// <summary>The hash by which store and index compare what they hold.</summary>
public static class SeizureChecksum
{
    private const ulong Offset = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    // Of a whole number of 32 bits, and of the 64 bits of a double in hexadecimal.
    private const int MostDigits = 16;

    /// <summary>64-bit FNV-1a over a seizure's id, reporting country, date, heading, product, unit and quantity.</summary>
    public static ulong Of(
        string id,
        string reportingCountry,
        int seizureDay,
        string heading,
        string product,
        string unit,
        double? quantity
    )
    {
        ulong hash = Add(Offset, id);
        hash = Add(hash, reportingCountry);
        Span<char> digits = stackalloc char[MostDigits];
        seizureDay.TryFormat(digits, out int length, default, CultureInfo.InvariantCulture);
        hash = Add(hash, digits[..length]);
        hash = Add(hash, heading);
        hash = Add(hash, product);
        hash = Add(hash, unit);
        if (quantity is not { } q)
            return Add(hash, "-");
        BitConverter.DoubleToInt64Bits(q).TryFormat(digits, out length, "x", CultureInfo.InvariantCulture);
        return Add(hash, digits[..length]);
    }

    /// <summary>The hash of a seizure of a case.</summary>
    public static ulong Of(Case seizureCase, Seizure seizure) =>
        Of(
            seizure.Id,
            seizureCase.ReportingCountry.Code,
            seizureCase.SeizureDate.Start.DayNumber,
            seizure.Heading.Code,
            seizure.Product.Code,
            seizure.Quantity?.Unit ?? NonValue.NotStated,
            (double?)seizure.Quantity?.Value
        );

    private static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        unchecked
        {
            foreach (char c in text)
                hash = (hash ^ c) * Prime;
            return (hash ^ 0x1F) * Prime;
        }
    }
}
