using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Proposals;
using SeizureIntel.Reading.Lexicon;
using SeizureIntel.Reading.Words;

namespace SeizureIntel.Reading.Narratives;

/// <summary>Reads where, how and how well an account says that goods were hidden, and what carried them.</summary>
/// <param name="places">Phrases for hiding places.</param>
/// <param name="within">What such phrases mean in the carriers they stand with.</param>
/// <param name="conveyances">The list of conveyances, which knows their modes.</param>
/// <param name="products">The list of products, which knows their headings.</param>
internal sealed partial class ConcealmentReader(PhraseLexicon places, PlacesWithin within, CodeList conveyances, CodeList products)
{
    private const string NotConcealed = "0";
    private const int ReachOfWords = 14;
    private const int ReachOfCharacters = 24;
    private const double Said = 0.93;
    private const double SaidWithoutPlace = 0.9;
    private const int LeastStrength = 2;
    private const string InPost = "9.3";
    private const int MostPlaces = 2;
    private const string Fuel = "mineral_oil";
    private const string Under = "under";
    private const string Load = "4";
    private const string BehindLoad = "4.2";
    private const string Misdescribed = "12.1";
    private const string Books = "2.6.5";
    private const string Boot = "3.4.10";
    private const string DoubleFloor = "3.4.6";
    private const int LettersBetween = 4;
    private const int MostWordsOfANote = 60;
    private const int ReachOfHolding = 3;

    /// <summary>Adds what the account says.</summary>
    public void Read(Account account, List<Proposal> proposals)
    {
        if (
            !account.NamesAnAmount
            && !account.Sentences.Any(s => !s.IsGeneral && (s.Has(Cue.Seize) || s.Has(Cue.Hide) || NamesGoods(account, s)))
        )
            return;
        bool hasGoods = account.NamesAnAmount || account.Sentences.Any(s => !s.IsGeneral && CountsGoods(account, s));
        // Who searched and found nothing tells where goods might have been.
        if (!hasGoods && account.Sentences.Any(s => s.Has(Cue.Nothing)))
            return;
        var said = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<Place>();
        foreach (Sentence sentence in account.Sentences)
        {
            if (sentence.IsGeneral)
                continue;
            bool isHidden = sentence.Has(Cue.Hide),
                isFound = hasGoods || sentence.Has(Cue.Seize) || NamesGoods(account, sentence);
            if (!isFound && !(isHidden && said.Count == 0 && account.Sentences.Any(s => s.Has(Cue.Seize) || NamesGoods(account, s))))
                continue;
            AddPlaces(account, sentence, isHidden, hasGoods, said, found);
            if (!isHidden)
                continue;
            foreach (TermMatch how in sentence.Terms.Where(t => t.Field == "concealment_how" && said.Add(t.Code)))
                proposals.Add(GoodsReader.Propose(account, how.Field, how.Code, Said, how.From, how.To, null));
            foreach (TermMatch level in sentence.Of(Cue.Level).Where(t => said.Add(t.Code)))
                proposals.Add(GoodsReader.Propose(account, "concealment_level", level.Code, Said, level.From, level.To, null));
        }

        List<Proposal> chosen = [.. Chosen(account, found)];
        if (hasGoods && chosen.TrueForAll(p => Array.Exists(PlaceKinds.Bags, o => o == p.Code)) && Named(account) is { } named)
            chosen = [named];
        proposals.AddRange(chosen);
        AddCarrier(account, proposals, chosen);
    }

    // Nothing tells of hiding, and goods stand with an amount: the one thing named that nobody uses but to hide is the place. Drugs are never
    // carried openly, and whatever else is named holds them.
    private Proposal? Named(Account account)
    {
        if (account.Words.Count > MostWordsOfANote)
            return null;
        List<TermMatch> goods = [.. account.Sentences.SelectMany(s => s.Terms).Where(t => t.Field == "product")];
        bool isNeverOpen = goods.Count > 0 && goods.TrueForAll(t => IsNeverOpen(t.Code));
        HashSet<char> chapters = Chapters(account);
        List<Proposal> named = [];
        foreach (Sentence sentence in account.Sentences.Where(s => !s.IsGeneral))
        {
            foreach (LexiconMatch match in places.Find(account.Words, sentence.From, sentence.To, account.Language, mayErr: false))
            {
                if (match.Code == NotConcealed)
                    return null;
                string code = within.Of(account, sentence, match);
                if (
                    (isNeverOpen || Begins(PlaceKinds.HidingPlaces, match.Code))
                    && !IsCounted(account, sentence, match)
                    && !IsGoods(account, sentence, match)
                    && !Array.Exists(PlaceKinds.Grounds, g => match.Code == g)
                    && !Conflicts(code, chapters)
                    && !Array.Exists(PlaceKinds.Outer, o => o == code)
                )
                    named.Add(new Proposal("concealment", code, SaidWithoutPlace, match.Start, match.Length, LexiconReader.Name));
            }
        }

        named = [.. named.DistinctBy(p => p.Code)];
        named.RemoveAll(p => named.Exists(o => o.Code.StartsWith(p.Code + ".", StringComparison.Ordinal)));
        return named is [var only] ? only : null;
    }

    private bool IsNeverOpen(string code) => products.FindCode(code)?.Attribute("heading") is "H01";

    // Of what may be places, those that the words say most plainly.
    private IEnumerable<Proposal> Chosen(Account account, List<Place> found)
    {
        if (
            found.Exists(p => p.Proposal.Code == NotConcealed && !p.IsHidden)
            && !found.Exists(p => p.IsHidden && p.Proposal.Code != NotConcealed)
        )
            return found.Where(p => p.Proposal.Code == NotConcealed).Select(p => p.Proposal);
        // A double floor of the boot is the boot's.
        if (found.Exists(p => p.Proposal.Code == Boot))
            found.RemoveAll(p => p.Proposal.Code == DoubleFloor);
        HashSet<char> chapters = Chapters(account);
        found.RemoveAll(p => Conflicts(p.Proposal.Code, chapters));
        if (found.Exists(p => !Array.Exists(PlaceKinds.Outer, o => o == p.Proposal.Code)))
            found.RemoveAll(p => Array.Exists(PlaceKinds.Outer, o => o == p.Proposal.Code));
        // "2" says no more where "2.1" stands too.
        found.RemoveAll(p => found.Exists(o => o.Proposal.Code.StartsWith(p.Proposal.Code + ".", StringComparison.Ordinal)));
        // One word, near to nothing that hides, tells of no place.
        found.RemoveAll(p => p.Strength < LeastStrength && !p.IsHidden);
        int most = found.Select(p => p.Strength).DefaultIfEmpty(0).Max();
        return found.Where(p => p.Strength == most).Select(p => p.Proposal);
    }

    // Goods with an amount of their own.
    private static bool CountsGoods(Account account, Sentence sentence) =>
        sentence.Terms.Any(t => t.Field == "product" && t.Code != Fuel)
        && (
            sentence.Of(Cue.Number).Any(n => n.Code != "1")
            || account.Words.FindIndex(sentence.From, sentence.To - sentence.From, w => w.Kind == TokenKind.Number) >= 0
            || (account.Language == "zh" && sentence.Has(Cue.Seize))
        );

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

    private void AddPlaces(Account account, Sentence sentence, bool isHidden, bool hasGoods, HashSet<string> said, List<Place> proposals)
    {
        IReadOnlyList<LexiconMatch> all = places.Find(account.Words, sentence.From, sentence.To, account.Language, mayErr: false);
        // "Not hidden": the word that tells of hiding says the opposite.
        isHidden = isHidden && !sentence.Of(Cue.Hide).All(h => all.Any(m => m.Code == NotConcealed && Overlaps(account, h, m)));
        List<LexiconMatch> found = [.. all.Where(m => Fits(account, sentence, m, isHidden, hasGoods))];
        // Under a load of timber is not inside the timber.
        (TermMatch Under, TermMatch Load)? load = LoadOf(sentence);
        found.RemoveAll(m => load is { } of && Begins(PlaceKinds.Loads, m.Code) && Distance(account, of.Load, m) is >= 0 and <= 2);
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
        // What stands next to the hiding is the place; what else is named may be the cover.
        IEnumerable<LexiconMatch> plainest = found
            .OrderByDescending(m => Strength(account, sentence, m))
            .DistinctBy(m => m.Code, StringComparer.Ordinal)
            .Take(MostPlaces);
        foreach (LexiconMatch match in plainest)
        {
            // Behind furniture or among toys is not inside them.
            string code =
                IsCover(account, sentence, match) && !found.Exists(m => m.Code[0] is '1' or '2' && !Begins(PlaceKinds.Loads, m.Code))
                    ? Load
                    : within.Of(account, sentence, match);
            if (said.Add(code))
                proposals.Add(
                    new Place(
                        new Proposal("concealment", code, Said, match.Start, match.Length, LexiconReader.Name),
                        Strength(account, sentence, match) + (code == InPost ? LeastStrength : 0),
                        isHidden
                    )
                );
        }

        if (isHidden)
            AddCarrierAsPlace(account, sentence, said, proposals);
        if (found.Count > 0 || said.Count > 0)
            return;
        if (load is { } behind && said.Add(BehindLoad))
            proposals.Add(
                new Place(
                    GoodsReader.Propose(account, "concealment", BehindLoad, SaidWithoutPlace, behind.Under.From, behind.Load.To, null),
                    LeastStrength,
                    isHidden
                )
            );
    }

    private static bool IsCover(Account account, Sentence sentence, LexiconMatch match) =>
        Begins(PlaceKinds.Loads, match.Code)
        && match.Code is not ("4.3" or Books)
        && sentence.Of(Cue.Inside).Any(i => i.Code == Under && Distance(account, i, match) is >= 0 and <= 1)
        && !account.Sentences.Any(s => s.Terms.Any(t => t.Field == "conveyance_type" && t.Code == Pedestrian));

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

    private bool Fits(Account account, Sentence sentence, LexiconMatch match, bool isHidden, bool hasGoods)
    {
        if (match.Code == NotConcealed)
            return hasGoods || sentence.Has(Cue.Seize);
        bool holds = hasGoods && Holds(account, sentence, match);
        if (!holds && IsCounted(account, sentence, match))
            return false;
        if (Begins(PlaceKinds.SaidByThemselves, match.Code))
            return true;
        if (match.Code == Misdescribed)
            return hasGoods || sentence.Has(Cue.Seize);
        int reach = account.Language == "zh" ? ReachOfCharacters : ReachOfWords;
        if (isHidden && sentence.Of(Cue.Hide).Any(h => Math.Abs(Distance(account, h, match)) <= reach))
            return true;
        if (Array.Exists(PlaceKinds.Grounds, g => match.Code == g))
            return false;
        if (holds && !IsGoods(account, sentence, match))
            return true;
        // A toy, a book, a candle in the post: what else would the account name it for.
        if (hasGoods && within.Of(account, sentence, match) == InPost)
            return !IsGoods(account, sentence, match);
        bool isPlace = Begins(PlaceKinds.HidingPlaces, match.Code);
        if (isPlace && (hasGoods || sentence.Terms.Any(t => t.Field == "product" && t.Code != Fuel)) && !IsGoods(account, sentence, match))
            return true;
        // Who travels has baggage; it is a place where something was found in it.
        if (match.Code[0] == '2' && !isHidden && !sentence.Has(Cue.Seize) && !CountsGoods(account, sentence))
            return false;
        bool isHeld = isPlace || Begins(PlaceKinds.Holders, match.Code);
        return sentence.Of(Cue.Inside).Any(i => (isHeld || i.Code.Length > 0) && IsAt(account, i, match));
    }

    // How plainly: right behind "hidden" or "in", near to "hidden", by several words.
    private static int Strength(Account account, Sentence sentence, LexiconMatch match)
    {
        bool isZh = account.Language == "zh";
        int reach = isZh ? ReachOfCharacters : ReachOfWords,
            close = isZh ? 8 : 4;
        int hidden = sentence.Of(Cue.Hide).Select(h => Math.Abs(Distance(account, h, match))).DefaultIfEmpty(int.MaxValue).Min();
        bool isInside = sentence.Of(Cue.Inside).Any(i => IsAt(account, i, match));
        int words = match.Phrase.Count(c => c == ' ');
        return (isInside ? 2 : 0)
            + (
                hidden <= close ? 2
                : hidden <= reach ? 1
                : 0
            )
            + Math.Min(words, 2)
            + (Holds(account, sentence, match) ? 2 : 0)
            + (Begins(PlaceKinds.HidingPlaces, match.Code) ? 1 : 0)
            // False papers are near to nothing that hides.
            + (Begins(PlaceKinds.SaidByThemselves, match.Code) || match.Code.StartsWith("12.", StringComparison.Ordinal) ? 1 : 0);
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

    // "Tyres" that were seized are no place where something was.
    private static bool IsGoods(Account account, Sentence sentence, LexiconMatch match) =>
        sentence.Terms.Any(t => t.Field == "product" && Covers(account, t, match))
        && !account.Sentences.Any(s =>
            !s.IsGeneral && s.Terms.Any(t => t.Field == "product" && !(s == sentence && Covers(account, t, match)))
        );

    private static bool Overlaps(Account account, TermMatch term, LexiconMatch match) =>
        account.Words[term.From].Start < match.Start + match.Length && match.Start < account.Words[term.To - 1].End;

    private static bool Covers(Account account, TermMatch term, LexiconMatch match) =>
        account.Words[term.From].Start <= match.Start && match.Start + match.Length <= account.Words[term.To - 1].End;

    // Twelve parcels of something were found, or thirty-five telephones; they are no place.
    private static bool IsCounted(Account account, Sentence sentence, LexiconMatch match)
    {
        int at = account.TokenAt(match.Start);
        // "Inside four statues": they are counted, and a place.
        if (at == 0 || sentence.Of(Cue.Inside).Any(i => i.To < at && at - i.To <= ReachOfHolding))
            return false;
        Token before = account.Words[at - 1];
        return before.Kind == TokenKind.Number
            ? match.Code[0] is '9' or '2' || account.Words[at].Kind == TokenKind.Han
            : before.Kind == TokenKind.Han
                && at > 1
                && account.Words[at - 2].Kind == TokenKind.Number
                && before.Text is "部" or "台" or "只" or "个" or "支" or "件" or "罐" or "瓶";
    }

    // "A belt with 2 kg of gold", "bottles containing liquid cocaine": goods or an amount right behind.
    private static bool Holds(Account account, Sentence sentence, LexiconMatch match)
    {
        int end = account.TokenAt(match.Start + match.Length);
        foreach (TermMatch cue in sentence.Of(Cue.Holds))
        {
            if (cue.From < end || cue.From - end > ReachOfHolding)
                continue;
            if (sentence.Terms.Any(t => t.Field == "product" && t.From >= cue.To && t.From - cue.To <= ReachOfHolding))
                return true;
            for (int i = cue.To; i < sentence.To && i <= cue.To + 1; i++)
            {
                if (account.Words[i].Kind == TokenKind.Number || sentence.At(Cue.Number, i) is { Code: not "1" })
                    return true;
            }
        }

        return false;
    }

    private static bool Begins(string[] codes, string code) => Array.Exists(codes, p => code.StartsWith(p, StringComparison.Ordinal));

    // Tokens between the end of the cue and the match; negative where the match stands before it.
    private static int Distance(Account account, TermMatch cue, LexiconMatch match)
    {
        int at = account.TokenAt(match.Start);
        return at >= cue.From ? Math.Max(0, at - cue.To) : at - cue.From;
    }

    /// <summary>What may be a place, how plainly the words say so, and whether something is hidden in the sentence.</summary>
    private sealed record Place(Proposal Proposal, int Strength, bool IsHidden);
}
