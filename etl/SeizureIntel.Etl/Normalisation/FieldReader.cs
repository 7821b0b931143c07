using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Fields;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Reads the cells of one column as one field, and remembers what equal cells meant.</summary>
internal sealed partial class FieldReader
{
    // Columns of a real file hold few different values; a column of free numbers must not fill the memory.
    private const int Remembered = 16_384;

    private readonly ValueMemory<Reading> _known = new(Remembered);
    private readonly Func<string, Reading> _read;
    private readonly CodeList? _units;
    private readonly CodeList? _nonValues;

    public FieldReader(MappedField field, CodeListSet lists, ColumnSigns signs, IReadOnlyList<string> separators)
    {
        Field = field;
        _units = Lists.Find(lists, "units");
        _nonValues = Lists.Find(lists, "non_values");
        _read = ReaderOf(field, lists, signs, [.. separators]);
    }

    public MappedField Field { get; }

    public Reading Read(string text)
    {
        if (text.Length == 0)
            return Reading.Blank;
        if (_known.TryGet(text, out Reading known))
            return known;
        string trimmed = text.Trim();
        Reading reading = trimmed.Length == 0 ? Reading.Blank : _read(trimmed);
        _known.Set(text, reading);
        return reading;
    }

    /// <summary>Whether a cell is understood as this field; words are never understood, except a reference in its form.</summary>
    public bool Parses(string text)
    {
        SeizureField definition = Slots.Field(Field.Slot);
        if (definition.Kind == FieldKind.Text)
            return definition.Name is "case_ref" or "alert_ref" && IsReference(text);
        if (definition.Name == "serial_numbers")
            return SerialNumberCell.Count(text) is not null || Lists.Missing(_nonValues, text) is not null;
        // "12 kg" is an amount, "14 High Street" is none: what stands behind a number must be a unit.
        if (
            definition.Kind == FieldKind.Number
            && NumberText.Read(text, DecimalMark.Undecided, out string rest) is not null
            && rest.Length > 0
            && _units?.Find(rest) is null
        )
            return false;
        Reading reading = Read(text);
        return reading.Issues.Count == 0 && reading.One.Code != NonValue.Unmapped && !reading.Many.Any(v => v.Code == NonValue.Unmapped);
    }

    /// <summary>Whether a text has the form of a reference.</summary>
    public static bool IsReference(string text) => Reference().IsMatch(text) && !NominalFinder.IsNumberOfSomething(text);

    // Capital letters, digits and separators, at least one digit, at most 40 characters: domain of a case reference.
    [GeneratedRegex(@"^(?=.*\d)[A-Z0-9][A-Z0-9/_.-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    private static Func<string, Reading> ReaderOf(MappedField field, CodeListSet lists, ColumnSigns signs, string[] separators)
    {
        SeizureField definition = Slots.Field(field.Slot);
        CodeList? nonValues = Lists.Find(lists, "non_values"),
            months = Lists.Find(lists, "months");
        var codes = new CodeReader(field.Slot, lists.Of(definition), nonValues, field.Values);
        switch (definition.Name)
        {
            case "seizure_date" or "reported_date":
                return text => Dates.Read(text, field.Formats, signs.Order, nonValues, months, field.FiscalYearStart);
            case "quantity" or "quantity_2":
                return text => Amounts.Read(text, signs.Mark, nonValues);
            case "value":
                CodeList? currencies = Lists.Find(lists, "currencies");
                return text => Prices.Read(text, signs.Mark, currencies, nonValues);
            case "latitude" or "longitude":
                return text => Coordinates.Read(text, definition.Name == "latitude" ? 90 : 180, nonValues);
            case "persons_intercepted":
                return text => Counts.Read(text, nonValues);
            case "serial_numbers":
                return text => Counts.SerialNumbers(text, separators, nonValues);
            case "hs_code":
                return text => HsCodes.Read(text, nonValues);
            case "species":
                return text => SpeciesNames.Read(text, codes, nonValues);
            case "admin1":
                return text => Places.Division(text, codes);
            case "departure_place" or "destination_place":
                return text => Places.Station(text, Lists.Find(lists, "unlocode"), nonValues);
            case "marking":
                return text => MarkingLabels.Read(text, codes);
            case "currency" or "unlocode" when lists.Of(definition) is null:
                return text => OpenCodes.Read(text, definition.Name == "currency" ? OpenCodes.Currency : OpenCodes.Locode, codes);
        }

        if (field.PlaceThenCountry)
            return text => Countries.AfterPlace(text, definition.Kind, codes, separators);
        return definition.Kind switch
        {
            FieldKind.Codes => text => codes.Many(MultiValue.Split(text, separators)),
            FieldKind.Text => text =>
                Lists.Missing(nonValues, text) is null
                    ? new Reading { Words = definition.Name == "narrative" ? text : MultiValue.Unwrapped(text) }
                    : Reading.Blank,
            _ => text => codes.One(MultiValue.Unwrapped(text)),
        };
    }
}
