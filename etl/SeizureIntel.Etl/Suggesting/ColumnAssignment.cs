using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>Gives each field to the column that fits it best; what is not sure enough stays unmapped.</summary>
internal static class ColumnAssignment
{
    /// <summary>The least probability at which a column is mapped: unmapped is better than wrong.</summary>
    public const double Threshold = 0.6;

    private const double AlsoBefore = 0.1;
    private const double MostWordsOfGoods = 7;
    private const int FewestGoods = 3;
    private const double LeastGoods = 0.3;
    private static readonly string[] DateParts = ["_year", "_month", "_quarter", "_day"];

    public static void Assign(IReadOnlyList<ColumnDraft> columns)
    {
        ColumnDraft[] open = [.. columns.Where(c => c.Announced is null && c.Signs.Profile.Filled > 0)];
        SetAside(open);
        Greedy(open);
        Goods(open);
        Neighbours(open);
        BeforeUnit(open);
        DateOf(open);
        Places(open);
        Countries(open);
        SecondQuantity(open);
        Dictionary<string, ColumnDraft> holders = columns
            .Where(c => c.Field is not null)
            .DistinctBy(c => c.Field)
            .ToDictionary(c => c.Field!);
        foreach (ColumnDraft column in columns.Where(c => c.Field is null))
        {
            // A field that another column holds is no rival to being left out.
            double rival = column.Scores.Where(s => !s.IsKnownAside && !holders.ContainsKey(s.Field)).Max(s => s.Probability);
            column.Confidence = column.Aside is null ? 1 - rival : Math.Max(column.Best.Probability, 1 - rival);
            column.Beaten = holders.GetValueOrDefault(column.BestField.Field)?.Name;
        }
    }

    private static void SetAside(ColumnDraft[] columns)
    {
        foreach (ColumnDraft column in columns)
        {
            if (column.Best is { IsKnownAside: true, Probability: >= 0.5 })
                column.Aside = column.Best.Field;
        }
    }

    private static void Greedy(ColumnDraft[] columns)
    {
        var taken = new Dictionary<string, ColumnDraft>(StringComparer.Ordinal);
        foreach (
            (ColumnDraft column, FieldScore score) in columns
                .Where(c => c.Aside is null)
                .SelectMany(c => c.Scores.Where(s => !s.IsKnownAside && s.Probability >= AlsoBefore).Select(s => (c, s)))
                .OrderByDescending(p => p.s.Probability)
                .ThenBy(p => p.c.Signs.Profile.Position)
        )
        {
            if (column.Field is not null || taken.ContainsKey(score.Field))
                continue;

            // Fields that other columns hold more surely are no rivals here.
            double lost = column.Scores.Where(s => taken.ContainsKey(s.Field)).Sum(s => s.Probability);
            if (lost > 0.9)
                continue;
            double probability = score.Probability / (1 - lost);
            // A second best guess must stand on its name, or another date would become a date of report.
            if (probability < Threshold || (lost > 0.3 && score.Header.Strength < 0.7))
                continue;
            column.Field = score.Field;
            column.Confidence = Math.Min(probability, lost > 0.3 ? 0.8 : 1);
            taken.Add(score.Field, column);
        }
    }

    // Where no name says what was seized, the column whose cells name goods does.
    private static void Goods(ColumnDraft[] columns)
    {
        if (Array.Exists(columns, c => c.Field is "product" or "species" or "firearm_type"))
            return;
        ColumnDraft? goods = columns
            .Where(c =>
                c is { Field: null or "narrative", Aside: null, Signs: { Letters: > 0.7, Profile.MeanWords: < MostWordsOfGoods } }
                && c.Signs.Fit("products") is { Codes: >= FewestGoods } fit
                && fit.Rows + fit.Near >= LeastGoods
            )
            .MaxBy(c => c.Signs.Fit("products").Rows + c.Signs.Fit("products").Near);
        if (goods is not null)
            (goods.Field, goods.Confidence, goods.Note) = ("product", 0.7, "its cells name goods");
    }

    // Of two columns of units the one behind the amount is its unit, and so with money.
    private static void Neighbours(ColumnDraft[] columns)
    {
        foreach ((string amount, string unit) in ((string, string)[])[("quantity", "unit"), ("value", "currency")])
        {
            ColumnDraft? number = Array.Find(columns, c => c.Field == amount),
                held = Array.Find(columns, c => c.Field == unit);
            if (number is null || held is null)
                continue;
            ColumnDraft? behind = Array.Find(columns, c => c.Signs.Profile.Position == number.Signs.Profile.Position + 1);
            if (behind is null || behind == held || behind.Field is not null || behind.ProbabilityOf(unit) < Threshold)
                continue;
            (behind.Field, behind.Confidence, behind.Aside) = (unit, behind.ProbabilityOf(unit), null);
            (held.Field, held.Confidence) = (null, 0);
        }
    }

    // A column of numbers that stands before the unit is what the unit measures, whatever it is called; a weight that says its own unit is the other
    // measure then.
    private static void BeforeUnit(ColumnDraft[] columns)
    {
        ColumnDraft? unit = Array.Find(columns, c => c.Field == "unit"),
            held = Array.Find(columns, c => c.Field == "quantity");
        if (held is { Unit.Unit: null } || (unit is null && held is null))
            return;
        ColumnDraft? number = unit is null
            ? Array.Find(columns, c =>
                c is { Field: null, Aside: null } && c.Signs.Measured + c.Signs.Worded > 0.5 && c.ProbabilityOf("quantity") >= Threshold
            )
            : Array.Find(columns, c =>
                c.Signs.Profile.Position == unit.Signs.Profile.Position - 1
                && c is { Field: null, Aside: null, Signs: { Numbers: >= 0.85, IsSequence: false }, Unit.Unit: null }
            );
        if (number is null)
            return;
        if (held is not null)
            held.Field = Array.Exists(columns, c => c.Field == "quantity_2") ? null : "quantity_2";
        (number.Field, number.Confidence) = ("quantity", 0.7);
        number.Note = unit is null ? "its cells name their units" : "it stands before the unit";
    }

    // Without a column of dates, those of year, month and day are one together.
    private static void DateOf(ColumnDraft[] columns)
    {
        ColumnDraft? date = Array.Find(columns, c => c.Field == "seizure_date");
        if (date is null && columns.Where(c => c.Signs.Days >= 0.85 && c.Field is null && c.Aside is null).ToArray() is [{ } only])
        {
            // One column of days, whatever it is called, is the date; its name may be of a language that the list lacks.
            if (only.BestField.Field is "seizure_date" or "reported_date" && only.BestField.Probability > 0.2)
                (only.Field, only.Confidence, only.Note) = ("seizure_date", 0.65, "it is the only column of dates");
            return;
        }

        // A fiscal year dates a month only where it says when it begins.
        ColumnDraft? year = Array.Find(columns, c => c.Aside == "_year")
            ?? (date is { Signs: { Days: < 0.5, Years: > 0.8 } } ? date : null)
            ?? Array.Find(columns, c =>
                c is { Aside: "_fiscal_year", Signs.FiscalYearStart: not null } && Array.Exists(columns, m => m.Aside == "_month")
            );
        if (year is null || (date is not null && date != year))
            return;
        foreach (string part in DateParts)
        {
            ColumnDraft? column = part == "_year" ? year : Array.Find(columns, c => c.Aside == part);
            if (column is null)
                continue;
            column.Aside = null;
            column.Field = "seizure_date";
            column.IsPart = true;
            column.Confidence = Math.Max(column.Confidence, column.Best.Probability);
        }

        if (columns.Count(c => c.IsPart) == 1)
            year.IsPart = false;
    }

    // Town and district both say where.
    private static void Places(ColumnDraft[] columns)
    {
        if (!Array.Exists(columns, c => c.Field == "place_name"))
            return;
        ColumnDraft? second = columns
            .Where(c => c is { Field: null, Aside: null } && c.BestField.Field == "place_name" && c.BestField.Probability >= Threshold)
            .MaxBy(c => c.BestField.Probability);
        if (second is null)
            return;
        (second.Field, second.Confidence, second.IsPart) = ("place_name", second.BestField.Probability, true);
        foreach (ColumnDraft place in columns.Where(c => c.Field == "place_name"))
            place.IsPart = true;
    }

    private static void Countries(ColumnDraft[] columns)
    {
        ColumnDraft? country = Array.Find(columns, c => c.Field == "country");
        if (country is null && Array.Find(columns, c => c.Aside == "_iso") is { } code)
        {
            (code.Field, code.Aside, code.Confidence) = ("country", null, code.Best.Probability);
            country = code;
        }

        ColumnDraft? reporter = Array.Find(columns, c => c.Field == "reporting_country");
        if (country is not null && reporter is null)
            (country.Also, country.Note) = (
                "reporting_country",
                "no other column names who reports, so the country of seizure stands for it"
            );
    }

    // Kilograms and pieces of one seizure stand beside each other.
    private static void SecondQuantity(ColumnDraft[] columns)
    {
        ColumnDraft? first = Array.Find(columns, c => c.Field == "quantity");
        if (first is null || Array.Exists(columns, c => c.Field == "quantity_2"))
            return;
        ColumnDraft? second = columns
            .Where(c =>
                c is { Field: null, Aside: null, Unit: { Unit: not null, Product: null } }
                && c.Unit.Unit != first.Unit.Unit
                && c.ProbabilityOf("quantity") + c.ProbabilityOf("quantity_2") >= Threshold
            )
            .MaxBy(c => c.ProbabilityOf("quantity"));
        if (second is not null)
            (second.Field, second.Confidence) = ("quantity_2", second.ProbabilityOf("quantity") + second.ProbabilityOf("quantity_2"));
    }
}
