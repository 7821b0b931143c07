using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Findings.Stories;
using SeizureIntel.App;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Ports;
using SeizureIntel.Tests.Storage;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Shapes;
using SeizureIntel.Workbench.Studies;
using Xunit;

namespace SeizureIntel.Tests.Workbench.Studies;

public sealed class StudyDeskTests : IDisposable
{
    private static readonly StudyScope Everything = StudyDesk.Scope(
        Reader.Owner,
        new Filter(SeizureQuery.All, null, []),
        null,
        showAll: false
    );

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-answers-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Kept => Path.Combine(_folder.FullName, "cache", "studies");

    public void Dispose() => _folder.Delete(recursive: true);

    public static TheoryData<string> Names => [.. StudyDesk.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_second_process_gives_the_same_bytes_from_the_folder(string study)
    {
        string first = await AnswerAsync(study, Everything, feed: 60);
        string[] files = Directory.GetFiles(Kept);
        DateTime[] written = [.. files.Select(File.GetLastWriteTimeUtc)];

        // The overview tells the stories of the others, which are kept as well.
        Assert.Equal(study == "overview" ? StudyDesk.Names.Count : 1, files.Length);
        Assert.Equal(first, await AnswerAsync(study, Everything));
        Assert.Equal(written, files.Select(File.GetLastWriteTimeUtc));
    }

    [Fact]
    public async Task New_seizures_are_studied_anew()
    {
        await using Workspace workspace = await OpenAsync();
        var answers = workspace.Get<StudyDesk>();
        await workspace.Get<ISeizureIndex>().FeedAsync(IndexSample.Cases(20, seed: 1), Stop);
        StudyResult first = await answers.RunAsync("overview", Everything, Stop),
            again = await answers.RunAsync("overview", Everything, Stop);
        await workspace.Get<ISeizureIndex>().FeedAsync(IndexSample.Cases(50, seed: 1), Stop);
        StudyResult fed = await answers.RunAsync("overview", Everything, Stop);

        Assert.Same(first.Tables, again.Tables);
        Assert.Equal((20, 50), (first.Coverage.Cases, fed.Coverage.Cases));
    }

    [Fact]
    public async Task While_something_is_on_its_way_to_the_index_nothing_is_kept()
    {
        await using Workspace workspace = await OpenAsync();
        await workspace.Get<ISeizureIndex>().FeedAsync(IndexSample.Cases(20, seed: 1), Stop);
        await workspace.Get<ISubmissionStore>().SaveBareAsync(Samples.Submission(), 1, 2, Stop);
        var answers = workspace.Get<StudyDesk>();
        await answers.RunAsync("coverage", Everything, Stop);
        Assert.False(Directory.Exists(Kept));

        OutboxBatch batch = (await workspace.Get<IOutbox>().LeaseAsync(Stop))!;
        await workspace.Get<IOutbox>().ConfirmAsync(batch.Id, [], Stop);
        await answers.RunAsync("coverage", Everything, Stop);
        Assert.Single(Directory.GetFiles(Kept));
    }

    [Fact]
    public async Task A_broken_file_is_answered_afresh_and_written_anew()
    {
        string first = await AnswerAsync("coverage", Everything, feed: 20);
        string file = Assert.Single(Directory.GetFiles(Kept));
        byte[] whole = await File.ReadAllBytesAsync(file, Stop);
        await File.WriteAllBytesAsync(file, whole[..(whole.Length / 2)], Stop);

        Assert.Equal(first, await AnswerAsync("coverage", Everything));
        Assert.Equal(whole, await File.ReadAllBytesAsync(file, Stop));
    }

    [Fact]
    public async Task Two_audiences_never_share_an_answer()
    {
        await using Workspace workspace = await OpenAsync();
        await workspace.Get<ISeizureIndex>().FeedAsync(IndexSample.Cases(60, seed: 1), Stop);
        var answers = workspace.Get<StudyDesk>();
        var filter = new Filter(SeizureQuery.All, null, []);
        Marking?[] audiences = [null, .. Markings.All.Select(Markings.Find)];

        StudyResult[] results = new StudyResult[audiences.Length];
        for (int i = 0; i < audiences.Length; i++)
            results[i] = await answers.RunAsync("coverage", StudyDesk.Scope(Reader.Owner, filter, audiences[i], showAll: false), Stop);

        // The owner unnarrowed and the owner up to RED are one audience.
        Assert.Equal(audiences.Length - 1, Directory.GetFiles(Kept).Length);
        for (int i = 0; i < audiences.Length; i++)
        {
            StudyScope scope = StudyDesk.Scope(Reader.Owner, filter, audiences[i], showAll: false);
            SearchResult found = await workspace
                .Get<ISeizureIndex>()
                .SearchAsync(scope.Reader, new SearchRequest { Query = scope.Query, Size = 0 }, Stop);
            StudyResult kept = await answers.RunAsync("coverage", scope, Stop);
            Assert.Equal((found.Seizures, scope.SuppressBelow), (kept.Coverage.Seizures, kept.Scope.SuppressBelow));
            Assert.Same(results[i].Tables, kept.Tables);
        }
    }

    [Fact]
    public async Task An_absent_folder_stays_absent()
    {
        string absent = Path.Combine(_folder.FullName, "absent");
        await using Workspace workspace = await Composition.OpenAsync(new WorkspaceRequest(absent, false, false), Stop);

        await workspace.Get<StudyDesk>().RunAsync("overview", Everything, Stop);

        Assert.False(Directory.Exists(absent));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_finding_shown_stands_in_one_story_of_the_known_shape(string study)
    {
        using JsonDocument reply = JsonDocument.Parse(await AnswerAsync(study, Everything, feed: 400));
        string[] findings = [.. reply.RootElement.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("id").GetString()!)];
        JsonElement[] stories = [.. reply.RootElement.GetProperty("stories").EnumerateArray()];
        var inStories = new List<string>();
        foreach (JsonElement story in stories)
        {
            Assert.Equal(
                ["id", "headline", "kind", "subject", "period", "lead", "members", "score"],
                story.EnumerateObject().Select(p => p.Name)
            );
            JsonElement lead = reply
                .RootElement.GetProperty("findings")
                .EnumerateArray()
                .Single(f => f.GetProperty("id").GetString() == story.GetProperty("lead").GetString());
            foreach (string same in new[] { "kind", "subject", "period" })
                Assert.Equal(lead.GetProperty(same).GetRawText(), story.GetProperty(same).GetRawText());
            Assert.EndsWith(".", story.GetProperty("headline").GetString(), StringComparison.Ordinal);
            inStories.Add(story.GetProperty("lead").GetString()!);
            inStories.AddRange(story.GetProperty("members").EnumerateArray().Select(m => m.GetString()!));
        }

        Assert.NotEmpty(stories);
        Assert.Equal(findings.Order(StringComparer.Ordinal), inStories.Order(StringComparer.Ordinal));
        Assert.True(study != "overview" || stories.Length <= StoryBook.Most);
    }

    [Fact]
    public async Task The_overview_tells_what_all_studies_found()
    {
        await using Workspace workspace = await OpenAsync();
        await workspace.Get<ISeizureIndex>().FeedAsync(IndexSample.Cases(400, seed: 1), Stop);
        var answers = workspace.Get<StudyDesk>();
        StudyResult overview = await answers.RunAsync("overview", Everything, Stop);
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (string study in StudyDesk.Names.Where(n => n != "overview"))
            all.UnionWith((await answers.RunAsync(study, Everything, Stop)).Findings.Select(f => f.Id));
        int left = all.Count - overview.Findings.Count;
        Assert.Subset(all, overview.Findings.Select(f => f.Id).ToHashSet(StringComparer.Ordinal));

        // What is not told is counted.
        Assert.Equal(
            left > 0,
            overview.NotTestable.Any(r =>
                r.StartsWith(left.ToString(CultureInfo.InvariantCulture) + " findings in ", StringComparison.Ordinal)
            )
        );
    }

    private async Task<string> AnswerAsync(string study, StudyScope scope, int feed = 0)
    {
        await using Workspace workspace = await OpenAsync();
        await workspace.Get<ISeizureIndex>().FeedAsync(IndexSample.Cases(feed, seed: 1), Stop);
        return JsonShapes.Write(await workspace.Get<StudyDesk>().AnswerAsync(study, scope, Stop));
    }

    private Task<Workspace> OpenAsync() => Composition.OpenAsync(new WorkspaceRequest(_folder.FullName, true, false), Stop);
}
