using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>The words by which screening knows personal data: shipped ones and those an office adds. Read once, never changed.</summary>
public sealed partial class ScreeningLists
{
    /// <summary>The file of what the tagger has learned.</summary>
    public const string WeightsFile = "tagger.txt";

    internal const string GivenNameList = "given_names";
    internal const string NotNameList = "not_names";
    internal const string BrandList = "brands";
    internal const string TriggerList = "triggers";
    internal const string NamePartList = "name_parts";
    internal const string HeaderWordList = "header_words";
    internal const string PersonNameList = "person_names";
    internal const string MoreNameList = "more_names";
    internal const string CommonWordList = "common_words";
    internal const string PlaceNameList = "place_names";
    internal const string NameContextList = "name_context";
    internal const string HanWordList = "han_words";
    internal const string IntroducerList = "introducers";
    internal const string AddressList = "addresses";
    internal const string CompanyList = "companies";
    internal const string HanList = "han";
    internal const string PersonalFactList = "personal_facts";
    internal const string PlateShapeList = "plate_shapes";
    internal const string ExplanationList = "explanations";

    private readonly IReadOnlyDictionary<string, IReadOnlyList<ScreeningWord>> _lists;
    private readonly Lazy<BareNames> _bareNames;
    private readonly Lazy<NominalFinder> _finder;
    private readonly Lazy<LearnedFinder?> _learned;

    private ScreeningLists(IReadOnlyDictionary<string, IReadOnlyList<ScreeningWord>> lists, (string Path, string Text)? weights)
    {
        _lists = lists;
        GivenNames = new GivenNames(this);
        NotNames = new NotNames(this);
        Brands = new NamedBrands(this);
        Triggers = new TriggerWords(this);
        NameParts = new NameParts(this);
        HeaderWords = new HeaderWords(this);
        _bareNames = new Lazy<BareNames>(() => new BareNames(this));
        _finder = new Lazy<NominalFinder>(() => new NominalFinder(this));
        // A damaged file is told at once; the words are hashed when a narrative needs them.
        TaggerWeights? learned = weights is { } w ? TaggerWeights.Parse(w.Path, w.Text) : null;
        _learned = new Lazy<LearnedFinder?>(() => learned is null ? null : new LearnedFinder(new TaggerWords(this), learned));
    }

    internal GivenNames GivenNames { get; }

    internal NotNames NotNames { get; }

    internal NamedBrands Brands { get; }

    internal TriggerWords Triggers { get; }

    internal NameParts NameParts { get; }

    internal HeaderWords HeaderWords { get; }

    // Patterns are put together when the first text is screened: most commands screen none.
    internal NominalFinder Finder => _finder.Value;

    // Some hundred thousand words, which only a narrative needs.
    internal BareNames BareNames => _bareNames.Value;

    // What was learned from planted narratives; null where its weights were not given.
    internal LearnedFinder? Learned => _learned.Value;

    /// <summary>Reads lists; files of one name are put together, so that an office's own words join the shipped ones.</summary>
    /// <param name="files">The text of each file with its path; the name at the path's end says which list it is. <see cref="WeightsFile"/> may be
    /// among them: without it narratives are screened by rules alone.</param>
    /// <returns>The lists, ready to screen with.</returns>
    /// <exception cref="FormatException">A file is no screening list, or a list has no words; the message names file and line, what was found and
    /// what was expected.</exception>
    public static ScreeningLists Parse(IEnumerable<(string Path, string Text)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        (string Path, string Text)[] all = [.. files];
        int weights = Array.FindIndex(all, static f => f.Path.EndsWith(WeightsFile, StringComparison.Ordinal));
        return new ScreeningLists(ScreeningListFiles.Parse(all.Where((_, i) => i != weights)), weights < 0 ? null : all[weights]);
    }

    /// <summary>The rows of a list in the order of its files.</summary>
    internal IReadOnlyList<ScreeningWord> Rows(string list) => _lists[list];

    /// <summary>The words of one use in a list, in the order of its files.</summary>
    internal IEnumerable<string> Words(string list, string use) => _lists[list].Where(w => w.Use == use).Select(static w => w.Text);

    /// <summary>Finds in one pass whether any word of some uses stands in a text: one without any needs no pattern. Of a word in two parts the first
    /// counts, as patterns let the space go.</summary>
    internal SearchValues<string> AnyOf(string list, StringComparison comparison, params ReadOnlySpan<string> uses)
    {
        var words = new List<string>();
        foreach (string use in uses)
            words.AddRange(Words(list, use).Select(static w => w.Split(' ')[0]));
        return SearchValues.Create([.. words], comparison);
    }

    /// <summary>A pattern in whose text <c>{use}</c> stands for the words of that use; its structure is ours, its words are the list's.</summary>
    internal Regex Pattern(string list, string template) =>
        new(
            Placeholder().Replace(template, m => Alternatives(list, m.Groups[1].Value)),
            RegexOptions.CultureInvariant | RegexOptions.Compiled
        );

    // The longest comes first, so that "Pty Ltd" is not cut to "Pty"; a space may be missing.
    private string Alternatives(string list, string use) =>
        "(?:"
        + string.Join(
            '|',
            Words(list, use)
                .OrderByDescending(static w => w.Length)
                .Select(static w => Regex.Escape(w).Replace("\\ ", @"\s?", StringComparison.Ordinal))
        )
        + ")";

    [GeneratedRegex(@"\{([a-z_]{3,})\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
