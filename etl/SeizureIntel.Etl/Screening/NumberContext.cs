using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <summary>What the words and signs around a number say of it.</summary>
internal sealed partial class NumberContext(ScreeningLists lists, PhraseBook book, Explanations words)
{
    private const int MostHops = 7;
    private const int LongestHan = 5;
    private const int LongestCount = 6;
    private const int LongestDecimal = 9;
    private const int LongestModel = 4;
    private const int LongestQuantity = 9;
    private const int LongestName = 4;
    private const int LongestDesignation = 5;
    private const int LongestReference = 10;

    // A trade item's number (GTIN); couriers' bar codes are of other lengths.
    private const int ArticleDigits = 13;

    private static readonly ulong Announcing =
        PhraseBook.Bit(Introduction.Passport)
        | PhraseBook.Bit(Introduction.PassportSure)
        | PhraseBook.Bit(Introduction.Identity)
        | PhraseBook.Bit(Introduction.Plate)
        | PhraseBook.Bit(Introduction.Vin)
        | PhraseBook.Bit(Introduction.Badge)
        | PhraseBook.Bit(Introduction.Tax)
        | PhraseBook.Bit(Introduction.Account)
        | PhraseBook.Bit(Introduction.Serial)
        | PhraseBook.Bit(Introduction.CallSign);

    // What announces a number is no part of it.
    private static readonly ulong Introducing =
        ((PhraseBook.Bit(Introduction.Connector) - 1) & ~PhraseBook.Bit(Introduction.Handle)) | PhraseBook.Bit(Introduction.Number);

    private static readonly ulong Designating =
        PhraseBook.Bit(Introduction.NotPlate) | PhraseBook.Bit(Introduction.PlateModel) | PhraseBook.Bit(Introduction.Trim);

    /// <summary>Whether something explains a part of a number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parts">The parts that stand together.</param>
    /// <param name="at">Which of them.</param>
    /// <param name="first">The first of those before it that nothing explained; itself where there is none.</param>
    /// <param name="isAnnounced">Whether "no." or its like stands before: then it is no quantity.</param>
    public bool Explains(string text, List<NumberPart> parts, int at, int first, bool isAnnounced)
    {
        NumberPart part = parts[at];
        ReadOnlySpan<char> written = text.AsSpan(part.Start, part.Length);
        if (!isAnnounced && ReferenceForms.IsAct(text, parts))
            return true;
        if (part.Digits == 0)
            return ExplainsLetters(text, parts, at, first, isAnnounced, written);
        bool isForm =
            words.IsForm(written)
            && !(isAnnounced && part.Letters == 0 && written.Count('/') == 1)
            && !(at > first && !NumberForms.IsMonthOfYear(written));
        if (
            part.Letters == 0
            && at > 0
            && written is ['1', _, _, _]
            && NumberForms.IsRoman(text.AsSpan(parts[at - 1].Start, parts[at - 1].Length))
        )
            return true;
        if (
            isForm
            || NumberForms.AreTimes(written)
            || NumberForms.IsQuarter(written)
            || NumberForms.IsTime(written)
            || NumberForms.IsDimension(text, part)
        )
            return true;
        bool isBesideLetters =
            (at > 0 && parts[at - 1].Digits == 0 && parts[at - 1].Letters <= LongestName - 1)
            || (at + 1 < parts.Count && parts[at + 1].Digits == 0 && parts[at + 1].Letters <= LongestName - 1);
        if (
            part.Letters == 0
            && ExplainsDigits(text, part, written, isAnnounced, isBesideLetters, IsBesideDigits(parts, at), isInside: at > first)
        )
            return true;
        if (part.Letters > 0 && ExplainsMixed(text, part))
            return true;
        return (at > 0 || part.Digits + part.Letters >= 3)
            && (
                IsReference(text, parts[first].Start, part.Length == part.Digits ? part.Digits : Math.Min(part.Digits, LongestReference))
                || (part.Digits <= LongestReference + 3 && IsReferenceBehind(text, part.End))
            );
    }

    /// <summary>Whether groups of digits are thousands, and few or counted.</summary>
    public bool IsGroupedQuantity(string text, List<NumberPart> parts, int first, int last)
    {
        if (parts[first].Length > 3 || text[parts[first].Start] is '0' or '٠' or '０')
            return false;
        int digits = parts[first].Digits;
        for (int i = first + 1; i <= last; i++)
        {
            if (parts[i].Length != 3)
                return false;
            digits += 3;
        }

        return digits <= LongestCount
            || NumberForms.EndsInThousand(text.AsSpan(parts[last].Start, 3))
            || IsMoney(text, parts[first].Start)
            || words.AreCounted(text, parts[last].End, isShort: true);
    }

    /// <summary>Whether a word or sign right before says that a number follows which is somebody's.</summary>
    public bool IsAnnounced(string text, int start)
    {
        if (!WordBefore(text, start, out int from, out int to))
            return start > 0 && HasNumberSign(text, Math.Max(0, start - 2), start);
        if (HasNumberSign(text, to, start))
            return true;
        string folded = PhraseTokens.Fold(text[from..to]);
        return book.Is(folded, Introduction.Number)
            || words.Is(text.AsSpan(from, to - from), Explanation.Announcer)
            || (folded.Length > 1 && (book.Uses(folded) & Announcing) != 0);
    }

    /// <summary>Whether letters and digits name a model of goods: what stands before them says so.</summary>
    public bool IsModel(string text, NumberPart part)
    {
        if (part.Digits > LongestCount || !WordBefore(text, part.Start, out int from, out int to))
            return false;
        bool isMixed = part.Letters > 0;
        if (part.Digits > LongestDesignation && !isMixed && !text.AsSpan(part.Start, part.Length).Contains('-'))
            return false;
        for (int hop = 0; hop < 2; hop++)
        {
            ReadOnlySpan<char> word = text.AsSpan(from, to - from);
            if (words.Is(word, Explanation.Modelled) || (isMixed && part.Length > 2 && lists.NotNames.Contains(word) && !IsVehicle(word)))
                return true;
            if (hop == 0 && part.Digits <= LongestModel && part.Letters <= LongestName && IsDesignation(word))
                return !IsVehicle(word) || part.Turns < 3;
            if (!WordBefore(text, from, out from, out to))
                return false;
        }

        return false;
    }

    private bool IsVehicle(ReadOnlySpan<char> word) => IsIn(word, Introduction.PlateModel);

    /// <summary>Whether capitals or small letters are a known word.</summary>
    public bool IsWord(ReadOnlySpan<char> word)
    {
        if (lists.NotNames.IsSpeech(word))
            return true;
        if (word.Length > NameLexicon.LongestWord)
            return true;
        Span<char> buffer = stackalloc char[NameLexicon.LongestWord];
        ReadOnlySpan<char> folded = Letters.Fold(word, buffer);
        return words.IsAny(folded, Explanation.NotCounted, Explanation.Counted, Explanation.Money, Explanation.Month)
            || book.Is(folded, Introduction.Unit)
            || (word.Length > 2 && lists.BareNames.Lexicon.Find(folded).Languages != 0);
    }

    private bool ExplainsLetters(string text, List<NumberPart> parts, int at, int first, bool isAnnounced, ReadOnlySpan<char> written)
    {
        if (at > first)
            return (parts[at - 1].Digits > 0 || written.Length > 2) && IsUnitOrMonth(written);

        // "№ КМ 4821": behind a sign for numbers even a unit is part of one.
        if (isAnnounced)
            return words.IsAny(written, Explanation.Reference, Explanation.Money) || lists.NotNames.Contains(written);
        if (written.Length == 1 && written[0] is 'A' or 'I' or 'O' or 'E' or 'Y' or 'W' or 'Z' or 'В' or 'С' or 'И' or 'К' or 'و')
        {
            if (written[0] == 'و' || NumberForms.StartsSentence(text, parts[at].Start))
                return true;
        }

        // "ATR 72-600" is an aircraft, "PM 8761 8950 7 BR" is none.
        int digits = 0;
        int letters = 0;
        for (int i = at + 1; i < parts.Count; i++)
        {
            digits += parts[i].Digits;
            letters += parts[i].Letters;
        }

        if (digits < LongestModel && IsBehindModelled(text, parts[at].Start))
            return true;
        if (written.Length == 1)
            return false;
        if (
            words.IsAny(written, Explanation.Money, Explanation.Month, Explanation.Reference, Explanation.BarCode, Explanation.Road)
            || lists.NotNames.Contains(written)
        )
            return true;
        if ((book.Uses(PhraseTokens.Fold(written.ToString())) & Introducing) != 0)
            return true;
        bool isAround = letters >= 2 && written.Length == 2 && digits is 3 or 4 && parts[^1].EndsWithLetter;
        bool isFew = digits <= LongestDesignation || (at + 1 < parts.Count && parts[at + 1].Digits < LongestModel - 1);
        return isFew && !isAround && (written.Length > 2 || IsShortOrYear(text, parts, at + 1)) && IsDesignation(written);
    }

    // Two letters begin models of up to three digits; "MK 4821" is as likely a registration.
    private static bool IsShortOrYear(string text, List<NumberPart> parts, int at) =>
        at >= parts.Count
        || parts[at].Digits < LongestModel
        || (parts[at].Letters == 0 && NumberForms.IsYear(text.AsSpan(parts[at].Start, parts[at].Length)));

    /// <summary>Whether goods that are told by their models stand right before a place.</summary>
    public bool IsBehindModelled(string text, int start) =>
        WordBefore(text, start, out int from, out int to) && words.Is(text.AsSpan(from, to - from), Explanation.Modelled);

    private bool IsUnitOrMonth(ReadOnlySpan<char> word) =>
        words.IsAny(word, Explanation.Counted, Explanation.Money, Explanation.Month) || (word.Length > 1 && IsIn(word, Introduction.Unit));

    private bool ExplainsDigits(
        string text,
        NumberPart part,
        ReadOnlySpan<char> written,
        bool isAnnounced,
        bool isBesideLetters,
        bool isBesideDigits,
        bool isInside
    )
    {
        if (written.ContainsAny(",'’٬，") || (NumberForms.IsDecimal(written) && part.Digits <= LongestDecimal))
            return true;
        if (part.Digits > LongestQuantity && part.Digits == part.Length)
            return false;
        bool isZeroed = written[0] is '0' or '٠' or '０' && part.Digits > 1;
        if (!isBesideLetters && !isBesideDigits && NumberForms.IsYear(written))
            return true;
        if (isAnnounced)
            return false;
        if (
            IsMoney(text, part.Start)
            || (!isZeroed && IsCountBefore(text, part.Start))
            || (
                !isZeroed
                && words.AreCounted(text, part.End, part.Digits <= LongestCount && !(isInside && part.Digits >= LongestDesignation))
            )
        )
            return true;
        if (isZeroed || isBesideLetters || isBesideDigits || isInside)
            return false;
        bool isThousands = NumberForms.IsThousands(written);
        return (isThousands && part.Digits <= LongestCount)
            || (part.Digits <= LongestDecimal && (isThousands || part.Digits == part.Length) && NumberForms.EndsInThousand(written))
            || NumberForms.IsCompactDay(written);
    }

    // "0049 2010 3100": a group of an account is no year.
    private static bool IsBesideDigits(List<NumberPart> parts, int at) =>
        (at > 0 && parts[at - 1] is { Letters: 0, Digits: > 2 }) || (at + 1 < parts.Count && parts[at + 1] is { Letters: 0, Digits: > 3 });

    private bool ExplainsMixed(string text, NumberPart part)
    {
        if (part.StartsWithLetter)
        {
            ReadOnlySpan<char> letters = text.AsSpan(part.Start, part.LeadingLetters);
            bool isAmount = words.Is(letters, Explanation.Money);
            if (isAmount || words.Is(letters, Explanation.Reference))
                return letters.Length > 1
                    && ReferenceForms.IsAmountOrCode(text, part, isAmount)
                    && (isAmount || !IsBehindHolder(text, part.Start));
            bool isAround =
                (part.EndsWithLetter && part.Letters >= LongestName)
                || (part.Letters > part.LeadingLetters && part.Digits >= LongestDesignation);
            return part.Digits <= LongestDesignation && letters.Length > 1 && !isAround && IsDesignation(letters);
        }

        return AreQuantities(text, part) || NumberForms.IsParagraph(text, part);
    }

    // 25kg, 40HC, 10mg/5ml, 3rd: each group of digits with its unit.
    private bool AreQuantities(string text, NumberPart part)
    {
        int at = part.Start;
        while (at < part.End)
        {
            int from = at;
            while (at < part.End && (char.IsDigit(text[at]) || text[at] is '.' or ','))
                at++;
            if (at == from)
                return false;
            if (at < part.End && text[at] is '-')
                at++;
            int end = Explanations.EndOfWord(text, at);
            if (end == at || end > part.End)
                return false;
            ReadOnlySpan<char> unit = text.AsSpan(at, end - at);
            bool isOrdinal = part.Digits <= LongestModel && char.IsLower(unit[0]) && words.Is(unit, Explanation.Ordinal);
            if (!isOrdinal && !IsIn(unit, Introduction.Unit) && !words.IsAny(unit, Explanation.Counted, Explanation.Money))
                return false;
            at = end;
            while (at < part.End && text[at] is '/' or '-' or 'x')
                at++;
        }

        return true;
    }

    /// <summary>Whether a word begins names of goods.</summary>
    public bool IsDesignation(ReadOnlySpan<char> word)
    {
        const int Longest = 24;
        if (words.IsAny(word, Explanation.Designation, Explanation.Modelled))
            return true;
        ulong uses = word.Length > Longest ? 0 : book.Uses(PhraseTokens.Fold(word.ToString()));
        return (uses & Designating) != 0;
    }

    private bool IsIn(ReadOnlySpan<char> word, Introduction use) => book.Is(PhraseTokens.Fold(word.ToString()), use);

    // "art. 54 par. 1", "HS 2402 20", "law no. 19.367": a word for laws, tariffs or standards, with numbers and small words between.
    private bool IsReference(string text, int start, int digits)
    {
        Explanation sought = digits > LongestReference ? Explanation.BarCode : Explanation.Reference;
        if (digits > LongestReference && digits is not (ArticleDigits or ArticleDigits + 1))
            return false;
        int at = start;
        for (int hop = 0; hop < MostHops; hop++)
        {
            int to = at;
            while (
                to > 0
                && at - to < 4
                && text[to - 1] is ' ' or '.' or ':' or '#' or '№' or '°' or 'º' or '(' or ')' or '-' or '/' or '\u00a0' or ','
            )
                to--;
            if (to == 0)
                return false;
            if (text[to - 1] == '§')
                return true;
            int from = to;
            if (char.IsDigit(text[to - 1]))
            {
                while (
                    from > 0
                    && (
                        char.IsDigit(text[from - 1])
                        || (text[from - 1] is '.' or ',' or '/' or '-' && from > 1 && char.IsDigit(text[from - 2]))
                    )
                )
                    from--;
            }
            else if (text[to - 1] is '為' or '为' or '是' or '係')
            {
                from = to - 1;
            }
            else if (TextSigns.IsHan(text[to - 1]))
            {
                for (int length = Math.Min(LongestHan, to); length > 0; length--)
                {
                    if (words.Is(text.AsSpan(to - length, length), sought))
                        return true;
                }

                return false;
            }
            else
            {
                while (from > 0 && char.IsLetter(text[from - 1]) && !TextSigns.IsHan(text[from - 1]))
                    from--;
                if (from == to)
                    return false;
                ReadOnlySpan<char> word = text.AsSpan(from, to - from);
                if (
                    words.Is(word, sought)
                    || words.Is(word, Explanation.BarCode)
                    || (digits < LongestModel && words.Is(word, Explanation.Road))
                    || (words.Is(word, Explanation.Batch) && words.Tells(text, Explanation.Dose))
                )
                    return true;
                ulong uses = book.Uses(PhraseTokens.Fold(word.ToString()));
                bool mayStandBetween =
                    (
                        uses
                        & (
                            PhraseBook.Bit(Introduction.Number)
                            | PhraseBook.Bit(Introduction.Connector)
                            | PhraseBook.Bit(Introduction.Joint)
                        )
                    ) != 0;
                if (!mayStandBetween && !(word.Length == 1 && hop > 0) && !IsBracketed(text, from, to))
                    return false;
            }

            at = from;
        }

        return false;
    }

    // "Verordnung (EG) Nr. 338/97": two letters or three in brackets.
    private static bool IsBracketed(string text, int from, int to) =>
        to - from is 2 or 3 && from > 0 && text[from - 1] == '(' && to < text.Length && text[to] == ')';

    private bool IsReferenceBehind(string text, int end)
    {
        int start = end;
        while (start < text.Length && start - end < 2 && text[start] is ' ' or '.')
            start++;
        if (start >= text.Length)
            return false;
        if (TextSigns.IsHan(text[start]))
            return words.Is(text.AsSpan(start, 1), Explanation.ReferenceBehind);
        int to = Explanations.EndOfWord(text, start);
        return to > start && words.Is(text.AsSpan(start, to - start), Explanation.ReferenceBehind);
    }

    private bool IsMoney(string text, int start)
    {
        int at = start;
        while (at > 0 && start - at < 2 && text[at - 1] is ' ' or '.' or '\u00a0')
            at--;
        if (at > 0 && text[at - 1] is '$' or '€' or '£' or '¥' or '₹' or '₽' or '₺' or '₦' or '₵' or '￥' or '＄')
            return true;
        if (!WordBefore(text, start, out int from, out int to))
            return at > 1 && TextSigns.IsHan(text[at - 1]) && words.Is(text.AsSpan(at - 2, 2), Explanation.Money);
        return start - to < 3 && words.Is(text.AsSpan(from, to - from), Explanation.Money);
    }

    // The word before a place, with few signs between.
    private static bool WordBefore(string text, int start, out int from, out int to)
    {
        to = start;
        while (to > 0 && start - to < 4 && !char.IsLetterOrDigit(text[to - 1]) && text[to - 1] is not (';' or '\n' or ','))
            to--;
        from = to;
        while (from > 0 && char.IsLetter(text[from - 1]) && !TextSigns.IsHan(text[from - 1]))
            from--;
        return from < to;
    }

    private static bool HasNumberSign(string text, int from, int to) => text.AsSpan(from, to - from).ContainsAny("#№º°");

    private bool IsCountBefore(string text, int start)
    {
        int at = start;
        while (at > 0 && start - at < 2 && text[at - 1] is ' ' or ':' or '：')
            at--;
        if (at > 0 && TextSigns.IsHan(text[at - 1]))
            return words.Is(text.AsSpan(at - 1, 1), Explanation.CountBefore)
                || (at > 1 && words.Is(text.AsSpan(at - 2, 2), Explanation.CountBefore));
        return WordBefore(text, start, out int from, out int to) && words.Is(text.AsSpan(from, to - from), Explanation.CountBefore);
    }
}
