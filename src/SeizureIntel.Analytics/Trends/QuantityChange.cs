using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Trends;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Trends;

/// <summary>Where a change of the quantity comes from: other reporters, more cases, larger cases, or other products.</summary>
internal static class QuantityChange
{
    private const int UsualDays = 365;
    private const double Smallest = 1e-9;

    /// <summary>For each heading with quantities in the period and in the one before it, one table by reporter: the period against the one of the
    /// same length before; the last year without a first day.</summary>
    public static IReadOnlyList<FigureTable> Tables(ScopedFrame scoped, CodeListSet lists)
    {
        if (scoped.Frame.Span is not { } span)
            return [];
        DateOnly from = scoped.Scope.Query.From is null ? scoped.To.AddDays(1 - UsualDays) : scoped.From;
        int days = scoped.To.DayNumber - from.DayNumber + 1;
        Period now = new(from, scoped.To),
            before = new(from.AddDays(-days), from.AddDays(-1));
        if (before.From < span.First)
            return [];
        FrameColumn heading = scoped.Frame["heading"];
        return
        [
            .. scoped
                .Frame.Rows(before.From, now.To)
                .Where(heading.HasKnown)
                .GroupBy(heading.FirstCode)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Table(scoped, lists, g.Key, [.. g], before, now))
                .OfType<FigureTable>(),
        ];
    }

    /// <summary>One sentence on what changed of a reporter's leading goods from one time to another, a week on average; null where there is no
    /// quantity.</summary>
    public static Phrase? Sentence(SeizureFrame frame, string reporter, Period before, Period now)
    {
        FrameColumn who = frame["reporting_country"],
            heading = frame["heading"];
        int[] rows = [.. frame.Rows(before.From, now.To).Where(r => who.FirstCode(r) == reporter && heading.HasKnown(r))];
        if (rows.Length == 0)
            return null;
        IGrouping<string, int> leading = rows.GroupBy(heading.FirstCode)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .First();
        if (new QuantityTally(frame).Leading(leading).Unit is not { } unit)
            return null;
        IReadOnlyCollection<QuantityCell> cells = Cells(
            frame,
            leading,
            unit,
            before,
            now,
            7.0 / Weeks.DaysOf(before),
            7.0 / Weeks.DaysOf(now)
        );
        if (!ChangeDecomposition.Of(cells).TryGetValue(reporter, out QuantityParts? parts))
            return null;
        Phrase panel = "";
        if (parts.Panel != 0)
            panel = $", reporting at all {parts.Panel:+0.##;-0.##;0}";
        return $"quantity of {new NamedCode("heading", leading.Key, leading.Key)} a week ({new NamedCode("unit", unit, unit)}): "
            + $"{cells.Sum(c => c.QuantityBefore):0.##} before, {cells.Sum(c => c.QuantityAfter):0.##} since; number of cases "
            + $"{parts.Cases:+0.##;-0.##;0}, size per case {parts.Size:+0.##;-0.##;0}, mix of products "
            + $"{parts.Mix:+0.##;-0.##;0}{panel}";
    }

    private static FigureTable? Table(ScopedFrame scoped, CodeListSet lists, string heading, int[] rows, Period before, Period now)
    {
        if (new QuantityTally(scoped.Frame).Leading(rows).Unit is not { } unit)
            return null;
        IReadOnlyList<QuantityCell> cells = Cells(scoped.Frame, rows, unit, before, now, 1, 1);
        if (!cells.Any(c => c.CasesBefore > 0) || !cells.Any(c => c.CasesAfter > 0))
            return null;
        IReadOnlyDictionary<string, QuantityParts> parts = ChangeDecomposition.Of(cells);
        FrameColumn who = scoped.Frame["reporting_country"],
            units = scoped.Frame["unit"];
        int[] inUnit = [.. rows.Where(r => units.FirstCode(r) == unit)];
        (string Reporter, QuantityParts Parts, int Count)[] reporters =
        [
            .. parts
                .OrderByDescending(p => Math.Abs(p.Value.Total))
                .ThenBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => (p.Key, p.Value, inUnit.Count(r => who.FirstCode(r) == p.Key))),
        ];
        var whole = new QuantityParts(
            parts.Values.Sum(p => p.Panel),
            parts.Values.Sum(p => p.Cases),
            parts.Values.Sum(p => p.Size),
            parts.Values.Sum(p => p.Mix)
        );
        (string most, QuantityParts own, int mostSeizures) = reporters[0];
        List<Phrase> notes =
        [
            $"{before.From:yyyy-MM-dd} to {before.To:yyyy-MM-dd} against {now.From:yyyy-MM-dd} to {now.To:yyyy-MM-dd}. The four "
                + $"parts add up to the change: reporters that reported in one of the periods only, number of cases, size per case, mix "
                + $"of products.",
            "Seizures in the unit most of them have; outliers are left out. Sizes are heavy-tailed: one large case can make the whole of the size part.",
        ];
        bool isOpen = mostSeizures >= scoped.Scope.SuppressBelow;
        double share = Math.Abs(whole.Total) > Smallest ? own.Total / whole.Total : double.PositiveInfinity;
        var name = new NamedCode("reporting_country", most, lists.Of(SeizureFields.Find("reporting_country")!)?.Label(most) ?? most);
        if (isOpen && share is > 0.5 and <= 1)
            notes.Add($"{name} makes {share:0%} of the change.");

        // Where reporters moved in opposite directions, a share of what is left tells nothing.
        if (isOpen && (share is < 0 or > 1))
            notes.Add($"Without {name} the quantity would have changed by {whole.Total - own.Total:+#,0;-#,0;0}.");
        return new FigureTable
        {
            Id = "decomposition/" + heading,
            Title = "Where the change comes from",
            Columns =
            [
                new("reporting_country", "Reporter", CodeField: "reporting_country"),
                new("seizures", "Seizures", "seizures"),
                new("before", "Before", "unit"),
                new("now", "Now", "unit"),
                new("change", "Change", "unit"),
                new("panel", "Who reports", "unit"),
                new("cases", "Number of cases", "unit"),
                new("size", "Size per case", "unit"),
                new("mix", "Mix of products", "unit"),
                new("unit", "Unit", CodeField: "unit"),
            ],
            Rows =
            [
                new TableRow(Figures("All reporters", inUnit.Length, cells, whole), EvidenceOf(inUnit.Length)),
                .. reporters.Select(r => RowOf(r.Reporter, r.Parts, r.Count)),
            ],
            Known = new Known(inUnit.Length, rows.Length),
            Notes = notes,
        };

        TableRow RowOf(string reporter, QuantityParts p, int count) =>
            new(
                Figures(reporter, count, [.. cells.Where(c => c.Reporter == reporter)], p),
                EvidenceOf(count, ("reporting_country", reporter))
            );

        List<object?> Figures(string name, int count, IReadOnlyCollection<QuantityCell> of, QuantityParts p) =>
            [name, count, of.Sum(c => c.QuantityBefore), of.Sum(c => c.QuantityAfter), p.Total, p.Panel, p.Cases, p.Size, p.Mix, unit];

        Evidence EvidenceOf(int count, params ReadOnlySpan<(string Field, string Code)> more) =>
            EvidenceQueries.Of(
                scoped.Scope.Query with
                {
                    From = null,
                },
                count,
                before.From,
                now.To,
                [("heading", heading), ("unit", unit), .. more]
            );
    }

    private static List<QuantityCell> Cells(
        SeizureFrame frame,
        IEnumerable<int> rows,
        string unit,
        Period before,
        Period now,
        double weightBefore,
        double weightNow
    )
    {
        var tally = new QuantityTally(frame);
        double[] quantities = frame.Numbers("quantity");
        FrameColumn who = frame["reporting_country"],
            product = frame["product"],
            units = frame["unit"];
        var sums = new Dictionary<(string, string), (HashSet<int> CasesBefore, double Before, HashSet<int> CasesNow, double Now)>();
        foreach (int row in rows)
        {
            if (!(quantities[row] > 0) || units.FirstCode(row) != unit || tally.IsOutlier(row) || !who.HasKnown(row))
                continue;
            bool isBefore = frame.Days[row] >= before.From.DayNumber && frame.Days[row] <= before.To.DayNumber,
                isNow = frame.Days[row] >= now.From.DayNumber && frame.Days[row] <= now.To.DayNumber;
            if (!isBefore && !isNow)
                continue;
            var key = (who.FirstCode(row), product.FirstCode(row));
            if (!sums.TryGetValue(key, out (HashSet<int> CasesBefore, double Before, HashSet<int> CasesNow, double Now) sum))
                sum = ([], 0, [], 0);
            (isBefore ? sum.CasesBefore : sum.CasesNow).Add(frame.Cases[row]);
            sums[key] = isBefore ? sum with { Before = sum.Before + quantities[row] } : sum with { Now = sum.Now + quantities[row] };
        }

        return
        [
            .. sums.OrderBy(s => s.Key)
                .Select(s => new QuantityCell(
                    s.Key.Item1,
                    s.Key.Item2,
                    weightBefore * s.Value.CasesBefore.Count,
                    weightBefore * s.Value.Before,
                    weightNow * s.Value.CasesNow.Count,
                    weightNow * s.Value.Now
                )),
        ];
    }
}
