using System;
using System.Security.Cryptography;
using System.Text;

namespace SeizureIntel.Workbench.Accounts;

/// <summary>Random secrets, and what is kept of them.</summary>
public static class Secrets
{
    // No letter or digit that is taken for another when it is read out.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int PasswordGroups = 5;
    private const int LettersAGroup = 4;
    private const int KeyBytes = 32;

    /// <summary>What a key begins with.</summary>
    public const string KeySign = "si";

    /// <summary>A first password: five groups of four letters, 98 bits.</summary>
    public static string NewPassword()
    {
        string letters = RandomNumberGenerator.GetString(Letters, PasswordGroups * LettersAGroup);
        var text = new StringBuilder();
        for (int i = 0; i < PasswordGroups; i++)
            text.Append(i == 0 ? "" : "-").Append(letters, i * LettersAGroup, LettersAGroup);
        return text.ToString();
    }

    /// <summary>What the owner of a key is shown, once.</summary>
    public static string ShownKey(string id, string secret) => $"{KeySign}_{id}_{secret}";

    /// <summary>The secret of a key for programs: 256 random bits, 64 hexadecimal digits.</summary>
    public static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>What is kept of a secret that nobody chose: SHA-256, hexadecimal.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether a secret is the one a hash was made of; takes the same time either way.</summary>
    public static bool Matches(string secret, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(secret)), Encoding.ASCII.GetBytes(hash));
}
