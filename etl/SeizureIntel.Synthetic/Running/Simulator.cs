using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using SeizureIntel.Synthetic.Files;
using SeizureIntel.Synthetic.Patterns;
using SeizureIntel.Synthetic.Region;

namespace SeizureIntel.Synthetic.Running;

/// <summary>Simulates a region and writes its reports as raw files in the sources' own formats, with the answer sheet of the planted patterns.</summary>
/// <remarks>Shares nothing with the intake it feeds: a generator that used the normaliser it tests would prove nothing.</remarks>
public static class Simulator
{
    private const double Dispersion = 1.5;

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>Writes the files.</summary>
    /// <param name="options">What to simulate.</param>
    /// <param name="folder">Where to write; made where it is missing.</param>
    /// <param name="progress">Told after each week and each file; null for nobody.</param>
    /// <returns>Paths of the raw files with the source each is written as, in the order in which they should be taken in.</returns>
    /// <exception cref="ArgumentException">Fewer than 156 weeks, no cases, or a first day that is no Monday.</exception>
    public static IReadOnlyList<(string Path, string Source)> Write(
        SimulationOptions options,
        string folder,
        IProgress<SimulationProgress>? progress = null
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Weeks < 156)
            throw new ArgumentException(
                $"{options.Weeks} weeks; expected 156 or more, so that a season can be told from a change.",
                nameof(options)
            );
        if (options.Cases < 1)
            throw new ArgumentException($"{options.Cases} cases; expected 1 or more.", nameof(options));
        if (options.FirstMonday.DayOfWeek != DayOfWeek.Monday)
            throw new ArgumentException($"{options.FirstMonday:yyyy-MM-dd} is no Monday.", nameof(options));
        Directory.CreateDirectory(folder);
        var calendar = new Calendar(options.FirstMonday, options.Weeks);
        IReadOnlyList<Pattern> patterns = new PlantedPatterns(calendar).All();
        List<SimulatedCase> cases = Draw(options, calendar, patterns, progress);
        var files = new List<(string, string)>();
        var reporters = cases.Select(c => c.Reporter).ToHashSet();
        foreach (Reporter reporter in Atlas.Reporters.Where(reporters.Contains))
        {
            progress?.Report(new SimulationProgress(options.Weeks, options.Weeks, files.Count, reporters.Count));
            List<SimulatedCase> own = [.. cases.Where(c => c.Reporter == reporter)];
            files.Add(ReportFile.Write(folder, reporter, own, new Chance(options.Seed ^ StableHash(reporter.Country + reporter.Format))));
        }

        progress?.Report(new SimulationProgress(options.Weeks, options.Weeks, files.Count, reporters.Count));

        (IReadOnlyList<(string, string)> small, IReadOnlyList<Defect> defects) = DefectFiles.Write(
            folder,
            options.FirstMonday,
            7 * options.Weeks,
            new Chance(options.Seed ^ StableHash(nameof(DefectFiles)))
        );
        files.AddRange(small);
        File.WriteAllText(
            Path.Combine(folder, "answers.json"),
            JsonSerializer.Serialize(
                new
                {
                    options.Seed,
                    Cases = cases.Count,
                    Patterns = patterns.Select(p => p.Answer),
                    Defects = defects,
                },
                Json
            )
        );
        return files;
    }

    private static List<SimulatedCase> Draw(
        SimulationOptions options,
        Calendar calendar,
        IReadOnlyList<Pattern> patterns,
        IProgress<SimulationProgress>? progress
    )
    {
        var chance = new Chance(options.Seed);
        double scale = options.Cases / (Atlas.Reporters.Sum(r => r.Activity) * Atlas.Goods.Sum(g => g.Weight) * options.Weeks);
        var cases = new List<SimulatedCase>(options.Cases + (options.Cases / 4));
        for (int week = 0; week < options.Weeks; week++)
        {
            foreach (Reporter reporter in Atlas.Reporters)
            {
                foreach (SimulatedGoods goods in Atlas.Goods.Where(g => ReportFile.CanReport(reporter.Format, g)))
                {
                    double rate =
                        scale
                        * reporter.Activity
                        * goods.Weight
                        * Math.Exp(goods.Season * Math.Cos(2 * Math.PI * ((week % 52) + 1 - goods.PeakWeek) / 52));
                    foreach (Pattern pattern in patterns)
                        rate *= pattern.Rate?.Invoke(reporter, goods, week) ?? 1;
                    int count = chance.Count(rate, Dispersion);
                    for (int i = 0; i < count; i++)
                        cases.Add(Altered(calendar.Case(reporter, goods, week, chance), week, chance, patterns));
                }
            }

            foreach (Pattern pattern in patterns)
            {
                if (pattern.Extra is null)
                    continue;
                foreach (SimulatedCase extra in pattern.Extra(week, chance))
                    cases.Add(Altered(extra, week, chance, patterns));
            }

            progress?.Report(new SimulationProgress(week + 1, options.Weeks, 0, 0));
        }

        return [.. cases.OrderBy(c => c.Date)];
    }

    private static SimulatedCase Altered(SimulatedCase simulated, int week, Chance chance, IReadOnlyList<Pattern> patterns)
    {
        foreach (Pattern pattern in patterns)
            simulated = pattern.Alter?.Invoke(simulated, week, chance) ?? simulated;
        return simulated;
    }

    private static int StableHash(string text) => text.Aggregate(17, (hash, c) => unchecked((hash * 31) + c));
}
