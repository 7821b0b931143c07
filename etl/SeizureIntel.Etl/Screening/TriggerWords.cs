using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Screening;

/// <summary>The words that announce names, in the nine languages that separate words by spaces.</summary>
internal sealed class TriggerWords
{
    private readonly FrozenDictionary<string, Trigger>.AlternateLookup<ReadOnlySpan<char>> _triggers;

    // "identified as": by the second word, which the reader meets, the words that must stand before it.
    private readonly FrozenDictionary<string, string[]> _before;

    public TriggerWords(ScreeningLists lists)
    {
        Dictionary<string, Trigger> uses = Enum.GetValues<Trigger>()
            .ToDictionary(static t => ScreeningListFiles.Snake(t.ToString()), static t => t, StringComparer.Ordinal);
        var triggers = new Dictionary<string, Trigger>(StringComparer.OrdinalIgnoreCase);
        var pairs = new List<(string First, string Second)>();
        foreach (ScreeningWord word in lists.Rows(ScreeningLists.TriggerList))
        {
            string text = word.Text;
            if (text.IndexOf(' ', StringComparison.Ordinal) is var at and > 0)
            {
                pairs.Add((text[..at], text[(at + 1)..]));
                text = text[(at + 1)..];
            }

            triggers.TryAdd(text, uses[word.Use]);
        }

        _triggers = triggers.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _before = pairs
            .GroupBy(static p => p.Second, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(static g => g.Key, static g => g.Select(static p => p.First).ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    public Trigger? Find(ReadOnlySpan<char> word) => _triggers.TryGetValue(word, out Trigger trigger) ? trigger : null;

    /// <summary>Whether the word before a pair's second word makes it an introduction of a name.</summary>
    public bool Agrees(ReadOnlySpan<char> before, string second)
    {
        foreach (string first in _before.GetValueOrDefault(second, []))
        {
            if (before.Equals(first, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
