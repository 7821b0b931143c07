using System.Collections.Generic;

namespace SeizureIntel.Synthetic.Region;

/// <summary>The simulated region: reporters, goods, hiding places. Real country codes, invented figures.</summary>
internal static class Atlas
{
    /// <summary>Who reports.</summary>
    public static IReadOnlyList<Reporter> Reporters { get; } =
    [
        new("BR", 1.6, FileFormat.TemplateCsv, ["Santos", "Foz do Iguaçu", "Guarulhos"]),
        new("EC", 1.2, FileFormat.TemplateCsv, ["Guayaquil", "Puerto Bolívar"]),
        new("PE", 0.9, FileFormat.TemplateCsv, ["Callao", "Tacna"]),
        new("CL", 0.9, FileFormat.TemplateCsv, ["San Antonio", "Arica"]),
        new("AR", 1.0, FileFormat.TemplateWorkbook, ["Buenos Aires", "Salvador Mazza"]),
        new("UY", 0.5, FileFormat.TemplateCsv, ["Montevideo"]),
        new("PY", 0.6, FileFormat.TemplateCsv, ["Ciudad del Este", "Presidente Franco"]),
        new("BO", 0.6, FileFormat.TemplateCsv, ["Desaguadero"]),
        new("VE", 0.7, FileFormat.IndividualDrugSeizures, ["La Guaira"]),
        new("ES", 1.5, FileFormat.TemplateCsv, ["Algeciras", "Barcelona", "Madrid-Barajas"]),
        new("PT", 0.7, FileFormat.TemplateWorkbook, ["Lisboa", "Sines"]),
        new("NL", 1.4, FileFormat.TemplateCsv, ["Rotterdam", "Schiphol"]),
        new("BE", 1.2, FileFormat.TemplateCsv, ["Antwerpen", "Zaventem"]),
        new("DE", 1.1, FileFormat.TemplateCsv, ["Hamburg", "Frankfurt am Main"]),
        new("IT", 0.9, FileFormat.IndividualDrugSeizures, ["Gioia Tauro", "Fiumicino"]),
        new("CO", 0.7, FileFormat.ColombiaJson, ["Buenaventura", "Cartagena"]),
        new("BR", 0.6, FileFormat.Fortaleza, ["Fortaleza"]),
    ];

    /// <summary>What is smuggled.</summary>
    public static IReadOnlyList<SimulatedGoods> Goods { get; } =
    [
        new(
            "cocaine",
            "H01",
            "KGM",
            4,
            1.8,
            5.0,
            0.15,
            20,
            [("CO", 5), ("PE", 3), ("BO", 2)],
            [("1", 4), ("4", 4), ("3", 3), ("5", 1)],
            ["cocaine", "cocaína", "Cocaine"]
        ),
        new(
            "cannabis_herb",
            "H01",
            "KGM",
            3,
            1.7,
            3.5,
            0,
            1,
            [("PY", 4), ("CO", 3), ("ES", 1)],
            [("3", 6), ("5", 1), ("1", 1)],
            ["cannabis herb", "cannabis_herb"]
        ),
        new(
            "methamphetamine",
            "H01",
            "KGM",
            0.5,
            1.4,
            1.2,
            0,
            1,
            [("NL", 3), ("DE", 1)],
            [("5", 3), ("3", 2), ("4", 1)],
            ["methamphetamine"]
        ),
        new("mdma", "H01", "KGM", 0.4, 1.3, 1.0, 0.2, 28, [("NL", 4), ("BE", 2)], [("5", 4), ("3", 1), ("4", 1)], ["MDMA", "ecstasy"]),
        new(
            "cigarettes",
            "H02",
            "STICK",
            60_000,
            1.6,
            3.0,
            0.55,
            30,
            [("PY", 5), ("BG", 2), ("CN", 1)],
            [("3", 6), ("1", 2), ("4", 1)],
            ["cigarettes", "cigarrillos", "cigarette"]
        ),
        new("spirits", "H03", "LTR", 90, 1.2, 0.8, 0.3, 50, [("PY", 2), ("PL", 1)], [("3", 5), ("1", 1)], ["spirits"]),
        new("parrots", "H04", "H87", 6, 0.9, 0.7, 0.25, 40, [("BR", 3), ("PE", 1)], [("4", 3), ("3", 2)], ["parrots"]),
        new(
            "counterfeit_clothing",
            "H05",
            "H87",
            400,
            1.4,
            1.8,
            0.2,
            47,
            [("CN", 6), ("TR", 2)],
            [("1", 5), ("5", 3), ("4", 1)],
            ["counterfeit clothing", "ropa falsificada"]
        ),
        new("acetone", "H06", "LTR", 500, 1.3, 0.4, 0, 1, [("CL", 1), ("BR", 1)], [("3", 3), ("1", 1)], ["acetone"]),
        new("pistol", "H08", "H87", 2, 0.8, 0.6, 0, 1, [("US", 3), ("TR", 2)], [("3", 3), ("5", 2), ("1", 1)], ["pistol", "pistola"]),
        new("cartridge", "H08", "ROUND", 150, 1.2, 0.5, 0, 1, [("US", 3), ("BR", 1)], [("3", 4), ("5", 1)], ["cartridge"]),
        new("firearm_parts", "H08", "H87", 3, 0.7, 0.3, 0, 1, [("US", 4), ("DE", 1)], [("5", 5), ("3", 1)], ["firearm parts"]),
        new("banknotes", "H09", "H87", 500, 1.3, 0.8, 0, 1, [("ES", 2), ("NL", 2)], [("4", 4), ("3", 3)], ["banknotes"]),
        new("waste", "H11", "KGM", 8_000, 1.1, 0.4, 0, 1, [("DE", 2), ("NL", 2)], [("1", 3), ("3", 1)], ["waste"]),
    ];

    /// <summary>Where things are hidden by means of transport: dotted code, words, weight.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<((string Code, string Words) Where, double Weight)>> HidingPlaces { get; } =
        new Dictionary<string, IReadOnlyList<((string, string), double)>>
        {
            ["1"] =
            [
                (("5.1", "rip-on/rip-off"), 5),
                (("5.2", "container structure"), 2),
                (("4.1", "mixed with goods"), 4),
                (("5.3", "false front wall"), 1),
                (("6.3", "tanks"), 1),
            ],
            ["3"] =
            [
                (("3.3", "fuel tank"), 3),
                (("3.4", "interior"), 4),
                (("3.1", "exterior"), 1),
                (("4.2", "under the load"), 4),
                (("1.2", "clothing"), 1),
            ],
            ["4"] = [(("2.1", "suitcase"), 5), (("1.3", "internal"), 2), (("2.6", "contents"), 2), (("1.1", "on body"), 2)],
            ["5"] = [(("9.2", "parcel"), 5), (("9.3", "in product"), 4), (("9.1", "letter"), 1)],
        };

    /// <summary>Where cocaine and the rest are going when they are found on the way.</summary>
    public static IReadOnlyList<(string Country, double Weight)> Markets { get; } =
    [("ES", 4), ("NL", 4), ("BE", 3), ("DE", 3), ("PT", 1), ("IT", 2), ("FR", 3), ("GB", 3), ("US", 2), ("BR", 1)];
}
