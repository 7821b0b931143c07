using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Tests.Architecture;
using Xunit;

namespace SeizureIntel.Tests.Etl.Screening;

/// <summary>Sentences by somebody who had read neither rules nor lists: half of what was written. Before the rule of decision 0029 .58 of the
/// identifiers were masked, .86 when it first met them, .98 after what they taught. The other half was measured without being read: .57 before, .93
/// now (names .87 and .88). The tagger (decision 0057) has learned from the half that was read.</summary>
public sealed class OutsideTests
{
    // Just below what stands today. Of an address each digit must go, the town may stay.
    private const double LeastOverAll = 0.975;
    private const double LeastOfClass = 0.94;
    private const double LeastOfAddresses = 0.7;
    private const double LeastOfNames = 0.96;
    private const string Address = "street_address";
    private const int MostChanged = 8;

    private static readonly NarrativeMask Masking = new(Shipped.Screening);
    private static readonly string Folder = Path.Combine(House.Root, "tests", "SeizureIntel.Tests", "Etl", "Screening", "Planted");

    [Fact]
    public void Identifiers_are_masked_in_each_class()
    {
        List<string[]> rows = Rows("outside_identifiers.tsv");
        var classes = rows.GroupBy(static r => r[0])
            .ToDictionary(static g => g.Key, static g => g.Average(static r => IsRowMasked(r) ? 1.0 : 0));
        string told = string.Join("\n", classes.Select(static c => $"{c.Key} {c.Value:0.00}"));
        Assert.True(rows.Count >= 400 && classes.Count >= 15);
        Assert.True(rows.Average(static r => IsRowMasked(r) ? 1.0 : 0) >= LeastOverAll, told);
        Assert.All(classes, c => Assert.True(c.Value >= (c.Key == Address ? LeastOfAddresses : LeastOfClass), told));
    }

    [Fact]
    public void Names_are_masked() =>
        Assert.True(Rows("outside_names.tsv").Average(static r => AreMasked(r[1], r[2], digitsAlone: false) ? 1.0 : 0) >= LeastOfNames);

    // 61 of 400 were changed before brands, memorials and times were told from persons.
    [Fact]
    public void Goods_quantities_brands_places_times_and_laws_stay()
    {
        List<string> changed =
        [
            .. Rows("outside_clean.tsv")
                .Select(static r => Masking.Mask(r[1]))
                .Where(static m => m.Spans.Count > 0)
                .Select(static m => m.Text),
        ];
        Assert.True(changed.Count <= MostChanged, string.Join("\n", changed));
    }

    private static bool IsRowMasked(string[] row) => AreMasked(row[2], row[3], digitsAlone: row[0] == Address);

    private static bool AreMasked(string text, string secrets, bool digitsAlone)
    {
        IReadOnlyList<MaskedSpan> spans = Masking.Mask(text).Spans;
        foreach (string secret in secrets.Split('|'))
        {
            int start = text.IndexOf(secret, StringComparison.Ordinal);
            Assert.True(start >= 0, text);
            for (int i = start; i < start + secret.Length; i++)
            {
                if (
                    (digitsAlone ? char.IsDigit(text[i]) : char.IsLetterOrDigit(text[i]))
                    && !spans.Any(s => s.Start <= i && i < s.Start + s.Length)
                )
                    return false;
            }
        }

        return true;
    }

    private static List<string[]> Rows(string file) =>
        [.. File.ReadAllLines(Path.Combine(Folder, file)).Skip(1).Select(static l => l.Split('\t'))];
}
