using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Reading.Words;

namespace SeizureIntel.Reading.Lexicon;

/// <summary>Maps free text in many languages to codes; what it does not know stays unmapped.</summary>
public sealed class PhraseLexicon
{
    private const int Window = 6;
    private const int NegationReach = 2;

    private readonly List<Phrase> _phrases = [];
    private readonly Dictionary<int, List<Phrase>> _byFirstWord = [];
    private readonly HashSet<string> _languages;
    private readonly WordMatcher _words = new();
    private readonly string _noneCode;

    private PhraseLexicon(IReadOnlyList<LexiconPhrase> phrases, string noneCode)
    {
        _noneCode = noneCode;
        _languages = phrases.Select(p => p.Language).ToHashSet(StringComparer.Ordinal);
        foreach (LexiconPhrase given in phrases)
        {
            bool needsNegation = given.Phrase.StartsWith("! ", StringComparison.Ordinal);
            bool isOrdered = given.Phrase.StartsWith("> ", StringComparison.Ordinal);
            string[] words = (needsNegation || isOrdered ? given.Phrase[2..] : given.Phrase).Split(
                ' ',
                StringSplitOptions.RemoveEmptyEntries
            );
            var phrase = new Phrase(
                given,
                [.. words.Select(_words.Add)],
                needsNegation,
                isOrdered,
                words.Sum(w => w.Count(char.IsLetterOrDigit)),
                _phrases.Count
            );
            _phrases.Add(phrase);
            (_byFirstWord.TryGetValue(phrase.Words[0], out var list) ? list : _byFirstWord[phrase.Words[0]] = []).Add(phrase);
        }
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
        return phrases.FirstOrDefault(p => p.Phrase.Trim('!', '>', '*', ' ').Length == 0) is { } empty
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
        List<Token> tokens = Tokens.Of(text);
        return Find(tokens, 0, tokens.Count, language, mayErr: true);
    }

    /// <summary>The primary code of a text.</summary>
    /// <param name="text">Free text.</param>
    /// <param name="language">Its language (ISO 639-1); null = any.</param>
    /// <returns>The code; null = unmapped.</returns>
    /// <remarks>Assumes as <see cref="Find(string, string?)"/>. Source: as <see cref="Find(string, string?)"/>.</remarks>
    public string? FindPrimary(string text, string? language = null) => Find(text, language) is [var first, ..] ? first.Code : null;

    /// <summary>The same over words that are cut already; a long account is read without overlooking wrong letters, in its own language
    /// alone, and every phrase in it is told.</summary>
    internal IReadOnlyList<LexiconMatch> Find(List<Token> tokens, int from, int to, string? language, bool mayErr)
    {
        var places = new Dictionary<int, List<(int At, WordHit Hit)>>();
        for (int i = from; i < to; i++)
        {
            foreach (WordHit hit in _words.Hits(tokens, i, mayErr))
                (places.TryGetValue(hit.Word, out var list) ? list : places[hit.Word] = []).Add((i, hit));
        }

        string? known = language is not null && _languages.Contains(language) ? language : null;
        List<LexiconMatch> own = known is null ? [] : Matches(tokens, from, places, known, p => p.Language == known);
        List<LexiconMatch> found =
            own.Count > 0 || (known is not null && !mayErr) ? own : Matches(tokens, from, places, known, p => p.Language != known);
        return mayErr ? [.. found.DistinctBy(m => m.Code, StringComparer.Ordinal)] : found;
    }

    private List<LexiconMatch> Matches(
        List<Token> tokens,
        int from,
        Dictionary<int, List<(int At, WordHit Hit)>> places,
        string? language,
        Func<LexiconPhrase, bool> isAllowed
    )
    {
        var found = new List<(LexiconMatch Match, Phrase Phrase)>();
        foreach (int word in places.Keys)
        {
            foreach (Phrase phrase in _byFirstWord.GetValueOrDefault(word, []))
            {
                if (!isAllowed(phrase.Given) || Locate(phrase, places) is not { } at)
                    continue;
                int first = at.Min(p => p.At),
                    last = at.Max(p => p.At + p.Hit.Tokens - 1);
                bool isNegated = IsNegated(tokens, from, first, language, phrase.Given.Language);
                if (phrase.NeedsNegation && !isNegated)
                    continue;
                string code = isNegated ? _noneCode : phrase.Given.Code;
                int start = tokens[first].Start;
                var match = new LexiconMatch(code, phrase.Given.Phrase, start, tokens[last].End - start, at.All(p => p.Hit.IsExact));
                found.Add((match, phrase));
            }
        }

        return
        [
            .. found
                .OrderByDescending(f => f.Phrase.Words.Length)
                .ThenByDescending(f => f.Match.IsExact)
                .ThenByDescending(f => f.Phrase.Letters)
                .ThenBy(f => f.Match.Start)
                .ThenBy(f => f.Phrase.Order)
                .Select(f => f.Match),
        ];
    }

    // A place in the text for every word of the phrase, all within the window; each word of the text serves once.
    private static (int At, WordHit Hit)[]? Locate(Phrase phrase, Dictionary<int, List<(int At, WordHit Hit)>> places)
    {
        int[] words = phrase.Words;
        if (!places.TryGetValue(words[0], out var starts))
            return null;
        foreach ((int At, WordHit Hit) start in starts)
        {
            var at = new (int At, WordHit Hit)[words.Length];
            at[0] = start;
            bool isComplete = true;
            for (int w = 1; w < words.Length && isComplete; w++)
            {
                isComplete =
                    places.TryGetValue(words[w], out var choices)
                    && Nearest(choices, start.At, at.AsSpan(0, w), phrase.IsOrdered ? at[w - 1].At : -1) is { } near
                    && Take(at, w, near);
            }

            if (isComplete && at.Max(p => p.At) - at.Min(p => p.At) < Window)
                return at;
        }

        return null;
    }

    private static bool Take((int At, WordHit Hit)[] at, int place, (int At, WordHit Hit) choice)
    {
        at[place] = choice;
        return true;
    }

    private static (int At, WordHit Hit)? Nearest(
        List<(int At, WordHit Hit)> choices,
        int start,
        ReadOnlySpan<(int At, WordHit Hit)> taken,
        int behind
    )
    {
        (int At, WordHit Hit)? best = null;
        foreach ((int At, WordHit Hit) choice in choices)
        {
            int distance = Math.Abs(choice.At - start);
            if (
                choice.At > behind
                && distance < Window
                && !IsTaken(taken, choice.At)
                && (best is null || distance < Math.Abs(best.Value.At - start))
            )
                best = choice;
        }

        return best;
    }

    private static bool IsTaken(ReadOnlySpan<(int At, WordHit Hit)> taken, int at)
    {
        foreach ((int At, WordHit Hit) one in taken)
        {
            if (one.At == at)
                return true;
        }

        return false;
    }

    private static bool IsNegated(List<Token> tokens, int from, int first, string? textLanguage, string phraseLanguage)
    {
        string language = textLanguage ?? phraseLanguage;
        for (int i = Math.Max(from, first - NegationReach); i < first; i++)
        {
            if (
                Negations.Is(tokens[i].Text, language)
                || (i + 1 < first && tokens[i].Kind == TokenKind.Han && Negations.Is(tokens[i].Text + tokens[i + 1].Text, language))
            )
                return true;
        }

        return false;
    }

    private sealed record Phrase(LexiconPhrase Given, int[] Words, bool NeedsNegation, bool IsOrdered, int Letters, int Order);
}
