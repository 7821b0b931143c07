using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Embedded;
using SeizureIntel.Tests.Ports;
using Xunit;

namespace SeizureIntel.Tests.Search.Embedded;

public sealed class EmbeddedIndexTests : SeizureIndexContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-index-");
    private readonly List<EmbeddedIndex> _open = [];

    protected override ISeizureIndex NewIndex() => Open();

    public void Dispose()
    {
        foreach (EmbeddedIndex index in _open)
            index.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_a_dead_rebuild_left_behind_goes_and_one_at_work_is_let_be()
    {
        await Filled();
        string left = Path.Combine(_folder.FullName, "index", "index.db.new");
        await File.WriteAllTextAsync(left, "half an index", Stop);
        await File.WriteAllTextAsync(left + "-journal", "half a journal", Stop);
        using (
            new FileStream(Path.Combine(_folder.FullName, "index", "write.lock"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None)
        )
        {
            Open().RemoveUnfinished();
            Assert.True(File.Exists(left));
        }

        Open().RemoveUnfinished();
        Assert.False(File.Exists(left));
        Assert.False(File.Exists(left + "-journal"));
    }

    [Fact]
    public async Task An_index_opened_again_answers_as_before()
    {
        ISeizureIndex first = await Filled();
        await first.FeedAsync([.. IndexSample.Cases(40, seed: 11)], Stop);
        IndexState state = await first.StateAsync(Reader.Owner, Stop);
        SearchResult words = await first.SearchAsync(
            Reader.Owner,
            new SearchRequest
            {
                Query = new SeizureQuery { Text = "lorry" },
                Facets = ["leg", "product"],
            },
            Stop
        );

        using EmbeddedIndex second = Open();

        Assert.Equal(state, await second.StateAsync(Reader.Owner, Stop));
        SearchResult again = await second.SearchAsync(
            Reader.Owner,
            new SearchRequest
            {
                Query = new SeizureQuery { Text = "lorry" },
                Facets = ["leg", "product"],
            },
            Stop
        );
        Assert.Equal(words.Hits.Select(h => h.Id), again.Hits.Select(h => h.Id));
        Assert.Equal(words.Facets["leg"].Values, again.Facets["leg"].Values);
    }

    [Fact]
    public async Task The_version_is_the_same_for_every_process_before_and_after_it_reads()
    {
        EmbeddedIndex one = Open();
        await one.FeedAsync(IndexSample.Cases(40, seed: 11), Stop);
        string? version = await one.VersionAsync(Stop);

        using EmbeddedIndex other = Open();
        Assert.Equal(version, await other.VersionAsync(Stop));
        await other.StateAsync(Reader.Owner, Stop);
        Assert.Equal(version, await other.VersionAsync(Stop));

        await one.FeedAsync(IndexSample.Cases(3, seed: 12), Stop);
        Assert.NotEqual(version, await other.VersionAsync(Stop));
        Assert.Equal(await one.VersionAsync(Stop), await other.VersionAsync(Stop));
    }

    [Fact]
    public async Task Two_indexes_that_differ_in_a_text_alone_have_different_versions()
    {
        IReadOnlyList<Case> cases = IndexSample.Cases(10, seed: 11);
        var versions = new List<string?>();
        foreach (string text in new[] { "Found under oranges.", "Found under lemons." })
        {
            EmbeddedIndex index = Open();
            await index.RebuildAsync(Once([.. cases.Select(c => c with { Narrative = text })]), Stop);
            versions.Add(await index.VersionAsync(Stop));
        }

        Assert.Distinct(versions);
    }

    [Fact]
    public async Task What_one_process_feeds_the_other_finds()
    {
        EmbeddedIndex one = Open(),
            other = Open();
        IReadOnlyList<Case> cases = IndexSample.Cases(200, seed: 3);
        for (int i = 0; i < cases.Count; i += 5)
        {
            EmbeddedIndex writer = i % 2 == 0 ? one : other;
            EmbeddedIndex reader = i % 2 == 0 ? other : one;
            await writer.FeedAsync([.. cases.Skip(i).Take(5)], Stop);
            Assert.Equal(i + 5, (await reader.StateAsync(Reader.Owner, Stop)).Cases);
        }

        // Forty feeds were merged on the way; a third process reads the merged file.
        using EmbeddedIndex third = Open();
        Assert.Equal(await one.StateAsync(Reader.Owner, Stop), await third.StateAsync(Reader.Owner, Stop));
        Assert.Equal(await other.StateAsync(Reader.Owner, Stop), await third.StateAsync(Reader.Owner, Stop));
    }

    [Fact]
    public async Task What_another_process_fed_is_replaced_when_it_comes_again()
    {
        EmbeddedIndex one = Open(),
            other = Open();
        IReadOnlyList<Case> cases = IndexSample.Cases(20, seed: 7);
        await one.FeedAsync([.. cases.Take(10)], Stop);
        await other.FeedAsync([.. cases.Skip(10)], Stop);

        await one.FeedAsync([.. cases.Skip(10)], Stop);

        IndexState state = await one.StateAsync(Reader.Owner, Stop);
        Assert.Equal((cases.Sum(c => c.Seizures.Count), 20), (state.Seizures, state.Cases));
        Assert.Equal(state, await other.StateAsync(Reader.Owner, Stop));
    }

    [Fact]
    public async Task What_is_made_ready_for_many_holds_the_same()
    {
        IReadOnlyList<Case> cases = IndexSample.Cases(9000, seed: 8);
        EmbeddedIndex plain = Open("plain"),
            ready = Open("ready");
        foreach (EmbeddedIndex index in new[] { plain, ready })
        {
            for (int i = 0; i < cases.Count; i += 3000)
            {
                if (index == ready)
                    await index.PrepareAsync(cases.Count - i, Stop);
                await index.FeedAsync([.. cases.Skip(i).Take(3000)], Stop);
                Assert.Equal(i + 3000, (await index.StateAsync(Reader.Owner, Stop)).Cases);
            }

            await index.FeedAsync([.. cases.Take(100)], Stop);
        }

        // The version is a hash over everything written.
        Assert.Equal(await plain.VersionAsync(Stop), await ready.VersionAsync(Stop));
        Assert.Equal(await plain.StateAsync(Reader.Owner, Stop), await ready.StateAsync(Reader.Owner, Stop));
        using EmbeddedIndex again = Open("ready");
        Assert.Equal(await ready.StateAsync(Reader.Owner, Stop), await again.StateAsync(Reader.Owner, Stop));
    }

    [Fact]
    public async Task A_process_that_slept_through_merges_catches_up()
    {
        EmbeddedIndex writer = Open(),
            sleeper = Open();
        IReadOnlyList<Case> cases = IndexSample.Cases(300, seed: 4);
        await writer.FeedAsync([.. cases.Take(10)], Stop);
        Assert.Equal(10, (await sleeper.StateAsync(Reader.Owner, Stop)).Cases);
        for (int i = 10; i < 300; i += 5)
            await writer.FeedAsync([.. cases.Skip(i).Take(5)], Stop);
        await writer.FeedAsync([.. cases.Take(20)], Stop);

        Assert.Equal(await writer.StateAsync(Reader.Owner, Stop), await sleeper.StateAsync(Reader.Owner, Stop));
    }

    [Fact]
    public async Task A_rebuild_by_one_process_is_seen_by_the_other_which_can_go_on_writing()
    {
        EmbeddedIndex one = Open(),
            other = Open();
        await one.FeedAsync(IndexSample.Cases(30, seed: 5), Stop);
        Assert.Equal(30, (await other.StateAsync(Reader.Owner, Stop)).Cases);

        await one.RebuildAsync(Once(IndexSample.Cases(10, seed: 6)), Stop);
        Assert.Equal(10, (await other.StateAsync(Reader.Owner, Stop)).Cases);
        await other.FeedAsync(IndexSample.Cases(12, seed: 6), Stop);

        Assert.Equal(12, (await one.StateAsync(Reader.Owner, Stop)).Cases);
    }

    [Fact]
    public async Task A_feed_that_fails_leaves_nothing_behind()
    {
        ISeizureIndex index = await Filled();
        IndexState before = await index.StateAsync(Reader.Owner, Stop);
        Case broken = IndexSample.Plain("broken", new DateOnly(2024, 1, 1)) with { Legs = [null!] };

        await Assert.ThrowsAsync<NullReferenceException>(() =>
            index.FeedAsync([IndexSample.Plain("fine", new DateOnly(2024, 1, 1)), broken], Stop)
        );

        Assert.Equal(before, await index.StateAsync(Reader.Owner, Stop));
        await index.FeedAsync([IndexSample.Plain("fine", new DateOnly(2024, 1, 1))], Stop);
        Assert.Equal(before.Seizures + 1, (await index.StateAsync(Reader.Owner, Stop)).Seizures);
    }

    [Fact]
    public async Task A_broken_file_says_what_to_do_and_a_rebuild_mends_it()
    {
        string path = Path.Combine(_folder.FullName, "index", "index.db");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, new string('x', 8192), Stop);
        EmbeddedIndex index = Open();

        var told = await Assert.ThrowsAsync<IndexUnavailableException>(() => index.StateAsync(Reader.Owner, Stop));
        Assert.Contains("reindex", told.Message, StringComparison.Ordinal);
        Assert.Equal(told.Message, (await Assert.ThrowsAsync<IndexUnavailableException>(() => index.VersionAsync(Stop))).Message);
        Assert.Equal(told.Since, (await Assert.ThrowsAsync<IndexUnavailableException>(() => index.StateAsync(Reader.Owner, Stop))).Since);
        await index.RebuildAsync(Once(IndexSample.Cases(10, seed: 6)), Stop);

        Assert.Equal(10, (await index.StateAsync(Reader.Owner, Stop)).Cases);
    }

    [Fact]
    public async Task Reading_an_absent_folder_makes_nothing()
    {
        EmbeddedIndex index = Open();
        await index.StateAsync(Reader.Owner, Stop);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task A_deleted_index_is_empty_and_can_be_fed_again()
    {
        EmbeddedIndex index = Open();
        await index.FeedAsync(IndexSample.Cases(30, seed: 5), Stop);
        Directory.Delete(Path.Combine(_folder.FullName, "index"), recursive: true);
        Assert.Equal(0, (await index.StateAsync(Reader.Owner, Stop)).Seizures);
        await index.FeedAsync(IndexSample.Cases(20, seed: 5), Stop);
        Assert.Equal(20, (await index.StateAsync(Reader.Owner, Stop)).Cases);
    }

    private static async IAsyncEnumerable<IReadOnlyList<Case>> Once(IReadOnlyList<Case> cases)
    {
        await Task.Yield();
        yield return cases;
    }

    private EmbeddedIndex Open(string below = "")
    {
        string folder = Path.Combine(_folder.FullName, below);
        EmbeddedIndex index = IndexSample.Open(folder);
        _open.Add(index);
        return index;
    }
}
