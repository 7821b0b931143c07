using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Charts;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Fields;
using SeizureIntel.Reporting.Charts;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Tabulating;

namespace SeizureIntel.Dashboards.Pages.Search;

/// <summary>The legs of the routes of the seizures found: the busiest on a map, and all of them as a list.</summary>
/// <param name="Map">The map; null where no leg is on it.</param>
/// <param name="Legs">Code, name and seizures of each leg, the busiest first.</param>
/// <param name="Known">Seizures with a known leg.</param>
/// <param name="Found">Seizures found.</param>
internal sealed record LegsView(FlowMap? Map, IReadOnlyList<(string Code, string Name, int Seizures)> Legs, int Known, int Found)
{
    private const int MostOnMap = 40;
    private const int MostInList = 100;

    /// <summary>Reads the legs off a tabulation by them.</summary>
    public static LegsView Of(TabulationAnswer counted, ScopeLists lists)
    {
        ArgumentNullException.ThrowIfNull(counted);
        ArgumentNullException.ThrowIfNull(lists);
        (string Code, string Name, int Seizures)[] legs =
        [
            .. counted
                .Rows.Where(r => !NonValue.Is(r.Key[0]))
                .OrderByDescending(r => r.Value)
                .ThenBy(r => r.Key[0], StringComparer.Ordinal)
                .Take(MostInList)
                .Select(r => (r.Key[0], lists.Word(SeizureFields.Leg, r.Key[0]), (int)r.Value)),
        ];
        Flow[] flows = [.. legs.Select(Flow).Where(f => CountryPoints.Find(f.From) is not null && CountryPoints.Find(f.To) is not null)];
        FlowMap? map =
            flows.Length == 0
                ? null
                : new FlowMap
                {
                    Id = "legs",
                    AltText = $"The busiest legs: {string.Join(", ", legs.Take(5).Select(l => l.Name))}.",
                    Flows = [.. flows.Take(MostOnMap)],
                    Names = flows
                        .SelectMany(f => new[] { f.From, f.To })
                        .Distinct()
                        .ToDictionary(c => c, c => lists.Word("country", c), StringComparer.Ordinal),
                };
        return new LegsView(map, legs, counted.Known.N, counted.Known.Of);
    }

    private static Flow Flow((string Code, string Name, int Seizures) leg)
    {
        string[] ends = leg.Code.Split('>');
        return new Flow(ends[0], ends[1], leg.Seizures);
    }
}
