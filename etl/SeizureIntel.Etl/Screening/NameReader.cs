using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <summary>Reads the name that a trigger word announces, or finds that there is none.</summary>
internal sealed partial class NameReader(ScreeningLists lists, string text, List<Word> words, bool isNarrative)
{
    /// <summary>The name behind a trigger word.</summary>
    public void After(int i, Trigger trigger, List<MaskedSpan> found)
    {
        switch (trigger)
        {
            case Trigger.Title or Trigger.OfficerTitle:
                AfterTitle(i, trigger == Trigger.Title ? NominalKind.PersonName : NominalKind.Officer, found);
                break;
            case Trigger.UnsureTitle when SpeaksItsLanguage(i):
                AfterTitle(i, NominalKind.PersonName, found);
                break;
            case Trigger.Role or Trigger.OfficerRole or Trigger.GermanRole or Trigger.SlavicRole or Trigger.ArabicRole:
                AfterRole(i, trigger, found);
                break;
            case Trigger.Named:
                AfterNamed(i, found);
                break;
            case Trigger.NamedAfterPair when i > 0 && lists.Triggers.Agrees(Span(i - 1), Span(i).ToString()):
                AfterNamed(i, found);
                break;
            case Trigger.NamedBefore:
                BeforeNamed(i, found);
                break;
            case Trigger.VesselPrefix when words[i].Shape == WordShape.Capitals:
                Take(i + 1, 1, NominalKind.VesselOrContainer, found);
                break;
            case Trigger.VesselWord when i + 1 < words.Count:
                Quoted(words[i].End, NominalKind.VesselOrContainer, found);
                break;
        }
    }

    /// <summary>"John Smith, 34, was": an age behind two capitalised words makes them a person.</summary>
    public void BeforeAge(int i, List<MaskedSpan> found)
    {
        ReadOnlySpan<char> before = Gap(i - 1, i);
        if (before is not (", " or " ("))
            return;
        char after = words[i].End < text.Length ? text[words[i].End] : '\0';
        if (before is ", " && after != ',' || before is " (" && after != ')')
            return;
        int first = i;
        while (
            first > 0
            && i - first < 4
            && IsNameWord(words[first - 1], mayBeInitial: true)
            && !IsStop(first - 1)
            && (first == i || Gap(first - 1, first) is " " or ". ")
        )
            first--;
        if (i - first >= 2 && !IsShouted())
            Add(first, i - 1, NominalKind.PersonName, found);
    }

    /// <summary>Иванов И.И. and И.И. Иванов: a surname beside two initials with points, as Russian writes it.</summary>
    public void Initials(int i, List<MaskedSpan> found)
    {
        if (text[words[i].Start] < '\u0400' || text[words[i].Start] > '\u04ff')
            return;
        if (i + 1 >= words.Count || words[i + 1].Shape != WordShape.Initial || Gap(i, i + 1) is not ("." or ". "))
            return;
        if (words[i + 1].End >= text.Length || text[words[i + 1].End] != '.')
            return;
        bool isBefore = words[i - 1].Shape == WordShape.Capitalised && words[i - 1].Length > 2 && Gap(i - 1, i) is " ";
        bool isBehind = i + 2 < words.Count && words[i + 2].Shape == WordShape.Capitalised && Gap(i + 1, i + 2) is "." or ". ";

        // "Инспектор Е.В. Прокошкина": of two words the one that ends like a surname.
        if (isBehind && (!isBefore || (HasSlavicEnding(i + 2, i + 2) && !HasSlavicEnding(i - 1, i - 1))))
            Add(i, i + 2, NominalKind.PersonName, found);
        else if (isBefore)
            Add(i - 1, i + 1, NominalKind.PersonName, found);
    }

    /// <summary>Кузнецов Дмитрий Сергеевич: the given name stands before the father's, the surname before or behind both.</summary>
    public void Patronymic(int i, List<MaskedSpan> found)
    {
        if (!IsCyrillicName(i - 1) || Gap(i - 1, i) is not " ")
            return;
        int first = i - 1;
        int last = i;
        if (last + 1 < words.Count && Gap(last, last + 1) is " " && IsCyrillicName(last + 1))
            last++;

        // "Задержан Дмитрий Сергеевич Кузнецов" begins with a verb: beside a word behind, one before must end like a surname.
        bool hasBefore = first > 0 && Gap(first - 1, first) is " " or ", " && IsCyrillicName(first - 1);
        if (hasBefore && (last == i || HasSlavicEnding(first - 1, first - 1)))
            first--;
        Add(first, last, NominalKind.PersonName, found);
    }

    /// <summary>"a.k.a." and "M/V", which are cut into letters.</summary>
    public void Abbreviations(List<MaskedSpan> found)
    {
        for (int i = 0; i + 1 < words.Count; i++)
        {
            if (
                Span(i) is "a" or "A"
                && i + 3 < words.Count
                && Span(i + 1) is "k" or "K"
                && Span(i + 2) is "a" or "A"
                && Gap(i, i + 1) is "."
            )
                AfterNamed(i + 2, found);
            if (Span(i) is "M" or "F" or "S" && Gap(i, i + 1) is "/" && Span(i + 1) is "V" or "T" or "Y" && i + 2 < words.Count)
            {
                if (!Quoted(words[i + 1].End, NominalKind.VesselOrContainer, found))
                    Take(i + 2, 1, NominalKind.VesselOrContainer, found);
            }
        }
    }

    /// <summary>A cell that is nothing but a given name and other capitalised words.</summary>
    public void WholeCell(List<MaskedSpan> found)
    {
        bool hasSurname = false;
        for (int i = 0; i < words.Count; i++)
        {
            bool isParticle = i > 1 && IsParticle(i);
            if (!isParticle && words[i].Shape != WordShape.Arabic && (!IsNameWord(words[i], mayBeInitial: true) || IsStop(i)))
                return;
            if (i > 0 && Gap(i - 1, i) is not (" " or ", " or ". "))
                return;
            if (!isParticle && IsParticle(i))
                return;
            hasSurname |= !isParticle && words[i].Shape != WordShape.Initial && !lists.GivenNames.Contains(Span(i));
        }

        // "SAN JUAN", "CARMEN DE APICALA" and "JUAN JOSE" are towns: a given name comes first, or behind a comma, and a surname with it.
        bool knows = lists.GivenNames.Contains(Span(0)) || (Gap(0, 1) is ", " && lists.GivenNames.Contains(Span(1)));
        if (knows && hasSurname && words[0].Start < 2 && words[^1].End > text.Length - 3)
            Add(0, words.Count - 1, NominalKind.PersonName, found);
    }
}
