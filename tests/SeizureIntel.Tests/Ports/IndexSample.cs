using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Cases;
using SeizureIntel.CodeLists;
using SeizureIntel.Search.Embedded;
using SeizureIntel.Values;

namespace SeizureIntel.Tests.Ports;

/// <summary>Small code lists and made-up cases with every kind of value and of missing value, the same at every run.</summary>
internal static class IndexSample
{
    private static readonly string[] Countries = ["CO", "ES", "PT", "MA", "NL", "DE", NonValue.NotStated, NonValue.Unknown];
    private static readonly string[] Products = ["COC", "COC_HCL", "CAN", "CAN_RESIN", "CIG", "GUN", NonValue.Unmapped];
    private static readonly string[] Places = ["3.4", "3", "5", "5.4", "1.1", NonValue.NotStated];
    private static readonly string[] Ways = ["PURPOSE_BUILT", "MIXED", NonValue.Unknown];
    private static readonly string?[] Narratives =
    [
        null,
        null,
        "Found behind the rear seat of a lorry.",
        "Hallazgo en doble fondo; camión con matrícula retirada.",
        "海關人員在貨櫃中發現可卡因",
        "Zigaretten im Straßentransporter versteckt",
        "พบยาเสพติดในรถบรรทุก",
        "Double bottom, professionally built",
    ];

    public static CodeListSet Lists { get; } =
        new([
            List(
                "countries",
                ("CO", null, "Colombia"),
                ("ES", null, "Spain"),
                ("PT", null, "Portugal"),
                ("MA", null, "Morocco"),
                ("NL", null, "Netherlands"),
                ("DE", null, "Germany")
            ),
            List("headings", ("H01", null, "Drugs"), ("H02", null, "Tobacco goods"), ("H06", null, "Weapons and ammunition")),
            List(
                "products",
                ("COC", null, "Cocaine"),
                ("COC_HCL", "COC", "Cocaine hydrochloride"),
                ("CAN", null, "Cannabis"),
                ("CAN_RESIN", "CAN", "Cannabis resin"),
                ("CIG", null, "Cigarettes"),
                ("GUN", null, "Firearm")
            ),
            List(
                "concealment",
                ("1", null, "On the body"),
                ("1.1", "1", "Strapped on"),
                ("3", null, "Road vehicle"),
                ("3.4", "3", "Vehicle interior"),
                ("5", null, "Container"),
                ("5.4", "5", "Container wall")
            ),
            List("concealment_how", ("PURPOSE_BUILT", null, "Purpose-built hide"), ("MIXED", null, "Mixed with the load")),
        ]);

    public static IReadOnlyList<Case> Cases(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => Made(i, random))];
    }

    public static Case Plain(string id, DateOnly day, params IReadOnlyList<Seizure> seizures) =>
        new()
        {
            Id = "case-" + id,
            SubmissionId = "submission",
            Source = "test",
            SeizureDate = new SeizureDate(day, DatePrecision.Day),
            Seizures = seizures.Count > 0 ? seizures : [Line(id)],
        };

    /// <summary>The embedded index of a folder, over the small lists.</summary>
    public static EmbeddedIndex Open(string folder) => new(folder, Lists, TimeProvider.System, NullLogger<EmbeddedIndex>.Instance);

    public static Seizure Line(string id) =>
        new()
        {
            Id = id,
            Row = 2,
            RecordProfile = "MIN",
            CompletenessScore = 50,
        };

    private static Case Made(int number, Random random)
    {
        var precision = (DatePrecision)Math.Max(0, random.Next(-4, 4));
        DateOnly day = new DateOnly(2023, 12, 20).AddDays(random.Next(400));
        DateOnly start = precision switch
        {
            DatePrecision.Day => day,
            DatePrecision.Month => new DateOnly(day.Year, day.Month, 1),
            DatePrecision.Quarter => new DateOnly(day.Year, 1 + ((day.Month - 1) / 3 * 3), 1),
            _ => new DateOnly(day.Year, 1, 1),
        };
        Stated country = One(Countries, random);
        return new Case
        {
            Id = $"case-{number:00000}",
            SubmissionId = "sub-" + (number % 3),
            Source = number % 2 == 0 ? "alpha" : "beta",
            CaseRef = random.Next(3) == 0 ? null : $"REF/{number / 2}",
            ReportingCountry = One(Countries, random),
            SeizureDate = new SeizureDate(start, precision),
            Country = country,
            PlaceName =
                random.Next(2) == 0 ? null
                : random.Next(2) == 0 ? "Algeciras"
                : "São Tomé",
            Legs =
            [
                .. Enumerable.Range(0, random.Next(4)).Select(i => new RouteLeg((LegRole)random.Next(5), One(Countries, random), default)),
            ],
            Concealments =
            [
                .. Enumerable.Range(0, random.Next(4)).Select(_ => new Concealment(One(Places, random), One(Ways, random), default)),
            ],
            CoverGoods = random.Next(4) == 0 ? "Frozen fish" : null,
            Narrative = Narratives[random.Next(Narratives.Length)],
            PersonsIntercepted = random.Next(3) == 0 ? null : random.Next(4),
            Marking = (Marking)random.Next(5),
            Seizures = [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => Made(number, i, random))],
        };
    }

    private static Seizure Made(int number, int item, Random random)
    {
        string product = Products[random.Next(Products.Length)];
        bool isCounted = product is "CIG" or "GUN";
        return new Seizure
        {
            Id = $"s-{number:00000}-{item}",
            Row = number + 2,
            Heading = product switch
            {
                "CIG" => new("H02", null),
                "GUN" => new("H06", "gun"),
                NonValue.Unmapped => new(NonValue.Unmapped, "?"),
                _ => new("H01", null),
            },
            Product = new Stated(product, null),
            Quantity =
                random.Next(5) == 0
                    ? null
                    : new Quantity(
                        random.Next(1, 4000) / 10m,
                        isCounted ? "H87"
                            : random.Next(3) == 0 ? "LTR"
                            : "KGM"
                    ),
            Brand =
                product == "CIG"
                    ? random.Next(2) == 0
                        ? "Marlboro"
                        : "Élan Bleu"
                    : null,
            OutlierFlags = random.Next(8) switch
            {
                0 => ["QTY_EXTREME"],
                1 => ["DATE_FUTURE"],
                2 => ["DATE_FUTURE", "UNIT_SUSPECT"],
                _ => [],
            },
            RecordProfile = "STD",
            CompletenessScore = random.Next(101),
        };
    }

    private static Stated One(string[] codes, Random random) =>
        codes[random.Next(codes.Length)] is var code && code == NonValue.NotStated ? default : new Stated(code, null);

    private static CodeList List(string name, params IReadOnlyList<(string Code, string? Parent, string Label)> rows) =>
        new(
            name,
            [
                .. rows.Select(r => new Code(
                    r.Code,
                    r.Parent,
                    new Dictionary<string, string> { ["en"] = r.Label },
                    new Dictionary<string, string>()
                )),
            ],
            []
        );
}
