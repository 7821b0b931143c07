using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace SeizureIntel.Etl.Screening;

/// <summary>A text cut for the tagger: its tokens, the chunks between spaces, and the features of each token.</summary>
internal sealed class TaggedText
{
    /// <summary>A token's features that are looked at; the rest of a token that many lists know is left.</summary>
    public const int MostFeatures = 640;

    private const int WordsBefore = 9;
    private const int WordsBehind = 7;
    private const string ChunkEnds = ";,()，；。（）：、،؛";
    private const string CellEnds = ";；。/|，";
    private static readonly uint[] None = [];

    private readonly string _text;
    private readonly List<TaggerToken> _tokens = [];
    private readonly List<Chunk> _chunks = [];
    private readonly uint _sentence;
    private readonly bool _isTable;

    public TaggedText(string text, TaggerWords words)
    {
        _text = text;
        TaggerToken.Cut(text, _tokens);
        Span<TaggerToken> tokens = CollectionsMarshal.AsSpan(_tokens);
        words.Mark(text, tokens);
        LetterCase letters = Letters.Count(text);
        uint script = 0;
        foreach (TaggerToken token in tokens)
            script |= 1u << (int)token.Script;
        uint alphabet =
            (script & (1u << (int)TaggerScript.Han)) != 0 ? 3u
            : (script & (1u << (int)TaggerScript.Arabic)) != 0 ? 2u
            : (script & (1u << (int)TaggerScript.Cyrillic)) != 0 ? 1u
            : 0u;
        HasHan = alphabet == 3;
        _sentence = TaggerHash.Of(alphabet, letters.Upper > 8 && letters.Upper > 4 * letters.Lower ? 1u : 0);
        _isTable = text.AsSpan().ContainsAny(';', '；') && text.AsSpan().ContainsAny(':', '：');
        CutChunks(tokens);
        FindKeys(tokens);
    }

    public ReadOnlySpan<TaggerToken> Tokens => CollectionsMarshal.AsSpan(_tokens);

    public bool HasHan { get; }

    /// <summary>Writes the features of a token and tells how many there are.</summary>
    public int Features(int at, Span<uint> features)
    {
        var to = new Sink(features);
        OfNeighbours(at, ref to);
        OfSelf(at, ref to);
        OfUses(at, ref to);
        OfSentence(at, ref to);
        OfChunks(at, ref to);
        return to.Count;
    }

    private uint Word(int at) =>
        at < 0 ? 2
        : at >= _tokens.Count ? 3
        : Tokens[at].Context;

    private uint Shape(int at) =>
        at < 0 ? 2
        : at >= _tokens.Count ? 3
        : Tokens[at].SpacedShape;

    private uint[] Uses(int at) => at < 0 || at >= _tokens.Count ? None : Tokens[at].Uses;

    private void OfNeighbours(int i, ref Sink to)
    {
        for (int k = -3; k <= 3; k++)
        {
            to.Add((uint)(10 + k), Word(i + k));
            to.Add((uint)(20 + k), Shape(i + k));
        }

        to.Add(40, Word(i - 2), Word(i - 1));
        to.Add(41, Word(i - 1), Word(i));
        to.Add(42, Word(i), Word(i + 1));
        to.Add(43, Word(i + 1), Word(i + 2));
        to.Add(49, Word(i - 1), Word(i + 1));
        to.Add(44, Shape(i - 1), Shape(i));
        to.Add(45, Shape(i), Shape(i + 1));
        to.Add(46, TaggerHash.Of(Shape(i - 1), Shape(i)), Shape(i + 1));
        to.Add(47, TaggerHash.Of(Shape(i - 2), Shape(i - 1)), Shape(i));
        to.Add(48, TaggerHash.Of(Shape(i), Shape(i + 1)), Shape(i + 2));
        to.Add(50, Word(i - 1), Shape(i));
        to.Add(51, Word(i - 2), Shape(i));
        to.Add(52, Word(i + 1), Shape(i));
        for (int k = -1; k <= 1; k += 2)
        {
            if (i + k < 0 || i + k >= _tokens.Count || Tokens[i + k].Script > TaggerScript.Arabic)
                continue;
            int length = Math.Min(3, Tokens[i + k].End - Tokens[i + k].Start);
            to.Add((uint)(95 + k), Part(Tokens[i + k].End - length, length));
            to.Add((uint)(98 + k), Part(Tokens[i + k].Start, length));
        }
    }

    private void OfSelf(int i, ref Sink to)
    {
        TaggerToken own = Tokens[i];
        int length = own.End - own.Start;
        switch (own.Script)
        {
            case TaggerScript.Digits:
                uint sort = DigitSort(_text.AsSpan(own.Start, length));
                to.Add(80, sort, own.Shape);
                to.Add(81, TaggerHash.Of(sort, Shape(i - 1)), Shape(i + 1));
                to.Add(82, sort, Word(i - 1));
                to.Add(83, sort, Word(i + 1));
                if (length >= 2)
                    to.Add(84, Part(own.Start, 2));
                break;
            case TaggerScript.Han or TaggerScript.Sign:
                break;
            default:
                for (int k = 1; k <= Math.Min(4, length); k++)
                {
                    to.Add((uint)(60 + k), Part(own.Start, k));
                    to.Add((uint)(70 + k), Part(own.End - k, k));
                }

                if (length >= 3)
                    to.Add(79, Part(own.End - 3, 3), own.Shape);
                break;
        }
    }

    private void OfUses(int i, ref Sink to)
    {
        uint shape = Tokens[i].Shape;
        for (int k = -3; k <= 3; k++)
        {
            if (i + k < 0 || i + k >= _tokens.Count)
                continue;
            uint[] uses = Uses(i + k);
            if (uses.Length == 0)
                to.Add((uint)(110 + k), 1);
            foreach (uint use in uses)
            {
                to.Add((uint)(110 + k), use);
                if (k is >= -2 and <= 1)
                    to.Add((uint)(130 + k), use, shape);
            }
        }

        // No capital shows a name in Arabic: which of three neighbours no list knows does.
        if (Tokens[i].Script == TaggerScript.Arabic)
        {
            uint known = (Uses(i - 1).Length > 0 ? 1u : 0) | (Uses(i).Length > 0 ? 2u : 0) | (Uses(i + 1).Length > 0 ? 4u : 0);
            to.Add(142, known, shape);
            to.Add(143, TaggerHash.Of(known, Shape(i - 1)), Shape(i + 1));
        }

        foreach (uint use in Uses(i))
        {
            foreach (uint before in Uses(i - 1))
                to.Add(140, use, before);
            foreach (uint behind in Uses(i + 1))
                to.Add(141, use, behind);
        }
    }

    private void OfSentence(int i, ref Sink to)
    {
        TaggerToken own = Tokens[i];
        to.Add(1, _sentence);
        to.Add(2, _sentence, own.Shape);
        to.Add(3, _isTable ? 1u : 0, own.Shape);
        for (int k = Math.Max(0, i - WordsBefore); k < i; k++)
            OfOther(k, i, 150, ref to);
        for (int k = i + 1; k < Math.Min(_tokens.Count, i + 1 + WordsBehind); k++)
            OfOther(k, _tokens.Count, 152, ref to);
        to.Add(180, own.Key);
        if (own.Key != 0)
            to.Add(181, own.Key, own.Shape);
        to.Add(190, (uint)Math.Min(3, i));
        to.Add(191, (uint)Math.Min(3, _tokens.Count - 1 - i));
    }

    // A word somewhere before or behind.
    private void OfOther(int at, int end, uint template, ref Sink to)
    {
        TaggerToken other = Tokens[at];
        if (!other.IsWord)
            return;
        to.Add(template, other.Word);
        foreach (uint use in other.Uses)
            to.Add(template + 1, use);
        if (other.Script == TaggerScript.Han && at + 1 < end)
            to.Add(template + 5, other.Word, Word(at + 1));
    }

    private void OfChunks(int i, ref Sink to)
    {
        TaggerToken own = Tokens[i];
        Chunk chunk = _chunks[own.Chunk];
        to.Add(160, chunk.Shape, (uint)Math.Min(3, own.PlaceInChunk));
        to.Add(161, chunk.Outline);
        to.Add(162, (uint)Math.Min(12, chunk.Digits), (uint)Math.Min(8, chunk.Letters));
        to.Add(163, (uint)Math.Min(20, chunk.Digits));
        to.Add(164, (uint)Math.Min(24, chunk.Digits + chunk.Letters), chunk.Digits > 0 && chunk.Letters > 0 ? 1u : 0);
        to.Add(173, own.Shape, chunk.Shape);
        to.Add(174, own.Shape, chunk.Outline);
        if (own.Chunk > 0)
        {
            Chunk before = _chunks[own.Chunk - 1];
            to.Add(165, before.Shape);
            to.Add(166, before.Outline, chunk.Outline);
            to.Add(171, chunk.Outline, Tokens[before.Last].Context);
            int word = before.LastWord;
            to.Add(167, Tokens[word].Context);
            foreach (uint use in Tokens[word].Uses)
            {
                to.Add(168, use);
                to.Add(169, use, chunk.Outline);
            }
        }

        if (own.Chunk + 1 < _chunks.Count)
        {
            to.Add(170, _chunks[own.Chunk + 1].Shape);
            to.Add(172, _chunks[own.Chunk + 1].Outline, chunk.Outline);
        }
    }

    private uint Part(int start, int length)
    {
        uint hash = (uint)length;
        for (int i = start; i < start + length; i++)
            hash = TaggerHash.Of(hash, Letters.Fold(_text[i]));
        return hash;
    }

    // A year, a month, a day, another short number, one with a nought before it, any other.
    private static uint DigitSort(ReadOnlySpan<char> digits)
    {
        if (digits.Length == 4 && (digits.StartsWith("19") || digits.StartsWith("20")))
            return 1;
        if (digits.Length > 2)
            return digits[0] == '0' ? 6u : 7;
        int value = 0;
        foreach (char digit in digits)
            value = (value * 10) + (int)char.GetNumericValue(digit);
        return value switch
        {
            0 => 2,
            <= 12 => 3,
            <= 31 => 4,
            _ => 5,
        };
    }

    private void CutChunks(Span<TaggerToken> tokens)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            bool begins =
                i == 0
                || tokens[i].IsSpaced
                || (tokens[i].Script == TaggerScript.Han) != (tokens[i - 1].Script == TaggerScript.Han)
                || ChunkEnds.Contains(_text[tokens[i].Start], StringComparison.Ordinal)
                || ChunkEnds.Contains(_text[tokens[i - 1].Start], StringComparison.Ordinal);
            if (begins)
                _chunks.Add(new Chunk { First = i });
            Chunk chunk = _chunks[^1];
            chunk.Last = i;
            if (!tokens[i].IsSign || i == chunk.First)
                chunk.LastWord = i;
            tokens[i].Chunk = _chunks.Count - 1;
            tokens[i].PlaceInChunk = i - chunk.First;
            if (tokens[i].Script == TaggerScript.Digits)
                chunk.Digits += tokens[i].End - tokens[i].Start;
            else if (tokens[i].IsWord)
                chunk.Letters += tokens[i].End - tokens[i].Start;
        }

        foreach (Chunk chunk in _chunks)
            Describe(chunk);
    }

    // "AB12-3" is A A 9 9 - 9 in shape and A 9 - 9 in outline; small letters count up to four, and the first twenty signs.
    private void Describe(Chunk chunk)
    {
        const int most = 20;
        uint shape = 1;
        uint outline = 1;
        char last = '\0';
        int small = 0;
        int written = 0;
        for (int i = Tokens[chunk.First].Start; i < Tokens[chunk.LastWord].End && written < most; i++)
        {
            char sort = Sort(_text[i]);
            if (sort != last)
                outline = TaggerHash.Of(outline, sort);
            last = sort;
            small = sort == 'a' ? small + 1 : 0;
            if (small > 4)
                continue;
            shape = TaggerHash.Of(shape, sort);
            written++;
        }

        chunk.Shape = shape;
        chunk.Outline = outline;
    }

    private static char Sort(char c)
    {
        if (char.IsDigit(c))
            return '9';
        if (TextSigns.IsHan(c))
            return 'H';
        if (char.IsUpper(c))
            return 'A';
        return char.IsLetter(c) ? 'a' : c;
    }

    private void FindKeys(Span<TaggerToken> tokens)
    {
        uint key = 0;
        int word = -1;
        for (int i = 0; i < tokens.Length; i++)
        {
            char c = _text[tokens[i].Start];
            if (c is ':' or '：' or '=' && word >= 0)
                key =
                    tokens[word].Script == TaggerScript.Han && word > 0
                        ? TaggerHash.Of(tokens[word - 1].Context, tokens[word].Word)
                        : tokens[word].Word;
            else if (CellEnds.Contains(c, StringComparison.Ordinal) || (c == '.' && i + 1 < tokens.Length && tokens[i + 1].IsSpaced))
                key = 0;
            else if (tokens[i].IsWord)
                word = i;
            tokens[i].Key = key;
        }
    }

    // What stands between spaces.
    private sealed class Chunk
    {
        public int First { get; init; }

        public int Last { get; set; }

        /// <summary>The last token that is no sign; the first one where all are.</summary>
        public int LastWord { get; set; }

        public int Digits { get; set; }

        public int Letters { get; set; }

        public uint Shape { get; set; }

        public uint Outline { get; set; }
    }

    private ref struct Sink(Span<uint> features)
    {
        private readonly Span<uint> _features = features;

        public int Count { get; private set; }

        public void Add(uint template, uint value)
        {
            if (Count < _features.Length)
                _features[Count++] = TaggerHash.Of(TaggerHash.Of(TaggerHash.Start, template), value);
        }

        public void Add(uint template, uint first, uint second)
        {
            if (Count < _features.Length)
                _features[Count++] = TaggerHash.Of(TaggerHash.Of(TaggerHash.Start, template), first, second);
        }
    }
}
