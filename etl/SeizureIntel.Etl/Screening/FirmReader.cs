using System;
using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Screening;

/// <summary>Firms in prose by what stands in or beside their names: a legal form in any writing, a trade, kin ("&amp; Sons"), a role in the trade.</summary>
internal sealed partial class FirmReader
{
    private const int LongestName = 7;
    private const int LongestForm = 5;

    // Behind UG, of section 5a of the German law on limited companies.
    private const string LimitedLiability = " (haftungsbeschränkt)";
    private const int LongestArabic = 5;
    private const int ShortestPurpose = 5;
    private const int ShortestTailed = 6;
    private static readonly SearchValues<char> Closing = SearchValues.Create("\"”»“");
    private static readonly SearchValues<char> CellEnds = SearchValues.Create(";:/|.,\n-–()");

    private readonly NameLexicon _lexicon;
    private readonly FrozenDictionary<string, FirmSign>.AlternateLookup<ReadOnlySpan<char>> _signs;

    // Modevertrieb, Рыбпром: trades that grow together with what they trade in.
    private readonly FrozenDictionary<char, string[]> _tails;

    [ThreadStatic]
    private static List<FirmSign>? _shared;

    public FirmReader(ScreeningLists lists, NameLexicon lexicon)
    {
        _lexicon = lexicon;
        _tails = lists
            .Words(ScreeningLists.CompanyList, "firm_tail")
            .SelectMany(static w => w.Split('|'))
            .Select(NameLexicon.Fold)
            .GroupBy(static w => w[^1])
            .ToFrozenDictionary(static g => g.Key, static g => g.ToArray());
        var signs = new Dictionary<string, FirmSign>(StringComparer.Ordinal);
        Add("firm_form", FirmSign.Form);
        Add("firm_form_dotted", FirmSign.Dotted);
        Add("firm_form_small", FirmSign.Dotted | FirmSign.Small);
        Add("firm_word", FirmSign.Trade);
        Add("firm_goods", FirmSign.Trade | FirmSign.Goods);
        Add("firm_kin", FirmSign.Kin);
        Add("firm_noun", FirmSign.Noun);
        Add("firm_cue", FirmSign.Cue);
        Add("firm_mark", FirmSign.Cue | FirmSign.Mark);
        Add("firm_party", FirmSign.Cue | FirmSign.Party);
        Add("firm_cue_behind", FirmSign.CueBehind);
        Add("firm_stop", FirmSign.Stop);
        Add("joint", FirmSign.Joint);
        _signs = signs.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        void Add(string use, FirmSign sign)
        {
            foreach (string word in lists.Words(ScreeningLists.CompanyList, use).SelectMany(static w => w.Split('|')))
            {
                string folded = NameLexicon.Fold(word);
                bool isCapitals = sign == FirmSign.Form && word.Length <= LongestForm && !word.Any(char.IsLower);
                signs[folded] = signs.GetValueOrDefault(folded) | (isCapitals ? FirmSign.Capitals : sign);
            }
        }
    }

    /// <summary>Adds the firms of a text; a person's name inside of one is the firm's.</summary>
    public void Find(string text, List<Word> words, List<MaskedSpan> found)
    {
        List<FirmSign> signs = _shared ??= [];
        signs.Clear();
        Span<char> buffer = stackalloc char[NameLexicon.LongestWord];
        bool hasAnchor = false;
        for (int i = 0; i < words.Count; i++)
        {
            FirmSign sign = FirmSign.None;
            if (words[i].Length <= NameLexicon.LongestWord && words[i].Shape is not WordShape.Number)
            {
                ReadOnlySpan<char> folded = Letters.Fold(text.AsSpan(words[i].Start, words[i].Length), buffer);
                if (!_signs.TryGetValue(folded, out sign) && folded.Length > ShortestTailed && words[i].IsRaised)
                    sign = HasTail(folded) || HasTradePart(folded) ? FirmSign.Trade : FirmSign.None;
            }

            signs.Add(sign);
            hasAnchor |= (sign & (FirmSign.Anchor | FirmSign.Cue)) != 0 || (i > 0 && IsDotted(text, words, i));
        }

        if (!hasAnchor)
            return;
        new Reading(this, text, words, signs).Find(found);
    }

    // TRANS-DONAU-SPED, Караван-Транзит
    private bool HasTradePart(ReadOnlySpan<char> folded)
    {
        int cut = folded.LastIndexOf('-');
        return cut > 0
            && cut + 1 < folded.Length
            && _signs.TryGetValue(folded[(cut + 1)..], out FirmSign sign)
            && (sign & FirmSign.Trade) != 0;
    }

    private bool HasTail(ReadOnlySpan<char> folded)
    {
        if (!_tails.TryGetValue(folded[^1], out string[]? tails))
            return false;
        foreach (string tail in tails)
        {
            if (folded.Length > tail.Length + 1 && folded.EndsWith(tail, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsDotted(string text, List<Word> words, int i) =>
        words[i].Start - words[i - 1].End == 1 && text[words[i - 1].End] is '.' or '/';

    /// <summary>What a word says of a firm's name.</summary>
    [Flags]
    private enum FirmSign
    {
        None = 0,
        Form = 1,
        Trade = 2,
        Kin = 4,
        Noun = 8,
        Cue = 16,
        Stop = 32,
        Joint = 64,

        /// <summary>A legal form that is one in capitals alone: SAS, ME.</summary>
        Capitals = 128,

        /// <summary>Who takes part in a trade, or what somebody does in it: a firm may stand behind it without a colon.</summary>
        Party = 256,

        /// <summary>adına, tarafından: Turkish says behind a firm what it did.</summary>
        CueBehind = 512,

        /// <summary>A legal form that is one with points alone: s.c., a.s., e.U.</summary>
        Dotted = 1024,

        /// <summary>A legal form that is one in small letters and several parts too: s.c., sp.k.</summary>
        Small = 2048,

        /// <summary>A trade named by its goods alone: a firm's only where a role in the trade stands before, or a form behind.</summary>
        Goods = 4096,

        /// <summary>What a name stands on, as a stamp: others than firms write on it too, and some firms are called so.</summary>
        Mark = 8192,
        AnyForm = Form | Capitals,
        Anchor = Form | Trade | Kin | Noun | Capitals,
    }

    /// <summary>One text.</summary>
    private readonly partial struct Reading(FirmReader firms, string text, List<Word> words, List<FirmSign> signs)
    {
        public void Find(List<MaskedSpan> found)
        {
            bool isShouted = Letters.Count(text).AreCapitals && !text.Contains('|', StringComparison.Ordinal);
            int done = -1;
            for (int i = 0; i < words.Count; i++)
            {
                if (i <= done)
                    continue;
                int last = FormAt(i);
                FirmSign sign = last >= i ? signs[i] | FirmSign.Form : signs[i] & ~FirmSign.AnyForm;
                if ((sign & FirmSign.Anchor) == 0)
                {
                    if ((sign & FirmSign.Cue) != 0)
                        done = Math.Max(done, BehindCue(i, isShouted, found));
                    continue;
                }

                if (words[i].Shape == WordShape.Arabic)
                {
                    done = Math.Max(done, Arabic(i, Math.Max(i, last), sign, found));
                    continue;
                }

                if ((sign & (FirmSign.Noun | FirmSign.Form)) != 0 && Quoted(i, Math.Max(i, last), found))
                    continue;
                if (
                    (sign & (FirmSign.Noun | FirmSign.Form | FirmSign.Kin)) == FirmSign.Noun
                    && BehindNoun(i, isShouted, found) is var end
                    && end > i
                )
                {
                    done = Math.Max(done, end);
                    continue;
                }

                if (
                    (sign & (FirmSign.Form | FirmSign.Trade | FirmSign.Kin)) == 0
                    || (
                        words[i].Shape == WordShape.Lower
                        && !(last > i && Gap(i + 1) is ".")
                        && !((sign & FirmSign.Kin) != 0 && i > 0 && (signs[i - 1] & FirmSign.Joint) != 0)
                    )
                )
                    continue;
                done = Math.Max(done, Around(i, Math.Max(i, last), sign, isShouted, done, found));
            }
        }

        private int Around(int first, int last, FirmSign sign, bool isShouted, int done, List<MaskedSpan> found)
        {
            bool hasAnd = false;
            int from = Leftmost(first, done, isShouted, isStrict: false, ref hasAnd);
            if (isShouted && (sign & (FirmSign.Form | FirmSign.Kin)) == 0 && !IsAsked(from, first))
                from = Leftmost(first, done, isShouted, isStrict: true, ref hasAnd);
            int to = last;
            bool isFirst = from == first;
            bool goesOn = (sign & FirmSign.Form) == 0 || (isFirst && to + 1 < words.Count && Gap(to + 1) is " ");
            while (goesOn && to + 1 < words.Count && to - first < LongestName && JoinsRight(to, isShouted, ref hasAnd))
                to++;
            while (to > last && (signs[to] & (FirmSign.Joint | FirmSign.Stop)) != 0 && (signs[to] & FirmSign.Anchor) == 0)
                to--;
            to = WithForms(to);
            int proper = 0;
            int other = 0;
            for (int k = from; k <= to; k++)
            {
                if ((k >= first && k <= last) || (signs[k] & FirmSign.Joint) != 0)
                    continue;
                other++;
                if (IsProper(k))
                    proper++;
                if (IsForm(k) || FormAt(k) > k)
                    sign |= FirmSign.Form;
            }

            if (first == last && (signs[first] & FirmSign.Trade) != 0 && Span(first).Contains('-'))
            {
                other++;
                proper++;
            }

            bool isBehindCue = IsAsked(from, first);
            bool isGoods = (signs[first] & FirmSign.Goods) != 0;
            bool isFirm =
                other > 0
                && (
                    ((sign & FirmSign.Form) != 0 && (proper > 0 || isBehindCue || other > 1) && !(isFirst && isShouted && !isBehindCue))
                    || ((sign & FirmSign.Kin) != 0 && (proper > 0 || isBehindCue || HasTrade(from, first)))
                    || (
                        (sign & FirmSign.Trade) != 0
                        && (
                            isBehindCue
                            || IsBeforeCue(to)
                            || (hasAnd && proper > 0)
                            || (!isGoods && proper > 0 && !isShouted && (first > from || IsInside(from)))
                            || (!isGoods && isShouted && first > from && IsUnknown(first - 1))
                        )
                    )
                );
            if (!isFirm || ((sign & (FirmSign.Form | FirmSign.Kin)) == 0 && !isBehindCue && HoldsSite(from, to)))
                return -1;
            Add(from, to, found);
            return to;
        }

        private bool IsAsked(int from, int first) =>
            IsBehindCue(from) || (from < first && (signs[from] & (FirmSign.Cue | FirmSign.Noun)) != 0);

        private bool HasTrade(int from, int to)
        {
            for (int k = from; k < to; k++)
            {
                if ((signs[k] & FirmSign.Trade) != 0)
                    return true;
            }

            return false;
        }

        private int Leftmost(int first, int done, bool isShouted, bool isStrict, ref bool hasAnd)
        {
            int from = first;
            while (from - 1 > done && first - from < LongestName && JoinsLeft(from, isShouted, isStrict, ref hasAnd))
                from--;
            while (from < first && (signs[from] & (FirmSign.Joint | FirmSign.Stop)) != 0 && (signs[from] & FirmSign.Anchor) == 0)
                from++;
            return from;
        }

        private bool JoinsLeft(int from, bool isShouted, bool isStrict, ref bool hasAnd)
        {
            int before = from - 1;
            ReadOnlySpan<char> gap = Gap(from);
            if ((signs[before] & (FirmSign.Cue | FirmSign.Stop)) != 0 && (signs[before] & FirmSign.Anchor) == 0 && !IsMarkOfName(before))
                return false;
            bool isAnd = gap is " & " or " + " or "&";
            hasAnd |= isAnd;
            bool joins =
                gap is " " or "-" or "/" or " - " or " (" or ") " or "), " or "(" or ")"
                || isAnd
                || (gap is ", " && (FormAt(from) >= from || hasAnd))
                || gap is "."
                || (gap is ". " && words[before].Length <= 5);
            if (!joins)
                return false;
            if ((signs[before] & FirmSign.Joint) != 0)
                return before > 0 && IsRaised(before - 1) && Gap(before) is " ";
            return IsRaised(before) && !(isShouted && (isStrict ? IsCommon(before) : IsCommonShort(before)));
        }

        // "Golden Stamp Ltd" beside "stamp Kermadec Ltd": a form closes the name, and no name stands between.
        private bool IsMarkOfName(int i)
        {
            if ((signs[i] & FirmSign.Mark) == 0 || !IsRaised(i))
                return false;
            int k = i + 1;
            while (k < words.Count && k - i < LongestName && Gap(k) is " " && IsRaised(k) && FormAt(k) < k && !IsProper(k))
                k++;
            return k < words.Count && Gap(k) is " " && FormAt(k) >= k;
        }

        private bool JoinsRight(int to, bool isShouted, ref bool hasAnd)
        {
            int next = to + 1;
            ReadOnlySpan<char> gap = Gap(next);
            if ((signs[next] & (FirmSign.Cue | FirmSign.Stop)) != 0 && (signs[next] & FirmSign.Anchor) == 0)
                return false;
            bool isAnd = gap is " & " or " + " or "&";
            hasAnd |= isAnd;
            if (!(gap is " " or "-" or "/" or " - " or " (" or ") " or "), " || isAnd || (gap is ". " or "." && words[to].Length <= 4)))
                return false;
            if ((signs[next] & FirmSign.Joint) != 0)
                return next + 1 < words.Count && IsRaised(next + 1) && Gap(next + 1) is " ";
            return IsRaised(next) && !(isShouted && IsCommonShort(next));
        }

        // "war die", "from", ": " may stand between the role and the firm.
        private bool IsBehindCue(int from)
        {
            for (int k = from - 1; k >= 0 && from - k <= 3; k--)
            {
                if (Gap(k + 1).ContainsAny(';', ',') || (Gap(k + 1) is ". " && words[k].Length > 5))
                    return false;
                if ((signs[k] & FirmSign.Cue) != 0)
                    return true;
                if (words[k].Shape != WordShape.Lower && words[k].Shape != WordShape.Arabic && !Stops(k))
                    return false;
            }

            return false;
        }

        private bool IsBeforeCue(int to) => to + 1 < words.Count && Gap(to + 1) is " " && (signs[to + 1] & FirmSign.CueBehind) != 0;

        // "mercadería de Textiles Andahua": behind a small word the capital of a trade is a name's.
        private bool IsInside(int from) => from > 0 && words[from - 1].Shape == WordShape.Lower && Gap(from) is " ";

        private bool Stops(int k) => (signs[k] & (FirmSign.Stop | FirmSign.Joint)) != 0;

        // No common word, land, place or brand: a name, or what no list knows.
        private bool IsProper(int i)
        {
            if (
                !IsRaised(i)
                || (signs[i] & ~(FirmSign.Cue | FirmSign.Mark)) != 0
                || words[i].Length < 3
                || words[i].Length > NameLexicon.LongestWord
            )
                return false;
            Span<char> buffer = stackalloc char[NameLexicon.LongestWord];
            NameLexicon.Entry entry = firms._lexicon.Find(Letters.Fold(Span(i), buffer));
            if ((entry.Sign & (NameSign.Never | NameSign.Land | NameSign.Head | NameSign.Goods)) != 0)
                return false;
            return (entry.Sign & NameSign.AnyName) != 0 || (entry.Languages == 0 && (entry.Sign & NameSign.Place) == 0);
        }

        // In capitals a name ends at a common word.
        private bool IsCommon(int i)
        {
            if ((signs[i] & FirmSign.Anchor) != 0 || words[i].Length > NameLexicon.LongestWord || IsLatinAmongCyrillic(i))
                return false;
            Span<char> buffer = stackalloc char[NameLexicon.LongestWord];
            NameLexicon.Entry entry = firms._lexicon.Find(Letters.Fold(Span(i), buffer));
            return entry.Languages != 0 && ((entry.Sign & NameSign.AnyName) == 0 || words[i].Length <= 3);
        }

        // ПО ИНВОЙСУ HEIHE DRAGON GATE
        private bool IsLatinAmongCyrillic(int i) => text[words[i].Start] < '\u0250' && text.AsSpan().ContainsAnyInRange('\u0410', '\u044f');

        private bool IsUnknown(int i)
        {
            if (!IsProper(i) || words[i].Length < 4)
                return false;
            Span<char> buffer = stackalloc char[NameLexicon.LongestWord];
            return firms._lexicon.Find(Letters.Fold(Span(i), buffer)).Languages == 0;
        }

        private bool IsCommonShort(int i)
        {
            if ((signs[i] & FirmSign.Anchor) != 0 || IsLatinAmongCyrillic(i))
                return false;
            Span<char> buffer = stackalloc char[NameLexicon.LongestWord];
            return words[i].Length <= 4
                && firms._lexicon.Find(Letters.Fold(Span(i), buffer)) is { Languages: not 0 } entry
                && (entry.Sign & NameSign.AnyName) == 0;
        }

        private bool IsRaised(int i) =>
            words[i].Shape is WordShape.Capitalised or WordShape.Capitals or WordShape.Initial
            || (words[i].Shape == WordShape.Mixed && char.IsUpper(text[words[i].Start]));

        private bool IsClosing(int i) => Gap(i) is ") " or "), ";

        private void Add(int from, int to, List<MaskedSpan> found)
        {
            int end = words[to].End;
            if (end < text.Length && text[end] == ')' && text.AsSpan(words[from].Start, end - words[from].Start).Contains('('))
                end++;
            if (end < text.Length && text[end] == '.' && words[to].Length <= 4 && to > from && Gap(to) is "." or ". ")
                end++;
            if (text.AsSpan(end).StartsWith(LimitedLiability, StringComparison.OrdinalIgnoreCase))
                end += LimitedLiability.Length;
            // Лотос-2000
            if (end + 1 < text.Length && text[end] == '-' && char.IsAsciiDigit(text[end + 1]))
            {
                end++;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                    end++;
            }

            Put(words[from].Start, end - words[from].Start, found);
        }

        private static void Put(int start, int length, List<MaskedSpan> found)
        {
            found.RemoveAll(s =>
                s.Kind is NominalKind.PersonName or NominalKind.Company && s.Start >= start && s.Start + s.Length <= start + length
            );
            found.Add(new MaskedSpan(NominalKind.Company, start, length));
        }

        private ReadOnlySpan<char> Gap(int i) => text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End);

        private ReadOnlySpan<char> Span(int i) => text.AsSpan(words[i].Start, words[i].Length);
    }
}
