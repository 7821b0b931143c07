using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <summary>A run of letters or digits, a Chinese character or a sign, as the tagger sees it: hashes of its word and its shape.</summary>
internal struct TaggerToken
{
    private const int LongestWord = 256;
    private const int LongestDigits = 14;

    public int Start;
    public int End;
    public TaggerScript Script;
    public bool IsSpaced;

    /// <summary>A word without a capital, in letters that have some.</summary>
    public bool IsSmall;

    /// <summary>The folded word.</summary>
    public uint Word;

    /// <summary>The folded word; of digits only how many they are, so that no number is learned by heart.</summary>
    public uint Context;

    /// <summary>Script, letter case and length.</summary>
    public uint Shape;

    /// <summary>The shape, and whether a space stands before.</summary>
    public uint SpacedShape;

    /// <summary>The key of the cell that it stands in, in a text like "Driver: …; Goods: …"; 0 for none.</summary>
    public uint Key;
    public int Chunk;
    public int PlaceInChunk;

    /// <summary>Hashes of the uses that the lists give it.</summary>
    public uint[] Uses;

    public static void Cut(string text, List<TaggerToken> tokens)
    {
        tokens.Clear();
        Span<char> buffer = stackalloc char[LongestWord];
        bool isSpaced = true;
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                isSpaced = true;
                i++;
                continue;
            }

            int start = i;
            TaggerScript script = ScriptOf(c);
            i++;
            if (script == TaggerScript.Digits)
            {
                while (i < text.Length && char.IsDigit(text[i]))
                    i++;
            }
            else if (script < TaggerScript.Han)
            {
                while (i < text.Length && i - start < LongestWord && IsInWord(text[i]))
                    i++;
            }

            ReadOnlySpan<char> run = text.AsSpan(start, i - start);
            uint word = TaggerHash.Of(TaggerHash.Start, script == TaggerScript.Digits ? run : Letters.Fold(run, buffer));
            LetterCase letters = Letters.Count(run);
            uint shape = ShapeOf(run, script, letters);
            tokens.Add(
                new TaggerToken
                {
                    Start = start,
                    End = i,
                    Script = script,
                    IsSpaced = isSpaced,
                    IsSmall = script <= TaggerScript.Cyrillic && letters.Upper == 0,
                    Word = word,
                    Context = script == TaggerScript.Digits ? TaggerHash.Of(1, (uint)Math.Min(5, run.Length)) : word,
                    Shape = shape,
                    SpacedShape = isSpaced ? TaggerHash.Of(shape, 1) : shape,
                    Uses = [],
                }
            );
            isSpaced = false;
        }
    }

    /// <summary>What a sign between other things is worth to the tagger: letters and digits count, the rest joins them.</summary>
    public readonly bool IsSign => Script == TaggerScript.Sign;

    public readonly bool IsWord => Script < TaggerScript.Digits;

    private static TaggerScript ScriptOf(char c)
    {
        if (char.IsDigit(c))
            return TaggerScript.Digits;
        if (TextSigns.IsHan(c))
            return TaggerScript.Han;
        if (!char.IsLetter(c))
            return TaggerScript.Sign;
        return c switch
        {
            < '\u0250' or (>= '\u1e00' and < '\u1f00') => TaggerScript.Latin,
            >= '\u0400' and < '\u0530' => TaggerScript.Cyrillic,
            >= '\u0600' and < '\u0700' => TaggerScript.Arabic,
            _ => TaggerScript.Other,
        };
    }

    private static bool IsInWord(char c) =>
        (char.IsLetter(c) && !TextSigns.IsHan(c)) || c is >= '\u0300' and <= '\u036f' or >= '\u064b' and <= '\u0652';

    private static uint ShapeOf(ReadOnlySpan<char> run, TaggerScript script, LetterCase letters)
    {
        uint of = TaggerHash.Of(TaggerHash.Start, (uint)script);
        switch (script)
        {
            case TaggerScript.Digits:
                return TaggerHash.Of(of, (uint)Math.Min(run.Length, LongestDigits));
            case TaggerScript.Han:
                return of;
            case TaggerScript.Arabic:
                return TaggerHash.Of(of, run.Length <= 2 ? 1u : 2);
            case TaggerScript.Sign:
                return TaggerHash.Of(of, run[0]);
        }

        uint length = (uint)Math.Min(run.Length, 4);
        if (letters.Upper == 0)
            return TaggerHash.Of(of, 10 + length);
        if (letters.Lower == 0)
            return TaggerHash.Of(of, 20 + length);
        return TaggerHash.Of(of, letters.Upper == 1 && char.IsUpper(run[0]) ? 30u : 31);
    }
}

/// <summary>How a token is written; those before digits are words.</summary>
internal enum TaggerScript
{
    Latin,
    Cyrillic,
    Arabic,
    Other,
    Han,
    Digits,
    Sign,
}
