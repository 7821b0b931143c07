using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>Writes out the names of a database whose words are cut short: <c>MEIO_TRANSP</c> is <c>meio de transporte</c>.</summary>
/// <param name="phrases">The phrases by which columns are named.</param>
internal sealed class ShortNames(IEnumerable<HeaderPhrase> phrases)
{
    private const int LongestName = 4;
    private const int ShortestBeginning = 3;
    private const int ShortestBeside = 2;
    private const double NearlyAsGood = 0.9;
    private const double LeastWeight = 0.6;
    private const string Vowels = "aeiouy";

    private readonly HashSet<string> _known = [.. phrases.SelectMany(p => p.Words)];

    // By how many words a phrase has and what each begins with: every word of a name must begin one of them.
    private readonly ILookup<(int Words, char First), HeaderPhrase> _byFirst = phrases
        .Where(p => p.Weight >= LeastWeight && p.Words.Length <= LongestName && !p.Words.Any(w => w.EndsWith('*')))
        .SelectMany(p => p.Words.Select(w => w[0]).Distinct().Select(first => (First: first, Phrase: p)))
        .ToLookup(p => (p.Phrase.Words.Length, p.First), p => p.Phrase);

    /// <summary>The phrase whose words a name's words begin, each another one; null where there is none, or where phrases of several fields fit.</summary>
    public string? WrittenOut(string name)
    {
        string[] words = ColumnWords.WordsOf(name, keepStars: false);
        if (words.Length is 0 or > LongestName || Array.Exists(words, w => w.Length < ShortestBeside || ColumnWords.IsUnspaced(w)))
            return null;
        // What is a word of its own is not cut short where it stands alone.
        if (!Array.Exists(words, w => w.Length >= ShortestBeginning) || (words is [{ } only] && _known.Contains(only)))
            return null;
        words = [.. words.OrderByDescending(w => w.Length)];
        (HeaderPhrase Phrase, double Likeness)[] fitting =
        [
            .. _byFirst[(words.Length, words[0][0])]
                .Select(p => (p, LikenessOf(words, p.Words)))
                .Where(p => p.Item2 > 0)
                .OrderByDescending(p => p.Item2)
                .ThenBy(p => p.p.Text, StringComparer.Ordinal),
        ];
        if (fitting.Length == 0)
            return null;
        (HeaderPhrase best, double likeness) = fitting[0];
        return Array.Exists(fitting, f => f.Phrase.Field != best.Field && f.Likeness >= NearlyAsGood * likeness) ? null : best.Text;
    }

    // How much of the phrase's letters the name has, 0 to 1; 0 where a word of it begins none of the phrase's. The longest words come first.
    private static double LikenessOf(string[] words, string[] wanted)
    {
        double all = 0;
        bool isShort = false;
        Span<bool> isTaken = stackalloc bool[LongestName];
        foreach (string word in words)
        {
            int best = -1;
            for (int i = 0; i < wanted.Length; i++)
            {
                bool isShorter = best < 0 || wanted[i].Length < wanted[best].Length;
                if (isShorter && !isTaken[i] && IsShortFor(word, wanted[i], words.Length))
                    best = i;
            }

            if (best < 0)
                return 0;
            isTaken[best] = true;
            isShort |= wanted[best] != word;
            all += (double)word.Length / wanted[best].Length;
        }

        return isShort ? all / words.Length : 0;
    }

    private static bool IsShortFor(string word, string wanted, int words) =>
        word == wanted
        || (word.Length >= (words > 1 ? ShortestBeside : ShortestBeginning) && wanted.StartsWith(word, StringComparison.Ordinal))
        || (words > 1 && IsContraction(word, wanted));

    // "ctrl" and "tkh" leave the vowels out.
    private static bool IsContraction(string word, string wanted)
    {
        if (word.Length < ShortestBeginning || word[0] != wanted[0] || word.Any(Vowels.Contains))
            return false;
        int at = 0;
        foreach (char letter in wanted)
        {
            if (at < word.Length && letter == word[at])
                at++;
        }

        return at == word.Length;
    }
}
