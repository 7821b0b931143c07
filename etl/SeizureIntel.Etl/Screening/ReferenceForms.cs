using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <summary>What the form of letters and digits says of laws, amounts and codes of goods.</summary>
internal static class ReferenceForms
{
    private const int LongestModel = 4;
    private const int LongestName = 4;
    private const int LongestDesignation = 5;

    // The last heading of each chapter (HS 2022), two digits each; chapter 77 is empty.
    private const string LastHeadings =
        "06100910110414141008091402042205040605090609090430211653420605150707070607272617150604210402072311"
        + "071312110816090511110617171006070304151420182926190816000607071315118749091607083314090706082006";

    /// <summary>Whether capitals and a year of this age or the last stand together, alone or behind a stroke, as laws are cited: BTA 2015,
    /// VO 608/2013, RL 2014/40.</summary>
    public static bool IsAct(string text, List<NumberPart> parts)
    {
        NumberPart last = parts[^1];
        if (parts.Count is < 2 or > 3 || last.Letters > 0 || last.Digits is < 4 or > 8)
            return false;
        for (int i = 0; i < parts.Count - 1; i++)
        {
            if (parts[i].Digits > 0 || parts[i].Letters < 2 || parts[i].Length > LongestName)
                return false;
        }

        ReadOnlySpan<char> written = text.AsSpan(last.Start, last.Length);
        int stroke = written.IndexOf('/');
        if (stroke < 0)
            return parts.Count == 2 && parts[0].Letters > 2 && NumberForms.IsYear(written);
        ReadOnlySpan<char> first = written[..stroke];
        ReadOnlySpan<char> second = written[(stroke + 1)..];
        return (first.Length <= LongestModel && second.Length == 4 && NumberForms.IsYear(second))
            || (second.Length < LongestModel && first.Length == 4 && NumberForms.IsYear(first));
    }

    /// <summary>Whether letters and digits without a blank are an amount, a law or a code of goods: USD12500, EN590, HS240220; but AZN48U is no
    /// amount, TK-881508 no round one, and EC477173 no code of goods.</summary>
    public static bool IsAmountOrCode(string text, NumberPart part, bool isAmount)
    {
        ReadOnlySpan<char> digits = text.AsSpan(part.Start + part.LeadingLetters, part.Length - part.LeadingLetters);
        if (part.Letters > part.LeadingLetters)
            return !isAmount
                && (part.Digits <= LongestDesignation || (digits.Length > LongestModel && NumberForms.IsYear(digits[^LongestModel..])));
        ReadOnlySpan<char> plain = digits.TrimStart("-/. ");
        if (part.Digits <= LongestModel || plain.Length > part.Digits)
            return plain[0] != '0' || part.Digits <= LongestModel || plain.Length > part.Digits;
        return isAmount ? plain[0] != '0' && plain[^1] == '0' : IsTariff(plain);
    }

    /// <summary>Whether digits are a code of the Harmonized System or one that refines it: its heading exists.</summary>
    public static bool IsTariff(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < 4 or > 11 || digits.ContainsAnyExceptInRange('0', '9'))
            return false;
        int at = 2 * ((int)CheckDigits.Number(digits[..2]) - 1);
        return at >= 0
            && at < LastHeadings.Length
            && CheckDigits.Number(digits[2..4]) is > 0 and var heading
            && heading <= CheckDigits.Number(LastHeadings.AsSpan(at, 2));
    }
}
