using System;
using System.Buffers;
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

    // What numbers of flights and trains are written with.
    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

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
        var found = new List<Proposal>();
        var said = new HashSet<(string, string)>();
        foreach (Sentence sentence in account.Sentences)
        {
            if (sentence.IsGeneral || !(sentence.Has(Cue.Move) || sentence.Has(Cue.Mode) || sentence.Has(Cue.Leg)))
                continue;
            AddPairs(account, sentence, said, found);
            foreach ((string cue, string field) in Stations)
            {
                foreach (TermMatch leading in sentence.Of(cue))
                {
                    if (Following(account, sentence, leading) is { } place && said.Add((field, place.Code)))
                        found.Add(GoodsReader.Propose(account, field, place.Code, Station, leading.From, place.To, null));
                }
            }
        }

        // Of two places of departure neither is known to be that of the goods; who leaves and arrives in one country crossed no border.
        foreach ((string _, string field) in Stations.Where(s => s.Cue != Cue.Transit))
        {
            if (found.Where(p => p.Field == field).Select(p => p.Code).Distinct().Skip(1).Any())
                found.RemoveAll(p => p.Field == field);
        }

        string? from = found.Find(p => p.Field == Stations[0].Field)?.Code,
            to = found.Find(p => p.Field == Stations[^1].Field)?.Code;
        if (from is not null && from == to)
            return;
        found.RemoveAll(p => p.Field == Stations[1].Field && (p.Code == from || p.Code == to));
        proposals.AddRange(found);
    }

    // "Flight Lima–Madrid", "from Lima to Madrid": two places with nothing but that between them.
    private static void AddPairs(Account account, Sentence sentence, HashSet<(string, string)> said, List<Proposal> found)
    {
        TermMatch[] places = [.. sentence.Terms.Where(t => IsPlace(account, t)).DistinctBy(t => t.From)];
        for (int i = 0; i + 1 < places.Length; i++)
        {
            TermMatch from = places[i],
                to = places[i + 1];
            // "Quito, Ecuador": the country of the place stands between.
            while (i + 2 < places.Length && to.Code == from.Code && to.From - from.To <= 1)
                (i, to) = (i + 1, places[i + 2]);
            if (from.Code == to.Code || !(IsLeg(from, places[i], to) || IsLed(sentence, from, places[i], to)))
                continue;
            Add(Stations[0].Field, from);
            Add(Stations[^1].Field, to);
        }

        // The ends of "Lima–Bogotá–Madrid" are not beside each other.
        bool IsLeg(TermMatch from, TermMatch last, TermMatch to) =>
            Joint(account, last, to) is { } sign
            && !places.Any(p => Joint(account, to, p) is not null || Joint(account, p, from) is not null)
            && !IsBeside(sentence, Cue.Boundary, from, to, (start, end) => end - start < ReachOfWords)
            && (IsArrow(sign) || IsBeside(sentence, Cue.Leg, from, to, (start, end) => IsNumbered(account, start, end)));

        void Add(string field, TermMatch place)
        {
            if (said.Add((field, place.Code)))
                found.Add(GoodsReader.Propose(account, field, place.Code, Station, place.From, place.To, null));
        }
    }

    // The dash or arrow, and nothing else, between two places. A dash joins the ends of a flight and the sides of a border alike.
    private static string? Joint(Account account, TermMatch from, TermMatch to)
    {
        if (from.To != to.From)
            return null;
        string sign = account.Text.AsSpan(account.Words[from.To - 1].End..account.Words[to.From].Start).Trim(" )(").ToString();
        return sign is "–" or "-" or "—" or "→" or ">" or "->" or "=>" ? sign : null;
    }

    private static bool IsArrow(string sign) => sign is not ("–" or "-" or "—");

    private static bool IsBeside(Sentence sentence, string cue, TermMatch from, TermMatch to, Func<int, int, bool> mayStandBetween) =>
        sentence
            .Of(cue)
            .Any(c => (c.To <= from.From && mayStandBetween(c.To, from.From)) || (c.From >= to.To && mayStandBetween(to.To, c.From)));

    // "Flight AV 26 Bogotá–Madrid": between them stands nothing but the number.
    private static bool IsNumbered(Account account, int from, int to) =>
        to - from <= ReachOfWords
        && !account.Words[from..to].Exists(w => account.Text.AsSpan(w.Start..w.End).ContainsAnyExcept(NumberSigns));

    private static bool IsLed(Sentence sentence, TermMatch from, TermMatch last, TermMatch to) =>
        sentence.Of(Cue.From).Concat(sentence.Of(Cue.Departure)).Any(c => c.To <= from.From && from.From - c.To <= 1)
        && sentence
            .Of(Cue.To)
            .Concat(sentence.Of(Cue.Destination))
            .Any(c => c.From >= last.To && c.From - last.To <= 1 && to.From >= c.To && to.From - c.To <= 1);

    // The country or place right behind the cue; "a man from Brazil" is no departure.
    private static TermMatch? Following(Account account, Sentence sentence, TermMatch cue)
    {
        int reach = account.Words[cue.From].Kind == TokenKind.Han ? ReachOfCharacters : ReachOfWords;
        if (account.Words[cue.From].Kind == TokenKind.Word && sentence.Of(Cue.Other).Any(o => o.To == cue.From))
            return null;
        foreach (TermMatch term in sentence.Terms)
        {
            if (term.From >= cue.To && term.From - cue.To <= reach && IsPlace(account, term))
                return Stations.Any(s => sentence.Of(s.Cue).Any(c => c.From >= cue.To && c.To <= term.From)) ? null : term;
        }

        return null;
    }

    // "Cork" is a town, "cork" is not.
    private static bool IsPlace(Account account, TermMatch term) =>
        term.Field is "country" or "place" && !char.IsLower(account.Text[account.Words[term.From].Start]);
}
