using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <content>Names that initials, small words and announced names beside them show.</content>
internal sealed partial class BareNameReader
{
    // "[Sevgül Nur] Ağaoğulları": names, and what no list knows, right beside an announced name belong to it.
    private void Grow(List<MaskedSpan> found, int count)
    {
        if (_isLowered)
            return;
        for (int k = 0; k < count; k++)
        {
            MaskedSpan span = found[k];
            if (span.Kind is not (NominalKind.PersonName or NominalKind.Officer))
                continue;
            int first = Words.CountBefore(words, span.Start);
            int last = Words.CountUpTo(words, span.Start + span.Length) - 1;
            if (last < first)
                continue;
            while (last + 1 < words.Count && Gap(last) is " " or "-" && MayGrow(last + 1))
                last++;
            while (first > 0 && Gap(first - 1) is " " or "-" && MayGrow(first - 1) && !StartsSentence(words[first - 1].Start))
                first--;
            int start = Math.Min(span.Start, words[first].Start);
            found[k] = span with { Start = start, Length = Math.Max(span.Start + span.Length, words[last].End) - start };
        }
    }

    private bool MayGrow(int i) =>
        IsRaised(i)
        && (_tokens[i].IsStrong || (_tokens[i].Kind == NameTokenKind.Unknown && _tokens[i].Weight > LeastGrown && !IsCounted(i)))
        && !_tokens[i].IsHead;

    // "Zollobersekretär T. Schwertfeger", "AFRFB N. SZCZERBOWSKI": inside a sentence, initials with points and a word that means nothing.
    private void TakeInitialed(List<MaskedSpan> found)
    {
        for (int i = 1; i + 1 < _tokens.Count; i++)
        {
            if (_tokens[i].Kind != NameTokenKind.Initial || !MayStandBeforeInitial(i - 1))
                continue;
            int last = i;
            while (last + 1 < _tokens.Count && _tokens[last].Kind == NameTokenKind.Initial && IsPoint(last))
                last++;
            if (last == i || !IsSurname(last))
                continue;
            int surname = last;
            while (last + 1 < _tokens.Count && Follows(last + 1) && _tokens[last + 1].Kind != NameTokenKind.Other)
                last++;
            while (last > surname && IsLoose(_tokens[last]))
                last--;
            if (IsRuler(i, last))
                continue;
            Take(i, last, found);
            i = last;
        }
    }

    // Nothing else is read from its tokens.
    private void Take(int first, int last, List<MaskedSpan> found)
    {
        found.Add(new MaskedSpan(NominalKind.PersonName, words[first].Start, words[last].End - words[first].Start));
        for (int i = first; i <= last; i++)
            _tokens[i] = default;
    }

    // "OVIEDO BENITEZ, R.", "SOUSA E MELLO, A. P.", "BRINKMANN, UWE": the surname in capitals, initials or a given name behind it, as lists have it.
    private void TakeInverted(List<MaskedSpan> found)
    {
        for (int i = 0; i + 1 < _tokens.Count; i++)
        {
            if (Gap(i) is not ", " || words[i].Shape != WordShape.Capitals || !MayStandInverted(i + 1) || !IsSurname(i))
                continue;
            int first = i;
            while (first > 0 && i - first < LongestInverted && Gap(first - 1) is " " && IsCapitalName(first - 1))
                first--;
            int last = i + 1;
            while (last + 1 < _tokens.Count && IsPoint(last) && _tokens[last + 1].Kind == NameTokenKind.Initial)
                last++;
            if (last + 1 < _tokens.Count && Gap(last) is ". " && _tokens[last + 1].IsGiven)
                last++;
            Take(first, last, found);
            i = last;
        }
    }

    private bool MayStandInverted(int i) =>
        _tokens[i].Kind == NameTokenKind.Initial || (!_isShouted && words[i].Shape == WordShape.Capitals && _tokens[i].IsGiven);

    private bool IsCapitalName(int i) =>
        words[i].Shape is WordShape.Capitals or WordShape.Initial
        && !_tokens[i].IsGoods
        && !_tokens[i].IsHead
        && (_tokens[i].IsStrong || _tokens[i].Kind is NameTokenKind.Unknown or NameTokenKind.Particle || words[i].Length == 1);

    private bool MayStandBeforeInitial(int i) =>
        Gap(i) is " " or ": " or ", " or " ("
        && words[i].Length > 1
        && (words[i].Shape == WordShape.Lower || IsRaised(i))
        && !_tokens[i].IsStrong
        && !_tokens[i].IsGoods
        && !_tokens[i].IsHead
        && !_tokens[i].IsSaint
        && _tokens[i].Bears == NameSign.None;

    private bool IsSurname(int i) =>
        words[i].Length > 3
        && IsRaised(i)
        && (
            _tokens[i].IsStrong
            || _tokens[i].Kind == NameTokenKind.Unknown
            || (IsGerman && _tokens[i] is { Kind: NameTokenKind.Weak, Weight: 0 })
        )
        && !_tokens[i].IsHead
        && !_tokens[i].IsPlace
        && !_tokens[i].IsGoods
        && _tokens[i].Bears == NameSign.None;

    // "Лыжи Fischer", "у Сергей Мельник Samsung Galaxy": a name is written in one script. Where another begins; 0 where none does.
    private int SplitAtScript(int first, int last)
    {
        bool isCyrillic = IsCyrillic(text[words[first].Start]);
        for (int i = first + 1; i <= last; i++)
        {
            if (IsCyrillic(text[words[i].Start]) != isCyrillic)
                return i;
        }

        return 0;
    }

    // "Sietse van der Werff": a small word of names that is none of the text's language.
    private bool HasForeignParticle(int first, int last)
    {
        Span<char> buffer = stackalloc char[NameLexicon.LongestWord];
        for (int i = first + 1; i < last; i++)
        {
            if (
                _tokens[i].Kind == NameTokenKind.Particle
                && words[i].Shape == WordShape.Lower
                && words[i].Length > 1
                && !lexicon.Find(Letters.Fold(Span(i), buffer)).IsCommon(_languages)
            )
                return true;
        }

        return false;
    }
}
