using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;

namespace SeizureIntel.Search.Words;

/// <summary>What may be asked of a field, and what is said where it may not; the same on every engine.</summary>
internal static class AskedFields
{
    /// <summary>The field of a name.</summary>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    public static SeizureField Find(string field) => SeizureFields.Find(field) ?? throw Unknown(field);

    /// <summary>Refuses fields that a reader does not see, as conditions of the query or beside it: an answer as if nobody had stated them would be
    /// wrong, and one that kept them would tell them.</summary>
    /// <exception cref="ArgumentException">A field is unknown, or above the reader's clearance.</exception>
    public static void Allow(Reader reader, SeizureQuery query, params IEnumerable<string> fields)
    {
        SeizureField? above = Restriction.FieldAbove(reader, query) ?? fields.Select(Find).FirstOrDefault(f => !reader.Sees(f));
        if (above is not null)
            throw new ArgumentException($"{above.Name} is shown to readers of {above.Least.Label()} and above.", nameof(fields));
    }

    /// <summary>Says that there is no such field.</summary>
    public static ArgumentException Unknown(string field) =>
        new(
            $"There is no field '{field}'; the fields are those of the exchange template and "
                + $"{string.Join(", ", SeizureFields.All.Where(f => !f.InTemplate).Select(f => f.Name))}.",
            nameof(field)
        );

    /// <summary>Says that a field holds no codes to count by.</summary>
    public static ArgumentException NotCoded(SeizureField field) =>
        new($"{field.Name} holds {Kind(field.Kind)}, not codes, and cannot be counted by value.", nameof(field));

    /// <summary>Says that a narrative is not compared with words.</summary>
    public static ArgumentException NotCompared(string field, string parameter) =>
        new($"{field} is compared with * or {NonValue.NotStated} only; search its words with the query's text.", parameter);

    /// <summary>Says that hits are not sorted by a narrative.</summary>
    public static ArgumentException NotSorted(string sort) =>
        new($"Hits cannot be sorted by {sort}; choose a field of codes, numbers or dates.", nameof(sort));

    /// <summary>Says that a cursor belongs to another search.</summary>
    public static ArgumentException StrangeCursor(string sort) =>
        new($"The cursor is not one of a search sorted by '{sort}'; begin again without a cursor.", nameof(sort));

    /// <summary>The field of a name, which has codes.</summary>
    /// <exception cref="ArgumentException">There is no such field, or it holds words, numbers or dates.</exception>
    public static SeizureField Coded(string field) =>
        Find(field) is { Kind: FieldKind.Code or FieldKind.Codes } coded ? coded : throw NotCoded(Find(field));

    /// <summary>A number or date that a field is compared with.</summary>
    /// <returns>The number; a date as <see cref="DateOnly.DayNumber"/>.</returns>
    /// <exception cref="ArgumentException">The text is none.</exception>
    public static double Number(SeizureField field, string value)
    {
        if (field.Kind == FieldKind.Date)
        {
            return DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
                ? day.DayNumber
                : throw new ArgumentException(
                    $"{field.Name} is compared with a date such as 2024-03-31, * or {NonValue.NotStated}; found '{value}'.",
                    nameof(value)
                );
        }

        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw new ArgumentException(
                $"{field.Name} is compared with a number such as 12.5, * or {NonValue.NotStated}; found '{value}'.",
                nameof(value)
            );
    }

    private static string Kind(FieldKind kind) =>
        kind switch
        {
            FieldKind.Text => "words",
            FieldKind.Date => "dates",
            _ => "numbers",
        };
}
