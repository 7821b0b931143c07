using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Queries;

namespace SeizureIntel.Search.Words;

/// <summary>Where the words of a query stand in a hit, the same on every engine: it looks at what the reader is shown, and at nothing else.</summary>
internal sealed class Highlighter
{
    private const int Longest = 200;
    private const int Before = 60;
    private const char More = '…';

    private readonly IReadOnlyList<SearchWord> _words;
    private readonly Dictionary<string, Dictionary<string, Highlight>> _named = new(StringComparer.Ordinal);

    /// <summary>Reads the words that a query asks for.</summary>
    public Highlighter(SeizureQuery query, CodeListSet lists, LabelWords labels)
    {
        var words = new List<SearchWord>();
        for (SeizureQuery? part = query; part is not null; part = part.And)
            words.AddRange(SearchTokens.Query(part.Text));
        _words = words;
        foreach ((string field, IReadOnlyList<string> codes) in words.SelectMany(labels.Find))
        {
            if (!_named.TryGetValue(field, out Dictionary<string, Highlight>? names))
                _named.Add(field, names = new Dictionary<string, Highlight>(StringComparer.Ordinal));
            foreach (string code in codes)
                names[code] = Of(field, lists.Of(SeizureFields.Find(field)!)!.Label(code))!;
        }
    }

    /// <summary>The hit with its highlights.</summary>
    public SeizureHit Marked(SeizureHit hit)
    {
        if (_words.Count == 0)
            return hit;
        var found = new List<Highlight>();
        foreach (string field in SeizureWords.Fields)
        {
            if (hit.Values.TryGetValue(field, out IReadOnlyList<string>? texts) && Of(field, texts[0]) is { } passage)
                found.Add(passage);
        }

        foreach (string field in LabelWords.Fields)
        {
            if (_named.TryGetValue(field, out Dictionary<string, Highlight>? names) && hit.Values.TryGetValue(field, out var codes))
                found.AddRange(codes.Where(names.ContainsKey).Select(c => names[c]));
        }

        return hit with
        {
            Highlights = found,
        };
    }

    private Highlight? Of(string field, string text)
    {
        List<PlacedToken> tokens = SearchTokens.Placed(text);
        var marks = new List<TextMark>();
        foreach (SearchWord word in _words)
        {
            for (int at = 0; at + word.Tokens.Count <= tokens.Count; at++)
            {
                if (Stands(word, tokens, at))
                    marks.Add(new TextMark(tokens[at].Start, tokens[at + word.Tokens.Count - 1].End - tokens[at].Start));
            }
        }

        return marks.Count == 0 ? null : Passage(field, text, tokens, Joined(marks));
    }

    private static bool Stands(SearchWord word, List<PlacedToken> tokens, int at)
    {
        for (int i = 0; i < word.Tokens.Count; i++)
        {
            bool isOpen = word.IsPrefix && i == word.Tokens.Count - 1;
            string token = tokens[at + i].Token;
            if (isOpen ? !token.StartsWith(word.Tokens[i], StringComparison.Ordinal) : token != word.Tokens[i])
                return false;
        }

        return true;
    }

    // Marks that overlap or touch become one.
    private static List<TextMark> Joined(List<TextMark> marks)
    {
        marks.Sort((a, b) => a.Start.CompareTo(b.Start));
        var joined = new List<TextMark>();
        foreach (TextMark mark in marks)
        {
            if (joined.Count > 0 && joined[^1] is var last && mark.Start <= last.Start + last.Length)
                joined[^1] = last with { Length = Math.Max(last.Length, mark.Start + mark.Length - last.Start) };
            else
                joined.Add(mark);
        }

        return joined;
    }

    // The passage begins some words before the first mark; words and marks are not cut.
    private static Highlight Passage(string field, string text, List<PlacedToken> tokens, List<TextMark> marks)
    {
        if (text.Length <= Longest)
            return new Highlight(field, text, marks);
        int first = marks[0].Start,
            firstEnd = first + marks[0].Length;
        int start =
            first <= Before ? 0 : tokens.Select(t => t.Start).Where(s => s >= first - Before && s <= first).DefaultIfEmpty(first).Min();
        int end =
            text.Length - start <= Longest
                ? text.Length
                : tokens.Select(t => t.End).Where(e => e <= start + Longest).Append(firstEnd).Max();
        string head = start > 0 ? More.ToString() : "";
        string passage = head + text[start..end] + (end < text.Length ? More : "");
        return new Highlight(
            field,
            passage,
            [.. marks.Where(m => m.Start + m.Length <= end).Select(m => m with { Start = m.Start - start + head.Length })]
        );
    }
}
