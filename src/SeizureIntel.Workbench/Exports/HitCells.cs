using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Workbench.Labels;

namespace SeizureIntel.Workbench.Exports;

/// <summary>The cells of a seizure: numbers as numbers with every digit, all else as text; null where nothing is stated.</summary>
/// <param name="columns">The columns.</param>
/// <param name="words">Names for codes; null to write the codes.</param>
internal sealed class HitCells(IReadOnlyList<SeizureField> columns, ValueWords? words)
{
    public IReadOnlyList<object?> Of(SeizureHit hit) => [.. columns.Select(c => Cell(hit, c))];

    private object? Cell(SeizureHit hit, SeizureField field)
    {
        if (!hit.Values.TryGetValue(field.Name, out IReadOnlyList<string>? values) || values.Count == 0)
            return null;
        return field.Kind switch
        {
            FieldKind.Number => double.Parse(values[0], NumberStyles.Float, CultureInfo.InvariantCulture),
            FieldKind.Code or FieldKind.Codes when words is not null => string.Join("; ", values.Select(v => words.Code(field.Name, v))),
            FieldKind.Code or FieldKind.Codes => string.Join(';', values),
            _ => values[0],
        };
    }
}
