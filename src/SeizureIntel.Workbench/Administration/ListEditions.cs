using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace SeizureIntel.Workbench.Administration;

/// <summary>Editions of the code lists, as the table of their provenance says.</summary>
/// <param name="folder">Folder of the lists; it may lack the table.</param>
public sealed class ListEditions(string folder)
{
    private const string Table = "PROVENANCE.md";
    private const string Ending = ".csv";

    private readonly Lazy<IReadOnlyDictionary<string, (string Edition, string Status)>> _read = new(() =>
        Read(Path.Combine(folder, Table))
    );

    /// <summary>Edition and status of a list; both empty where nothing is said.</summary>
    public (string Edition, string Status) Of(string list) => _read.Value.GetValueOrDefault(list, ("", ""));

    // | file | rows | sha256 | edition | where from | status | licence |
    private static Dictionary<string, (string Edition, string Status)> Read(string path)
    {
        const int columns = 9;
        if (!File.Exists(path))
            return [];
        return File.ReadLines(path)
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries))
            .Where(c => c.Length >= columns - 1 && c[1].EndsWith(Ending, StringComparison.Ordinal))
            .GroupBy(c => Path.GetFileNameWithoutExtension(c[1]))
            .ToDictionary(g => g.Key, g => (g.First()[4], g.First()[6]), StringComparer.Ordinal);
    }
}
