using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Workbench.Labels;
using SeizureIntel.Workbench.Search;

namespace SeizureIntel.Dashboards.Pages.Search;

/// <summary>Which columns an address shows, and how a value of a hit is written.</summary>
internal sealed class HitTable(ScopeLists lists)
{
    private static readonly string[] First =
    [
        "seizure_date",
        "product",
        "quantity",
        "reporting_country",
        "path",
        "mode_of_transport",
        "concealment",
    ];

    // A unit stands behind its quantity, a precision within its date.
    private static readonly string[] WithOthers = ["unit", "unit_2", "currency", "date_precision"];

    /// <summary>Every field that can be a column.</summary>
    public static IReadOnlyList<SeizureField> All { get; } = [.. SeizureFields.All.Where(f => !WithOthers.Contains(f.Name))];

    /// <summary>The columns of an address, in the order that it names them.</summary>
    public static IReadOnlyList<SeizureField> ColumnsOf(PageAddress address)
    {
        SeizureField[] named = [.. address.List("columns").Distinct().Select(SeizureFields.Find).OfType<SeizureField>()];
        return named.Length > 0 ? named : [.. First.Select(f => SeizureFields.Find(f)!)];
    }

    /// <summary>Whether a column's values are numbers.</summary>
    public static bool IsNumber(SeizureField field) => field.Kind == FieldKind.Number;

    /// <summary>A value of a hit in words; null where nothing is stated.</summary>
    public string? Cell(SearchHit hit, SeizureField field)
    {
        ArgumentNullException.ThrowIfNull(hit);
        ArgumentNullException.ThrowIfNull(field);
        if (hit.Number(field.Name) is { } number)
            return Number(hit, field.Name, number, lists.Texts.Phrases);
        if (hit.Fields.TryGetValue(field.Name, out JsonElement value) && value.ValueKind == JsonValueKind.Array)
            return string.Join("; ", value.EnumerateArray().Select(c => lists.Word(field.Name, c.GetString()!)));
        if (hit.Text(field.Name) is not { Length: > 0 } text)
            return null;
        return field.Kind switch
        {
            FieldKind.Date => Day(hit, field.Name, text, lists.Texts.Phrases),
            FieldKind.Code or FieldKind.Codes => lists.Word(field.Name, text),
            _ => text,
        };
    }

    /// <summary>A passage in its parts, those marked that a search found.</summary>
    public static IEnumerable<(string Part, bool IsMarked)> Parts(Highlight passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        int at = 0;
        foreach (TextMark mark in passage.Marks)
        {
            if (mark.Start > at)
                yield return (passage.Text[at..mark.Start], false);
            yield return (passage.Text[mark.Start..(mark.Start + mark.Length)], true);
            at = mark.Start + mark.Length;
        }

        if (at < passage.Text.Length)
            yield return (passage.Text[at..], false);
    }

    private static string Number(SearchHit hit, string field, double number, Phrases phrases) =>
        ValueWords.Number(number, Companion(hit, field), phrases);

    private static string Day(SearchHit hit, string field, string day, Phrases phrases) =>
        ValueWords.Day(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), Companion(hit, field), phrases);

    private static string? Companion(SearchHit hit, string field) => ValueWords.CompanionOf(field) is { } other ? hit.Text(other) : null;
}
