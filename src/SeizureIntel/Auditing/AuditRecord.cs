using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SeizureIntel.Auditing;

/// <summary>An entry in its place: each carries the hash of the one before, so that none can be changed, taken out or put in between unseen.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Entry">What was done.</param>
/// <param name="Hash">SHA-256 over the hash before, the number and the entry; 64 hexadecimal digits in lower case.</param>
public sealed record AuditRecord(long Number, AuditEntry Entry, string Hash)
{
    /// <summary>What stands before the first record.</summary>
    public static string Beginning { get; } = new('0', 64);

    /// <summary>The record of an entry behind another.</summary>
    public static AuditRecord After(long number, string hash, AuditEntry entry) => new(number + 1, entry, HashOf(hash, number + 1, entry));

    /// <summary>Whether the record stands rightly behind a hash.</summary>
    public bool Follows(string hash) => Hash == HashOf(hash, Number, Entry);

    // Lengths before texts: no two entries have the same bytes.
    private static string HashOf(string before, long number, AuditEntry entry)
    {
        var bytes = new StringBuilder(before).Append('\n').Append(number.ToString(CultureInfo.InvariantCulture));
        foreach (
            string text in new[]
            {
                entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                entry.Actor,
                entry.Action,
                entry.Subject,
                entry.Outcome,
                entry.Detail,
            }
        )
            bytes.Append('\n').Append(text.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(bytes.ToString())));
    }
}
