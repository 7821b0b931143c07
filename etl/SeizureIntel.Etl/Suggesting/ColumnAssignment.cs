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
    private const int FewestPeriods = 3;
    private const double Sure = 0.9;
    private const double LeastSaid = 0.3;
    private const double CoarserPlace = 0.9;
    private const int MostMeasures = 3;
    private const double IsMostly = 0.8;
    private const double AlmostUnique = 0.95;
    private const double LeastGoods = 0.3;
    private static readonly string[][] Alike =
    [
        ["concealment", "concealment_how"],
        ["mode_of_transport", "conveyance_type"],
        ["detection_technique", "selection_basis"],
    ];

    private static readonly string[] DateParts = ["_year", "_month", "_quarter", "_day"];

    public static void Assign(
        IReadOnlyList<ColumnDraft> columns,
        IReadOnlyList<IReadOnlyList<string>> sample,
        Func<ColumnDraft, bool> isOneHeading
    )
    {
        ColumnDraft[] open = [.. columns.Where(c => c.Announced is null && c.Signs.Profile.Filled > 0)];
        open = [.. open.Except(Periods(open))];
        SetAside(open);
        Greedy(open);
        Goods(open);
        GoodsLevels.Tell(open, sample, isOneHeading);
        CaseOf(open);
        Concealment(open);
        PlaceLevels(open, sample);
        Neighbours(open);
        BeforeUnit(open);
        SecondUnit(open);
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
            double rival = column
                .Scores.Where(s => !s.IsKnownAside && !holders.ContainsKey(s.Field))
                .Select(s => s.Probability)
                .DefaultIfEmpty()
                .Max();
            column.Confidence = column.Aside is null ? 1 - rival : Math.Max(column.Best.Probability, 1 - rival);
            column.Beaten = holders.GetValueOrDefault(column.BestField.Field)?.Shown;
        }
    }

    // Columns that are months or years hold totals.
    private static IEnumerable<ColumnDraft> Periods(ColumnDraft[] columns)
    {
        ColumnDraft[] named = [.. columns.Where(c => c.Unit.IsPeriod && c.Signs.Numbers > 0.5)];
        return named.Length >= FewestPeriods ? named : [];
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
            double probability = (score.Probability + Sisters(column, score)) / (1 - lost);
            // A second best guess must stand on its name, or another date would become a date of report.
            if (probability < Threshold || (lost > 0.3 && score.Header.Strength < 0.7))
                continue;
            column.Field = score.Field;
            column.Confidence = Math.Min(probability, lost > 0.3 ? 0.8 : 1);
            taken.Add(score.Field, column);
        }
    }

    // What may be one of two that answer nearly the same question is the likelier of them.
    private static double Sisters(ColumnDraft column, FieldScore score) =>
        Alike
            .Where(a => a.Contains(score.Field))
            .SelectMany(a => a)
            .Where(f => f != score.Field)
            .Select(column.ProbabilityOf)
            .Where(p => p <= score.Probability)
            .Sum();

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

    // Of two numbers of the case the one that every row has its own of, and else the first, is the reference; where no name says so, the first column
    // of numbers with letters that are all different, if its name may say so: a reference passes the screen, and any number would be unique.
    private static void CaseOf(ColumnDraft[] columns)
    {
        ColumnDraft? held = Array.Find(columns, c => c.Field == "case_ref");
        ColumnDraft? best = held is null
            ? columns
                .Where(c =>
                    c is { Field: null, Aside: null or "_row_number", Signs: { References: >= IsMostly, IsSequence: false } }
                    && c.Signs.Letters + c.ProbabilityOf("case_ref") >= IsMostly
                    && c.Signs.Profile is { DistinctShare: >= AlmostUnique, FilledShare: >= AlmostUnique }
                    && c.ProbabilityOf("case_ref") >= LeastSaid
                )
                .MinBy(c => c.Signs.Profile.Position)
            : columns
                .Where(c => c == held || (c is { Field: null, Aside: null } && c.ProbabilityOf("case_ref") >= Threshold))
                .OrderByDescending(c => Math.Round(c.Signs.Profile.FilledShare * c.Signs.Profile.DistinctShare, 1))
                .ThenByDescending(c => c == held)
                .ThenBy(c => c.Signs.Profile.Position)
                .First();
        if (best is null || best == held)
            return;
        (best.Field, best.Confidence, best.Aside) = ("case_ref", best.ProbabilityOf("case_ref"), null);
        if (held is not null)
            (held.Field, held.Confidence) = (null, 0);
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

    // A column of numbers that stands before the unit is what the unit measures, whatever it is called: also a "value" of no currency where nothing
    // else is the amount. A weight that says its own unit is the other measure then.
    private static void BeforeUnit(ColumnDraft[] columns)
    {
        ColumnDraft? unit = Array.Find(columns, c => c.Field == "unit"),
            held = Array.Find(columns, c => c.Field == "quantity");
        if (held is { Unit.Unit: null } || (unit is null && held is null))
            return;
        string? worth = held is null && !Array.Exists(columns, c => c.Field == "currency") ? "value" : null;
        ColumnDraft? number = unit is null
            ? Array.Find(columns, c =>
                c is { Field: null, Aside: null } && c.Signs.Measured + c.Signs.Worded > 0.5 && c.ProbabilityOf("quantity") >= Threshold
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
        (number.Field, number.Confidence, number.Aside) = ("quantity", 0.7, null);
        number.Note = unit is null ? "its cells name their units" : "it stands before the unit";
    }

    // A second number with its unit behind it is the other measure.
    private static void SecondUnit(ColumnDraft[] columns)
    {
        if (!Array.Exists(columns, c => c.Field == "unit") || Array.Exists(columns, c => c.Field is "quantity_2" or "unit_2"))
            return;
        foreach (ColumnDraft unit in columns.Where(c => c is { Field: null, Aside: null } && c.ProbabilityOf("unit") >= Threshold))
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
                && c.ProbabilityOf("value") < Sure
            );
            if (number is null)
                continue;
            (number.Field, number.Confidence, number.Aside, number.Note) = ("quantity_2", 0.7, null, "a unit stands behind it");
            (unit.Field, unit.Confidence) = ("unit_2", 0.7);
            // What it held before may be another's.
            ColumnDraft? value = Array.Exists(columns, c => c.Field == "value")
                ? null
                : columns
                    .Where(c => c is { Field: null, Aside: null } && c.ProbabilityOf("value") >= Threshold)
                    .MaxBy(c => c.ProbabilityOf("value"));
            if (value is not null)
                (value.Field, value.Confidence) = ("value", value.ProbabilityOf("value"));
            return;
        }
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

    // "How hidden" is asked by services that answer where; only the values tell the way.
    private static void Concealment(ColumnDraft[] columns)
    {
        if (
            Array.Find(columns, c => c.Field == "concealment_how") is { } how
            && !Array.Exists(columns, c => c.Field == "concealment")
            && how.Signs.Fit("concealment_how").Rows <= how.Signs.Fit("concealment").Rows
        )
            how.Field = "concealment";
    }

    // Of an office and the post below it, the post is the place.
    private static void PlaceLevels(ColumnDraft[] columns, IReadOnlyList<IReadOnlyList<string>> sample)
    {
        ColumnDraft? place = Array.Find(columns, c => c.Field == "place_name");
        ColumnDraft? finer = place is null
            ? null
            : columns
                .Where(c => c is { Field: null, Aside: null } && c.ProbabilityOf("place_name") >= LeastSaid)
                .FirstOrDefault(c => GoodsLevels.IsKindOf(place, c, sample, CoarserPlace));
        if (finer is null)
            return;
        (finer.Field, finer.Confidence, finer.Note) = (
            "place_name",
            finer.ProbabilityOf("place_name"),
            $"'{place!.Shown}' is the same for each"
        );
        string[] coarse = [.. ((string[])["reporting_service", "admin1"]).Where(f => !Array.Exists(columns, c => c.Field == f))];
        string? other = coarse.FirstOrDefault(f => place.ProbabilityOf(f) >= LeastSaid);
        (place.Field, place.Confidence) = (other, other is null ? 0 : place.ProbabilityOf(other));
    }

    // Town and district both say where.
    private static void Places(ColumnDraft[] columns)
    {
        if (!Array.Exists(columns, c => c.Field == "place_name"))
            return;
        ColumnDraft? second = columns
            .Where(c => c is { Field: null, Aside: null } && c.BestField.Field == "place_name" && c.BestField.Probability >= Sure)
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

    private static bool SaysAmount(ColumnDraft column) =>
        column.Scores.Any(s => s.Field is "quantity" or "quantity_2" && s.Header.Strength >= LeastSaid);

    // Kilograms and pieces of one seizure stand beside each other.
    private static void SecondQuantity(ColumnDraft[] columns)
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
                && c.ProbabilityOf("quantity") + c.ProbabilityOf("quantity_2") >= Threshold
            )
            .MaxBy(c => c.ProbabilityOf("quantity"));
        if (second is not null)
            (second.Field, second.Confidence) = ("quantity_2", second.ProbabilityOf("quantity") + second.ProbabilityOf("quantity_2"));
    }
}
