using System;

namespace SeizureIntel.Etl.Screening;

/// <summary>What stands beside a name and tells whose it is: a street, a portrait, a brand of goods that bears it, or the age of somebody.</summary>
internal static class NamedThings
{
    // So many small words may stand between: "portrait of the", "placówki im.".
    private const int MostBetween = 3;
    private const int MostBeforeMaker = 1;
    private const int LongestShort = 4;
    private const int DigitsOfAge = 2;

    private const string Opening = "\"“«„'‘(";

    /// <summary>Whether a name is a place's, a picture's or an operation's: a word for one stands right behind it, or begins or ends it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="first">The first token of the name.</param>
    /// <param name="end">The first token behind it.</param>
    public static bool Hold(string text, ReadOnlySpan<TaggerToken> tokens, int first, int end)
    {
        end = WithoutCase(text, tokens, first, end);

        // "era cigarro de marcos ortega": in small letters what stands beside tells little.
        if (tokens[end - 1].IsSmall)
            return false;
        if (end - first > 1 && (IsThing(tokens[first]) || IsThing(tokens[end - 1])))
            return true;
        return Behind(text, tokens, end) is >= 0 and var behind && IsThing(tokens[behind]);
    }

    /// <summary>Whether such a word stands before a name, small words between them or none; but somebody may stand "at the airport" as well.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="first">The first token of the name.</param>
    /// <param name="end">The first token behind it.</param>
    public static bool Precede(string text, ReadOnlySpan<TaggerToken> tokens, int first, int end) =>
        !tokens[end - 1].IsSmall
        && Before(text, tokens, first, MostBetween) is >= 0 and var before
        && !TaggerWords.IsSpot(tokens[before])
        && (IsThing(tokens[before]) || IsMaker(tokens, before));

    /// <summary>Whether goods stand right beside a name, whose brand it may be; behind a small word it would be their owner's.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="first">The first token of the name.</param>
    /// <param name="end">The first token behind it.</param>
    public static bool AreGoods(string text, ReadOnlySpan<TaggerToken> tokens, int first, int end)
    {
        if (tokens[end - 1].IsSmall)
            return false;
        int before = Before(text, tokens, first, 0);
        int behind = Behind(text, tokens, end);
        return (before >= 0 && TaggerWords.IsGoods(tokens[before]) && !TaggerWords.IsSpot(tokens[before]))
            || (behind >= 0 && TaggerWords.IsGoods(tokens[behind]));
    }

    /// <summary>Whether an age stands behind a name, as press releases write it: "Name, 34, of …", "Name (34)", "Name (aged 34)".</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="end">The first token behind the name.</param>
    public static bool HaveAge(string text, ReadOnlySpan<TaggerToken> tokens, int end)
    {
        if (end >= tokens.Length || text[tokens[end].Start] is not (',' or '('))
            return false;
        int at = end + 1;
        while (at < tokens.Length && TaggerWords.TellsAge(tokens[at]))
            at++;
        return at < tokens.Length
            && tokens[at].Script == TaggerScript.Digits
            && tokens[at].End - tokens[at].Start == DigitsOfAge
            && (
                at + 1 == tokens.Length
                || text[tokens[at + 1].Start] is ',' or ')' or ';'
                || TaggerWords.TellsAge(tokens[at + 1])
                || IsStop(text, tokens, at + 1)
            );
    }

    // "3.4" goes on with digits.
    private static bool IsStop(string text, ReadOnlySpan<TaggerToken> tokens, int at) =>
        text[tokens[at].Start] == '.' && (at + 1 == tokens.Length || tokens[at + 1].IsSpaced);

    private static bool IsThing(TaggerToken token) => token.IsWord && TaggerWords.BearsNames(token) && !TaggerWords.IsGiven(token);

    // Whoever signed a statement is somebody, who signed a picture is its maker: "akwarela w typie", "painting after"; not "the painting was sent after".
    private static bool IsMaker(ReadOnlySpan<TaggerToken> tokens, int at)
    {
        if (!TaggerWords.TellsMaker(tokens[at]))
            return false;
        foreach (TaggerToken token in tokens[Math.Max(0, at - 1 - MostBeforeMaker)..at])
        {
            if (TaggerWords.IsArt(token))
                return true;
        }

        return false;
    }

    // The place of the word before a name, behind so many small ones; -1 where there is none.
    private static int Before(string text, ReadOnlySpan<TaggerToken> tokens, int first, int mostBetween)
    {
        int between = 0;
        for (int at = first - 1; at >= 0; at--)
        {
            TaggerToken token = tokens[at];
            if (token.IsSign)
            {
                // "Op. Maria Quitéria", "im. Romualda Traugutta"; but a sentence may end before a name.
                bool isOpening = at == first - 1 && Opening.Contains(text[token.Start], StringComparison.Ordinal);
                bool isShort = text[token.Start] == '.' && at > 0 && tokens[at - 1].End - tokens[at - 1].Start <= LongestShort;
                if (!isOpening && !isShort)
                    return -1;
                continue;
            }

            if (
                between == mostBetween
                || !token.IsSmall
                || IsThing(token)
                || TaggerWords.TellsMaker(token)
                || !TaggerWords.JoinsThing(token)
            )
                return at;
            between++;
        }

        return -1;
    }

    // "Mithat Paşa Caddesi'nde": what stands behind a Turkish apostrophe is the case.
    private static int WithoutCase(string text, ReadOnlySpan<TaggerToken> tokens, int first, int end)
    {
        bool hasCase =
            end - first > 2
            && tokens[end - 1] is { IsSmall: true, IsSpaced: false }
            && tokens[end - 2] is { IsSign: true, IsSpaced: false } mark
            && text[mark.Start] is '\'' or '’';
        return hasCase ? end - 2 : end;
    }

    private static int Behind(string text, ReadOnlySpan<TaggerToken> tokens, int end)
    {
        if (end < tokens.Length && tokens[end].IsSign && text[tokens[end].Start] == '-')
            end++;
        return end < tokens.Length && !tokens[end].IsSign ? end : -1;
    }
}
