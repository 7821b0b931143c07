using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Statistics.Duplicates;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;

namespace SeizureIntel.Analytics.Coverage;

/// <summary>Finds cases that came in by two files and may be one seizure told twice.</summary>
/// <remarks>Compared are cases of one reporting country, or of one country of seizure told by two reporters, with the same products, at most a week
/// apart, that came in by different files: a file says by itself which of its rows are one case. What carries the same reference is one case already.
/// Only who sees both is told of a pair.</remarks>
public static class NearDuplicates
{
    /// <summary>From this probability on a pair is shown.</summary>
    public const double Least = 0.5;

    private const int WindowDays = 7;
    private const int NearDays = 2;
    private const double NearRatio = 0.6;

    // Fewer pairs teach nothing, and a model in which the same seizures seldom agree has found something else.
    private const int FewestPairs = 1000;
    private const double LeastAgreement = 0.5;
    private const double UsualAgreement = 0.9;
    private const double UsualShare = 0.001;
    private const int LevelsInKey = 4;

    private static readonly string[] Coded =
    [
        "unlocode",
        "mode_of_transport",
        "origin_country",
        "departure_country",
        "destination_country",
        "concealment",
    ];

    private static readonly string[] Compared = ["seizure_date", "quantity", .. Coded];
    private static readonly int[] TopLevels = [2, 2, .. Coded.Select(_ => 1)];

    /// <summary>Looks for them.</summary>
    /// <param name="index">What is read.</param>
    /// <param name="reader">Who asks.</param>
    /// <param name="query">Among which seizures.</param>
    /// <param name="most">At most so many pairs, the likeliest first.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The pairs, and how many there are in all.</returns>
    /// <remarks>Seizures, and pairs within a week. Source: I. Fellegi, A. Sunter 1969, by <see cref="FellegiSunter"/>; where fewer than 1,000 pairs or
    /// none that agree can be learnt from, agreement among the same is taken as .9 and their share as .001.</remarks>
    public static async Task<(IReadOnlyList<NearDuplicate> Likeliest, int All)> FindAsync(
        ISeizureIndex index,
        Reader reader,
        SeizureQuery query,
        int most,
        CancellationToken cancellationToken
    )
    {
        string[] fields = ["product", "quantity", "unit", "date_precision", "row", "country", .. Coded];
        SeizureFrame frame = await SeizureFrame.ReadAsync(index, reader, query, fields, cancellationToken);
        Block[] blocks = Blocks(frame);
        int[] counts = new int[(int)Math.Pow(LevelsInKey, Compared.Length)];
        foreach ((int first, int second) in Pairs(frame, blocks, cancellationToken))
            counts[Key(frame, first, second)]++;
        LinkageModel? model = ModelOf(counts);
        if (model is null)
            return ([], 0);
        double[] probabilities = [.. counts.Select((n, key) => n == 0 ? 0 : model.Posterior(Levels(key)))];
        int all = counts.Where((_, key) => probabilities[key] >= Least).Sum();
        var likeliest = new PriorityQueue<(int First, int Second, int Key), double>();
        foreach ((int first, int second) in Pairs(frame, blocks, cancellationToken))
        {
            int key = Key(frame, first, second);
            if (probabilities[key] < Least)
                continue;
            likeliest.Enqueue((first, second, key), probabilities[key]);
            if (likeliest.Count > most)
                likeliest.Dequeue();
        }

        return (
            [
                .. likeliest
                    .UnorderedItems.OrderByDescending(p => p.Priority)
                    .ThenBy(p => p.Element.First)
                    .ThenBy(p => p.Element.Second)
                    .Select(p => Told(frame, p.Element.First, p.Element.Second, Levels(p.Element.Key), p.Priority)),
            ],
            all
        );
    }

    private static NearDuplicate Told(SeizureFrame frame, int first, int second, int[] levels, double probability) =>
        new(
            At(frame, first),
            At(frame, second),
            probability,
            [.. Compared.Where((_, f) => levels[f] == TopLevels[f])],
            [.. Compared.Where((_, f) => levels[f] >= 0 && levels[f] < TopLevels[f])]
        );

    private static RecordAt At(SeizureFrame frame, int row) => new(frame["submission"].FirstCode(row), (int)frame.Numbers("row")[row]);

    // The first seizure of each case, by reporter and products, and by country and products where several reporters tell of it; seizures are read in
    // the order of receipt.
    private static Block[] Blocks(SeizureFrame frame)
    {
        FrameColumn products = frame["product"],
            reporters = frame["reporting_country"],
            countries = frame["country"],
            submissions = frame["submission"];
        var goods = new Dictionary<int, (int First, List<int> Products)>();
        for (int i = 0; i < frame.Count; i++)
        {
            if (!goods.TryGetValue(frame.Cases[i], out (int First, List<int> Products) known))
                goods[frame.Cases[i]] = known = (i, []);
            // A case that was sent again is one case, told by what came first.
            if (submissions.First(i) == submissions.First(known.First))
                known.Products.Add(products.First(i));
        }

        (int First, string Goods)[] cases =
        [
            .. goods
                .Values.Where(c => reporters.HasKnown(c.First) && products.HasKnown(c.First))
                .Select(c => (c.First, string.Join(',', c.Products.Order()))),
        ];
        return
        [
            .. cases
                .GroupBy(c => (reporters.First(c.First), c.Goods), c => c.First)
                .Where(b => b.Skip(1).Any())
                .Select(b => new Block([.. b.Order()], AcrossReporters: false)),
            .. cases
                .Where(c => countries.HasKnown(c.First))
                .GroupBy(c => (countries.First(c.First), c.Goods), c => c.First)
                .Where(b => b.Select(row => reporters.First(row)).Distinct().Skip(1).Any())
                .Select(b => new Block([.. b.Order()], AcrossReporters: true)),
        ];
    }

    private static IEnumerable<(int First, int Second)> Pairs(SeizureFrame frame, Block[] blocks, CancellationToken stop)
    {
        FrameColumn submissions = frame["submission"],
            reporters = frame["reporting_country"];
        foreach ((int[] rows, bool isAcross) in blocks)
        {
            stop.ThrowIfCancellationRequested();
            foreach ((int a, int b) in CandidatePairs.WithinDays([.. rows.Select(row => frame.Days[row])], WindowDays))
            {
                // Pairs of one reporter stand in that reporter's block.
                if (
                    submissions.First(rows[a]) != submissions.First(rows[b])
                    && (!isAcross || reporters.First(rows[a]) != reporters.First(rows[b]))
                )
                    yield return (rows[a], rows[b]);
            }
        }
    }

    // One digit a field, 0 for missing.
    private static int Key(SeizureFrame frame, int first, int second)
    {
        int key = DateLevel(frame, first, second) + 1;
        key = (key * LevelsInKey) + QuantityLevel(frame, first, second) + 1;
        foreach (string field in Coded)
            key = (key * LevelsInKey) + CodeLevel(frame[field], first, second) + 1;
        return key;
    }

    private static int[] Levels(int key)
    {
        int[] levels = new int[Compared.Length];
        for (int f = levels.Length - 1; f >= 0; f--, key /= LevelsInKey)
            levels[f] = (key % LevelsInKey) - 1;
        return levels;
    }

    private static int DateLevel(SeizureFrame frame, int first, int second)
    {
        FrameColumn precision = frame["date_precision"];
        if (precision.FirstCode(first) != "DAY" || precision.FirstCode(second) != "DAY")
            return -1;
        int apart = Math.Abs(frame.Days[first] - frame.Days[second]);
        return apart == 0 ? 2
            : apart <= NearDays ? 1
            : 0;
    }

    private static int QuantityLevel(SeizureFrame frame, int first, int second)
    {
        double a = frame.Numbers("quantity")[first],
            b = frame.Numbers("quantity")[second];
        FrameColumn units = frame["unit"];
        if (!(a > 0 && b > 0) || !units.HasKnown(first) || !units.HasKnown(second))
            return -1;
        if (units.First(first) != units.First(second))
            return 0;
        return a.Equals(b) ? 2
            : Math.Abs(Math.Log(a / b)) <= NearRatio ? 1
            : 0;
    }

    private static int CodeLevel(FrameColumn column, int first, int second) =>
        !column.HasKnown(first) || !column.HasKnown(second) ? -1
        : column.SetOf(first) == column.SetOf(second) ? 1
        : 0;

    private static LinkageModel? ModelOf(int[] counts)
    {
        LinkagePattern[] patterns = [.. counts.Select((n, key) => new LinkagePattern(Levels(key), n)).Where(p => p.Count > 0)];
        if (patterns.Length == 0)
            return null;
        if (
            patterns.Sum(p => p.Count) >= FewestPairs
            && FellegiSunter.Estimate(patterns, TopLevels).Value is { } learnt
            && IsOfTheSame(learnt)
        )
            return learnt;
        double[][] other = [.. TopLevels.Select((top, f) => Margin(patterns, f, top))],
            same = [.. TopLevels.Select(top => Enumerable.Range(0, top + 1).Select(l => Agreement(l, top)).ToArray())];
        return new LinkageModel(UsualShare, same, other, double.NaN, 0);
    }

    // Reports of one seizure mostly agree on its day and amount.
    private static bool IsOfTheSame(LinkageModel learnt) =>
        learnt.MatchShares[0][^1] >= LeastAgreement && learnt.MatchShares[1][^1] >= LeastAgreement;

    private static double Agreement(int level, int top) => level == top ? UsualAgreement : (1 - UsualAgreement) / top;

    private static double[] Margin(LinkagePattern[] patterns, int field, int top)
    {
        double[] margin = new double[top + 1];
        Array.Fill(margin, 0.5);
        foreach (LinkagePattern pattern in patterns.Where(p => p.Levels[field] >= 0))
            margin[pattern.Levels[field]] += pattern.Count;
        double sum = margin.Sum();
        return [.. margin.Select(m => m / sum)];
    }

    private sealed record Block(int[] Rows, bool AcrossReporters);
}
