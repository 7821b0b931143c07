using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Associations;
using SeizureIntel.Analytics.Statistics.Multiplicity;

namespace SeizureIntel.Analytics.SmallArms;

/// <summary>Other goods that are found with weapons more often than with anything else.</summary>
internal static class PolyCrime
{
    private const string Kind = "poly_crime";
    private const int FewestTogether = 3;
    private const double IntervalLevel = 0.95;
    private const double Z95 = 1.959963984540054;

    /// <summary>One finding a heading found with weapons in three cases or more.</summary>
    public static IReadOnlyList<Finding> Of(Arms arms)
    {
        SeizureFrame frame = arms.Scoped.Frame;
        Dictionary<int, HashSet<string>> cases = HeadingsOfCases(arms);
        string[] headings = [.. cases.Values.SelectMany(h => h).Distinct().Where(h => h != Arms.Heading).Order(StringComparer.Ordinal)];
        var found = new List<Finding>();
        foreach (string heading in headings)
        {
            // The cases in which the heading could have been an addition: those that hold something else.
            int n = 0,
                arm = 0,
                with = 0,
                both = 0;
            foreach (HashSet<string> of in cases.Values)
            {
                bool hasArms = of.Contains(Arms.Heading),
                    hasOther = of.Contains(heading);
                if (of.Count == 1 && hasOther)
                    continue;
                n++;
                arm += hasArms ? 1 : 0;
                with += hasOther ? 1 : 0;
                both += hasArms && hasOther ? 1 : 0;
            }

            if (both < FewestTogether)
                continue;
            double p = FisherTest.Greater(both, arm, with, n);
            double odds = (both + 0.5) * (n - arm - with + both + 0.5) / ((arm - both + 0.5) * (with - both + 0.5));
            double error = Math.Sqrt(
                (1 / (both + 0.5)) + (1 / (arm - both + 0.5)) + (1 / (with - both + 0.5)) + (1 / (n - arm - with + both + 0.5))
            );
            var subject = new Dictionary<string, IReadOnlyList<string>> { ["heading"] = [Arms.Heading], ["case_headings"] = [heading] };
            IReadOnlyList<int> rows = arms.With(arms.Rows, "case_headings", heading);
            Finding finding = arms.Finding(
                Kind,
                subject,
                arms.Period,
                new Figure(both, "cases"),
                both,
                new Known(arm, arms.Cases(arms.Rows)),
                rows,
                "fisher-one-sided",
                new Effect("odds_ratio", odds, odds * Math.Exp(-Z95 * error), odds * Math.Exp(Z95 * error), IntervalLevel),
                [$"{both} of {arm} cases with weapons hold it too, against {with - both} of {n - arm} cases with other goods"],
                arms.Evidence(rows.Count, arms.Period, ("case_headings", [heading]))
            );
            double expected = (double)arm * with / n;
            found.Add(
                finding with
                {
                    P = p,
                    Baseline = new Baseline(
                        expected,
                        Math.Max(0, expected - (Z95 * Math.Sqrt(expected))),
                        expected + (Z95 * Math.Sqrt(expected)),
                        IntervalLevel
                    ),
                    Rank = SignalGates.Rank(p, (both + 0.5) / (expected + 0.5)),
                }
            );
        }

        IReadOnlyList<double> q = FalseDiscovery.BenjaminiHochberg(
            [.. found.Select(f => f.P!.Value)],
            Math.Max(headings.Length, found.Count)
        );
        return [.. found.Select((f, i) => f with { Q = q[i] })];
    }

    private static Dictionary<int, HashSet<string>> HeadingsOfCases(Arms arms)
    {
        SeizureFrame frame = arms.Scoped.Frame;
        FrameColumn column = frame["case_headings"];
        var cases = new Dictionary<int, HashSet<string>>();
        foreach (int row in arms.Scoped.Inside)
        {
            if (cases.ContainsKey(frame.Cases[row]))
                continue;
            var headings = new HashSet<string>(StringComparer.Ordinal);
            foreach (int number in column.Of(row))
            {
                if (column.IsKnown(number))
                    headings.Add(column.Values[number]);
            }

            if (headings.Count > 0)
                cases[frame.Cases[row]] = headings;
        }

        return cases;
    }
}
