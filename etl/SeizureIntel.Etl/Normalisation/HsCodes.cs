using System;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Harmonized System codes: two, four or six digits, with or without points; national digits after the sixth are cut off and stay in the
/// text.</summary>
internal static class HsCodes
{
    private const int International = 6;

    public static Reading Read(string text, CodeList? nonValues)
    {
        string digits = string.Concat(AsciiDigits.In(text).Where(c => c is not ('.' or ' ' or '-' or '/')));
        if (digits.All(char.IsAsciiDigit) && digits.Length is 2 or 4 or 6 or 8 or 10 or 11 && IsChapter(digits))
            return new Reading { One = Reading.Known(digits[..Math.Min(International, digits.Length)], text) };
        if (Lists.Missing(nonValues, text) is { } missing)
            return missing == NonValue.NotStated ? Reading.Blank : new Reading { One = Reading.Known(missing, text) };
        return new Reading { One = new Stated(NonValue.Unmapped, text), Issues = [(IssueCode.UnknownCode, text)] };
    }

    // HS 2022 has the chapters 01 to 97; 77 is reserved, 98 and 99 are for national use.
    private static bool IsChapter(string digits) => digits[0] is not '0' || digits[1] is not '0';
}
