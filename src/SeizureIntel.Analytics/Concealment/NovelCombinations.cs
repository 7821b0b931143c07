using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Routes;
using SeizureIntel.CodeLists;

namespace SeizureIntel.Analytics.Concealment;

/// <summary>Hiding places, with the method where it is known, that goods by a means of transport are found in for the first time.</summary>
internal sealed class NovelCombinations(ScopedFrame scoped, GoodsLines goods, CodeListSet lists)
{
    /// <summary>Name of the method.</summary>
    public const string Method = "first-seen";

    private const int Fewest = 3;
    private const int FewestBefore = 30;
    private const int FewestByTellers = 10;
    private const int MostTold = 50;
    private const int NoMethod = -1;
    private const double Nested = 0.5;

    /// <summary>Combinations first seen within the period after a year of history or more, in which the same goods by the same means were seized elsewhere at least thirty times; three seizures or more.</summary>
    public IReadOnlyList<Finding> Findings()
    {
        SeizureFrame frame = scoped.Frame;
        if (frame.Span is not { } span) return [];
        int earliest = Math.Max(span.First.AddYears(1).DayNumber, scoped.From.DayNumber), last = scoped.To.DayNumber;
        FrameColumn precision = frame["date_precision"], mode = frame["mode_of_transport"], reporter = frame["reporting_country"];
        int year = precision.NumberOf("YEAR");
        ItemAttribute where = ItemAttribute.OfCodes(frame, "concealment", lists), how = ItemAttribute.OfCodes(frame, "concealment_how", lists), by = ItemAttribute.OfCodes(frame, "mode_of_transport", lists);
        var seen = new Dictionary<(int Where, int How, int Goods, int Mode), List<int>>();
        var ways = new Dictionary<(int Goods, int Mode), List<int>>();
        int known = 0, of = 0;
        for (int row = 0; row < frame.Count; row++)
        {
            bool isInside = frame.Days[row] >= scoped.From.DayNumber && frame.Days[row] <= last;
            if (isInside) of++;
            int[] places = where.Items(where.SetOf(row)), modes = by.Items(by.SetOf(row)), line = goods.Of(row);
            if (places.Length == 0 || modes.Length == 0 || line.Length == 0) continue;
            if (isInside) known++;
            int carried = modes[^1];
            foreach (int good in line)
            {
                if (goods[good].Product is null) continue;
                List(ways, (good, carried)).Add(row);
                foreach (int place in places)
                {
                    List(seen, (place, NoMethod, good, carried)).Add(row);
                    foreach (int method in how.Items(how.SetOf(row))) List(seen, (place, method, good, carried)).Add(row);
                }
            }
        }

        var fresh = new List<(int Where, int How, int Goods, int Mode, int First, int[] Rows)>();
        foreach (((int Where, int How, int Goods, int Mode) key, List<int> rows) in seen)
        {
            if (rows.Count < Fewest) continue;

            // Where only the year is known, the first day cannot be told.
            if (year >= 0 && rows.Any(r => precision.First(r) == year)) continue;
            int first = rows.Min(r => frame.Days[r]);
            if (first < earliest || first > last) continue;
            if (ways[(key.Goods, key.Mode)].Count(r => frame.Days[r] < first) < FewestBefore) continue;
            int[] told = [.. rows.Where(r => frame.Days[r] <= last)];

            // A reporter that is new itself, or new to the field, makes everything it sends look new.
            HashSet<int> tellers = [.. told.Select(r => reporter.First(r))];
            bool isOld = ways[(key.Goods, key.Mode)].Where(r => frame.Days[r] < first && tellers.Contains(reporter.First(r))).Take(FewestByTellers).Count() == FewestByTellers;
            if (isOld && told.Length >= Fewest) fresh.Add((key.Where, key.How, key.Goods, key.Mode, first, told));
        }

        return
        [
            .. fresh
                .Where(f => !fresh.Any(o => o != f && o.Rows.Length >= Nested * f.Rows.Length && IsTold(o, f)))
                .OrderByDescending(f => f.Rows.Length).ThenBy(f => f.First).ThenBy(f => (f.Where, f.How, f.Goods, f.Mode))
                .Take(MostTold)
                .Select(f =>
                {
                    (string Field, string Code)[] subject = [.. goods.Subject(f.Goods), .. where.Subject(f.Where), .. f.How == NoMethod ? [] : how.Subject(f.How), .. by.Subject(f.Mode)];
                    Dictionary<string, IReadOnlyList<string>> codes = subject.ToDictionary(s => s.Field, s => (IReadOnlyList<string>)[s.Code], StringComparer.Ordinal);
                    DateOnly from = DateOnly.FromDayNumber(f.First);
                    var period = new Period(from, scoped.To);
                    int reporters = f.Rows.Select(r => reporter.First(r)).Distinct().Count();
                    List<string> caveats = [string.Create(CultureInfo.InvariantCulture, $"first seen on {from:yyyy-MM-dd}, in data from {span.First:yyyy-MM-dd} on")];
                    if (reporters == 1) caveats.Add("single reporter");
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
        bool IsTold((int Where, int How, int Goods, int Mode, int First, int[] Rows) o, (int Where, int How, int Goods, int Mode, int First, int[] Rows) f) =>
            o.Mode == f.Mode && where.IsWithin(o.Where, f.Where) && (o.Goods == f.Goods || goods.IsBelow(o.Goods, f.Goods)) && (o.How == f.How ? (o.Where, o.Goods) != (f.Where, f.Goods) : o.How == NoMethod);
    }

    private static List<int> List<TKey>(Dictionary<TKey, List<int>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out List<int>? list)) lists[key] = list = [];
        return list;
    }
}
