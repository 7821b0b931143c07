using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <summary>Finds names of persons that no title, role or age announces: runs of capitalised words that speak for a name together.</summary>
internal sealed partial class BareNameReader(NameLexicon lexicon, NameForms forms, string text, List<Word> words)
{
    // Sums of weights at which a run is taken for a name, set on sentences with planted names and on narratives without.
    private const double LeastShouted = 1.8;
    private const double LeastLowered = 2.25;
    private const double LeastStrong = 1.6;
    private const double LeastStrongAtStart = 0.9;
    private const double LeastGerman = 1.4;
    private const double LeastGermanAtStart = 2.2;
    private const double LeastEnglish = 2.1;
    private const double LeastEnglishAtStart = 2.6;
    private const double Least = 1;
    private const double LeastAtStart = 0.6;
    private const int LongestShouted = 5;
    private const double LeastWeak = 0.4;
    private const double LeastGrown = 0;

    // What stands beside a run and speaks against a person.
    private const double CostOfHead = 6;
    private const double CostOfGoods = 3;
    private const double CostOfModel = 1.5;
    private const double CostOfBent = 0.5;

    private const string OpeningQuotes = " \"“«„'(";

    // What stands before a run, or bounds it, and speaks for a person.
    private const double BonusOfCue = 1;
    private const double BonusOfKey = 2.6;
    private const double BonusOfCell = 0.6;
    private const double BonusOfInitial = 0.6;
    private const int LongestInverted = 2;
    private const double BonusOfParticle = 1.4;

    [ThreadStatic]
    private static List<NameToken>? _shared;

    private readonly List<NameToken> _tokens = _shared ??= [];
    private bool _isShouted;
    private bool _isLowered;
    private int _languages;

    /// <summary>Adds the names that stand outside of what was found before.</summary>
    public void Find(List<MaskedSpan> found)
    {
        if (words.Count < 2)
            return;
        ReadCase();
        if (!_isLowered && !HasCapitals())
            return;
        _languages = LanguagesOf();
        int before = found.Count;
        Classify(found);
        PassOverPhrases();
        PassOverSpecies();
        if (!_isShouted && !_isLowered && !IsEnglish && !IsGerman)
            TakePlainBeforeName();
        TakeInverted(found);
        TakeInitialed(found);
        for (int i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i].Kind == NameTokenKind.Other)
                continue;
            int last = i;
            while (last + 1 < _tokens.Count && _tokens[last + 1].Kind != NameTokenKind.Other && Joins(last))
                last++;
            Judge(i, last, found);
            i = last;
        }

        Grow(found, before);
    }

    private bool IsEnglish => _languages == English;

    private bool IsTurkish => (_languages & Turkish) != 0;

    private bool IsGerman => (_languages & German) != 0;

    private void Judge(int first, int last, List<MaskedSpan> found)
    {
        while (SplitAtAnd(first, last) is > 0 and var and)
        {
            Judge(first, and - 1, found);
            first = and + 1;
        }

        while (SplitAtScript(first, last) is > 0 and var other)
        {
            Judge(first, other - 1, found);
            first = other;
        }

        if (last - first > 1 && _tokens[last].Kind == NameTokenKind.Unknown && IsCounted(last))
            last--;
        (int runFirst, int runLast) = (first, last);
        Trim(ref first, ref last);
        int strong = 0;
        int given = 0;
        int full = 0;
        bool hasInitial = false;
        bool hasGiven = false;
        double sum = 0;
        for (int i = first; i <= last; i++)
        {
            NameToken token = _tokens[i];
            sum += token.Weight;
            if (token.IsStrong)
                strong++;
            if (token.Kind == NameTokenKind.Given || (token.Kind == NameTokenKind.Surname && token.IsEither && (i == first || full == 0)))
                given++;
            hasGiven |= token.IsGiven;
            hasInitial |= token.Kind == NameTokenKind.Initial;
            if (token.Kind is not (NameTokenKind.Particle or NameTokenKind.Initial))
                full++;
        }

        if (full == 0 || (full == 1 && !(hasInitial && (strong > 0 || sum > InitialWeight))))
            return;
        bool isCell = IsCell(runFirst, runLast);
        bool isKeyed = isCell && IsBehindCue(runFirst) && Gap(runFirst - 1).ContainsAny(':', '=');
        if (
            (_isLowered && (full < 2 || (!hasGiven && strong == 0)))
            || (_isShouted && (!(hasGiven || given > 0 || isKeyed) || last - first >= LongestShouted))
        )
            return;
        if (!_isShouted && IsTitled(first, last) && (given == 0 || strong < 2))
            return;
        if (ArePlaces(first, last) || IsRuler(first, last))
            return;
        if (full == 1)
            sum += BonusOfInitial;
        else if (!_isShouted && hasGiven && Contrasts(first, last))
            sum += 1;
        if (HasForeignParticle(first, last))
            sum += BonusOfParticle;
        if (first > 0 && given == 0 && Follows(first) && _tokens[first - 1].IsLocative)
            sum -= 1.2;
        if (isKeyed)
            sum += BonusOfKey;
        else if (IsBehindCue(first))
            sum += BonusOfCue;
        else if (isCell && strong > 0 && !_isShouted)
            sum += BonusOfCell;
        bool isFull = given > 0 && strong > 1;
        bool isAtSpot = isFull && IsAtSpot(first);
        if (HasHead(last) || (!isAtSpot && !IsGerman && HasHead(first - 1) && IsRaised(first - 1)))
            sum -= CostOfHead;
        else if (!isAtSpot && HasHead(first - 1))
            sum -= _isLowered && isFull ? CostOfBent : CostOfGoods;
        if (IsQuoted(first, last))
            sum -= 1;
        if (IsBorneBehind(first, last) || (!isAtSpot && IsBorne(first)))
            sum -= CostOfHead;
        sum -= CostBesideGoods(first, last, isFull, hasGiven || given > 0);
        if (IsSaint(first) || (first > 0 && Follows(first) && IsSaint(first - 1)) || (given == 0 && IsBehindHead(first)))
            sum -= CostOfGoods;
        if (sum < LeastOf(StartsSentence(words[first].Start), strong > 0 || hasInitial))
            return;

        // "Halima Bakari Mwinyi": what no list knows and stands at a name is part of it.
        if (isKeyed)
            (first, last) = (runFirst, runLast);
        while (last < runLast && _tokens[last + 1].Kind == NameTokenKind.Unknown && Follows(last + 1))
            last++;
        while (!_isShouted && first > runFirst && _tokens[first - 1].Kind == NameTokenKind.Unknown && Follows(first))
            first--;
        found.Add(new MaskedSpan(NominalKind.PersonName, words[first].Start, words[last].End - words[first].Start));
    }

    private double LeastOf(bool startsSentence, bool hasStrong)
    {
        if (_isShouted)
            return LeastShouted;
        if (_isLowered)
            return LeastLowered;
        if (IsGerman)
            return hasStrong ? LeastStrong
                : startsSentence ? LeastGermanAtStart
                : LeastGerman;
        if (hasStrong)
            return startsSentence ? LeastStrongAtStart : LeastStrong;
        if (IsEnglish)
            return startsSentence ? LeastEnglishAtStart : LeastEnglish;
        return startsSentence ? LeastAtStart : Least;
    }

    // What stands at the edges and speaks against a name is no part of it.
    private void Trim(ref int first, ref int last)
    {
        while (last > first && _tokens[last].Kind == NameTokenKind.Particle)
            last--;
        while (first < last && _tokens[first].Kind == NameTokenKind.Particle && words[first].Shape == WordShape.Lower)
            first++;
        while (Full(first + 1, last) > 1 && IsLoose(_tokens[first]))
            first++;
        while (
            Full(first, last - 1) > 1
            && IsLoose(_tokens[last])
            && (IsEnglish || _isShouted || _isLowered || _tokens[last].Kind != NameTokenKind.Weak)
        )
            last--;
    }

    private int Full(int first, int last)
    {
        int full = 0;
        for (int i = first; i <= last; i++)
            full +=
                _tokens[i].IsStrong || _tokens[i] is { Kind: NameTokenKind.Unknown } or { Kind: NameTokenKind.Weak, Weight: > LeastWeak }
                    ? 1
                    : 0;
        return full;
    }

    private static bool IsLoose(NameToken token) =>
        token.Kind == NameTokenKind.Particle
        || (token.Kind == NameTokenKind.Unknown && token.Weight < 0.2)
        || (token.Kind == NameTokenKind.Weak && token.Weight < 1);

    // PÉREZ Juan, Juan PÉREZ: how officers tell the surname.
    private bool Contrasts(int first, int last)
    {
        bool capitals = false;
        bool capitalised = false;
        bool isKnown = false;
        for (int i = first; i <= last; i++)
        {
            bool isName = _tokens[i].IsStrong || _tokens[i].Kind == NameTokenKind.Unknown;
            capitals |= words[i].Shape == WordShape.Capitals && words[i].Length > 3 && _tokens[i].Kind != NameTokenKind.Particle;
            capitalised |= words[i].Shape == WordShape.Capitalised && isName;
            isKnown |= _tokens[i].IsStrong;
        }

        return capitals && capitalised && isKnown;
    }

    // "a nombre de carla rojas": small words may stand between.
    private bool IsBehindCue(int first)
    {
        int before = first - 1;
        while (before > 0 && first - before <= 2 && _tokens[before].Kind == NameTokenKind.Particle)
            before--;
        return before >= 0 && _tokens[before].IsCue;
    }

    // "DRIVER: …;", " - … - ": whether signs part a run from the words on both sides of it.
    private bool IsCell(int first, int last) =>
        (first == 0 || Gap(first - 1).ContainsAny(Words.CellEnds)) && (last + 1 >= words.Count || Gap(last).ContainsAny(Words.CellEnds));

    // "Caterpillar y Timberland", "Oakley Juliet e Ray-Ban": "and" joins surnames behind a given name, or two that are known as such ("García y
    // Fernández"); 0 where it does or none stands there.
    private int SplitAtAnd(int first, int last)
    {
        for (int i = first + 1; i < last; i++)
        {
            bool isAnd = _tokens[i].Kind == NameTokenKind.Particle && Span(i) is "y" or "e" or "i";
            if (isAnd && (i - first < 2 || last - i > 1) && !AreNames(i - 1, i + 1))
                return i;
        }

        return 0;
    }

    private bool AreNames(int one, int other) =>
        (_tokens[one].IsStrong && _tokens[other].Kind == NameTokenKind.Weak)
        || (_tokens[other].IsStrong && (_tokens[one].IsStrong || _tokens[one].Kind == NameTokenKind.Weak));

    // In a headline each word has a capital.
    private bool IsTitled(int first, int last)
    {
        int from = first;
        while (from > 0 && IsRaised(from - 1) && Follows(from))
            from--;
        int to = last;
        while (to + 1 < words.Count && IsRaised(to + 1) && Follows(to + 1))
            to++;
        return to - from >= 4 && to - from - (last - first) >= 2;
    }

    private bool Joins(int i)
    {
        ReadOnlySpan<char> gap = Gap(i);
        if (gap is " " or "\u00a0" or "-")
            return true;
        if (_tokens[i].Kind == NameTokenKind.Initial && IsPoint(i))
            return true;

        // Jerome St. Clair
        if (gap is ". " && i > 0 && _tokens[i].IsSaint && _tokens[i - 1].IsStrong)
            return true;

        // PÉREZ, Juan
        if (gap is not ", " || (i > 0 && Joins(i - 1) && _tokens[i - 1].Kind is not (NameTokenKind.Other or NameTokenKind.Particle)))
            return false;
        bool isContrast = words[i].Shape == WordShape.Capitals && words[i + 1].Shape == WordShape.Capitalised && words[i].Length > 1;
        return _tokens[i + 1].Kind switch
        {
            NameTokenKind.Given => isContrast
                || _tokens[i].Kind == NameTokenKind.Surname
                || (_isShouted && _tokens[i].Kind == NameTokenKind.Unknown && words[i].Length > 3),
            NameTokenKind.Unknown or NameTokenKind.Surname => isContrast && words[i].Length > 3,
            _ => false,
        };
    }

    // A common word with a capital inside a sentence is a name where a known one stands behind it.
    private void TakePlainBeforeName()
    {
        for (int i = 0; i + 1 < _tokens.Count; i++)
        {
            if (_tokens[i].IsPlain && _tokens[i + 1].IsStrong && Follows(i + 1))
                _tokens[i] = new NameToken(NameTokenKind.Weak, PlainWeight);
        }
    }

    // "JUAN PEREZ ZOLPIMAX 200 TABLETAS": in capitals, a word before so many of some goods is what is counted; an age counts nothing.
    private bool IsCounted(int i) =>
        _isShouted
        && i + 2 < words.Count
        && words[i + 1].Shape == WordShape.Number
        && Follows(i + 1)
        && Follows(i + 2)
        && _tokens[i + 2].IsGoods;

    // Behind an initial: "J. Carter", "J.P.", "H.-P."
    private bool IsPoint(int i) => Gap(i) is ". " or "." or ".-";

    private bool Follows(int i) => Gap(i - 1) is " ";

    private bool IsRaised(int i) => words[i].IsRaised;

    private ReadOnlySpan<char> Gap(int i) => text.AsSpan(words[i].End, words[i + 1].Start - words[i].End);

    private ReadOnlySpan<char> Span(int i) => text.AsSpan(words[i].Start, words[i].Length);
}
