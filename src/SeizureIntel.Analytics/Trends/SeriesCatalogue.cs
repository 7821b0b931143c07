using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.CodeLists;
using SeizureIntel.Loops;

namespace SeizureIntel.Analytics.Trends;

/// <summary>All series of a frame: each heading and product, alone and crossed with one more field.</summary>
internal sealed class SeriesCatalogue
{
    private readonly Dictionary<string, CountSeries> _byId;

    private readonly IReadOnlyDictionary<(string Goods, string Dimension), int[]> _known;

    private readonly IReadOnlyDictionary<string, long> _possible;

    private SeriesCatalogue(
        IReadOnlyList<CountSeries> series,
        IReadOnlyDictionary<string, long> possible,
        IReadOnlyDictionary<string, double[]> totals,
        IReadOnlyDictionary<(string Goods, string Dimension), int[]> known
    )
    {
        _known = known;
        Series = series;
        _possible = possible;
        Possible = possible.Values.Sum();
        SiblingTotals = totals;
        _byId = series.ToDictionary(s => s.Id, StringComparer.Ordinal);
    }

    /// <summary>Series with enough cases to be looked at, ordered by subject.</summary>
    public IReadOnlyList<CountSeries> Series { get; }

    /// <summary>Series that could occur: all goods seen, alone and with every code seen of each field they are crossed with.</summary>
    public long Possible { get; }

    /// <summary>Total of every series that occurs, however small, by the field they are crossed with (empty for goods alone).</summary>
    public IReadOnlyDictionary<string, double[]> SiblingTotals { get; }

    /// <summary>The series of a subject; null where it has too few cases.</summary>
    public CountSeries? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Cases a period of some goods in which a field is known; null where there are too few.</summary>
    public int[]? Known(string goods, string dimension) => _known.GetValueOrDefault((goods, dimension));

    /// <summary>
    /// p-value of a candidate, weighted by what its goods are crossed with: a route stands among thousands, a reporter among some hundreds.
    /// Goods alone may spend a quarter of the errors of the family and goods by reporter, whose signals an office can act on, two fifths; the other
    /// crosses share the rest evenly.
    /// Source of the weights: C. R. Genovese, K. Roeder, L. Wasserman, False discovery control with p-value weighting, Biometrika 93 (2006), pp. 509-524.
    /// </summary>
    public double WeightedP(ChangeCandidate candidate)
    {
        int others = _possible.Keys.Count(d => d is not ("" or "reporting_country"));
        double share =
            others == 0
                ? 1.0 / _possible.Count
                : candidate.Series.Dimension switch
                {
                    null => 0.25,
                    "reporting_country" => 0.4,
                    _ => 0.35 / others,
                };
        return Math.Min(1, candidate.P * _possible[candidate.Series.Dimension ?? ""] / (share * Possible));
    }

    /// <summary>Counts distinct cases by subject and period.</summary>
    /// <param name="frame">The seizures; holds heading, product and the fields to cross with.</param>
    /// <param name="lists">Code lists, for the parents of codes.</param>
    /// <param name="periodOf">Period of each seizure, −1 to leave it out.</param>
    /// <param name="periods">Number of periods.</param>
    /// <param name="dimensions">Fields to cross with; null for the goods alone.</param>
    /// <param name="isWanted">Which headings.</param>
    /// <param name="fewest">Series with fewer cases are counted among the siblings and not kept.</param>
    /// <param name="keepsAll">Whether a parent product of which only one child occurs is kept.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    public static SeriesCatalogue Count(
        SeizureFrame frame,
        CodeListSet lists,
        int[] periodOf,
        int periods,
        IReadOnlyList<string?> dimensions,
        Func<string, bool> isWanted,
        int fewest,
        bool keepsAll,
        CancellationToken cancellationToken
    )
    {
        // Rows of one case stand next to each other in this order, so that a case counts once in a series.
        int[] order = PeriodOrder.Of(frame, periodOf, periods, isWanted);
        var goods = Goods.Of(frame, lists, order, keepsAll);
        var parts = new (List<CountSeries> Series, List<CountSeries> Known, double[] Totals, long Possible)[dimensions.Count];
        Parallel.For(0, dimensions.Count, SideBySide.Here(cancellationToken), i =>
            parts[i] = Part(frame, lists, order, goods, periodOf, periods, dimensions[i], fewest)
        );
        var totals = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var possible = new Dictionary<string, long>(StringComparer.Ordinal);
        for (int i = 0; i < parts.Length; i++)
            (totals[dimensions[i] ?? ""], possible[dimensions[i] ?? ""]) = (parts[i].Totals, parts[i].Possible);
        return new SeriesCatalogue(
            [.. parts.SelectMany(p => p.Series).OrderBy(s => s.Id, StringComparer.Ordinal)],
            possible,
            totals,
            parts.SelectMany(p => p.Known).ToDictionary(s => (s.Base, s.Dimension!), s => s.Counts)
        );
    }

    private static (List<CountSeries> Series, List<CountSeries> Known, double[] Totals, long Possible) Part(
        SeizureFrame frame,
        CodeListSet lists,
        int[] order,
        Goods goods,
        int[] periodOf,
        int periods,
        string? dimension,
        int fewest
    )
    {
        FrameColumn reporter = frame["reporting_country"];
        RolledColumn? column = dimension is null ? null : RolledColumn.Of(frame, dimension, lists);
        SeriesSlots slots = SeriesSlots.Of(frame, order, goods, dimension is null ? null : frame[dimension], column);
        (int[] Counts, int[] Reporters)?[] counts = slots.Count(frame, order, periodOf, periods, fewest);
        var series = new List<CountSeries>();
        var known = new List<CountSeries>();
        for (int slot = 0; slot < counts.Length; slot++)
        {
            if (counts[slot] is not { } value)
                continue;
            int code = slots.CodeOf(slot);
            IReadOnlyList<(string, string)> subject = goods.Subject(slots.GoodOf(slot));
            bool isKnown = column is not null && code == column.Codes.Count;
            if (column is not null && !isKnown)
                subject = [.. subject, (dimension!, column.Codes[code])];
            (isKnown ? known : series).Add(
                new CountSeries(
                    subject,
                    dimension,
                    value.Counts,
                    [.. value.Reporters.Select((n, i) => (reporter.Values[i], n)).Where(r => r.n > 0)]
                )
            );
        }

        // Codes in ascending order keep the estimates the same whatever the order of a dictionary.
        double[] siblings =
        [
            .. slots
                .Totals.Where((_, slot) => column is null || slots.CodeOf(slot) != column.Codes.Count)
                .Select(total => (double)total)
                .Order(),
        ];
        return (series, known, siblings, goods.Count * (long)Math.Max(1, column?.Codes.Count ?? 1));
    }
}
