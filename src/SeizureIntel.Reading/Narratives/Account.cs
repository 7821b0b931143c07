using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Reading.Lexicon;
using SeizureIntel.Reading.Words;

namespace SeizureIntel.Reading.Narratives;

/// <summary>A text cut into sentences, with what the lexicons know of each.</summary>
internal sealed class Account
{
    private const int LetterWeight = 2;

    // Letters that among the languages read stand in one alone.
    private static readonly (string Language, string Letters)[] OwnLetters =
    [
        ("pl", "łąężźśćńŁĄĘŻŹŚĆŃ"),
        ("pt", "ãõÃÕ"),
        ("es", "ñÑ¿¡"),
        ("fr", "èêœùÈÊŒÙ"),
        ("de", "ßäÄ"),
    ];

    private Account(string text, List<Token> tokens, string? language, List<Sentence> sentences)
    {
        (Text, Words, Language, Sentences) = (text, tokens, language, sentences);
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Its words.</summary>
    public List<Token> Words { get; }

    /// <summary>Its language (ISO 639-1); null where it could not be told.</summary>
    public string? Language { get; }

    /// <summary>Its sentences in order.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>The chapters of concealment of each sentence's carriers, by the sentence's first token, as far as they were asked for.</summary>
    public Dictionary<int, (string Chapter, int From)[]> Carriers { get; } = [];

    /// <summary>Whether any sentence tells of a case.</summary>
    public bool TellsOfACase { get; set; }

    /// <summary>Whether goods, or what is weighed, stand with an amount.</summary>
    public bool NamesAnAmount { get; set; }

    /// <summary>The token at a character, or the first behind it.</summary>
    public int TokenAt(int character)
    {
        int low = 0,
            high = Words.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Words[middle].End > character)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    /// <summary>Cuts a text.</summary>
    public static Account Of(
        string text,
        string? language,
        TermBook terms,
        TermBook cues,
        TermBook languages,
        HashSet<string> abbreviations
    )
    {
        List<Token> tokens = Tokens.Of(text);
        string? told = language ?? LanguageOf(text, tokens, languages);
        var sentences = new List<Sentence>();
        bool isCase = false;
        for (int from = 0; from < tokens.Count; )
        {
            int to = from + 1;
            while (to < tokens.Count && !Ends(text, tokens[to - 1], tokens[to], abbreviations))
                to++;
            var sentence = new Sentence(from, to, terms.Find(tokens, from, to), cues.Find(tokens, from, to, told));
            sentences.Add(sentence);
            isCase |= !sentence.IsGeneral && (sentence.Has(Cue.Seize) || sentence.Has(Cue.Hide));
            from = to;
        }

        return new Account(text, tokens, told, sentences) { TellsOfACase = isCase };
    }

    // A full stop ends a sentence only before a capital or a script without capitals; a line break and the Chinese marks always do.
    private static bool Ends(string text, Token before, Token after, HashSet<string> abbreviations)
    {
        for (int i = before.End; i < after.Start; i++)
        {
            char c = text[i];
            if (c is '。' or '！' or '？' or '；' or '\n' or '!' or '?' or '؟')
                return true;
            if (
                c == '.'
                && i + 1 < after.Start
                && !abbreviations.Contains(before.Text)
                && (char.IsUpper(text[after.Start]) || char.IsDigit(text[after.Start]) || !char.IsLower(text[after.Start]))
            )
                return true;
        }

        return false;
    }

    // The script decides where it can; else the language with most of its small words and of the letters that are its own.
    private static string? LanguageOf(string text, List<Token> tokens, TermBook languages)
    {
        int han = tokens.Count(t => t.Kind == TokenKind.Han);
        if (han > 0 && 4 * han > tokens.Count)
            return "zh";
        if (tokens.Exists(t => t.Text[0] is >= '\u0600' and <= '\u06FF'))
            return "ar";
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        string? best = null;
        foreach (TermMatch match in languages.Find(tokens, 0, tokens.Count))
            Count(match.Field, 1);
        foreach (char letter in text)
        {
            if (char.IsAscii(letter))
                continue;
            foreach ((string code, string letters) in OwnLetters)
            {
                if (letters.Contains(letter, StringComparison.Ordinal))
                    Count(code, LetterWeight);
            }
        }

        return best;

        void Count(string code, int weight)
        {
            counts[code] = counts.GetValueOrDefault(code) + weight;
            if (best is null || counts[code] > counts[best])
                best = code;
        }
    }
}
