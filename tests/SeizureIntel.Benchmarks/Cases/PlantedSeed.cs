using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Concealment;
using SeizureIntel.Analytics.Coverage;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Findings.Stories;
using SeizureIntel.Analytics.Routes;
using SeizureIntel.Analytics.SmallArms;
using SeizureIntel.Analytics.Trends;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Queries;
using SeizureIntel.Readers;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>One draw of the simulated region, with what was planted in it and what the studies found.</summary>
internal sealed class PlantedSeed : IDisposable
{
    // A finding is of the region where a third of its excess is there in other draws on average; one that is chance has nothing of it there.
    private const double LeastShareElsewhere = 1.0 / 3;

    // Their figures are counts in their period beside what was expected there, so that other draws can be asked for the same.
    private static readonly string[] Countable =
    [
        "exceedance",
        "shift",
        "emerging",
        "fading",
        "unusual",
        "frequent_path",
        "association",
        "new_term",
        "poly_crime",
    ];

    private readonly BenchmarkFolder _folder;

    private PlantedSeed(BenchmarkFolder folder, IReadOnlyList<(string Study, Finding Finding)> findings, StudyResult told)
    {
        Told = told;
        _folder = folder;
        Patterns = PlantedPattern.Read(folder.Answers);
        Findings = findings;
    }

    /// <summary>What was planted.</summary>
    public IReadOnlyList<PlantedPattern> Patterns { get; }

    /// <summary>What was found, by study.</summary>
    public IReadOnlyList<(string Study, Finding Finding)> Findings { get; }

    /// <summary>The stories over all studies, and the findings that they tell.</summary>
    public StudyResult Told { get; }

    /// <summary>Simulates, takes in and studies.</summary>
    public static async Task<PlantedSeed> DrawAsync(int seed, int cases, CancellationToken stop)
    {
        BenchmarkFolder folder = await BenchmarkFolder.SimulatedAsync(cases, seed, stop);
        var scope = new StudyScope { Reader = Reader.Owner, Query = SeizureQuery.All };
        StudyResult[] results =
        [
            await new TrendStudy(folder.Index, folder.CodeLists).RunAsync(scope, stop),
            await new RouteStudy(folder.Index, folder.CodeLists).RunAsync(scope, stop),
            await new ConcealmentStudy(folder.Index, folder.CodeLists).RunAsync(scope, stop),
            await new SmallArmsStudy(folder.Index, folder.CodeLists).RunAsync(scope, stop),
            await new CoverageStudy(folder.Index).RunAsync(scope, stop),
        ];
        StudyResult told = await new StoryTelling(folder.Index, folder.CodeLists).TellAllAsync(results[0], results[1..], stop);
        return new PlantedSeed(folder, [.. results.SelectMany(r => r.Findings.Select(f => (r.Study, f)))], told);
    }

    /// <summary>Whether a finding of another draw is one of the region: whether this and further draws show it too.</summary>
    public static async Task<bool> IsOfTheRegionAsync(Finding finding, IReadOnlyList<PlantedSeed> others, CancellationToken stop)
    {
        if (finding.Baseline is not { } baseline || others.Count == 0 || !Countable.Contains(finding.Kind))
            return false;
        SeizureQuery query = finding.Evidence.Query with { From = finding.Period.From, To = finding.Period.To };
        double sum = 0;
        foreach (PlantedSeed other in others)
        {
            SearchResult found = await other._folder.Index.SearchAsync(Reader.Owner, new SearchRequest { Query = query, Size = 0 }, stop);
            sum += finding.Figure.Unit == "cases" ? found.Cases : found.Seizures;
        }

        return ((sum / others.Count) - baseline.Value) / (finding.Figure.Value - baseline.Value) >= LeastShareElsewhere;
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
