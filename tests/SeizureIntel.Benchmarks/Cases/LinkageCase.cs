using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Statistics.Duplicates;
using SeizureIntel.Benchmarks.Running;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>Probable duplicates among made-up records: pairs within a week of one block, patterns of agreement, and the model learnt from them.</summary>
internal static class LinkageCase
{
    private const int BlockSize = 4000;
    private const int Days = 1000;
    private const int Window = 7;
    private const double DuplicateShare = 0.02;
    private const double MergeAt = 0.9;

    // Day, place, concealment, mode, quantity.
    private static readonly int[] TopLevels = [2, 1, 1, 1, 2];

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        var run = new CaseRun(arguments, output);
        int records = run.IsQuick ? 100_000 : 1_000_000;
        Row[] rows = MakeUp(records);
        // A block is a heading at a reporter; blocks lie so far apart that their days never meet.
        int[] days = [.. rows.Select(r => (r.Block * 10 * Days) + r.Day)];
        (LinkageModel model, double seconds, double processor) = CaseRun.Timed(() =>
            FellegiSunter.Estimate(Patterns(rows, days), TopLevels).Value
            ?? throw new UnreachableException("One pair in a thousand is planted.")
        );
        int pairs = 0,
            proposed = 0,
            right = 0,
            planted = rows.Count(r => r.Original >= 0);
        foreach ((int a, int b) in CandidatePairs.WithinDays(days, Window))
        {
            pairs++;
            if (model.Posterior(Levels(rows[a], rows[b])) < MergeAt)
                continue;
            proposed++;
            right += rows[a].Original == b || rows[b].Original == a ? 1 : 0;
        }

        await run.FigureAsync(
            $"probable duplicates of {records} records, {pairs} pairs: {seconds:0.0} s, {processor:0.0} s of processor time, "
                + $"{model.Iterations} steps{(run.IsQuick ? " (--quick)" : "")}",
            $"60 s at 1,000,000 records",
            seconds <= 60
        );
        await run.LineAsync(
            $"proposed at {MergeAt}: {proposed}; precision {right / (double)Math.Max(1, proposed):0.000}, recall "
                + $"{right / (double)planted:0.000} of {planted} planted"
        );
        await run.LineAsync($"no rival: Debian 12 packs no program that links records by this model");
        return 0;
    }

    private static LinkagePattern[] Patterns(Row[] rows, int[] days)
    {
        int[] counts = new int[256 * 4];
        foreach ((int a, int b) in CandidatePairs.WithinDays(days, Window))
        {
            int[] levels = Levels(rows[a], rows[b]);
            counts[(levels[0] * 256) + (levels[1] * 64) + (levels[2] * 16) + (levels[3] * 4) + levels[4]]++;
        }

        return
        [
            .. counts
                .Select((n, key) => new LinkagePattern([key / 256, key / 64 % 4, key / 16 % 4, key / 4 % 4, key % 4], n))
                .Where(p => p.Count > 0),
        ];
    }

    private static int[] Levels(Row a, Row b)
    {
        int apart = Math.Abs(a.Day - b.Day);
        double smaller = Math.Min(a.Quantity, b.Quantity),
            larger = Math.Max(a.Quantity, b.Quantity);
        return
        [
            apart == 0 ? 2
            : apart == 1 ? 1
            : 0,
            a.Place == b.Place ? 1 : 0,
            a.Concealment == b.Concealment ? 1 : 0,
            a.Mode == b.Mode ? 1 : 0,
            a.Quantity == b.Quantity ? 2
            : smaller > 0.95 * larger ? 1
            : 0,
        ];
    }

    private static Row[] MakeUp(int records)
    {
        var draws = new Draws(5);
        var rows = new Row[records];
        for (int i = 0; i < records; i++)
        {
            bool isCopy = i % BlockSize > 0 && draws.Uniform() < DuplicateShare;
            if (isCopy)
            {
                // A second report: one field in ten reads differently, the day at most one off, the weight rounded.
                int of = (i / BlockSize * BlockSize) + draws.Below(i % BlockSize);
                Row first = rows[of];
                rows[i] = new Row(
                    first.Block,
                    draws.Uniform() < 0.8 ? first.Day : first.Day + 1,
                    draws.Uniform() < 0.9 ? first.Place : draws.Below(40),
                    draws.Uniform() < 0.9 ? first.Concealment : draws.Below(12),
                    draws.Uniform() < 0.95 ? first.Mode : draws.Below(5),
                    draws.Uniform() < 0.7 ? first.Quantity : Math.Round(first.Quantity),
                    of
                );
            }
            else
            {
                rows[i] = new Row(
                    i / BlockSize,
                    draws.Below(Days),
                    draws.Below(40),
                    draws.Below(12),
                    draws.Below(5),
                    Math.Round(Math.Exp(5 * draws.Uniform()), 2),
                    -1
                );
            }
        }

        return rows;
    }

    private sealed record Row(int Block, int Day, int Place, int Concealment, int Mode, double Quantity, int Original);
}
