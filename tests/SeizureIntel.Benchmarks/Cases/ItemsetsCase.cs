using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Validation.Methods.Associations;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>Frequent sets among records shaped like seizures: eight attributes, few values common and many rare.</summary>
internal static class ItemsetsCase
{
    private const double Support = 0.001;
    private const int Longest = 5;

    private static readonly (string Name, int Values)[] Attributes =
    [
        ("mode", 9),
        ("concealment", 60),
        ("place", 12),
        ("product", 150),
        ("origin", 120),
        ("departure", 120),
        ("destination", 120),
        ("direction", 4),
    ];

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        var run = new CaseRun(arguments, output);
        int records = run.IsQuick ? 100_000 : 1_000_000;
        string[][] rows = MakeUp(records);
        (Transactions transactions, double reading, _) = CaseRun.Timed(() => Transactions.Of(rows));
        (IReadOnlyList<Itemset> sets, double mining, double processor) = CaseRun.Timed(() =>
            FrequentItemsets.Mine(transactions, FrequentItemsets.FewestFor(Support, records), Longest)
        );
        await run.FigureAsync(
            $"frequent sets of {records} records, {transactions.Items.Count} items, {rows.Average(r => r.Length):0.0} a record, "
                + $"support {Support}, up to {Longest} items: {sets.Count} sets, taken in {reading:0.00} s, mined in {mining:0.00} s, "
                + $"{processor:0.00} s of processor time{(run.IsQuick ? " (--quick)" : "")}",
            $"5 s mined at 1,000,000 records",
            mining <= 5
        );
        // Hold the answer against a plain count of one pair, so that a fast wrong answer does not pass.
        Itemset pair = sets.Where(s => s.Items.Count == 2).MaxBy(s => s.Count) ?? throw new UnreachableException("Common values meet.");
        int counted = rows.Count(r => pair.Items.All(r.Contains));
        await run.FigureAsync(
            $"records with {string.Join(" and ", pair.Items)}: {pair.Count} mined, {counted} counted",
            $"equal",
            pair.Count == counted
        );
        await RivalAsync(run, rows, sets.Count, mining, stop);
        return 0;
    }

    // Debian packs neither arules nor mlxtend, but ELKI, whose FP-growth is the usual one of Java.
    private static async Task RivalAsync(CaseRun run, string[][] rows, int sets, double ours, CancellationToken stop)
    {
        if (await run.RivalAsync(_ => Task.FromResult(Rivals.JavaWith("elki.jar")), "FP-growth of ELKI (elki)", stop) is not { } java)
            return;
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, rows.Select(r => string.Join(' ', r)), stop);
            string archives = string.Join(Path.PathSeparator, Rivals.Archive("elki.jar"), Rivals.Archive("trove4j.jar"));
            string[] work =
            [
                "-dbc.in",
                file,
                "-dbc.parser",
                "SimpleTransactionParser",
                "-algorithm",
                "itemsetmining.FPGrowth",
                "-itemsetmining.minsupp",
                Whole(FrequentItemsets.FewestFor(Support, rows.Length)),
                "-itemsetmining.maxlength",
                Whole(Longest),
                "-resulthandler",
                "DiscardResultHandler",
                "-time",
            ];
            MeasuredProcess process = await MeasuredProcess.RunAsync(
                java,
                ["-cp", archives, "de.lmu.ifi.dbs.elki.application.KDDCLIApplication", .. work],
                stop
            );
            if (process.ExitCode != 0)
                throw new InvalidOperationException("ELKI failed: " + process.Errors);
            double theirs = Figure(process.Output, "FPGrowth.runtime: ") / 1000;
            await run.FigureAsync(
                $"ELKI's FP-growth: mined in {theirs:0.00} s, largest working set {process.PeakMegabytes:0} MB; ratio ELKI/ours {theirs / ours:0.00}",
                $"1",
                theirs >= ours
            );
            double found = Figure(process.Output, "FPGrowth.frequent-itemsets: ");
            await run.FigureAsync($"sets: {sets} ours, {found:0} ELKI's", $"equal", found == sets);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Figure(string output, string name)
    {
        string line = output.Split('\n').First(l => l.Contains(name, StringComparison.Ordinal));
        return double.Parse(
            line[(line.IndexOf(name, StringComparison.Ordinal) + name.Length)..].Split(' ')[0],
            CultureInfo.InvariantCulture
        );
    }

    private static string[][] MakeUp(int records)
    {
        string[][] names =
        [
            .. Attributes.Select(a =>
                Enumerable.Range(0, a.Values).Select(v => string.Create(CultureInfo.InvariantCulture, $"{a.Name}={v}")).ToArray()
            ),
        ];
        var draws = new Draws(11);
        string[][] rows = new string[records][];
        for (int i = 0; i < records; i++)
        {
            var row = new List<string>(names.Length);
            foreach (string[] values in names)
            {
                // One attribute in seven is not stated; a cubed uniform makes few values common.
                if (draws.Uniform() < 0.15)
                    continue;
                row.Add(values[(int)(values.Length * Math.Pow(draws.Uniform(), 3))]);
            }

            rows[i] = [.. row];
        }

        return rows;
    }
}
