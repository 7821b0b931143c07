using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Findings.Stories;
using SeizureIntel.Benchmarks.Running;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>Whether each planted pattern that was found leads a story, and whether no story tells two of them.</summary>
internal static class PlantedStories
{
    // Kinds in which one change may be seen; what is found together over the years is a trace of none.
    private static readonly string[] Changes = ["exceedance", "shift", "trend", "emerging", "fading", "displacement", "novel"];

    public static async Task ReportAsync(CaseRun run, IReadOnlyList<PlantedSeed> draws)
    {
        int led = 0,
            found = 0,
            mixed = 0;
        foreach (PlantedSeed draw in draws)
        {
            Dictionary<string, Finding> byId = draw.Told.Findings.ToDictionary(f => f.Id, StringComparer.Ordinal);
            foreach (PlantedPattern pattern in draw.Patterns.Where(p => p.Kind != "season"))
            {
                if (!draw.Findings.Any(f => f.Finding.Kind == pattern.Kind && pattern.Agrees(f.Finding)))
                    continue;
                found++;
                if (draw.Told.Stories.Any(s => s.Kind == pattern.Kind && pattern.Agrees(byId[s.Lead])))
                    led++;
                else
                {
                    await run.LineAsync($"    leads no story: {pattern.Id}");
                    foreach (Finding f in draw.Findings.Select(f => f.Finding).Where(f => f.Kind == pattern.Kind && pattern.Agrees(f)))
                    {
                        Story? s = draw.Told.Stories.FirstOrDefault(s => s.Members.Contains(f.Id));
                        await run.LineAsync(
                            $"      {PlantedCase.Text(f)} is {(s is null ? "in no story" : "below " + PlantedCase.Text(byId[s.Lead]))}"
                        );
                    }
                }
            }

            foreach (Story story in draw.Told.Stories)
            {
                string[] told =
                [
                    .. story.Members.Append(story.Lead).Select(id => OwnerOf(draw.Patterns, byId[id])?.Id).OfType<string>().Distinct(),
                ];
                if (told.Length < 2)
                    continue;
                mixed++;
                await run.LineAsync($"    one story tells {string.Join(" and ", told)}");
                await run.LineAsync($"      led by {PlantedCase.Text(byId[story.Lead])}");
                foreach (string member in story.Members.Where(m => OwnerOf(draw.Patterns, byId[m]) is not null))
                    await run.LineAsync($"      {OwnerOf(draw.Patterns, byId[member])!.Id}: {PlantedCase.Text(byId[member])}");
            }
        }

        await run.LineAsync(
            $"  stories a draw: {draws.Average(d => d.Told.Stories.Count):0.0}, from {draws.Average(d => d.Findings.Count):0} findings"
        );
        await run.FigureAsync(
            $"  stories a draw, at most: {draws.Max(d => d.Told.Stories.Count)}",
            $"{StoryBook.Most}",
            draws.All(d => d.Told.Stories.Count <= StoryBook.Most)
        );
        await run.FigureAsync($"  planted patterns that lead a story of their own: {led} of {found} found", $"all", led == found);
        await run.FigureAsync($"  stories that tell two planted patterns: {mixed}", $"0", mixed == 0);
    }

    // The pattern that a finding names most of; none where two are named alike.
    private static PlantedPattern? OwnerOf(IReadOnlyList<PlantedPattern> patterns, Finding finding)
    {
        (PlantedPattern Pattern, int Shared)[] agreeing =
        [
            .. patterns
                .Where(p =>
                    (p.Kind == finding.Kind || (Changes.Contains(p.Kind) && Changes.Contains(finding.Kind)))
                    && p.IsAtWork(finding)
                    && p.Agrees(finding)
                )
                .Select(p => (p, p.Shared(finding)))
                .OrderByDescending(p => p.Item2),
        ];
        return agreeing.Length == 0 || (agreeing.Length > 1 && agreeing[0].Shared == agreeing[1].Shared) ? null : agreeing[0].Pattern;
    }
}
