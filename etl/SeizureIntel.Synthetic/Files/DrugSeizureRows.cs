using System;
using System.Collections.Generic;
using System.Globalization;
using SeizureIntel.Synthetic.Region;

namespace SeizureIntel.Synthetic.Files;

/// <summary>Drug cases as rows in the shape of UNODC's Individual Drug Seizures: English words, blanks, Unknown and None side by side.</summary>
internal static class DrugSeizureRows
{
    private static readonly Dictionary<string, (string Name, string Region, string Subregion)> Reporters = new(StringComparer.Ordinal)
    {
        ["VE"] = ("Venezuela (Bolivarian Republic of)", "Americas", "South America"),
        ["IT"] = ("Italy", "Europe", "Western & Central Europe"),
    };

    private static readonly Dictionary<string, string> Drugs = new(StringComparer.Ordinal)
    {
        ["cocaine"] = "Cocaine",
        ["cannabis_herb"] = "Cannabis herb",
        ["methamphetamine"] = "Methamphetamine",
        ["mdma"] = "Ecstasy",
    };

    private static readonly Dictionary<string, string> Countries = new(StringComparer.Ordinal)
    {
        ["CO"] = "Colombia",
        ["PE"] = "Peru",
        ["BO"] = "Bolivia",
        ["PY"] = "Paraguay",
        ["ES"] = "Spain",
        ["NL"] = "Netherlands",
        ["DE"] = "Germany",
        ["BE"] = "Belgium",
        ["PT"] = "Portugal",
        ["IT"] = "Italy",
        ["FR"] = "France",
        ["GB"] = "United Kingdom",
        ["US"] = "United States",
        ["BR"] = "Brazil",
        ["VE"] = "Venezuela",
    };

    private static readonly Dictionary<string, string> Transport = new(StringComparer.Ordinal)
    {
        ["1"] = "Commercial sea",
        ["3"] = "Private road",
        ["4"] = "Commercial air",
        ["5"] = "Mail",
    };

    private static readonly Dictionary<string, string> Hiding = new(StringComparer.Ordinal)
    {
        ["1"] = "Container",
        ["3"] = "Car Parts",
        ["4"] = "Baggage",
        ["5"] = "Postal",
    };

    /// <summary>The header.</summary>
    public static IReadOnlyList<string> Header { get; } =
    [
        "REGION",
        "SUBREGION",
        "COUNTRY",
        "ADMINISTRATIVE_DIVISION",
        "PLACE",
        "SEIZURE_DATE",
        "DRUG_NAME",
        "AMOUNT",
        "DRUG_UNIT",
        "HIDING_PLACE",
        "INSTALLATION",
        "TRANSPORT",
        "PRODUCING_COUNTRY",
        "DEPARTURE_COUNTRY",
        "DESTINATION_COUNTRY",
        "ROUTING",
    ];

    /// <summary>One row a case.</summary>
    public static IEnumerable<IReadOnlyList<string>> Of(Reporter reporter, IReadOnlyList<SimulatedCase> cases, Chance chance)
    {
        (string name, string region, string subregion) = Reporters[reporter.Country];
        foreach (SimulatedCase simulated in cases)
        {
            bool isGrams = chance.Happens(0.3);
            string[] row =
            [
                region,
                subregion,
                name,
                "",
                chance.Pick(reporter.Ports),
                simulated.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Drugs[simulated.Goods.Product],
                (isGrams ? Math.Round(simulated.Amount * 1000, 1) : Math.Round(simulated.Amount, 3)).ToString(
                    "0.0##",
                    CultureInfo.InvariantCulture
                ),
                isGrams ? "Gram" : "Kilogram",
                simulated.Concealment is null ? "" : Hiding[simulated.Mode!],
                simulated.Mode switch
                {
                    "1" => "Seaport",
                    "4" => "Airport",
                    "5" => "Postal Parcel",
                    null => "",
                    _ => "Road",
                },
                simulated.Mode is null ? chance.Pick<string>(["", "Unknown", "None"]) : Transport[simulated.Mode],
                "Unknown",
                Named(simulated.Departure),
                Named(simulated.Destination),
                simulated.Destination == reporter.Country ? "Border - inbound" : "",
            ];
            yield return row;
            if (chance.Happens(0.02))
                yield return [.. row];
        }
    }

    private static string Named(string? country) => country is null ? "Unknown" : Countries.GetValueOrDefault(country, "Other");
}
