using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Codes of lists too large to ship or not loaded: a code is known by its form.</summary>
internal static partial class OpenCodes
{
    /// <summary>ISO 4217: three letters.</summary>
    public static Regex Currency { get; } = CurrencyForm();

    /// <summary>UN/LOCODE manual, 3.1: two letters for the country, three letters or digits 2 to 9 for the place.</summary>
    public static Regex Locode { get; } = LocodeForm();

    /// <summary>The code where the text has its form, else what the source's look-ups say.</summary>
    public static Reading Read(string text, Regex form, CodeReader codes) =>
        form.Match(text) is { Success: true } match
            ? new Reading { One = Reading.Known(match.Groups[1].Value + match.Groups[2].Value, text) }
            : codes.One(text);

    [GeneratedRegex("^([A-Z]{3})()$", RegexOptions.CultureInvariant)]
    private static partial Regex CurrencyForm();

    [GeneratedRegex("^([A-Z]{2}) ?([A-Z2-9]{3})$", RegexOptions.CultureInvariant)]
    private static partial Regex LocodeForm();
}
