using SeizureIntel.Etl.Mapping;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Quality;

/// <summary>What rejects a row, and nothing else does; nominal cells are the screen's to refuse.</summary>
internal static class RejectionRules
{
    /// <summary>The rejection of a row whose cell count does not fit; null where it fits.</summary>
    public static Rejection? CellCount(int row, int found, int expected) =>
        found == expected
            ? null
            : new Rejection(
                row,
                "row",
                RejectionCode.CellCount,
                $"The row has {found} cells, the header has {expected}; look for a separator inside a cell, and put such a cell in quotes."
            );

    /// <summary>The first cause that rejects a row; null where it is kept.</summary>
    public static Rejection? Find(SeizureDraft draft)
    {
        ItemDraft first = draft.Items[0];
        if (first.Fields[Slots.SeizureDate]?.Date is null)
        {
            string found = first.Fields[Slots.SeizureDate] is null or { IsBlank: true }
                ? "No seizure date is stated"
                : "The seizure date cannot be read as one date";
            return new Rejection(
                draft.Row,
                "seizure_date",
                RejectionCode.NoUsableDate,
                found + "; write a day (2024-05-31), a month (2024-05) or a year (2024)."
            );
        }

        if (!IsStated(first.One(Slots.ReportingCountry)) && !IsStated(first.One(Slots.Country)))
            return new Rejection(
                draft.Row,
                "reporting_country",
                RejectionCode.NoCountry,
                "Neither a reporting country nor a country of seizure is stated; write an ISO code or a name, or name the reporter when sending the file."
            );
        foreach (ItemDraft item in draft.Items)
        {
            if (IsStated(item.Heading) || IsStated(item.Product))
                return null;
        }

        return new Rejection(
            draft.Row,
            "product",
            RejectionCode.NoHeadingOrProduct,
            "Neither a heading nor a product is stated; write at least one of them."
        );
    }

    // A text that the code list does not know is stated; a reporter that says "unknown" has stated nothing.
    private static bool IsStated(Stated value) => value.IsKnown || value.Code == NonValue.Unmapped;
}
