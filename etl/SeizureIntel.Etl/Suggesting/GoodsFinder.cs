using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using SeizureIntel.CodeLists;
using SeizureIntel.Text;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>Finds the product that a description of goods names: <c>LOROS HABLADORES VIVOS</c>, <c>cigaretta adójegy nélkül</c>.</summary>
/// <remarks>A word is found in another number or case than the list has it in; the longest phrase counts; two goods that are not above each other are
/// no answer.</remarks>
internal sealed class GoodsFinder
{
    private const string Counterfeit = "counterfeit";
    private const int MostWords = 24;
    private const int LongestPhrase = 5;
    private const int ShortestStem = 5;
    private const int LongWord = 9;
    private const int ShortestPart = 5;
    private const int ShortestOwn = 4;
    private const int ShortestWord = 3;
    private const int Near = 4;
    private const double Stemmed = 0.05;
    private const double Compound = 0.05;
    private const double Inside = 0.15;
    private const double Numbered = 0.1;

    private static readonly SearchValues<char> Parting = SearchValues.Create("()[],;:/«»\"“”„+（），；、|");

    private readonly CodeList _products;
    private readonly Dictionary<string, List<Phrase>> _byStart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<Phrase>> _unspaced = [];

    public GoodsFinder(CodeList products, GoodsWords words)
    {
        _products = products;
        foreach (Code product in products.Codes)
        {
            foreach (string text in products.TextsOf(product.Value))
                Add(product.Value, text, isOwn: true);
            if (product.Labels.GetValueOrDefault("de") is { } german)
                AddPart(product.Value, german);
        }

        foreach ((string code, string language, string phrase) in words.Rows)
        {
            Add(code, phrase, isOwn: false);
            if (GoodsWords.IsCompounding(language) || (language == "mul" && code[0] == '_'))
                AddPart(code, phrase);
        }
    }

    /// <summary>The product that a text names; null where it names none, or two.</summary>
    /// <param name="text">A cell.</param>
    /// <param name="share">How surely it does, 0 to 1; 0 where it names none.</param>
    public Code? Find(string text, out double share)
    {
        share = 0;
        if (_products.Find(text) is { } whole)
        {
            share = 1;
            return whole;
        }

        List<Word> words = WordsOf(text);
        if (words.Count is 0 or > MostWords)
            return null;
        List<Match> matches = Matches(words, Marked(text));
        bool isCounterfeit = matches.Exists(m => m.Code == GoodsWords.Counterfeit);
        int end = matches.Where(m => m.Code == GoodsWords.Within).Select(m => m.Start).DefaultIfEmpty(int.MaxValue).Min();
        // "Clothes hidden behind wine": what stands before the word is meant; of "powder hidden in tea" no goods are named.
        List<Match> goods = matches.FindAll(m => m.Code[0] != '_' && m.Start < end);
        goods = isCounterfeit ? Counterfeits(goods) : goods.FindAll(m => !m.NeedsMark);
        if (goods.Count == 0)
            return null;
        goods = goods.FindAll(m =>
            !goods.Exists(o => o.Code != m.Code && (IsAbove(m.Code, o.Code) || (IsRest(m.Code) && !IsRest(o.Code))))
        );
        Match first = goods[0];
        int segment = words[first.From].Segment;
        // Of goods on both sides of a bracket or comma the first are meant; two beside each other leave open which.
        if (goods.Exists(m => m.Code != first.Code && words[m.From].Segment == segment))
            return null;
        if (matches.Exists(m => m.Code == GoodsWords.Other && words[m.From].Segment == segment))
            return null;
        share = Sure(words, matches, first, segment);
        return _products.FindCode(first.Code);
    }

    private static double Sure(List<Word> words, List<Match> matches, Match first, int segment)
    {
        double letters = 0,
            known = 0;
        int start = words.FindIndex(w => w.Segment == segment),
            end = words.FindLastIndex(w => w.Segment == segment);
        for (int i = start; i <= end; i++)
        {
            letters += words[i].Letters;
            if (matches.Exists(m => (m.Code == first.Code || m.Code[0] == '_') && m.Places.Contains(i)))
                known += words[i].Letters;
        }

        double part = letters == 0 ? 0 : known / letters;
        // What is named first or last of all is more likely the goods than what stands between other words.
        bool isEdge = first.From == start || first.To == end + 1;
        // The number of an isotope or a gas means nothing else.
        bool isNumbered = first.Places.Any(p => words[p].Text.Any(char.IsAsciiDigit));
        double sure = 0.62 + (0.38 * part) - first.Doubt;
        return Math.Clamp(isNumbered ? sure + Numbered : sure - (isEdge ? 0 : Inside), 0, 0.98);
    }

    private static List<Match> Counterfeits(List<Match> goods) =>
        goods.Exists(m => m.Code.Contains(Counterfeit, StringComparison.Ordinal))
            ? goods.FindAll(m => m.Code.Contains(Counterfeit, StringComparison.Ordinal))
            : [];

    // "Other counterfeit goods" yield to the goods that are named.
    private static bool IsRest(string code) =>
        code.EndsWith("_other", StringComparison.Ordinal) || code.EndsWith("_unspecified", StringComparison.Ordinal);

    private bool IsAbove(string above, string below)
    {
        for (Code? at = _products.FindCode(below); at?.Parent is { } parent; at = _products.FindCode(parent))
        {
            if (parent == above)
                return true;
        }

        return false;
    }

    private List<Match> Matches(List<Word> words, string marked)
    {
        var all = new List<Match>();
        for (int i = 0; i < words.Count; i++)
        {
            Word word = words[i];
            if (IsUnspaced(word.Text))
                Unspaced(word, i, all);
            else if (LongestAt(words, i, marked) is { } longest)
                all.AddRange(longest);
            else if (PartOf(word.Text) is { } code)
                all.Add(new Match(code, [i], word.Start, Compound, Needs(code, isOwn: false)));
            Scattered(words, i, all);
        }

        // Longer phrases hide the shorter ones that they overlap.
        return
        [
            .. all.Where(m => !all.Exists(o => o.Places.Length > m.Places.Length && o.Places.Any(m.Places.Contains))).OrderBy(m => m.Start),
        ];
    }

    private List<Match>? LongestAt(List<Word> words, int at, string marked)
    {
        if (!_byStart.TryGetValue(Start(words[at].Text), out List<Phrase>? phrases))
            return null;
        List<Match>? best = null;
        double bestRank = 0;
        foreach (Phrase phrase in phrases)
        {
            if (
                at + phrase.Words.Length > words.Count
                || (phrase.Marked is { } letters && !marked.Contains(letters, StringComparison.Ordinal))
            )
                continue;
            double doubt = 0;
            bool fits = true;
            int length = 0;
            for (int i = 0; i < phrase.Words.Length && fits; i++)
            {
                bool isSame = phrase.IsSame(words[at + i].Text, i);
                fits = isSame || IsAlike(words[at + i].Text, phrase.Words[i]);
                doubt = isSame ? doubt : Stemmed;
                length += phrase.Words[i].Length;
            }

            if (!fits)
                continue;
            double rank = (phrase.Words.Length * 1000) + (doubt == 0 ? 500 : 0) + length;
            int[] places = [.. Enumerable.Range(at, phrase.Words.Length)];
            var match = new Match(phrase.Code, places, words[at].Start, doubt, Needs(phrase.Code, phrase.IsOwn));
            if (rank > bestRank)
                (best, bestRank) = ([match], rank);
            else if (rank == bestRank && !best!.Exists(m => m.Code == match.Code && m.NeedsMark == match.NeedsMark))
                best.Add(match);
        }

        return best;
    }

    // "Pastillas de MDMA" are "MDMA (pastillas)" too: the words of a phrase may stand in another order, near each other.
    private void Scattered(List<Word> words, int at, List<Match> all)
    {
        foreach (Phrase phrase in _byStart.GetValueOrDefault(Start(words[at].Text)) ?? [])
        {
            string[] wanted = phrase.Words;
            if (phrase.Code[0] == '_' || wanted.Length < 2 || !(phrase.IsSame(words[at].Text, 0) || IsAlike(words[at].Text, wanted[0])))
                continue;
            var places = new List<int> { at };
            for (int i = 1; i < wanted.Length; i++)
            {
                if (wanted[i].Length < ShortestWord)
                    continue;
                int place = words.FindIndex(w => w.Text == wanted[i] || IsAlike(w.Text, wanted[i]));
                if (place >= 0 && !places.Contains(place) && Math.Abs(place - at) <= Near)
                    places.Add(place);
                else
                    places.Clear();
                if (places.Count == 0)
                    break;
            }

            if (places.Count > 1)
                all.Add(new Match(phrase.Code, [.. places], places.Min(p => words[p].Start), Stemmed, Needs(phrase.Code, phrase.IsOwn)));
        }
    }

    // All of a run is one word: where in it a phrase stands says what comes first, and a longer one hides those it overlaps.
    private void Unspaced(Word word, int at, List<Match> all)
    {
        var found = new List<(int From, int Length, Phrase Phrase)>();
        for (int i = 0; i < word.Text.Length; i++)
        {
            foreach (Phrase phrase in _unspaced.GetValueOrDefault(word.Text[i]) ?? [])
            {
                int length = phrase.Words[0].Length;
                if (string.CompareOrdinal(word.Text, i, phrase.Words[0], 0, length) == 0)
                    found.Add((i, length, phrase));
            }
        }

        foreach ((int from, int length, Phrase phrase) in found)
        {
            bool isHidden = found.Exists(o =>
                o.From < from + length && from < o.From + o.Length && (o.Length > length || (o.Length == length && o.From < from))
            );
            if (!isHidden)
                all.Add(new Match(phrase.Code, [at], word.Start + from, 0, Needs(phrase.Code, phrase.IsOwn)));
        }
    }

    // "Schmuggelzigaretten" are cigarettes; "Zigarettenpapier" is paper.
    private string? PartOf(string word)
    {
        for (int start = 2; start <= word.Length - ShortestPart; start++)
        {
            if (_parts.TryGetValue(word[start..], out string? code))
                return code;
        }

        return null;
    }

    private void Add(string code, string text, bool isOwn)
    {
        List<Word> words = WordsOf(text);
        if (words.Count is 0 or > LongestPhrase)
            return;
        // Short words of the list mean other things within a longer text.
        if (isOwn && !IsUnspaced(words[0].Text) && words.Sum(w => w.Text.Length) < ShortestOwn)
            return;
        if (IsUnspaced(words[0].Text) && words[0].Text.Length < 2)
            return;
        // A star is any ending.
        var phrase = new Phrase(code, [.. words.Select(w => w.Text)], isOwn, text.EndsWith('*'), ShortMarked(words, text, isOwn));
        if (words.Count == 1 && IsUnspaced(words[0].Text))
            (_unspaced.TryGetValue(words[0].Text[0], out List<Phrase>? some) ? some : _unspaced[words[0].Text[0]] = []).Add(phrase);
        else
            (_byStart.TryGetValue(Start(words[0].Text), out List<Phrase>? some) ? some : _byStart[Start(words[0].Text)] = []).Add(phrase);
    }

    private void AddPart(string code, string text)
    {
        if (WordsOf(text) is [{ } only] && only.Text.Length >= ShortestPart && !IsUnspaced(only.Text) && !Needs(code, isOwn: false))
            _parts.TryAdd(only.Text, code);
    }

    // Without their marks, "giả" (counterfeit), "thé" and "cồn" (alcohol) are words of other languages.
    private static string? ShortMarked(List<Word> words, string text, bool isOwn)
    {
        if (isOwn || words is not [{ Text.Length: <= ShortestWord } only] || !Ascii.IsValid(only.Text))
            return null;
        string marked = Marked(text).TrimEnd('*');
        return marked == only.Text ? null : marked;
    }

    private static string Marked(string text) => text.Normalize(NormalizationForm.FormC).ToLowerInvariant();

    // Shoes are counterfeit where something says so.
    private static bool Needs(string code, bool isOwn) => !isOwn && code.StartsWith(Counterfeit, StringComparison.Ordinal);

    // Endings of cases and plurals do not count in longer words.
    private static bool IsAlike(string word, string wanted)
    {
        int shorter = Math.Min(word.Length, wanted.Length),
            longer = Math.Max(word.Length, wanted.Length);
        if (shorter < ShortestStem - 1 || !char.IsLetter(word[0]))
            return false;
        int common = word.AsSpan().CommonPrefixLength(wanted),
            lost = shorter - common,
            free = longer - common;
        if (common < ShortestStem - 1 || (common < ShortestStem && free > 1))
            return false;
        // Short words may gain two letters or change one; longer ones bear longer endings.
        return longer >= LongWord ? lost <= 2 && free <= 3
            : lost == 0 ? free <= 2
            : lost == 1 && free == 1;
    }

    private static string Start(string word) => word.Length < ShortestStem - 1 ? word : word[..(ShortestStem - 1)];

    private static List<Word> WordsOf(string text)
    {
        string folded = FoldedText.Fold(text);
        var words = new List<Word>();
        int segment = 0,
            before = 0;
        foreach (Range range in FoldedText.Words(folded))
        {
            (int from, int to) = (range.Start.Value, range.End.Value);
            if (words.Count > 0 && folded.AsSpan(before, from - before).ContainsAny(Parting))
                segment++;
            before = to;
            string word = folded[from..to].Replace('ı', 'i');
            if (word.Length > 4 && word.StartsWith("ال", StringComparison.Ordinal))
                word = word[2..];
            // The number of an isotope or a gas says more than a word.
            words.Add(new Word(word, from, segment, word.All(char.IsAsciiDigit) && word.Length < 3 ? 0 : word.Length));
        }

        return words;
    }

    // Words of these scripts stand without spaces, or bear what other languages write apart.
    private static bool IsUnspaced(string word) =>
        word.AsSpan().IndexOfAnyInRange('\u3041', '\u9fff') >= 0
        || word.AsSpan().IndexOfAnyInRange('\uac00', '\ud7a3') >= 0
        || word.AsSpan().IndexOfAnyInRange('\u0e00', '\u109f') >= 0
        || word.AsSpan().IndexOfAnyInRange('\u1780', '\u17ff') >= 0;

    private readonly record struct Word(string Text, int Start, int Segment, int Letters);

    private sealed record Phrase(string Code, string[] Words, bool IsOwn, bool IsStem, string? Marked)
    {
        public bool IsSame(string word, int at) => word == Words[at] || (IsStem && word.StartsWith(Words[at], StringComparison.Ordinal));
    }

    private sealed record Match(string Code, int[] Places, int Start, double Doubt, bool NeedsMark)
    {
        public int From => Places.Min();

        public int To => Places.Max() + 1;
    }
}
