using System;
using System.Collections.Frozen;
using System.Linq;

namespace SeizureIntel.Etl.Screening;

/// <summary>Reads vehicle registrations by the shapes of <c>plate_shapes.csv</c>, however they are spaced.</summary>
internal sealed class PlateReader(ScreeningLists lists, PhraseBook book)
{
    private const int LongestPlate = 11;

    // "lagen 84": more small letters are a word.
    private const int MostSmall = 3;

    private readonly FrozenDictionary<string, PlateTrust>.AlternateLookup<ReadOnlySpan<char>> _shapes = lists
        .Rows(ScreeningLists.PlateShapeList)
        .GroupBy(static w => string.Concat(w.Text.Where(static c => c is 'A' or '0')), StringComparer.Ordinal)
        .ToFrozenDictionary(static g => g.Key, static g => g.Min(static w => TrustOf(w.Use)), StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The end of the longest registration that begins at a place; -1 where none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where its first letter or digit stands.</param>
    /// <param name="trust">The least certain shapes that the words beside it allow.</param>
    /// <param name="mayBeDigits">Whether a word says that a number follows, so that digits alone count.</param>
    public int End(string text, int start, PlateTrust trust, bool mayBeDigits)
    {
        Span<char> shape = stackalloc char[LongestPlate];
        int length = 0;
        int best = -1;
        bool? isLower = null;
        bool hasLetters = false;
        bool hasDigits = false;
        int at = start;
        while (at < text.Length)
        {
            int end = at;
            bool isDigits = char.IsDigit(text[at]);
            while (end < text.Length && (isDigits ? char.IsDigit(text[end]) : IsPlateLetter(text[end])))
                end++;
            if (end == at || length + end - at > LongestPlate)
                break;
            shape.Slice(length, end - at).Fill(isDigits ? '0' : 'A');
            length += end - at;
            if (isDigits)
                hasDigits = true;
            else if (!Takes(text, at, end, ref isLower, hasDigits, trust == PlateTrust.Introduced))
                break;
            hasLetters |= !isDigits;
            if (
                Is(shape[..length], isLower == true, trust)
                && IsEnd(text, end)
                && hasDigits
                && (hasLetters || mayBeDigits || (length > 6 && at > start))
            )
                best =
                    !IsLettersAround(shape[..length], trust)
                    && !IsLettersFirst(text, start, end)
                    && IsQuantity(text, start, at, end, isDigits)
                        ? best
                        : end;
            at = Next(text, end);
            if (at < 0)
                break;
        }

        return best;
    }

    // Small letters only where all are small, and none is a word; nothing that begins like a goods number or a model.
    private bool Takes(string text, int at, int end, ref bool? isLower, bool isInside, bool isAnnounced)
    {
        bool isSmall = char.IsLower(text[at]);
        for (int i = at; i < end; i++)
        {
            if (char.IsLower(text[i]) != isSmall)
                return false;
        }

        if (isLower is { } known && known != isSmall)
            return false;
        isLower = isSmall;
        ReadOnlySpan<char> letters = text.AsSpan(at, end - at);
        if (isSmall && !isAnnounced && letters.Length > MostSmall)
            return false;

        // Arabic registrations hold single letters: two grown together are a word.
        if (!isAnnounced && letters.Length > 1 && letters[0] is >= '\u0600' and <= '\u06ff')
            return false;

        // "PLATE NO 1234": the word is none of its letters, but "90 NR 3226" has it inside.
        if (letters.Length > 1 && (isSmall || !isInside) && book.Is(PhraseTokens.Fold(letters.ToString()), Introduction.Number))
            return false;
        bool isLoose =
            (at == 0 || text[at - 1] is not ('-' or >= '0' and <= '9'))
            && (end == text.Length || text[end] is not ('-' or >= '0' and <= '9'));
        if (
            isSmall
            && isLoose
            && letters.Length > 1
            && (lists.NotNames.IsSpeech(letters) || lists.NameParts.IsParticle(letters) || book.Is(letters, Introduction.Connector))
        )
            return false;
        Span<char> folded = stackalloc char[LongestPlate];
        folded = folded[..letters.ToLowerInvariant(folded)];
        return isInside
            || isAnnounced
            || letters.Length == 1
            || !(book.Is(folded, Introduction.NotPlate) || book.Is(folded, Introduction.PlateModel));
    }

    private bool Is(ReadOnlySpan<char> shape, bool isLower, PlateTrust trust) =>
        _shapes.TryGetValue(shape, out PlateTrust known)
        && known <= (isLower && trust == PlateTrust.Introduced ? PlateTrust.Likely : trust);

    // "PLATE AG 448 KT": behind a word for registrations letters on both sides of three digits are no quantity.
    private static bool IsLettersAround(ReadOnlySpan<char> shape, PlateTrust trust) =>
        trust == PlateTrust.Introduced && shape.StartsWith("AA") && shape.EndsWith("AA");

    // "KDX 310G": behind three letters that stand for nothing, in small letters around, a letter that is grown to digits is no unit.
    private bool IsLettersFirst(string text, int start, int end) =>
        end - start >= 6
        && char.IsAsciiLetterUpper(text[end - 1])
        && char.IsDigit(text[end - 2])
        && char.IsAsciiLetterUpper(text[start])
        && char.IsAsciiLetterUpper(text[start + 1])
        && char.IsAsciiLetterUpper(text[start + 2])
        && !char.IsAsciiLetter(text[start + 3])
        && text.AsSpan().ContainsAnyInRange('a', 'z')
        && book.Uses(PhraseTokens.Fold(text[start..(start + 3)])) == 0;

    // "AB 1234 KG" ends with a unit, "AB 1234 pcs" has one behind it.
    private bool IsQuantity(string text, int start, int at, int end, bool isDigits)
    {
        // Behind a hyphen, a single letter, or grown together with a run that begins with letters, letters are no unit.
        if (!isDigits && IsInCapitalsAlone(text, start, at, end))
            return false;
        if (!isDigits)
            return end - at > (char.IsLetter(text[start]) ? 1 : 0)
                && (text[at - 1] is ' ' or '\u00a0' || char.IsDigit(text[start]))
                && text[at - 1] != '-'
                && IsUnit(text, at);
        int next = end;
        while (next < text.Length && next - end < 2 && text[next] is ' ' or '\u00a0')
            next++;
        return next < text.Length && (text[next] is '%' or '€' or '$' || IsUnit(text, next));
    }

    // "CA 1234 ML" among small letters: two letters, four digits, two letters are no quantity.
    private static bool IsInCapitalsAlone(string text, int start, int at, int end) =>
        end - at == 2
        && at - start == 8
        && char.IsUpper(text[start])
        && char.IsUpper(text[start + 1])
        && char.IsDigit(text[start + 3])
        && char.IsUpper(text[at])
        && char.IsUpper(text[at + 1])
        && text.AsSpan().ContainsAnyInRange('a', 'z');

    private bool IsUnit(string text, int at)
    {
        int end = at;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return end > at && end - at < 12 && book.Is(PhraseTokens.Fold(text[at..end]), Introduction.Unit);
    }

    private static bool IsEnd(string text, int end) =>
        end == text.Length
        || TextSigns.IsHan(text[end])
        || (!char.IsLetterOrDigit(text[end]) && !(text[end] is '.' or ',' && end + 1 < text.Length && char.IsDigit(text[end + 1])));

    // One sign, or a hyphen between two spaces, may part the groups.
    private static int Next(string text, int end)
    {
        int at = end;
        while (at < text.Length && at - end < 3 && text[at] is ' ' or '-' or '·' or '•' or '.' or '|' or '\u00a0' or '–')
            at++;
        if (IsDecimal(text, end))
            return -1;
        bool isOne = at - end <= 1 || (at - end == 3 && text[end] == ' ' && text[at - 1] == ' ' && text[end + 1] is '-' or '–' or '|');
        return isOne && at < text.Length && (char.IsDigit(text[at]) || IsPlateLetter(text[at])) ? at : -1;
    }

    // "NP300 2.5": an engine's litres.
    private static bool IsDecimal(string text, int point) =>
        point > 1
        && point + 1 < text.Length
        && text[point] == '.'
        && char.IsDigit(text[point - 1])
        && !char.IsLetterOrDigit(text[point - 2])
        && char.IsDigit(text[point + 1])
        && (point + 2 == text.Length || !char.IsLetterOrDigit(text[point + 2]));

    private static bool IsPlateLetter(char c) => char.IsLetter(c) && !TextSigns.IsHan(c);

    private static PlateTrust TrustOf(string use) => Enum.Parse<PlateTrust>(use, ignoreCase: true);
}
