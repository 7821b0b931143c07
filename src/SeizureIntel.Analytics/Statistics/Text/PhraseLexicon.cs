using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Statistics.Text;

/// <summary>Maps free text in many languages to codes; what it does not know stays unmapped.</summary>
public sealed class PhraseLexicon
{
    private const int Window = 6;
    private const int NegationReach = 2;

    private readonly (LexiconPhrase Phrase, int[] Words, bool NeedsNegation, int Letters)[] _phrases;
    private readonly HashSet<string> _languages;
    private readonly WordMatcher _words;
    private readonly string _noneCode;

    private PhraseLexicon(IReadOnlyList<LexiconPhrase> phrases, string noneCode)
    {
        _noneCode = noneCode;
        _words = new WordMatcher();
        _languages = phrases.Select(p => p.Language).ToHashSet(StringComparer.Ordinal);
        _phrases =
        [
            .. phrases.Select(p =>
            {
                var needsNegation = p.Phrase.StartsWith("! ", StringComparison.Ordinal);
                var words = (needsNegation ? p.Phrase[2..] : p.Phrase).Split(' ', StringSplitOptions.RemoveEmptyEntries);
                return (p, words.Select(_words.Add).ToArray(), needsNegation, words.Sum(w => w.Count(char.IsLetterOrDigit)));
            }),
        ];
    }

    /// <summary>Takes a lexicon over.</summary>
    /// <param name="phrases">Codes and the words for them.</param>
    /// <param name="noneCode">Code that a negated match stands for, such as "0" for not concealed.</param>
    /// <returns>The lexicon.</returns>
    /// <exception cref="ArgumentException">A phrase has no word.</exception>
    /// <remarks>Assumes phrases that mean one code each. Linear. Source: A. Aho, M. Corasick, Efficient string matching, Communications of the ACM 18
    /// (1975), p. 333 (many phrases at once), here over words.</remarks>
    public static PhraseLexicon Of(IReadOnlyList<LexiconPhrase> phrases, string noneCode)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        return phrases.FirstOrDefault(p => p.Phrase.Trim('!', '*', ' ').Length == 0) is { } empty
            ? throw new ArgumentException($"A phrase of code {empty.Code} has no word; expected at least one.", nameof(phrases))
            : new PhraseLexicon(phrases, noneCode);
    }

    /// <summary>Finds all codes in a text.</summary>
    /// <param name="text">Free text.</param>
    /// <param name="language">Its language (ISO 639-1); null or unknown = any. Phrases of other languages are tried only if its own say nothing.</param>
    /// <returns>One match a code, the primary one first (most words, then exact, then most letters, then earliest); empty = unmapped, never a guess.</returns>
    /// <remarks>Assumes that the words of a phrase stand within six words of each other, in any order; a negation within two words before makes it
    /// the none code. Words x phrases that share a word. Source: longest match as in Aho and Corasick 1975; one or two wrong letters after F.
    /// Damerau, Communications of the ACM 7 (1964), p. 171; negation as in W. Chapman et al., Journal of Biomedical Informatics 34 (2001), p.
    /// 301.</remarks>
    public IReadOnlyList<LexiconMatch> Find(string text, string? language = null)
    {
        var tokens = WordMatcher.Tokens(text);
        var hits = tokens.Select(_words.Hits).ToArray();
        var known = language is not null && _languages.Contains(language) ? language : null;
        var own = known is null ? [] : Matches(tokens, hits, known, p => p.Language == known);
        return own.Count > 0 ? own : Matches(tokens, hits, known, p => p.Language != known);
    }

    /// <summary>The primary code of a text.</summary>
    /// <param name="text">Free text.</param>
    /// <param name="language">Its language (ISO 639-1); null = any.</param>
    /// <returns>The code; null = unmapped.</returns>
    /// <remarks>Assumes as <see cref="Find"/>. Source: as <see cref="Find"/>.</remarks>
    public string? FindPrimary(string text, string? language = null) => Find(text, language) is [var first, ..] ? first.Code : null;

    private List<LexiconMatch> Matches(
        string[] tokens,
        IReadOnlyDictionary<int, bool>[] hits,
        string? language,
        Func<LexiconPhrase, bool> isAllowed
    )
    {
        var places = new Dictionary<int, List<int>>();
        for (var i = 0; i < hits.Length; i++)
        {
            foreach (var word in hits[i].Keys)
            {
                (places.TryGetValue(word, out var list) ? list : places[word] = []).Add(i);
            }
        }

        var found = new List<(LexiconMatch Match, int Words, int Letters, int Typed)>();
        for (var order = 0; order < _phrases.Length; order++)
        {
            var (phrase, words, needsNegation, letters) = _phrases[order];
            if (!isAllowed(phrase) || Locate(words, places) is not { } at)
            {
                continue;
            }

            var first = at.Min();
            var isNegated = IsNegated(tokens, first, language, phrase.Language);
            if (needsNegation && !isNegated)
            {
                continue;
            }

            var isExact = words.Zip(at).All(p => hits[p.Second][p.First]);
            var code = isNegated ? _noneCode : phrase.Code;
            found.Add((new LexiconMatch(code, phrase.Phrase, first, isExact), words.Length, letters, order));
        }

        return
        [
            .. found
                .OrderByDescending(f => f.Words)
                .ThenByDescending(f => f.Match.IsExact)
                .ThenByDescending(f => f.Letters)
                .ThenBy(f => f.Match.Position)
                .ThenBy(f => f.Typed)
                .Select(f => f.Match)
                .DistinctBy(m => m.Code, StringComparer.Ordinal),
        ];
    }

    // A place in the text for every word of the phrase, all within the window; each word of the text serves once, unless it holds several (Chinese).
    private static int[]? Locate(int[] words, Dictionary<int, List<int>> places)
    {
        if (!places.TryGetValue(words[0], out var starts))
        {
            return null;
        }

        foreach (var start in starts)
        {
            var at = new int[words.Length];
            at[0] = start;
            var isComplete = true;
            for (var w = 1; w < words.Length && isComplete; w++)
            {
                isComplete = false;
                if (places.TryGetValue(words[w], out var choices))
                {
                    var near = choices
                        .Where(c => Math.Abs(c - start) < Window && !at.AsSpan(0, w).Contains(c))
                        .OrderBy(c => Math.Abs(c - start))
                        .ToArray();
                    if (near.Length > 0)
                    {
                        at[w] = near[0];
                        isComplete = true;
                    }
                }
            }

            if (isComplete && at.Max() - at.Min() < Window)
            {
                return at;
            }
        }

        return null;
    }

    private static bool IsNegated(string[] tokens, int first, string? textLanguage, string phraseLanguage)
    {
        for (var i = Math.Max(0, first - NegationReach); i < first; i++)
        {
            if (Negations.Is(tokens[i], textLanguage ?? phraseLanguage))
            {
                return true;
            }
        }

        return false;
    }
}
