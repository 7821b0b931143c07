using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Resources;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Text;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>The texts of the pages in a language, out of <c>Texts/Pages.resx</c>; another language is a file beside it.</summary>
internal sealed class PageTexts
{
    private static readonly ResourceManager Resources = new("SeizureIntel.Dashboards.Texts.Pages", typeof(PageTexts).Assembly);

    private readonly CultureInfo _culture;

    public PageTexts(CultureInfo culture) => _culture = culture;

    /// <summary>The languages that have texts, English first, by their own names.</summary>
    public static IReadOnlyList<(string Language, string Name)> Languages { get; } =
    [("en", "English"), ("fr", "Français"), ("es", "Español")];

    private static FrozenDictionary<string, PageTexts> All { get; } =
        Languages.ToFrozenDictionary(
            l => l.Language,
            l => new PageTexts(CultureInfo.GetCultureInfo(l.Language)),
            StringComparer.OrdinalIgnoreCase
        );

    /// <summary>The English texts.</summary>
    public static PageTexts English { get; } = All["en"];

    /// <summary>The names of all texts, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = NamesIn(CultureInfo.InvariantCulture);

    /// <summary>The language as an address of the Web says it, such as <c>en</c>.</summary>
    public string Language => _culture.TwoLetterISOLanguageName;

    /// <summary>The side on which lines begin: <c>ltr</c> or <c>rtl</c>, as HTML says it.</summary>
    public string Direction => _culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>What findings, fields and codes are told with in this language.</summary>
    public Phrases Phrases => Phrases.Of(Language);

    /// <summary>Whether the texts are in English.</summary>
    public bool IsEnglish => Language == "en";

    /// <summary>The language of a part that is English in every language; null where the page around it is English too.</summary>
    public string? PartLanguage => IsEnglish ? null : "en";

    /// <summary>The direction of such a part; null where the page around it has the same.</summary>
    public string? PartDirection => _culture.TextInfo.IsRightToLeft ? "ltr" : null;

    /// <summary>The text of a name.</summary>
    public string this[string name] =>
        Resources.GetString(name, _culture) ?? throw new ArgumentException($"Pages.resx has no text '{name}'.", nameof(name));

    /// <summary>The text of a name with its places filled.</summary>
    public string this[string name, params object[] values] => string.Format(Phrases.Signs, this[name], values);

    /// <summary>What a study or desk says, in the language; in English where the language has no words for it.</summary>
    public string Say(Phrase phrase) => Phrases.Say(phrase);

    /// <summary>A count, such as <c>12,345</c>.</summary>
    public string Count(double count) => NumberWords.Count(count, Phrases.Signs);

    /// <summary>A quantity with three significant digits.</summary>
    public string Quantity(double quantity) => NumberWords.Quantity(quantity, Phrases.Signs);

    /// <summary>A share as a percentage.</summary>
    public string Share(double share) => NumberWords.Share(share, Phrases.Signs);

    /// <summary>A day, such as <c>31 Dec 2013</c>.</summary>
    public string Day(DateOnly day) => Phrases.ShortDay(day);

    /// <summary>Two days as a span.</summary>
    public string Span(DateOnly from, DateOnly to) => PeriodWords.Span(from, to, Phrases);

    /// <summary>The texts of a language; null where it has none.</summary>
    /// <param name="language">Such as <c>fr</c>; a region behind it, as in <c>fr-CA</c>, changes nothing.</param>
    public static PageTexts? Of(string? language) => language is null ? null : All.GetValueOrDefault(language.Split('-')[0]);

    /// <summary>The names of the texts that stand in the file of a culture itself, in alphabetical order.</summary>
    public static IReadOnlyList<string> NamesIn(CultureInfo culture) =>
        [
            .. Resources
                .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
                .Cast<System.Collections.DictionaryEntry>()
                .Select(e => (string)e.Key)
                .Order(StringComparer.Ordinal),
        ];
}
