using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Clusters;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Concealment;

/// <summary>Latent groups of seizures that share hiding place, method, goods and means of transport.</summary>
internal static class ModusOperandi
{
    /// <summary>Name of the method.</summary>
    public const string Method = "latent-classes";

    private const int MostRecords = 5000;
    private const int FewestRecords = 200;
    private const int MostCodes = 12;
    private const int MostClasses = 6;
    private const int Starts = 6;
    private const double LeastKnown = 0.1;
    private const double MarkShare = 0.25;
    private const double MarkOdds = 2;
    private const int FewestMarks = 2;
    private const int FewestSeizures = 5;

    /// <summary>One finding a group with at least two marks.</summary>
    public static IReadOnlyList<Finding> Findings(ScopedFrame scoped, ConcealmentItems items)
    {
        int[] rows = [.. scoped.Inside.Where(r => items.Where.Items(items.Where.SetOf(r)).Length > 0)];
        if (rows.Length < FewestRecords)
            return [];
        Variable[] variables =
        [
            .. new[] { items.Where, items.How, items.Product, items.Mode }
                .Select(a => Variable.Of(a, rows))
                .Where(v => v.Known >= LeastKnown * rows.Length && v.Items.Length > 1),
        ];
        if (variables.Length < FewestMarks)
            return [];

        // Evenly spaced over the period, so that the fit takes the same time for any amount of data.
        int step = ((rows.Length - 1) / MostRecords) + 1;
        IReadOnlyList<int>[] records =
        [
            .. rows.Where((_, i) => i % step == 0).Select(r => (IReadOnlyList<int>)[.. variables.Select(v => v.CategoryOf(r))]),
        ];
        int[] categories = [.. variables.Select(v => v.Items.Length + 1)];
        LatentClassFit? fit = Enumerable
            .Range(1, MostClasses)
            .Select(k => LatentClasses.Fit(records, categories, k, starts: Starts))
            .Where(f => f.IsTestable)
            .Select(f => f.Value!)
            .MinBy(f => f.Bic);
        if (fit is null || fit.Shares.Count < 2)
            return [];
        return
        [
            .. Enumerable
                .Range(0, fit.Shares.Count)
                .Select(c => Told(scoped, rows, variables, fit, c))
                .OfType<Finding>()
                .DistinctBy(f => f.Id),
        ];
    }

    private static Finding? Told(ScopedFrame scoped, int[] rows, Variable[] variables, LatentClassFit fit, int group)
    {
        var marks = new List<(Variable Variable, int[] Items)>();
        for (int v = 0; v < variables.Length; v++)
        {
            int[] items =
            [
                .. Enumerable
                    .Range(0, variables[v].Items.Length)
                    .Where(k => IsMark(fit.Profiles[group][v][k], Base(fit, v, k)))
                    .Select(k => variables[v].Items[k]),
            ];
            if (items.Length > 0)
                marks.Add((variables[v], items));
        }

        // A group that no hiding place marks tells nothing of hiding, and a search for its other marks finds seizures that state none.
        if (marks.Count < FewestMarks || marks.All(m => m.Variable.Field != "concealment"))
            return null;
        int known = 0,
            all = 0;
        int[] single = new int[marks.Count];
        HashSet<int> reporters = [];
        FrameColumn reporter = scoped.Frame["reporting_country"];
        (ItemAttribute Attribute, bool[] IsKnown, bool[] IsMarked)[] looks = [.. marks.Select(m => m.Variable.Looks(m.Items))];
        foreach (int row in rows)
        {
            bool isKnown = true,
                holds = true;
            foreach ((ItemAttribute attribute, bool[] isStated, _) in looks)
                isKnown &= isStated[attribute.SetOf(row)];
            if (!isKnown)
                continue;
            known++;
            for (int m = 0; m < looks.Length; m++)
            {
                bool isMarked = looks[m].IsMarked[looks[m].Attribute.SetOf(row)];
                if (isMarked)
                    single[m]++;
                holds &= isMarked;
            }

            if (!holds)
                continue;
            all++;
            reporters.Add(reporter.First(row));
        }

        if (all < FewestSeizures)
            return null;
        double expected = single.Aggregate((double)known, (product, count) => product * count / known);
        double lift = all / expected,
            spread = 1.959963984540054 / Math.Sqrt(all);

        // Marks that do not come together are no way of working.
        if (lift * Math.Exp(-spread) <= 1)
            return null;
        Dictionary<string, IReadOnlyList<string>> codes = marks.ToDictionary(
            m => m.Variable.Field,
            m => (IReadOnlyList<string>)[.. m.Items.Select(m.Variable.Code).Order(StringComparer.Ordinal)],
            StringComparer.Ordinal
        );
        var period = new Period(scoped.From, scoped.To);
        Evidence evidence = scoped.Evidence(all, scoped.From, scoped.To);
        foreach ((string field, IReadOnlyList<string> of) in codes)
            evidence = evidence with { Query = evidence.Query.With(field, of) };
        List<Phrase> caveats =
        [
            $"group {group + 1} of {fit.Shares.Count} by BIC, {100 * fit.Shares[group]:0} % of the seizures; its marks are at least twice as common in it",
            "effect: against independent marks",
        ];
        if (reporters.Count == 1)
            caveats.Add("single reporter");
        return new Finding
        {
            Id = FindingId.Of("modus_operandi", codes, period),
            Kind = "modus_operandi",
            Subject = codes,
            Period = period,
            Figure = new Figure(all, "seizures"),
            Effect = new Effect("lift", lift, lift * Math.Exp(-spread), lift * Math.Exp(spread), 0.95),
            N = all,
            Known = new Known(known, scoped.Inside.Count),
            Reporters = reporters.Count,
            Method = Method,
            Caveats = caveats,
            Evidence = evidence,
        };
    }

    private static double Base(LatentClassFit fit, int variable, int category) =>
        fit.Shares.Select((share, c) => share * fit.Profiles[c][variable][category]).Sum();

    private static bool IsMark(double share, double usual) => share >= MarkShare && share * (1 - usual) >= MarkOdds * usual * (1 - share);

    // The most frequent stated codes; all others are one category of their own, the last.
    private sealed class Variable(ItemAttribute attribute, int[] items, int known)
    {
        public string Field => attribute.Field;

        public int[] Items => items;

        public int Known => known;

        public static Variable Of(ItemAttribute attribute, int[] rows)
        {
            var counts = new Dictionary<int, int>();
            foreach (int row in rows)
            {
                int[] of = attribute.Items(attribute.SetOf(row));
                if (of.Length > 0)
                    counts[of[0]] = counts.GetValueOrDefault(of[0]) + 1;
            }

            return new Variable(
                attribute,
                [
                    .. counts
                        .OrderByDescending(c => c.Value)
                        .ThenBy(c => attribute.Subject(c.Key)[0].Code, StringComparer.Ordinal)
                        .Take(MostCodes)
                        .Select(c => c.Key),
                ],
                counts.Values.Sum()
            );
        }

        public string Code(int item) => attribute.Subject(item)[0].Code;

        // For each set of items: whether anything is stated, and whether one of the marks is.
        public (ItemAttribute Attribute, bool[] IsKnown, bool[] IsMarked) Looks(int[] marks) =>
            (
                attribute,
                [.. Enumerable.Range(0, attribute.Sets).Select(s => attribute.Items(s).Length > 0)],
                [.. Enumerable.Range(0, attribute.Sets).Select(s => attribute.Items(s).Any(marks.Contains))]
            );

        public int CategoryOf(int row)
        {
            int[] of = attribute.Items(attribute.SetOf(row));
            if (of.Length == 0)
                return -1;
            int at = Array.IndexOf(items, of[0]);
            return at < 0 ? items.Length : at;
        }
    }
}
