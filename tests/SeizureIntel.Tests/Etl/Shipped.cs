using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Suggesting;
using SeizureIntel.Tests.Architecture;

namespace SeizureIntel.Tests.Etl;

/// <summary>The code lists and sources that are shipped.</summary>
internal static class Shipped
{
    private static readonly Lazy<CodeListSet> AllLists = new(() =>
        CodeListFiles.Parse(
            Directory
                .GetFiles(Path.Combine(House.Root, "etl", "codelists"), "*.csv")
                .ToDictionary(f => Path.GetFileName(f), File.ReadAllText)
        )
    );

    private static readonly Lazy<IReadOnlyList<SourceDescription>> AllSources = new(() =>
        [
            .. Directory
                .GetDirectories(SourcesFolder)
                .Order(StringComparer.Ordinal)
                .Select(d => SourceDescription.Parse(File.ReadAllText(Path.Combine(d, "source.json")), Path.GetFileName(d))),
        ]
    );

    private static readonly Lazy<ScreeningLists> AllScreening = new(() =>
        ScreeningLists.Parse([.. ScreeningWords, Read(Path.Combine(ScreeningFolder, ScreeningLists.WeightsFile))])
    );

    private static readonly Lazy<IReadOnlyList<(string Path, string Text)>> AllScreeningWords = new(() =>
        [.. Directory.GetFiles(ScreeningFolder, "*.csv").Order(StringComparer.Ordinal).Select(Read)]
    );

    private static readonly Lazy<SourceSuggester> OneSuggester = new(() =>
        new SourceSuggester(Lists, Screening, Words, GoodsWords.Parse("goods_words.csv", GoodsText, Lists))
    );

    private static readonly Lazy<ColumnWords> AllWords = new(() =>
        ColumnWords.Parse("column_words.csv", Lexicon("column_words.csv"), NameModel.Parse(NameModel.File, Lexicon(NameModel.File)))
    );

    private static string Lexicon(string name) => File.ReadAllText(Path.Combine(House.Root, "etl", "codelists", "lexicons", name));

    /// <summary>The text of the words by which tables name goods.</summary>
    public static string GoodsText => Lexicon("goods_words.csv");

    /// <summary>The words by which columns are named.</summary>
    public static ColumnWords Words => AllWords.Value;

    public static SourceSuggester Suggester => OneSuggester.Value;

    public static ScreeningLists Screening => AllScreening.Value;

    /// <summary>The files of the words of screening, without what was learned.</summary>
    public static IReadOnlyList<(string Path, string Text)> ScreeningWords => AllScreeningWords.Value;

    private static string ScreeningFolder => Path.Combine(House.Root, "etl", "screening");

    private static (string Path, string Text) Read(string path) => (path, File.ReadAllText(path));

    public static CodeListSet Lists => AllLists.Value;

    public static IReadOnlyList<SourceDescription> Sources => AllSources.Value;

    public static string SourcesFolder => Path.Combine(House.Root, "etl", "sources");

    /// <summary>A folder of real public data beside the repository; null where it is absent.</summary>
    public static string? Data =>
        Directory.Exists(Path.Combine(House.Root, "..", "shared", "data")) ? Path.Combine(House.Root, "..", "shared", "data") : null;
}
