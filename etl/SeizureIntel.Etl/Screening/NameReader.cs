using System;
using System.Buffers;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <summary>Reads the name that a trigger word announces, or finds that there is none.</summary>
internal sealed class NameReader(string text, List<Word> words)
{
    private const int LongestName = 6;

    private static readonly string[] Particles =
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "la",
        "las",
        "los",
        "y",
        "e",
        "van",
        "von",
        "der",
        "den",
        "ten",
        "bin",
        "ibn",
        "bint",
        "ben",
        "al",
        "el",
        "ul",
        "abu",
        "oglu",
        "oğlu",
        "kızı",
        "zu",
    ];

    private static readonly string[] Things =
    [
        "operation",
        "operación",
        "operação",
        "opération",
        "operacja",
        "project",
        "ship",
        "vessel",
        "boat",
        "company",
        "firm",
        "group",
        "gang",
        "cartel",
        "drug",
        "brand",
        "product",
        "substance",
        "port",
        "town",
        "village",
        "city",
        "case",
        "site",
        "website",
        "app",
        "barco",
        "buque",
        "navio",
        "empresa",
        "marca",
        "operasyon",
    ];

    private static readonly string[] SlavicEndings =
    [
        "ов",
        "ев",
        "ёв",
        "ин",
        "ын",
        "ова",
        "ева",
        "ина",
        "ский",
        "ская",
        "цкий",
        "енко",
        "чук",
        "нюк",
        "ян",
        "дзе",
        "швили",
        "вич",
        "овна",
        "евна",
        "ову",
        "ину",
        "ого",
    ];

    private static readonly string[] PatronymicEndings =
    [
        "ович",
        "евич",
        "ьич",
        "овича",
        "евича",
        "овичем",
        "евичем",
        "овичу",
        "евичу",
        "овна",
        "евна",
        "овны",
        "евны",
        "овной",
        "евной",
        "овну",
        "евну",
        "ична",
        "ичны",
    ];

    private static readonly string[] ArabicStops =
    [
        "في",
        "من",
        "على",
        "إلى",
        "الى",
        "عن",
        "مع",
        "كان",
        "كانت",
        "وهو",
        "وهي",
        "الذي",
        "التي",
        "قبل",
        "بعد",
        "عند",
        "أثناء",
        "تم",
        "وتم",
        "قال",
        "حاول",
        "قام",
        "بحوزته",
        "وبحوزته",
        "يحمل",
        "لدى",
        "عبر",
        "ان",
        "أن",
        "ثم",
        "قد",
        "بتهمة",
        "يقود",
        "كانا",
        "وكان",
    ];

    private static readonly SearchValues<char> ClosingQuotes = SearchValues.Create("\"”»“’'");
    private static readonly SearchValues<char> PolishLetters = SearchValues.Create("ąćęłńśźżĄĆĘŁŃŚŹŻ");
    private static readonly SearchValues<char> TurkishLetters = SearchValues.Create("ışğİŞĞ");
    private static readonly SearchValues<char> FrenchLetters = SearchValues.Create("éèàêçÉÈÀ");
    private static readonly SearchValues<char> SpanishLetters = SearchValues.Create("ñáíóú¿¡");

    private bool? _isShouted;

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
            case Trigger.NamedAfterPair when i > 0 && TriggerWords.Agrees(Span(i - 1), Span(i).ToString()):
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
        if (words[i - 1].Shape == WordShape.Capitalised && words[i - 1].Length > 2 && Gap(i - 1, i) is " ")
            Add(i - 1, i + 1, NominalKind.PersonName, found);
        else if (i + 2 < words.Count && words[i + 2].Shape == WordShape.Capitalised && Gap(i + 1, i + 2) is "." or ". ")
            Add(i, i + 2, NominalKind.PersonName, found);
    }

    /// <summary>Whether a word is formed from a father's name, as Russian does: Сергеевич, Петровна.</summary>
    public static bool IsPatronymic(ReadOnlySpan<char> word)
    {
        if (word.Length < 7 || word[0] is < '\u0410' or > '\u042f')
            return false;
        foreach (string ending in PatronymicEndings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
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
            hasSurname |= !isParticle && words[i].Shape != WordShape.Initial && !GivenNames.Contains(Span(i));
        }

        // "SAN JUAN", "CARMEN DE APICALA" and "JUAN JOSE" are towns: a given name comes first, or behind a comma, and a surname with it.
        bool knows = GivenNames.Contains(Span(0)) || (Gap(0, 1) is ", " && GivenNames.Contains(Span(1)));
        if (knows && hasSurname && words[0].Start < 2 && words[^1].End > text.Length - 3)
            Add(0, words.Count - 1, NominalKind.PersonName, found);
    }

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
        int next = i + 1;
        if (TriggerWords.Find(Span(next)) is Trigger.Title or Trigger.UnsureTitle && next + 1 < words.Count)
            next++;
        Take(next, 1, kind, found);
    }

    private void AfterRole(int i, Trigger trigger, List<MaskedSpan> found)
    {
        if (i + 1 >= words.Count || Gap(i, i + 1) is not (" " or ", " or ": " or " (" or ":"))
            return;
        NominalKind kind = trigger == Trigger.OfficerRole ? NominalKind.Officer : NominalKind.PersonName;
        switch (trigger)
        {
            case Trigger.ArabicRole:
                int first = i + 1;
                if (Span(first) is "به" or "بهم" && first + 1 < words.Count)
                    first++;
                if (words[first].Shape == WordShape.Arabic && GivenNames.Contains(Span(first)))
                    TakeArabic(first, 3, kind, found);
                break;
            case Trigger.GermanRole:
                if (GivenNames.Contains(Span(i + 1)))
                    Take(i + 1, 2, kind, found);
                break;
            case Trigger.SlavicRole:
                int end = Read(i + 1, out int read);
                if (read > 0 && (GivenNames.Contains(Span(i + 1)) || HasSlavicEnding(i + 1, end)))
                    Add(i + 1, end, kind, found);
                break;
            default:
                if (IsShouted() && !GivenNames.Contains(Span(i + 1)))
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
        bool isThing = i + 1 < words.Count && TriggerWords.Find(Span(i + 1)) == Trigger.VesselWord;
        if (i + 1 < words.Count && Span(i + 1).StartsWith("operasyon", StringComparison.OrdinalIgnoreCase))
            return;
        Add(first, i - 1, isThing ? NominalKind.VesselOrContainer : NominalKind.PersonName, found);
    }

    private void Take(int first, int atLeast, NominalKind kind, List<MaskedSpan> found)
    {
        int last = Read(first, out int read);
        if (read < atLeast)
            return;

        // "Mr. X" hides already.
        if (read == 1 && words[last].Shape == WordShape.Initial)
            return;
        Add(first, last, kind, found);
    }

    // The last word of the name that starts here, and how many words of it are no particles.
    private int Read(int first, out int read)
    {
        read = 0;
        int last = first - 1;
        bool shouted = IsShouted();
        for (int i = first; i < words.Count && i - first < LongestName; i++)
        {
            if (
                i > first
                && Gap(i - 1, i) is not (" " or "-")
                && !(Gap(i - 1, i) is ". " or "." && words[i - 1].Shape == WordShape.Initial)
            )
                break;
            if (i > first && IsParticle(i) && words[i].Shape == WordShape.Lower)
                continue;
            if (!IsNameWord(words[i], mayBeInitial: true) || IsStop(i))
                break;
            if (shouted && NotNames.IsSpeech(Span(i)))
                break;
            if (shouted && read == 3)
                break;
            last = i;
            read++;
        }

        return last;
    }

    private void TakeArabic(int first, int atMost, NominalKind kind, List<MaskedSpan> found)
    {
        int last = first - 1;
        for (int i = first; i < words.Count && i - first < atMost; i++)
        {
            if (words[i].Shape != WordShape.Arabic || Array.IndexOf(ArabicStops, Span(i).ToString()) >= 0)
                break;
            if (i > first && Gap(i - 1, i) is not " ")
                break;
            last = i;
        }

        if (last >= first)
            Add(first, last, kind, found);
    }

    private bool Quoted(int from, NominalKind kind, List<MaskedSpan> found)
    {
        int open = from;
        while (open < text.Length && open - from < 3 && text[open] is ' ' or ':' or '.')
            open++;
        if (open >= text.Length || text[open] is not ('"' or '“' or '«' or '„' or '‘' or '\''))
            return false;
        int close = text.AsSpan(open + 1).IndexOfAny(ClosingQuotes);
        if (close is < 2 or > 48)
            return false;
        found.Add(new MaskedSpan(kind, open + 1, close));
        return true;
    }

    private bool IsThing(int i, out NominalKind kind)
    {
        kind = NominalKind.PersonName;
        if (TriggerWords.Find(Span(i)) == Trigger.VesselWord)
        {
            kind = NominalKind.VesselOrContainer;
            return false;
        }

        return Array.Exists(Things, t => Span(i).Equals(t, StringComparison.OrdinalIgnoreCase));
    }

    // Pan, Bay and M are titles in their own language alone, and not behind a capitalised word (Montego Bay).
    private bool SpeaksItsLanguage(int i)
    {
        if (words[i].Shape is not (WordShape.Capitalised or WordShape.Initial or WordShape.Capitals))
            return false;
        if (i > 0 && IsNameWord(words[i - 1], mayBeInitial: false) && Gap(i - 1, i) is " ")
            return false;
        bool polish = text.AsSpan().ContainsAny(PolishLetters) || HasWord("zatrzymano") || HasWord("przez") || HasWord("oraz");
        bool turkish = text.AsSpan().ContainsAny(TurkishLetters) || HasWord("ve") || HasWord("ile");
        bool french = text.AsSpan().ContainsAny(FrenchLetters) || HasWord("le") || HasWord("par") || HasWord("avec");
        bool spanish = text.AsSpan().ContainsAny(SpanishLetters) || HasWord("el") || HasWord("fue");
        return Span(i)[0] switch
        {
            'P' => polish,
            'B' or 'S' => turkish,
            'M' => french && i + 1 < words.Count && words[i + 1].Shape == WordShape.Capitalised && Gap(i, i + 1) is ". " or ".",
            'D' => spanish,
            _ => false,
        };
    }

    private bool HasWord(string word)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (Span(i).Equals(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private bool HasSlavicEnding(int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (words[i].Shape == WordShape.Initial && i > first)
                return true;
            foreach (string ending in SlavicEndings)
            {
                if (words[i].Length > ending.Length + 2 && Span(i).EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
        }

        return false;
    }

    private bool IsStop(int i) =>
        NotNames.Contains(Span(i)) || (Span(i) is { Length: > 2 } s && s[^2] is '\'' or '’' && NotNames.Contains(Span(i)[..^2]));

    private bool IsParticle(int i)
    {
        foreach (string particle in Particles)
        {
            if (Span(i).Equals(particle, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private bool IsCyrillicName(int i) =>
        words[i].Shape == WordShape.Capitalised
        && Span(i)[0] is >= '\u0410' and <= '\u042f'
        && !IsStop(i)
        && TriggerWords.Find(Span(i)) is null;

    private static bool IsNameWord(Word word, bool mayBeInitial) =>
        word.Shape is WordShape.Capitalised or WordShape.Capitals || (mayBeInitial && word.Shape == WordShape.Initial);

    // A text in capitals shows no names by its capitals.
    private bool IsShouted()
    {
        if (_isShouted is { } known)
            return known;
        int upper = 0;
        int lower = 0;
        foreach (char c in text)
        {
            if (char.IsUpper(c))
                upper++;
            else if (char.IsLower(c))
                lower++;
        }

        _isShouted = upper >= 8 && upper > lower * 4;
        return _isShouted.Value;
    }

    private ReadOnlySpan<char> Span(int i) => text.AsSpan(words[i].Start, words[i].Length);

    private ReadOnlySpan<char> Gap(int i, int next) => text.AsSpan(words[i].End, words[next].Start - words[i].End);

    private void Add(int first, int last, NominalKind kind, List<MaskedSpan> found) =>
        found.Add(new MaskedSpan(kind, words[first].Start, words[last].End - words[first].Start));
}
