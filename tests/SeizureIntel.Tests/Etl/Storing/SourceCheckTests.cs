using System.IO;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Storing;
using Xunit;
using static SeizureIntel.Tests.Reading.Readers;

namespace SeizureIntel.Tests.Etl.Storing;

public sealed class SourceCheckTests
{
    public static TheoryData<string> Names => [.. Shipped.Sources.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_sample_becomes_what_was_approved(string name)
    {
        SourceDescription source = Shipped.Sources.Single(s => s.Name == name);
        string folder = Path.Combine(Shipped.SourcesFolder, name);
        var samples = Directory.GetFiles(folder, "sample*").ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes);
        string approved = Path.Combine(folder, "expected.approved.json");
        SourceCheckResult result = await SourceCheck.RunAsync(
            source,
            Shipped.Lists,
            Shipped.Screening,
            samples,
            File.Exists(approved) ? await File.ReadAllTextAsync(approved, TestContext.Current.CancellationToken) : null,
            Lexicon,
            TestContext.Current.CancellationToken
        );
        if (!result.IsAsApproved)
            await File.WriteAllTextAsync(
                Path.Combine(folder, "expected.received.json"),
                result.Received,
                TestContext.Current.CancellationToken
            );
        Assert.True(result.IsAsApproved, string.Join("\n", result.Differences));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_source_is_whole(string name)
    {
        string folder = Path.Combine(Shipped.SourcesFolder, name);
        Assert.True(File.Exists(Path.Combine(folder, "README.md")));
        Assert.NotEmpty(Directory.GetFiles(folder, "sample.*"));
        Assert.NotEqual(new SourceAssertions(), Shipped.Sources.Single(s => s.Name == name).Assertions);
    }
}
