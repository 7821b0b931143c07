using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Proposals;
using SeizureIntel.Reading.Lexicon;
using SeizureIntel.Values;

namespace SeizureIntel.Reading.Narratives;

/// <content>What carried the goods, and what a place says of it.</content>
internal sealed partial class ConcealmentReader
{
    private const double Carrier = 0.9;
    private const string Pedestrian = "pedestrian";
    private const string ModeOfTransport = "mode_of_transport";

    // Chapters of the means of transport that the account names.
    private HashSet<char> Chapters(Account account)
    {
        HashSet<char> modes = [];
        foreach (Sentence sentence in account.Sentences.Where(s => !s.IsGeneral))
        {
            foreach (TermMatch mode in sentence.Of(Cue.Mode))
                modes.Add(mode.Code[0]);
            foreach (TermMatch term in sentence.Carriers(account.Words))
            {
                if (conveyances.FindCode(term.Code)?.Attribute("mode") is { Length: > 0 } mode)
                    modes.Add(mode[0]);
            }
        }

        return modes;
    }

    // A false floor is that of a vehicle only where there is one, or no carrier is named; a parcel is sent.
    private static bool Conflicts(string code, HashSet<char> modes) =>
        code[0] switch
        {
            '3' => modes.Count > 0 && !modes.Contains('3'),
            '6' => modes.Count > 0 && !modes.Contains('1') && !modes.Contains('8'),
            '7' => modes.Count > 0 && !modes.Contains('4'),
            '8' => modes.Count > 0 && !modes.Contains('2'),
            '9' => !modes.Contains('5'),
            _ => false,
        };

    // Hidden in a lorry, and no more: the lorry is the place. Hidden in what no list knows: stated, and not understood.
    private void AddCarrierAsPlace(Account account, Sentence sentence, HashSet<string> said, List<Place> proposals)
    {
        foreach (TermMatch hide in sentence.Of(Cue.Hide))
        {
            TermMatch inside = sentence.Of(Cue.Inside).FirstOrDefault(i => i.From >= hide.From && i.From - hide.To <= 3);
            if (inside.Field is null)
                continue;
            TermMatch carrier = sentence.Terms.FirstOrDefault(t =>
                t.Field == "conveyance_type" && t.From >= inside.To && t.From - inside.To <= 3
            );
            string code = carrier.Field is null ? NonValue.Unmapped : PlaceOf(conveyances, carrier.Code);
            said.Add(code);
            int end = carrier.Field is null ? hide.To : carrier.To;
            proposals.Add(
                new Place(GoodsReader.Propose(account, "concealment", code, SaidWithoutPlace, hide.From, end, null), LeastStrength, true)
            );
            return;
        }
    }

    // The chapters of the places of concealment follow the means of transport.
    private static string PlaceOf(CodeList conveyances, string code)
    {
        Code? carrier = conveyances.FindCode(code);
        if (code.StartsWith("container", StringComparison.Ordinal) || carrier?.Value == "UNIT_LOAD")
            return "5";
        return PlaceKinds.ChapterOf(carrier?.Attribute("mode")) ?? NonValue.Unmapped;
    }

    // The conveyance next to the hiding; else the first in a sentence that tells of the seizure.
    private void AddCarrier(Account account, List<Proposal> proposals, List<Proposal> hidden)
    {
        TermMatch? best = null;
        int nearest = int.MaxValue;
        foreach (Sentence sentence in account.Sentences)
        {
            if (sentence.IsGeneral || !(sentence.Has(Cue.Hide) || sentence.Has(Cue.Seize)))
                continue;
            foreach (TermMatch term in sentence.Carriers(account.Words))
            {
                int distance = sentence.Of(Cue.Hide).Select(h => Math.Abs(h.From - term.From)).DefaultIfEmpty(ReachOfCharacters).Min();
                if (distance < nearest)
                    (best, nearest) = (term, distance);
            }
        }

        TermMatch? told = account
            .Sentences.Where(s => !s.IsGeneral)
            .SelectMany(s => s.Of(Cue.Mode))
            .Select(m => (TermMatch?)m)
            .FirstOrDefault();
        // A passenger of a flight does not walk.
        if (best is { Code: Pedestrian } && told is not null)
            best = null;
        string? mode = null;
        if (best is { } carrier)
        {
            proposals.Add(GoodsReader.Propose(account, "conveyance_type", carrier.Code, Carrier, carrier.From, carrier.To, null));
            mode = conveyances.FindCode(carrier.Code)?.Attribute("mode");
            if (mode is { Length: > 0 })
                proposals.Add(GoodsReader.Propose(account, ModeOfTransport, mode, Carrier, carrier.From, carrier.To, null));
        }

        if (mode is { Length: > 0 })
            return;
        if (told is { } words)
            proposals.Add(GoodsReader.Propose(account, ModeOfTransport, words.Code, Carrier, words.From, words.To, null));
        // A dashboard goes by road, a sea chest by sea.
        else if (
            hidden is [var place, ..]
            && PlaceKinds.ModeOf(place.Code) is { } own
            && hidden.TrueForAll(p => PlaceKinds.ModeOf(p.Code) == own)
        )
            proposals.Add(place with { Field = ModeOfTransport, Code = own, Probability = Carrier });
    }
}
