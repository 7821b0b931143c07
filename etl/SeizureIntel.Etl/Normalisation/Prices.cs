using System.Text.RegularExpressions;
using SeizureIntel.CodeLists;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Amounts of money that name their currency in the same cell: <c>PHP 4,926,000.00</c>, <c>£1,200</c>, <c>84 212 Ft</c>.</summary>
internal static partial class Prices
{
    /// <summary>A cell of money: its amount, and the code of its currency where the cell names one; a bare sign that several currencies share names
    /// none.</summary>
    /// <param name="text">A cell.</param>
    /// <param name="mark">The column's decimal mark.</param>
    /// <param name="currencies">The list of currencies; null for none.</param>
    /// <param name="nonValues">Words for a missing value.</param>
    public static Reading Read(string text, DecimalMark mark, CodeList? currencies, CodeList? nonValues)
    {
        (string Amount, string Word)? price = Priced(text, currencies);
        Reading read = Amounts.Read(price?.Amount ?? text, mark, nonValues);
        if (read.Number is null)
            return read;
        string word = price?.Word ?? read.One.Code;
        if (word == NonValue.NotStated)
            return read;
        if (currencies?.Find(word.TrimEnd('.')) is { } currency)
            return read with { Words = text, One = new Stated(currency.Value, text) };
        // What is no currency says that the figure is no price as it stands: "1.5 million".
        return Sign().IsMatch(word) ? read with { Words = text, One = default } : Reading.Problem(IssueCode.NotANumber, text);
    }

    /// <summary>The figure of a cell, without a word before or behind it.</summary>
    public static string Figure(string text) => Parted(text) is { } price ? price.Groups["amount"].Value : text;

    /// <summary>The amount alone; null where the text names no currency.</summary>
    /// <param name="text">A cell.</param>
    /// <param name="currencies">The list of currencies; null for none.</param>
    public static string? Without(string text, CodeList? currencies) => Priced(text, currencies)?.Amount;

    private static (string Amount, string Word)? Priced(string text, CodeList? currencies)
    {
        if (Parted(text) is not { } price)
            return null;
        string word = price.Groups["word"].Value.Trim();
        bool isMoney = Sign().IsMatch(word) || currencies?.Find(word.TrimEnd('.')) is not null;
        return isMoney ? (price.Groups["amount"].Value.TrimEnd('-'), word) : null;
    }

    // A figure alone, as most cells are, meets no pattern.
    private static Match? Parted(string text) =>
        text.Length == 0 || (char.IsDigit(text[^1]) && (char.IsDigit(text[0]) || text[0] is '-' or '+')) ? null
        : Before().Match(text) is { Success: true } before ? before
        : Behind().Match(text) is { Success: true } behind ? behind
        : null;

    [GeneratedRegex(@"^(?<word>[^\d\s+-][^\d+-]{0,5}?)\s*(?<amount>[+-]?\d[\d .,'’\u00a0\u2009\u202f]*-?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex(@"^(?<amount>[+-]?\d[\d .,'’\u00a0\u2009\u202f]*-?)\s*(?<word>[^\d\s]\D{0,15})$", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    // Signs, and the letters that stand for rupees, kronor, zloty, forint, koruna, lira and dirham in most tables.
    [GeneratedRegex(
        @"^(?:\p{L}{0,2}\p{Sc}|Rs\.?|kr\.?|zł|Ft|Kč|TL|лв\.?|грн\.?|руб\.?|р\.|тг\.?|din\.?|дин\.?|lei|DH|دينار|درهم|ريال|ر\.س\.?|บาท|đồng|đ|円|元|원)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Sign();
}
