using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>Numbers of seals, permits of species and substances are no person's, whatever their form and their check digits say; nor is a number of the
/// same series in the same text: "seal AD 0093341 cut, AD 0093388 fitted".</summary>
internal sealed partial class ThingNumberRule(NumberContext context)
{
    private const int Vin = 17;

    // Seals come from one roll: only the last digits differ.
    private const int MostOther = 3;
    private const int FewestAlike = 4;

    /// <summary>Takes away what is such a thing's number.</summary>
    public void Apply(string text, List<MaskedSpan> found)
    {
        if (!found.Exists(MayBeThing))
            return;
        List<(int Start, int Length)>? things = null;
        foreach (ValueMatch match in Numbers().EnumerateMatches(text))
        {
            int digit = match.Index + text.AsSpan(match.Index, match.Length).IndexOfAnyInRange('0', '9');
            if (context.IsBehindThing(text, match.Index) || (digit > match.Index && context.IsBehindThing(text, digit)))
                (things ??= []).Add((match.Index, match.Length));
        }

        if (things is null)
            return;
        found.RemoveAll(s => MayBeThing(s) && things.Exists(t => IsOf(text, s, t)));
    }

    private static bool MayBeThing(MaskedSpan span) =>
        span.Kind is NominalKind.Unexplained or NominalKind.NationalId or NominalKind.Passport or NominalKind.ObjectNumber
        || (span.Kind == NominalKind.PlateOrVin && span.Length < Vin);

    // The number itself, or one of its series beside which no word for a person or a document stands.
    private bool IsOf(string text, MaskedSpan span, (int Start, int Length) thing)
    {
        if (context.IsBehindHolder(text, span.Start) || context.IsBeforeHolder(text, span.Start + span.Length))
            return false;
        if (span.Start < thing.Start + thing.Length && thing.Start < span.Start + span.Length)
            return span.Start + span.Length <= thing.Start + thing.Length;
        int from = Math.Min(span.Start + span.Length, thing.Start + thing.Length);
        return AreOfOneSeries(text.AsSpan(span.Start, span.Length), text.AsSpan(thing.Start, thing.Length))
            && !context.TellsOfHolder(text.AsSpan(from, Math.Max(span.Start, thing.Start) - from));
    }

    // As many digits, all but the last the same, and the same letters before them or none.
    private static bool AreOfOneSeries(ReadOnlySpan<char> number, ReadOnlySpan<char> thing)
    {
        int digits = Digits(number);
        int digitsOfThing = Digits(thing);
        ReadOnlySpan<char> rest = number[^digits..];
        ReadOnlySpan<char> restOfThing = thing[^digitsOfThing..];
        ReadOnlySpan<char> letters = number[..^digits].TrimEnd(" -");
        return digits == digitsOfThing
            && digits - MostOther >= FewestAlike
            && (rest[..^MostOther].SequenceEqual(restOfThing[..^MostOther]) || (IsCounted(rest) && IsCounted(restOfThing)))
            && (letters.IsEmpty || letters.SequenceEqual(thing[..^digitsOfThing].TrimEnd(" -")));
    }

    // 0093327, 0024935: counted up from nought.
    private static bool IsCounted(ReadOnlySpan<char> digits) => digits.StartsWith("00") || digits.StartsWith("٠٠");

    private static int Digits(ReadOnlySpan<char> number)
    {
        int digits = 0;
        while (digits < number.Length && char.IsDigit(number[number.Length - 1 - digits]))
            digits++;
        return digits;
    }

    // KRA0048817 · AD 0093341 · 22PE000417 · PL/W/0312 · 7001-7014 · 62-44-2
    [GeneratedRegex(
        @"(?<![\p{N}]|[\p{L}-[\u4e00-\u9fff]])(?:\p{Lu}{1,4}[ /-]?)?(?:\p{Lu}{1,2}/)?\d(?:[\p{N}]|\p{Lu}{1,3}(?=\p{N})|[/-](?=\p{N})){1,20}"
            + @"(?:至(?=\d)\d+)?(?![\p{N}]|[\p{L}-[\u4e00-\u9fff]])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Numbers();
}
