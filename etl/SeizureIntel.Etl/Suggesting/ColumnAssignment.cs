using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>Gives each field to the column that fits it best; what is not sure enough stays unmapped.</summary>
internal static class ColumnAssignment
{
    /// <summary>The least probability at which a column is mapped: unmapped is better than wrong.</summary>
    public const double Threshold = 0.55;

    /// <summary>From here on what a column may hold is spoken of.</summary>
    public const double LeastSaid = 0.3;

    /// <summary>How sure it is of a field that a column got by what stands beside it.</summary>
    public const double SureEnough = 0.7;

    /// <summary>From here on hardly anything else is possible.</summary>
    public const double Sure = 0.9;

    /// <summary>The share of rows from which on a column is taken as a whole.</summary>
    public const double IsMostly = 0.8;

    private const double AlsoBefore = 0.1;
    private const double SecondGuess = 0.3;
    private const double LeastOfSecond = 0.02;
    private const double MostOfSecond = 0.8;
    private const double StandsOnItsName = 0.5;
    private const double MostWordsOfGoods = 7;
    private const int FewestGoods = 3;
    private const int FewestPeriods = 3;
    private const double AlmostUnique = 0.95;
    private const double LeastGoods = 0.3;
    private static readonly string[][] Alike =
    [
        ["concealment", "concealment_how"],
        ["mode_of_transport", "conveyance_type"],
        ["mode_of_transport", "traffic_type"],
        ["origin_country", "country_of_manufacture"],
        ["place_name", "reporting_service"],
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
        ValueKinds.Heading(open);
        ValueKinds.Repeated(open);
        ValueKinds.Concealment(open);
        ValueKinds.Conveyance(open);
        ValueKinds.Proceedings(open);
        ValueKinds.Outcome(open, "disposition");
        ValueKinds.Outcome(open, "prosecution");
        ValueKinds.Answers(open);
        PlaceColumns.PlaceLevels(open, sample);
        PlaceColumns.Offices(open);
        AmountColumns.Named(open);
        AmountColumns.NoWorth(open);
        AmountColumns.UnitBehind(open);
        AmountColumns.Neighbours(open);
        AmountColumns.BeforeUnit(open);
        AmountColumns.SecondUnit(open);
        DateColumns.EventFirst(open, sample);
        DateOf(open);
        PlaceColumns.Places(open);
        PlaceColumns.Coordinates(open);
        PlaceColumns.Countries(open);
        PlaceColumns.Makers(open);
        PlaceColumns.Towns(open);
        AmountColumns.SecondQuantity(open);
        AmountColumns.Numbered(open);
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

    // The surest column takes its field first; the others are weighed anew among the fields that are left, until no column is sure enough of one.
    private static void Greedy(ColumnDraft[] columns)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        ColumnDraft[] open = [.. columns.Where(c => c.Aside is null)];
        while (true)
        {
            (ColumnDraft Column, FieldScore Score, double Probability) best = open.Where(c => c.Field is null)
                .SelectMany(c => Left(c, taken))
                .OrderByDescending(p => p.Probability)
                .ThenBy(p => p.Column.Signs.Profile.Position)
                .FirstOrDefault();
            if (best.Column is null)
                return;
            (best.Column.Field, best.Column.Confidence) = (best.Score.Field, best.Probability);
            taken.Add(best.Score.Field);
        }
    }

    // What a column is likely to hold, given that it holds none of the fields that are taken.
    private static IEnumerable<(ColumnDraft Column, FieldScore Score, double Probability)> Left(ColumnDraft column, HashSet<string> taken)
    {
        double lost = Math.Min(1, column.Scores.Where(s => taken.Contains(s.Field)).Sum(s => s.Probability));
        foreach (FieldScore score in column.Scores.Where(s => !s.IsKnownAside && !taken.Contains(s.Field)))
        {
            if (score.Probability < (lost > SecondGuess ? LeastOfSecond : AlsoBefore) || lost >= 1)
                continue;
            double probability = (score.Probability + Sisters(column, score)) / (1 - lost);
            // A second best guess must stand on its name, or another date would become a date of report.
            if (probability >= Threshold && (lost <= SecondGuess || score.Header.Strength >= StandsOnItsName))
                yield return (column, score, Math.Min(probability, lost > SecondGuess ? MostOfSecond : 1));
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
}
