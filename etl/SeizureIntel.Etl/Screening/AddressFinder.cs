using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>Street addresses with a house number.</summary>
internal static partial class AddressFinder
{
    private static readonly Regex[] Patterns = [NumberFirst(), WordFirst(), German(), Slavic(), Turkish(), Han(), Arabic()];

    public static void Find(string text, List<MaskedSpan> found)
    {
        foreach (Regex pattern in Patterns)
        {
            for (Match match = pattern.Match(text); match.Success; match = match.NextMatch())
                found.Add(new(NominalKind.Address, match.Index, match.Length));
        }
    }

    /// <summary>The town of an address: its parts without street, number and postcode; empty where nothing is left.</summary>
    public static string Town(string text, IReadOnlyList<MaskedSpan> addresses)
    {
        var towns = new List<string>();
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not (',' or ';' or '\n' or '，' or '、'))
                continue;
            bool isStreet = false;
            foreach (MaskedSpan span in addresses)
                isStreet |= span.Start < i && start < span.Start + span.Length;
            string part = Postcodes().Replace(text[start..i], " ").Trim(' ', '-', '.', '/');
            if (!isStreet && part.Length > 1 && !HouseParts().IsMatch(part))
                towns.Add(part);
            start = i + 1;
        }

        return string.Join(", ", towns);
    }

    // 12B High Street · 5 rue de la Paix.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}.,/-])\d{1,5}(?:-\d{1,5})?[A-Za-z]?(?: ?(?:bis|ter))?,? (?:(?:\p{Lu}[\p{L}.'’-]*|\d{1,3}(?:st|nd|rd|th)) "
            + @"){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Ln|Drive|Court|Square|Sq|Terrace|Crescent|Parade|Close)(?!\p{L})\.?|(?<![\p{L}\p{N}.,/-])\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|av\.|boulevard|bd\.?|chemin|impasse|all[ée]e|quai|place) (?:(?:de|du|des|la|le|les|l['’]|d['’]) ?){0,3}\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+){0,3}",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NumberFirst();

    // Calle Mayor 12 · Carrera 7 # 45-10 · Rua das Flores, n.º 30 · Avenida Paulista 1000.
    [GeneratedRegex(
        @"(?<!\p{L})(?i:calle|c/|avenida|avda?\.|av\.|carrera|cra\.?|cl\.|paseo|plaza|alameda|travessa|rua|r\.|pra[çc]a|viale|corso|piazza)(?!\p{L})\s?(?:(?:\d{1,3}[A-Z]?|(?i:de|del|da|das|do|dos|la|las|los|el|di|della|[\p{Lu}][\p{L}.'’-]*))\s?){1,6}(?:,\s?|\s)?(?:(?i:n(?:[º°o.]|[uú]m\.?|\.[º°])+|nro\.?|#)\s?\d{1,5}(?:\s?-\s?\d{1,4})?|(?<=[\p{L}.]\s?|\p{L},\s?)\d{1,5})(?![\p{N}]|\s?(?i:km|kg|g|de )(?!\p{L}))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex WordFirst();

    [GeneratedRegex(
        @"(?<!\p{L})(?:\p{Lu}[\p{L}-]*(?:straße|strasse|str\.|gasse|allee|damm|ufer|chaussee)|(?:\p{Lu}[\p{L}-]+ "
            + @")?(?:Straße|Strasse|Allee|Gasse)|\p{Lu}\p{L}{3,}(?:weg|platz|ring)) \d{1,4} ?[a-z]?(?![\p{L}\p{N}])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex German();

    [GeneratedRegex(
        @"(?<!\p{L})(?i:ul\.|ulic[ay]|al\.|aleja|os\.|pl\.|ул\.|улиц[аеы]|пр\.|пр-т|просп(?:\.|ект)|пер\.|ш\.|шоссе|б-р|бульвар)\s?(?:\p{Lu}[\p{L}.-]*\s?){1,4},?\s?(?i:д\.|дом|nr)?\s?\d{1,4}(?:[/-]\d{1,4})?\p{L}?(?:(?:\s?m\.|,?\s?(?:кв\.|к\.|корп\.))\s?\d{1,4})?(?![\p{L}\p{N}])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Slavic();

    [GeneratedRegex(
        @"(?<!\p{L})(?:\p{Lu}\p{L}+\s){1,4}(?:Cad(?:desi|\.)|Sok(?:ağı|ak|\.)|Sk\.|Bulvarı|Blv\.)(?:\s?,?\s?(?:No|no|Numara|nr)?\s?[:.]?\s?\d{1,4}(?:/\d{1,4})?)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Turkish();

    [GeneratedRegex(
        @"(?:[\u4e00-\u9fff](?<![往函於于在到至位])){2,8}(?:路|街|道|巷|弄|胡同)[0-9０-９一二三四五六七八九十百千零〇]{1,6}[号號](?:[0-9A-Za-z０-９]{1,5}(?:室|楼|樓|座|单元))?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Han();

    [GeneratedRegex(
        @"شارع\s+[\u0621-\u064a]+(?:\s+[\u0621-\u064a]+){0,2}\s*[،,]?\s*(?:رقم|عمارة|بناية|منزل)?\s*[0-9٠-٩]{1,5}",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Arabic();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:[A-Z]{1,2}-)?\d{2,6}(?:-\d{3,4})?(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Postcodes();

    [GeneratedRegex(
        @"^(?i:apt|apartment|flat|floor|piso|apto|no|n[º°o]|km|кв|дом|stock|étage|daire|kat|m)\b\.?\s*\w{0,4}$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex HouseParts();
}
