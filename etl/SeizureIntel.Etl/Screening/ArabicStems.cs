using System;
using System.Linq;

namespace SeizureIntel.Etl.Screening;

/// <summary>What may be left of an Arabic word without its prefix and its ending: بالمطار is مطار with "at the", تسلمها is تسلم with "her".</summary>
internal sealed class ArabicStems(ScreeningLists lists)
{
    /// <summary>Room for all stems of a word: of each length there is one prefix and one ending at most.</summary>
    public const int Most = 64;

    private const int Shortest = 3;

    private readonly string[] _prefixes = ["", .. lists.Words(ScreeningLists.NameContextList, "arabic_prefix").Select(NameLexicon.Fold)];
    private readonly string[] _endings = ["", .. lists.Words(ScreeningLists.NameContextList, "arabic_ending").Select(NameLexicon.Fold)];

    /// <summary>Writes where the stems stand, the word itself first where it is long enough.</summary>
    /// <param name="folded">A folded word.</param>
    /// <param name="stems">Takes them; <see cref="Most"/> long.</param>
    /// <returns>How many there are.</returns>
    public int Cut(ReadOnlySpan<char> folded, Span<Range> stems)
    {
        int count = 0;
        foreach (string prefix in _prefixes)
        {
            if (!folded.StartsWith(prefix, StringComparison.Ordinal))
                continue;
            foreach (string ending in _endings)
            {
                int length = folded.Length - prefix.Length - ending.Length;
                if (length >= Shortest && count < stems.Length && folded.EndsWith(ending, StringComparison.Ordinal))
                    stems[count++] = prefix.Length..(prefix.Length + length);
            }
        }

        return count;
    }
}
