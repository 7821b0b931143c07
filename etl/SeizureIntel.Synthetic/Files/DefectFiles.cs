using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using SeizureIntel.Synthetic.Region;

namespace SeizureIntel.Synthetic.Files;

/// <summary>Two small files beside the region's: one of the headings that are rarely reported, one row a defect that real files were seen to hold.</summary>
/// <remarks>They are written by their own chance, so that the region's cases and planted patterns stay what they were without them.</remarks>
internal static class DefectFiles
{
    private const string Country = "MA";
    private const string Centroid = "31.7917";

    // A place is kept to a hundredth of a degree.
    private const string Rounded = "31.79";

    // Headings that the region's goods leave out, with amounts in the unit beside them.
    private static readonly (string Heading, string Product, string Quantity, string Unit)[] Rare =
    [
        ("H07", "undervaluation", "1200", "KGM"),
        ("H07", "gold", "2.5", "KGM"),
        ("H07", "mineral_oil", "30000", "LTR"),
        ("H10", "cs_137", "74", "GBQ"),
        ("H10", "uranium_depleted", "900", "GRM"),
        ("H10", "contaminated_scrap", "1800", "KGM"),
        ("H12", "prohibited_adult_material", "12", "H87"),
        ("H13", "antiquities", "6", "H87"),
        ("H13", "stolen_vehicle", "1", "H87"),
        ("H13", "anabolic_steroids", "4000", "DOSE"),
        ("H13", "medicines", "2500", "H87"),
        ("H13", "rough_diamonds", "85", "CTM"),
    ];

    // The unit as written, and how many kilograms, or pieces, one of it is; null where it measures plants that were destroyed.
    private static readonly (string Unit, string Drug, decimal? Factor)[] Units =
    [
        ("Kilogram", "Cocaine", 1m),
        ("Gram", "Cocaine", 0.001m),
        ("Milligram", "Methcathinone", 0.000001m),
        ("Ton", "Cannabis herb", 1000m),
        ("Ounce", "Ketamine", 0.028349523125m),
        ("100 gram", "Heroin", 0.1m),
        ("Viss", "Opium", 1.63293m),
        ("Block (350gr)", "Heroin", 0.35m),
        ("Paper (1/10 gm)", "Heroin", 0.0001m),
        ("Tablet", "Ecstasy", 1m),
        ("Pill", "Ecstasy", 1m),
        ("Unit", "Ecstasy", 1m),
        ("Hundred of units", "Ecstasy", 100m),
        ("Thousand of tablets", "Ecstasy", 1000m),
        ("Blotter", "LSD", 1m),
        ("Stamp", "LSD", 1m),
        ("Bush", "Cannabis plant", null),
        ("Acres", "Opium poppy plant", null),
    ];

    /// <summary>Writes the files.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="first">The first day they may report.</param>
    /// <param name="days">The days after it.</param>
    /// <param name="chance">Draws the days.</param>
    /// <returns>Their paths with the sources they are written as, and what is wrong in them.</returns>
    public static (IReadOnlyList<(string Path, string Source)> Files, IReadOnlyList<Defect> Defects) Write(
        string folder,
        DateOnly first,
        int days,
        Chance chance
    )
    {
        var defects = new List<Defect>();
        string template = Path.Combine(folder, "template-ma.csv"),
            drugs = Path.Combine(folder, "unodc-ids-xx.csv");
        DelimitedReport.Write(template, ',', TemplateRows.Header, Template(Path.GetFileName(template), Day, defects));
        DelimitedReport.Write(drugs, ';', DrugSeizureRows.Header, Drugs(Path.GetFileName(drugs), Day, defects));
        return ([(template, "template"), (drugs, "unodc-ids")], defects);

        string Day() => first.AddDays(chance.Below(days)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static List<IReadOnlyList<string>> Template(string file, Func<string> day, List<Defect> defects)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach ((string heading, string product, string quantity, string unit) in Rare)
            Add(("heading", heading), ("product", product), ("quantity", quantity), ("unit", unit));

        AddDefect("country_spelling", "NL", ("departure_country", "Pays-Bas"));
        AddDefect("country_spelling", "NL", ("departure_country", "HOLANDA"));
        AddDefect("blank", "NOT_STATED", ("destination_country", ""));
        AddDefect("unknown", "UNKNOWN", ("destination_country", "Unknown"));
        AddDefect("unknown", "UNKNOWN", ("destination_country", "desconocido"));
        AddDefect("extreme_quantity", "927611728", ("quantity", "927611728"));
        AddDefect("centroid", Rounded, ("latitude", Centroid), ("longitude", "-7.0926"), ("place_name", ""));
        AddDefect("several_origins", "UNMAPPED", ("origin_country", "CO;PE"));
        AddDefect(
            "transit_after_discovery",
            "FR",
            ("departure_country", "CO"),
            ("transit_countries", "ES;FR"),
            ("destination_country", "DE")
        );
        AddDefect("personal_narrative", "masked", ("narrative", "The driver, Mr John Doe, born 04/05/1981, gave +44 20 7946 0958."));
        AddDefect("personal_reference", "refused", ("case_ref", "jane.doe@example.org"));
        AddDefect("unknown_unit", "nothing", ("unit", "wheelbarrow"));
        AddDefect("no_day", "refused", ("seizure_date", "2019-2021"));
        AddDefect("repeat", "first", ("case_ref", "MA-REPEAT"), ("seizure_date", "2021-02-03"));
        AddDefect("repeat", "again", ("case_ref", "MA-REPEAT"), ("seizure_date", "2021-02-03"));
        return rows;

        void AddDefect(string kind, string means, params (string Field, string Cell)[] cells)
        {
            Add([("heading", "H01"), ("product", "cannabis_resin"), ("quantity", "12"), ("unit", "KGM"), .. cells]);
            defects.Add(new Defect(kind, file, rows.Count + 1, means));
        }

        void Add(params (string Field, string Cell)[] cells)
        {
            var row = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["case_ref"] = string.Create(CultureInfo.InvariantCulture, $"{Country}-{rows.Count + 1:000}"),
                ["reporting_country"] = Country,
                ["seizure_date"] = day(),
                ["country"] = Country,
                ["place_name"] = "Tanger",
            };
            foreach ((string field, string cell) in cells)
                row[field] = cell;
            rows.Add([.. TemplateRows.Header.Select(h => row.GetValueOrDefault(h, ""))]);
        }
    }

    private static List<IReadOnlyList<string>> Drugs(string file, Func<string> day, List<Defect> defects)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach ((string unit, string drug, decimal? factor) in Units)
            Add(
                "unit",
                factor is { } f ? (12 * f).ToString("0.############", CultureInfo.InvariantCulture) : "nothing",
                ("DRUG_UNIT", unit),
                ("DRUG_NAME", drug)
            );

        Add("country_spelling", "CZ", ("COUNTRY", "Czech Republic"));
        Add("country_spelling", "CZ", ("COUNTRY", "Czechia"));
        Add("place_letters", "Brno", ("COUNTRY", "Czechia"), ("PLACE", "BRNO"));
        Add("blank", "NOT_STATED", ("DESTINATION_COUNTRY", ""));
        Add("unknown", "UNKNOWN", ("DESTINATION_COUNTRY", "Unknown"));
        Add("place_is_concealment", "3.4", ("INSTALLATION", "Glove Compartment"));
        Add("extreme_quantity", "nothing", ("AMOUNT", "927611728"), ("DRUG_UNIT", "Bush"), ("DRUG_NAME", "Cannabis plant"));
        Add("repeat", "first", ("SEIZURE_DATE", "2021-03-04"));
        Add("repeat", "again", ("SEIZURE_DATE", "2021-03-04"));
        return rows;

        void Add(string kind, string means, params (string Field, string Cell)[] cells)
        {
            var row = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["REGION"] = "Europe",
                ["COUNTRY"] = "Slovakia",
                ["PLACE"] = "Bratislava",
                ["SEIZURE_DATE"] = day(),
                ["DRUG_NAME"] = "Cocaine",
                ["AMOUNT"] = "12.0",
                ["DRUG_UNIT"] = "Kilogram",
            };
            foreach ((string field, string cell) in cells)
                row[field] = cell;
            rows.Add([.. DrugSeizureRows.Header.Select(h => row.GetValueOrDefault(h, ""))]);
            defects.Add(new Defect(kind, file, rows.Count + 1, means));
        }
    }
}
