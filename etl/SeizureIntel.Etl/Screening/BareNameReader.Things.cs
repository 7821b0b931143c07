using System;

namespace SeizureIntel.Etl.Screening;

/// <content>Things that bear a person's name: places, works of art, operations, goods.</content>
internal sealed partial class BareNameReader
{
    private const int LongestBeforeRuler = 4;

    // "cigarros San Marino", "Духи «Хуго Босс»", "Ralph Lauren polo shirts", "Beechcraft King Air B200";
    // Slavic languages and Turkish put the subject behind.
    private double CostBesideGoods(int first, int last, bool isFull, bool hasGiven)
    {
        double cost = 0;
        if (first > 0 && _tokens[first - 1].IsGoods && Gap(first - 1).Trim(OpeningQuotes).IsEmpty)
        {
            bool mayBeSubject = hasGiven && (_languages & SubjectBehind) != 0 && Follows(first);
            cost +=
                mayBeSubject ? CostOfBent
                : Gap(first - 1).TrimEnd(' ').Length > 1 ? CostOfHead
                : CostOfGoods;
        }
        else if (first > 1 && _tokens[first - 1].Kind == NameTokenKind.Particle && _tokens[first - 2].IsGoods && !isFull)
            cost += 1;
        if (last + 1 < words.Count && Follows(last + 1))
        {
            if ((_languages & English) != 0 && _tokens[last + 1].IsGoods)
                cost += CostOfHead;
            else if (words[last + 1].Shape == WordShape.Mixed && !isFull)
                cost += CostOfModel;
        }

        return cost;
    }

    private bool HasHead(int i) =>
        i >= 0
        && i + 1 < words.Count
        && (Gap(i) is " " or "-" || (Gap(i) is [' ', .. var quote] && quote.Trim(OpeningQuotes).IsEmpty))
        && (_tokens[i].IsHead || _tokens[i + 1].IsHead);

    // "At the border Mary Whitfield", "Am Flughafen Hans Bergmann": people are stopped there; airports that are called after somebody are phrases.
    private bool IsAtSpot(int first) =>
        first > 0
        && Follows(first)
        && (_tokens[first - 1].Bears & NameSign.Spot) != 0
        && (IsGerman || words[first - 1].Shape == WordShape.Lower);

    // "Serra Dom Joaquim", "Yavuz Selim Köprüsü"
    private bool IsBorneBehind(int first, int last)
    {
        if (last + 1 < words.Count)
        {
            NameSign behind = _tokens[last + 1].Bears;
            if ((behind & (NameSign.Site | NameSign.Author)) != 0 && Follows(last + 1) && (IsTurkish || IsRaised(last + 1)))
                return true;
            if ((behind & NameSign.Operation) != 0 && IsQuoted(first, last))
                return true;
        }

        if (!IsEnglish && first < last && (_tokens[first].Bears & NameSign.Site) != 0 && !_isShouted)
            return true;
        return first < last && (_tokens[first].Bears & (NameSign.Depicts | NameSign.Art)) != 0 && !_tokens[first].IsGiven && !_isShouted;
    }

    // "Provincia de Daniel Campos", "effigie Omar al-Mokhtar", "toile signée Eugène Boudin".
    private bool IsBorne(int first)
    {
        int before = first - 1;
        while (before > 0 && first - before <= 3 && _tokens[before].Kind == NameTokenKind.Particle && Follows(before + 1))
            before--;
        if (before < 0 || !Gap(before).Trim(OpeningQuotes).IsEmpty)
            return false;
        NameSign sign = _tokens[before].Bears;
        if ((sign & NameSign.Operation) != 0)
            return Gap(before).Length > 1 || IsRaised(before);
        if ((sign & NameSign.Site) != 0 && (before < first - 1 || IsRaised(before)))
            return true;
        if ((sign & (NameSign.Depicts | NameSign.Art)) != 0)
            return true;
        return (sign & NameSign.Author) != 0 && (HoldsArt(0, before) || (before > 0 && HoldsArt(first, _tokens.Count)));
    }

    // "After John Carter had paid, the painting" names nobody as its maker.
    private bool HoldsArt(int from, int to) => _tokens.FindIndex(from, to - from, static t => (t.Bears & NameSign.Art) != 0) >= 0;

    // "vía Colón y Cartagena": behind a word for where, two names of places and nothing but a small word.
    private bool ArePlaces(int first, int last)
    {
        if (first == 0 || !_tokens[first - 1].IsLocative || !Follows(first))
            return false;
        for (int i = first; i <= last; i++)
        {
            if (!_tokens[i].IsPlace && _tokens[i].Kind != NameTokenKind.Particle)
                return false;
        }

        return true;
    }

    // "Jana Pawła II": given names with a number are a pope's or a king's.
    private bool IsRuler(int first, int last)
    {
        if (last + 1 >= words.Count || !Follows(last + 1) || !(IsRoman(last + 1) || (IsFirstOfItsName(last + 1) && IsRegnal(first, last))))
            return false;
        if (_tokens[last].IsGiven && last - first < 2 && !_tokens[first].IsStrong)
            return true;
        for (int i = first; i <= last; i++)
        {
            if (!_tokens[i].IsGiven && _tokens[i].Kind is not (NameTokenKind.Particle or NameTokenKind.Initial))
                return false;
        }

        return true;
    }

    private static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u04ff';

    // "D. João V, 1735"
    private bool IsFirstOfItsName(int i) =>
        Span(i) is "I" or "V" or "X" && words[i].End < text.Length && text[words[i].End] is not '.' && !IsCapitalBehind(i);

    // "Juan Carlos V, 34 años" may be anybody: a ruler's title, a coin or a portrait before, or a year behind.
    private bool IsRegnal(int first, int last)
    {
        if (last + 2 < words.Count && words[last + 2] is { Shape: WordShape.Number, Length: 4 } && IsNear(last + 1))
            return true;
        Span<char> buffer = stackalloc char[NameLexicon.LongestWord];
        for (int i = first; i >= 0 && first - i <= LongestBeforeRuler; i--)
        {
            if ((_tokens[i].Bears & NameSign.Depicts) != 0 || Span(i) is "D")
                return true;
            if (words[i].Length <= NameLexicon.LongestWord && (lexicon.Find(Letters.Fold(Span(i), buffer)).Sign & NameSign.Ruler) != 0)
                return true;
        }

        return false;
    }

    private bool IsNear(int i) => Gap(i) is " " or ", " or " (";

    private bool IsCapitalBehind(int i) => i + 1 < words.Count && Follows(i + 1) && IsRaised(i + 1);

    // Santa Terezinha de Itaipu, St. Margrethen.
    private bool IsSaint(int i) => _tokens[i].IsSaint && !(i > 0 && Follows(i) && _tokens[i - 1].IsStrong);

    // "Parc national de la Boucle": small words may stand between a place's word and its name.
    private bool IsBehindHead(int first)
    {
        int before = first - 1;
        while (before > 0 && first - before <= 3 && _tokens[before].Kind == NameTokenKind.Particle && Follows(before))
            before--;
        return before >= 0 && before < first - 1 && Follows(before + 1) && (_tokens[before].IsHead || (before > 0 && HasHead(before - 1)));
    }

    private bool IsQuoted(int first, int last)
    {
        int before = words[first].Start - 1;
        int behind = words[last].End;
        return before >= 0
            && behind < text.Length
            && text[before] is '"' or '“' or '«' or '„' or '\''
            && text[behind] is '"' or '”' or '»' or '“' or '\'';
    }
}
