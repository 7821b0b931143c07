using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Storing;
using SeizureIntel.Submissions;
using SeizureIntel.Synthetic.Running;
using SeizureIntel.Tests.Etl;
using SeizureIntel.Tests.Etl.Storing;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Synthetic;

/// <summary>What is simulated goes through the intake, and each defect ends as its answer sheet says.</summary>
public sealed class DefectTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seizureintel-defects-").FullName;
    private readonly Dictionary<string, MemoryStore> _stores = new(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task Every_heading_is_reported_and_every_defect_ends_as_it_should()
    {
        Simulator.Write(SimulationOptions.FiveYears(5, 1_000), _folder);
        foreach (string file in Directory.GetFiles(_folder).Where(f => !f.EndsWith("answers.json", StringComparison.Ordinal)))
            await LoadAsync(file);
        Assert.Equal(
            Enumerable.Range(1, 13).Select(h => string.Create(CultureInfo.InvariantCulture, $"H{h:00}")),
            All(s => s.Cases)
                .SelectMany(c => c.Seizures)
                .Select(s => s.Heading)
                .Where(h => h.IsKnown)
                .Select(h => h.Code)
                .Distinct()
                .Order()
        );
        List<Planted> defects = Answers();
        // The ten of the design (section 1.7); the one who begins to report in the middle is a planted pattern.
        string[] kinds =
        [
            "blank",
            "centroid",
            "country_spelling",
            "extreme_quantity",
            "no_day",
            "personal_narrative",
            "personal_reference",
            "place_is_concealment",
            "place_letters",
            "repeat",
            "several_origins",
            "transit_after_discovery",
            "unit",
            "unknown",
            "unknown_unit",
        ];
        Assert.Equal(kinds, defects.Select(d => d.Kind).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal([], defects.Select(Wrong).OfType<string>());
    }

    // What came of a defect, in a word, where that is not what its row means.
    private string? Wrong(Planted defect)
    {
        MemoryStore store = _stores[defect.File];
        Rejection? rejection = store.Rejections.FirstOrDefault(r => r.Row == defect.Row);
        Case? found = store.Cases.FirstOrDefault(c => c.Seizures.Any(s => s.Row == defect.Row));
        Seizure? seizure = found?.Seizures.First(s => s.Row == defect.Row);
        IssueCode[] issues = [.. store.Issues.Where(i => i.Row == defect.Row).Select(i => i.Code)];
        string came = defect.Kind switch
        {
            _ when rejection is not null => "refused",
            _ when found is null || seizure is null => "lost",
            "country_spelling" when defect.File.StartsWith("unodc", StringComparison.Ordinal) => found.Country.Code,
            "country_spelling" => Route.CountryOf(found, LegRole.Departure).Code,
            "blank" or "unknown" => Route.CountryOf(found, LegRole.Destination).Code,
            "extreme_quantity" when defect.Means == "nothing" => Amount(seizure),
            "extreme_quantity" => seizure.OutlierFlags.Contains("QTY_EXTREME") ? Amount(seizure) : "no flag",
            "centroid" => found.Latitude?.ToString(CultureInfo.InvariantCulture) ?? "nothing",
            "several_origins" => SeveralOrigins(found, issues),
            "transit_after_discovery" => found.Legs.LastOrDefault(l => l.Role == LegRole.Transit)?.Country.Code ?? "nothing",
            "personal_narrative" => found.Narrative!.Contains("Doe", StringComparison.Ordinal)
            || found.Narrative.Contains("7946", StringComparison.Ordinal)
            || !issues.Contains(IssueCode.Masked)
                ? "told"
                : "masked",
            "unit" or "unknown_unit" => Amount(seizure),
            "place_letters" => found.PlaceName?.Equals(defect.Means, StringComparison.OrdinalIgnoreCase) == true ? defect.Means : "changed",
            "place_is_concealment" => issues.Contains(IssueCode.MovedValue) ? found.Concealments[0].Where.Code : "left in place",
            "repeat" => seizure.IsExactDuplicate ? "again" : "first",
            _ => "no outcome stated",
        };
        bool isRight =
            defect.Kind == "place_is_concealment" ? came.StartsWith(defect.Means, StringComparison.Ordinal) : came == defect.Means;
        return isRight
            ? null
            : $"{defect.File} row {defect.Row} {defect.Kind}: {came}, {defect.Means} was meant ({string.Join(' ', issues)})";
    }

    private static string Amount(Seizure seizure) =>
        seizure.Quantity is { } q ? q.Value.ToString("0.############", CultureInfo.InvariantCulture) : "nothing";

    // Two countries stand in a cell of one: neither is chosen, and it is said.
    private static string SeveralOrigins(Case found, IssueCode[] issues)
    {
        Stated origin = Route.CountryOf(found, LegRole.Origin);
        return origin.Code == NonValue.Unmapped && issues.Contains(IssueCode.UnknownCode) ? origin.Code : origin.Code + " chosen";
    }

    private async Task LoadAsync(string path)
    {
        var store = new MemoryStore();
        _stores[Path.GetFileName(path)] = store;
        var choice = new SourceChoice(new SourceShelf(Shipped.Sources, new MemorySources()), () => Shipped.Suggester, TimeProvider.System);
        var loader = new SubmissionLoader(store, new MemoryArchive(), Shipped.Lists, Shipped.Screening, choice, TimeProvider.System);
        await using FileStream file = File.OpenRead(path);
        LoadReport report = await loader.LoadAsync(
            new LoadRequest { File = file, FileName = Path.GetFileName(path) },
            null,
            TestContext.Current.CancellationToken
        );
        Assert.True(report.Status == SubmissionStatus.Loaded, $"{path}: {report.Error}");
    }

    private IEnumerable<T> All<T>(Func<MemoryStore, IEnumerable<T>> of) => _stores.Values.SelectMany(of);

    private List<Planted> Answers()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "answers.json")));
        return
        [
            .. document
                .RootElement.GetProperty("defects")
                .EnumerateArray()
                .Select(d => new Planted(
                    d.GetProperty("kind").GetString()!,
                    d.GetProperty("file").GetString()!,
                    d.GetProperty("row").GetInt32(),
                    d.GetProperty("means").GetString()!
                )),
        ];
    }

    private sealed record Planted(string Kind, string File, int Row, string Means);
}
