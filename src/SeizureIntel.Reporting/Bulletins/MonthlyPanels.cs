using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>The months of all headings beside each other.</summary>
internal static class MonthlyPanels
{
    private const string Prefix = "monthly/";

    /// <summary>A panel for each heading that has a monthly series, in the order of headings.</summary>
    /// <param name="tables">Tables of the study of trends.</param>
    /// <param name="shelf">The studies, for the months beyond their range.</param>
    /// <param name="words">Names of headings.</param>
    /// <param name="charts">Receives the chart.</param>
    /// <returns>Nothing where there are fewer than two series to compare.</returns>
    public static IEnumerable<BulletinBlock> Of(IReadOnlyList<FigureTable> tables, StudyShelf shelf, CodeWords words, List<Chart> charts)
    {
        (string Heading, FigureTable Table)[] series =
        [
            .. tables
                .Where(t => t.Id.StartsWith(Prefix, StringComparison.Ordinal) && t.Rows.Count > 0)
                .Select(t => (t.Id[Prefix.Length..], t)),
        ];
        if (series.Length < 2)
            yield break;
        const string id = "monthly-headings";
        charts.Add(
            new SmallMultiples
            {
                Id = id,
                AltText = words.Phrases.Say(
                    $"Seizures a month of each heading: {string.Join(", ", series.Select(s => words.Of("heading", s.Heading)))}."
                ),
                Labels = [.. series[0].Table.Rows.Select(r => words.Phrases.ShortMonth(series[0].Table.Text(r, "month")))],
                Panels =
                [
                    .. series.Select(s => new ChartPanel(
                        words.Of("heading", s.Heading),
                        s.Table.Numbers("all"),
                        HeadingSections.Expected(s.Table),
                        HeadingSections.Beyond(shelf.LeadsAbout(s.Heading), words.Phrases)
                    )),
                ],
                ValueName = words.Phrases.Find("unit.seizures")!,
                HasOwnScales = true,
            }
        );
        yield return new BulletinBlock
        {
            Title = words.Phrases.Say("Seizures a month of each heading, against what was expected"),
            ChartId = id,
            IsWide = true,
            Note = words.Phrases.Say(
                "Each panel has a scale of its own: compare the courses, not the heights. The band holds 99 % of months in which nothing "
                    + "changed; a diamond is a month beyond it."
            ),
        };
    }
}
