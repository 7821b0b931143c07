using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Benchmarks.Running;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>Patterns planted by the simulator, found again by the studies over several draws, and what the studies find that is nowhere.</summary>
internal static class PlantedCase
{
    private const double RoutesAndConcealment = 0.10;
    private const double Exceedances = 0.20;

    // What season and reporters do to a count is no change of smuggling. The bar of 0 is stricter than the families below it: shifts are kept up to q
    // 0.05, but trends and their like up to 0.10, so that now and then chance alone puts one into a subject that is watched here. The one that was seen
    // (a trend of BO's cigarettes, q 0.056, one of ten draws) is such a one: a silent reporter's missing months are no part of the trend's fit, and
    // a trend spans all months, so that it meets the silence's weeks whatever made it. The bar stays, for a second one would be no chance; what is
    // told of such a trend is its q, and it counts in its family's realised rate below.
    private static readonly string[] NotToFlag = ["season", "reporter_artefact", "new_reporter", "silent_reporter"];
    private static readonly string[] Changes = ["exceedance", "shift", "trend", "emerging", "fading", "displacement"];

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        var run = new CaseRun(arguments, output);
        int count = run.Number("--seeds", run.IsQuick ? 3 : 10),
            cases = run.Number("--cases", run.IsQuick ? 3000 : 10_000);
        var draws = new List<PlantedSeed>();
        try
        {
            for (int seed = 1; seed <= count; seed++)
                draws.Add(await PlantedSeed.DrawAsync(seed, cases, stop));
            await run.LineAsync($"planted patterns over {count} draws of {cases} cases and more{(run.IsQuick ? " (--quick)" : "")}");
            await FoundAsync(run, draws);
            await FlaggedAsync(run, draws);
            await PlantedStories.ReportAsync(run, draws);
            await FalseAsync(run, draws, run.Option("--show"), stop);
        }
        finally
        {
            foreach (PlantedSeed draw in draws)
                draw.Dispose();
        }

        return 0;
    }

    private static async Task FoundAsync(CaseRun run, IReadOnlyList<PlantedSeed> draws)
    {
        int found = 0,
            of = 0;
        foreach (
            IGrouping<(string Id, string Kind, bool MustFind), (PlantedPattern Pattern, PlantedSeed Draw)> same in draws
                .SelectMany(d => d.Patterns.Select(p => (p, d)))
                .GroupBy(p => (p.p.Id, p.p.Kind, p.p.MustFind))
                .OrderBy(g => g.Key.Kind, StringComparer.Ordinal)
        )
        {
            if (same.Key.Kind == "season")
                continue;
            int hits = same.Count(s => s.Draw.Findings.Any(f => f.Finding.Kind == same.Key.Kind && s.Pattern.Agrees(f.Finding)));
            await run.LineAsync(
                $"  {same.Key.Kind} {same.Key.Id}: found in {hits} of {same.Count()} draws{(same.Key.MustFind ? "" : " (a change of reporting, told as that)")}"
            );
            if (!same.Key.MustFind)
                continue;
            found += hits;
            of += same.Count();
        }

        await run.FigureAsync(
            $"planted patterns that must be found: {found} of {of}, of {draws[0].Patterns.Where(p => p.MustFind).Select(p => p.Kind).Distinct().Count()} kinds",
            $"all",
            found == of
        );
    }

    private static async Task FlaggedAsync(CaseRun run, IReadOnlyList<PlantedSeed> draws)
    {
        foreach (string id in draws[0].Patterns.Where(p => NotToFlag.Contains(p.Kind)).Select(p => p.Id))
        {
            string[] flagged =
            [
                .. draws
                    .SelectMany(d =>
                        d.Findings.Where(f =>
                            Changes.Contains(f.Finding.Kind)
                            && d.Patterns.Single(p => p.Id == id).Agrees(f.Finding)
                            && !d.Patterns.Any(p => !NotToFlag.Contains(p.Kind) && p.Agrees(f.Finding))
                        )
                    )
                    .Select(f => Text(f.Finding)),
            ];
            await run.FigureAsync(
                $"  {id} taken for a change of smuggling: {flagged.Length} times{(flagged.Length == 0 ? "" : ": " + string.Join("; ", flagged))}",
                $"0",
                flagged.Length == 0
            );
        }
    }

    private static async Task FalseAsync(CaseRun run, IReadOnlyList<PlantedSeed> draws, string? shown, CancellationToken stop)
    {
        var tallies = new SortedDictionary<string, PlantedTally>(StringComparer.Ordinal);
        for (int i = 0; i < draws.Count; i++)
        {
            PlantedSeed[] others = [.. draws.Where((_, d) => d != i)];
            foreach ((string study, Finding finding) in draws[i].Findings.Where(f => f.Finding.Q is not null))
            {
                bool isPlanted = draws[i].Patterns.Any(p => p.Kind == finding.Kind && p.Agrees(finding)),
                    isTrace = draws[i].Patterns.Any(p => p.Agrees(finding));
                bool isOfTheRegion = !isPlanted && !isTrace && await PlantedSeed.IsOfTheRegionAsync(finding, others, stop);
                foreach (string family in new[] { study, $"{study} {finding.Kind}", finding.Kind == "exceedance" ? "exceedances" : "" })
                {
                    if (family.Length == 0)
                        continue;
                    if (!tallies.TryGetValue(family, out PlantedTally? tally))
                        tallies[family] = tally = new PlantedTally();
                    tally.Add(i, isPlanted, isTrace, isOfTheRegion);
                }

                if (
                    shown is not null
                    && !isPlanted
                    && !isTrace
                    && !isOfTheRegion
                    && (shown == "all" || shown == study || shown == finding.Kind)
                )
                    await run.LineAsync($"    false in draw {i + 1}: {study} {Text(finding)}");
            }
        }

        await run.LineAsync(
            $"false = agrees with nothing planted, and other draws of the region do not show a third of it; only tested findings"
        );
        foreach ((string family, PlantedTally tally) in tallies)
        {
            string line =
                $"  {family}: {tally.All} findings, {tally.Planted} planted, {tally.Traces} traces of planted ones, "
                + $"{tally.OfTheRegion} of the region, {tally.False} false; realised FDR {tally.Rate(draws.Count):0.000}";
            double? bar = family switch
            {
                "routes" or "concealment" => RoutesAndConcealment,
                "exceedances" => Exceedances,
                _ => null,
            };
            if (bar is { } most)
                await run.FigureAsync(line, $"{most:0.00}", tally.Rate(draws.Count) <= most);
            else
                await run.LineAsync(line);
        }
    }

    internal static string Text(Finding finding) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{finding.Kind} {string.Join(' ', finding.Subject.Select(s => s.Key + "=" + string.Join(',', s.Value)))} "
                + $"{finding.Period.From:yyyy-MM-dd}..{finding.Period.To:yyyy-MM-dd} {finding.Figure.Value:0.##} {finding.Figure.Unit} "
                + $"against {finding.Baseline?.Value ?? 0:0.##}, q {finding.Q ?? 1:0.0e+0}"
        );
}
