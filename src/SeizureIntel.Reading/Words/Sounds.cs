using System.Collections.Frozen;
using System.Collections.Generic;
using System.Text;

namespace SeizureIntel.Reading.Words;

/// <summary>Words of several scripts in Latin letters by their sound, so that a loan word is alike in all of them.</summary>
internal static class Sounds
{
    // Cyrillic and Arabic letters by the sound that loan words write with them, and Latin letters that stand for the sound of another.
    private static readonly FrozenDictionary<char, string> Letters = Pairs(
            "аa бb вv гg дd еe жz зz иi йi кk лl мm нn оo пp рr",
            "сs тt уu фf хh цs чs шs щs ъ ыi ь эe юu яa іi їi єe",
            "اa أa إi آa بb تt ثs جg حh خh دd ذd رr زz سs شs صs ضd",
            "طt ظz عa غg فf قk كk لl مm نn هh ةa وo ؤo يi ئi ىa پp چs ڤv گg ء",
            "ck qk wv yi jg"
        )
        .ToFrozenDictionary();

    /// <summary>A folded word by its sound; the word itself where it has no letter that sounds otherwise.</summary>
    public static string Of(string word)
    {
        var sound = new StringBuilder(word.Length);
        for (int i = 0; i < word.Length; i++)
        {
            char c = word[i];
            if (c == 'p' && i + 1 < word.Length && word[i + 1] == 'h')
                (c, i) = ('f', i + 1);
            else if (c is 't' or 'c' or 'k' && i + 1 < word.Length && word[i + 1] == 'h')
                i++;
            string letters =
                Letters.TryGetValue(c, out string? known) ? known
                : c == 'x' ? "ks"
                : c.ToString();
            foreach (char letter in letters)
            {
                if (sound.Length == 0 || sound[^1] != letter)
                    sound.Append(letter);
            }
        }

        // г stands for the h of loan words, and not in the words' own language alone.
        if (sound.Length > 0 && word[0] == 'г')
            sound[0] = 'h';
        return sound.ToString();
    }

    private static Dictionary<char, string> Pairs(params string[] lists)
    {
        var pairs = new Dictionary<char, string>();
        foreach (string list in lists)
        {
            foreach (string pair in list.Split(' '))
                pairs[pair[0]] = pair[1..];
        }

        return pairs;
    }
}
