using System.Text.RegularExpressions;
using SeizureIntel.CodeLists;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Amounts of money that name their currency in the same cell: <c>PHP 4,926,000.00</c>, <c>£1,200</c>, <c>84 212 Ft</c>.</summary>
internal static partial class Prices
{
    /// <summary>The amount alone; null where the text names no currency.</summary>
    /// <param name="text">A cell.</param>
    /// <param name="currencies">The list of currencies; null for none.</param>
    public static string? Without(string text, CodeList? currencies)
    {
        Match price = Before().Match(text);
        if (!price.Success)
            price = Behind().Match(text);
        if (!price.Success)
            return null;
        string word = price.Groups["word"].Value.Trim();
        bool isSign = Sign().IsMatch(word);
        return isSign || currencies?.Find(word.TrimEnd('.')) is not null ? price.Groups["amount"].Value.TrimEnd('-') : null;
    }

    [GeneratedRegex(@"^(?<word>[^\d\s+-][^\d+-]{0,5}?)\s*(?<amount>[+-]?\d.*)$", RegexOptions.CultureInvariant)]
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
