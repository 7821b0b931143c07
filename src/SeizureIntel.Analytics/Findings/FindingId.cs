using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace SeizureIntel.Analytics.Findings;

/// <summary>Makes the stable id of a finding.</summary>
public static class FindingId
{
    /// <summary>16 hexadecimal digits from kind, subject and period.</summary>
    public static string Of(string kind, IReadOnlyDictionary<string, IReadOnlyList<string>> subject, Period period)
    {
        var text = new StringBuilder(kind);
        foreach ((string field, IReadOnlyList<string> codes) in subject.OrderBy(e => e.Key, StringComparer.Ordinal))
            text.Append('|').Append(field).Append('=').AppendJoin(',', codes);
        text.Append(CultureInfo.InvariantCulture, $"|{period.From:yyyy-MM-dd}|{period.To:yyyy-MM-dd}|{period.Bucket}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}
