using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using SeizureIntel.Text;

namespace SeizureIntel.CodeLists;

/// <summary>A closed list of codes with names in several languages, aliases and, where it has one, a hierarchy.</summary>
public sealed class CodeList
{
    private const int LongestOnStack = 128;

    // Codes of a few letters look like words of other languages; longer ones are words themselves.
    private const int LongestLetterCode = 3;
    private const char DotlessI = 'ı';

    private readonly FrozenDictionary<string, Code> _byCode;
    private readonly FrozenDictionary<string, Code> _byText;

    // Names that, without their marks, are another row's code.
    private readonly FrozenDictionary<string, Code> _byMarked;
    private readonly FrozenDictionary<string, Code>.AlternateLookup<ReadOnlySpan<char>> _codes;
    private readonly FrozenDictionary<string, Code>.AlternateLookup<ReadOnlySpan<char>> _texts;
    private readonly int _longestText;
    private readonly FrozenDictionary<string, string[]> _descendants;
    private readonly ILookup<string, string> _aliases;

    /// <summary>Builds the list and checks that it is whole.</summary>
    /// <param name="name">The list's name: its file name without the ending.</param>
    /// <param name="codes">The rows in the order of the file.</param>
    /// <param name="aliases">Other texts for a code, such as old names, abbreviations and common spellings.</param>
    /// <exception cref="FormatException">A code occurs twice, a parent is missing, or a text means two codes.</exception>
    public CodeList(string name, IReadOnlyList<Code> codes, IReadOnlyList<(string Text, string Code)> aliases)
    {
        Name = name;
        Codes = codes;
        var byCode = new Dictionary<string, Code>(StringComparer.OrdinalIgnoreCase);
        foreach (Code code in codes)
        {
            if (!byCode.TryAdd(code.Value, code))
                throw new FormatException($"Code list {name}: code {code.Value} stands twice.");
        }

        foreach (Code code in codes)
        {
            if (code.Parent is not null && !byCode.ContainsKey(code.Parent))
                throw new FormatException($"Code list {name}: {code.Value} names the parent {code.Parent}, which is not in the list.");
        }

        Dictionary<string, Code> byText = new(StringComparer.Ordinal),
            byMarked = new(StringComparer.Ordinal);
        foreach (Code code in codes)
            AddText(byText, byMarked, code.Value, code);
        foreach (Code code in codes)
        {
            foreach (string label in code.Labels.Values)
                AddText(byText, byMarked, label, code);
        }

        foreach ((string text, string code) in aliases)
        {
            if (!byCode.TryGetValue(code, out Code? known))
                throw new FormatException($"Code list {name}: an alias names the code {code}, which is not in the list.");
            AddText(byText, byMarked, text, known);
        }

        _aliases = aliases.ToLookup(a => byCode[a.Code].Value, a => a.Text, StringComparer.Ordinal);
        _byCode = byCode.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _byText = byText.ToFrozenDictionary(StringComparer.Ordinal);
        _byMarked = byMarked.ToFrozenDictionary(StringComparer.Ordinal);
        _codes = _byCode.GetAlternateLookup<ReadOnlySpan<char>>();
        _longestText = byText.Count == 0 ? 0 : byText.Keys.Max(k => k.Length);
        _texts = _byText.GetAlternateLookup<ReadOnlySpan<char>>();
        _descendants = DescendantsOf(codes, byCode).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The list's name.</summary>
    public string Name { get; }

    /// <summary>The rows in the order of the file.</summary>
    public IReadOnlyList<Code> Codes { get; }

    /// <summary>The row of a code, in any letter case; null where the list has no such code.</summary>
    public Code? FindCode(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The row that a code, a name in any of the list's languages or an alias means; letter case, diacritics and punctuation do not count.
    /// Null where nothing matches.</summary>
    public Code? Find(string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        if (_codes.TryGetValue(trimmed, out Code? code))
            return code;
        Span<char> key = stackalloc char[LongestOnStack];
        if (FoldedText.TryKey(trimmed, key, out int length))
            return _texts.TryGetValue(key[..length], out Code? meant) ? meant : null;
        if (IsLonger(trimmed))
            return null;
        if (_byMarked.Count > 0 && _byMarked.TryGetValue(Marked(text), out Code? marked))
            return marked;
        string folded = FoldedText.Key(text);
        if (!_byText.TryGetValue(folded, out Code? named))
            return null;
        // A word is no code for its marks having been taken away: "Áo" is Austria in Vietnamese, and not Angola's AO.
        bool isShort = named.Value.Length <= LongestLetterCode && IsCode(named, folded);
        return isShort && !Ascii.IsValid(text.Normalize(NormalizationForm.FormKC)) ? null : named;
    }

    /// <summary>The code itself and every code below it; just the code where the list does not know it.</summary>
    public IReadOnlyList<string> WithDescendants(string code) => _descendants.TryGetValue(code, out string[]? all) ? all : [code];

    /// <summary>The name of a code in a language, in English where that language lacks it; the code itself where the list does not know it.</summary>
    public string Label(string code, string language = "en") =>
        FindCode(code) is { } known ? known.Labels.GetValueOrDefault(language, known.Label) : code;

    /// <summary>The texts that mean a code: its names in every language, then its aliases; none where the list does not know it.</summary>
    public IEnumerable<string> TextsOf(string code) =>
        FindCode(code) is { } known ? known.Labels.Values.Concat(_aliases[known.Value]).Distinct(StringComparer.Ordinal) : [];

    /// <summary>The codes whose names are nearest to a text, best first; for "did you mean".</summary>
    public IReadOnlyList<Code> Nearest(string text, int count = 3)
    {
        string key = FoldedText.Key(text);
        return
        [
            .. _byText
                .OrderBy(e => Distance(e.Key, key))
                .ThenBy(e => e.Key, StringComparer.Ordinal)
                .Select(e => e.Value)
                .Distinct()
                .Take(count),
        ];
    }

    // Folding takes no letter or digit of ASCII away: a text with more of them than the longest key is none.
    private bool IsLonger(ReadOnlySpan<char> text)
    {
        if (text.Length <= _longestText)
            return false;
        int count = 0;
        foreach (char c in text)
            count += char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        return count > _longestText;
    }

    private static string Marked(string text) => text.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormC);

    private static bool IsCode(Code code, string key) => code.Value.Equals(key, StringComparison.OrdinalIgnoreCase);

    private void AddText(Dictionary<string, Code> byText, Dictionary<string, Code> byMarked, string text, Code code)
    {
        string key = FoldedText.Key(text);
        if (key.Length == 0)
            return;
        if (!byText.TryAdd(key, code) && byText[key].Value != code.Value)
        {
            if (!IsCode(byText[key], key))
                throw new FormatException($"Code list {Name}: the text '{text}' means both {byText[key].Value} and {code.Value}.");
            if (!Ascii.IsValid(text) && !byMarked.TryAdd(Marked(text), code) && byMarked[Marked(text)].Value != code.Value)
                throw new FormatException(
                    $"Code list {Name}: the text '{text}' means both {byMarked[Marked(text)].Value} and {code.Value}."
                );
        }

        // The capital of the dotless i is that of i: "ALTIN" is "altın" as well.
        if (key.Contains(DotlessI, StringComparison.Ordinal))
            byText.TryAdd(key.Replace(DotlessI, 'i'), code);
    }

    private static Dictionary<string, string[]> DescendantsOf(IReadOnlyList<Code> codes, Dictionary<string, Code> byCode)
    {
        var below = codes.ToDictionary(c => c.Value, c => new List<string> { c.Value }, StringComparer.OrdinalIgnoreCase);
        foreach (Code code in codes)
        {
            int depth = 0;
            for (string? up = code.Parent; up is not null; up = byCode[up].Parent)
            {
                if (++depth > 32)
                    throw new FormatException($"The parents of {code.Value} go round in a circle.");
                below[up].Add(code.Value);
            }
        }

        return below.ToDictionary(e => e.Key, e => e.Value.ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
