using System;
using System.Collections;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

internal sealed partial class BareNameReader
{
    private const int English = 1;
    private const int German = 1 << 4;
    private const int Turkish = 1 << 7;
    private const int SubjectBehind = (1 << 5) | (1 << 6) | Turkish;
    private const int LanguageWords = 60;
    private const int LongestPhrase = 80;
    private const int LongestSaint = 6;

    // How much a word speaks for a name, and what takes away from it.
    private const NameSign Bearers = NameSign.Site | NameSign.Depicts | NameSign.Author | NameSign.Art | NameSign.Operation | NameSign.Spot;
    private const double GivenWeight = 2.6;
    private const double SurnameWeight = 2.2;
    private const double StrongWeight = 1.8;
    private const double PlainWeight = 0.4;
    private const double NeverWeight = 0.3;
    private const double InitialWeight = 0.7;
    private const double ParticleWeight = 0.2;
    private const double MostUnknown = 1.8;
    private const double Odds = 2;

    private void Classify(List<MaskedSpan> found)
    {
        _tokens.Clear();
        Span<char> buffer = stackalloc char[NameLexicon.LongestWord];
        var isTaken = new BitArray(words.Count);
        foreach (MaskedSpan span in found)
        {
            for (int i = Words.CountUpTo(words, span.Start); i < words.Count && words[i].Start < span.Start + span.Length; i++)
                isTaken[i] = true;
        }

        for (int i = 0; i < words.Count; i++)
        {
            _tokens.Add(isTaken[i] || words[i].Length > NameLexicon.LongestWord ? default : Classify(i, buffer));
            if (!isTaken[i] && IsRaised(i) && words[i].Length <= LongestSaint)
                _tokens[i] = _tokens[i] with { IsSaint = (lexicon.Find(Letters.Fold(Span(i), buffer)).Sign & NameSign.Saint) != 0 };
        }
    }

    private NameToken Classify(int i, Span<char> buffer)
    {
        Word word = words[i];
        if (word.Shape is WordShape.Number or WordShape.Mixed or WordShape.Arabic || IsRoman(i) || IsNumberSign(i))
            return default;
        if (word.Shape == WordShape.Initial)
            return word.End < text.Length && text[word.End] == '.' && !IsUnion(word.Start)
                ? new NameToken(NameTokenKind.Initial, InitialWeight)
                : default;
        ReadOnlySpan<char> folded = Letters.Fold(Span(i), buffer);
        NameLexicon.Entry entry = lexicon.Find(folded);

        // "Carl-Benz-Straße"
        if (entry.Sign == NameSign.None && folded.LastIndexOf('-') is var cut and > 0)
            entry = new NameLexicon.Entry(lexicon.Find(folded[(cut + 1)..]).Sign & NameSign.Site, 0);
        if ((entry.Sign & NameSign.Site) != 0 && folded.Contains('-'))
            return new NameToken(NameTokenKind.Other, 0) { IsHead = true, Bears = NameSign.Site };
        var other = new NameToken(NameTokenKind.Other, 0)
        {
            Bears = entry.Sign & Bearers,
            IsLocative = (entry.Sign & NameSign.Locative) != 0,
            IsHead = (entry.Sign & NameSign.Head) != 0,
            IsGoods = (entry.Sign & NameSign.Goods) != 0,
            IsCue = (entry.Sign & NameSign.Cue) != 0,
        };
        bool startsSentence = StartsSentence(word.Start);
        bool isParticle = (entry.Sign & NameSign.Particle) != 0;
        if (word.Shape == WordShape.Lower)
        {
            if (isParticle)
                return new NameToken(NameTokenKind.Particle, ParticleWeight) { IsLocative = other.IsLocative };

            // al-Rashid, d'Almeida
            if (HasInnerCapital(Span(i)))
                return new NameToken(NameTokenKind.Surname, SurnameWeight);
            if (!_isLowered)
                return other;
        }
        else if (isParticle && OpensName(i, entry.Sign, startsSentence))
        {
            // "Ben Collins": at its beginning a name's small word may be a given name.
            return new NameToken(NameTokenKind.Weak, 1) { IsGiven = true };
        }
        else if (isParticle && (_isShouted || entry.IsCommon(_languages) || (entry.Sign & NameSign.AnyName) == 0))
        {
            return startsSentence && entry.IsCommon(_languages) ? default : new NameToken(NameTokenKind.Particle, ParticleWeight);
        }

        NameSign names = entry.Sign & NameSign.AnyName;
        bool isNever = (entry.Sign & NameSign.Never) != 0;
        if (isNever && names != 0 && i > 0 && Follows(i) && (_tokens[i - 1].Kind == NameTokenKind.Given || IsSecondGiven(i - 1)))
            return new NameToken(NameTokenKind.Weak, PlainWeight);

        // Makes and months that are given names as well: Louis, Mercedes, April.
        if (isNever && (names & NameSign.Given) != 0 && !_isLowered)
            return new NameToken(NameTokenKind.Weak, NeverWeight) { IsGiven = true };
        if (isNever || ((entry.Sign & NameSign.Land) != 0 && names == 0))
            return other;
        if (other.IsGoods && (names == 0 || (startsSentence && (names & NameSign.Given) == 0)))
            return other;
        if (other.IsCue && names == 0)
            return other;
        bool isCommon = entry.IsCommon(_languages) || other.IsHead || other.IsLocative;
        bool isPlace = (entry.Sign & NameSign.Place) != 0;
        if (names == 0 && !isCommon && !isPlace)
            names = forms.Find(folded, _languages, out isCommon);
        if (names != 0)
            return OfName(i, names, entry.Sign, isCommon, startsSentence);
        if (isCommon || isPlace)
            return other.IsHead || startsSentence || (word.Shape == WordShape.Capitals && word.Length < 4)
                ? other
                : OfPlain(i, other, isPlace);

        // "480 Stangen Zigaretten" in a line without small words: common in another language.
        if (entry.Languages != 0)
            return new NameToken(NameTokenKind.Weak, 0);
        return OfUnknown(word, folded, entry, startsSentence);
    }

    // "Rob Browning": a given name that is a common word as well, inside a sentence.
    private bool IsSecondGiven(int i) =>
        _tokens[i] is { IsGiven: true, Kind: NameTokenKind.Weak, Weight: > 1 } && !StartsSentence(words[i].Start);

    private bool OpensName(int i, NameSign sign, bool startsSentence) =>
        (sign & NameSign.Given) != 0
        && IsEnglish
        && !_isShouted
        && !startsSentence
        && words[i].Length > 2
        && !(i > 0 && Follows(i) && _tokens[i - 1].Kind != NameTokenKind.Other);

    private NameToken OfName(int i, NameSign names, NameSign sign, bool isCommon, bool startsSentence)
    {
        bool isGiven = (names & NameSign.Given) != 0;
        Word word = words[i];

        // "Álvaro Ferreira Porto" is no port.
        bool isHead = (sign & NameSign.Head) != 0 && !(i > 0 && Follows(i) && _tokens[i - 1].IsStrong);
        if (_isLowered && isCommon && word.Length < 4)
            return default;
        double weight = isGiven ? GivenWeight : SurnameWeight;
        if ((sign & NameSign.Place) != 0)
            weight -= 0.7;
        if ((sign & NameSign.Land) != 0)
            weight -= 1.2;
        if (isCommon)
            weight -= CommonCost(startsSentence);
        if (word.Length == 2)
            weight -= 0.4;
        if (isHead)
            weight -= 2;
        if (word.Shape == WordShape.Capitals && word.Length <= 3 && !_isShouted)
            weight -= 1;
        NameTokenKind kind =
            weight < StrongWeight ? NameTokenKind.Weak
            : isGiven ? NameTokenKind.Given
            : NameTokenKind.Surname;
        return new NameToken(kind, weight)
        {
            Bears = sign & Bearers,
            IsHead = isHead,
            IsGoods = IsGerman && (sign & NameSign.Goods) != 0,
            IsEither = (names & NameSign.Name) != 0,
            IsGiven = isGiven,
            IsPlace = (sign & NameSign.Place) != 0,
        };
    }

    // A capital inside a sentence says most where a language gives capitals to names alone.
    private double CommonCost(bool startsSentence)
    {
        if (_isShouted)
            return 1.2;
        if (_isLowered)
            return IsEnglish ? 1.3 : 1;
        if (startsSentence)
            return 1.3;
        if (IsGerman)
            return 0.9;
        return IsEnglish ? 0.6 : 0.3;
    }

    // "María Blanco", "Liliana Gute": behind a name, a common word with a capital is one too, if the language does not strew capitals.
    private NameToken OfPlain(int i, NameToken other, bool isPlace)
    {
        if (_isLowered || _isShouted || IsEnglish)
            return other;
        NameTokenKind before = i > 0 && Follows(i) ? _tokens[i - 1].Kind : NameTokenKind.Other;
        bool followsName =
            before == NameTokenKind.Given
            || (!isPlace && !IsGerman && before is NameTokenKind.Unknown or NameTokenKind.Surname or NameTokenKind.Weak)
            || (isPlace && IsTurkish && before == NameTokenKind.Unknown);
        return followsName ? new NameToken(NameTokenKind.Weak, PlainWeight) : other with { IsPlain = !isPlace };
    }

    private NameToken OfUnknown(Word word, ReadOnlySpan<char> folded, NameLexicon.Entry entry, bool startsSentence)
    {
        if (_isLowered)
            return word.Length > 3 && entry.Languages == 0 ? new NameToken(NameTokenKind.Unknown, 0.1) : default;
        if ((word.Shape == WordShape.Capitals && word.Length <= 3) || forms.IsPlain(folded))
            return default;
        if (IsGerman && forms.IsGermanWord(folded))
            return new NameToken(NameTokenKind.Weak, 0);
        double odds = lexicon.Odds(_languages).Of(folded);
        if (forms.IsPinyin(folded))
            odds = Math.Max(odds, 0.8);
        if (_isShouted)
            odds -= 0.3;
        bool tellsLittle = startsSentence || _isShouted;
        double bonus =
            tellsLittle ? 0
            : IsGerman ? 0.2
            : 0.5;
        double least =
            IsGerman ? -0.5
            : tellsLittle || IsEnglish ? -0.3
            : 0.5;
        return new NameToken(NameTokenKind.Unknown, Math.Clamp((odds * Odds) + bonus, least, MostUnknown));
    }

    // "Nuevo Laredo", "Calvin Klein" are no persons.
    private void PassOverPhrases()
    {
        Span<char> buffer = stackalloc char[LongestPhrase];
        for (int i = 0; i + 1 < words.Count; i++)
        {
            if (!IsRaised(i) || words[i].Length > NameLexicon.LongestWord)
                continue;
            if ((lexicon.Find(Letters.Fold(Span(i), buffer)).Sign & NameSign.Opens) == 0)
                continue;
            for (int last = Math.Min(words.Count - 1, i + lexicon.LongestPhrase - 1); last > i; last--)
            {
                int length = words[last].End - words[i].Start;
                if (length > LongestPhrase || !IsPhrase(Letters.Fold(text.AsSpan(words[i].Start, length), buffer)))
                    continue;
                for (int k = i; k <= last; k++)
                    _tokens[k] = default;
                i = last;
                break;
            }
        }
    }

    // "Cedrela odorata": behind a genus stands a small word that no language has and that ends as Latin does.
    private void PassOverSpecies()
    {
        if (_isLowered || _isShouted)
            return;
        Span<char> buffer = stackalloc char[NameLexicon.LongestWord];
        for (int i = 0; i + 1 < words.Count; i++)
        {
            if (_tokens[i].Kind == NameTokenKind.Other || _tokens[i].IsStrong || words[i].Shape != WordShape.Capitalised || !Follows(i + 1))
                continue;
            Word next = words[i + 1];
            if (next.Shape != WordShape.Lower || next.Length is < 5 or > NameLexicon.LongestWord)
                continue;
            ReadOnlySpan<char> folded = Letters.Fold(Span(i + 1), buffer);
            NameLexicon.Entry entry = lexicon.Find(folded);
            if (entry is { Sign: NameSign.None, Languages: 0 } && forms.IsLatin(folded) && !IsBehindName(i))
                _tokens[i] = default;
        }
    }

    private bool IsBehindName(int i) => i > 0 && Follows(i) && _tokens[i - 1].IsStrong;

    private bool IsPhrase(ReadOnlySpan<char> folded) =>
        lexicon.IsPhrase(folded) || (lexicon.IsMemorial(folded) && _tokens.Exists(static t => t.IsHead || (t.Bears & NameSign.Site) != 0));

    // "Old No. 7"
    private bool IsNumberSign(int i) =>
        words[i].Length <= 3 && i + 1 < words.Count && words[i + 1].Shape == WordShape.Number && Gap(i) is ". " or ".";

    private bool IsRoman(int i) => words[i].Length > 1 && i > 0 && Span(i).IndexOfAnyExcept('I', 'V', 'X') < 0;

    // U.S., U.K., U.N.
    private bool IsUnion(int start) =>
        (text[start] == 'U' && start + 3 < text.Length && text[start + 2] is 'S' or 'K' or 'N' && text[start + 3] == '.')
        || (start > 1 && text[start - 2] == 'U' && text[start] is 'S' or 'K' or 'N');

    private static bool HasInnerCapital(ReadOnlySpan<char> word)
    {
        for (int i = 1; i + 1 < word.Length && i <= 3; i++)
        {
            if (word[i] is '-' or '\'' or '’' && char.IsUpper(word[i + 1]))
                return true;
        }

        return false;
    }

    private bool StartsSentence(int start)
    {
        for (int i = start - 1; i >= 0; i--)
        {
            if (text[i] == '.' && i > 0 && char.IsUpper(text[i - 1]) && (i == 1 || !char.IsLetter(text[i - 2])))
                return false;
            if (text[i] is '.' or '!' or '?' or ':' or '\n' or '¿' or '¡' or '•')
                return true;
            if (text[i] is not (' ' or '"' or '“' or '«' or '(' or '„' or '\u00a0' or '-' or '–'))
                return false;
        }

        return true;
    }

    // The languages whose common words the text has most of.
    private int LanguagesOf()
    {
        Span<int> hits = stackalloc int[NameLexicon.Languages.Length];
        Span<char> buffer = stackalloc char[NameLexicon.LongestWord];
        hits.Clear();
        int seen = 0;
        for (int i = 0; i < words.Count && seen < LanguageWords; i++)
        {
            bool counts = words[i].Shape == WordShape.Lower || (_isShouted && words[i].Shape == WordShape.Capitals);
            if (!counts || words[i].Length > NameLexicon.LongestWord)
                continue;
            seen++;
            int languages = lexicon.Find(Letters.Fold(Span(i), buffer)).Languages;
            for (int of = 0; languages != 0; of++, languages >>= 1)
                hits[of] += languages & 1;
        }

        foreach (char letter in text)
        {
            if (letter is >= '\u00c0' and <= '\u0180' && LanguageOf(letter) is var of and >= 0)
                hits[of]++;
        }

        int most = 1;
        foreach (int count in hits)
            most = Math.Max(most, count);
        int chosen = 0;
        for (int of = 0; of < hits.Length; of++)
        {
            if (hits[of] >= most * 0.9)
                chosen |= 1 << of;
        }

        return chosen == 0 ? English : chosen;
    }

    // Letters that one of the languages alone has.
    private static int LanguageOf(char letter) =>
        letter switch
        {
            'ğ' or 'ı' or 'İ' or 'ş' => 7,
            'ł' or 'ą' or 'ę' or 'ż' or 'ś' or 'ń' => 5,
            'ã' or 'õ' => 2,
            'ñ' => 1,
            'ß' or 'ä' => 4,
            'è' or 'ê' => 3,
            _ => -1,
        };

    private void ReadCase()
    {
        LetterCase letters = Letters.Count(text);
        _isLowered = letters is { Upper: 0, Lower: > 20 };
        _isShouted = letters.AreCapitals;
    }

    private bool HasCapitals()
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (IsRaised(i))
                return true;
        }

        return false;
    }
}
