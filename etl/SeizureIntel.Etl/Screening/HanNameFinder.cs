using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Screening;

/// <summary>Names in Chinese text that nothing announces: where surname and given name are likelier than any words of the dictionary.</summary>
internal sealed class HanNameFinder
{
    private const int LongestWord = 4;
    private const int LongestRun = 64;
    private const char FirstHan = '\u4e00';
    private const int HanSigns = 0x5200;
    private const float NameCost = 7.5f;
    private const double WordBase = 2.3;
    private const double UnknownSign = 12.5;
    private const float UnknownGiven = 9.5f;

    // Names seldom end as islands, villages and fish do.
    private const float CostOfLast = 2.5f;
    private const int ShortestForeign = 4;
    private const float BonusOfAsked = 2.5f;
    private const float BonusOfAskingWord = 5.5f;

    private readonly Dictionary<ulong, float> _words = new(30_000);
    private readonly Dictionary<ulong, float> _surnames = new(600);
    private readonly float[] _given = new float[HanSigns];
    private readonly bool[] _opensSurname = new bool[HanSigns];
    private readonly char[] _simplified = new char[HanSigns];
    private readonly byte[] _longest = new byte[HanSigns];

    private readonly float[] _single = new float[HanSigns];
    private readonly bool[] _numerals;
    private readonly bool[] _measures;
    private readonly bool[] _before;
    private readonly bool[] _after;
    private readonly bool[] _asks;
    private readonly HashSet<ulong> _askingWords;
    private readonly bool[] _doubtful;
    private readonly bool[] _foreign;
    private readonly bool[] _last;
    private readonly bool[] _neverLast;
    private readonly HashSet<ulong> _ages;
    private readonly string[] _marks;
    private readonly string[] _bearers;
    private readonly string[] _quotedBearers;

    public HanNameFinder(ScreeningLists lists)
    {
        _numerals = Signs(lists, "han_numeral");
        _measures = Signs(lists, "han_measure");
        _before = Signs(lists, "han_before");
        _after = Signs(lists, "han_after");
        _asks = Signs(lists, "han_asks");
        _askingWords = Keys(lists, "han_asks_word");
        _doubtful = Signs(lists, "han_doubtful");
        _foreign = Signs(lists, "han_foreign");
        _last = Signs(lists, "han_last");
        _neverLast = Signs(lists, "han_never_last");
        _ages = Keys(lists, "han_age");
        _marks = [.. lists.Words(ScreeningLists.NameContextList, "han_mark")];
        _bearers = [.. lists.Words(ScreeningLists.NameContextList, "han_bears")];
        _quotedBearers = [.. lists.Words(ScreeningLists.NameContextList, "han_bears_quoted")];
        Array.Fill(_given, UnknownGiven);
        int given = 0;
        int word = 0;
        int surname = 0;
        foreach ((string text, _, string use) in NameLexicon.Words(lists, ScreeningLists.HanWordList))
        {
            switch (use)
            {
                case "simplified":
                    _simplified[text[0] - FirstHan] = text[1];
                    break;
                case "surname":
                    _opensSurname[text[0] - FirstHan] = true;
                    _surnames[Key(text)] = (float)(1.6 + (0.75 * Math.Log(++surname + 3)));
                    break;
                case "given_sign":
                    _given[text[0] - FirstHan] = (float)(2.4 + (0.7 * Math.Log(++given + 8)));
                    break;
                default:
                    word++;
                    if (text.Length == 1)
                    {
                        if (_single[text[0] - FirstHan] == 0)
                            _single[text[0] - FirstHan] = (float)(WordBase + Math.Log(word + 10));
                    }
                    else if (text.Length <= LongestWord && _words.TryAdd(Key(text), (float)(WordBase + Math.Log(word + 10))))
                        _longest[text[0] - FirstHan] = Math.Max(_longest[text[0] - FirstHan], (byte)text.Length);
                    break;
            }
        }
    }

    /// <summary>Adds the names that stand outside of what was found before.</summary>
    public void Find(string text, List<MaskedSpan> found)
    {
        FindForeign(text, found);
        FindLadies(text, found);
        Span<char> run = stackalloc char[LongestRun];
        int i = 0;
        while (i < text.Length)
        {
            if (!IsHan(text[i]))
            {
                i++;
                continue;
            }

            int start = i;
            while (i < text.Length && i - start < LongestRun && IsHan(text[i]))
            {
                char c = text[i];
                run[i - start] = _simplified[c - FirstHan] is var simple and not '\0' ? simple : c;
                i++;
            }

            if (i - start >= 2)
                Cut(text, run[..(i - start)], start, found);
        }
    }

    // 彼得罗夫·伊万: a dot between signs that stand for sounds.
    private void FindForeign(string text, List<MaskedSpan> found)
    {
        int dot = text.AsSpan().IndexOfAny('·', '•', '‧');
        while (dot >= 0)
        {
            int start = dot;
            while (
                start > 0
                && (IsForeign(text[start - 1]) || (start > 1 && start < dot && IsHan(text[start - 1]) && IsForeign(text[start - 2])))
            )
                start--;

            // 黎氏·蒙嘎: beside a sign for sounds two others are a family's.
            if (start == dot && dot > 1 && text[dot - 1] == '氏' && IsHan(text[dot - 2]))
                start = dot - 2;
            int end = dot + 1;
            while (
                end < text.Length
                && (
                    IsForeign(text[end])
                    || (text[end] is '·' or '•' or '‧' && end > dot + 1)
                    || (
                        end > dot + 1
                        && IsHan(text[end])
                        && end + 1 < text.Length
                        && IsForeign(text[end + 1])
                        && (end == dot + 2 || !IsAfter(text[end]))
                    )
                )
            )
                end++;
            if (end == dot + 2 && end < text.Length && IsHan(text[end]))
                end++;
            if (start < dot && end > dot + 1 && end - start > ShortestForeign)
                found.Add(new MaskedSpan(NominalKind.PersonName, start, end - start));
            int next = end < text.Length ? text.AsSpan(end).IndexOfAny('·', '•', '‧') : -1;
            dot = next < 0 ? -1 : end + next;
        }
    }

    // 阮氏秋恆, 林阮氏红: behind "née" stand one or two signs of given names; the husband's family may stand before.
    private void FindLadies(string text, List<MaskedSpan> found)
    {
        for (int at = text.IndexOf('氏', StringComparison.Ordinal); at >= 0; at = text.IndexOf('氏', at + 1))
        {
            if (at == 0 || at + 1 >= text.Length || !IsFamily(text[at - 1]) || !IsGivenSign(text[at + 1]))
                continue;
            int end = at + 2;
            if (end < text.Length && IsGivenSign(text[end]) && !IsAfter(text[end]))
                end++;
            int start = at > 1 && IsFamily(text[at - 2]) && !_asks[Simple(text[at - 2])] ? at - 2 : at - 1;
            found.Add(new MaskedSpan(NominalKind.PersonName, start, end - start));
        }
    }

    private int Simple(char c) => (_simplified[c - FirstHan] is var simple and not '\0' ? simple : c) - FirstHan;

    private bool IsFamily(char c) => IsHan(c) && c != '华' && c != '華' && _surnames.ContainsKey((ulong)(Simple(c) + FirstHan));

    private bool IsGivenSign(char c) => IsHan(c) && _given[Simple(c)] < UnknownGiven;

    private bool IsAfter(char c) => IsHan(c) && _after[Simple(c)];

    private bool IsForeign(char c) => IsHan(c) && _foreign[Simple(c)];

    // Whether anywhere a name costs less than the words of its own signs: only then can the cheapest cut hold one.
    private bool MayHoldName(string text, ReadOnlySpan<char> run, int at)
    {
        for (int i = 0; i + 1 < run.Length; i++)
        {
            if (!_opensSurname[run[i] - FirstHan])
                continue;
            for (int n = 1; n <= 2 && i + n < run.Length; n++)
            {
                if (!IsSurname(text, run, at, i, n, out float surname))
                    continue;
                for (int g = 1; g <= 2 && i + n + g <= run.Length; g++)
                {
                    if (CostOfName(run, i, n, g, surname) is { } name && name < CostOfWords(run.Slice(i, n + g)))
                        return true;
                }
            }
        }

        return false;
    }

    private float CostOfWords(ReadOnlySpan<char> run)
    {
        Span<float> cost = stackalloc float[LongestWord + 1];
        cost[1..].Fill(float.MaxValue);
        cost[0] = 0;
        for (int i = 0; i < run.Length; i++)
        {
            float single = _single[run[i] - FirstHan];
            cost[i + 1] = Math.Min(cost[i + 1], cost[i] + (single > 0 ? single : (float)UnknownSign));
            ulong key = run[i];
            int most = Math.Min(_longest[run[i] - FirstHan], run.Length - i);
            for (int n = 2; n <= most; n++)
            {
                key = (key << 16) | run[i + n - 1];
                if (_words.TryGetValue(key, out float word))
                    cost[i + n] = Math.Min(cost[i + n], cost[i] + word);
            }
        }

        return cost[run.Length];
    }

    // Null where signs before and in it count something.
    private float? CostOfName(ReadOnlySpan<char> run, int i, int n, int g, float surname)
    {
        if (i > 0 && _numerals[run[i - 1] - FirstHan] && _measures[run[i] - FirstHan])
            return null;
        float name = NameCost + surname + Given(run[i + n]) + (g == 2 ? Given(run[i + n + 1]) : 1.2f);
        bool left = i == 0 || _before[run[i - 1] - FirstHan];
        bool right = i + n + g == run.Length || _after[run[i + n + g] - FirstHan];
        bool isAskedByWord = i > 1 && _askingWords.Contains(((ulong)run[i - 2] << 16) | run[i - 1]);
        if (n == 1 && !isAskedByWord && _doubtful[run[i] - FirstHan])
            name += left && right ? 1 : 3;
        if (_last[run[i + n + g - 1] - FirstHan])
            name += CostOfLast;
        if (_neverLast[run[i + n + g - 1] - FirstHan])
            return null;

        // 清代王翚: whose age a dynasty tells made a work of art.
        if (i > 1 && _ages.Contains(((ulong)run[i - 2] << 16) | run[i - 1]))
            return null;
        // 寄给…的, 由…租用: words around it that ask for a person say more than the dictionary.
        float bonus =
            isAskedByWord ? BonusOfAskingWord
            : i > 0 && _asks[run[i - 1] - FirstHan] && (right || g == 2) ? BonusOfAsked
            : 0;
        return name + (left ? -0.4f : 1.3f) + (right ? -0.4f : 1.3f) - bonus;
    }

    private bool IsSurname(string text, ReadOnlySpan<char> run, int at, int i, int n, out float surname)
    {
        surname = 0;
        ulong key = n == 1 ? run[i] : ((ulong)run[i] << 16) | run[i + 1];
        return text[at + i] != '於' && _surnames.TryGetValue(key, out surname);
    }

    // The cheapest way to cut a run into words and names; the cost is the logarithm of how rare each is.
    private void Cut(string text, ReadOnlySpan<char> run, int at, List<MaskedSpan> found)
    {
        if (!MayHoldName(text, run, at))
            return;
        Span<float> cost = stackalloc float[LongestRun + 1];
        Span<sbyte> length = stackalloc sbyte[LongestRun + 1];
        cost[1..].Fill(float.MaxValue);
        cost[0] = 0;
        for (int i = 0; i < run.Length; i++)
        {
            float here = cost[i];
            float single = _single[run[i] - FirstHan];
            Offer(cost, length, i + 1, here + (single > 0 ? single : (float)UnknownSign), 1);
            ulong key = run[i];
            int most = Math.Min(_longest[run[i] - FirstHan], run.Length - i);
            for (int n = 2; n <= most; n++)
            {
                key = (key << 16) | run[i + n - 1];
                if (_words.TryGetValue(key, out float word))
                    Offer(cost, length, i + n, here + word, (sbyte)n);
            }

            for (int n = 1; n <= 2 && i + n < run.Length && _opensSurname[run[i] - FirstHan]; n++)
            {
                if (!IsSurname(text, run, at, i, n, out float surname))
                    continue;
                for (int g = 1; g <= 2 && i + n + g <= run.Length; g++)
                {
                    if (CostOfName(run, i, n, g, surname) is { } name)
                        Offer(cost, length, i + n + g, here + name, (sbyte)-(n + g));
                }
            }
        }

        int before = found.Count;
        int behind = 0;
        for (int end = run.Length; end > 0; end -= Math.Abs(length[end]))
        {
            int n = -length[end];
            int start = at + end - n;

            // 阿卜杜拉: signs that stand for sounds go on behind what looked like a name.
            if (n > 0 && behind == 1 && AreForeign(run.Slice(end - n, n + 1)))
                n++;
            behind = length[end];
            if (
                n > 0
                && !found[..before].Exists(f => f.Start < start + n && start < f.Start + f.Length)
                && !IsMark(text, start)
                && !IsBorne(text, start + n)
            )
                found.Add(new MaskedSpan(NominalKind.PersonName, start, n));
        }
    }

    // 印有"梅西10"字样: what is printed on goods names nobody here.
    private bool IsMark(string text, int start)
    {
        if (start == 0 || text[start - 1] is not ('"' or '“' or '「' or '『' or '‘'))
            return false;
        return Array.Exists(_marks, m => text.AsSpan(0, start - 1).EndsWith(m, StringComparison.Ordinal));
    }

    // 林则徐纪念馆, “戚继光”行动: what is called after somebody.
    private bool IsBorne(string text, int end)
    {
        bool isQuoted = end < text.Length && text[end] is '"' or '”' or '」' or '』' or '’' or '》';
        string[] bearers = isQuoted ? _quotedBearers : _bearers;
        int at = isQuoted ? end + 1 : end;
        return Array.Exists(bearers, b => text.AsSpan(at).StartsWith(b, StringComparison.Ordinal));
    }

    private bool AreForeign(ReadOnlySpan<char> signs)
    {
        foreach (char sign in signs)
        {
            if (!_foreign[sign - FirstHan])
                return false;
        }

        return true;
    }

    private static bool IsHan(char c) => c >= FirstHan && c < FirstHan + HanSigns;

    private float Given(char sign) => _given[sign - FirstHan];

    private static void Offer(Span<float> cost, Span<sbyte> length, int end, float offer, sbyte by)
    {
        if (offer >= cost[end])
            return;
        cost[end] = offer;
        length[end] = by;
    }

    private static bool[] Signs(ScreeningLists lists, string use)
    {
        bool[] signs = new bool[HanSigns];
        foreach (string word in lists.Words(ScreeningLists.NameContextList, use))
        {
            if (IsHan(word[0]))
                signs[word[0] - FirstHan] = true;
        }

        return signs;
    }

    private static HashSet<ulong> Keys(ScreeningLists lists, string use) =>
        [.. NameLexicon.Words(lists, ScreeningLists.NameContextList).Where(w => w.Use == use).Select(static w => Key(w.Word))];

    private static ulong Key(string text)
    {
        ulong key = 0;
        foreach (char c in text)
            key = (key << 16) | c;
        return key;
    }
}
