using System;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.CodeLists;

namespace SeizureIntel.Analytics.Overview;

/// <summary>The small arms figures that every bulletin carries, even when nil.</summary>
internal static class SmallArmsBox
{
    /// <summary>Heading of weapons and explosives.</summary>
    public const string Heading = "H08";

    /// <summary>One row a measure.</summary>
    public static FigureTable Table(ScopedFrame scoped, QuantityTally tally, CodeListSet codes)
    {
        SeizureFrame frame = scoped.Frame;
        FrameColumn heading = frame["heading"],
            product = frame["product"],
            marking = frame["marking_status"],
            trace = frame["trace_status"];
        int[] arms = [.. scoped.Inside.Where(r => heading.FirstCode(r) == Heading)];
        int[] weapons = OfFamily(codes, product, arms, "small_arms", "light_weapons", "altered_firearms");
        int[] parts = OfFamily(codes, product, arms, "firearm_parts");
        int[] ammunition = OfFamily(codes, product, arms, "ammunition");
        int cases = CasesOf(frame, arms),
            weaponCases = CasesOf(frame, weapons);
        double pieces = tally.Leading(weapons).Sum;
        int withOther = CasesOf(frame, [.. arms.Where(r => HasOther(frame["case_headings"], r))]);
        Evidence evidence = scoped.Evidence(arms.Length, scoped.From, scoped.To, ("heading", Heading));
        return new FigureTable
        {
            Id = "salw",
            Title = "Small arms and light weapons",
            Columns =
            [
                new("measure", "Measure"),
                new("label", "What is counted"),
                new("value", "Value", "unit"),
                new("unit", "Unit", CodeField: "unit"),
                new("n", "n", "records"),
                new("of", "of", "records"),
            ],
            Rows =
            [
                Row("seizures", "Seizures of weapons, parts, ammunition and explosives", arms.Length, "seizures", arms.Length, arms.Length),
                Row("cases", "Cases", cases, "cases", cases, cases),
                Row("weapons", "Weapons", pieces, "H87", weapons.Length, arms.Length),
                Row("parts", "Parts and components", tally.Leading(parts).Sum, "H87", parts.Length, arms.Length),
                Row("ammunition", "Ammunition", tally.Leading(ammunition).Sum, "ROUND", ammunition.Length, arms.Length),
                Row(
                    "weapons_per_case",
                    "Weapons per case with weapons",
                    weaponCases == 0 ? null : pieces / weaponCases,
                    "H87 per case",
                    weaponCases,
                    cases
                ),
                Row(
                    "marked_share",
                    "Share of weapon records with a unique marking",
                    Share(weapons, marking, "UNIQUE"),
                    "share",
                    weapons.Count(marking.HasKnown),
                    weapons.Length
                ),
                Row(
                    "traced_share",
                    "Share of weapon records traced",
                    Share(weapons, trace, "TRACED"),
                    "share",
                    weapons.Count(trace.HasKnown),
                    weapons.Length
                ),
                Row("with_other_headings", "Cases with goods of other headings", withOther, "cases", cases, cases),
            ],
            Known = new Known(weapons.Count(marking.HasKnown), weapons.Length),
            Notes = arms.Length == 0 ? ["No seizure of this heading is among the records of this scope."] : [],
        };

        TableRow Row(string measure, string label, double? value, string unit, int n, int of) =>
            new([measure, label, value, unit, n, of], evidence);
    }

    private static int CasesOf(SeizureFrame frame, int[] rows) => rows.Select(r => frame.Cases[r]).Distinct().Count();

    private static double? Share(int[] rows, FrameColumn column, string code)
    {
        int known = rows.Count(column.HasKnown);
        return known == 0 ? null : (double)rows.Count(r => column.FirstCode(r) == code) / known;
    }

    private static bool HasOther(FrameColumn headings, int row)
    {
        foreach (int number in headings.Of(row))
        {
            if (headings.IsKnown(number) && headings.Values[number] != Heading)
                return true;
        }

        return false;
    }

    private static int[] OfFamily(CodeListSet codes, FrameColumn product, int[] rows, params string[] parents)
    {
        CodeList products = codes["products"];
        var family = parents
            .Where(p => products.FindCode(p) is not null)
            .SelectMany(products.WithDescendants)
            .ToHashSet(StringComparer.Ordinal);
        return [.. rows.Where(r => family.Contains(product.FirstCode(r)))];
    }
}
