using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Etl.Screening;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>A sentence as an officer writes it, with something personal in it that the screen must take out, or with nothing of the kind.</summary>
/// <param name="Set"><c>learn</c> where the rules were made with it in sight, <c>hold</c> where it was only counted.</param>
/// <param name="Class">What was planted; empty for nothing.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Secret">What was planted, as it stands in the sentence; empty for nothing.</param>
internal sealed record PlantedSentence(string Set, string Class, string Language, string Text, string Secret)
{
    // A town or a month may stay: their digits single somebody out.
    private static readonly string[] ByDigits = ["street_address", "date_of_birth"];

    /// <summary>The folder of the files.</summary>
    public static string Folder { get; } = Path.Combine(Surroundings.Root, "tests", "SeizureIntel.Tests", "Etl", "Screening", "Planted");

    /// <summary>The sentences of a file's secrets: set, class, language, sentence and secret.</summary>
    /// <param name="file">The file's name before what it holds.</param>
    public static IReadOnlyList<PlantedSentence> Secrets(string file) =>
        [.. Rows($"{file}_secrets.tsv").Select(static c => new PlantedSentence(c[0], c[1], c[2], c[3], c[4]))];

    /// <summary>The sentences of a file that has nothing personal: set, language and sentence.</summary>
    /// <param name="file">The file's name before what it holds.</param>
    public static IReadOnlyList<PlantedSentence> Clean(string file) =>
        [.. Rows($"{file}_clean.tsv").Select(static c => new PlantedSentence(c[0], "", c[1], c[2], ""))];

    /// <summary>The cells of a file below its header.</summary>
    public static IEnumerable<string[]> Rows(string name) =>
        File.ReadLines(Path.Combine(Folder, name)).Skip(1).Select(static l => l.Split('\t'));

    /// <summary>Whether each letter and digit of the secret is masked; of an address or a birth each digit.</summary>
    public bool IsMaskedBy(NarrativeMask mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        return IsMaskedBy(mask.Mask(Text).Spans);
    }

    /// <summary>Whether spans mask it so.</summary>
    public bool IsMaskedBy(IReadOnlyList<MaskedSpan> spans)
    {
        int start = Text.IndexOf(Secret, StringComparison.Ordinal);
        bool areDigitsEnough = ByDigits.Contains(Class);
        for (int i = start; i < start + Secret.Length; i++)
        {
            bool counts = areDigitsEnough ? char.IsDigit(Text[i]) : char.IsLetterOrDigit(Text[i]);
            if (counts && !spans.Any(s => s.Start <= i && i < s.Start + s.Length))
                return false;
        }

        return true;
    }
}
