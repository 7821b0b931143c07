using System;
using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Proposals;
using SeizureIntel.Reading.Lexicon;
using SeizureIntel.Reading.Words;

namespace SeizureIntel.Reading.Narratives;

/// <summary>Reads the stations that an account states; what it does not say is not inferred.</summary>
/// <param name="countries">The list of countries, whose codes stand in notes: TR-BG-AT.</param>
internal sealed class RouteReader(CodeList countries)
{
    private const int ReachOfWords = 2;
    private const int ReachOfCharacters = 4;
    private const int CodeLength = 2;
    private const int SurelyAWay = 3;
    private const double Station = 0.92;

    /// <summary>The code of words that join two places to a way by themselves: 飞往.</summary>
    private const string Way = "way";

    // What numbers of flights and trains are written with.
    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly (string Cue, string Field)[] Stations =
    [
        (Cue.Departure, "departure_country"),
        (Cue.Transit, "transit_countries"),
        (Cue.Destination, "destination_country"),
    ];

    private readonly FrozenSet<string> _codes = countries
        .Codes.Select(c => c.Value)
        .Where(c => c.Length == CodeLength)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Adds what the account says.</summary>
    public void Read(Account account, List<Proposal> proposals)
    {
        if (!account.TellsOfACase && !proposals.Exists(p => p.Field == "concealment"))
            return;
        var found = new List<Proposal>();
        foreach (Sentence sentence in account.Sentences)
        {
            if (sentence.IsGeneral)
                continue;
            var told = new List<Proposal>();
            AddWays(account, sentence, told);
            foreach ((string cue, string field) in Stations)
            {
                foreach (TermMatch leading in sentence.Of(cue))
                {
                    if (Following(account, sentence, leading) is { } place)
                        told.Add(GoodsReader.Propose(account, field, place.Code, Station, leading.From, place.To, null));
                }
            }

            // A place of departure alone is that of goods only where something moves.
            if (Moves(sentence) || (told.Exists(p => p.Field == Stations[0].Field) && told.Exists(p => p.Field == Stations[^1].Field)))
                found.AddRange(told);
        }

        found = [.. found.DistinctBy(p => (p.Field, p.Code))];
        // Of two places of departure neither is known to be that of the goods; who leaves and arrives in one country crossed no border.
        foreach ((string _, string field) in Stations.Where(s => s.Cue != Cue.Transit))
        {
            if (found.Where(p => p.Field == field).Skip(1).Any())
                found.RemoveAll(p => p.Field == field);
        }

        string? from = found.Find(p => p.Field == Stations[0].Field)?.Code,
            to = found.Find(p => p.Field == Stations[^1].Field)?.Code;
        if (from is not null && from == to)
            return;
        found.RemoveAll(p => p.Field == Stations[1].Field && (p.Code == from || p.Code == to));
        proposals.AddRange(found);
    }

    private static bool Moves(Sentence sentence) =>
        sentence.Has(Cue.Move) || sentence.Has(Cue.Mode) || sentence.Has(Cue.Leg) || sentence.Terms.Any(t => t.Field == "conveyance_type");

    // "Flight Lima–Madrid", "from Lima to Madrid", "TR-BG-AT": places with nothing but that between them.
    private void AddWays(Account account, Sentence sentence, List<Proposal> told)
    {
        List<Stop> stops = Stops(account, sentence);
        for (int i = 0; i + 1 < stops.Count; i++)
        {
            int last = i;
            while (last + 1 < stops.Count && Joint(account, stops[last], stops[last + 1]) is not null)
                last++;
            if (last == i && stops[i].Code != stops[i + 1].Code && !stops[i].IsCode && !stops[i + 1].IsCode)
            {
                if (IsLed(sentence, stops[i], stops[i + 1]) || IsJoined(account, sentence, stops[i], stops[i + 1]))
                    Add(i, i + 1);
            }
            else if (last > i && stops[i].Code != stops[last].Code && IsWay(account, sentence, stops[i..(last + 1)]))
            {
                Add(i, last);
            }

            i = Math.Max(i, last - 1);
        }

        void Add(int first, int last)
        {
            for (int i = first; i <= last; i++)
            {
                string field = Stations[
                    i == first ? 0
                    : i == last ? 2
                    : 1
                ].Field;
                told.Add(GoodsReader.Propose(account, field, stops[i].Code, Station, stops[i].From, stops[i].To, null));
            }
        }
    }

    // The places of a sentence in order; "Quito, Ecuador" is one, and two letters are a country where a dash or an arrow joins them.
    private List<Stop> Stops(Account account, Sentence sentence)
    {
        List<Stop> all =
        [
            .. sentence.Terms.Where(t => IsPlace(account, t)).DistinctBy(t => t.From).Select(t => new Stop(t.Code, t.From, t.To, false)),
        ];
        for (int i = sentence.From; i < sentence.To; i++)
        {
            Token word = account.Words[i];
            ReadOnlySpan<char> written = account.Text.AsSpan(word.Start..word.End);
            string code = written.ToString() == "UK" ? "GB" : written.ToString();
            if (written.Length == CodeLength && _codes.Contains(code) && !all.Exists(s => s.From <= i && i < s.To))
                all.Add(new Stop(code, i, i + 1, true));
        }

        all.Sort((a, b) => a.From.CompareTo(b.From));
        var stops = new List<Stop>();
        foreach (Stop stop in all)
        {
            if (stops.Count > 0 && stops[^1].Code == stop.Code && stop.From - stops[^1].To <= 1)
                stops[^1] = stops[^1] with { To = stop.To };
            // "Cartagena (Spain)" is not that of Colombia.
            else if (stops.Count > 0 && stops[^1].To == stop.From && IsBracketed(account, stop))
                stops[^1] = new Stop(stop.Code, stops[^1].From, stop.To, false);
            else if (!stop.IsCode || IsJoinedCode(account, stop))
                stops.Add(stop);
        }

        return stops;
    }

    private static bool IsBracketed(Account account, Stop stop) =>
        account.Text.AsSpan(account.Words[stop.From - 1].End..account.Words[stop.From].Start) is " (" or "(" or "（";

    private static bool IsJoinedCode(Account account, Stop stop) =>
        (stop.From > 0 && Sign(account, stop.From) is not null) || (stop.To < account.Words.Count && Sign(account, stop.To) is not null);

    // An arrow says a way; a dash joins the ends of a flight and the sides of a border alike, but not three places.
    private static bool IsWay(Account account, Sentence sentence, List<Stop> stops)
    {
        Stop first = stops[0],
            last = stops[^1];
        if (IsBeside(sentence.Of(Cue.Boundary), first, last, (start, end) => end - start < ReachOfWords))
            return false;
        bool isArrow = Joint(account, first, stops[1]) is { } sign && IsArrow(sign);
        return isArrow
            || stops.DistinctBy(s => s.Code).Count() >= SurelyAWay
            || IsBeside(Leading(sentence), first, last, (start, end) => IsNumbered(account, start, end));
    }

    // Words right beside two places that make them the ends of a way: a flight, by sea, a parcel.
    private static IEnumerable<TermMatch> Leading(Sentence sentence) => sentence.Of(Cue.Leg).Concat(sentence.Of(Cue.Mode));

    // The dash or arrow, and nothing else, between two places.
    private static string? Joint(Account account, Stop from, Stop to) => from.To == to.From ? Sign(account, to.From) : null;

    private static string? Sign(Account account, int at)
    {
        string sign = account.Text.AsSpan(account.Words[at - 1].End..account.Words[at].Start).Trim(" )(").ToString();
        return sign is "–" or "-" or "—" or "→" or ">" or "->" or "=>" or "-->" or "⇒" or "»" ? sign : null;
    }

    private static bool IsArrow(string sign) => sign is not ("–" or "-" or "—");

    private static bool IsBeside(IEnumerable<TermMatch> cues, Stop from, Stop to, Func<int, int, bool> mayStandBetween) =>
        cues.Any(c => (c.To <= from.From && mayStandBetween(c.To, from.From)) || (c.From >= to.To && mayStandBetween(to.To, c.From)));

    // "Flight AV 26 Bogotá–Madrid": between them stands nothing but the number.
    private static bool IsNumbered(Account account, int from, int to) =>
        to - from <= ReachOfWords
        && !account.Words[from..to].Exists(w => account.Text.AsSpan(w.Start..w.End).ContainsAnyExcept(NumberSigns));

    private static bool IsLed(Sentence sentence, Stop from, Stop to) =>
        sentence.Of(Cue.From).Concat(sentence.Of(Cue.Departure)).Any(c => c.To <= from.From && from.From - c.To <= 1)
        && sentence
            .Of(Cue.To)
            .Concat(sentence.Of(Cue.Destination))
            .Any(c => c.From >= from.To && c.From - from.To <= 1 && to.From >= c.To && to.From - c.To <= 1);

    // "Train 52 Kyiv to Warsaw", "the Islamabad flight to Manchester", 圣保罗飞北京: no "from", but what travels stands beside them.
    private static bool IsJoined(Account account, Sentence sentence, Stop from, Stop to)
    {
        foreach (TermMatch cue in sentence.Of(Cue.To).Concat(sentence.Of(Cue.Destination)))
        {
            if (cue.From < from.To || to.From < cue.To || to.From - cue.To > 1)
                continue;
            if (Leading(sentence).Any(l => l.From == from.To && l.To == cue.From))
                return true;
            if (
                cue.From == from.To
                && (cue.Code == Way || IsBeside(Leading(sentence), from, to, (start, end) => IsNumbered(account, start, end)))
            )
                return true;
        }

        return false;
    }

    // The country or place right behind the cue; "a man from Brazil" is no departure.
    private static TermMatch? Following(Account account, Sentence sentence, TermMatch cue)
    {
        int reach = account.Words[cue.From].Kind == TokenKind.Han ? ReachOfCharacters : ReachOfWords;
        if (account.Words[cue.From].Kind == TokenKind.Word && sentence.Of(Cue.Other).Any(o => o.To == cue.From))
            return null;
        foreach (TermMatch term in sentence.Terms)
        {
            if (term.From >= cue.To && term.From - cue.To <= reach && IsPlace(account, term))
            {
                TermMatch bracketed = sentence.Terms.FirstOrDefault(t =>
                    t.From == term.To && t.Field == "country" && IsBracketed(account, new Stop(t.Code, t.From, t.To, false))
                );
                return Stations.Any(s => sentence.Of(s.Cue).Any(c => c.From >= cue.To && c.To <= term.From)) ? null
                    : bracketed.Field is null ? term
                    : bracketed;
            }
        }

        return null;
    }

    // "Cork" is a town, "cork" is not.
    private static bool IsPlace(Account account, TermMatch term) =>
        term.Field is "country" or "place" && !char.IsLower(account.Text[account.Words[term.From].Start]);

    /// <summary>A place of a way; whether its country's two letters alone name it.</summary>
    private readonly record struct Stop(string Code, int From, int To, bool IsCode);
}
