using System;
using System.IO;
using SeizureIntel.Reading.Narratives;
using SeizureIntel.Tests.CodeLists;
using SeizureIntel.Tests.Etl;

namespace SeizureIntel.Tests.Reading;

/// <summary>The reader as it is shipped.</summary>
internal static class Readers
{
    private static readonly Lazy<LexiconReader> Shared = new(() =>
        new LexiconReader(
            Shipped.Lists,
            File.ReadAllText(Path.Combine(CommittedCodeLists.Folder, "lexicons", "concealment_lexicon.csv")),
            File.ReadAllText(Path.Combine(CommittedCodeLists.Folder, "lexicons", "narrative_cues.csv"))
        )
    );

    public static LexiconReader Lexicon => Shared.Value;
}
