using System;
using System.Globalization;
using System.Text;
using SeizureIntel.Cases;
using SeizureIntel.Values;

namespace SeizureIntel.Fields;

/// <summary>The hash by which store and index compare what they hold.</summary>
public static class SeizureChecksum
{
    private const ulong Offset = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    // Behind each part, so that letters cannot move from one to the next.
    private const ulong End = 0x1F;

    // Of a whole number of 32 bits, and of the 64 bits of a double in hexadecimal.
    private const int MostDigits = 16;

    /// <summary>64-bit FNV-1a over a seizure's id, reporting country, date, heading, product, unit and quantity; texts in UTF-8.</summary>
    public static ulong Of(
        ReadOnlySpan<byte> id,
        ReadOnlySpan<byte> reportingCountry,
        int seizureDay,
        ReadOnlySpan<byte> heading,
        ReadOnlySpan<byte> product,
        ReadOnlySpan<byte> unit,
        double? quantity
    )
    {
        ulong hash = Add(Add(Add(Offset, id), reportingCountry), seizureDay);
        return Add(Add(Add(Add(hash, heading), product), unit), quantity);
    }

    /// <summary>The hash of a seizure of a case.</summary>
    public static ulong Of(Case seizureCase, Seizure seizure)
    {
        ulong hash = Add(Add(Add(Offset, seizure.Id), seizureCase.ReportingCountry.Code), seizureCase.SeizureDate.Start.DayNumber);
        string unit = seizure.Quantity?.Unit ?? NonValue.NotStated;
        return Add(Add(Add(Add(hash, seizure.Heading.Code), seizure.Product.Code), unit), (double?)seizure.Quantity?.Value);
    }

    private static ulong Add(ulong hash, int day)
    {
        Span<byte> digits = stackalloc byte[MostDigits];
        day.TryFormat(digits, out int length, default, CultureInfo.InvariantCulture);
        return Add(hash, digits[..length]);
    }

    private static ulong Add(ulong hash, double? quantity)
    {
        if (quantity is not { } value)
            return Add(hash, "-"u8);
        Span<byte> digits = stackalloc byte[MostDigits];
        BitConverter.DoubleToInt64Bits(value).TryFormat(digits, out int length, "x", CultureInfo.InvariantCulture);
        return Add(hash, digits[..length]);
    }

    // Letters are hashed as UTF-16, which for ASCII is byte by byte.
    private static ulong Add(ulong hash, ReadOnlySpan<byte> utf8)
    {
        if (!Ascii.IsValid(utf8))
            return Add(hash, Encoding.UTF8.GetString(utf8));
        unchecked
        {
            foreach (byte b in utf8)
                hash = (hash ^ b) * Prime;
            return (hash ^ End) * Prime;
        }
    }

    private static ulong Add(ulong hash, string text)
    {
        unchecked
        {
            foreach (char c in text)
                hash = (hash ^ c) * Prime;
            return (hash ^ End) * Prime;
        }
    }
}
