using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <content>Firms by the words before them: a role in the trade, or a word for firms.</content>
internal sealed partial class FirmReader
{
    private readonly partial struct Reading
    {
        // "Haulier: Kibanga Transporters": capitals behind a role in the trade and a colon, or beside a sign of a firm; before 0 where none stand.
        private int BehindCue(int i, bool isShouted, List<MaskedSpan> found)
        {
            int first = i + 1;
            bool isKey = first < words.Count && Gap(first) is ": " or " : " or ":" or " = " or " - " or " – " or " — " or ".: " or ".:";
            bool isParty = (signs[i] & FirmSign.Party) != 0 && !isShouted;
            while (!isKey && isParty && first < words.Count && first - i <= 3 && Gap(first) is " " && IsSmallWord(first))
                first++;
            if (first + 1 >= words.Count || !(isKey || (isParty && Gap(first) is " ")))
                return -1;
            bool hasAnd = false;
            int to = first;
            if (!IsRaised(to) || (signs[to] & FirmSign.Stop) != 0)
                return -1;
            while (to + 1 < words.Count && to - first < LongestName && JoinsRight(to, isShouted, ref hasAnd))
                to++;
            int proper = 0;
            bool hasAnchor = false;
            for (int k = first; k <= to; k++)
            {
                proper += IsProper(k) ? 1 : 0;
                hasAnchor |= (signs[k] & FirmSign.Anchor) != 0;
            }

            // Stempel: Golden Lion
            if (!hasAnchor && (signs[i] & FirmSign.Mark) != 0)
                return -1;
            // What stands in the name tells more of where it ends.
            if (hasAnchor && (isShouted || !isKey))
                return -1;
            if (to == first || (proper == 0 && !(isKey && EndsCell(to) && !HoldsSite(first, to) && !IsLand(first, to))))
                return -1;
            if ((isShouted && !EndsCell(to)) || (!isKey && IsPerson(first, to, found)))
                return -1;
            to = WithForms(to);
            Add(first, to, found);
            return to;
        }

        private bool IsSmallWord(int i) => words[i].Shape == WordShape.Lower && words[i].Length <= 5;

        // Whoever bears a known given name, or was found before, is left to the readers of names.
        private bool IsPerson(int first, int to, List<MaskedSpan> found)
        {
            Span<char> buffer = stackalloc char[NameLexicon.LongestWord];
            int start = words[first].Start;
            int end = words[to].End;
            if (found.Exists(f => f.Kind is NominalKind.PersonName or NominalKind.Officer && f.Start < end && start < f.Start + f.Length))
                return true;
            return words[first].Length <= NameLexicon.LongestWord
                && (firms._lexicon.Find(Letters.Fold(Span(first), buffer)).Sign & (NameSign.Given | NameSign.Never)) != 0;
        }

        private bool IsLand(int first, int to)
        {
            Span<char> buffer = stackalloc char[NameLexicon.LongestWord * 2];
            int length = words[to].End - words[first].Start;
            if (length > buffer.Length || firms._lexicon.IsPhrase(Letters.Fold(text.AsSpan(words[first].Start, length), buffer)))
                return true;
            for (int k = first; k <= to; k++)
            {
                if (words[k].Length > NameLexicon.LongestWord)
                    return true;
                if ((firms._lexicon.Find(Letters.Fold(Span(k), buffer)).Sign & (NameSign.Land | NameSign.Never | NameSign.Place)) != 0)
                    return true;
            }

            return false;
        }

        private bool EndsCell(int to) => to + 1 >= words.Count || Gap(to + 1).ContainsAny(CellEnds);

        // "компания Sinhai Fortune", "SOCIETE HORIZON BLEU LOGISTIQUE": capitals behind a word for firms.
        private int BehindNoun(int i, bool isShouted, List<MaskedSpan> found)
        {
            if (i + 1 >= words.Count || Gap(i + 1) is not " " || !IsRaised(i + 1) || (signs[i + 1] & FirmSign.Stop) != 0)
                return i;
            bool hasAnd = false;
            int to = i + 1;
            int proper = IsProper(to) ? 1 : 0;
            while (to + 1 < words.Count && to - i < LongestName && JoinsRight(to, isShouted, ref hasAnd))
                proper += IsProper(++to) ? 1 : 0;
            bool isOne = to == i + 1;
            if (proper == 0 || (isShouted && (isOne || !EndsCell(to))) || (isOne && (IsPerson(i + 1, to, found) || words[to].Length < 5)))
                return i;
            Add(words[i].Shape == WordShape.Lower ? i + 1 : i, to, found);
            return to;
        }

        // "Ponte Internacional …", "… Airport": places are nobody's firm.
        private bool HoldsSite(int from, int to)
        {
            Span<char> buffer = stackalloc char[NameLexicon.LongestWord];
            for (int k = Math.Max(0, from - 1); k <= to + 1 && k < words.Count; k++)
            {
                if (
                    words[k].Length <= NameLexicon.LongestWord
                    && IsRaised(k)
                    && (firms._lexicon.Find(Letters.Fold(Span(k), buffer)).Sign & NameSign.Site) != 0
                )
                    return true;
            }

            return false;
        }

        // شركة النور للتجارة · قوافل الريف للشحن البري
        private int Arabic(int first, int last, FirmSign sign, List<MaskedSpan> found)
        {
            int from = first;
            int to = last;
            if ((sign & FirmSign.Noun) == 0)
            {
                while (from > 0 && first - from < 3 && IsArabicPart(from - 1) && Gap(from) is " ")
                    from--;
                if (from > 0 && (signs[from - 1] & FirmSign.Noun) != 0 && Gap(from) is " ")
                    from--;
            }

            bool isSure = (sign & FirmSign.Noun) == 0 && from < first;
            while (to + 1 < words.Count && to - last < LongestArabic && IsArabicPart(to + 1) && Gap(to + 1) is " ")
            {
                bool isTrade =
                    (signs[to + 1] & (FirmSign.Trade | FirmSign.AnyForm)) != 0
                    || ((sign & FirmSign.Noun) != 0 && to > last && IsPurpose(to + 1));
                if (isSure && !isTrade && !Span(to + 1).StartsWith("ال"))
                    break;
                to++;
                isSure |= isTrade;
                if (isSure && !isTrade)
                    break;
            }

            for (int end; to + 1 < words.Count && Gap(to + 1) is " " && (end = FormAt(to + 1)) > to; isSure = true)
                to = end;
            if (to == first && from == first)
                return first;
            if (!isSure)
            {
                if (!IsBehindCue(from))
                    return first;
                to = Math.Min(to, first + 3);
            }

            Add(from, to, found);
            return to;
        }

        // شركة البحر للرحلات: behind a word for firms and a name, whatever it is "for the".
        private bool IsPurpose(int i) => words[i].Length >= ShortestPurpose && Span(i).StartsWith("لل");

        private bool IsArabicPart(int i) =>
            words[i].Shape == WordShape.Arabic && words[i].Length > 1 && (signs[i] & (FirmSign.Stop | FirmSign.Cue | FirmSign.Noun)) == 0;

        // Alpha Beta Gamma GmbH "Rolex": the form closes a name, and the quotation is another's.
        private bool IsNamedBefore(int i)
        {
            int raised = 0;
            for (int k = i - 1; k >= 0 && Gap(k + 1) is " " && IsRaised(k) && (signs[k] & (FirmSign.Cue | FirmSign.Stop)) == 0; k--)
            {
                if ((signs[k] & FirmSign.Noun) != 0)
                    return false;
                if (IsProper(k))
                    return true;
                raised += words[k].Shape == WordShape.Capitalised ? 1 : 0;
            }

            return raised > 1;
        }

        // фирма «Север»: what stands in quotation marks behind a word for firms, with the adjectives before it.
        private bool Quoted(int i, int last, List<MaskedSpan> found)
        {
            int open = words[last].End;
            while (open < text.Length && text[open] is ' ' or '\u00a0' or '.')
                open++;
            if (open >= text.Length || text[open] is not ('"' or '“' or '«' or '„'))
                return false;
            if ((signs[i] & FirmSign.Noun) == 0 && IsNamedBefore(i))
                return false;
            int close = text.AsSpan(open + 1).IndexOfAny(Closing);
            if (close is < 2 or > 60)
                return false;
            int from = i;
            if (
                from > 1
                && Gap(from) is " "
                && words[from - 1].Shape == WordShape.Lower
                && Gap(from - 1) is " "
                && IsRaised(from - 2)
                && from > 2
            )
                from -= 2;
            else if (from > 1 && Gap(from) is " " && IsRaised(from - 1))
                from--;
            // ЧУП «Белая Вежа»: a legal form goes with the name, a common word for firms stays; P.H.U. "Ryś" Kuriata.
            bool isForm =
                words[i].Shape != WordShape.Lower
                && ((signs[i] & FirmSign.AnyForm) != 0 || last > i || words[i].Shape == WordShape.Capitals);
            int start =
                from != i ? words[from].Start
                : isForm ? words[i].Start
                : open + 1;
            int end = open + 1 + close + (start <= open ? 1 : 0);
            int next = Words.CountBefore(words, end);
            if (isForm && next > 0 && next < words.Count && words[next].Start == end + 1 && text[end] == ' ' && IsProper(next))
                end = words[next].End;
            Put(start, end - start, found);
            return true;
        }
    }
}
