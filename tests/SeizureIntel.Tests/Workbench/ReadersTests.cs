using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Cases;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Reporting.Bulletins;
using SeizureIntel.Tests.Ports;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Exports;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Shapes;
using SeizureIntel.Workbench.Studies;
using Xunit;

namespace SeizureIntel.Tests.Workbench;

/// <summary>What a reader is told is what they would be told if nothing else had ever been received: studies, bulletins, exports.</summary>
public sealed partial class ReadersTests : IAsyncLifetime
{
    private static readonly IReadOnlyList<Case> All = IndexSample.Cases(700, seed: 5);

    private static readonly Reader[] AllReaders =
    [
        Reader.UpTo(Marking.Green),
        Reader.Of(Marking.Amber, ["ES", "PT", "NL"]),
        Reader.Of(Marking.Red, ["CO"]),
        Reader.Of(Marking.Red, []),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-readers-");
    private Workspace? _whole;

    public static TheoryData<string> Readers => [.. AllReaders.Select(r => r.Key)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _whole = await FedAsync("whole", All);

    public async ValueTask DisposeAsync()
    {
        await _whole!.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_study_tells_a_reader_nothing_of_what_they_may_not_see(string key)
    {
        Reader reader = Of(key);
        await using Workspace part = await FedAsync("part", Seen(reader));
        foreach (string study in StudyDesk.Names)
            Assert.Equal(await StudyAsync(part, reader, study), await StudyAsync(_whole!, reader, study));
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_study_of_some_goods_tells_nothing_either(string key)
    {
        // Studies of some goods ask afresh what their reporters sent of all goods.
        Reader reader = Of(key);
        await using Workspace part = await FedAsync("part", Seen(reader));
        SeizureQuery drugs = SeizureQuery.All.With("heading", "H01");
        foreach (string study in StudyDesk.Names)
            Assert.Equal(await StudyAsync(part, reader, study, drugs), await StudyAsync(_whole!, reader, study, drugs));
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_bulletin_tells_a_reader_nothing_of_what_they_may_not_see(string key)
    {
        Reader reader = Of(key);
        await using Workspace part = await FedAsync("part", Seen(reader));
        Assert.Equal(await BulletinAsync(part, reader), await BulletinAsync(_whole!, reader));
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task An_export_holds_what_a_reader_may_see_and_no_more(string key)
    {
        Reader reader = Of(key);
        await using Workspace part = await FedAsync("part", Seen(reader));
        foreach (ExportFormat format in new[] { ExportFormat.Csv, ExportFormat.Json })
            Assert.Equal(await ExportAsync(part, reader, format), await ExportAsync(_whole!, reader, format));
        Assert.Equal(
            reader.Ceiling >= Marking.Amber,
            (await ExportAsync(_whole!, reader, ExportFormat.Csv)).Split('\n')[0].Split(',').Contains("nationalities")
        );
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Whoever_may_see_more_finds_behind_a_figure_the_records_that_were_counted(string key)
    {
        Reader reader = Of(key);
        using JsonDocument answer = JsonDocument.Parse(await StudyAsync(_whole!, reader, "overview"));
        int asked = 0;
        foreach (
            JsonElement evidence in answer
                .RootElement.GetProperty("tables")
                .EnumerateArray()
                .Where(t => t.GetProperty("id").GetString() != "products") // the sample's products are none of the shipped list
                .SelectMany(t => t.GetProperty("rows").EnumerateArray())
                .Select(r => r.GetProperty("evidence"))
                .Where(e => e.ValueKind == JsonValueKind.Object && e.GetProperty("count").GetInt32() > 0)
        )
        {
            var request = new SearchRequest { Query = SeizureQueryJson.Read(evidence.GetProperty("query")), Size = 0 };
            string query = evidence.GetProperty("query").GetRawText();
            int found = (await _whole!.Get<ISeizureIndex>().SearchAsync(Reader.Owner, request, Stop)).Seizures;
            Assert.Equal((query, evidence.GetProperty("count").GetInt32()), (query, found));
            asked++;
        }

        Assert.Equal(Seen(reader).Count > 0, asked > 10);
    }

    private static Reader Of(string key) => AllReaders.First(r => r.Key == key);

    private static List<Case> Seen(Reader reader) => [.. All.Where(c => reader.Sees(c.ReportingCountry.Code, c.Marking))];

    private static async Task<string> StudyAsync(Workspace workspace, Reader reader, string study, SeizureQuery? query = null)
    {
        var filter = new Filter(query ?? SeizureQuery.All, null, []);
        return JsonSerializer.Serialize(
            await workspace.Get<StudyDesk>().AnswerAsync(study, StudyDesk.Scope(reader, filter, reader.Ceiling, showAll: true), Stop),
            JsonShapes.Options
        );
    }

    private static async Task<string> BulletinAsync(Workspace workspace, Reader reader)
    {
        var year = new Filter(SeizureQuery.All.Within(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)), null, []);
        Bulletin document = (
            await workspace.Get<BulletinDesk>().DocumentAsync(reader, year, reader.Ceiling, StudyDesk.Names, null, null, null, Stop)
        )!;
        return MadeAt().Replace(BulletinJson.Write(document), "");
    }

    private static async Task<string> ExportAsync(Workspace workspace, Reader reader, ExportFormat format)
    {
        using var bytes = new MemoryStream();
        await SeizureExport.WriteAsync(workspace.Get<ISeizureIndex>(), reader, SeizureQuery.All, format, bytes, Stop);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private async Task<Workspace> FedAsync(string name, IReadOnlyList<Case> cases)
    {
        Workspace workspace = await Composition.OpenAsync(new WorkspaceRequest(Path.Combine(_folder.FullName, name), true, false), Stop);
        await workspace.Get<ISeizureIndex>().FeedAsync(cases, Stop);
        return workspace;
    }

    // Two documents made at midnight.
    [GeneratedRegex("\"issued_on\": \"[0-9-]+\"")]
    private static partial Regex MadeAt();
}
