using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Rates;

namespace SeizureIntel.Analytics.SmallArms;

/// <summary>What the weapons are: shares of class, condition, marking, trace, manufacture and import marks, each with its interval.</summary>
internal static class WeaponComposition
{
    private const string Kind = "composition";
    private const int MostCodes = 10;
    private const int FewestKnown = 5;

    /// <summary>One finding a field and code, the commonest first.</summary>
    public static IEnumerable<Finding> Of(Arms arms)
    {
        foreach (
            string field in (string[])
                ["firearm_type", "marking_status", "trace_status", "country_of_manufacture", "import_marks", "calibre"]
        )
        {
            foreach (Finding finding in Shares(arms, field, [.. arms.Weapons], onlyWeapons: true))
                yield return finding;
        }

        foreach (Finding finding in Shares(arms, "product", [.. arms.Rows], onlyWeapons: false))
            yield return finding;
        if (TracedShare(arms) is { } traced)
            yield return traced;
    }

    private static IEnumerable<Finding> Shares(Arms arms, string field, IReadOnlyList<int> rows, bool onlyWeapons)
    {
        FrameColumn column = arms.Scoped.Frame[field];
        int known = rows.Count(column.HasKnown);
        if (known < FewestKnown)
            yield break;
        RolledColumn rolled = RolledColumn.Of(arms.Scoped.Frame, field, arms.Lists);
        var counts = new int[rolled.Codes.Count];
        var numbers = new List<int>();
        foreach (int row in rows)
        {
            numbers.Clear();
            rolled.Add(row, numbers);
            foreach (int number in numbers)
                counts[number]++;
        }

        foreach (
            int number in Enumerable
                .Range(0, counts.Length)
                .Where(i => counts[i] > 0)
                .OrderByDescending(i => counts[i])
                .ThenBy(i => rolled.Codes[i], System.StringComparer.Ordinal)
                .Take(MostCodes)
        )
        {
            string code = rolled.Codes[number];
            IReadOnlyList<int> with = arms.With(rows, field, code);
            (double share, double low, double high) = WilsonInterval.Of(with.Count, known);
            var subject = new Dictionary<string, IReadOnlyList<string>> { ["heading"] = [Arms.Heading], [field] = [code] };
            Evidence evidence =
                onlyWeapons && field != "product"
                    ? arms.Evidence(with.Count, arms.Period, ("product", Arms.WeaponFamilies), (field, [code]))
                    : arms.Evidence(with.Count, arms.Period, (field, [code]));
            yield return arms.Finding(
                Kind,
                subject,
                arms.Period,
                new Figure(share, "share"),
                with.Count,
                new Known(known, rows.Count),
                with,
                "share-wilson",
                new Effect("share", share, low, high, WilsonInterval.Level),
                [
                    onlyWeapons
                        ? "share of the weapon records in which the field is known"
                        : "share of the records in which the product is known",
                ],
                evidence
            );
        }
    }

    // Indicator 16.4.2: arms whose illicit origin or context has been traced or established, among those seized.
    private static Finding? TracedShare(Arms arms)
    {
        FrameColumn trace = arms.Scoped.Frame["trace_status"];
        int known = arms.Weapons.Count(trace.HasKnown);
        if (known == 0)
            return null;
        string[] done = ["TRACED", "ORIGIN_ESTABLISHED_OTHERWISE"];
        IReadOnlyList<int> traced = arms.With(arms.Weapons, "trace_status", done);
        (double share, double low, double high) = WilsonInterval.Of(traced.Count, known);
        var subject = new Dictionary<string, IReadOnlyList<string>> { ["heading"] = [Arms.Heading], ["trace_status"] = done };
        return arms.Finding(
            "sdg_16_4_2",
            subject,
            arms.Period,
            new Figure(share, "share"),
            traced.Count,
            new Known(known, arms.Weapons.Count),
            traced,
            "share-wilson",
            new Effect("share", share, low, high, WilsonInterval.Level),
            [
                "share of the weapon records whose trace status is known; the indicator counts arms, these are records, and "
                    + "surrendered and found arms are not in them",
            ],
            arms.Evidence(traced.Count, arms.Period, ("product", Arms.WeaponFamilies), ("trace_status", done))
        );
    }
}
