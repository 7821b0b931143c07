using System;

namespace SeizureIntel.Etl.Screening;

/// <summary>What stands beside a name and tells whose it is: a street, a portrait, a brand of goods that bears it, or the age of somebody.</summary>
internal static class NamedThings
{
    // So many small words may stand between: "portrait of the", "placówki im.".
    private const int MostBetween = 3;
    private const int LongestShort = 4;
    private const int YoungestDigits = 2;

    private const string Opening = "\"“«„'‘(";
    private const string Closing = "\"”»“'’";

    /// <summary>Whether a name is a thing's: a word for one stands right before or behind it, begins or ends it, or quotes stand around it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="first">The first token of the name.</param>
    /// <param name="end">The first token behind it.</param>
    public static bool Bear(string text, ReadOnlySpan<TaggerToken> tokens, int first, int end)
    {
        // "era cigarro de marcos ortega": in small letters what stands beside tells little.
        if (tokens[end - 1].IsSmall)
            return false;
        bool isOfSeveral = end - first > 1;
        return (isOfSeveral && (IsThing(tokens[first]) || IsThing(tokens[end - 1])))
            || IsQuoted(text, tokens, first, end)
            || IsBehindThing(text, tokens, first)
            || IsBeforeThing(text, tokens, end);
    }

    /// <summary>Whether an age stands behind a name, as press releases write it: "Name, 34, of …", "Name (34)".</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="end">The first token behind the name.</param>
    public static bool HaveAge(string text, ReadOnlySpan<TaggerToken> tokens, int end) =>
        end + 1 < tokens.Length
        && text[tokens[end].Start] is ',' or '('
        && tokens[end + 1].Script == TaggerScript.Digits
        && tokens[end + 1].End - tokens[end + 1].Start == YoungestDigits
        && (end + 2 == tokens.Length || text[tokens[end + 2].Start] is ',' or ')' or ';' || IsStop(text, tokens, end + 2));

    // "3.4" goes on with digits.
    private static bool IsStop(string text, ReadOnlySpan<TaggerToken> tokens, int at) =>
        text[tokens[at].Start] == '.' && (at + 1 == tokens.Length || tokens[at + 1].IsSpaced);

    private static bool IsThing(TaggerToken token) => token.IsWord && TaggerWords.BearsNames(token) && !TaggerWords.IsGiven(token);

    private static bool IsQuoted(string text, ReadOnlySpan<TaggerToken> tokens, int first, int end) =>
        first > 0
        && end < tokens.Length
        && text[tokens[first - 1].Start] != '('
        && Opening.Contains(text[tokens[first - 1].Start], StringComparison.Ordinal)
        && Closing.Contains(text[tokens[end].Start], StringComparison.Ordinal);

    private static bool IsBehindThing(string text, ReadOnlySpan<TaggerToken> tokens, int first)
    {
        int at = first - 1;
        for (int between = 0; at >= 0; at--)
        {
            TaggerToken token = tokens[at];
            if (token.IsSign)
            {
                // "Op. Maria Quitéria", "im. Romualda Traugutta"; but a sentence may end before a name.
                bool isOpening = at == first - 1 && Opening.Contains(text[token.Start], StringComparison.Ordinal);
                bool isShort = text[token.Start] == '.' && at > 0 && tokens[at - 1].End - tokens[at - 1].Start <= LongestShort;
                if (!isOpening && !isShort)
                    return false;
                continue;
            }

            if (IsThing(token))
                return true;
            if (!token.IsSmall || !TaggerWords.JoinsThing(token) || ++between > MostBetween)
                return false;
        }

        return false;
    }

    private static bool IsBeforeThing(string text, ReadOnlySpan<TaggerToken> tokens, int end)
    {
        if (end < tokens.Length && tokens[end].IsSign && text[tokens[end].Start] == '-')
            end++;
        return end < tokens.Length && IsThing(tokens[end]);
    }
}
