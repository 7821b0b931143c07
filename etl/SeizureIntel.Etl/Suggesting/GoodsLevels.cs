using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Etl.Mapping;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>Tells goods from the kinds of goods that stand beside them: where one column's values are always of one value of another, the other is the
/// kind.</summary>
internal static class GoodsLevels
{
    private const double SpeaksOfGoods = 0.2;
    private const double MaySpeakOfKinds = 0.1;
    private const double SaysGoods = 0.6;
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
        if (product is null)
            return;
        if (Array.Find(columns, c => c.Field == "heading") is { } named)
        {
            // What is called a category may be of one value of the column beside it, whose cells name goods at large.
            if (
                product.ProbabilityOf("heading") >= MaySpeakOfKinds
                && IsKindOf(product, named, sample)
                && !IsKindOf(named, product, sample)
            )
                (product.Field, product.Note, named.Field) = ("heading", $"each value of '{named.Shown}' has one of it", "product");
            return;
        }

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
        if (best is not (var kind, var finest))
            return;
        double chance = Math.Max(Chance(kind), product.Confidence);
        if (product != kind && product != finest)
            (product.Field, product.Confidence) = (null, 0);
        (kind.Field, kind.Confidence, kind.Aside) = ("heading", chance, null);
        (finest.Field, finest.Confidence, finest.Aside) = ("product", chance, null);
        kind.Note = $"each value of '{finest.Shown}' has one of it";

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
        || column.ProbabilityOf("product") >= SaysGoods
        || column.Signs.Fit("headings").Rows + column.Signs.Fit("products").Score >= Known;

    /// <summary>Whether each value of a column has one value of a coarser one.</summary>
    internal static bool IsKindOf(
        ColumnDraft kind,
        ColumnDraft goods,
        IReadOnlyList<IReadOnlyList<string>> sample,
        double coarser = Coarser
    )
    {
        (int of, int than) = (kind.Signs.Profile.Position, goods.Signs.Profile.Position);
        (string Kind, string Goods)[] pairs = [.. sample.SelectMany(r => Pairs(r[of], r[than]))];
        // Several goods of one row stand side by side, and so do their kinds.
        bool areItems = pairs.Length > sample.Count(r => r[of].Trim().Length > 0 && r[than].Trim().Length > 0);
        int kinds = areItems ? pairs.Select(p => p.Kind).Distinct(StringComparer.OrdinalIgnoreCase).Count() : kind.Signs.Stated,
            many = areItems ? pairs.Select(p => p.Goods).Distinct(StringComparer.OrdinalIgnoreCase).Count() : goods.Signs.Stated,
            filled = areItems ? pairs.Length : goods.Signs.Profile.Filled;
        if (kinds is < 2 or > MostKinds || kinds > many * coarser || filled < many * RowsOfOne)
            return false;
        IGrouping<string, string>[] groups = [.. pairs.GroupBy(p => p.Goods, p => p.Kind, StringComparer.OrdinalIgnoreCase)];
        int rows = groups.Sum(g => g.Count()),
            same = groups.Sum(g => g.GroupBy(v => v, StringComparer.OrdinalIgnoreCase).Max(v => v.Count()));
        return rows > 0 && same >= AlmostAlways * rows;
    }

    private static IEnumerable<(string Kind, string Goods)> Pairs(string kind, string goods)
    {
        string[] kinds = MultiValue.Split(kind, DraftSource.Separators),
            many = MultiValue.Split(goods, DraftSource.Separators);
        return kinds.Length == many.Length && many.Length > 1 ? kinds.Zip(many).Where(p => p.First.Length > 0 && p.Second.Length > 0)
            : kind.Trim().Length > 0 && goods.Trim().Length > 0 ? [(kind.Trim(), goods.Trim())]
            : [];
    }
}
