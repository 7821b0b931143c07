using System.Collections.Generic;
using SeizureIntel.Values;

namespace SeizureIntel.Cases;

/// <summary>Reads the movement of a case out of its legs.</summary>
public static class Route
{
    /// <summary>The first leg with a role, as stated; NOT_STATED where there is none.</summary>
    public static Stated CountryOf(Case seizureCase, LegRole role)
    {
        IReadOnlyList<RouteLeg> legs = seizureCase.Legs;
        for (int i = 0; i < legs.Count; i++)
        {
            if (legs[i].Role == role)
                return legs[i].Country;
        }

        return default;
    }

    /// <summary>The countries of all legs with a role, in order; empty where there are none.</summary>
    public static IReadOnlyList<Stated> CountriesOf(Case seizureCase, LegRole role)
    {
        List<Stated>? found = null;
        IReadOnlyList<RouteLeg> legs = seizureCase.Legs;
        for (int i = 0; i < legs.Count; i++)
        {
            if (legs[i].Role == role)
                (found ??= []).Add(legs[i].Country);
        }

        return found is null ? [] : found;
    }

    /// <summary>The known countries in the order of the movement, repeats in a row collapsed: origin, departure, transits, place of discovery,
    /// destination.</summary>
    /// <remarks>The country of discovery stands before the destination unless it is one of the other stations. Unknown stations are left out, never
    /// guessed.</remarks>
    public static IReadOnlyList<string> Path(Case seizureCase)
    {
        var path = new List<string>(5);
        bool discoverySeen = !seizureCase.Country.IsKnown;
        IReadOnlyList<RouteLeg> legs = seizureCase.Legs;
        for (int i = 0; i < legs.Count; i++)
        {
            RouteLeg leg = legs[i];
            if (leg.Country.IsKnown && leg.Country.Code == seizureCase.Country.Code)
                discoverySeen = true;
        }

        for (int i = 0; i < legs.Count; i++)
        {
            RouteLeg leg = legs[i];
            if (leg.Role == LegRole.Destination && !discoverySeen)
            {
                Append(path, seizureCase.Country);
                discoverySeen = true;
            }

            Append(path, leg.Country);
        }

        if (!discoverySeen && legs.Count > 0)
            Append(path, seizureCase.Country);
        return path;
    }

    /// <summary>The consecutive pairs of <see cref="Path"/>, written <c>CO&gt;ES</c>; empty where fewer than two stations are known.</summary>
    public static IReadOnlyList<string> Edges(Case seizureCase)
    {
        IReadOnlyList<string> path = Path(seizureCase);
        if (path.Count < 2)
            return [];
        var edges = new string[path.Count - 1];
        for (int i = 0; i < edges.Length; i++)
            edges[i] = path[i] + ">" + path[i + 1];
        return edges;
    }

    private static void Append(List<string> path, Stated country)
    {
        if (country.IsKnown && (path.Count == 0 || path[^1] != country.Code))
            path.Add(country.Code);
    }
}
