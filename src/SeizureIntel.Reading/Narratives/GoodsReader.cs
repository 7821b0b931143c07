using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Proposals;
using SeizureIntel.Reading.Lexicon;
using SeizureIntel.Reading.Words;

namespace SeizureIntel.Reading.Narratives;

/// <summary>Reads which goods an account says were seized, how much of each, and what they were hidden among.</summary>
/// <param name="products">The product list, which knows headings and parents.</param>
/// <param name="units">The list of units, which knows their factors.</param>
/// <param name="words">Units by the words for them.</param>
internal sealed class GoodsReader(CodeList products, CodeList units, TermBook words)
{
    private const int ReachOfWords = 6;
    private const int ReachOfCharacters = 10;
    private const int ReachBack = 7;
    private const string Packages = "PACKAGE";
    private const string Pieces = "H87";

    // What fills a tank is in every account of cars.
    private const string Fuel = "mineral_oil";
    private const string Mass = "mass";
    private const string Volume = "volume";
    private const string One = "1";
    private const string Carton = "CIG_CARTON";
    private const string Strip = "条";
    private const string Stick = "STICK";
    private const string Tobacco = "H02";
    private const string Cigarettes = "cigarettes";
    private const string AnyTobacco = "tobacco_unspecified";
    private static readonly SearchValues<char> PartingMarks = SearchValues.Create("，；;");

    // How sure such words are taken to be by who wrote the lists; `./run bench reading` measures hiding places alone.
    private const double CountedGoods = 0.97;
    private const double NamedGoods = 0.9;
    private const double CoverGoods = 0.85;

    /// <summary>Adds what the account says.</summary>
    public void Read(Account account, List<Proposal> proposals)
    {
        List<(Sentence Sentence, List<TermMatch> Named, List<Amount> Amounts)> told =
        [
            .. account
                .Sentences.Where(s => !s.IsGeneral)
                .Select(s => (s, s.Terms.Where(t => t.Field == "product").ToList()))
                .Select(s => (s.s, s.Item2, Amounts(account, s.s, s.Item2))),
        ];
        // "12 kg heroin" in a note or a row of a table tells of a case without a word for it.
        account.TellsOfACase |= told.Exists(t =>
            t.Amounts.Exists(a => a.Product.Code is not (null or Fuel) && (!IsOrdinary(a.Product.Code) || Dimension(a.Unit) == Mass))
        );
        account.NamesAnAmount = told.Exists(t => t.Amounts.Exists(a => a.Product.Code != Fuel || account.TellsOfACase));
        if (!account.TellsOfACase)
            return;
        var goods = new List<(TermMatch Product, Amount? Amount)>();
        foreach ((Sentence sentence, List<TermMatch> named, List<Amount> amounts) in told)
        {
            bool isTold = sentence.Has(Cue.Seize) || sentence.Has(Cue.Hide);
            foreach (TermMatch product in named)
            {
                List<Amount> own = amounts.FindAll(a => a.Product == product);
                Amount? amount = own.Count > 0 ? own[0] : null;
                if (amount is null && IsCover(account, sentence, product))
                    AddCover(account, product, proposals);
                else if (amount is not null || (isTold && (!IsOrdinary(product.Code) || IsSeized(account, sentence, product))))
                    goods.AddRange(own.Count > 0 ? own.Select(a => (product, (Amount?)a)) : [(product, null)]);
            }
        }

        // The goods are named before or behind what tells of the case.
        if (goods.Count == 0)
        {
            goods.AddRange(
                told.SelectMany(t =>
                    t.Named.Where(p => !IsOrdinary(p.Code) && !IsCover(account, t.Sentence, p)).Select(p => (p, (Amount?)null))
                )
            );
        }

        Join(goods, [.. told.SelectMany(t => t.Amounts).Where(a => a.Product.Code is null)]);
        int item = 0;
        foreach (IGrouping<string, (TermMatch Product, Amount? Amount)> same in goods.GroupBy(g => g.Product.Code))
        {
            if (goods.Exists(g => g.Product.Code != same.Key && IsAbove(same.Key, g.Product.Code)))
                continue;
            // "166 boxes with two million cigarettes": the boxes are no amount of cigarettes.
            (TermMatch Product, Amount? Amount)[] counted =
            [
                .. same.OrderBy(g =>
                    g.Amount is null ? 4
                    : g.Amount.Unit == Packages ? 3
                    : g.Amount.IsBare ? 2
                    : Dimension(g.Amount.Unit) == Natural(same.Key) ? 0
                    : g.Amount.Unit == Pieces ? 2
                    : 1
                ),
            ];
            Add(account, counted[0].Product, counted[0].Amount, item, proposals);
            // A whole and its parts: which is which is not said.
            foreach (Amount other in counted.Skip(1).Select(g => g.Amount).OfType<Amount>().Where(a => a.Unit != Packages))
            {
                // Capsules and their weight are two measures of the same.
                if (Dimension(other.Unit) != Dimension(counted[0].Amount!.Unit) || (other.IsBare && !counted[0].Amount!.IsBare))
                    continue;
                if (other.Value != counted[0].Amount!.Value || other.Unit != counted[0].Amount!.Unit)
                    AddAmount(account, other, item, proposals);
            }

            item++;
        }
    }

    // One kind of goods, and elsewhere one weight: it is theirs.
    private void Join(List<(TermMatch Product, Amount? Amount)> goods, List<Amount> loose)
    {
        if (loose.Count == 0 || loose.Exists(a => a.Value != loose[0].Value || a.Unit != loose[0].Unit))
            return;
        string[] codes =
        [
            .. goods
                .Select(g => g.Product.Code)
                .Distinct()
                .Where(c => !goods.Exists(g => g.Product.Code != c && IsAbove(c, g.Product.Code))),
        ];
        if (
            codes is not [var code]
            || goods.Exists(g => g.Amount is { } own && own.Unit != Packages && Dimension(own.Unit) == Dimension(loose[0].Unit))
        )
            return;
        TermMatch product = goods.Find(g => g.Product.Code == code).Product;
        goods.Add((product, loose[0] with { Product = product }));
    }

    private string? Dimension(string unit) => units.FindCode(unit)?.Attribute("dimension");

    private string? Natural(string product) => products.FindCode(product)?.Attribute("canonical_unit") is { } unit ? Dimension(unit) : null;

    private void Add(Account account, TermMatch product, Amount? amount, int item, List<Proposal> proposals)
    {
        double probability = amount is null ? NamedGoods : CountedGoods;
        if (products.FindCode(product.Code)?.Attribute("heading") is { } heading)
            proposals.Add(Propose(account, "heading", heading, probability, product.From, product.To, item));
        proposals.Add(Propose(account, "product", product.Code, probability, product.From, product.To, item));
        if (amount is not null)
            AddAmount(account, amount, item, proposals);
    }

    private static void AddAmount(Account account, Amount amount, int item, List<Proposal> proposals)
    {
        string value = amount.Value.ToString(CultureInfo.InvariantCulture);
        proposals.Add(Propose(account, "quantity", value, CountedGoods, amount.From, amount.NumberTo, item));
        proposals.Add(Propose(account, "unit", amount.Unit, CountedGoods, amount.From, amount.To, item));
    }

    private static void AddCover(Account account, TermMatch product, List<Proposal> proposals)
    {
        int start = account.Words[product.From].Start;
        string words = account.Text[start..account.Words[product.To - 1].End];
        proposals.Add(Propose(account, "cover_goods", words, CoverGoods, product.From, product.To, null));
    }

    /// <summary>A proposal of the lexicon over a run of tokens.</summary>
    internal static Proposal Propose(Account account, string field, string code, double probability, int from, int to, int? item)
    {
        int start = account.Words[from].Start;
        return new Proposal(field, code, probability, start, account.Words[to - 1].End - start, LexiconReader.Name, item);
    }

    // Named behind "hidden in" or "a load of", without an amount of its own, while other goods stand before it.
    private static bool IsCover(Account account, Sentence sentence, TermMatch product)
    {
        int reach = account.Words[product.From].Kind == TokenKind.Han ? ReachOfCharacters : ReachOfWords;
        bool isLoad = sentence.Of(Cue.Cover).Any(c => c.To <= product.From && product.From - c.To <= 1);
        bool isInside = sentence
            .Of(Cue.Inside)
            .Any(i =>
                i.To <= product.From && product.From - i.To <= reach && sentence.Of(Cue.Hide).Any(h => h.To <= i.From && i.From - h.To <= 4)
            );
        return (isLoad || isInside) && sentence.Terms.Any(t => t.Field == "product" && t.From != product.From && t.Code != product.Code);
    }

    // Food, clothes and telephones are in every account; they were seized where the account says it of them.
    private bool IsOrdinary(string code) => products.FindCode(code)?.Attribute("heading") is "H07" or "H13";

    private static bool IsSeized(Account account, Sentence sentence, TermMatch product)
    {
        int reach = account.Words[product.From].Kind == TokenKind.Han ? ReachOfCharacters : ReachOfWords;
        return sentence.Of(Cue.Seize).Any(c => c.To <= product.From && product.From - c.To < reach);
    }

    private bool IsAbove(string code, string below)
    {
        for (string? up = products.FindCode(below)?.Parent; up is not null; up = products.FindCode(up)?.Parent)
        {
            if (up == code)
                return true;
        }

        return false;
    }

    private List<Amount> Amounts(Account account, Sentence sentence, List<TermMatch> named)
    {
        var amounts = new List<Amount>();
        for (int i = sentence.From; i < sentence.To; i++)
        {
            if (Numerals.Read(account, sentence, i) is not { } number)
                continue;
            Amount? amount = IsMoney(account, i, number.To) ? null : AmountAt(account, sentence, named, i, number);
            if (amount is not null)
                amounts.Add(amount);
            i = Math.Max(number.To, amount is { IsBare: false, Unit: not Pieces } ? amount.To : 0) - 1;
        }

        return amounts;
    }

    private Amount? AmountAt(
        Account account,
        Sentence sentence,
        List<TermMatch> named,
        int at,
        (decimal Value, int To, bool IsArticle) number
    )
    {
        int to = number.To;
        // "More than 1.15 million" stands behind the number in Chinese.
        if (to + 1 < sentence.To && account.Words[to].Text is "余" or "多" or "几")
            to++;
        TermMatch? unit = words.FindAt(account.Words, to, Math.Min(sentence.To, to + 4));
        if (unit is null)
        {
            // Chinese counts no goods without a word that counts them: what stands so is the number of a telephone.
            if (to < sentence.To && account.Words[to].Kind == TokenKind.Han)
                return null;
            if (number.IsArticle || to >= sentence.To || sentence.At(Cue.Package, to) is not null || sentence.At(Cue.Other, to) is not null)
                return null;
            if (named.Find(p => p.From >= to && p.From - to <= 2) is not { Code: not null } counted)
                return null;
            // "4,100 ecstasy pills": the word that counts stands at the end of the goods or behind them.
            TermMatch? piece = words.FindAt(account.Words, counted.To, Math.Min(sentence.To, counted.To + 1))
                ?? (counted.To - counted.From > 1 ? words.FindAt(account.Words, counted.To - 1, counted.To) : null);
            if (piece is { Code: not (Packages or Pieces) } told && account.Words[told.From].Kind == TokenKind.Word)
                return new Amount(counted, number.Value, told.Code, at, to, told.To);
            return CountUnit(counted.Code) is { } natural
                ? new Amount(counted, number.Value, natural, at, to, counted.To, IsBare: true)
                : null;
        }

        (decimal value, int behind) = Joined(account, sentence, number.Value, unit.Value);
        // "A kilo" is an amount, "a shipment" is not.
        if (number.IsArticle && unit.Value.Code is (Pieces or Packages))
            return null;
        int end = behind,
            reach = account.Words[end - 1].Kind == TokenKind.Han ? ReachOfCharacters : ReachOfWords;
        // A word that counts anything counts what stands right behind it.
        if (unit.Value.Code == Pieces)
            reach = 2;
        TermMatch product = named.Find(p => p.From >= to && p.From - end <= reach && !HasNumber(account, sentence, end, p.From));
        // "Counterfeit discs, two stores": what counts anything counts nothing that stands before it, in Chinese.
        bool isBefore = unit.Value.Code != Pieces || account.Words[end - 1].Kind != TokenKind.Han || named.Exists(p => p.To == at);
        if (product.Code is null && isBefore)
            product = named.FindLast(p => p.To <= at && at - p.To <= ReachBack && !HasNumber(account, sentence, p.To, at));
        // Who counts packs, cartons and sticks counts cigarettes.
        if (product.Code is null && IsOfCigarettes(unit.Value.Code) && account.Words[unit.Value.From].Text.Length > 1)
            product = new TermMatch("product", Cigarettes, unit.Value.From, end);
        else if (product.Code == AnyTobacco && IsOfCigarettes(unit.Value.Code))
            product = product with { Code = Cigarettes };
        if (product.Code is null)
            return Dimension(unit.Value.Code) is Mass or Volume && !IsPart(account, sentence, at)
                ? new Amount(default, value, unit.Value.Code, at, to, end)
                : null;
        if (IsPart(account, sentence, at) || (IsOrdinary(product.Code) && IsInList(account, sentence, at, end)))
            return null;
        // One word in Chinese counts cigarettes and whatever else is long: 支.
        bool isStick = unit.Value.Code != Stick || products.FindCode(product.Code)?.Attribute("heading") == Tobacco;
        bool isSmoked = products.FindCode(product.Code)?.Attribute("canonical_unit") == Stick;
        // Boxes of cigarettes are of any size.
        if (isSmoked && unit.Value.Code == Packages)
            return null;
        // One word in Chinese counts cartons and whatever else is long: 条.
        string code =
            !isSmoked ? unit.Value.Code
            : account.Words[unit.Value.From].Text == Strip ? Carton
            : unit.Value.Code == Pieces ? Stick
            : unit.Value.Code;
        return new Amount(product, value, isStick || isSmoked ? code : Pieces, at, to, end);
    }

    // "A tonne and a half", "a kilo and six hundred grams", "1 kg 200 g": one amount.
    private (decimal Value, int To) Joined(Account account, Sentence sentence, decimal value, TermMatch unit)
    {
        int at = unit.To;
        if (at < sentence.To && sentence.At(Cue.Number, at) is { Code: Numerals.Half } half)
            return (value + 0.5m, half.To);
        if (at < sentence.To && sentence.At(Cue.And, at) is { } and)
            at = and.To;
        if (at >= sentence.To || Numerals.Read(account, sentence, at) is not { IsArticle: false } more || more.To >= sentence.To)
            return (value, unit.To);
        if (words.FindAt(account.Words, more.To, Math.Min(sentence.To, more.To + 2)) is not { } smaller)
            return (value, unit.To);
        if (Factor(unit.Code) is not { } whole || Factor(smaller.Code) is not { } part || part >= whole)
            return (value, unit.To);
        return (value + more.Value * part / whole, smaller.To);
    }

    private static bool IsOfCigarettes(string unit) => unit.StartsWith("CIG_", StringComparison.Ordinal);

    private decimal? Factor(string unit) =>
        units.FindCode(unit) is { } code
        && code.Attribute("dimension") == Mass
        && decimal.TryParse(code.Attribute("factor"), CultureInfo.InvariantCulture, out decimal factor)
            ? factor
            : null;

    private static bool HasNumber(Account account, Sentence sentence, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (
                account.Words[i].Kind == TokenKind.Number
                || (sentence.At(Cue.Number, i) is { } word && word.Code != One)
                || (account.Words[i].Kind == TokenKind.Han && Numerals.Read(account, sentence, i) is not null)
            )
                return true;
        }

        return false;
    }

    // "350 articles, among them 20 watches": the whole is the amount. Up to the end of the clause.
    private static bool IsPart(Account account, Sentence sentence, int at) =>
        sentence.Of(Cue.Part).Any(c => c.To <= at && !IsParted(account, c.To - 1, at));

    // "200 telephones and 340 processors" are one kind of goods to the list: neither is its amount. Within the clause.
    private static bool IsInList(Account account, Sentence sentence, int at, int to)
    {
        for (int i = at - 1; i >= sentence.From && !IsParted(account, i, at); i--)
        {
            if (CountsGoods(account, sentence, i, at))
                return true;
        }

        for (int i = to; i < sentence.To && !IsParted(account, to - 1, i); i++)
        {
            if (CountsGoods(account, sentence, i, sentence.To))
                return true;
        }

        return false;
    }

    private static bool CountsGoods(Account account, Sentence sentence, int at, int end) =>
        Numerals.Read(account, sentence, at) is { IsArticle: false } number
        && number.To < end
        && sentence.At(Cue.Other, number.To) is null
        && !IsMoney(account, at, number.To);

    private static bool IsParted(Account account, int before, int after)
    {
        ReadOnlySpan<char> between = account.Text.AsSpan(account.Words[before].End..account.Words[after].Start);
        return between.ContainsAny(PartingMarks) || between.Contains(", ", StringComparison.Ordinal);
    }

    // The natural unit of goods that are counted by the piece; goods that are weighed have none without a word for it.
    private string? CountUnit(string code) =>
        products.FindCode(code)?.Attribute("canonical_unit") is { } unit && unit is not ("KGM" or "LTR" or "MTQ" or "LPA") ? unit : null;

    private static bool IsMoney(Account account, int at, int to)
    {
        Token first = account.Words[at];
        for (int i = first.Start - 1; i >= 0 && i >= first.Start - 2; i--)
        {
            if (char.GetUnicodeCategory(account.Text[i]) == UnicodeCategory.CurrencySymbol)
                return true;
        }

        int end = account.Words[to - 1].End;
        return end < account.Text.Length
            && (account.Text[end] is '%' or '％' || char.GetUnicodeCategory(account.Text[end]) == UnicodeCategory.CurrencySymbol);
    }

    /// <summary>How much of a product; bare where no word for a unit stands with it.</summary>
    private sealed record Amount(TermMatch Product, decimal Value, string Unit, int From, int NumberTo, int To, bool IsBare = false);
}
