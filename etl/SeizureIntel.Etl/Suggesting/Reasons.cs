using System;
using System.Collections.Generic;
using System.Globalization;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Fields;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>Says in words why a column is taken for what it is.</summary>
internal static class Reasons
{
    /// <summary>The reason of what a person said.</summary>
    public const string ByHand = "said by hand";

    private static readonly Dictionary<string, string> Aside = new(StringComparer.Ordinal)
    {
        ["_year"] = "the year of the date, which is taken",
        ["_fiscal_year"] = "the fiscal year of the date",
        ["_month"] = "the month of the date, which is taken",
        ["_day"] = "the day of the date, which is taken",
        ["_quarter"] = "the quarter of the date",
        ["_weekday"] = "the weekday of the date",
        ["_hour"] = "the time of day is a quasi-identifier and the record keeps none",
        ["_row_number"] = "numbers the rows",
        ["_iso"] = "a code of a country that another column names",
        ["_world_region"] = "a region of the world, derived from the country",
        ["_count"] = "counts seizures",
        ["_total"] = "a total",
        ["_url"] = "web addresses",
        ["_title"] = "a title; the text itself is taken, or nothing",
        ["_source"] = "says where the record comes from",
        ["_purpose"] = "a purpose; the record has no such field",
        ["_taxonomy"] = "a rank of the species or its protection",
        ["_zone"] = "a kind of area; the record has no such field",
        ["_statistical_code"] = "an office's number of a place",
        ["_sex"] = "the sex of a person, which the record does not keep",
        ["_age"] = "the age of a person, which the record does not keep",
        ["_packages"] = "counts packages, not the goods in them",
        ["_other_date"] = "a date of what came after the seizure",
        ["_storage"] = "where goods are kept, which the record does not hold",
        ["_legal"] = "an article of law; the record has no such field",
        ["_office"] = "names an office rather than a place",
        ["_status"] = "how far the case has come in its office; the record has no such field",
        ["_penalty"] = "a penalty, or duties that were evaded, not the value of the goods",
        ["_unit_number"] = "a team, shift or officer's number, which the record does not keep",
        ["_other_file"] = "the number of another file than the case's own",
        ["_coordinates"] = "coordinates in one cell, which are not taken apart",
        ["_certainty"] = "says who checked the record",
        ["_importer"] = "names who trades, which the record does not keep",
    };

    /// <summary>The reason for what was decided.</summary>
    public static string Of(ColumnDraft column)
    {
        if (column.Announced is { } kind)
            return $"the name announces personal data ({KindText.Of(kind)}): its cells are dropped unread";
        if (column.IsByHand)
            return ByHand;
        if (column.Signs.Profile.Filled == 0)
            return "blank in every row";
        if (column.Field is null)
            return column.Aside is { } aside ? Aside[aside] : column.Note ?? NotSure(column);
        FieldScore score = Find(column, column.Field);
        var parts = new List<string>();
        if (score.Header.Strength >= 0.4)
            parts.Add(
                score.Header.Phrase.Length == 0 ? "the name is like those of such columns" : $"the name says “{score.Header.Phrase}”"
            );
        if (column.Unit.Unit is { } unit && column.Field is "quantity" or "quantity_2")
            parts.Add($"the name has the unit {unit}");
        if (column.Unit.Currency is { } currency && column.Field == "value")
            parts.Add($"the name has the currency {currency}");
        if (Values(column) is { } values)
            parts.Add(values);
        if (column.IsPart)
            parts.Add("it is read together with other columns");
        if (column.Note is { } note)
            parts.Add(note);
        return parts.Count == 0 ? "its values and its neighbours" : string.Join("; ", parts);
    }

    private static string NotSure(ColumnDraft column)
    {
        FieldScore best = column.BestField;
        if (column.Beaten is { } other && best.Probability >= 0.3)
            return $"{best.Field} fits, and the column '{other}' holds it";
        return best.Probability < 0.1
            ? "neither its name nor its values say what it is"
            : string.Create(CultureInfo.InvariantCulture, $"nothing is sure enough; nearest is {best.Field} ({best.Probability:0.00})");
    }

    private static FieldScore Find(ColumnDraft column, string field)
    {
        foreach (FieldScore score in column.Scores)
        {
            if (score.Field == field && score.Header.Strength > 0)
                return score;
        }

        return column.Best;
    }

    private static string? Values(ColumnDraft column)
    {
        ValueSigns signs = column.Signs;
        SeizureField field = SeizureFields.Find(column.Field!)!;
        if (field.Kind == FieldKind.Date && signs.Days > 0.3)
        {
            string order =
                signs.HasTwoOrders ? ", some day first and some month first"
                : signs.Order == DateOrder.DayFirst ? ", day first"
                : signs.Order == DateOrder.MonthFirst ? ", month first"
                : "";
            return $"{Percent(signs.Days)} of its values are days{order}";
        }

        if (field.Kind == FieldKind.Date)
            return null;
        if (field.Kind == FieldKind.Number)
            return signs.Measured > 0.3
                ? $"{Percent(signs.Measured)} of its values are a number with a unit"
                : $"{Percent(signs.Numbers)} of its values are numbers";
        if (field.CodeList is { } list && signs.Fit(list) is { Rows: > 0.05 } fit)
            return $"{Percent(fit.Rows)} of its values are in the code list {list} ({fit.Codes.ToString(CultureInfo.InvariantCulture)} codes)";
        if (field.Name == "narrative")
            return string.Create(CultureInfo.InvariantCulture, $"texts of {signs.Profile.MeanWords:0} words");
        return null;
    }

    private static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";
}
