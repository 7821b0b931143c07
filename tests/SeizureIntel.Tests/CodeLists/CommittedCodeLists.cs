using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Tests.Architecture;

namespace SeizureIntel.Tests.CodeLists;

/// <summary>The code lists as they are committed.</summary>
internal static class CommittedCodeLists
{
    private static readonly Lazy<CodeListSet> Lists = new(() =>
        CodeListFiles.Parse(Directory.GetFiles(Folder!).ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal))
    );

    public static string Folder { get; } = Path.Combine(House.Root, "etl", "codelists");

    public static CodeListSet All => Lists.Value;

    public static IEnumerable<string> Names =>
        Directory.GetFiles(Folder, "*.csv").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);
}
