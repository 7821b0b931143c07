using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Embedded;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Ports;
using Xunit;

namespace SeizureIntel.Tests.Search.Embedded;

/// <summary>Cases that the index takes before the store has committed them.</summary>
public sealed class StagedCasesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-staged-");
    private readonly List<EmbeddedIndex> _open = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static IReadOnlyList<Case> Earlier { get; } = IndexSample.Cases(50, seed: 1);

    // More than are written at once, and more than a segment holds.
    private static IReadOnlyList<Case> Many { get; } =
    [.. IndexSample.Cases(70_000, seed: 2).Select((c, i) => New(c, i % 7 == 0 ? "Under frozen mackerel." : c.Narrative))];

    private static IReadOnlyList<Case> Few { get; } = [.. IndexSample.Cases(60, seed: 3).Select(c => New(c, "Under frozen mackerel."))];

    public void Dispose()
    {
        foreach (EmbeddedIndex index in _open)
            index.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Nobody_finds_staged_cases_before_they_are_published_and_all_do_then()
    {
        EmbeddedIndex index = Open(),
            other = Open();
        await index.FeedAsync(Earlier, Stop);
        (IndexState state, string? version) = (await index.StateAsync(Reader.Owner, Stop), await index.VersionAsync(Stop));

        await using StagedCases staged = (await index.StageAsync(Many.Count, Stop))!;
        foreach (Case[] some in Many.Chunk(250))
            await staged.AddAsync(some, Stop);
        await staged.CompleteAsync(Stop);

        foreach (EmbeddedIndex each in new[] { index, other, Open() })
        {
            Assert.Equal(state, await each.StateAsync(Reader.Owner, Stop));
            Assert.Equal(version, await each.VersionAsync(Stop));
            Assert.Equal(0, await FoundAsync(each, "mackerel"));
        }

        await staged.PublishAsync(Stop);

        EmbeddedIndex fed = Open("fed");
        await fed.FeedAsync([.. Earlier, .. Many], Stop);
        foreach (EmbeddedIndex each in new[] { index, other, Open() })
        {
            Assert.Equal(await fed.StateAsync(Reader.Owner, Stop), await each.StateAsync(Reader.Owner, Stop));
            Assert.NotEqual(version, await each.VersionAsync(Stop));
            foreach (string word in new[] { "mackerel", "lorry", "frozen lorry", "straßentransporter" })
                Assert.Equal(await FoundAsync(fed, word), await FoundAsync(each, word));
        }

        Assert.True(await FoundAsync(index, "mackerel") >= 10_000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_not_published_is_never_found_whatever_is_fed_afterwards(bool hasEarlier)
    {
        EmbeddedIndex index = Open(),
            other = Open(),
            fed = Open("fed");
        IReadOnlyList<Case> earlier = hasEarlier ? Earlier : [];
        await index.FeedAsync(earlier, Stop);
        await other.StateAsync(Reader.Owner, Stop);
        await using (StagedCases staged = (await index.StageAsync(0, Stop))!)
        {
            await staged.AddAsync(Few, Stop);
            await staged.CompleteAsync(Stop);
        }

        // Its rows have no words in common with those that come instead.
        IReadOnlyList<Case> late = [.. IndexSample.Cases(60, seed: 9).Select(c => New(c, "In a spare wheel."))];
        await index.FeedAsync(late, Stop);
        await fed.FeedAsync([.. earlier, .. late], Stop);
        foreach (EmbeddedIndex each in new[] { index, other, Open() })
        {
            Assert.Equal(await fed.StateAsync(Reader.Owner, Stop), await each.StateAsync(Reader.Owner, Stop));
            Assert.Equal(0, await FoundAsync(each, "mackerel"));
            Assert.Equal(await FoundAsync(fed, "wheel"), await FoundAsync(each, "wheel"));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_process_staged_that_was_killed_is_never_found(bool hasEarlier)
    {
        EmbeddedIndex index = Open();
        IReadOnlyList<Case> earlier = hasEarlier ? Earlier : [];
        await index.FeedAsync(earlier, Stop);
        await using StagedCases staged = (await index.StageAsync(0, Stop))!;
        await staged.AddAsync(Few, Stop);
        await staged.CompleteAsync(Stop);
        // The file as a killed process leaves it.
        string left = Path.Combine(_folder.FullName, "left", "index");
        Directory.CreateDirectory(left);
        File.Copy(Path.Combine(_folder.FullName, "one", "index", "index.db"), Path.Combine(left, "index.db"));

        EmbeddedIndex next = Open("left");
        Assert.Equal(0, await FoundAsync(next, "mackerel"));
        IReadOnlyList<Case> late = [.. IndexSample.Cases(60, seed: 9).Select(c => New(c, "In a spare wheel."))];
        await next.FeedAsync(late, Stop);

        EmbeddedIndex fed = Open("fed");
        await fed.FeedAsync([.. earlier, .. late], Stop);
        Assert.Equal(await fed.StateAsync(Reader.Owner, Stop), await next.StateAsync(Reader.Owner, Stop));
        Assert.Equal(await fed.StateAsync(Reader.Owner, Stop), await Open("left").StateAsync(Reader.Owner, Stop));
        Assert.Equal(0, await FoundAsync(next, "mackerel"));
    }

    [Fact]
    public async Task What_broke_off_once_is_staged_the_next_time()
    {
        EmbeddedIndex index = Open(),
            fed = Open("fed");
        await index.FeedAsync(Earlier, Stop);
        for (int attempt = 0; attempt < 3; attempt++)
        {
            await using StagedCases staged = (await index.StageAsync(0, Stop))!;
            await staged.AddAsync(Few, Stop);
            await staged.CompleteAsync(Stop);
            if (attempt == 2)
                await staged.PublishAsync(Stop);
        }

        await fed.FeedAsync([.. Earlier, .. Few], Stop);
        foreach (EmbeddedIndex each in new[] { index, Open() })
        {
            Assert.Equal(await fed.StateAsync(Reader.Owner, Stop), await each.StateAsync(Reader.Owner, Stop));
            Assert.Equal(Few.Sum(c => c.Seizures.Count), await FoundAsync(each, "mackerel"));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_no_case_comes_the_index_keeps_its_name(bool isPublished)
    {
        EmbeddedIndex index = Open();
        await index.FeedAsync(Earlier, Stop);
        (IndexState state, string? version) = (await index.StateAsync(Reader.Owner, Stop), await index.VersionAsync(Stop));
        await using (StagedCases staged = (await index.StageAsync(0, Stop))!)
        {
            await staged.CompleteAsync(Stop);
            if (isPublished)
                await staged.PublishAsync(Stop);
        }

        foreach (EmbeddedIndex each in new[] { index, Open() })
        {
            Assert.Equal(version, await each.VersionAsync(Stop));
            Assert.Equal(state, await each.StateAsync(Reader.Owner, Stop));
        }

        await index.FeedAsync(Few, Stop);
        Assert.NotEqual(version, await index.VersionAsync(Stop));
    }

    [Fact]
    public async Task While_another_process_writes_nothing_is_staged()
    {
        EmbeddedIndex index = Open();
        await index.FeedAsync(Earlier, Stop);
        string path = Path.Combine(_folder.FullName, "one", "index", "write.lock");
        using (new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
            Assert.Null(await index.StageAsync(0, Stop));
        await using StagedCases? now = await index.StageAsync(0, Stop);
        Assert.NotNull(now);
    }

    [Fact]
    public async Task What_the_index_holds_already_cannot_be_staged_and_stays_as_it_was()
    {
        EmbeddedIndex index = Open();
        await index.FeedAsync(Earlier, Stop);
        IndexState state = await index.StateAsync(Reader.Owner, Stop);
        await using (StagedCases staged = (await index.StageAsync(0, Stop))!)
        {
            await staged.AddAsync([.. Earlier.Take(3)], Stop);
            await Assert.ThrowsAsync<InvalidOperationException>(() => staged.CompleteAsync(Stop));
        }

        Assert.Equal(state, await index.StateAsync(Reader.Owner, Stop));
        Assert.Equal(state, await Open().StateAsync(Reader.Owner, Stop));
    }

    // The sample's cases have the same ids whatever their seed.
    private static Case New(Case each, string? text) =>
        each with
        {
            Id = "new" + each.Id,
            Narrative = text,
            Seizures = [.. each.Seizures.Select(s => s with { Id = "new" + s.Id })],
        };

    private static async Task<int> FoundAsync(EmbeddedIndex index, string word) =>
        (await index.SearchAsync(Reader.Owner, new SearchRequest { Query = new SeizureQuery { Text = word } }, Stop)).Seizures;

    private EmbeddedIndex Open(string folder = "one")
    {
        EmbeddedIndex index = IndexSample.Open(Path.Combine(_folder.FullName, folder));
        _open.Add(index);
        return index;
    }
}
