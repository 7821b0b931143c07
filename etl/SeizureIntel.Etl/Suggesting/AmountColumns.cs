using System;
using System.Linq;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>Tells amounts, their units and further measures by which columns stand beside each other.</summary>
internal static class AmountColumns
{
    private const double WholeName = 0.99;
    private const int MostMeasures = 3;

    // Of two amounts the one that is called so and nothing else is the quantity.
    public static void Named(ColumnDraft[] columns)
    {
        ColumnDraft? held = Array.Find(columns, c => c.Field == "quantity");
        if (held is null || held.StrengthOf("quantity") >= ColumnWords.SaysIt)
            return;
        ColumnDraft? named = Array.Find(columns, c =>
            c is { Field: null or "quantity_2", Aside: null, Unit.Unit: null }
            && c.StrengthOf("quantity") >= WholeName
            && c.ProbabilityOf("quantity") >= ColumnAssignment.Threshold
        );
        if (named is null)
            return;
        bool isFree = named.Field is not null || !Array.Exists(columns, c => c.Field == "quantity_2");
        bool saysUnit = held.Signs.Measured > 0.5 || held.Unit.Unit is not null;
        (held.Field, held.Confidence) =
            isFree && (saysUnit || named.Field is not null) ? ("quantity_2", ColumnAssignment.SureEnough) : (null, 0);
        (named.Field, named.Confidence) = ("quantity", named.ProbabilityOf("quantity"));
    }

    // A further amount whose name says amount rather than worth is no worth, though the quantity is another column's.
    public static void NoWorth(ColumnDraft[] columns)
    {
        if (
            Array.Find(columns, c => c.Field == "value") is { Unit.Currency: null, Signs.Priced: <= 0.5 } worth
            && worth.StrengthOf("quantity") > worth.StrengthOf("value")
            && Array.Exists(columns, c => c.Field == "quantity")
        )
            worth.LeaveOut("its name says an amount rather than a worth");
    }

    // What stands behind the amount and holds units is its unit, whatever it is called.
    public static void UnitBehind(ColumnDraft[] columns)
    {
        if (
            !Array.Exists(columns, c => c.Field == "unit")
            && Array.Find(columns, c => c.Field == "quantity") is { Unit.Unit: null } amount
            && Behind(columns, amount) is { Field: null, Aside: null } behind
            && behind.Signs.Fit("units") is { Rows: >= ColumnAssignment.IsMostly, Codes: > 1 }
            && behind.ProbabilityOf("unit") >= ColumnAssignment.LeastSaid
        )
            (behind.Field, behind.Confidence, behind.Note) = ("unit", ColumnAssignment.SureEnough, "it stands behind the amount");
    }

    // Of two columns of units the one behind the amount is its unit, and so with money.
    public static void Neighbours(ColumnDraft[] columns)
    {
        foreach ((string amount, string unit) in ((string, string)[])[("quantity", "unit"), ("value", "currency")])
        {
            ColumnDraft? number = Array.Find(columns, c => c.Field == amount),
                held = Array.Find(columns, c => c.Field == unit);
            if (number is null || held is null)
                continue;
            ColumnDraft? behind = Behind(columns, number);
            if (behind is null || behind == held || behind.Field is not null || behind.ProbabilityOf(unit) < ColumnAssignment.Threshold)
                continue;
            (behind.Field, behind.Confidence, behind.Aside) = (unit, behind.ProbabilityOf(unit), null);
            (held.Field, held.Confidence) = (null, 0);
        }
    }

    // A column of numbers that stands before the unit is what the unit measures, whatever it is called: also a "value" of no currency where nothing
    // else is the amount. A weight that says its own unit, in its name or in each cell, is the other measure then.
    public static void BeforeUnit(ColumnDraft[] columns)
    {
        ColumnDraft? unit = Array.Find(columns, c => c.Field == "unit"),
            held = Array.Find(columns, c => c.Field == "quantity");
        if (held is { Unit.Unit: null, Signs.Measured: < 0.5 } || (unit is null && held is null))
            return;
        string? worth = held is null && !Array.Exists(columns, c => c.Field == "currency") ? "value" : null;
        ColumnDraft? number = unit is null
            ? Array.Find(columns, c =>
                c is { Field: null, Aside: null }
                && c.Signs.Measured + c.Signs.Worded > 0.5
                && c.ProbabilityOf("quantity") >= ColumnAssignment.Threshold
            )
            : Array.Find(columns, c =>
                c.Signs.Profile.Position == unit.Signs.Profile.Position - 1
                && (c.Field is null || (c.Field == worth && c.Unit.Currency is null))
                && c is { Aside: null or "_total", Signs: { Numbers: >= 0.85, IsSequence: false }, Unit.Unit: null }
            );
        if (number is null)
            return;
        if (held is not null)
            held.Field = Array.Exists(columns, c => c.Field == "quantity_2") ? null : "quantity_2";
        (number.Field, number.Confidence, number.Aside) = ("quantity", ColumnAssignment.SureEnough, null);
        number.Note = unit is null ? "its cells name their units" : "it stands before the unit";
    }

    // A second number with its unit behind it is the other measure.
    public static void SecondUnit(ColumnDraft[] columns)
    {
        if (
            Array.Find(columns, c => c.Field == "quantity_2") is { } measure
            && Behind(columns, measure) is { Field: null, Aside: null } own
        )
        {
            if (!Array.Exists(columns, c => c.Field == "unit_2") && own.ProbabilityOf("unit") >= ColumnAssignment.Threshold)
                (own.Field, own.Confidence) = ("unit_2", ColumnAssignment.SureEnough);
            return;
        }

        if (!Array.Exists(columns, c => c.Field == "unit") || Array.Exists(columns, c => c.Field is "quantity_2" or "unit_2"))
            return;
        foreach (
            ColumnDraft unit in columns.Where(c =>
                c is { Field: null, Aside: null } && c.ProbabilityOf("unit") >= ColumnAssignment.LeastSaid
            )
        )
        {
            ColumnDraft? number = Array.Find(columns, c =>
                c.Signs.Profile.Position == unit.Signs.Profile.Position - 1
                && c
                    is {
                        Field: null or "value",
                        Aside: null or "_total",
                        Signs: { Numbers: >= 0.85, IsSequence: false },
                        Unit.Currency: null
                    }
                && c.ProbabilityOf("value") < ColumnAssignment.Sure
                && Math.Max(unit.ProbabilityOf("unit"), c.ProbabilityOf("quantity")) >= ColumnAssignment.Threshold
            );
            if (number is null)
                continue;
            (number.Field, number.Confidence, number.Aside, number.Note) = (
                "quantity_2",
                ColumnAssignment.SureEnough,
                null,
                "a unit stands behind it"
            );
            (unit.Field, unit.Confidence) = ("unit_2", ColumnAssignment.SureEnough);
            // What it held before may be another's.
            ColumnDraft? value = Array.Exists(columns, c => c.Field == "value")
                ? null
                : columns
                    .Where(c => c is { Field: null, Aside: null } && c.ProbabilityOf("value") >= ColumnAssignment.Threshold)
                    .MaxBy(c => c.ProbabilityOf("value"));
            if (value is not null)
                (value.Field, value.Confidence) = ("value", value.ProbabilityOf("value"));
            return;
        }
    }

    // Kilograms and pieces of one seizure stand beside each other.
    public static void SecondQuantity(ColumnDraft[] columns)
    {
        ColumnDraft? first = Array.Find(columns, c => c.Field == "quantity");
        // A table whose goods are columns has many.
        if (
            first is null
            || Array.Exists(columns, c => c.Field == "quantity_2")
            || columns.Count(c => c.Unit.Unit is not null && c.Signs.Numbers > 0.5) > MostMeasures
        )
            return;
        ColumnDraft? second = columns
            .Where(c =>
                c is { Field: null, Aside: null, Unit: { Unit: not null, Product: null } }
                && c.Unit.Unit != first.Unit.Unit
                && (c.Unit.IsWhole || SaysAmount(c))
                && c.ProbabilityOf("quantity") + c.ProbabilityOf("quantity_2") >= ColumnAssignment.Threshold
            )
            .MaxBy(c => c.ProbabilityOf("quantity"));
        if (second is not null)
            (second.Field, second.Confidence) = ("quantity_2", second.ProbabilityOf("quantity") + second.ProbabilityOf("quantity_2"));
    }

    // "Kiekis (2)" is the second of two, "Qtd2" the second beside "Qtd".
    public static void Numbered(ColumnDraft[] columns)
    {
        foreach ((string one, string two) in ((string, string)[])[("quantity", "quantity_2"), ("unit", "unit_2")])
        {
            if (Array.Find(columns, c => c.Field == one) is not { } first)
                continue;
            ColumnDraft? second = Array.Find(columns, c => c.Field == two);
            if (second is not null)
            {
                if (IsSecond(first.Shown, second.Shown))
                    (first.Field, second.Field) = (two, one);
            }
            else if (
                Array.Find(columns, c => c is { Field: null, Aside: null } && IsLike(c, first) && IsSecond(c.Shown, first.Shown)) is { } own
            )
                (own.Field, own.Confidence, own.Note) = (two, ColumnAssignment.SureEnough, $"it is the second '{first.Shown}'");
        }
    }

    private static bool IsLike(ColumnDraft column, ColumnDraft first) =>
        column.Signs.Numbers > ColumnAssignment.IsMostly == first.Signs.Numbers > ColumnAssignment.IsMostly;

    private static bool IsSecond(string name, string other) => Stem(name, '2') is { } own && own == (Stem(other, '1') ?? Words(other));

    private static string? Stem(string name, char number) =>
        Words(name) is [.. { Length: > 0 } stem, var last] && last == number ? stem : null;

    private static string Words(string name) => string.Concat(ColumnWords.WordsOf(name, keepStars: false));

    private static bool SaysAmount(ColumnDraft column) =>
        Math.Max(column.StrengthOf("quantity"), column.StrengthOf("quantity_2")) >= ColumnAssignment.LeastSaid;

    private static ColumnDraft? Behind(ColumnDraft[] columns, ColumnDraft column) =>
        Array.Find(columns, c => c.Signs.Profile.Position == column.Signs.Profile.Position + 1);
}
