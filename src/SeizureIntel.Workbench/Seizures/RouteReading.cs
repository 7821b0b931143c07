using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using SeizureIntel.Cases;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Labels;

namespace SeizureIntel.Workbench.Seizures;

/// <summary>Reads the stations of a case's route, the place where the goods were found among them.</summary>
internal static class RouteReading
{
    /// <summary>The stations in the order of the movement; those of which nothing at all was written are left out.</summary>
    public static IReadOnlyList<RouteStation> Stations(Case seizureCase, ValueWords words)
    {
        List<RouteLeg> legs = [.. seizureCase.Legs];
        if (
            legs.Count > 0
            && seizureCase.Country.IsKnown
            && legs.TrueForAll(l => l.Role != LegRole.Discovery && l.Country.Code != seizureCase.Country.Code)
        )
        {
            int destination = legs.FindIndex(l => l.Role == LegRole.Destination);
            legs.Insert(
                destination < 0 ? legs.Count : destination,
                new RouteLeg(LegRole.Discovery, seizureCase.Country, seizureCase.Unlocode)
            );
        }

        return [.. legs.Where(IsStated).Select(l => Station(l, words))];
    }

    private static bool IsStated(RouteLeg leg) =>
        leg.Country.Code != NonValue.NotStated || leg.Place.Code != NonValue.NotStated || Written(leg) is not null;

    private static RouteStation Station(RouteLeg leg, ValueWords words) =>
        new(
            JsonNamingPolicy.SnakeCaseLower.ConvertName(leg.Role.ToString()),
            leg.Country.Code,
            words.Code("country", leg.Country.Code),
            leg.Place.IsKnown ? words.Code("unlocode", leg.Place.Code)
                : leg.Place.Text is { Length: > 0 } text ? text
                : null,
            Written(leg)
        );

    private static string? Written(RouteLeg leg)
    {
        string[] texts = [.. new[] { leg.Place.Text, leg.Country.Text }.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!)];
        return texts.Length == 0 ? null : string.Join(", ", texts);
    }
}
