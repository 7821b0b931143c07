using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace SeizureIntel.Etl.Screening;

/// <summary>How often letters stand together in threes in the words of a list.</summary>
internal sealed class LetterCounts
{
    private const int Signs = 64;
    private readonly Dictionary<int, int> _runs = [];

    /// <summary>How many runs of three letters there may be.</summary>
    public const int Runs = Signs * Signs * Signs;

    /// <summary>All runs that were counted.</summary>
    public double Total { get; private set; }

    /// <summary>Counts the letters of a folded word.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        int run = 0;
        for (int i = 0; i <= word.Length; i++)
        {
            run = Next(run, word, i);
            if (i == 0)
                continue;
            CollectionsMarshal.GetValueRefOrAddDefault(_runs, run, out _)++;
            Total++;
        }
    }

    /// <summary>Adds the counts to those of other lists.</summary>
    public void AddTo(int[] counts, int weight)
    {
        foreach ((int run, int count) in _runs)
            counts[run] += count * weight;
    }

    /// <summary>The run of three that ends with a word's letter; behind the last one stands the word's edge.</summary>
    public static int Next(int run, ReadOnlySpan<char> word, int letter) =>
        (run * Signs % Runs) + (letter < word.Length ? Sign(word[letter]) : 0);

    // 0 is the edge of a word, 1 to 26 are Latin letters, 28 to 59 Cyrillic ones, 60 to 63 what is neither.
    private static int Sign(char c) =>
        c switch
        {
            >= 'a' and <= 'z' => c - 'a' + 1,
            >= 'а' and <= 'я' => c - 'а' + 28,
            '\'' or '-' => 27,
            'і' or 'ї' or 'є' or 'ґ' => 60,
            >= '\u0400' and <= '\u04ff' => 61,
            _ => 62,
        };
}
