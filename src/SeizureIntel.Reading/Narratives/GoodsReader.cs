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
/// <param name="units">Units by the words for them.</param>
internal sealed class GoodsReader(CodeList products, TermBook units)
{
    private const int ReachOfWords = 6;
    private const int ReachOfCharacters = 10;
    private const int ReachBack = 7;
    private const string Packages = "PACKAGE";
    private static readonly SearchValues<char> PartingMarks = SearchValues.Create("，；;");

    // How sure such words are taken to be by who wrote the lists; `./run bench reading` measures hiding places alone.
    private const double CountedGoods = 0.97;
    private const double NamedGoods = 0.9;
    private const double CoverGoods = 0.85;

    /// <summary>Adds what the account says.</summary>
    public void Read(Account account, List<Proposal> proposals)
    {
        if (!account.TellsOfACase)
            return;
        var goods = new List<(TermMatch Product, Amount? Amount)>();
        foreach (Sentence sentence in account.Sentences)
        {
            if (sentence.IsGeneral)
                continue;
            List<TermMatch> named = [.. sentence.Terms.Where(t => t.Field == "product")];
            List<Amount> amounts = Amounts(account, sentence, named);
            bool isTold = sentence.Has(Cue.Seize) || sentence.Has(Cue.Hide);
            foreach (TermMatch product in named)
            {
                Amount? amount = amounts.Find(a => a.Product == product);
                if (amount is null && IsCover(account, sentence, product))
                    AddCover(account, product, proposals);
                else if (amount is not null || (isTold && (!IsOrdinary(product.Code) || IsSeized(account, sentence, product))))
                    goods.Add((product, amount));
            }
        }

        int item = 0;
        foreach (IGrouping<string, (TermMatch Product, Amount? Amount)> same in goods.GroupBy(g => g.Product.Code))
        {
            if (goods.Exists(g => g.Product.Code != same.Key && IsAbove(same.Key, g.Product.Code)))
                continue;
            // "166 boxes with two million cigarettes": the boxes are no amount of cigarettes.
            (TermMatch Product, Amount? Amount)[] counted =
            [
                .. same.OrderBy(g =>
                    g.Amount is null ? 2
                    : g.Amount.Unit == Packages ? 1
                    : 0
                ),
            ];
            Add(account, counted[0].Product, counted[0].Amount, item, proposals);
            // A whole and its parts: which is which is not said.
            foreach (Amount other in counted.Skip(1).Select(g => g.Amount).OfType<Amount>().Where(a => a.Unit != Packages))
            {
                if (other.Value != counted[0].Amount!.Value || other.Unit != counted[0].Amount!.Unit)
                    AddAmount(account, other, item, proposals);
            }

            item++;
        }
    }

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
            if (!IsMoney(account, i, number.To) && AmountAt(account, sentence, named, i, number) is { } amount)
                amounts.Add(amount);
            i = number.To - 1;
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
        TermMatch? unit = units.FindAt(account.Words, to, Math.Min(sentence.To, to + 4));
        if (unit is null)
        {
            // Chinese counts no goods without a word that counts them: what stands so is the number of a telephone.
            if (to < sentence.To && account.Words[to].Kind == TokenKind.Han)
                return null;
            if (number.IsArticle || to >= sentence.To || sentence.At(Cue.Package, to) is not null || sentence.At(Cue.Other, to) is not null)
                return null;
            return named.Find(p => p.From >= to && p.From - to <= 2) is { Code: not null } counted && CountUnit(counted.Code) is { } natural
                ? new Amount(counted, number.Value, natural, at, to, counted.To)
                : null;
        }

        // "A kilo" is an amount, "a shipment" is not.
        if (number.IsArticle && unit.Value.Code is ("H87" or "PACKAGE"))
            return null;
        int end = unit.Value.To,
            reach = account.Words[end - 1].Kind == TokenKind.Han ? ReachOfCharacters : ReachOfWords;
        // A word that counts anything counts what stands right behind it.
        if (unit.Value.Code == "H87")
            reach = 2;
        TermMatch product = named.Find(p => p.From >= to && p.From - end <= reach && !HasNumber(account, sentence, end, p.From));
        // "Counterfeit discs, two stores": what counts anything counts nothing that stands before it, in Chinese.
        if (product.Code is null && !(unit.Value.Code == "H87" && account.Words[end - 1].Kind == TokenKind.Han))
            product = named.FindLast(p => p.To <= at && at - p.To <= ReachBack && !HasNumber(account, sentence, p.To, at));
        if (product.Code is null)
            return null;
        if (IsPart(account, sentence, at) || (IsOrdinary(product.Code) && IsInList(account, sentence, at, end)))
            return null;
        // One word in Chinese counts cigarettes and whatever else is long: 支.
        bool isStick = unit.Value.Code != "STICK" || products.FindCode(product.Code)?.Attribute("heading") == "H02";
        return new Amount(product, number.Value, isStick ? unit.Value.Code : "H87", at, to, end);
    }

    private static bool HasNumber(Account account, Sentence sentence, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (
                account.Words[i].Kind == TokenKind.Number
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

    /// <summary>How much of a product.</summary>
    private sealed record Amount(TermMatch Product, decimal Value, string Unit, int From, int NumberTo, int To);
}
