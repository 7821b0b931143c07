using System;
using System.Buffers;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <content>How far a name reaches, and what its words show.</content>
internal sealed partial class NameReader
{
    private const int LongestName = 6;
    private static readonly SearchValues<char> ClosingQuotes = SearchValues.Create("\"”»“’'");
    private static readonly SearchValues<char> PolishLetters = SearchValues.Create("ąćęłńśźżĄĆĘŁŃŚŹŻ");
    private static readonly SearchValues<char> TurkishLetters = SearchValues.Create("ışğİŞĞ");
    private static readonly SearchValues<char> FrenchLetters = SearchValues.Create("éèàêçÉÈÀ");
    private static readonly SearchValues<char> SpanishLetters = SearchValues.Create("ñáíóú¿¡");

    private bool? _isShouted;

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
            if (shouted && lists.NotNames.IsSpeech(Span(i)))
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
            if (words[i].Shape != WordShape.Arabic || lists.NameParts.IsArabicStop(Span(i)))
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
        if (lists.Triggers.Find(Span(i)) == Trigger.VesselWord)
        {
            kind = NominalKind.VesselOrContainer;
            return false;
        }

        return lists.NameParts.IsThing(Span(i));
    }

    // Pan, Bay and M are titles in their own language alone, and not behind a capitalised word (Montego Bay).
    private bool SpeaksItsLanguage(int i)
    {
        if (words[i].Shape is not (WordShape.Capitalised or WordShape.Initial or WordShape.Capitals))
            return false;
        if (i > 0 && IsNameWord(words[i - 1], mayBeInitial: false) && Gap(i - 1, i) is " ")
            return false;
        bool polish = text.AsSpan().ContainsAny(PolishLetters) || HasSignOf("pl");
        bool turkish = text.AsSpan().ContainsAny(TurkishLetters) || HasSignOf("tr");
        bool french = text.AsSpan().ContainsAny(FrenchLetters) || HasSignOf("fr");
        bool spanish = text.AsSpan().ContainsAny(SpanishLetters) || HasSignOf("es");
        return Span(i)[0] switch
        {
            'P' => polish,
            'B' or 'S' => turkish,
            'M' => french && i + 1 < words.Count && words[i + 1].Shape == WordShape.Capitalised && Gap(i, i + 1) is ". " or ".",
            'D' => spanish,
            _ => false,
        };
    }

    private bool HasSignOf(string language)
    {
        foreach (string word in lists.NameParts.SignsOf(language))
        {
            for (int i = 0; i < words.Count; i++)
            {
                if (Span(i).Equals(word, StringComparison.Ordinal))
                    return true;
            }
        }

        return false;
    }

    private bool HasSlavicEnding(int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (words[i].Shape == WordShape.Initial && i > first)
                return true;
            if (lists.NameParts.EndsLikeSlavicSurname(Span(i)))
                return true;
        }

        return false;
    }

    private bool IsStop(int i) =>
        lists.NotNames.Contains(Span(i))
        || (Span(i) is { Length: > 2 } s && s[^2] is '\'' or '’' && lists.NotNames.Contains(Span(i)[..^2]));

    private bool IsParticle(int i) => lists.NameParts.IsParticle(Span(i));

    private bool IsCyrillicName(int i) =>
        words[i].Shape == WordShape.Capitalised
        && Span(i)[0] is >= '\u0410' and <= '\u042f'
        && !IsStop(i)
        && lists.Triggers.Find(Span(i)) is null;

    private static bool IsNameWord(Word word, bool mayBeInitial) => word.IsRaised || (mayBeInitial && word.Shape == WordShape.Initial);

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
