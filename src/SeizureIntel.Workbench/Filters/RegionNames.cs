using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Workbench.Filters;

/// <summary>Regions as users name them: UN M49 names, RILO codes, lists of countries.</summary>
public sealed class RegionNames(CodeListSet codeLists)
{
    // M49's three levels: "Americas", "Latin America and the Caribbean" and "South America" are all regions.
    private static readonly string[] Levels = ["region_code", "sub_region_code", "intermediate_region_code"];

    /// <summary>ISO codes of the countries of a region, in alphabetical order.</summary>
    /// <exception cref="Fault">The name is unknown; the nearest names are in the hint.</exception>
    public IReadOnlyList<string> Countries(string region)
    {
        CodeList countries = codeLists["countries"],
            regions = codeLists["regions"],
            offices = codeLists["rilo"];
        if (regions.Find(region) is { } known)
        {
            HashSet<string> wanted = [.. regions.WithDescendants(known.Value)];
            return Sorted(
                countries.Codes.Where(c => Levels.Any(l => c.Attribute(l) is { } code && wanted.Contains(code))).Select(c => c.Value)
            );
        }

        if (offices.Find(region) is { } office)
            return Sorted(
                (office.Attribute("members") ?? "")
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Where(c => countries.FindCode(c) is not null)
            );

        string[] parts = countries.Find(region) is null
            ? region.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [region];
        if (parts.Length == 0)
            throw Unknown(region);
        return Sorted(parts.Select(p => countries.Find(p)?.Value ?? throw Unknown(p)));
    }

    private static IReadOnlyList<string> Sorted(IEnumerable<string> codes) =>
        [.. codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private Fault Unknown(string name)
    {
        IEnumerable<string> names = codeLists["regions"]
            .Codes.Select(c => c.Label)
            .Concat(codeLists["rilo"].Codes.Select(c => c.Value))
            .Concat(codeLists["countries"].Codes.Select(c => c.Label));
        return Fault.Usage(
            "unknown_region",
            $"There is no region '{name}'.",
            $"{NearestNames.Question(name, names)} A region is a UN M49 name, a RILO code or a list of ISO codes such as NL,BE,LU."
        );
    }
}
