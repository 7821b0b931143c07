using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Screening;

/// <summary>The words of <c>explanations.csv</c>, looked up folded; a star ends a word that may go on.</summary>
internal sealed class Explanations
{
    private const int ShortestStem = 2;
    private const int LongestWord = 40;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _stems;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _forms;
    private readonly string[] _endings;
    private readonly int _longestStem;
    private readonly PhraseBook _book;
    private readonly ScreeningLists _lists;

    public Explanations(ScreeningLists lists, PhraseBook book)
    {
        _lists = lists;
        _book = book;
        Dictionary<string, Explanation> uses = Enum.GetValues<Explanation>()
            .ToDictionary(static u => ScreeningListFiles.Snake(u.ToString()), static u => u, StringComparer.Ordinal);
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var stems = new Dictionary<string, int>(StringComparer.Ordinal);
        var forms = new HashSet<string>(StringComparer.Ordinal);
        var endings = new List<string>();
        foreach ((string word, _, string use) in NameLexicon.Words(lists, ScreeningLists.ExplanationList))
        {
            switch (uses[use])
            {
                case Explanation.Form:
                    forms.Add(word);
                    break;
                case Explanation.CountedEnding:
                    endings.Add(NameLexicon.Fold(word));
                    break;
                case var known:
                    bool isStem = word[^1] == '*';
                    string folded = NameLexicon.Fold(word.TrimEnd('*'));
                    Dictionary<string, int> into = isStem ? stems : words;
                    into[folded] = into.GetValueOrDefault(folded) | Bit(known);
                    break;
            }
        }

        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _stems = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        _forms = forms.GetAlternateLookup<ReadOnlySpan<char>>();
        _endings = [.. endings];
        _longestStem = stems.Count == 0 ? 0 : stems.Keys.Max(static s => s.Length);
    }

    /// <summary>Whether a word says this of a number beside it.</summary>
    public bool Is(ReadOnlySpan<char> word, Explanation explanation) => (Uses(word) & Bit(explanation)) != 0;

    /// <summary>Whether a word says one of these.</summary>
    public bool IsAny(ReadOnlySpan<char> word, params ReadOnlySpan<Explanation> explanations)
    {
        int uses = Uses(word);
        foreach (Explanation explanation in explanations)
        {
            if ((uses & Bit(explanation)) != 0)
                return true;
        }

        return false;
    }

    /// <summary>Whether a word of the text says this.</summary>
    public bool Tells(string text, Explanation explanation)
    {
        for (int i = 0; i < text.Length; )
        {
            int end = EndOfWord(text, i);
            if (end > i && Is(text.AsSpan(i, end - i), explanation))
                return true;
            i = Math.Max(end, i + 1);
        }

        return false;
    }

    /// <summary>Whether a code has the shape of a date's or of goods'.</summary>
    public bool IsForm(ReadOnlySpan<char> code)
    {
        if (code.Length > LongestWord)
            return false;
        Span<char> shape = stackalloc char[LongestWord];
        for (int i = 0; i < code.Length; i++)
        {
            shape[i] =
                char.IsDigit(code[i]) ? '0'
                : char.IsLetter(code[i]) ? 'A'
                : code[i];
        }

        return _forms.Contains(shape[..code.Length]);
    }

    /// <summary>Whether the words behind a number are goods that it counts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the number ends.</param>
    /// <param name="isShort">Whether it is short enough to count goods that no list holds.</param>
    public bool AreCounted(string text, int at, bool isShort)
    {
        const int MostWords = 3;
        for (int n = 0; n < MostWords; n++)
        {
            int start = at;
            while (start < text.Length && start - at < 2 && text[start] is ' ' or '\u00a0' or '-' or '+' or '\t')
                start++;
            if (start >= text.Length)
                return false;
            if (text[start] is '%' or '％' or '‰' or '°' or '€' or '$' or '£' or '₹' or '¥' or '₽' or '₺' or '½')
                return n == 0;
            if (TextSigns.IsHan(text[start]))
                return n == 0 && IsHanMeasure(text.AsSpan(start));
            int end = EndOfWord(text, start);
            if (end == start)
                return false;
            if (SaysCounted(text.AsSpan(start, end - start), n, isShort) is { } answer)
                return answer;
            at = end;
        }

        return false;
    }

    /// <summary>Where the word that begins at a place ends.</summary>
    public static int EndOfWord(string text, int start)
    {
        int end = start;
        while (end < text.Length && !TextSigns.IsHan(text[end]) && (char.IsLetter(text[end]) || text[end] is >= '\u064b' and <= '\u0652'))
            end++;
        return end;
    }

    // Null where the word leaves it open and the next one decides.
    private bool? SaysCounted(ReadOnlySpan<char> word, int place, bool isShort)
    {
        if (word.Length > LongestWord)
            return false;
        Span<char> buffer = stackalloc char[LongestWord];
        ReadOnlySpan<char> folded = Letters.Fold(word, buffer);
        int uses = Uses(folded);
        bool mayCount = isShort || folded.Length > 2 || folded is "kg" or "кг" or "kw";
        if ((uses & Bit(Explanation.Money)) != 0 && folded.Length > 1)
            return true;
        if ((uses & Bit(Explanation.Counted)) != 0 && mayCount)
            return true;
        if (folded.Length > 1 && (uses & Bit(Explanation.NotCounted)) != 0)
            return false;
        if (_book.Is(folded, Introduction.Unit))
            return mayCount;
        if (!isShort || _lists.NotNames.IsSpeech(word) || folded.Length < 3)
            return false;
        int languages = _lists.BareNames.Lexicon.Find(folded).Languages;
        bool isPlainScript = word[0] is >= '\u0600' and <= '\u06ff';

        // Turkish and Arabic count things in the singular: a common word is enough.
        if (
            place == 0
            && (languages & (NameLexicon.Turkish | NameLexicon.Arabic)) != 0
            && (isPlainScript || (languages & ~(NameLexicon.Turkish | NameLexicon.Arabic)) == 0)
        )
            return true;
        if (char.IsUpper(word[0]) && (languages & NameLexicon.German) == 0)
            return null;
        if (char.IsUpper(word[0]) && !char.IsUpper(word[^1]) && word.Length > 3)
            return true;
        foreach (string ending in _endings)
        {
            if (folded.Length > ending.Length + 1 && folded.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return null;
    }

    private bool IsHanMeasure(ReadOnlySpan<char> text)
    {
        for (int length = Math.Min(3, text.Length); length > 0; length--)
        {
            if (IsAny(text[..length], Explanation.Counted, Explanation.Money) || _book.Is(text[..length], Introduction.Unit))
                return true;
        }

        return false;
    }

    private int Uses(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
            return 0;
        Span<char> buffer = stackalloc char[LongestWord];
        ReadOnlySpan<char> folded = Letters.Fold(word, buffer);
        int uses = _words.TryGetValue(folded, out int known) ? known : 0;
        for (int length = Math.Min(folded.Length, _longestStem); length >= ShortestStem; length--)
        {
            if (_stems.TryGetValue(folded[..length], out known))
                uses |= known;
        }

        return uses;
    }

    private static int Bit(Explanation explanation) => 1 << (int)explanation;
}
