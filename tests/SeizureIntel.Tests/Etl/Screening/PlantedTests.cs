using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Tests.Architecture;
using SeizureIntel.Tests.Etl.Screening.Planted;
using Xunit;

namespace SeizureIntel.Tests.Etl.Screening;

/// <summary>Identifiers planted in sentences of ten languages are masked; sentences that only look dangerous stay as they are. The sentences were
/// written before the lists; every second one of a class was not looked at while the rules were made.</summary>
public sealed class PlantedTests
{
    private const int SecretsInASentence = 12;
    private const double AimOverAll = 0.98;
    private const double AimOfAClass = 0.95;

    private static readonly NarrativeMask Masking = new(Shipped.Screening);
    private static readonly string Folder = Path.Combine(House.Root, "tests", "SeizureIntel.Tests", "Etl", "Screening", "Planted");

    [Theory]
    [InlineData(0, 20_261)]
    [InlineData(1, 20_262)]
    public void Planted_identifiers_are_masked(int half, int seed)
    {
        var secrets = new Secrets(seed);
        var tallies = new SortedDictionary<string, (int Planted, int Masked)>(StringComparer.Ordinal);
        var missed = new List<string>();
        foreach ((string kind, string language, string sentence) in Sentences(half))
        {
            for (int i = 0; i < SecretsInASentence; i++)
            {
                bool isRadio = sentence.Contains("{y}", StringComparison.Ordinal);
                string secret = secrets.Of(isRadio ? "mmsi" : kind, language);
                string text = sentence.Replace(isRadio ? "{y}" : "{x}", secret, StringComparison.Ordinal);
                (int planted, int masked) = tallies.GetValueOrDefault(kind);
                bool isMasked = IsMasked(text, secret);
                tallies[kind] = (planted + 1, masked + (isMasked ? 1 : 0));
                if (!isMasked)
                    missed.Add(text);
            }
        }

        string table = string.Join("\n", tallies.Select(t => $"{t.Key} {t.Value.Masked} of {t.Value.Planted}")) + "\n";
        Assert.All(tallies, t => Assert.True(t.Value.Masked >= AimOfAClass * t.Value.Planted, table + string.Join("\n", missed)));
        Assert.True(tallies.Sum(t => t.Value.Masked) >= AimOverAll * tallies.Sum(t => t.Value.Planted), table + string.Join("\n", missed));
    }

    [Fact]
    public void Dangerous_looking_narratives_stay_as_they_are()
    {
        string[] clean = File.ReadAllLines(Path.Combine(Folder, "clean.txt"));
        Assert.True(clean.Length >= 200);
        Assert.Equal(clean, clean.Select(c => Masking.Mask(c).Text));
    }

    [Fact]
    public void Registrations_of_forty_shapes_are_masked_behind_a_word_and_beside_a_vehicle()
    {
        var secrets = new Secrets(7);
        Assert.True(Secrets.PlateShapes.Count >= 40);
        foreach (string plate in Secrets.PlateShapes.Select(secrets.Fill))
            Assert.Equal("seen: lorry reg. [vehicle] at dawn", Masking.Mask($"seen: lorry reg. {plate} at dawn").Text);
    }

    // Every letter and digit of the secret is gone.
    private static bool IsMasked(string text, string secret)
    {
        IReadOnlyList<MaskedSpan> spans = Masking.Mask(text).Spans;
        int start = text.IndexOf(secret, StringComparison.Ordinal);
        return Enumerable
            .Range(start, secret.Length)
            .All(i => !char.IsLetterOrDigit(text[i]) || spans.Any(s => s.Start <= i && i < s.Start + s.Length));
    }

    private static IEnumerable<(string Kind, string Language, string Sentence)> Sentences(int half) =>
        File.ReadAllLines(Path.Combine(Folder, "sentences.tsv"))
            .Select(static l => l.Split('\t'))
            .GroupBy(static r => r[0])
            .SelectMany(g => g.Where((_, i) => i % 2 == half))
            .Select(static r => (r[0], r[1], r[2]));
}
