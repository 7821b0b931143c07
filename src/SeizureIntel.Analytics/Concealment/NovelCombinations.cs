using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Routes;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Concealment;

/// <summary>Hiding places, with the method where it is known, that goods by a means of transport are found in for the first time.</summary>
internal sealed class NovelCombinations(ScopedFrame scoped, ConcealmentItems items)
{
    /// <summary>Name of the method.</summary>
    public const string Method = "first-seen";

    private const int Fewest = 3;
    private const int FewestBefore = 30;
    private const int FewestByTellers = 10;
    private const int MostTold = 50;
    private const int NoMethod = -1;
    private const double Nested = 0.5;

    private readonly GoodsLines _goods = items.Lines;

    /// <summary>Combinations first seen within the period after a year of history or more, in which the same goods by the same means were seized
    /// elsewhere at least thirty times; three seizures or more.</summary>
    public IReadOnlyList<Finding> Findings()
    {
        SeizureFrame frame = scoped.Frame;
        if (frame.Span is not { } span)
            return [];
        int earliest = Math.Max(span.First.AddYears(1).DayNumber, scoped.From.DayNumber),
            last = scoped.To.DayNumber;
        FrameColumn reporter = frame["reporting_country"];
        ItemAttribute where = items.Where,
            how = items.How,
            by = items.Mode;
        List<Pattern> patterns = Patterns(frame, out int known, out int of);
        var seen = new Dictionary<(int Where, int How, int Goods, int Mode), List<Pattern>>();
        var ways = new Dictionary<(int Goods, int Mode), List<Pattern>>();
        foreach (Pattern pattern in patterns)
        {
            int carried = by.Items(pattern.Mode)[^1];
            foreach (int good in _goods.Lines[pattern.Line])
            {
                if (_goods[good].Product is null)
                    continue;
                List(ways, (good, carried)).Add(pattern);
                foreach (int place in where.Items(pattern.Where))
                {
                    List(seen, (place, NoMethod, good, carried)).Add(pattern);
                    foreach (int method in how.Items(pattern.How))
                        List(seen, (place, method, good, carried)).Add(pattern);
                }
            }
        }

        var fresh = new List<(int Where, int How, int Goods, int Mode, int First, int[] Rows)>();
        foreach (((int Where, int How, int Goods, int Mode) key, List<Pattern> held) in seen)
        {
            // Where only the year is known, the first day cannot be told.
            int first = held.Min(p => p.First);
            if (first < earliest || first > last || held.Sum(p => p.Rows.Count) < Fewest || held.Any(p => p.HasYearsOnly))
                continue;
            List<Pattern> way = ways[(key.Goods, key.Mode)];
            if (Before(way, first).Take(FewestBefore).Count() < FewestBefore)
                continue;
            int[] told = [.. held.SelectMany(p => p.Rows).Where(r => frame.Days[r] <= last)];

            // A reporter that is new itself, or new to the field, makes everything it sends look new.
            HashSet<int> tellers = [.. told.Select(r => reporter.First(r))];
            bool isOld =
                Before(way, first).Where(r => tellers.Contains(reporter.First(r))).Take(FewestByTellers).Count() == FewestByTellers;
            if (isOld && told.Length >= Fewest)
                fresh.Add((key.Where, key.How, key.Goods, key.Mode, first, told));
        }

        return
        [
            .. fresh
                .Where(f => !fresh.Any(o => o != f && o.Rows.Length >= Nested * f.Rows.Length && IsTold(o, f)))
                .OrderByDescending(f => f.Rows.Length)
                .ThenBy(f => f.First)
                .ThenBy(f => (f.Where, f.How, f.Goods, f.Mode))
                .Take(MostTold)
                .Select(f =>
                {
                    (string Field, string Code)[] subject =
                    [
                        .. _goods.Subject(f.Goods),
                        .. where.Subject(f.Where),
                        .. f.How == NoMethod ? [] : how.Subject(f.How),
                        .. by.Subject(f.Mode),
                    ];
                    Dictionary<string, IReadOnlyList<string>> codes = subject.ToDictionary(
                        s => s.Field,
                        s => (IReadOnlyList<string>)[s.Code],
                        StringComparer.Ordinal
                    );
                    DateOnly from = DateOnly.FromDayNumber(f.First);
                    var period = new Period(from, scoped.To);
                    int reporters = f.Rows.Select(r => reporter.First(r)).Distinct().Count();
                    List<Phrase> caveats = [$"first seen on {from:yyyy-MM-dd}, in data from {span.First:yyyy-MM-dd} on"];
                    if (reporters == 1)
                        caveats.Add("single reporter");
                    return new Finding
                    {
                        Id = FindingId.Of("novel", codes, period),
                        Kind = "novel",
                        Subject = codes,
                        Period = period,
                        Figure = new Figure(f.Rows.Length, "seizures"),
                        N = f.Rows.Length,
                        Known = new Known(known, of),
                        Reporters = reporters,
                        Method = Method,
                        Caveats = caveats,
                        Evidence = scoped.Evidence(f.Rows.Length, from, scoped.To, subject),
                    };
                }),
        ];

        // The narrower place and goods are told; a method only where place, goods and means without it are not new themselves.
        bool IsTold(
            (int Where, int How, int Goods, int Mode, int First, int[] Rows) o,
            (int Where, int How, int Goods, int Mode, int First, int[] Rows) f
        ) =>
            o.Mode == f.Mode
            && where.IsWithin(o.Where, f.Where)
            && (o.Goods == f.Goods || _goods.IsBelow(o.Goods, f.Goods))
            && (o.How == f.How ? (o.Where, o.Goods) != (f.Where, f.Goods) : o.How == NoMethod);
    }

    private static List<Pattern> List<TKey>(Dictionary<TKey, List<Pattern>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out List<Pattern>? list))
            lists[key] = list = [];
        return list;
    }

    private IEnumerable<int> Before(List<Pattern> way, int day) =>
        way.Where(p => p.First < day).SelectMany(p => p.Rows).Where(r => scoped.Frame.Days[r] < day);

    // Seizures with place, goods and means known, those alike in all four together.
    private List<Pattern> Patterns(SeizureFrame frame, out int known, out int of)
    {
        FrameColumn precision = frame["date_precision"];
        int year = precision.NumberOf("YEAR");
        var patterns = new Dictionary<(int, int, int, int), Pattern>();
        (known, of) = (0, 0);
        for (int row = 0; row < frame.Count; row++)
        {
            bool isInside = frame.Days[row] >= scoped.From.DayNumber && frame.Days[row] <= scoped.To.DayNumber;
            if (isInside)
                of++;
            (int where, int line, int mode) = (items.Where.SetOf(row), _goods.LineOf(row), items.Mode.SetOf(row));
            if (items.Where.Items(where).Length == 0 || items.Mode.Items(mode).Length == 0 || _goods.Lines[line].Length == 0)
                continue;
            if (isInside)
                known++;
            var key = (where, items.How.SetOf(row), line, mode);
            if (!patterns.TryGetValue(key, out Pattern? pattern))
                patterns[key] = pattern = new Pattern
                {
                    Where = where,
                    How = key.Item2,
                    Line = line,
                    Mode = mode,
                    First = frame.Days[row],
                };
            pattern.Rows.Add(row);
            pattern.First = Math.Min(pattern.First, frame.Days[row]);
            pattern.HasYearsOnly |= year >= 0 && precision.First(row) == year;
        }

        return [.. patterns.Values];
    }

    private sealed class Pattern
    {
        public required int Where { get; init; }

        public required int How { get; init; }

        public required int Line { get; init; }

        public required int Mode { get; init; }

        public List<int> Rows { get; } = [];

        public required int First { get; set; }

        public bool HasYearsOnly { get; set; }
    }
}
