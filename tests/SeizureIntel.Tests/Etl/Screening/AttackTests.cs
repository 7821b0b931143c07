using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Tests.Architecture;
using Xunit;

namespace SeizureIntel.Tests.Etl.Screening;

/// <summary>Sentences written to get identifiers past the screen: abbreviations, makes without a vehicle word, split numbers. attacks.tsv holds
/// them with braces around what must go. "tune" was looked at while the rules were made (.60 before, .97 after), "held" only measured
/// (.62 and .90), "second" was written afterwards, measured once (.88) and then mended for.</summary>
public sealed class AttackTests
{
    private static readonly NarrativeMask Masking = new(Shipped.Screening);
    private static readonly string Folder = Path.Combine(House.Root, "tests", "SeizureIntel.Tests", "Etl", "Screening", "Planted");

    // Just below what stands today, for each set.
    [Theory]
    [InlineData("tune", 0.96)]
    [InlineData("held", 0.90)]
    [InlineData("second", 0.98)]
    public void Attacks_are_masked(string set, double least)
    {
        List<(string Kind, string Text, string Secret)> attacks = [.. Attacks(set)];
        List<string> missed = [.. attacks.Where(static a => !IsMasked(a.Text, a.Secret)).Select(static a => $"{a.Kind}: {a.Text}")];
        Assert.True(attacks.Count >= 90);
        Assert.True(missed.Count <= (1 - least) * attacks.Count, string.Join("\n", missed));
    }

    [Fact]
    public void Registrations_and_chassis_numbers_are_masked()
    {
        List<(string Kind, string Text, string Secret)> vehicles =
        [
            .. new[] { "tune", "held", "second" }.SelectMany(Attacks).Where(static a => a.Kind is "plate" or "vin"),
        ];
        Assert.True(vehicles.Count >= 150);
        Assert.True(vehicles.Count(static a => IsMasked(a.Text, a.Secret)) >= 0.95 * vehicles.Count);
    }

    [Theory]
    [InlineData("toyota hilux JGM 875 with 14 bales", "toyota hilux [vehicle] with 14 bales")]
    [InlineData("Scania R450 PX 12 KLO, 900 ctns", "Scania R450 [vehicle], 900 ctns")]
    [InlineData("Range Rover - SAL GA2 EV9 HA 123456", "Range Rover - [vehicle]")]
    [InlineData("camion imm. 90 NR 3226 intercepté", "camion imm. [vehicle] intercepté")]
    [InlineData("plates: NR 82041; truck was empty", "plates: [vehicle]; truck was empty")]
    [InlineData("the truck CA 1234 ML was empty", "the truck [vehicle] was empty")]
    [InlineData("身份證號碼 K482173(3)", "身份證號碼 [id number]")]
    public void What_got_through_is_masked(string text, string masked) => Assert.Equal(masked, Masking.Mask(text).Text);

    [Fact]
    public void Goods_models_and_laws_stay_as_written()
    {
        string[] clean = File.ReadAllLines(Path.Combine(Folder, "lookalikes.txt"));
        Assert.True(clean.Length >= 130);
        Assert.Equal(clean, clean.Select(static c => Masking.Mask(c).Text));
    }

    private static bool IsMasked(string text, string secret)
    {
        int start = text.IndexOf(secret, StringComparison.Ordinal);
        IReadOnlyList<MaskedSpan> spans = Masking.Mask(text).Spans;
        return Enumerable
            .Range(start, secret.Length)
            .All(i => !char.IsLetterOrDigit(text[i]) || spans.Any(s => s.Start <= i && i < s.Start + s.Length));
    }

    private static IEnumerable<(string Kind, string Text, string Secret)> Attacks(string set)
    {
        foreach (string[] row in File.ReadAllLines(Path.Combine(Folder, "attacks.tsv")).Select(static l => l.Split('\t')))
        {
            int from = row[3].IndexOf('{', StringComparison.Ordinal);
            int to = row[3].IndexOf('}', StringComparison.Ordinal);
            if (row[0] == set)
                yield return (row[1], row[3].Remove(to, 1).Remove(from, 1), row[3][(from + 1)..to]);
        }
    }
}
