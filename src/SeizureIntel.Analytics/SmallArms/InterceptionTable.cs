using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Text;
using SeizureIntel.Values;

namespace SeizureIntel.Analytics.SmallArms;

/// <summary>The interceptions of row (a) of ISACS 05.60, clause 8.5, by what it asks of each: weapons on the occasion, agency, strategy, equipment.</summary>
internal static class InterceptionTable
{
    private static readonly (string Asked, string Field)[] Fields =
    [
        ("Agency", "reporting_service"),
        ("Strategy", "selection_basis"),
        ("Equipment or technique", "detection_technique"),
    ];

    // Weapons on one occasion: from one, to less than the next.
    private static readonly (int From, string Label)[] Bands =
    [
        (1, "1 weapon"),
        (2, "2 to 9 weapons"),
        (10, "10 to 99 weapons"),
        (100, "100 weapons or more"),
    ];

    /// <summary>The table; what is not stated is a row of its own.</summary>
    /// <param name="arms">The weapons of the scope.</param>
    /// <param name="rows">The interceptions.</param>
    /// <param name="period">The twelve months that they lie in.</param>
    public static FigureTable Of(Arms arms, IReadOnlyList<int> rows, Period period)
    {
        Evidence all = arms.Evidence(rows.Count, period);
        return new FigureTable
        {
            Id = "isacs_8_5_a",
            Title = "The interceptions of row a, by what the clause asks of each",
            Columns = [new("asked", "Asked"), new("label", "Stated"), new("cases", "Cases", "cases")],
            Rows = [.. Occasions(arms, rows, all), .. Fields.SelectMany(f => Stated(arms, rows, period, f.Asked, f.Field))],
            Known = new Known(rows.Count(r => Fields.All(f => arms.Scoped.Frame[f.Field].HasKnown(r))), rows.Count),
            Notes =
            [
                "A case in which several techniques were used counts for each of them. The records behind a number of weapons are all interceptions.",
            ],
        };
    }

    private static IEnumerable<TableRow> Occasions(Arms arms, IReadOnlyList<int> rows, Evidence all)
    {
        Dictionary<int, double> weapons = CaseMeasures.Sums(arms, arms.With(rows, "product", Arms.WeaponFamilies), "H87");
        for (int i = 0; i < Bands.Length; i++)
        {
            (int from, string label) = Bands[i];
            double below = i + 1 < Bands.Length ? Bands[i + 1].From : double.PositiveInfinity;
            yield return new TableRow(["Weapons on the occasion", label, weapons.Values.Count(n => n >= from && n < below)], all);
        }

        int counted = weapons.Values.Count(n => n >= 1);
        yield return new TableRow(["Weapons on the occasion", "no weapon, or no number stated", arms.Cases(rows) - counted], all);
    }

    private static IEnumerable<TableRow> Stated(Arms arms, IReadOnlyList<int> rows, Period period, string asked, string field)
    {
        FrameColumn column = arms.Scoped.Frame[field];
        SeizureField known = SeizureFields.Find(field)!;
        CodeList list = arms.Lists.Of(known)!;
        IEnumerable<(string Label, string Code, string Own, int[] Rows)> values = rows.SelectMany(r =>
                column.Of(r).ToArray().Distinct().Select(v => (Row: r, Value: v))
            )
            .Where(p => column.IsKnown(p.Value))
            .GroupBy(p => column.Values[p.Value], p => p.Row)
            .Select(g => (list.FindCode(g.Key)?.Label ?? g.Key, arms.Lists.Alone(known, g.Key), g.Key, g.ToArray()))
            .OrderByDescending(v => arms.Cases(v.Item4))
            .ThenBy(v => v.Item1, System.StringComparer.Ordinal);
        foreach ((string label, string code, string own, int[] found) in values)
            yield return Row($"{new NamedCode(field, own, label)}", code, found);
        int[] missing = [.. rows.Where(r => !column.HasKnown(r))];
        if (missing.Length > 0)
            yield return Row("not stated", NonValue.NotStated, missing);

        TableRow Row(Phrase label, string code, int[] found) =>
            new([asked, label, arms.Cases(found)], arms.Evidence(found.Length, period, (field, [code])));
    }
}
