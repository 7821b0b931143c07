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
/// <param name="products">The list of products, which knows their headings.</param>
internal sealed class ConcealmentReader(PhraseLexicon places, CodeList conveyances, CodeList products)
{
    private const string NotConcealed = "0";
    private const int ReachOfWords = 14;
    private const int ReachOfCharacters = 24;
    private const double Said = 0.93;
    private const double SaidWithoutPlace = 0.9;
    private const double Carrier = 0.9;
    private const string Under = "under";
    private const string BehindLoad = "4.2";
    private const string Misdescribed = "12.1";
    private const int LettersBetween = 4;

    // The words themselves say that something was hidden: swallowed, soaked, dissolved, buried.
    private static readonly string[] SaidByThemselves = ["1.1.1", "1.3", "4.6", "4.7", "10.2"];

    // Places that nobody uses but to hide something: found there, it was hidden, said or not.
    private static readonly string[] HidingPlaces =
    [
        "2.1.",
        "3.1",
        "3.2",
        "3.3",
        "3.4.1",
        "3.4.6",
        "3.4.7",
        "3.4.8",
        "3.4.9",
        "3.5",
        "5.1",
        "5.2",
        "5.3",
        "5.4",
        "6.2",
        "6.3",
        "6.5",
        "7.1.3",
        "7.1.5",
        "8.1.4",
        "10.1",
    ];

    // Things in which goods stand only where they were hidden there.
    private static readonly string[] Holders = ["1.2", "2.6.3", "2.6.4", "2.6.5", "2.6.9", "2.6.10", "2.6.15", "2.6.16"];

    // What a load may be of.
    private static readonly string[] Loads = ["2.6", "4.3", "4.8"];

    // Words of a chapter that name the ground of the case, not where something was hidden.
    private static readonly string[] Grounds = ["0", "6"];

    /// <summary>Adds what the account says.</summary>
    public void Read(Account account, List<Proposal> proposals)
    {
        if (!account.Sentences.Any(s => !s.IsGeneral && (s.Has(Cue.Seize) || s.Has(Cue.Hide) || NamesGoods(account, s))))
            return;
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (Sentence sentence in account.Sentences)
        {
            if (sentence.IsGeneral)
                continue;
            bool isHidden = sentence.Has(Cue.Hide),
                isFound = sentence.Has(Cue.Seize) || NamesGoods(account, sentence);
            if (!isFound && !(isHidden && said.Count == 0 && account.Sentences.Any(s => s.Has(Cue.Seize) || NamesGoods(account, s))))
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

    // Goods with a number, or hidden; or a number in a sentence that tells of hiding.
    private bool NamesGoods(Account account, Sentence sentence) =>
        (sentence.Has(Cue.Hide) || sentence.Terms.Any(t => t.Field == "product"))
        && (
            (sentence.Has(Cue.Hide) && sentence.Terms.Any(t => t.Field == "product" && !IsOrdinary(t.Code)))
            // "A" is one, and says nothing.
            || sentence.Of(Cue.Number).Any(n => n.Code != "1")
            || account.Words.FindIndex(sentence.From, sentence.To - sentence.From, w => w.Kind == TokenKind.Number) >= 0
        );

    // Clothes and food are in every account, most of all as what something was hidden in.
    private bool IsOrdinary(string code) => products.FindCode(code)?.Attribute("heading") is "H05" or "H07" or "H13";

    private void AddPlaces(Account account, Sentence sentence, bool isHidden, HashSet<string> said, List<Proposal> proposals)
    {
        List<LexiconMatch> found =
        [
            .. places
                .Find(account.Words, sentence.From, sentence.To, account.Language, mayErr: false)
                .Where(m => Fits(account, sentence, m, isHidden)),
        ];
        // Under a load of timber is not inside the timber.
        (TermMatch Under, TermMatch Load)? load = LoadOf(sentence);
        found.RemoveAll(m => load is { } of && Begins(Loads, m.Code) && Distance(account, of.Load, m) is >= 0 and <= 2);
        // A suitcase with a false bottom is no vehicle with one: the longer words say it.
        found.RemoveAll(m =>
            found.Exists(o => o != m && o.Start <= m.Start && o.Start + o.Length >= m.Start + m.Length && o.Length > m.Length)
        );
        // What stands right behind "declared as" was declared, and a seat of an aircraft is none of a car.
        found.RemoveAll(m =>
            found.Exists(o =>
                (
                    o.Code == Misdescribed
                    && m.Code != Misdescribed
                    && m.Start >= o.Start + o.Length
                    && m.Start - o.Start - o.Length <= LettersBetween
                ) || (m.Code[0] == '3' && o.Code[0] is '6' or '7' or '8' && o.Start <= m.Start + m.Length && m.Start <= o.Start + o.Length)
            )
        );
        // "2" says no more where "2.1" stands too.
        found.RemoveAll(m => found.Exists(o => o != m && o.Code.StartsWith(m.Code + ".", StringComparison.Ordinal)));
        // What stands next to the hiding is the place; what else is named may be the cover.
        foreach (LexiconMatch match in found.Take(2))
        {
            string code = Refined(sentence, match.Code);
            if (said.Add(code))
                proposals.Add(new Proposal("concealment", code, Said, match.Start, match.Length, LexiconReader.Name));
        }

        if (found.Count > 0 || said.Count > 0)
            return;
        if (load is { } behind && said.Add(BehindLoad))
            proposals.Add(
                GoodsReader.Propose(account, "concealment", BehindLoad, SaidWithoutPlace, behind.Under.From, behind.Load.To, null)
            );
        else if (isHidden)
            AddCarrierAsPlace(account, sentence, said, proposals);
    }

    // A compartment of a lorry, a bus, a container: the words for it are those for a car's.
    private string Refined(Sentence sentence, string code)
    {
        if (code != "3.4.6")
            return code;
        foreach (TermMatch carrier in sentence.Terms.Where(t => t.Field == "conveyance_type"))
        {
            string chapter = PlaceOf(conveyances, carrier.Code);
            if (chapter is not ("3" or NonValue.Unmapped))
                return chapter;
            if (carrier.Code.StartsWith("trailer", StringComparison.Ordinal) || carrier.Code.EndsWith("truck", StringComparison.Ordinal))
                return "3.5";
            if (carrier.Code is "bus" or "minibus")
                return "3.6";
        }

        return code;
    }

    // Under or behind a load of something.
    private static (TermMatch Under, TermMatch Load)? LoadOf(Sentence sentence)
    {
        foreach (TermMatch under in sentence.Of(Cue.Inside).Where(i => i.Code == Under))
        {
            foreach (TermMatch load in sentence.Of(Cue.Cover).Where(c => c.From >= under.To && c.From - under.To <= 2))
                return (under, load);
        }

        return null;
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
            string code = carrier.Field is null ? NonValue.Unmapped : PlaceOf(conveyances, carrier.Code);
            said.Add(code);
            int end = carrier.Field is null ? hide.To : carrier.To;
            proposals.Add(GoodsReader.Propose(account, "concealment", code, SaidWithoutPlace, hide.From, end, null));
            return;
        }
    }

    // The chapters of the places of concealment follow the means of transport.
    private static string PlaceOf(CodeList conveyances, string code)
    {
        Code? carrier = conveyances.FindCode(code);
        if (code.StartsWith("container", StringComparison.Ordinal) || carrier?.Value == "UNIT_LOAD")
            return "5";
        return (carrier?.Attribute("mode") is { Length: > 0 } mode ? mode[0] : ' ') switch
        {
            '1' => "6",
            '2' => "8",
            '3' => "3",
            '4' => "7",
            '5' => "9",
            _ => NonValue.Unmapped,
        };
    }

    private static bool Fits(Account account, Sentence sentence, LexiconMatch match, bool isHidden)
    {
        if (match.Code == NotConcealed)
            return sentence.Has(Cue.Seize);
        if (IsCounted(account, match))
            return false;
        if (Begins(SaidByThemselves, match.Code))
            return true;
        if (match.Code == Misdescribed)
            return sentence.Has(Cue.Seize);
        int reach = account.Language == "zh" ? ReachOfCharacters : ReachOfWords;
        if (isHidden && sentence.Of(Cue.Hide).Any(h => Math.Abs(Distance(account, h, match)) <= reach))
            return true;
        if (Array.Exists(Grounds, g => match.Code == g))
            return false;
        bool isPlace = Begins(HidingPlaces, match.Code);
        if (isPlace && sentence.Terms.Any(t => t.Field == "product" && !Overlaps(account, t, match)))
            return true;
        bool isHeld = isPlace || Begins(Holders, match.Code);
        return sentence.Of(Cue.Inside).Any(i => (isHeld || i.Code.Length > 0) && IsAt(account, i, match));
    }

    // "In" stands before its place, "behind the panel" may stand behind it, and in Chinese it does.
    private static bool IsAt(Account account, TermMatch inside, LexiconMatch match)
    {
        if (Distance(account, inside, match) is >= 0 and <= 3)
            return true;
        int behind = inside.From - account.TokenAt(match.Start + match.Length);
        return behind >= 0
            && behind
                <= (
                    account.Language == "zh" ? 4
                    : inside.Code.Length > 0 ? 1
                    : -1
                );
    }

    private static bool Overlaps(Account account, TermMatch term, LexiconMatch match) =>
        account.Words[term.From].Start < match.Start + match.Length && match.Start < account.Words[term.To - 1].End;

    // Twelve parcels of something were found; they are no place.
    private static bool IsCounted(Account account, LexiconMatch match)
    {
        int at = account.TokenAt(match.Start);
        return at > 0
            && account.Words[at - 1].Kind == TokenKind.Number
            && (match.Code.StartsWith("9.", StringComparison.Ordinal) || match.Code.StartsWith("2.", StringComparison.Ordinal));
    }

    private static bool Begins(string[] codes, string code) => Array.Exists(codes, p => code.StartsWith(p, StringComparison.Ordinal));

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
