using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>Times and flights single somebody out together with that somebody alone: in prose that tells of no person they stay.</summary>
internal sealed partial class MomentRule(ScreeningLists lists)
{
    private const string WordOfPerson = "person_near";

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _persons = NameLexicon
        .Words(lists, ScreeningLists.PersonalFactList)
        .Where(static w => w.Use == WordOfPerson)
        .Select(static w => NameLexicon.Fold(w.Word))
        .ToHashSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string[] _hanPersons =
    [
        .. NameLexicon
            .Words(lists, ScreeningLists.PersonalFactList)
            .Where(static w => w.Use == WordOfPerson && TextSigns.IsHan(w.Word[0]))
            .Select(static w => w.Word),
    ];

    /// <summary>Takes away the times and flights of a text that tells of nobody.</summary>
    public void Apply(string text, bool hasHan, List<MaskedSpan> found)
    {
        if (!found.Exists(s => IsMoment(text, s)) || TellsOfPerson(text, hasHan, found))
            return;
        found.RemoveAll(s => IsMoment(text, s));
    }

    private static bool IsMoment(string text, MaskedSpan span) =>
        span.Kind == NominalKind.QuasiIdentifier && Moments().IsMatch(text.AsSpan(span.Start, span.Length));

    // Anything personal found, or a word for a traveller, a driver or their luggage.
    private bool TellsOfPerson(string text, bool hasHan, List<MaskedSpan> found)
    {
        if (found.Exists(s => IsPersonal(s.Kind) || (s.Kind == NominalKind.QuasiIdentifier && !IsMoment(text, s))))
            return true;
        Span<char> buffer = stackalloc char[NameLexicon.LongestWord];
        for (int i = 0; i < text.Length; )
        {
            int end = Explanations.EndOfWord(text, i);
            if (end == i)
            {
                i++;
                continue;
            }

            if (end - i <= NameLexicon.LongestWord && _persons.Contains(Letters.Fold(text.AsSpan(i, end - i), buffer)))
                return true;
            i = end;
        }

        return hasHan && Array.Exists(_hanPersons, p => text.Contains(p, StringComparison.Ordinal));
    }

    private static bool IsPersonal(NominalKind kind) =>
        kind
            is not (
                NominalKind.QuasiIdentifier
                or NominalKind.VesselOrContainer
                or NominalKind.TrackingNumber
                or NominalKind.Company
                or NominalKind.Unexplained
            );

    // 14:35 · 14h35 · 0430 hrs · BA117 · TR-0923
    [GeneratedRegex(@"^\d{1,2}[:.h]\d{2}(?!\d)|^\d{4} ?\p{L}+$|^[A-Z0-9]{2}[A-Z]?[ -]{0,2}\d{2,4}[A-Z]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Moments();
}
