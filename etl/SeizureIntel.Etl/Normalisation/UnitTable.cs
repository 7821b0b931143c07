using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using SeizureIntel.CodeLists;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>The units list as arithmetic: what each unit measures and how it becomes its dimension's canonical unit.</summary>
internal sealed class UnitTable
{
    private readonly FrozenDictionary<string, UnitRow> _units;

    public UnitTable(CodeList? units)
    {
        var rows = new Dictionary<string, UnitRow>(StringComparer.Ordinal);
        foreach (Code unit in units?.Codes ?? [])
        {
            if (
                !decimal.TryParse(
                    unit.Attribute("factor"),
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out decimal factor
                )
                || factor <= 0
                || unit.Attribute("dimension") is not { } dimension
                || unit.Attribute("canonical_unit") is not { } canonical
            )
                throw new InvalidDataException($"Code list units: {unit.Value} needs dimension, canonical_unit and a factor above zero.");
            rows.Add(unit.Value, new UnitRow(unit.Value, dimension, canonical, factor, unit.Attribute("is_eradication") == "yes"));
        }

        _units = rows.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The row of a unit; null where the list has no such unit.</summary>
    public UnitRow? Find(string? unit) => unit is null ? null : _units.GetValueOrDefault(unit);
}
