using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Proposals;
using SeizureIntel.Reading.Lexicon;
using SeizureIntel.Reading.Words;
using SeizureIntel.Values;

namespace SeizureIntel.Reading.Narratives;

/// <summary>Reads where, how and how well an account says that goods were hidden, and what carried them.</summary>
/// <param name="places">Phrases for hiding places.</param>
/// <param name="conveyances">The list of conveyances, which knows their modes.</param>
internal sealed class ConcealmentReader(PhraseLexicon places, CodeList conveyances)
{
    private const string NotConcealed = "0";
    private const int ReachOfWords = 14;
    private const int ReachOfCharacters = 24;
    private const double Said = 0.93;
    private const double SaidWithoutPlace = 0.9;
    private const double Carrier = 0.9;

    // Places that nobody uses but to hide something: found there, it was hidden, said or not.
    private static readonly string[] HidingPlaces =
    [
        "1.1",
        "1.2",
        "1.3",
        "2.1.",
        "2.6",
        "3.1",
        "3.2",
        "3.3",
        "3.4.5",
        "3.4.6",
        "3.4.7",
        "3.4.8",
        "3.4.9",
        "5.1",
        "5.2",
        "5.3",
    ];

    /// <summary>Adds what the account says.</summary>
    public void Read(Account account, List<Proposal> proposals)
    {
        if (!account.TellsOfACase)
            return;
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (Sentence sentence in account.Sentences)
        {
            if (sentence.IsGeneral)
                continue;
            bool isHidden = sentence.Has(Cue.Hide),
                isFound = sentence.Has(Cue.Seize) || sentence.Terms.Any(t => t.Field == "product");
            if (!isFound && !(isHidden && said.Count == 0 && account.Sentences.Any(s => s.Has(Cue.Seize))))
                continue;
            if (!isHidden && !(sentence.Has(Cue.Seize) && sentence.Has(Cue.Inside)))
                continue;
            AddPlaces(account, sentence, isHidden, said, proposals);
            if (!isHidden)
                continue;
            foreach (TermMatch how in sentence.Terms.Where(t => t.Field == "concealment_how" && said.Add(t.Code)))
                proposals.Add(GoodsReader.Propose(account, how.Field, how.Code, Said, how.From, how.To, null));
            foreach (TermMatch level in sentence.Of(Cue.Level).Where(t => said.Add(t.Code)))
                proposals.Add(GoodsReader.Propose(account, "concealment_level", level.Code, Said, level.From, level.To, null));
        }

        AddCarrier(account, proposals);
    }

    private void AddPlaces(Account account, Sentence sentence, bool isHidden, HashSet<string> said, List<Proposal> proposals)
    {
        List<Token> words = account.Words.GetRange(sentence.From, sentence.To - sentence.From);
        List<LexiconMatch> found =
        [
            .. places.Find(words, account.Language, mayErr: false).Where(m => Fits(account, sentence, m, isHidden)),
        ];
        // "2" says no more where "2.1" stands too.
        found.RemoveAll(m => found.Exists(o => o != m && o.Code.StartsWith(m.Code + ".", StringComparison.Ordinal)));
        foreach (LexiconMatch match in found.Take(2))
        {
            if (said.Add(match.Code))
                proposals.Add(new Proposal("concealment", match.Code, Said, match.Start, match.Length, LexiconReader.Name));
        }

        if (found.Count == 0 && isHidden && said.Count == 0)
            AddCarrierAsPlace(account, sentence, said, proposals);
    }

    // Hidden in a lorry, and no more: the lorry is the place. Hidden in what no list knows: stated, and not understood.
    private void AddCarrierAsPlace(Account account, Sentence sentence, HashSet<string> said, List<Proposal> proposals)
    {
        foreach (TermMatch hide in sentence.Of(Cue.Hide))
        {
            TermMatch inside = sentence.Of(Cue.Inside).FirstOrDefault(i => i.From >= hide.From && i.From - hide.To <= 3);
            if (inside.Field is null)
                continue;
            TermMatch carrier = sentence.Terms.FirstOrDefault(t =>
                t.Field == "conveyance_type" && t.From >= inside.To && t.From - inside.To <= 3
            );
            string code = carrier.Field is null ? NonValue.Unmapped : PlaceOf(conveyances.FindCode(carrier.Code)?.Attribute("mode"));
            said.Add(code);
            int end = carrier.Field is null ? hide.To : carrier.To;
            proposals.Add(GoodsReader.Propose(account, "concealment", code, SaidWithoutPlace, hide.From, end, null));
            return;
        }
    }

    // The chapters of the places of concealment follow the means of transport.
    private static string PlaceOf(string? mode) =>
        (mode is { Length: > 0 } ? mode[0] : ' ') switch
        {
            '1' => "6",
            '2' => "8",
            '3' => "3",
            '4' => "7",
            '5' => "9",
            _ => NonValue.Unmapped,
        };

    private static bool Fits(Account account, Sentence sentence, LexiconMatch match, bool isHidden)
    {
        if (match.Code == NotConcealed)
            return sentence.Has(Cue.Seize);
        if (!isHidden)
            return Array.Exists(HidingPlaces, p => match.Code.StartsWith(p, StringComparison.Ordinal))
                && sentence.Of(Cue.Inside).Any(i => Distance(account, i, match) is >= 0 and <= 3);
        int reach = account.Language == "zh" ? ReachOfCharacters : ReachOfWords;
        return sentence.Of(Cue.Hide).Any(h => Math.Abs(Distance(account, h, match)) <= reach);
    }

    // Tokens between the end of the cue and the match; negative where the match stands before it.
    private static int Distance(Account account, TermMatch cue, LexiconMatch match)
    {
        int at = account.TokenAt(match.Start);
        return at >= cue.From ? Math.Max(0, at - cue.To) : at - cue.From;
    }

    // The conveyance next to the hiding; else the first in a sentence that tells of the seizure.
    private void AddCarrier(Account account, List<Proposal> proposals)
    {
        TermMatch? best = null;
        int nearest = int.MaxValue;
        foreach (Sentence sentence in account.Sentences)
        {
            if (sentence.IsGeneral || !(sentence.Has(Cue.Hide) || sentence.Has(Cue.Seize)))
                continue;
            foreach (TermMatch term in sentence.Terms.Where(t => t.Field == "conveyance_type"))
            {
                int distance = sentence.Of(Cue.Hide).Select(h => Math.Abs(h.From - term.From)).DefaultIfEmpty(ReachOfCharacters).Min();
                if (distance < nearest)
                    (best, nearest) = (term, distance);
            }
        }

        if (best is not { } carrier)
            return;
        proposals.Add(GoodsReader.Propose(account, "conveyance_type", carrier.Code, Carrier, carrier.From, carrier.To, null));
        if (conveyances.FindCode(carrier.Code)?.Attribute("mode") is { } mode)
            proposals.Add(GoodsReader.Propose(account, "mode_of_transport", mode, Carrier, carrier.From, carrier.To, null));
    }
}
