using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Reading.Words;

namespace SeizureIntel.Reading.Lexicon;

/// <summary>Finds which words of a lexicon a word of a text may be: itself, a stem of it, or it with a wrong letter.</summary>
internal sealed class WordMatcher
{
    private const int LargestCache = 50_000;
    private const int OneErrorFrom = 5;
    private const int TwoErrorsFrom = 9;
    private const int LongestEnding = 2;

    // "podwójnego": a longer word may bear a longer ending.
    private const int LongestEndingOfLong = 3;
    private const int LongFrom = 7;
    private static readonly WordHit[] None = [];

    private readonly Dictionary<string, int> _literals = new(StringComparer.Ordinal);
    private readonly List<(string Stem, bool Before, bool After, int Number)> _stems = [];
    private readonly Dictionary<char, List<(string Characters, int Number)>> _han = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (WordHit[] All, WordHit[] Sure)> _cache = new(StringComparer.Ordinal);

    /// <summary>Number of a word of the lexicon; a star is any beginning or ending.</summary>
    public int Add(string word)
    {
        bool before = word.StartsWith('*'),
            after = word.EndsWith('*');
        string stem = string.Concat(Tokens.Of(word.Trim('*')).Select(t => t.Text));
        string key = (before ? "*" : "") + stem + (after ? "*" : "");
        if (_numbers.TryGetValue(key, out int number))
            return number;
        _numbers[key] = number = _numbers.Count;
        if (stem.Length > 0 && HanFolding.IsHan(stem[0]))
            (_han.TryGetValue(stem[0], out var list) ? list : _han[stem[0]] = []).Add((stem, number));
        else if (before || after)
            _stems.Add((stem, before, after, number));
        else
            _literals[stem] = number;
        return number;
    }

    /// <summary>The words of the lexicon that start at a token, with the number of tokens each takes.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="at">Position of the token.</param>
    /// <param name="mayErr">Whether a long word may hold a wrong letter.</param>
    public IReadOnlyList<WordHit> Hits(List<Token> tokens, int at, bool mayErr)
    {
        Token token = tokens[at];
        if (token.Kind == TokenKind.Han)
            return HanHits(tokens, at);
        (WordHit[] all, WordHit[] sure) = _cache.TryGetValue(token.Text, out var known) ? known : Remember(token.Text);
        return mayErr ? all : sure;
    }

    private IReadOnlyList<WordHit> HanHits(List<Token> tokens, int at)
    {
        if (!_han.TryGetValue(tokens[at].Text[0], out var starting))
            return None;
        List<WordHit>? hits = null;
        foreach ((string characters, int number) in starting)
        {
            int same = 0;
            while (
                same < characters.Length
                && at + same < tokens.Count
                && Follows(tokens, at, same)
                && tokens[at + same].Text[0] == characters[same]
            )
                same++;
            if (same == characters.Length)
                (hits ??= []).Add(new WordHit(number, same, true));
        }

        return hits ?? (IReadOnlyList<WordHit>)None;
    }

    private static bool Follows(List<Token> tokens, int at, int offset) =>
        tokens[at + offset].Kind == TokenKind.Han && tokens[at + offset].Start == tokens[at].Start + offset;

    private (WordHit[] All, WordHit[] Sure) Remember(string token)
    {
        var hits = new List<WordHit>();
        if (_literals.TryGetValue(token, out int literal))
            hits.Add(new WordHit(literal, 1, true));
        foreach ((string stem, bool before, bool after, int number) in _stems)
        {
            if (
                before && after ? token.Contains(stem, StringComparison.Ordinal)
                : before ? token.EndsWith(stem, StringComparison.Ordinal)
                : token.StartsWith(stem, StringComparison.Ordinal)
            )
                hits.Add(new WordHit(number, 1, true, token.Length - stem.Length));
        }

        if (hits.Count == 0 && token.Length >= OneErrorFrom && token.All(char.IsLetter))
        {
            int allowed = token.Length >= TwoErrorsFrom ? 2 : 1;
            foreach ((string word, int number) in _literals)
            {
                if (
                    word.Length >= OneErrorFrom
                    && Math.Abs(word.Length - token.Length) <= allowed
                    && EditDistance.Alignment(word, token) <= Math.Min(allowed, word.Length >= TwoErrorsFrom ? 2 : 1)
                )
                    hits.Add(new WordHit(number, 1, false));
            }
        }

        WordHit[] all = [.. hits];
        (WordHit[], WordHit[]) both = (
            all,
            Array.FindAll(all, h => h.IsExact && h.Added <= (token.Length >= LongFrom ? LongestEndingOfLong : LongestEnding))
        );
        if (_cache.Count < LargestCache)
            _cache[token] = both;
        return both;
    }
}
