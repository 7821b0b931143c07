using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>E-mail, web and network addresses, handles and telephone numbers.</summary>
internal static partial class ContactFinder
{
    private static readonly SearchValues<string> TagSigns = SearchValues.Create(["u/", "live:", "#"], StringComparison.Ordinal);

    public static void FindAddresses(string text, TextSigns signs, List<MaskedSpan> found)
    {
        if (signs.HasAt)
        {
            Add(Emails(), text, NominalKind.Email, found);
            Add(Handles(), text, NominalKind.Handle, found);
        }

        if (signs.HasHost || (signs.HasColon && text.Contains("://", StringComparison.Ordinal)))
            Add(Urls(), text, NominalKind.Url, found);
        if (text.AsSpan().ContainsAny(TagSigns))
            Add(Tags(), text, NominalKind.Handle, found);
        if (!signs.HasDigit)
            return;
        if (signs.HasDot)
        {
            foreach (ValueMatch match in Ips().EnumerateMatches(text))
            {
                if (IsIp(text.AsSpan(match.Index, match.Length)))
                    found.Add(new(NominalKind.Ip, match.Index, match.Length));
            }
        }

        if (signs.HasColon || signs.HasDot || text.Contains('-', StringComparison.Ordinal))
            Add(HardwareAddresses(), text, NominalKind.Ip, found);
    }

    // "u/ClearWaters_", "live:.cid.north_gold", "raket#4471": as single networks write their user names. What only a number sign joins must be no
    // word that numbers things, so small letters stand before it.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}/.])u/[A-Za-z0-9_-]{3,20}(?![\p{L}\p{N}/])|(?<![\p{L}\p{N}])live:[.\w-]{3,40}(?<![.-])|"
            + @"(?<![\p{L}\p{N}#])[\p{L}\p{N}_.]{3,32}#\d{4}(?![\p{L}\p{N}])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Tags();

    public static void FindPhones(string text, List<MaskedSpan> found)
    {
        foreach (ValueMatch match in International().EnumerateMatches(text))
        {
            ReadOnlySpan<char> number = text.AsSpan(match.Index, match.Length).TrimEnd(" -.");
            if (Digits(number) is >= 9 and <= 16)
                found.Add(new(NominalKind.Phone, match.Index, number.Length));
        }

        Add(National(), text, NominalKind.Phone, found);
    }

    internal static void Add(Regex pattern, string text, NominalKind kind, List<MaskedSpan> found)
    {
        for (Match match = pattern.Match(text); match.Success; match = match.NextMatch())
        {
            Group id = match.Groups["id"];
            Capture part = id.Success ? id : match;
            int length = part.ValueSpan.TrimEnd(".,;:)").Length;
            if (length > 0)
                found.Add(new(kind, part.Index, length));
        }
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (char c in text)
        {
            if (char.IsDigit(c))
                count++;
        }

        return count;
    }

    // Four numbers below 256; small ones throughout are a tariff or section number rather than a host, unless a port or a net's length follows.
    private static bool IsIp(ReadOnlySpan<char> text)
    {
        int large = 0;
        int end = text.IndexOfAny(':', '/');
        bool hasPort = end > 0;
        text = hasPort ? text[..end] : text;
        foreach (Range part in text.Split('.'))
        {
            ReadOnlySpan<char> number = text[part];
            if (number.Length > 1 && number[0] == '0')
                return false;
            if (CheckDigits.Number(number) > 255)
                return false;
            if (number.Length == 3)
                large++;
        }

        return hasPort || large >= 2 || text.StartsWith("10.") || text.StartsWith("172.");
    }

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+(?:(?:['’]|\(\p{L}{3,5}\))[\p{L}\p{N}._%+-]+){0,3}"
            + @" ?(?:@|\[at\]|\(at\)) ?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Emails();

    [GeneratedRegex(@"(?<![\p{L}\p{N}._%+-])@[\p{L}_][\p{L}\p{M}\p{N}_.]{2,30}", RegexOptions.CultureInvariant)]
    private static partial Regex Handles();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}@])(?:(?i:https?://|www\.)[^\s<>""'）)，。]+|(?:[a-z0-9-]{1,63}\.){1,20}(?:com|net|org|onion|ru|cn|info|biz|"
            + @"shop|io)(?:\.[a-z]{2})?(?:/[^\s<>""'）)，。]*)?(?![\p{L}\p{N}])|"
            + @"(?:[A-Z0-9-]{1,63}\.){1,20}(?:COM|NET|ORG|ME|RU|CN|INFO|IO)(?:/[^\s<>""'）)，。]*)?(?![\p{L}\p{N}])|"
            + @"(?:(?i:t|wa|telegram|line|signal|fb|m)\.(?i:me)|(?:[a-z0-9-]{1,63}\.){1,20}(?:[a-z]{2}|app|bio|chat|club|live|link|online|page|site|"
            + @"store|top|xyz))/[A-Za-z0-9@+_-][^\s<>""'）)，。；;]+)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Urls();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}.,])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?::\d{2,5}|/\d{1,2})?(?![\p{L}\p{N}]|[.,]\d)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Ips();

    // 00:1B:44:11:3A:B7 · 00-1B-44-11-3A-B7 · 001b.4411.3ab7 · 2001:db8:85a3:0:0:8a2e:370:7334 · [2001:db8::17]:443 · ::ffff:198.51.100.7
    [GeneratedRegex(
        @"(?:(?<![\p{L}\p{N}:-])(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![\p{L}\p{N}:-])|(?<![\p{L}\p{N}:])(?:[0-9A-Fa-f]{"
            + @"1,4}:){4,7}:?[0-9A-Fa-f]{1,4}(?![\p{L}\p{N}:])|(?<![\p{L}\p{N}.])[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}(?![\p{L}\p{N}]|\.\d)|"
            + @"(?<![\p{L}\p{N}:])[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,6}::(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,6})?(?![\p{L}\p{N}:.])|"
            + @"(?<![\p{L}\p{N}:])(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,5})?::(?:[0-9A-Fa-f]{1,4}:){0,4}\d{1,3}(?:\.\d{1,3}){3}(?!\d))"
            + @"(?:\]:\d{2,5})?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex HardwareAddresses();

    // "+" or "00" and a country's number in groups; never an amount, a date or a code without separators after 00.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}.,+])(?:\+ ?\d(?:\d|[ ./()-](?=[\d(])){7,20}|00\d{1,3}[ ./(-](?:\d|[ "
            + @"./()-](?=[\d(])){6,18})(?![\p{L}\p{N}]|,\d|\s?(?i:kg|g|pcs|usd|eur)(?!\p{L}))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex International();

    // (011) 4567-8901 · 555-123-4567 · 06 12 34 56 78 · 0171 / 123 45 67 · 8 (912) 345-67-89 · 0532 123 45 67 · (11) 98765-4321 · 138 0013 8000.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}.,/+-])(?:\(\d{2,5}\) ?\d{3,5}[ -]?\d{3,4}(?:[ -]?\d{2})?|[2-9]\d{2}[-.][2-9]\d{2}[-.]\d{4}|0[1-9](?:[ "
            + @".]\d{2}){4}|0\d{2,4}(?:-\d{6,8}| ?/ ?(?:\d[ -]{0,3}){5,9}\d)|"
            + @"0\d{3}[ -]\d{3}[ -]?\d{2}[ -]?\d{2}|0\d{4} ?\d{3} ?\d{3}|0\d{2} \d{3,4} \d{4}|8 ?\(\d{3}\) "
            + @"?\d{3}-?\d{2}-?\d{2}|8-\d{3}-\d{3}-\d{2}-\d{2}|05\d{9}|1[3-9]\d[ -]?\d{4}[ "
            + @"-]?\d{4})(?![\p{L}\p{N}]|[.,/-]\d|\s?(?i:kg|g|pcs|usd|eur|units?)(?!\p{L}))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex National();
}
