using System;
using System.Collections.Generic;
using SeizureIntel.Reading.Words;

namespace SeizureIntel.Reading.Lexicon;

/// <summary>Terms of many fields and languages, found in one walk over a text.</summary>
/// <remarks>A trie over words: longest match from the left, as in Aho and Corasick 1975. A term is found in another number or case than it is
/// written in where no other term has the same stems.</remarks>
internal sealed class TermBook
{
    private readonly Node _root = new();

    /// <summary>Adds a term; one without a letter or digit is passed over.</summary>
    public void Add(string field, string code, string phrase, string? language = null)
    {
        List<Token> tokens = Tokens.Of(phrase);
        if (tokens.Count == 0)
            return;
        Node node = _root;
        foreach (Token token in tokens)
        {
            node.Next ??= new Dictionary<string, Node>(StringComparer.Ordinal);
            if (!node.Next.TryGetValue(token.Stem, out Node? next))
                node.Next[token.Stem] = next = new Node();
            node = next;
        }

        (node.Ends ??= new(1)).Add(new Term(field, code, language, [.. tokens.ConvertAll(t => t.Text)]));
    }

    /// <summary>The terms of a part of a text, from the left, the longest at each place, without overlaps.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="from">The first token.</param>
    /// <param name="to">The token behind the last.</param>
    /// <param name="language">Only terms of this language, and those without one; null = all.</param>
    public List<TermMatch> Find(List<Token> tokens, int from, int to, string? language = null)
    {
        var found = new List<TermMatch>();
        for (int i = from; i < to; )
        {
            if (LongestAt(tokens, i, to, language) is not { } longest)
            {
                i++;
                continue;
            }

            foreach (Term term in longest.Terms)
                found.Add(new TermMatch(term.Field, term.Code, i, longest.End));
            i = longest.End;
        }

        return found;
    }

    /// <summary>The longest term that begins at a token; null where none does.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="at">The token.</param>
    /// <param name="to">The token behind the last that may be read.</param>
    public TermMatch? FindAt(List<Token> tokens, int at, int to) =>
        at < to && LongestAt(tokens, at, to, null) is { } longest
            ? new TermMatch(longest.Terms[0].Field, longest.Terms[0].Code, at, longest.End)
            : null;

    private (List<Term> Terms, int End)? LongestAt(List<Token> tokens, int at, int to, string? language)
    {
        int end = 0;
        List<Term>? terms = null;
        Node? node = _root;
        for (int j = at; j < to && node.Next is { } words && words.TryGetValue(tokens[j].Stem, out node); j++)
        {
            if (node.Ends is not null && Chosen(node.Ends, tokens, at, language) is { } chosen)
                (end, terms) = (j + 1, chosen);
        }

        return terms is null ? null : (terms, end);
    }

    // Words written as the term are it; else the stems decide, as long as each field knows one code for them.
    private static List<Term>? Chosen(List<Term> ends, List<Token> tokens, int start, string? language)
    {
        List<Term>? exact = null,
            alike = null;
        foreach (Term term in ends)
        {
            if (language is not null && term.Language is not null && term.Language != language)
                continue;
            if (IsExact(term, tokens, start))
                (exact ??= []).Add(term);
            else
                (alike ??= []).Add(term);
        }

        List<Term>? all = exact ?? alike;
        if (all is null || all.Count == 1)
            return all;
        var kept = new List<Term>();
        foreach (Term term in all)
        {
            if (all.TrueForAll(t => t.Field != term.Field || t.Code == term.Code) && !kept.Exists(t => t.Field == term.Field))
                kept.Add(term);
        }

        return kept.Count == 0 ? null : kept;
    }

    private static bool IsExact(Term term, List<Token> tokens, int start)
    {
        for (int i = 0; i < term.Words.Length; i++)
        {
            if (!string.Equals(term.Words[i], tokens[start + i].Text, StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    // Most of fifty thousand have one of the two.
    private sealed class Node
    {
        public Dictionary<string, Node>? Next { get; set; }

        public List<Term>? Ends { get; set; }
    }

    private sealed record Term(string Field, string Code, string? Language, string[] Words);
}
