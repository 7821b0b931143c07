using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Fields;
using SeizureIntel.Synthetic.Region;

namespace SeizureIntel.Synthetic.Files;

/// <summary>Cases as rows of the exchange template: codes here, plain words there, several item lines a case, and now and then a defect.</summary>
internal static class TemplateRows
{
    private const double DuplicateShare = 0.004;
    private const double UnknownShare = 0.05;
    private const double WordShare = 0.4;

    private static readonly Dictionary<string, string> CountryWords = new(StringComparer.Ordinal)
    {
        ["NL"] = "Países Bajos",
        ["DE"] = "Allemagne",
        ["ES"] = "Spain",
        ["GB"] = "United Kingdom",
        ["US"] = "Estados Unidos",
        ["CO"] = "Colombia",
        ["TR"] = "Türkiye",
    };

    private static readonly Dictionary<string, string> ModeWords = new(StringComparer.Ordinal)
    {
        ["1"] = "maritime",
        ["3"] = "road",
        ["4"] = "air",
        ["5"] = "mail",
    };

    /// <summary>The template's header.</summary>
    public static IReadOnlyList<string> Header { get; } = [.. SeizureFields.Template.Select(f => f.Name)];

    /// <summary>One row an item line.</summary>
    public static IEnumerable<IReadOnlyList<string>> Of(Reporter reporter, IReadOnlyList<SimulatedCase> cases, Chance chance)
    {
        bool isDayFirst = reporter.Country is "ES" or "PT" or "AR";
        int number = 0;
        foreach (SimulatedCase simulated in cases)
        {
            number++;
            Dictionary<string, string> row = CaseCells(simulated, number, isDayFirst, chance);
            SetItem(row, simulated.Goods, simulated.Amount, chance);
            Spoil(row, number);
            yield return Cells(row);
            if (simulated.Companion is { } companion)
            {
                SetItem(row, companion, companion.Median, chance);
                yield return Cells(row);
            }
            else if (chance.Happens(DuplicateShare))
            {
                yield return Cells(row);
            }
        }
    }

    private static Dictionary<string, string> CaseCells(SimulatedCase simulated, int number, bool isDayFirst, Chance chance)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["case_ref"] = string.Create(
                CultureInfo.InvariantCulture,
                $"{simulated.Reporter.Country}-{simulated.Date.Year}-{number:00000}"
            ),
            ["reporting_country"] = simulated.Reporter.Country,
            ["reporting_service"] = "CUSTOMS",
            ["seizure_date"] = Day(simulated.Date, isDayFirst),
            ["country"] = simulated.Reporter.Country,
            ["place_name"] = chance.Pick(simulated.Reporter.Ports),
            ["direction"] = Direction(simulated),
            ["departure_country"] = Country(simulated.Departure, chance),
            ["transit_countries"] = string.Join(';', simulated.Transits),
            ["destination_country"] =
                simulated.Destination is null && chance.Happens(UnknownShare) ? "Unknown" : Country(simulated.Destination, chance),
            ["mode_of_transport"] =
                simulated.Mode is null ? ""
                : chance.Happens(WordShare) ? ModeWords[simulated.Mode]
                : simulated.Mode,
            ["concealment"] = simulated.Concealment ?? "",
            ["selection_basis"] = chance.Happens(0.5)
                ? chance.Pick<string>(["ROUTINE_CONTROL", "RISK_PROFILE_OFFICER", "RANDOM", "INTELLIGENCE_NATIONAL"])
                : "",
            ["detection_technique"] = chance.Happens(0.4)
                ? chance.Pick<string>(["PHYSICAL_SEARCH", "XRAY_VEHICLE_CONTAINER", "DOG_DRUG", "XRAY_BAGGAGE"])
                : "",
            ["narrative"] = simulated.Narrative ?? "",
            ["reported_date"] = Day(simulated.Reported, isDayFirst),
        };
        if (simulated.Mode == "1")
            row["place_type"] = "SEAPORT";
        return row;
    }

    private static string Direction(SimulatedCase simulated)
    {
        if (simulated.Destination == simulated.Reporter.Country)
            return "IN";
        if (simulated.Departure == simulated.Reporter.Country)
            return "OUT";
        return simulated.Destination is null ? "" : "TRA";
    }

    private static void SetItem(Dictionary<string, string> row, SimulatedGoods goods, double amount, Chance chance)
    {
        row["heading"] = goods.Heading;
        row["product"] = chance.Happens(WordShare) ? chance.Pick(goods.Words) : goods.Product;
        row["unit"] = goods.Unit;
        row["quantity"] = goods.Unit is "H87" or "STICK" or "ROUND"
            ? Math.Max(1, Math.Round(amount)).ToString("0", CultureInfo.InvariantCulture)
            : Math.Max(0.001, Math.Round(amount, 3)).ToString("0.###", CultureInfo.InvariantCulture);
        if (goods.Unit == "KGM" && chance.Happens(0.1))
        {
            row["unit"] = "g";
            row["quantity"] = Math.Max(1, Math.Round(amount * 1000)).ToString("0", CultureInfo.InvariantCulture);
        }

        bool isPistol = goods.Product == "pistol";
        row["firearm_type"] = isPistol ? "pistol" : "";
        row["marking_status"] =
            isPistol && chance.Happens(0.7) ? chance.Pick<string>(["UNIQUE", "UNIQUE", "OBLITERATED", "NEVER_MARKED"]) : "";
        row["trace_status"] = isPistol && chance.Happens(0.3) ? chance.Pick<string>(["TRACED", "PENDING"]) : "";
    }

    // One defect of each kind a file: what real files hold, planted where a test can find it. The persons do not exist.
    private static void Spoil(Dictionary<string, string> row, int number)
    {
        switch (number)
        {
            case 7:
                row["case_ref"] = "jane.doe@example.org";
                break;
            case 11:
                row["narrative"] = "Driver Mr John Doe gave the number +44 20 7946 0958.";
                break;
            case 13:
                row["quantity"] = "927611728";
                break;
            case 17:
                row["unit"] = "wheelbarrow";
                break;
            case 19:
                row["seizure_date"] = "2019-2021";
                break;
            case 23:
                row["destination_country"] = "Atlantis";
                break;
            case 29:
                row["quantity"] = "0";
                break;
        }
    }

    private static string Country(string? code, Chance chance) =>
        code is null ? ""
        : chance.Happens(0.1) && CountryWords.TryGetValue(code, out string? words) ? words
        : code;

    private static string Day(DateOnly date, bool isDayFirst) =>
        date.ToString(isDayFirst ? "dd/MM/yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string[] Cells(Dictionary<string, string> row) => [.. Header.Select(h => row.GetValueOrDefault(h, ""))];
}
