using System;
using System.Buffers;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <summary>Numbers that could single somebody out, for nothing in the text explains them otherwise: what is no quantity, amount, date, law, code of
/// goods or model is masked, whatever introduces it (decision 0029).</summary>
internal sealed class UnexplainedFinder(ScreeningLists lists, PhraseBook book, Explanations explanations)
{
    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \u00a0()№");

    private const int LongestCapitals = 6;
    private const int LongestShouted = 3;
    private const int LongestSmall = 3;
    private const int LongestInside = 4;
    private const int LongestBehindModel = 5;
    private const int FewestOfMixed = 16;
    private const int FewestOfCode = 5;
    private const int FewestOfGroups = 4;
    private const int FewestOfLong = 12;

    private readonly NumberContext _context = new(lists, book, explanations);

    [ThreadStatic]
    private static List<TextRun>? _runs;

    [ThreadStatic]
    private static List<NumberPart>? _parts;

    /// <summary>Adds what nothing explains and nobody found before.</summary>
    /// <param name="text">A narrative.</param>
    /// <param name="found">What was found before, and this with it.</param>
    /// <param name="firm">What of it stays: bare digits, what a word or a sign calls a number (№ 4821), and what stands beside a word for a person
    /// or a document; null where nobody asks.</param>
    public void Find(string text, List<MaskedSpan> found, List<MaskedSpan>? firm)
    {
        List<TextRun> runs = _runs ??= [];
        List<NumberPart> parts = _parts ??= [];
        TextRuns.Cut(text, runs);
        (bool isShouted, bool isLowered) = Case(text);
        for (int i = 0; i < runs.Count; i++)
            runs[i] = runs[i] with { Sort = SortOf(text, runs, i, isShouted, isLowered) };
        FindLongMixed(text, runs, found);
        int before = found.Count;
        int first = 0;
        while (first < runs.Count)
        {
            int last = first;
            bool hasDigits = runs[first].Sort == RunSort.Digits;
            while (last + 1 < runs.Count && Joins(text, runs[last], runs[last + 1]))
            {
                last++;
                hasDigits |= runs[last].Sort == RunSort.Digits;
            }

            if (hasDigits)
                Judge(text, runs, first, last, parts, found, before, firm);
            first = last + 1;
        }
    }

    // Sixteen letters and digits and more without a space: a wallet, a key, an account.
    private static void FindLongMixed(string text, List<TextRun> runs, List<MaskedSpan> found)
    {
        for (int first = 0; first < runs.Count; )
        {
            int last = first;
            int digits = runs[first].Sort == RunSort.Digits ? runs[first].Length : 0;
            while (last + 1 < runs.Count && runs[last].End == runs[last + 1].Start)
            {
                last++;
                digits += runs[last].Sort == RunSort.Digits ? runs[last].Length : 0;
            }

            int length = runs[last].End - runs[first].Start;
            if (last - first >= 2 && length >= FewestOfMixed && digits >= 2)
                found.Add(new MaskedSpan(NominalKind.Unexplained, runs[first].Start, length));
            first = last + 1;
        }
    }

    private void Judge(
        string text,
        List<TextRun> runs,
        int first,
        int last,
        List<NumberPart> parts,
        List<MaskedSpan> found,
        int before,
        List<MaskedSpan>? firm
    )
    {
        parts.Clear();
        for (int i = first; i <= last; i++)
        {
            int from = i;
            while (i < last && !HasSpace(text, runs[i], runs[i + 1]))
                i++;
            parts.Add(NumberPart.Of(runs, from, i));
        }

        if (IsLongGrouped(parts, found, before, out int grouped))
        {
            Take(text, parts, 0, grouped, found, firm);
            return;
        }

        // 6403 99 96: a code of goods in groups.
        if (explanations.IsForm(text.AsSpan(parts[0].Start, parts[^1].End - parts[0].Start)) && !_context.IsAnnounced(text, parts[0].Start))
            return;
        int start = 0;
        int taken = 0;
        bool isBehindModel = false;
        for (int i = 0; i <= parts.Count; i++)
        {
            if (i < parts.Count && IsTaken(parts[i], found, before) is { } isTaken)
            {
                bool isAnnounced = _context.IsAnnounced(text, parts[start].Start);
                bool isModel = i == start && !isAnnounced && !isTaken && IsModel(text, parts[i], isBehindModel);
                if (isTaken || (!isModel && !_context.Explains(text, parts, i, start, isAnnounced)))
                {
                    taken += isTaken ? 1 : 0;
                    continue;
                }

                isBehindModel =
                    isModel
                    || (
                        parts[i].Digits == 0
                        && (
                            _context.IsDesignation(text.AsSpan(parts[i].Start, parts[i].Length))
                            || _context.IsBehindModelled(text, parts[i].Start)
                        )
                    );
            }

            if (i - start > taken)
                Take(text, parts, start, i - 1, found, firm);
            start = i + 1;
            taken = 0;
        }
    }

    // ES71 2100 4418 4502 0005 1332: behind letters no model has as many groups, whatever the letters mean elsewhere.
    private static bool IsLongGrouped(List<NumberPart> parts, List<MaskedSpan> found, int before, out int last)
    {
        last = parts.Count - 1;
        while (last > 0 && parts[last].Digits == 0)
            last--;
        if (last < FewestOfGroups - 1 || parts[0].Letters is 0 or > 4 || parts[0].Digits == 0)
            return false;
        int digits = 0;
        for (int i = 0; i <= last; i++)
        {
            if (IsTaken(parts[i], found, before) != false || parts[i].Digits == 0)
                return false;
            digits += parts[i].Digits;
        }

        return digits >= FewestOfLong;
    }

    // "Galaxy A54 5G SM-A546B": what stands behind a model belongs to it.
    private bool IsModel(string text, NumberPart part, bool isBehindModel) =>
        part.Digits > 0 && ((isBehindModel && part.Digits <= LongestBehindModel) || _context.IsModel(text, part));

    private void Take(string text, List<NumberPart> parts, int first, int last, List<MaskedSpan> found, List<MaskedSpan>? firm)
    {
        int digits = 0;
        int letters = 0;
        int letterParts = 0;
        for (int i = first; i <= last; i++)
        {
            digits += parts[i].Digits;
            letters += parts[i].Letters;
            letterParts += parts[i].Digits == 0 ? 1 : 0;
        }

        bool isOne = first == last;
        bool isAnnounced = _context.IsAnnounced(text, parts[first].Start);
        bool isBehindHolder = isAnnounced || _context.IsBehindHolder(text, parts[first].Start);
        if (letters == 0)
        {
            int least =
                isBehindHolder ? 4
                : isOne ? 5
                : 7;
            if (digits < least || (!isOne && !isAnnounced && _context.IsGroupedQuantity(text, parts, first, last)))
                return;
        }
        else
        {
            bool isAround = parts[first].StartsWithLetter && parts[last].EndsWithLetter;
            int longest = 0;
            for (int i = first; i <= last; i++)
                longest = Math.Max(longest, parts[i].Digits);
            bool isIdentifier = digits switch
            {
                0 => false,
                1 => isAnnounced && isOne && parts[first].Turns >= 2 && letters + digits >= FewestOfCode,
                2 => letters >= 4 && (isOne ? parts[first].Turns >= 2 : isAround && letterParts >= 2),
                3 => digits + letters >= 6 || isAnnounced || (letterParts > 0 && letters >= 2),
                4 => letters > 1 || longest > 2 || isAnnounced,
                _ => true,
            };
            if (!isIdentifier)
                return;
        }

        var number = new MaskedSpan(NominalKind.Unexplained, parts[first].Start, parts[last].End - parts[first].Start);
        found.Add(number);
        if (firm is null)
            return;
        bool isBare = letters == 0 && !text.AsSpan(number.Start, number.Length).Contains('/');
        if (isBehindHolder || isBare || _context.IsBeforeHolder(text, parts[last].End))
            firm.Add(number);
    }

    // Whether a number was found there, which may go on: "4821733" of "4821733 LP"; null where something else was.
    private static bool? IsTaken(NumberPart part, List<MaskedSpan> found, int before)
    {
        bool? isTaken = false;
        for (int i = 0; i < before; i++)
        {
            if (found[i].Start >= part.End || part.Start >= found[i].Start + found[i].Length)
                continue;
            if (!MayGoOn(found[i].Kind))
                return null;
            isTaken = found[i].Start <= part.Start && part.End <= found[i].Start + found[i].Length;
            if (isTaken == false)
                return false;
        }

        return isTaken;
    }

    private static bool MayGoOn(NominalKind kind) =>
        kind
            is NominalKind.Passport
                or NominalKind.NationalId
                or NominalKind.PlateOrVin
                or NominalKind.ObjectNumber
                or NominalKind.TrackingNumber
                or NominalKind.Phone
                or NominalKind.Iban
                or NominalKind.CardNumber
                or NominalKind.Officer
                or NominalKind.Unexplained;

    // Long capitals are words; in a text of capitals all words are. Where none are written, few small letters beside digits stand for them.
    private RunSort SortOf(string text, List<TextRun> runs, int i, bool isShouted, bool isLowered)
    {
        TextRun run = runs[i];
        if (run.Sort == RunSort.Digits)
            return run.Sort;
        // Arabic writes "and" at the number without a space.
        if (text[run.Start] == 'و' && run.Length == 1)
            return RunSort.Word;
        bool isGrown = (i > 0 && runs[i - 1].End == run.Start) || (i + 1 < runs.Count && run.End == runs[i + 1].Start);
        ReadOnlySpan<char> word = text.AsSpan(run.Start, run.Length);
        if (run.Sort == RunSort.Capitals)
        {
            if (isGrown)
                return run.Length <= 2 * LongestCapitals ? RunSort.Capitals : RunSort.Word;
            return run.Length > (isShouted ? LongestShouted : LongestCapitals) || (isShouted && _context.IsWord(word))
                ? RunSort.Word
                : RunSort.Capitals;
        }

        bool isInside = i > 0 && runs[i - 1].End == run.Start && i + 1 < runs.Count && run.End == runs[i + 1].Start;
        bool isSmall = run.Length <= (isInside ? LongestInside : LongestSmall) && !char.IsUpper(word[0]);
        return isSmall && (isGrown || (isLowered && !_context.IsWord(word))) ? RunSort.Capitals : RunSort.Word;
    }

    private static bool Joins(string text, TextRun run, TextRun next)
    {
        if (run.Sort == RunSort.Word || next.Sort == RunSort.Word)
            return false;
        ReadOnlySpan<char> gap = text.AsSpan(run.End, next.Start - run.End);
        bool areDigits = run.Sort == RunSort.Digits && next.Sort == RunSort.Digits;
        return gap.Length switch
        {
            0 => true,
            1 => gap[0] switch
            {
                ' ' or '\u00a0' or '-' or '–' or '/' or '·' or '•' or '_' or '|' or '.' => true,
                ',' or '\'' or '’' or '٬' or '٫' or '，' or '．' => areDigits && (next.Length == 3 ? run.Length <= 3 : next.Length <= 2),
                ':' => areDigits && run.Length <= 2 && next.Length <= 2,
                '(' or ')' or '№' => true,
                _ => false,
            },
            <= 3 => gap.Contains('№') || (areDigits && gap is ") " or " (" or ")-"),
            _ => false,
        };
    }

    private static bool HasSpace(string text, TextRun run, TextRun next) => text.AsSpan(run.End, next.Start - run.End).ContainsAny(Spaces);

    private static (bool IsShouted, bool IsLowered) Case(string text)
    {
        int upper = 0;
        int lower = 0;
        foreach (char c in text)
        {
            if (char.IsAsciiLetterLower(c) || (c >= 0x80 && char.IsLower(c)))
                lower++;
            else if (char.IsAsciiLetterUpper(c) || (c >= 0x80 && char.IsUpper(c)))
                upper++;
        }

        return (upper >= 8 && upper > lower * 4, upper == 0 && lower > 0);
    }
}
