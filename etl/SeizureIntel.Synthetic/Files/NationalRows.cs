using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using SeizureIntel.Synthetic.Region;

namespace SeizureIntel.Synthetic.Files;

/// <summary>Drug cases in the shapes of two national lists.</summary>
internal static class NationalRows
{
    private static readonly string[] Dias = ["Domingo", "Lunes", "Martes", "Miércoles", "Jueves", "Viernes", "Sábado"];
    private static readonly string[] DiasPt = ["Domingo", "Segunda", "Terça", "Quarta", "Quinta", "Sexta", "Sábado"];
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = false };

    /// <summary>Header of Fortaleza's list.</summary>
    public static IReadOnlyList<string> FortalezaHeader { get; } =
    ["AIS", "Município", "Dia da Semana", "Data", "Hora", "Quantidade (Kg)", "Tipo de Entorpecente"];

    /// <summary>One row a case, amounts in kilograms.</summary>
    public static IEnumerable<IReadOnlyList<string>> Fortaleza(IReadOnlyList<SimulatedCase> cases, Chance chance) =>
        cases.Select(c =>
            (IReadOnlyList<string>)
                [
                    string.Create(CultureInfo.InvariantCulture, $"AIS {chance.Below(10) + 1:00}"),
                    "Fortaleza",
                    DiasPt[(int)c.Date.DayOfWeek],
                    c.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    chance.Below(24).ToString("00", CultureInfo.InvariantCulture),
                    Math.Max(0.000001, c.Amount / 50).ToString("0.######", CultureInfo.InvariantCulture),
                    c.Goods.Product == "cocaine" ? "Cocaína" : "Maconha",
                ]
        );

    /// <summary>One object a case, amounts in grams, all values texts.</summary>
    public static string Colombia(Reporter reporter, IReadOnlyList<SimulatedCase> cases) =>
        JsonSerializer.Serialize(
            cases.Select(c => new Dictionary<string, string>
            {
                ["c_digo_dane"] = "76109000",
                ["cantidad"] = Math.Max(1, Math.Round(c.Amount * 100)).ToString("0", CultureInfo.InvariantCulture),
                ["clase_de_estupefaciente"] = c.Goods.Product == "cocaine" ? "COCAINA" : "MARIHUANA",
                ["clase_de_sitio"] = "VIAS PUBLICAS",
                ["departamento"] = "VALLE",
                ["dia"] = Dias[(int)c.Date.DayOfWeek],
                ["fecha"] = c.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00.000",
                ["municipio"] = reporter.Ports[0].ToUpperInvariant(),
                ["unidad_de_medida"] = "GRAMO",
                ["zona"] = "URBANA",
            }),
            Json
        );
}
