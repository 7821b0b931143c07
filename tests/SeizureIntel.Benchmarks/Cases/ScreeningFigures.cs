using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Etl.Screening;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>How much of what was planted in narratives the screen takes out, by class and language, and how many clean ones it changes.</summary>
internal static class ScreeningFigures
{
    private const double LeastOverAll = 0.98;
    private const double LeastOfClass = 0.95;
    private const double MostChanged = 1.0 / 200;

    /// <summary>Prints the figures; the answer is whether all bars are met.</summary>
    public static async Task<bool> PrintAsync(CaseRun run, ScreeningLists lists)
    {
        var mask = new NarrativeMask(lists);
        bool isMet = true;
        foreach (string file in (string[])["report", "customs", "desk"])
            isMet &= await PrintAsync(run, mask, file);
        return isMet;
    }

    private static async Task<bool> PrintAsync(CaseRun run, NarrativeMask mask, string file)
    {
        bool isMet = true;
        foreach (var set in PlantedSentence.Secrets(file).GroupBy(static s => s.Set))
        {
            (PlantedSentence Sentence, bool IsMasked)[] seen = [.. set.Select(s => (s, s.IsMaskedBy(mask)))];
            await run.LineAsync($"personal data planted in narratives, {file}, {set.Key}");
            double all = Share(seen);
            isMet &= all >= LeastOverAll;
            await run.FigureAsync(Line($"  masked over all: {all:0.000} of {seen.Length}"), "0.98", all >= LeastOverAll);
            foreach (var group in seen.GroupBy(static s => s.Sentence.Class).OrderBy(static g => g.Key, StringComparer.Ordinal))
            {
                double share = Share(group);
                isMet &= share >= LeastOfClass;
                await run.FigureAsync(Line($"  {group.Key}: {share:0.000}"), "0.95", share >= LeastOfClass);
            }

            await run.LineAsync(
                "  by language: "
                    + string.Join(", ", seen.GroupBy(static s => s.Sentence.Language).Select(static g => Line($"{g.Key} {Share(g):0.000}")))
            );
        }

        foreach (var set in PlantedSentence.Clean(file).GroupBy(static s => s.Set))
        {
            PlantedSentence[] rows = [.. set];
            int changed = rows.Count(s => mask.Mask(s.Text).Spans.Count > 0);
            bool isFew = changed <= rows.Length * MostChanged;
            isMet &= isFew;
            await run.FigureAsync(Line($"  clean narratives changed, {file}, {set.Key}: {changed} of {rows.Length}"), "1 in 200", isFew);
        }

        return isMet;
    }

    private static double Share(IEnumerable<(PlantedSentence Sentence, bool IsMasked)> seen) =>
        seen.Average(static s => s.IsMasked ? 1.0 : 0);

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
