using System;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>Reads a registration behind the make or model of a vehicle, where engines, equipment and years stand as well.</summary>
internal sealed partial class MakeReader(PlateReader plates, PhraseBook book)
{
    private const int ShortestPlate = 5;

    /// <summary>The end of the registration that begins at a place or behind a model's number; -1 where none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the first letter or digit behind the make stands; moves to where the registration begins.</param>
    public int End(string text, ref int start)
    {
        int end = EndAt(text, start);

        // "Scania R450 PX 12 KLO", "Mazda 3 FGT 219"; but "Transit 34 KLM 482" begins with its digits.
        if (Designation().Match(text, start) is not { Success: true } model)
            return end;
        int behind = model.Index + model.Length;
        int endBehind = behind < text.Length ? EndAt(text, behind) : -1;
        if (endBehind <= end)
            return end;
        start = behind;
        return endBehind;
    }

    private int EndAt(string text, int start)
    {
        int end = plates.End(text, start, PlateTrust.Likely, mayBeDigits: false);
        return end > 0 && IsNoModel(text.AsSpan(start, end - start)) ? end : -1;
    }

    /// <summary>Whether letters, digits and their order are those of no model, engine or year.</summary>
    public bool IsNoModel(ReadOnlySpan<char> plate)
    {
        int letters = 0;
        int digits = 0;
        int groups = 0;
        bool isTrim = false;
        bool isYear = false;
        bool isSmall = false;
        for (int i = 0; i < plate.Length; )
        {
            int from = i;
            groups += char.IsLetterOrDigit(plate[i]) ? 1 : 0;
            if (char.IsDigit(plate[i]))
            {
                while (i < plate.Length && char.IsDigit(plate[i]))
                    i++;
                digits += i - from;
                isYear |= i - from == 4 && plate[from..i] is ['1', '9', >= '7', _] or ['2', '0', <= '3', _];
            }
            else if (char.IsLetter(plate[i]))
            {
                while (i < plate.Length && char.IsLetter(plate[i]))
                    i++;
                letters += i - from;
                isSmall |= char.IsLower(plate[from]);
                string word = PhraseTokens.Fold(plate[from..i].ToString());
                isTrim |= plate[from..i] is "II" or "III" or "IV";
                isTrim |=
                    i - from > 1
                    && !(from > 2 && char.IsDigit(plate[from - 1]) && char.IsLetter(plate[1]))
                    && (book.Is(word, Introduction.Trim) || book.Is(word, Introduction.PlateModel));
            }
            else
            {
                i++;
            }
        }

        // 07-D-45218: no model has two hyphens. E46 320 D, X5 30 SD: a registration does not begin like them.
        if (plate.Count('-') >= 2 || (HasLettersAround(plate) && !isTrim))
            return true;
        if ((isTrim && !(groups > 2 && digits > 3 && !isYear)) || BeginsLikeModel(plate))
            return false;
        return letters >= 2 && letters + digits >= ShortestPlate && !isSmall && !(isYear && letters <= 3);
    }

    private static bool BeginsLikeModel(ReadOnlySpan<char> plate) =>
        char.IsAsciiLetter(plate[0]) && char.IsDigit(plate[1]) && (plate[2] == ' ' || (char.IsDigit(plate[2]) && plate[3] == ' '));

    private static bool HasLettersAround(ReadOnlySpan<char> plate) =>
        plate.Length > 3 && char.IsLetter(plate[0]) && char.IsLetter(plate[1]) && char.IsLetter(plate[^1]) && char.IsLetter(plate[^2]);

    // A model's own letters and digits, and what parts them from the next word.
    [GeneratedRegex(@"\G(?:[A-Z]{1,4}-?\d{1,4}[A-Za-z]{0,2}|\d{1,4}(?:[.,]\d)?)(?: [-–] |, |: | \(|[ (])", RegexOptions.CultureInvariant)]
    private static partial Regex Designation();
}
