using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Rates;

namespace SeizureIntel.Analytics.SmallArms;

/// <summary>Weapons a case, rounds a weapon, and cases that hold parts and no weapon.</summary>
internal static class CaseMeasures
{
    private const double IntervalLevel = 0.95;
    private const double Z95 = 1.959963984540054;

    /// <summary>The measures that the period has records for.</summary>
    public static IEnumerable<Finding> Of(Arms arms)
    {
        Dictionary<int, double> weapons = Sums(arms, arms.Weapons, "H87"),
            rounds = Sums(arms, arms.Ammunition, "ROUND", "H87");
        if (weapons.Count > 0)
            yield return WeaponsPerCase(arms, [.. weapons.Values.Order()]);
        if (weapons.Count > 0 && rounds.Count > 0)
            yield return AmmunitionRatio(arms, weapons, rounds);
        if (arms.Parts.Count > 0)
            yield return PartsOnly(arms);
    }

    // Amounts are heavy-tailed: the median leads, the mean stands beside it.
    private static Finding WeaponsPerCase(Arms arms, double[] sorted)
    {
        int n = sorted.Length;
        double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2,
            half = Z95 * Math.Sqrt(n) / 2;
        double low = sorted[(int)Math.Clamp(Math.Floor((n / 2.0) - half), 1, n) - 1],
            high = sorted[(int)Math.Clamp(Math.Ceiling((n / 2.0) + 1 + half), 1, n) - 1];
        int all = arms.Cases(arms.Weapons);
        return arms.Finding(
            "weapons_per_case",
            Subject(Arms.WeaponFamilies),
            arms.Period,
            new Figure(sorted.Average(), "weapons_per_case"),
            n,
            new Known(n, all),
            arms.Weapons,
            "median-order-statistics",
            new Effect("median", median, low, high, IntervalLevel),
            [
                $"the figure is the mean of {n} cases with a number of weapons; the largest has {sorted[^1]:0}; the effect is the median",
                "outliers are left out",
            ],
            arms.Evidence(arms.Weapons.Count, arms.Period, ("product", Arms.WeaponFamilies))
        );
    }

    private static Finding AmmunitionRatio(Arms arms, Dictionary<int, double> weapons, Dictionary<int, double> rounds)
    {
        double pieces = weapons.Values.Sum();
        HashSet<int> cases = [.. weapons.Keys, .. rounds.Keys];
        int[] rows = [.. arms.Weapons.Concat(arms.Ammunition)];
        string[] families = [.. Arms.WeaponFamilies, .. Arms.AmmunitionFamilies];
        return arms.Finding(
            "ammunition_ratio",
            Subject(families),
            arms.Period,
            new Figure(rounds.Values.Sum() / pieces, "rounds_per_weapon"),
            cases.Count,
            new Known(cases.Count, arms.Cases(rows)),
            rows,
            "ratio-of-sums",
            null,
            [
                $"{rounds.Values.Sum():0} rounds and {pieces:0} weapons; "
                    + $"{cases.Count(c => weapons.ContainsKey(c) && rounds.ContainsKey(c))} cases hold both; one large seizure moves "
                    + $"the ratio",
                "outliers are left out",
            ],
            arms.Evidence(rows.Length, arms.Period, ("product", families))
        );
    }

    private static Finding PartsOnly(Arms arms)
    {
        HashSet<int> withWeapon = [.. arms.Weapons.Select(r => arms.Scoped.Frame.Cases[r])];
        HashSet<int> withParts = [.. arms.Parts.Select(r => arms.Scoped.Frame.Cases[r])];
        int only = withParts.Count(c => !withWeapon.Contains(c)),
            of = withWeapon.Union(withParts).Count();
        (double share, double low, double high) = WilsonInterval.Of(only, of);
        return arms.Finding(
            "parts_only",
            Subject(Arms.PartFamilies),
            arms.Period,
            new Figure(share, "share"),
            only,
            new Known(of, arms.Cases(arms.Rows)),
            arms.Parts,
            "share-wilson",
            new Effect("share", share, low, high, WilsonInterval.Level),
            [$"{only} of {of} cases with weapons or parts hold parts and no weapon; the evidence is every seizure of parts"],
            arms.Evidence(arms.Parts.Count, arms.Period, ("product", Arms.PartFamilies))
        );
    }

    // Sum by case of the amounts in the first of the units that any row has.
    /// <summary>Pieces by case of rows, in the first of some units that any of them has; outliers are left out.</summary>
    public static Dictionary<int, double> Sums(Arms arms, IReadOnlyList<int> rows, params string[] units)
    {
        var tally = new QuantityTally(arms.Scoped.Frame);
        double[] amounts = arms.Scoped.Frame.Numbers("quantity");
        FrameColumn unit = arms.Scoped.Frame["unit"];
        foreach (string wanted in units)
        {
            int[] counted = [.. rows.Where(r => !double.IsNaN(amounts[r]) && unit.FirstCode(r) == wanted && !tally.IsOutlier(r))];
            if (counted.Length > 0)
                return counted.GroupBy(r => arms.Scoped.Frame.Cases[r]).ToDictionary(g => g.Key, g => g.Sum(r => amounts[r]));
        }

        return [];
    }

    private static Dictionary<string, IReadOnlyList<string>> Subject(string[] products) =>
        new() { ["heading"] = [Arms.Heading], ["product"] = products };
}
