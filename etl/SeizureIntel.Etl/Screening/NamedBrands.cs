using System;
using System.Collections.Frozen;

namespace SeizureIntel.Etl.Screening;

/// <summary>Trade marks that read like somebody's name; a cell that holds one and nothing else speaks of goods.</summary>
internal static class NamedBrands
{
    private static readonly FrozenSet<string> All = (
        "Michael Kors|Jack Daniels|Jack Daniel's|Jack Daniel’s|Peter Stuyvesant|Jose Cuervo|José Cuervo|Carolina Herrera|Jean Paul "
        + "Gaultier|Jean-Paul Gaultier|Karl Lagerfeld|Paul Smith|Thomas Sabo|Richard Mille|"
        + "John Player|John Player Special|John Deere|Max Mara|Max Factor|Daniel Wellington|Ted Baker|Paco Rabanne|Roberto "
        + "Cavalli|Mario Badescu|Elizabeth Arden|Sergio Tacchini|Elie Saab|Dr Martens|Dr. Martens|Dr Pepper|Dr. Pepper|Antonio "
        + "Banderas|Mark Ten|Peter Jackson"
    )
        .Split('|')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string cell) => All.Contains(cell.Trim());
}
