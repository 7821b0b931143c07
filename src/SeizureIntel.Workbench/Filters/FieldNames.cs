using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Fields;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Workbench.Filters;

/// <summary>Names of fields as users type them.</summary>
public static class FieldNames
{
    /// <summary>The field of a name.</summary>
    /// <exception cref="Fault">There is none; the nearest names are in the hint.</exception>
    public static SeizureField Require(string name) =>
        SeizureFields.Find(name.Trim())
        ?? throw Fault.Usage(
            "unknown_field",
            $"There is no field '{name}'.",
            NearestNames.Question(name, SeizureFields.All.Select(f => f.Name))
        );

    /// <summary>The names of a comma list or of several lists.</summary>
    public static IReadOnlyList<string> List(IEnumerable<string> lists) =>
        [
            .. lists
                .SelectMany(l => l.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                .Select(n => Require(n).Name),
        ];
}
