using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Etl.Normalisation;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>Tells the day of the event from the day of the report where both names speak of a report.</summary>
internal static class DateColumns
{
    private const double HardlyLater = 0.9;
    private const int FewestDays = 3;

    /// <summary>Of two columns of days that may be those of the report and none of the seizure, the earlier one is that of the seizure.</summary>
    public static void EventFirst(ColumnDraft[] columns, IReadOnlyList<IReadOnlyList<string>> sample)
    {
        if (
            Array.Exists(columns, c => c.Field == "seizure_date")
            || Array.Find(columns, c => c.Field == "reported_date") is not { } held
            || columns
                .Where(c =>
                    c is { Field: null, Aside: null, Signs.Days: >= ColumnAssignment.IsMostly }
                    && c.ProbabilityOf("reported_date") + c.ProbabilityOf("seizure_date") >= ColumnAssignment.LeastSaid
                )
                .ToArray()
                is not [{ } other]
        )
            return;
        int[] signs =
        [
            .. sample
                .Select(r => (DayOf(held, r), DayOf(other, r)))
                .Where(d => d is ({ }, { }))
                .Select(d => d.Item1!.Value.CompareTo(d.Item2!.Value)),
        ];
        if (signs.Length < FewestDays)
            return;
        bool isHeldFirst = signs.Count(s => s <= 0) >= HardlyLater * signs.Length,
            isOtherFirst = signs.Count(s => s >= 0) >= HardlyLater * signs.Length;
        if (isHeldFirst == isOtherFirst)
            return;
        (ColumnDraft first, ColumnDraft second) = isHeldFirst ? (held, other) : (other, held);
        (first.Field, first.Confidence, first.Note) = (
            "seizure_date",
            ColumnAssignment.SureEnough,
            $"its days come before those of '{second.Shown}'"
        );
        (second.Field, second.Confidence) = ("reported_date", ColumnAssignment.SureEnough);
    }

    private static DateOnly? DayOf(ColumnDraft column, IReadOnlyList<string> row) =>
        DateText.Read(row[column.Signs.Profile.Position], [], column.Signs.Order, null, out _)?.Start;
}
