using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using SeizureIntel.Cases;
using SeizureIntel.CodeLists;
using SeizureIntel.Tests.Etl;
using SeizureIntel.Values;

namespace SeizureIntel.Tests.Search;

/// <summary>Cases made up from the shipped code lists: every heading, every kind of value, every kind of missing value.</summary>
internal static class GeneratedCases
{
    private static readonly string[] Countries = ["CO", "EC", "ES", "NL", "BE", "MA", "TR", "CN", "HK", "NG", "ZA", "US"];
    private static readonly string[] Missing = [NonValue.NotStated, NonValue.Unknown, NonValue.Withheld, NonValue.NotApplicable];
    private static readonly string?[] Texts =
    [
        null,
        "Found behind the rear seat of a lorry",
        "Doble fondo en un camión; 12 paquetes",
        "海關人員在貨櫃中發現可卡因",
        "Im Straßentransporter, zweiter Boden",
        "พบยาเสพติดในรถบรรทุก",
        "Contrebande cachée sous des agrumes",
    ];
    private static readonly string?[] Places = [null, "Algeciras", "Antwerpen", "São Tomé", "Kapıkule", "香港"];

    private static readonly Gen<Stated> Country = Stated(Countries);

    private static readonly Gen<Seizure> Line =
        from heading in Gen.OneOf([.. Shipped.Lists["headings"].Codes.Select(c => c.Value)])
        from product in Gen.OneOf(ProductsOf(heading))
        from state in Gen.Int[0, 9]
        from amount in Gen.Int[1, 400_000]
        from unit in Gen.OneOf("KGM", "H87", "LTR")
        from flag in Gen.Int[0, 11]
        from brand in Gen.OneOf(null, null, "Marlboro", "Élan Bleu", "Straße")
        from maker in Country
        select new Seizure
        {
            Id = "",
            Row = 2,
            Heading = state == 0 ? new(NonValue.Unmapped, "?") : new(heading, null),
            Product = state <= 1 ? new(NonValue.Unmapped, "?") : new(product, null),
            Quantity = state == 2 ? null : new Quantity(amount / 8m, unit),
            Brand = brand,
            CountryOfManufacture = heading == "H08" ? maker : default,
            OutlierFlags = flag switch
            {
                0 => ["QTY_EXTREME"],
                1 => ["DATE_FUTURE"],
                2 => ["UNIT_SUSPECT", "DATE_FUTURE"],
                _ => [],
            },
            RecordProfile = state < 5 ? "MIN" : "STD",
            CompletenessScore = amount % 101,
        };

    private static readonly Gen<Case> One =
        from day in Gen.Int[0, 1500]
        from precision in Gen.Int[0, 7]
        from reporter in Country
        from country in Country
        from departure in Country
        from transits in Country.List[0, 2]
        from destination in Country
        from mode in Stated(["1", "2", "3", "4", "5"])
        from wheres in Stated(["5", "5.4", "3", "3.4", "1.3", "9.2", "4.1"]).List[0, 2]
        from how in Stated(["PURPOSE_BUILT", "MIXED", "SUBSTITUTED"])
        from text in Gen.OneOf(Texts)
        from place in Gen.OneOf(Places)
        from marking in Gen.Enum<Marking>()
        from persons in Gen.Int[-2, 3]
        from lines in Line.List[1, 3]
        select new Case
        {
            Id = "",
            SubmissionId = "",
            Source = reporter.Code.Length == 2 ? "alpha" : "beta",
            CaseRef = day % 3 == 0 ? null : $"REF/{day}",
            ReportingCountry = reporter,
            SeizureDate = Date(day, precision),
            ReportedDate = day % 4 == 0 ? null : new DateOnly(2021, 1, 1).AddDays(day + (precision * 9)),
            Country = country,
            PlaceName = place,
            Legs =
            [
                new(LegRole.Departure, departure, default),
                .. transits.Select(t => new RouteLeg(LegRole.Transit, t, default)),
                new(LegRole.Destination, destination, default),
            ],
            Conveyance = new(mode, default, default),
            Concealments = [.. wheres.Select(w => new Concealment(w, how, default))],
            Narrative = text,
            PersonsIntercepted = persons < 0 ? null : persons,
            Marking = marking,
            Seizures = lines,
        };

    /// <summary>So many cases, the same for the same seed.</summary>
    public static IReadOnlyList<Case> Of(int count, string seed)
    {
        Case[] made = [];
        One.Array[count].Sample(all => made = all, seed: seed, iter: 1, threads: 1);
        return
        [
            .. made.Select(
                (c, i) =>
                    c with
                    {
                        Id = $"case-{i:00000}",
                        SubmissionId = $"sub-{i / 100}",
                        Seizures = [.. c.Seizures.Select((s, k) => s with { Id = $"s-{i:00000}-{k}", Row = i + 2 })],
                    }
            ),
        ];
    }

    private static Gen<Stated> Stated(string[] codes) =>
        Gen.OneOf([.. codes, .. codes, .. Missing]).Select(c => c == NonValue.NotStated ? default : new Stated(c, null));

    private static string[] ProductsOf(string heading)
    {
        string[] codes = [.. Shipped.Lists["products"].Codes.Where(c => IsOf(c, heading)).Select(c => c.Value).Take(12)];
        return codes.Length > 0 ? codes : [NonValue.Unmapped];
    }

    private static bool IsOf(Code code, string heading) => code.Attribute("heading") == heading;

    private static SeizureDate Date(int day, int precision)
    {
        DateOnly at = new DateOnly(2021, 1, 1).AddDays(day);
        return precision switch
        {
            0 => new SeizureDate(new DateOnly(at.Year, 1, 1), DatePrecision.Year),
            1 => new SeizureDate(new DateOnly(at.Year, 1 + ((at.Month - 1) / 3 * 3), 1), DatePrecision.Quarter),
            2 => new SeizureDate(new DateOnly(at.Year, at.Month, 1), DatePrecision.Month),
            _ => new SeizureDate(at, DatePrecision.Day),
        };
    }
}
