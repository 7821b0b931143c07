using System;
using System.Collections.Frozen;
using System.Linq;

namespace SeizureIntel.Etl.Screening;

/// <summary>Trade marks that read like somebody's name; a cell that holds one and nothing else speaks of goods.</summary>
internal sealed class NamedBrands(ScreeningLists lists)
{
    private readonly FrozenSet<string> _brands = NameLexicon
        .Words(lists, ScreeningLists.BrandList)
        .Select(static w => w.Word)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public bool Contains(string cell) => _brands.Contains(cell.Trim());
}
