using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Text;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>A unit, a currency and a product that stand in a column's name, as in <c>Quantidade (Kg)</c> and <c>Cocaine_Kg</c>.</summary>
/// <param name="Unit">Code of the unit; null for none.</param>
/// <param name="Currency">Code of the currency; null for none.</param>
/// <param name="Product">Code of the product; null for none.</param>
/// <param name="IsWhole">True where the name is the unit and nothing else.</param>
/// <param name="IsPeriod">True where the name is a month or has a year in it.</param>
/// <param name="Words">The words that say unit and currency, folded.</param>
internal sealed partial record HeaderUnit(
    string? Unit,
    string? Currency,
    string? Product,
    bool IsWhole,
    bool IsPeriod,
    IReadOnlySet<string> Words
)
{
    // They name a column of units rather than a unit.
    private static readonly HashSet<string> Generic = new(
        [
            "unit",
            "units",
            "unidad",
            "unidades",
            "unidade",
            "unite",
            "unites",
            "einheit",
            "number",
            "count",
            "no",
            "nr",
            "dose",
            "mark",
            "container",
            "item",
            "items",
        ],
        StringComparer.Ordinal
    );

    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["€"] = "EUR",
        ["£"] = "GBP",
        ["$"] = "USD",
    };

    /// <summary>What a name says.</summary>
    public static HeaderUnit Of(string name, CodeListSet lists)
    {
        CodeList? units = Lists.Find(lists, "units"),
            currencies = Lists.Find(lists, "currencies"),
            products = Lists.Find(lists, "products");
        // "淨重KG" is a weight in kilograms.
        name = BesideSigns().Replace(name, " ");
        string[] all = ColumnWords.WordsOf(name, keepStars: false);
        var used = new HashSet<string>(StringComparer.Ordinal);
        string? unit = null;
        string? currency = Signs.FirstOrDefault(s => name.Contains(s.Key, StringComparison.Ordinal)).Value;
        foreach (string word in all.Reverse())
        {
            if (Generic.Contains(word))
                continue;
            bool isMarked = all.Length == 1 || IsMarked(name, word),
                isFirst = word == all[0] && word.Length <= 3 && all.Length <= 3;
            // Words that count pieces are too short to be told from others where they come first.
            if (
                unit is null
                && (isMarked || isFirst)
                && units?.Find(word) is { } found
                && (isMarked || found.Attribute("dimension") != "count")
            )
            {
                unit = found.Value;
                used.Add(word);
            }
            else if (currency is null && word.Length == 3 && isMarked && currencies?.FindCode(word) is { } money && HasCapitals(name, word))
            {
                currency = money.Value;
                used.Add(word);
            }
        }

        string[] rest = [.. all.Where(w => !used.Contains(w))];
        string? product = unit is null || rest.Length == 0 ? null : products?.Find(string.Join(' ', rest))?.Value;
        bool isPeriod = YearInName().IsMatch(name) || Lists.Find(lists, "months")?.Find(name) is not null;
        return new HeaderUnit(unit, currency, product, unit is not null && rest.Length == 0, isPeriod, used);
    }

    // A unit stands in brackets, behind an underscore or at the end.
    private static bool IsMarked(string name, string word)
    {
        // "(Rs. in M)" is no metre.
        if (word.Length == 1 && name.AsSpan().IndexOfAny(" (") >= 0 && !name.Contains($"({word})", StringComparison.OrdinalIgnoreCase))
            return false;
        string folded = FoldedText.Fold(name).TrimEnd(' ', ')', ']', '.', '）');
        return folded.EndsWith(word, StringComparison.Ordinal)
            || folded.Contains("(" + word, StringComparison.Ordinal)
            || folded.Contains("（" + word, StringComparison.Ordinal)
            || folded.Contains("[" + word, StringComparison.Ordinal);
    }

    private static bool HasCapitals(string name, string word) => name.Contains(word.ToUpperInvariant(), StringComparison.Ordinal);

    [GeneratedRegex(@"(?<=[\u0e00-\u0eff\u3041-\u9fff])(?=[A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex BesideSigns();

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d{2}(?!\d)", RegexOptions.CultureInvariant)]
    internal static partial Regex YearInName();
}
