using System;
using System.Numerics;
using System.Security.Cryptography;

namespace SeizureIntel.Etl.Screening;

/// <summary>The check digits by which a number betrays what it is.</summary>
internal static class CheckDigits
{
    private const string Base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const string Bech32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

    /// <summary>ISO/IEC 7812-1 annex B (Luhn), for payment cards and IMEI.</summary>
    public static bool IsLuhn(ReadOnlySpan<char> digits)
    {
        int sum = 0;
        bool isDouble = false;
        for (int i = digits.Length - 1; i >= 0; i--)
        {
            int d = digits[i] - '0';
            if (isDouble && (d *= 2) > 9)
                d -= 9;
            sum += d;
            isDouble = !isDouble;
        }

        return sum % 10 == 0;
    }

    /// <summary>ISO 13616 (IBAN): the first four characters moved behind, letters as 10–35, the rest by 97 is 1.</summary>
    public static bool IsIban(ReadOnlySpan<char> iban)
    {
        if (iban.Length is < 15 or > 34)
            return false;
        int rest = 0;
        for (int i = 0; i < iban.Length; i++)
        {
            char c = iban[(i + 4) % iban.Length];
            rest = char.IsAsciiDigit(c) ? ((rest * 10) + c - '0') % 97 : ((rest * 100) + c - 'A' + 10) % 97;
        }

        return rest == 1;
    }

    /// <summary>ISO 6346 (freight containers): letters from 10 without multiples of 11, weights of powers of two, the rest by 11.</summary>
    public static bool IsContainer(ReadOnlySpan<char> number)
    {
        int sum = 0;
        for (int i = 0; i < 10; i++)
        {
            int value = char.IsAsciiDigit(number[i]) ? number[i] - '0' : LetterOf6346(number[i]);
            sum += value << i;
        }

        return sum % 11 % 10 == number[10] - '0';
    }

    /// <summary>IMO Resolution A.1117(30): seven digits, the last is that of the sum weighted 7 to 2.</summary>
    public static bool IsImo(ReadOnlySpan<char> digits) => Weighted(digits[..6], [7, 6, 5, 4, 3, 2]) % 10 == digits[6] - '0';

    /// <summary>49 CFR 565.15(c): a vehicle identification number's ninth sign.</summary>
    public static bool IsVin(ReadOnlySpan<char> vin)
    {
        const string Values = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
        ReadOnlySpan<int> weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
        int sum = 0;
        for (int i = 0; i < 17; i++)
            sum += Values.IndexOf(vin[i], StringComparison.Ordinal) % 10 * weights[i];
        int check = sum % 11;
        return vin[8] == (check == 10 ? 'X' : (char)('0' + check));
    }

    /// <summary>UPU S10: weights 8 6 4 2 3 5 9 7; 11 less the rest by 11, where 10 is 0 and 11 is 5.</summary>
    public static bool IsPostal(ReadOnlySpan<char> digits)
    {
        int check = 11 - (Weighted(digits[..8], [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
        return (
                check switch
                {
                    10 => 0,
                    11 => 5,
                    _ => check,
                }
            )
            == digits[8] - '0';
    }

    /// <summary>IATA Resolution 600a: an air waybill's eighth digit is the first seven by 7.</summary>
    public static bool IsWaybill(ReadOnlySpan<char> serial) => (int)(Number(serial[..7]) % 7) == serial[7] - '0';

    /// <summary>Poland's PESEL: weights 1 3 7 9, and a date in its first six digits.</summary>
    public static bool IsPesel(ReadOnlySpan<char> d)
    {
        int month = Number(d[2..4]) is var m ? (int)(m % 20) : 0;
        long day = Number(d[4..6]);
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 && Weighted(d, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0;
    }

    /// <summary>Brazil's CPF: two check digits by 11; eleven equal digits are none.</summary>
    public static bool IsCpf(ReadOnlySpan<char> d)
    {
        if (!d.ContainsAnyExcept(d[0]))
            return false;
        int first = Weighted(d[..9], [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10;
        int second = Weighted(d[..10], [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10;
        return d[9] - '0' == first && d[10] - '0' == second;
    }

    /// <summary>Turkey's identity number: the tenth and eleventh digit from the ten before.</summary>
    public static bool IsTurkish(ReadOnlySpan<char> d)
    {
        if (d[0] == '0')
            return false;
        int odd = 0;
        int even = 0;
        int all = 0;
        for (int i = 0; i < 10; i++)
        {
            if (i < 9 && i % 2 == 0)
                odd += d[i] - '0';
            if (i < 8 && i % 2 == 1)
                even += d[i] - '0';
            all += d[i] - '0';
        }

        return ((odd * 7) - even + 100) % 10 == d[9] - '0' && all % 10 == d[10] - '0';
    }

    /// <summary>China's resident identity number (GB 11643-1999, ISO 7064 mod 11-2), with a date in its middle.</summary>
    public static bool IsChinese(ReadOnlySpan<char> id)
    {
        long year = Number(id[6..10]);
        long month = Number(id[10..12]);
        long day = Number(id[12..14]);
        if (year is < 1900 or > 2100 || month is < 1 or > 12 || day is < 1 or > 31)
            return false;
        int rest = Weighted(id[..17], [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11;
        return char.ToUpperInvariant(id[17]) == "10X98765432"[rest];
    }

    /// <summary>Spain's DNI and NIE: the letter is the number by 23.</summary>
    public static bool IsSpanish(ReadOnlySpan<char> id)
    {
        long number = id[0] switch
        {
            'X' => Number(id[1..8]),
            'Y' => 10_000_000 + Number(id[1..8]),
            'Z' => 20_000_000 + Number(id[1..8]),
            _ => Number(id[..8]),
        };
        return "TRWAGMYFPDXBNJZSQVHLCKE"[(int)(number % 23)] == id[8];
    }

    /// <summary>France's NIR: 97 less the first thirteen digits by 97.</summary>
    public static bool IsFrench(ReadOnlySpan<char> d) => 97 - (Number(d[..13]) % 97) == Number(d[13..15]);

    /// <summary>Russia's SNILS: the digits weighted 9 to 1, by 101, where 100 is 00.</summary>
    public static bool IsSnils(ReadOnlySpan<char> d) => Weighted(d[..9], [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100 == Number(d[9..11]);

    /// <summary>Bitcoin and its kin: the last four bytes are the double SHA-256 of the rest.</summary>
    public static bool IsBase58Check(ReadOnlySpan<char> text)
    {
        BigInteger value = BigInteger.Zero;
        foreach (char c in text)
        {
            int digit = Base58.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0)
                return false;
            value = (value * 58) + digit;
        }

        Span<byte> bytes = stackalloc byte[64];
        if (!value.TryWriteBytes(bytes, out int written, isUnsigned: true, isBigEndian: true) || written > 25)
            return false;
        Span<byte> address = stackalloc byte[25];
        address.Clear();
        bytes[..written].CopyTo(address[(25 - written)..]);
        byte[] hash = SHA256.HashData(SHA256.HashData(address[..21]));
        return address[21..].SequenceEqual(hash.AsSpan(0, 4));
    }

    /// <summary>BIP 173 and BIP 350: the polynomial rest of a bech32 address is 1 or 0x2bc830a3.</summary>
    public static bool IsBech32(ReadOnlySpan<char> prefix, ReadOnlySpan<char> text)
    {
        uint rest = 1;
        foreach (char c in prefix)
            rest = Step(rest, (uint)(c >> 5));
        rest = Step(rest, 0);
        foreach (char c in prefix)
            rest = Step(rest, (uint)(c & 31));
        foreach (char c in text)
        {
            int value = Bech32.IndexOf(c, StringComparison.Ordinal);
            if (value < 0)
                return false;
            rest = Step(rest, (uint)value);
        }

        return rest is 1 or 0x2bc830a3;
    }

    public static long Number(ReadOnlySpan<char> digits)
    {
        long number = 0;
        foreach (char c in digits)
            number = (number * 10) + c - '0';
        return number;
    }

    private static uint Step(uint rest, uint value)
    {
        ReadOnlySpan<uint> generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
        uint top = rest >> 25;
        rest = ((rest & 0x1ffffff) << 5) ^ value;
        for (int i = 0; i < 5; i++)
        {
            if (((top >> i) & 1) == 1)
                rest ^= generator[i];
        }

        return rest;
    }

    private static int Weighted(ReadOnlySpan<char> digits, ReadOnlySpan<int> weights)
    {
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
            sum += (digits[i] - '0') * weights[i];
        return sum;
    }

    // A is 10; 11, 22 and 33 are left out.
    private static int LetterOf6346(char c)
    {
        int value = c - 'A' + 10;
        value +=
            c > 'U' ? 3
            : c > 'K' ? 2
            : c > 'A' ? 1
            : 0;
        return value;
    }
}
