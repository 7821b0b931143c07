using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.App;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Cases;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Ports;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Running;
using SeizureIntel.Workbench.Shapes;
using SeizureIntel.Workbench.Studies;
using SeizureIntel.Workbench.Studies.Kept;
using Xunit;

namespace SeizureIntel.Tests.Workbench.Studies;

public sealed class StudyFramesTests : IAsyncLifetime
{
    private static readonly StudyScope Everything = StudyDesk.Scope(
        Reader.Owner,
        new Filter(SeizureQuery.All, null, []),
        null,
        showAll: true
    );

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-frames-");
    private Workspace? _workspace;
    private WatchedIndex? _index;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _workspace = await Composition.OpenAsync(new WorkspaceRequest(_folder.FullName, true, false), Stop);
        await _workspace.Get<ISeizureIndex>().FeedAsync(IndexSample.Cases(400, seed: 3), Stop);
        _index = new WatchedIndex(_workspace.Get<ISeizureIndex>());
    }

    public async ValueTask DisposeAsync()
    {
        await _workspace!.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_studies_of_one_answer_read_their_seizures_once()
    {
        await Answers().RunAsync("overview", Everything, Stop);
        Assert.Equal(1, _index!.WholeReads);
    }

    [Fact]
    public async Task Studies_side_by_side_read_their_seizures_once()
    {
        StudyDesk answers = Answers();
        StudyFrames frames = answers.Frames("routes", "concealment");
        await Task.WhenAll(answers.RunAsync("routes", Everything, frames, Stop), answers.RunAsync("concealment", Everything, frames, Stop));
        Assert.Equal(1, _index!.WholeReads);
    }

    [Fact]
    public async Task Who_waits_for_a_reading_that_another_began_and_gave_up_reads()
    {
        StudyFrames frames = Answers().Frames("routes");
        var isRead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _index!.First = async stop =>
        {
            isRead.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        };
        using var gaveUp = new CancellationTokenSource();
        Task<ScopedFrame?> first = frames.ReadAsync(Everything, gaveUp.Token);
        await isRead.Task.WaitAsync(Stop);
        Task<ScopedFrame?> second = frames.ReadAsync(Everything, Stop);
        await gaveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.NotNull(await second);
        Assert.Equal(2, _index.WholeReads);
    }

    [Fact]
    public async Task What_two_studies_make_of_a_frame_is_made_once()
    {
        ScopedFrame scoped = (await Answers().Frames("trends").ReadAsync(Everything, Stop))!;
        int made = 0;
        Assert.Equal(["made", "made"], await Task.WhenAll(scoped.OnceAsync(MakeAsync, Stop), scoped.OnceAsync(MakeAsync, Stop)));
        Assert.Equal(1, made);

        async Task<string> MakeAsync()
        {
            Interlocked.Increment(ref made);
            await Task.Delay(TimeSpan.FromMilliseconds(20), Stop);
            return "made";
        }
    }

    [Fact]
    public async Task What_failed_to_be_made_of_a_frame_is_made_by_who_asks_next()
    {
        ScopedFrame scoped = (await Answers().Frames("trends").ReadAsync(Everything, Stop))!;
        await Assert.ThrowsAsync<TimeoutException>(() => scoped.OnceAsync<string>(() => throw new TimeoutException(), Stop));
        Assert.Equal("made", await scoped.OnceAsync(() => Task.FromResult("made"), Stop));
    }

    [Fact]
    public async Task What_was_fed_between_two_studies_is_read_by_the_second()
    {
        StudyDesk answers = Answers();
        StudyFrames frames = answers.Frames("routes", "coverage");
        int before = (await answers.RunAsync("routes", Everything, frames, Stop)).Coverage.Cases!.Value;
        await _workspace!.Get<ISeizureIndex>().FeedAsync(IndexSample.Cases(420, seed: 3), Stop);
        int after = (await answers.RunAsync("coverage", Everything, frames, Stop)).Coverage.Cases!.Value;

        Assert.Equal(2, _index!.WholeReads);
        Assert.NotEqual(before, after);
    }

    [Fact]
    public async Task A_study_tells_the_same_whether_it_shares_what_it_reads_or_not()
    {
        StudyFrames shared = Answers().Frames([.. StudyDesk.Names]);
        foreach (string study in StudyDesk.Names)
        {
            StudyResult alone = await Answers().RunAsync(study, Everything, Stop),
                together = await Answers().RunAsync(study, Everything, shared, Stop);
            Assert.Equal(JsonShapes.Write(alone with { Scope = null! }), JsonShapes.Write(together with { Scope = null! }));
        }
    }

    // Nothing is kept from one to the next.
    private StudyDesk Answers() =>
        new(
            _index!,
            _workspace!.Get<IOutbox>(),
            _workspace.Get<ISubmissionStore>(),
            _workspace.Get<CodeListSet>(),
            new StudyCache(null),
            _workspace.Get<ListsEdition>(),
            new StudyRuns(new StudyThreads(2), TimeProvider.System)
        );

    /// <summary>Counts the readings of all seizures; the texts and the records behind single findings are not among them.</summary>
    private sealed class WatchedIndex(ISeizureIndex index) : ISeizureIndex
    {
        public int WholeReads { get; private set; }

        /// <summary>What the first whole reading does before it reads.</summary>
        public Func<CancellationToken, Task>? First { get; set; }

        public Task PrepareAsync(int seizures, CancellationToken cancellationToken) => index.PrepareAsync(seizures, cancellationToken);

        public Task<IReadOnlyList<RefusedSeizure>> FeedAsync(IReadOnlyList<Case> cases, CancellationToken cancellationToken) =>
            index.FeedAsync(cases, cancellationToken);

        public Task<RebuiltIndex> RebuildAsync(IAsyncEnumerable<IReadOnlyList<Case>> cases, CancellationToken cancellationToken) =>
            index.RebuildAsync(cases, cancellationToken);

        public Task<SearchResult> SearchAsync(Reader reader, SearchRequest request, CancellationToken cancellationToken) =>
            index.SearchAsync(reader, request, cancellationToken);

        public Task<IReadOnlyList<WordSuggestion>> SuggestAsync(Reader reader, string text, CancellationToken cancellationToken) =>
            index.SuggestAsync(reader, text, cancellationToken);

        public Task<Tabulation> TabulateAsync(Reader reader, TabulationRequest request, CancellationToken cancellationToken) =>
            index.TabulateAsync(reader, request, cancellationToken);

        public IAsyncEnumerable<SeizureBatch> ReadAsync(
            Reader reader,
            SeizureQuery query,
            IReadOnlyList<string> fields,
            CancellationToken cancellationToken
        )
        {
            if (fields.Contains("date_precision") && query.Where.Count == 0)
            {
                WholeReads++;
                if (First is { } first)
                {
                    First = null;
                    return After(first(cancellationToken), index.ReadAsync(reader, query, fields, cancellationToken));
                }
            }

            return index.ReadAsync(reader, query, fields, cancellationToken);
        }

        private static async IAsyncEnumerable<SeizureBatch> After(Task before, IAsyncEnumerable<SeizureBatch> batches)
        {
            await before;
            await foreach (SeizureBatch batch in batches)
                yield return batch;
        }

        public Task RemoveAsync(Removal removal, CancellationToken cancellationToken) => index.RemoveAsync(removal, cancellationToken);

        public Task<string?> VersionAsync(CancellationToken cancellationToken) => index.VersionAsync(cancellationToken);

        public Task<IndexState> StateAsync(Reader reader, CancellationToken cancellationToken) =>
            index.StateAsync(reader, cancellationToken);
    }
}
