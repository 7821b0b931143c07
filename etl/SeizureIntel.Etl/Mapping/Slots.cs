using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Fields;

namespace SeizureIntel.Etl.Mapping;

/// <summary>Where each field of the exchange template stands in the arrays of a row on its way.</summary>
internal static class Slots
{
    private static readonly Dictionary<string, int> ByName = SeizureFields
        .Template.Select((f, i) => (f.Name, i))
        .ToDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);

    /// <summary>How many fields the template has.</summary>
    public static int Count { get; } = SeizureFields.Template.Count;

    public static int CaseRef { get; } = Of("case_ref");

    public static int ReportingCountry { get; } = Of("reporting_country");

    public static int SeizureDate { get; } = Of("seizure_date");

    public static int DatePrecision { get; } = Of("date_precision");

    public static int Country { get; } = Of("country");

    public static int Heading { get; } = Of("heading");

    public static int Product { get; } = Of("product");

    public static int Quantity { get; } = Of("quantity");

    public static int Unit { get; } = Of("unit");

    public static int Quantity2 { get; } = Of("quantity_2");

    public static int Unit2 { get; } = Of("unit_2");

    public static int Value { get; } = Of("value");

    public static int Currency { get; } = Of("currency");

    public static int Marking { get; } = Of("marking");

    /// <summary>The slot of a template field.</summary>
    public static int Of(string field) => ByName[field];

    /// <summary>The field of a slot.</summary>
    public static SeizureField Field(int slot) => SeizureFields.Template[slot];
}
