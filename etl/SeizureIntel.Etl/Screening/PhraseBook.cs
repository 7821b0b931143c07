using System;
using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Screening;

/// <summary>The words and phrases of <c>introducers.csv</c>; a star ends a word that may go on.</summary>
internal sealed class PhraseBook
{
    private const int ShortestStem = 2;

    private readonly FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> _byWord;
    private readonly FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> _byStem;
    private readonly FrozenDictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _usesOfWord;
    private readonly FrozenDictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _usesOfStem;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _makers;
    private readonly SearchValues<char> _hanOpenings;
    private readonly int _longestStem;

    public PhraseBook(ScreeningLists lists)
    {
        Dictionary<string, Introduction> uses = Enum.GetValues<Introduction>()
            .ToDictionary(static u => ScreeningListFiles.Snake(u.ToString()), static u => u, StringComparer.Ordinal);
        var phrases = new List<Phrase>();
        var parts = new List<PhraseToken>();
        foreach (ScreeningWord row in lists.Rows(ScreeningLists.IntroducerList))
        {
            PhraseTokens.Cut(row.Text, parts);
            if (parts.Count == 0)
                continue;
            phrases.Add(
                new Phrase(
                    [.. parts.Select(static p => p.Folded)],
                    [.. parts.Select(p => p.End < row.Text.Length && row.Text[p.End] == '*')],
                    uses[row.Use]
                )
            );
        }

        _hanOpenings = SearchValues.Create([.. phrases.Select(static p => p.Words[0][0]).Where(TextSigns.IsHan).Distinct()]);
        _makers = lists
            .Words(ScreeningLists.IntroducerList, "maker")
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _byWord = Index(phrases.Where(static p => !p.IsStem[0]));
        _byStem = Index(phrases.Where(static p => p.IsStem[0]));
        _usesOfWord = SingleWords(phrases.Where(static p => !p.IsStem[0]));
        _usesOfStem = SingleWords(phrases.Where(static p => p.IsStem[0]));
        _longestStem = phrases.Where(static p => p.IsStem[0]).Max(static p => p.Words[0].Length);
    }

    /// <summary>The phrases that begin at a token, with their last tokens.</summary>
    public void Find(List<PhraseToken> tokens, int first, List<(Introduction Use, int Last)> found)
    {
        found.Clear();
        string word = tokens[first].Folded;
        if (word.Length == 1 && TextSigns.IsHan(word[0]) && !_hanOpenings.Contains(word[0]))
            return;
        Find(word, tokens, first, found);
        if (word[0] is < '\u0600' or > '\u06ff')
            return;

        // Arabic writes "and", "for", "by", "like" and "the" before the word without a space.
        int start = word.Length > 3 && word[0] is 'و' or 'ل' or 'ب' or 'ك' or 'ف' ? 1 : 0;
        if (start == 1)
            Find(word.AsSpan(1), tokens, first, found);
        if (word.Length > start + 3 && word.AsSpan(start).StartsWith("ال"))
            Find(word.AsSpan(start + 2), tokens, first, found);
        if (word.Length > 4 && word.StartsWith("لل", StringComparison.Ordinal))
            Find(word.AsSpan(2), tokens, first, found);
    }

    /// <summary>Whether three signs are those of a maker of vehicles (ISO 3780).</summary>
    public bool IsMaker(ReadOnlySpan<char> signs) => _makers.Contains(signs);

    /// <summary>Whether a single word has a use.</summary>
    public bool Is(ReadOnlySpan<char> folded, Introduction use) => (Uses(folded) & Bit(use)) != 0;

    /// <summary>All that a single word says, as a set of <see cref="Bit"/>s: one look-up where several uses are asked for.</summary>
    public ulong Uses(ReadOnlySpan<char> folded)
    {
        ulong uses = _usesOfWord.TryGetValue(folded, out ulong known) ? known : 0;
        for (int length = Math.Min(folded.Length, _longestStem); length >= ShortestStem; length--)
        {
            if (_usesOfStem.TryGetValue(folded[..length], out known))
                uses |= known;
        }

        return uses;
    }

    /// <summary>A use as a member of a set.</summary>
    public static ulong Bit(Introduction use) => 1UL << (int)use;

    private void Find(ReadOnlySpan<char> word, List<PhraseToken> tokens, int first, List<(Introduction Use, int Last)> found)
    {
        if (_byWord.TryGetValue(word, out Phrase[]? exact))
            Add(exact, tokens, first, found);
        for (int length = Math.Min(word.Length, _longestStem); length >= ShortestStem; length--)
        {
            if (_byStem.TryGetValue(word[..length], out Phrase[]? stems))
                Add(stems, tokens, first, found);
        }
    }

    private static void Add(Phrase[] phrases, List<PhraseToken> tokens, int first, List<(Introduction Use, int Last)> found)
    {
        foreach (Phrase phrase in phrases)
        {
            if (!Matches(phrase, tokens, first))
                continue;
            int last = first + phrase.Words.Length - 1;
            int known = found.FindIndex(f => f.Use == phrase.Use);
            if (known < 0)
                found.Add((phrase.Use, last));
            else if (found[known].Last < last)
                found[known] = (phrase.Use, last);
        }
    }

    private static bool Matches(Phrase phrase, List<PhraseToken> tokens, int first)
    {
        if (first + phrase.Words.Length > tokens.Count)
            return false;
        for (int i = 1; i < phrase.Words.Length; i++)
        {
            PhraseToken token = tokens[first + i];
            bool isSame = phrase.IsStem[i]
                ? token.Folded.StartsWith(phrase.Words[i], StringComparison.Ordinal)
                : token.Folded.Equals(phrase.Words[i], StringComparison.Ordinal);
            if (!isSame || token.Start - tokens[first + i - 1].End > 3)
                return false;
        }

        return true;
    }

    private static FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> Index(IEnumerable<Phrase> phrases) =>
        phrases
            .GroupBy(static p => p.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(static g => g.Key, static g => g.ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenDictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> SingleWords(IEnumerable<Phrase> phrases) =>
        phrases
            .Where(static p => p.Words.Length == 1)
            .GroupBy(static p => p.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(
                static g => g.Key,
                static g => g.Aggregate(0UL, static (all, p) => all | Bit(p.Use)),
                StringComparer.Ordinal
            )
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private sealed record Phrase(string[] Words, bool[] IsStem, Introduction Use);
}
