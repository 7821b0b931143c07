using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Resources;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>The texts of the pages in a language, out of <c>Texts/Pages.resx</c>; another language is a file beside it.</summary>
internal sealed class PageTexts
{
    private static readonly ResourceManager Resources = new("SeizureIntel.Dashboards.Texts.Pages", typeof(PageTexts).Assembly);

    private readonly CultureInfo _culture;

    public PageTexts(CultureInfo culture) => _culture = culture;

    /// <summary>The English texts.</summary>
    public static PageTexts English { get; } = new(CultureInfo.GetCultureInfo("en"));

    /// <summary>The names of all texts, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Resources
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>()
            .Select(e => (string)e.Key)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The language as an address of the Web says it, such as <c>en</c>.</summary>
    public string Language => _culture.TwoLetterISOLanguageName;

    /// <summary>The text of a name.</summary>
    public string this[string name] =>
        Resources.GetString(name, _culture) ?? throw new ArgumentException($"Pages.resx has no text '{name}'.", nameof(name));

    /// <summary>The text of a name with its places filled.</summary>
    public string this[string name, params object[] values] => string.Format(CultureInfo.InvariantCulture, this[name], values);
}
