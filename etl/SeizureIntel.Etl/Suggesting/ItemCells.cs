using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Etl.Mapping;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>Tells whether one row holds several goods side by side, as a record of nested JSON does: <c>heroin;cocaine</c> and <c>2;5</c>.</summary>
internal static class ItemCells
{
    private const double AlmostAll = 0.9;

    private static readonly HashSet<string> OfItem = new(
        [
            "product",
            "heading",
            "quantity",
            "unit",
            "value",
            "currency",
            "hs_code",
            "brand",
            "species",
            "firearm_type",
            "firearm_make",
            "firearm_model",
            "calibre",
        ],
        StringComparer.Ordinal
    );

    /// <summary>The columns whose cells hold one value an item and tell how many there are, and those that say more about the items; none where a row
    /// is one item.</summary>
    public static (IReadOnlyList<ColumnDraft> Leading, IReadOnlyList<ColumnDraft> Details) Find(
        IReadOnlyList<ColumnDraft> columns,
        FileProfile file
    )
    {
        ColumnDraft? goods = columns.FirstOrDefault(c => c is { Field: "product", IsPart: false })
            ?? columns.FirstOrDefault(c => c is { Field: "species" or "firearm_type", IsPart: false });
        ColumnDraft? amount = columns.FirstOrDefault(c => c is { Field: "quantity", IsPart: false });
        if (goods is null || amount is null)
            return ([], []);
        IReadOnlyList<string>[] several = [.. file.Sample.Where(r => Parts(r, goods) > 1)];
        if (several.Length == 0 || several.Count(r => Parts(r, amount) == Parts(r, goods)) < AlmostAll * several.Length)
            return ([], []);
        return (
            [goods, amount],
            [
                .. columns.Where(c =>
                    c != goods
                    && c != amount
                    && c is { Field: not null, IsPart: false }
                    && OfItem.Contains(c.Field)
                    && several.Count(r => Parts(r, c) <= 1 || Parts(r, c) == Parts(r, goods)) >= AlmostAll * several.Length
                ),
            ]
        );
    }

    private static int Parts(IReadOnlyList<string> row, ColumnDraft column) =>
        MultiValue.Split(row[column.Signs.Profile.Position], DraftSource.Separators).Length;
}
