using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>Tells goods from the kinds of goods that stand beside them: where one column's values are always of one value of another, the other is the
/// kind.</summary>
internal static class GoodsLevels
{
    private const double SpeaksOfGoods = 0.2;
    private const double MaySpeakOfKinds = 0.1;
    private const double Known = 0.1;
    private const double MostWords = 7;
    private const double AlmostAlways = 0.9;
    private const double RowsOfOne = 1.5;
    private const double Coarser = 0.6;
    private const int MostKinds = 25;

    // Each pair of them is looked at.
    private const int MostColumns = 12;

    /// <summary>Gives product and heading to a pair of such columns, where no column holds a heading.</summary>
    /// <param name="columns">The columns that are open.</param>
    /// <param name="sample">The first rows.</param>
    /// <param name="isOneHeading">Whether all goods of a column are of one heading: their kinds are no headings then.</param>
    public static void Tell(ColumnDraft[] columns, IReadOnlyList<IReadOnlyList<string>> sample, Func<ColumnDraft, bool> isOneHeading)
    {
        ColumnDraft? product = Array.Find(columns, c => c.Field == "product");
        if (product is null || Array.Exists(columns, c => c.Field == "heading"))
            return;
        ColumnDraft[] goods =
        [
            .. columns
                .Where(c => c == product || IsOfGoods(c))
                .OrderByDescending(c => c == product)
                .ThenByDescending(Chance)
                .Take(MostColumns),
        ];
        Dictionary<ColumnDraft, bool> ofOneHeading = [];
        (ColumnDraft Kind, ColumnDraft Goods)? best = goods
            .SelectMany(k =>
                goods
                    .Where(g => g != k && g.ProbabilityOf("product") >= SpeaksOfGoods)
                    .Select(g => ((ColumnDraft Kind, ColumnDraft Goods)?)(k, g))
            )
            .Where(p => SaysKinds(p!.Value.Kind) && IsKindOf(p.Value.Kind, p.Value.Goods, sample) && !IsOfOneHeading(p.Value.Goods))
            .OrderByDescending(p => Math.Round(p!.Value.Kind.ProbabilityOf("heading"), 2))
            .ThenByDescending(p => p!.Value.Goods.Signs.Stated)
            .FirstOrDefault();
        if (best is not (var kind, var named))
            return;
        double chance = Math.Max(Chance(kind), product.Confidence);
        if (product != kind && product != named)
            (product.Field, product.Confidence) = (null, 0);
        (kind.Field, kind.Confidence, kind.Aside) = ("heading", chance, null);
        (named.Field, named.Confidence, named.Aside) = ("product", chance, null);
        kind.Note = $"each value of '{named.Shown}' has one of it";

        bool IsOfOneHeading(ColumnDraft column)
        {
            if (!ofOneHeading.TryGetValue(column, out bool isOne))
                ofOneHeading.Add(column, isOne = isOneHeading(column));
            return isOne;
        }
    }

    private static double Chance(ColumnDraft column) => column.ProbabilityOf("product") + column.ProbabilityOf("heading");

    private static bool IsOfGoods(ColumnDraft column) =>
        column is { Field: null or "narrative", Aside: null or "_taxonomy", Signs: { Letters: > 0.7, Profile.MeanWords: < MostWords } }
        && (Chance(column) >= SpeaksOfGoods || column.ProbabilityOf("heading") >= MaySpeakOfKinds);

    // Where exhibits were handed over is always the same for the same goods, too.
    private static bool SaysKinds(ColumnDraft column) =>
        column.ProbabilityOf("heading") >= MaySpeakOfKinds
        || column.Signs.Fit("headings").Rows + column.Signs.Fit("products").Score >= Known;

    /// <summary>Whether each value of a column has one value of a coarser one.</summary>
    internal static bool IsKindOf(
        ColumnDraft kind,
        ColumnDraft goods,
        IReadOnlyList<IReadOnlyList<string>> sample,
        double coarser = Coarser
    )
    {
        (int kinds, int many) = (kind.Signs.Stated, goods.Signs.Stated);
        if (kinds is < 2 or > MostKinds || kinds > many * coarser || goods.Signs.Profile.Filled < many * RowsOfOne)
            return false;
        (int of, int than) = (kind.Signs.Profile.Position, goods.Signs.Profile.Position);
        IGrouping<string, string>[] groups =
        [
            .. sample
                .Where(r => r[of].Trim().Length > 0 && r[than].Trim().Length > 0)
                .GroupBy(r => r[than].Trim(), r => r[of].Trim(), StringComparer.OrdinalIgnoreCase),
        ];
        int rows = groups.Sum(g => g.Count()),
            same = groups.Sum(g => g.GroupBy(v => v, StringComparer.OrdinalIgnoreCase).Max(v => v.Count()));
        return rows > 0 && same >= AlmostAlways * rows;
    }
}
