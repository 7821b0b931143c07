using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.IO;

namespace SeizureIntel.Reading.Words;

/// <summary>Traditional Chinese characters as the simplified ones that the lexicons are written in.</summary>
/// <remarks>Source: the character table of OpenCC 1.1.6 (Apache-2.0), traditional to simplified, one character for one.</remarks>
internal static class HanFolding
{
    private const string Table = "han-simplified.txt";
    private static readonly FrozenDictionary<char, char> Simplified = Read();
    private static readonly string?[] Texts = new string?[char.MaxValue + 1];

    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF' or '〇';

    /// <summary>The simplified character as a text; the same object each time.</summary>
    public static string Text(char c) => Texts[c] ??= Simplified.GetValueOrDefault(c, c).ToString();

    // Pairs without anything between them, some to a line.
    private static FrozenDictionary<char, char> Read()
    {
        using Stream stream = typeof(HanFolding).Assembly.GetManifestResourceStream(Table)
            ?? throw new InvalidOperationException($"{Table} is not in the program.");
        using var reader = new StreamReader(stream);
        var pairs = new Dictionary<char, char>();
        while (reader.ReadLine() is { } line)
        {
            for (int i = 0; i + 1 < line.Length; i += 2)
                pairs[line[i]] = line[i + 1];
        }

        return pairs.ToFrozenDictionary();
    }
}
