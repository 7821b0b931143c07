using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Statistics.Text;

/// <summary>Finds which words of a lexicon a word of a text may be: itself, a stem of it, or it with a wrong letter.</summary>
internal sealed class WordMatcher
{
    private const int LargestCache = 50_000;
    private const int OneErrorFrom = 5;
    private const int TwoErrorsFrom = 9;

    // The article and the particles that Arabic writes together with the next word.
    private static readonly string[] Particles = ["وبال", "وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل", "ف"];

    private readonly Dictionary<string, int> _literals = new(StringComparer.Ordinal);
    private readonly List<(string Stem, bool Before, bool After, int Number)> _stems = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<int, bool>> _cache = new(StringComparer.Ordinal);

    /// <summary>Words of a text as the lexicon compares them; Chinese text is one word and searched inside.</summary>
    public static string[] Tokens(string text) => [.. FoldedText.Tokens(text).Select(Normal)];

    /// <summary>Number of a word of the lexicon; a star is any beginning or ending.</summary>
    public int Add(string word)
    {
        var (before, after) = (word.StartsWith('*'), word.EndsWith('*'));
        var stem = Normal(FoldedText.Fold(word.Trim('*')));
        (before, after) = IsIdeographic(stem) ? (true, true) : (before, after);
        var key = (before ? "*" : "") + stem + (after ? "*" : "");
        if (_numbers.TryGetValue(key, out var number))
        {
            return number;
        }

        _numbers[key] = number = _numbers.Count;
        if (before || after)
        {
            _stems.Add((stem, before, after, number));
        }
        else
        {
            _literals[stem] = number;
        }

        return number;
    }

    /// <summary>Numbers of the words that a token may be; true where no letter is wrong.</summary>
    public IReadOnlyDictionary<int, bool> Hits(string token)
    {
        if (_cache.TryGetValue(token, out var known))
        {
            return known;
        }

        var hits = new Dictionary<int, bool>();
        if (_literals.TryGetValue(token, out var literal))
        {
            hits[literal] = true;
        }

        foreach (var (stem, before, after, number) in _stems)
        {
            if (
                before && after ? token.Contains(stem, StringComparison.Ordinal)
                : before ? token.EndsWith(stem, StringComparison.Ordinal)
                : token.StartsWith(stem, StringComparison.Ordinal)
            )
            {
                hits[number] = true;
            }
        }

        if (hits.Count == 0 && token.Length >= OneErrorFrom && !IsIdeographic(token) && token.All(char.IsLetter))
        {
            var allowed = token.Length >= TwoErrorsFrom ? 2 : 1;
            foreach (var (word, number) in _literals)
            {
                if (
                    word.Length >= OneErrorFrom
                    && Math.Abs(word.Length - token.Length) <= allowed
                    && EditDistance.Alignment(word, token) is var errors
                    && errors <= Math.Min(allowed, word.Length >= TwoErrorsFrom ? 2 : 1)
                )
                {
                    hits[number] = false;
                }
            }
        }

        if (_cache.Count < LargestCache)
        {
            _cache[token] = hits;
        }

        return hits;
    }

    // Letters that keep their stroke when folded, and Arabic words without article and particles.
    private static string Normal(string token)
    {
        var text = new StringBuilder(token.Length);
        foreach (var c in token)
        {
            _ = c switch
            {
                'ı' => text.Append('i'),
                'ł' => text.Append('l'),
                'ø' => text.Append('o'),
                'đ' => text.Append('d'),
                'œ' => text.Append("oe"),
                'æ' => text.Append("ae"),
                'ى' => text.Append('ي'),
                'ة' => text.Append('ه'),
                _ => text.Append(c),
            };
        }

        var word = text.ToString();
        if (word.Length > 4 && word[0] is >= '\u0600' and <= '\u06FF')
        {
            foreach (var particle in Particles)
            {
                if (word.StartsWith(particle, StringComparison.Ordinal) && word.Length - particle.Length >= (particle.Length == 1 ? 4 : 3))
                {
                    return word[particle.Length..];
                }
            }
        }

        return word;
    }

    private static bool IsIdeographic(string word) => word.Length > 0 && word[0] is >= '\u3400' and <= '\u9FFF';
}
