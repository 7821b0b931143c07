using System;

namespace SeizureIntel.Etl.Screening;

/// <content>Legal forms, in any writing.</content>
internal sealed partial class FirmReader
{
    private readonly partial struct Reading
    {
        // The last word of a legal form that begins here: "Ltd", "S.A.S.", "Sp. z o.o.", "Co Ltd"; before here where none does.
        private int FormAt(int i)
        {
            Span<char> joined = stackalloc char[NameLexicon.LongestWord];
            int length = 0;
            int best = IsForm(i) ? i : i - 1;
            bool isDotted = true;
            bool isSmall = words[i].Shape == WordShape.Lower;
            for (int k = i; k < words.Count && k - i < LongestForm; k++)
            {
                if (words[k].Length > 4 || (k > i && !IsFormGap(k)))
                    break;
                isDotted &= k == i || Gap(k) is "." or ". " or "/";
                isSmall &= words[k].Shape == WordShape.Lower;
                Letters.Fold(Span(k), joined[length..]);
                length += words[k].Length;
                if (k == i || !firms._signs.TryGetValue(joined[..length], out FirmSign sign))
                    continue;
                // "e.g.", "c/o" are no forms; "s.c." is one.
                bool isForm = isSmall
                    ? (sign & FirmSign.Small) != 0
                    : (sign & FirmSign.AnyForm) != 0 || (isDotted && (sign & FirmSign.Dotted) != 0);
                best = isForm ? k : best;
            }

            return best;
        }

        // "Taurus PT 92", "Volvo FH 460" are models.
        private bool IsForm(int i)
        {
            if ((signs[i] & FirmSign.AnyForm) == 0 || words[i].Shape == WordShape.Lower)
                return false;
            if (i + 1 < words.Count && Gap(i + 1) is " " && words[i + 1].Shape is WordShape.Number or WordShape.Mixed)
                return false;
            return (signs[i] & FirmSign.Form) != 0 || words[i].Shape is WordShape.Capitals or WordShape.Arabic;
        }

        private bool IsFormGap(int k) => Gap(k) is "." or ". " or "/" || (Gap(k) is " " && words[k - 1].Length + words[k].Length <= 5);

        // The legal forms behind a name; a name in quotation marks may stand before them: Skup „Magnum” sp. z o.o.
        private int WithForms(int to)
        {
            to = Math.Max(to, FormAt(to));
            while (to + 1 < words.Count)
            {
                int next = to + 1;
                if (Gap(next) is " „" or " “" or " \"" or " «")
                {
                    while (next + 1 < words.Count && next - to < LongestForm && Gap(next + 1) is " ")
                        next++;
                    next++;
                    if (next >= words.Count || Gap(next) is not ("” " or "“ " or "\" " or "» ") || FormAt(next) < next)
                        return to;
                }
                else if (!(Gap(next) is " " or ", " or " & " or ". " or "." || IsClosing(next)))
                    return to;
                // Bazar Import 2019 SL
                if (words[next].Shape == WordShape.Number && words[next].Length <= 4 && next + 1 < words.Count && Gap(next + 1) is " ")
                    next = FormAt(next + 1) > next ? next + 1 : next;
                int end = FormAt(next);
                if (end < next)
                    return IsLoweredForm(next) && Gap(next) is " " ? next : to;
                to = end;
            }

            return to;
        }

        // "Matsimela Trading cc", "foods inc"
        private bool IsLoweredForm(int i)
        {
            if (
                words[i].Shape != WordShape.Lower
                || words[i].Length > LongestForm
                || (signs[i] & (FirmSign.AnyForm | FirmSign.Dotted)) == 0
            )
                return false;
            Span<char> buffer = stackalloc char[NameLexicon.LongestWord];
            return firms._lexicon.Find(Letters.Fold(Span(i), buffer)) is { Languages: 0, Sign: NameSign.None };
        }
    }
}
