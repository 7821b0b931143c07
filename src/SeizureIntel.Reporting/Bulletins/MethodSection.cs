using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>How the figures are to be read.</summary>
internal static class MethodSection
{
    public static BulletinSection Of(BulletinRequest request, StudyShelf shelf)
    {
        int suppress = shelf.All.Count == 0 ? 0 : shelf.All.Max(s => s.Scope.SuppressBelow);
        string methods = string.Join(
            ", ",
            shelf.Findings.Select(f => f.Finding.Method).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );
        List<BulletinFact> facts =
        [
            Fact(
                "Case and seizure",
                "A case is one event at one place and time; a seizure is one line of it: one heading, one product, its quantities. "
                    + "Every count says which of the two it counts."
            ),
            Fact(
                "What the figures are not",
                "Reported seizures reflect enforcement and reporting effort as well as trafficking. A quarter without a report is "
                    + "not a quarter without seizures."
            ),
            Fact(
                "Constant panel",
                "The reporters with a seizure of any heading in every quarter from twelve months before the period to its end. A "
                    + "change on all reporters that the panel does not share may be one of who reports."
            ),
            Fact(
                "Quantities",
                "In the heading's natural unit, never added across units. Outliers stay in counts and are left out of sums."
            ),
            Fact(
                "Tests",
                $"A finding is shown at q ≤ 0.10, the share of false findings to expect among those as strong (Benjamini–Hochberg "
                    + $"over the study's whole family).{(methods.Length == 0 ? "" : $" Methods used here: {methods}.")}"
            ),
            Fact(
                "Range expected",
                "In charts by month: the baseline of the months before (flexible Farrington, up to five years, the last six months left "
                    + "out); the band holds 99 % of months in which nothing changed."
            ),
            Fact("Maps", "Borders and names imply no opinion on their status."),
            Fact(
                "How sure",
                $"Probability words stand for 1 − q on a fixed scale: {Likelihood.Scale}. Confidence speaks of the material alone: "
                    + $"high with at least 80 % of the records known and three reporters, moderate with 50 % and two, else low."
            ),
            Fact(
                "Known n of N",
                "The records that carry the fields a figure needs, of all records in its scope. A chart with less than 30 % known "
                    + "says so on itself, and no finding below that stands in the bottom line."
            ),
            Fact(
                "Suppression",
                suppress > 0
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"Counts of cases, seizures and records from one to {suppress - 1} are printed as <{suppress}; × stands for a number held "
                            + $"back so that none of them can be computed. Counts by two dimensions are printed in bands. A heading "
                            + $"whose total is held back has no section."
                    )
                    : "None in this edition."
            ),
            Fact(
                "Every figure can be looked up",
                "Each figure links to a row of the annex. In bulletin.html the row holds the query as a command that prints the records "
                    + "behind the figure; bulletin.json holds the same figures with their queries."
            ),
        ];
        List<string> untested = [.. shelf.All.SelectMany(s => s.NotTestable).Distinct(StringComparer.Ordinal)];
        if (untested.Count > 0)
            facts.Add(Fact("Not tested", string.Join(" ", untested)));
        return new BulletinSection("method", "How to read this bulletin", [new BulletinBlock { Facts = facts }]);
    }

    private static BulletinFact Fact(string name, string value) => new(name, new BulletinCell(value));
}
