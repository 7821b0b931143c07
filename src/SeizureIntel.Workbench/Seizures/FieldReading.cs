using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Cases;
using SeizureIntel.Fields;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Labels;

namespace SeizureIntel.Workbench.Seizures;

/// <summary>Reads the fields of a seizure as far as its reader sees them, what was written beside what was understood.</summary>
internal sealed class FieldReading(Reader reader, Case seizureCase, Seizure seizure, ValueWords words)
{
    // Where it came from, its case and its route are told apart from the fields.
    private static readonly string[] ToldElsewhere = ["case_id", "submission", "source", "row", SeizureFields.Leg, "path", "case_headings"];

    private IEnumerable<SeizureField> Seen
    {
        get
        {
            string[] headings = [.. seizureCase.Seizures.Select(s => s.Heading.Code)];
            return SeizureFields.All.Where(f => !ToldElsewhere.Contains(f.Name) && reader.SeesIn(f, headings));
        }
    }

    /// <summary>What is stated, in the template's order, and the template's fields about which nothing is.</summary>
    public (IReadOnlyList<SeizureFieldAnswer> Stated, IReadOnlyList<string> NotStated) Read()
    {
        var stated = new List<SeizureFieldAnswer>();
        var missing = new List<string>();
        foreach (SeizureField field in Seen)
        {
            SeizureValue[] values = [.. Values(field)];
            if (values.Length > 0)
                stated.Add(new SeizureFieldAnswer(field.Name, field.Label, values));
            else if (field.InTemplate)
                missing.Add(field.Name);
        }

        return (stated, missing);
    }

    private IEnumerable<SeizureValue> Values(SeizureField field) =>
        field.Kind switch
        {
            FieldKind.Code => Stated(field, [field.One!(seizureCase, seizure)]),
            FieldKind.Codes => Stated(field, field.Many!(seizureCase, seizure)),
            FieldKind.Text => field.Words!(seizureCase, seizure) is { Length: > 0 } text ? [new SeizureValue(text, text, null)] : [],
            FieldKind.Date => field.Number!(seizureCase, seizure) is { } day ? [Day(field, DateOnly.FromDayNumber((int)day))] : [],
            _ => field.Number!(seizureCase, seizure) is { } number ? [Number(field, number)] : [],
        };

    // A blank cell says nothing; a word that was not understood says what was written.
    private IEnumerable<SeizureValue> Stated(SeizureField field, IReadOnlyList<Stated> values) =>
        values
            .Where(v => v.Code != NonValue.NotStated || !string.IsNullOrWhiteSpace(v.Text))
            .Select(v => new SeizureValue(v.Code, words.Code(field.Name, v.Code), string.IsNullOrWhiteSpace(v.Text) ? null : v.Text));

    private SeizureValue Day(SeizureField field, DateOnly day) =>
        new(
            day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ValueWords.Day(day, field.Name == "seizure_date" ? SeizureFields.PrecisionCode(seizureCase.SeizureDate.Precision) : null),
            null
        );

    private SeizureValue Number(SeizureField field, double number)
    {
        string? unit = field.Name switch
        {
            "quantity" => seizure.Quantity?.Unit,
            "quantity_2" => seizure.Quantity2?.Unit,
            "value" => seizure.Value?.Unit,
            _ => null,
        };
        string? written = field.Name == "quantity" ? seizure.QuantityText : null;
        return new(number.ToString("R", CultureInfo.InvariantCulture), ValueWords.Exact(number, unit), written);
    }
}
