using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Fields;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>Tells two fields of nearly the same name by what the values are.</summary>
internal static class ValueKinds
{
    private const double SomeKnown = 0.2;
    private const double MostKnown = 0.6;
    private const double HardlyKnown = 0.1;
    private const double SomeAnswers = 0.4;
    private const double MostAnswers = 0.75;
    private const double Never = 2;
    private const double LeastOfName = 0.03;
    private const double NearlyAsMany = 0.9;
    private const int FewestKinds = 2;
    private const int FewestShared = 3;
    private static readonly string[] OfGoods = ["product", "heading", "species", "brand", "firearm_type", "cover_goods", "narrative"];

    // Names under which a service writes what became of goods or of a case.
    private static readonly string?[] Loose = [null, "destination_country", "destination_place"];
    private static readonly string?[] LooseAside = [null, "_status", "_storage", "_legal"];

    private static readonly string[] Answered =
    [
        "heading",
        "selection_basis",
        "declaration_status",
        "authenticity",
        "marking_status",
        "border_context",
        "concealment_level",
    ];

    /// <summary>High, medium and low are said of much else, and so are missing and removed: the name must say something of the kind.</summary>
    public static readonly string[] Vague = ["concealment_level", "marking_status"];
    private static readonly string[] OfAnswers = ["_taxonomy", "_zone", "_status"];

    /// <summary>Categories that name services say who acted, and not what was seized.</summary>
    public static void Heading(ColumnDraft[] columns)
    {
        if (
            Array.Find(columns, c => c.Field == "heading") is { } heading
            && heading.Signs.Fit("reporting_service").Rows > heading.Signs.Fit("headings").Rows + heading.Signs.Fit("products").Score
        )
            heading.LeaveOut("its values name services, not goods");
    }

    /// <summary>A column whose words are mostly those of the goods beside it says nothing of them but once more what they are.</summary>
    public static void Repeated(ColumnDraft[] columns)
    {
        if (Array.Find(columns, c => c.Field == "product") is not { } product)
            return;
        HashSet<string> goods = [.. product.Signs.Values.Where(v => v.Text.Any(char.IsLetter)).Select(v => v.Text)];
        foreach (ColumnDraft column in columns.Where(c => c.Field is not null && !OfGoods.Contains(c.Field)))
        {
            (string Text, int Rows)[] shared = [.. column.Signs.Values.Where(v => goods.Contains(v.Text))];
            if (shared.Length >= FewestShared && shared.Sum(v => v.Rows) >= MostKnown * column.Signs.Values.Sum(v => v.Rows))
                column.LeaveOut($"its values are those of '{product.Shown}'");
        }
    }

    /// <summary>"How hidden" is asked by services that answer where; the values tell, and the name where the list knows none of them.</summary>
    public static void Concealment(ColumnDraft[] columns)
    {
        if (
            Array.Find(columns, c => c.Field == "concealment_how") is { } how
            && !Array.Exists(columns, c => c.Field == "concealment")
            && how.Signs.Named("concealment_how") < how.Signs.Named("concealment")
        )
            how.Field = "concealment";
    }

    /// <summary>A column of means of transport that holds kinds of vehicles is the kind of vehicle.</summary>
    public static void Conveyance(ColumnDraft[] columns)
    {
        if (
            Array.Find(columns, c => c.Field == "mode_of_transport") is { } mode
            && !Array.Exists(columns, c => c.Field == "conveyance_type")
            && mode.ProbabilityOf("conveyance_type") >= LeastOfName
            && mode.Signs.Fit("conveyance_type") is { Rows: >= SomeKnown, Codes: > FewestKinds } kinds
            && kinds.Rows >= NearlyAsMany * mode.Signs.Fit("mode_of_transport").Rows
        )
            mode.Field = "conveyance_type";
    }

    /// <summary>What became of goods or of a case stands below names such as "destination" and "status"; the values tell.</summary>
    public static void Outcome(ColumnDraft[] columns, string field)
    {
        if (Array.Exists(columns, c => c.Field == field))
            return;
        (ColumnDraft Column, double Known) best = columns
            .Where(c =>
                Loose.Contains(c.Field)
                && LooseAside.Contains(c.Aside)
                && (c.Aside is null || field == "disposition")
                && c.Signs is { Letters: >= ColumnAssignment.IsMostly }
            )
            .Select(c => (c, Known: Known(c, field)))
            .Where(c =>
                c.Known >= (c.c.Field is null && c.c.Aside is null && c.c.ProbabilityOf(field) < LeastOfName ? MostKnown : SomeKnown)
            )
            .OrderByDescending(c => c.Known)
            .FirstOrDefault();
        if (best.Column is not null)
            (best.Column.Field, best.Column.Aside, best.Column.Confidence, best.Column.Note) = (
                field,
                null,
                ColumnAssignment.SureEnough,
                "its values say so"
            );
    }

    /// <summary>What a column answers that no name tells, the words of its cells may: those of a list that are like no other's.</summary>
    public static void Answers(ColumnDraft[] columns)
    {
        foreach (string field in Answered.Where(f => !Array.Exists(columns, c => c.Field == f)))
        {
            (ColumnDraft Column, ListFit Fit) best = columns
                .Where(c =>
                    c.Field is null && (c.Aside is null || OfAnswers.Contains(c.Aside)) && c.Signs.Letters >= ColumnAssignment.IsMostly
                )
                .Select(c => (Column: c, Fit: c.Signs.Fit(SeizureFields.Find(field)!.CodeList!)))
                .Where(c =>
                    c.Fit.Codes >= FewestKinds
                    && c.Fit.Rows
                        >= (
                            c.Column.ProbabilityOf(field) >= LeastOfName ? SomeAnswers
                            : Vague.Contains(field) ? Never
                            : MostAnswers
                        )
                )
                .OrderByDescending(c => c.Fit.Rows)
                .FirstOrDefault();
            if (best.Column is not null)
                (best.Column.Field, best.Column.Aside, best.Column.Confidence, best.Column.Note) = (
                    field,
                    null,
                    ColumnAssignment.SureEnough,
                    "its values say so"
                );
        }
    }

    /// <summary>What became of the goods and what of the case are called alike; the values tell.</summary>
    public static void Proceedings(ColumnDraft[] columns)
    {
        if (
            Array.Exists(columns, c => c.Field == "prosecution")
            || Array.Find(columns, c => c.Field == "disposition") is not { } outcome
            || outcome.Signs.Fit("prosecution").Codes < FewestKinds
            || outcome.Signs.Named("prosecution") is var ofCase && (ofCase < SomeKnown || ofCase <= outcome.Signs.Named("disposition"))
        )
            return;
        (outcome.Field, outcome.Note) = ("prosecution", "its values say so");
        ColumnDraft? goods = columns
            .Where(c => c is { Field: null, Aside: null } && c.ProbabilityOf("disposition") >= ColumnAssignment.Threshold)
            .MaxBy(c => c.ProbabilityOf("disposition"));
        if (goods is not null)
            (goods.Field, goods.Confidence) = ("disposition", goods.ProbabilityOf("disposition"));
    }

    // The share of the values that the list knows, whole or by some words, where the column's own field knows hardly any.
    private static double Known(ColumnDraft column, string field) =>
        column.Signs.Stated < FewestKinds
        || column.Signs.Fit(field).Codes < FewestKinds
        || (column.Field is not null && column.Signs.Fit("countries").Rows >= HardlyKnown)
            ? 0
            : column.Signs.Named(field);
}
