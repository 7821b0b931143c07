using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <content>What each trigger word asks of the words beside it.</content>
internal sealed partial class NameReader
{
    private void AfterTitle(int i, NominalKind kind, List<MaskedSpan> found)
    {
        if (i + 1 >= words.Count)
            return;
        Word title = words[i];

        // "DR Congo" is a land, "SR 71" an aircraft; in capitals an abbreviation is only a title in a text of capitals or with its point.
        bool isDotted = title.End < text.Length && text[title.End] == '.';
        if (title.Shape == WordShape.Capitals && title.Length <= 3 && !isDotted && Span(i) is not ("MR" or "MRS") && !IsShouted())
            return;
        if (title.Shape == WordShape.Lower && title.Length <= 3 && !isDotted)
            return;
        if (words[i + 1].Shape == WordShape.Arabic)
        {
            TakeArabic(i + 1, 3, kind, found);
            return;
        }

        if (Gap(i, i + 1) is not (" " or ". " or "." or ": "))
            return;
        if (Gap(i, i + 1) is "." && words[i + 1].Shape == WordShape.Capitals && !IsShouted())
            return;
        if (isNarrative && (IsBehindThing(i) || OpensBrand(i)))
            return;
        int next = i + 1;
        if (lists.Triggers.Find(Span(next)) is Trigger.Title or Trigger.UnsureTitle && next + 1 < words.Count)
            next++;
        int before = found.Count;
        Take(next, 1, kind, found);

        // "Herr Dr. …": a title that stands between goes with the name.
        if (next > i + 1 && found.Count > before)
            found[^1] = found[^1] with { Start = words[i + 1].Start, Length = found[^1].Start + found[^1].Length - words[i + 1].Start };
    }

    // "Aeropuerto General José de San Martín", "Município de Coronel Sapucaia", "crema Doña Blanca".
    private bool IsBehindThing(int i)
    {
        int before = i - 1;
        while (before > 0 && words[before].Shape == WordShape.Lower && IsParticle(before) && Gap(before, before + 1) is " ")
            before--;
        if (before >= 0 && IsOperation(before))
            return true;
        for (int k = before; k >= 0 && before - k < 3 && Gap(k, k + 1) is " " && IsNameWord(words[k], mayBeInitial: false); k--)
        {
            if ((SignOf(k) & NameSign.Site) != 0)
                return true;
        }

        if (before < 0 || Gap(before, before + 1) is not " " || words[before].Length > NameLexicon.LongestWord)
            return false;
        NameSign sign = SignOf(before);
        return (sign & NameSign.Goods) != 0 || ((sign & NameSign.Head) != 0 && words[before].Shape == WordShape.Capitalised);
    }

    // Operación «Doña Bárbara»
    private bool IsOperation(int i) =>
        (SignOf(i) & NameSign.Operation) != 0 && Gap(i, i + 1) is { Length: > 1 } gap && gap.Trim(" \"“«„'").IsEmpty;

    private NameSign SignOf(int i)
    {
        if (words[i].Length > NameLexicon.LongestWord)
            return NameSign.None;
        Span<char> buffer = stackalloc char[NameLexicon.LongestWord];
        return lists.BareNames.Lexicon.Find(Letters.Fold(Span(i), buffer)).Sign;
    }

    // "Dr. Oetker", "Don Julio".
    private bool OpensBrand(int i)
    {
        const int Longest = 80;
        Span<char> buffer = stackalloc char[Longest];
        for (int last = i + 1; last < words.Count && last <= i + 3; last++)
        {
            int length = words[last].End - words[i].Start;
            if (length <= Longest && lists.BareNames.Lexicon.IsPhrase(Letters.Fold(text.AsSpan(words[i].Start, length), buffer)))
                return true;
        }

        return false;
    }

    private void AfterRole(int i, Trigger trigger, List<MaskedSpan> found)
    {
        if (i + 1 >= words.Count || Gap(i, i + 1) is not (" " or ", " or ": " or " (" or ":"))
            return;
        if (isNarrative && words[i].Shape == WordShape.Capitalised && IsBehindThing(i))
            return;
        NominalKind kind = trigger == Trigger.OfficerRole ? NominalKind.Officer : NominalKind.PersonName;
        switch (trigger)
        {
            case Trigger.ArabicRole:
                int first = i + 1;
                if (Span(first) is "به" or "بهم" && first + 1 < words.Count)
                    first++;
                if (words[first].Shape == WordShape.Arabic && lists.GivenNames.Contains(Span(first)))
                    TakeArabic(first, 3, kind, found);
                break;
            case Trigger.GermanRole:
                if (lists.GivenNames.Contains(Span(i + 1)))
                    Take(i + 1, 2, kind, found);
                break;
            case Trigger.SlavicRole:
                int end = Read(i + 1, out int read);
                if (read > 0 && (lists.GivenNames.Contains(Span(i + 1)) || HasSlavicEnding(i + 1, end)))
                    Add(i + 1, end, kind, found);
                break;
            default:
                if (IsShouted() && !lists.GivenNames.Contains(Span(i + 1)))
                    return;
                Take(i + 1, 2, kind, found);
                break;
        }
    }

    private void AfterNamed(int i, List<MaskedSpan> found)
    {
        if (i + 1 >= words.Count)
            return;
        NominalKind kind = NominalKind.PersonName;
        if (i > 0 && IsThing(i - 1, out kind))
            return;
        if (Quoted(words[i].End, kind, found))
            return;
        if (words[i + 1].Shape == WordShape.Arabic)
        {
            TakeArabic(i + 1, 3, kind, found);
            return;
        }

        if (Gap(i, i + 1) is " " or ": " or ". " or ", ")
            Take(i + 1, 1, kind, found);
    }

    // Turkish: "Ahmet Yılmaz adlı şahıs"; "Deniz adlı gemi" names a ship.
    private void BeforeNamed(int i, List<MaskedSpan> found)
    {
        int first = i;
        while (
            first > 0
            && i - first < 4
            && IsNameWord(words[first - 1], mayBeInitial: true)
            && !IsStop(first - 1)
            && Gap(first - 1, first) is " " or ". "
        )
            first--;
        if (first == i)
            return;
        bool isThing = i + 1 < words.Count && lists.Triggers.Find(Span(i + 1)) == Trigger.VesselWord;
        if (i + 1 < words.Count && Span(i + 1).StartsWith("operasyon", StringComparison.OrdinalIgnoreCase))
            return;
        Add(first, i - 1, isThing ? NominalKind.VesselOrContainer : NominalKind.PersonName, found);
    }
}
