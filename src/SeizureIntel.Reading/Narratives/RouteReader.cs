using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Proposals;
using SeizureIntel.Reading.Lexicon;
using SeizureIntel.Reading.Words;

namespace SeizureIntel.Reading.Narratives;

/// <summary>Reads the stations that an account states; what it does not say is not inferred.</summary>
internal static class RouteReader
{
    private const int ReachOfWords = 2;
    private const int ReachOfCharacters = 4;
    private const double Station = 0.92;

    private static readonly (string Cue, string Field)[] Stations =
    [
        (Cue.Departure, "departure_country"),
        (Cue.Transit, "transit_countries"),
        (Cue.Destination, "destination_country"),
    ];

    /// <summary>Adds what the account says.</summary>
    public static void Read(Account account, List<Proposal> proposals)
    {
        if (!account.TellsOfACase)
            return;
        var said = new HashSet<(string, string)>();
        foreach (Sentence sentence in account.Sentences)
        {
            if (sentence.IsGeneral || !sentence.Has(Cue.Move))
                continue;
            foreach ((string cue, string field) in Stations)
            {
                foreach (TermMatch leading in sentence.Of(cue))
                {
                    if (Following(account, sentence, leading) is { } place && said.Add((field, place.Code)))
                        proposals.Add(GoodsReader.Propose(account, field, place.Code, Station, leading.From, place.To, null));
                }
            }
        }
    }

    // The country or place right behind the cue; "a man from Brazil" is no departure.
    private static TermMatch? Following(Account account, Sentence sentence, TermMatch cue)
    {
        int reach = account.Words[cue.From].Kind == TokenKind.Han ? ReachOfCharacters : ReachOfWords;
        if (account.Words[cue.From].Kind == TokenKind.Word && sentence.Of(Cue.Other).Any(o => o.To == cue.From))
            return null;
        foreach (TermMatch term in sentence.Terms)
        {
            if (term.From >= cue.To && term.From - cue.To <= reach && term.Field is "country" or "place" && term.From >= cue.To)
                return Stations.Any(s => sentence.Of(s.Cue).Any(c => c.From >= cue.To && c.To <= term.From)) ? null : term;
        }

        return null;
    }
}
