using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Analytics.SmallArms;

/// <summary>What was seized, by product, with what is known of marking and tracing.</summary>
internal static class Inventory
{
    /// <summary>The table; a product's row counts the products below it too.</summary>
    public static FigureTable Of(Arms arms)
    {
        SeizureFrame frame = arms.Scoped.Frame;
        FrameColumn marking = frame["marking_status"],
            trace = frame["trace_status"],
            product = frame["product"];
        var tally = new QuantityTally(frame);
        RolledColumn rolled = RolledColumn.Of(frame, "product", arms.Lists);
        var rowsOf = new Dictionary<int, List<int>>();
        var numbers = new List<int>();
        foreach (int row in arms.Rows)
        {
            numbers.Clear();
            rolled.Add(row, numbers);
            foreach (int number in numbers)
            {
                if (!rowsOf.TryGetValue(number, out List<int>? rows))
                    rowsOf[number] = rows = [];
                rows.Add(row);
            }
        }

        return new FigureTable
        {
            Id = "inventory",
            Title = "What was seized",
            Columns =
            [
                new("product", "Product", CodeField: "product"),
                new("seizures", "Seizures", "seizures"),
                new("cases", "Cases", "cases"),
                new("quantity", "Quantity", "unit"),
                new("unit", "Unit", CodeField: "unit"),
                new("unique_marking", "Uniquely marked", "seizures"),
                new("marking_known", "Marking known", "seizures"),
                new("traced", "Traced", "seizures"),
                new("trace_known", "Trace status known", "seizures"),
            ],
            Rows =
            [
                .. rowsOf
                    .OrderByDescending(e => e.Value.Count)
                    .ThenBy(e => rolled.Codes[e.Key], StringComparer.Ordinal)
                    .Select(e =>
                    {
                        (string? unit, double sum, _, _) = tally.Leading(e.Value);
                        return new TableRow(
                            [
                                rolled.Codes[e.Key],
                                e.Value.Count,
                                arms.Cases(e.Value),
                                unit is null ? null : sum,
                                unit,
                                e.Value.Count(r => marking.FirstCode(r) == "UNIQUE"),
                                e.Value.Count(marking.HasKnown),
                                e.Value.Count(r => trace.FirstCode(r) == "TRACED"),
                                e.Value.Count(trace.HasKnown),
                            ],
                            arms.Evidence(e.Value.Count, arms.Period, ("product", [rolled.Codes[e.Key]]))
                        );
                    }),
            ],
            Known = new Known(arms.Rows.Count(product.HasKnown), arms.Rows.Count),
            Notes =
            [
                "A product's row counts the products below it too. The quantity is that of the unit most records have; outliers are "
                    + "left out of sums and stay in counts.",
            ],
        };
    }
}
