using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Reading.Lexicon;

namespace SeizureIntel.Reading.Narratives;

/// <summary>What a word for a hiding place means in the carrier it stands with: a roof lining of a car, a bus, a train.</summary>
internal sealed class PlacesWithin
{
    private readonly Dictionary<(string Place, string Chapter), string> _codes = [];
    private readonly CodeList _conveyances;

    /// <summary>Takes the pairs over.</summary>
    /// <param name="pairs">The place meant, and the place said with the carrier's chapter, parted by a blank.</param>
    /// <param name="conveyances">The list of conveyances, which knows their modes.</param>
    public PlacesWithin(IEnumerable<(string Code, string Pair)> pairs, CodeList conveyances)
    {
        _conveyances = conveyances;
        foreach ((string code, string pair) in pairs)
        {
            string[] parts = pair.Split(' ');
            _codes[(parts[0], parts[1])] = code;
        }
    }

    /// <summary>The place that is meant.</summary>
    /// <param name="account">The account.</param>
    /// <param name="sentence">The sentence that says it.</param>
    /// <param name="match">The words.</param>
    /// <returns>The code said, or the one it means in the carrier next to it.</returns>
    public string Of(Account account, Sentence sentence, LexiconMatch match)
    {
        int at = account.TokenAt(match.Start);
        foreach ((string chapter, _) in Carriers(account, sentence).OrderBy(c => Math.Abs(c.From - at)))
        {
            if (Meant(match.Code, chapter) is { } code)
                return code;
        }

        foreach (Sentence other in account.Sentences)
        {
            if (other == sentence || other.IsGeneral)
                continue;
            // The nearest first.
            (string Chapter, int From)[] carriers = Carriers(account, other);
            for (int i = 0; i < carriers.Length; i++)
            {
                if (Meant(match.Code, carriers[other.From < at ? carriers.Length - 1 - i : i].Chapter) is { } code)
                    return code;
            }
        }

        return match.Code;
    }

    // The words of the carrier's own chapter mean what they say.
    private string? Meant(string said, string chapter)
    {
        int own = said.IndexOf('.', StringComparison.Ordinal);
        if (said.AsSpan(0, own < 0 ? said.Length : own).SequenceEqual(chapter))
            return said;
        for (string up = said; up.Length > 0; up = Parent(up))
        {
            if (_codes.TryGetValue((up, chapter), out string? code))
                return code;
        }

        return null;
    }

    // Chapters of the carriers of a sentence, in order; each place of the account asks for those of all its sentences.
    private (string Chapter, int From)[] Carriers(Account account, Sentence sentence)
    {
        if (!account.Carriers.TryGetValue(sentence.From, out (string Chapter, int From)[]? carriers))
        {
            carriers =
            [
                .. sentence
                    .Carriers(account.Words)
                    .Select(t => (Chapter: ChapterOf(t.Code), t.From))
                    .Concat(sentence.Of(Cue.Premises).Select(p => (Chapter: "10", p.From)))
                    .Where(c => c.Chapter.Length > 0)
                    .OrderBy(c => c.From),
            ];
            account.Carriers.Add(sentence.From, carriers);
        }

        return carriers;
    }

    private static string Parent(string code) => code.LastIndexOf('.') is > 0 and var dot ? code[..dot] : "";

    private string ChapterOf(string carrier) =>
        carrier switch
        {
            "bus" => "3.6",
            "motorcycle" or "bicycle" => "3.7",
            "camper" => "3.4.13",
            "rigid_truck" or "articulated_truck" => "3.5",
            "yacht" => "6.8",
            "light_aircraft" or "business_jet" or "ultralight" => "7.4",
            _ when carrier.StartsWith("trailer", StringComparison.Ordinal) => "3.5",
            _ when carrier.StartsWith("container", StringComparison.Ordinal) || carrier == "UNIT_LOAD" => "5",
            _ when carrier.Contains("wagon", StringComparison.Ordinal) => "8.2",
            _ => PlaceKinds.ChapterOf(_conveyances.FindCode(carrier)?.Attribute("mode")) ?? "",
        };
}
