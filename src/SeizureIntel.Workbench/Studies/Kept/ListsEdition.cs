using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace SeizureIntel.Workbench.Studies.Kept;

/// <summary>A name for the contents of the code lists, worked out when it is first needed.</summary>
/// <param name="folder">Folder of the lists.</param>
public sealed class ListsEdition(string folder)
{
    private readonly Lazy<string> _name = new(() => Of(folder));

    /// <summary>The same for the same files; SHA-256, hexadecimal.</summary>
    public string Name => _name.Value;

    private static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
