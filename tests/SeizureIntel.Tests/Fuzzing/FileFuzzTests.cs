using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Tests.Architecture;
using SeizureIntel.Tests.Etl;
using Xunit;

namespace SeizureIntel.Tests.Fuzzing;

/// <summary>A short fuzz with fixed numbers; <c>./run bench fuzz</c> is the long one.</summary>
public sealed class FileFuzzTests
{
    private static readonly string[] Texts =
    [
        "Officers found 25kg of heroin hidden in the spare tyre of a lorry from Turkey; the driver, Mr John Doe, gave +44 20 7946 0958.",
        "Se hallaron 3,4 kg de cocaína en un doble fondo de la maleta; pasaporte AB123456.",
        "海關在貨櫃暗格內檢獲約一百三十萬支懷疑私煙。",
        "تم ضبط ثلاثة كيلوغرامات من الهيروين مخبأة في السيارة",
    ];

    [Fact]
    public async Task Damaged_files_and_texts_are_read_or_refused_and_nothing_is_thrown()
    {
        var fuzz = new FileFuzz(Shipped.Lists, Shipped.Screening, Shipped.Sources, Shipped.Suggester, Reading.Readers.Lexicon);
        FuzzReport report = await fuzz.RunAsync(
            FuzzSeeds.Files(House.Root),
            Texts,
            firstRun: 1,
            mostRuns: 600,
            TimeSpan.FromMinutes(5),
            TestContext.Current.CancellationToken
        );
        Assert.Equal([], report.Failures);
        // Both kinds of end were met, so the changes were neither too wild nor none.
        Assert.Contains(report.Outcomes.Keys, o => o.Contains("Loaded", StringComparison.Ordinal));
        Assert.Contains(report.Outcomes.Keys, o => o.Contains("Refused", StringComparison.Ordinal));
        Assert.Equal(600, report.Outcomes.Values.Sum());
    }

    [Theory]
    [InlineData("two.ods")]
    [InlineData("flat.fods")]
    [InlineData("months.xls")]
    [InlineData("two.xls")]
    [InlineData("page.html")]
    public void Damaged_spreadsheets_and_pages_are_read_or_refused_by_their_readers(string name)
    {
        byte[] seed = FuzzSeeds.Files(House.Root).Single(s => s.Name == name).Bytes;
        (int read, int refused) = (0, 0);
        for (int run = 1; run <= 500; run++)
        {
            using var changed = new MemoryStream(Mutation.Of(seed, new Random(run)));
            try
            {
                using RawFile file = FileIntake.Open(changed, name, new IntakeOptions());
                Assert.All(file.Rows, row => Assert.InRange(row.Cells.Count, 1, new IntakeOptions().MaxColumns + 8));
                read++;
            }
            catch (UnreadableFileException e)
            {
                refused++;
                Assert.NotEmpty(e.Hint);
            }
        }

        Assert.True(read > 0 && refused > 0, $"{read} read, {refused} refused");
    }

    [Fact]
    public void The_same_number_changes_the_same_bytes_the_same_way()
    {
        byte[] seed = FuzzSeeds.Files(House.Root)[0].Bytes;
        Assert.Equal(Mutation.Of(seed, new Random(7)), Mutation.Of(seed, new Random(7)));
        Assert.NotEqual(Mutation.Of(seed, new Random(7)), Mutation.Of(seed, new Random(8)));
    }
}
