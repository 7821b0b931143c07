using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Synthetic.Region;

namespace SeizureIntel.Synthetic.Patterns;

/// <summary>The patterns of the simulated region: ten that a study should find, and three that it must not take for a change of smuggling.</summary>
internal sealed class PlantedPatterns(Calendar calendar)
{
    private const double NewTermShare = 0.2;

    /// <summary>All patterns.</summary>
    public IReadOnlyList<Pattern> All() =>
        [
            Burst("burst-mdma-pt", "PT", "mdma", 30, 12),
            Burst("burst-firearm-parts-de", "DE", "firearm_parts", 22, 11),
            LastingShift(),
            SlowRise(),
            EmergingRoute(),
            FadingRoute(),
            Displacement(),
            FuelTankSpirits(),
            NovelDoubleWall(),
            WeaponsWithCash(),
            NewTerm(),
            Season(),
            DoubledReporting(),
            NewReporter(),
            SilentReporter(),
        ];

    private Pattern Burst(string id, string reporter, string product, int weeksBeforeEnd, int cases)
    {
        int week = calendar.Weeks - weeksBeforeEnd;
        SimulatedGoods goods = OfProduct(product);
        return new Pattern
        {
            Answer = Say(
                id,
                "exceedance",
                true,
                Subject(("heading", goods.Heading), ("product", product), ("reporting_country", reporter)),
                week,
                week,
                $"{cases} cases in one week above a mean below 2"
            ),
            Extra = (w, chance) =>
                w == week ? Enumerable.Range(0, cases).Select(_ => calendar.Case(OfReporter(reporter), goods, w, chance)) : [],
        };
    }

    private Pattern LastingShift()
    {
        int start = calendar.Weeks - 70;
        return new Pattern
        {
            Answer = Say(
                "shift-cigarettes-nl",
                "shift",
                true,
                Subject(("heading", "H02"), ("product", "cigarettes"), ("reporting_country", "NL")),
                start,
                calendar.Weeks - 1,
                "5 more cases a week from the date on"
            ),
            Extra = (w, chance) =>
                w >= start ? Several(5, chance, () => calendar.Case(OfReporter("NL"), OfProduct("cigarettes"), w, chance)) : [],
        };
    }

    private Pattern SlowRise() =>
        new()
        {
            Answer = Say(
                "trend-clothing",
                "trend",
                true,
                Subject(("heading", "H05")),
                0,
                calendar.Weeks - 1,
                "the rate grows by half every year at every reporter"
            ),
            Rate = (_, goods, week) => goods.Heading == "H05" ? Math.Pow(1.5, (week / 52.0) - 2) : 1,
        };

    private Pattern EmergingRoute()
    {
        int start = calendar.Weeks - 26;
        return new Pattern
        {
            Answer = Say(
                "emerging-ec-es-hr",
                "emerging",
                true,
                Subject(("leg", "ES>HR"), ("departure_country", "EC"), ("destination_country", "HR"), ("product", "cocaine")),
                start,
                calendar.Weeks - 1,
                "a route never seen before carries 4 cases a week"
            ),
            Extra = (w, chance) =>
                w >= start
                    ? Several(4, chance, () =>
                        calendar.Case(OfReporter("ES"), OfProduct("cocaine"), w, chance) with
                        {
                            Departure = "EC",
                            Transits = [],
                            Destination = "HR",
                            Mode = "1",
                        }
                    )
                    : [],
        };
    }

    private Pattern FadingRoute()
    {
        int end = calendar.Weeks - 60;
        return new Pattern
        {
            Answer = Say(
                "fading-py-ar",
                "fading",
                true,
                Subject(("leg", "AR>CL"), ("departure_country", "PY"), ("destination_country", "CL"), ("product", "cannabis_herb")),
                end,
                calendar.Weeks - 1,
                "a route of 4 cases a week stops"
            ),
            Extra = (w, chance) =>
                w < end
                    ? Several(4, chance, () =>
                        calendar.Case(OfReporter("AR"), OfProduct("cannabis_herb"), w, chance) with
                        {
                            Departure = "PY",
                            Transits = [],
                            Destination = "CL",
                            Mode = "3",
                        }
                    )
                    : [],
        };
    }

    private Pattern Displacement()
    {
        int change = calendar.Weeks - 90;
        return new Pattern
        {
            Answer = Say(
                "displacement-co-nl",
                "displacement",
                true,
                Subject(("departure_country", "CO"), ("destination_country", "NL"), ("transit_countries", "DO"), ("product", "cocaine")),
                change,
                calendar.Weeks - 1,
                "6 cases a week go by way of DO instead of directly; the total stays"
            ),
            Extra = (w, chance) =>
                Several(6, chance, () =>
                    calendar.Case(OfReporter("NL"), OfProduct("cocaine"), w, chance) with
                    {
                        Departure = "CO",
                        Transits = w >= change ? ["DO"] : [],
                        Destination = "NL",
                        Mode = "1",
                    }
                ),
        };
    }

    private Pattern FuelTankSpirits() =>
        new()
        {
            Answer = Say(
                "association-spirits-fuel-tank",
                "association",
                true,
                Subject(("product", "spirits"), ("concealment", "3.3"), ("mode_of_transport", "3")),
                0,
                calendar.Weeks - 1,
                "80 % of spirits by road are in the fuel tank, against a quarter of other goods"
            ),
            Alter = (c, _, chance) =>
                c.Goods.Product == "spirits" && c.Mode == "3" && chance.Happens(0.8)
                    ? c with
                    {
                        Concealment = "3.3",
                        ConcealmentWords = "fuel tank",
                    }
                    : c,
        };

    private Pattern NovelDoubleWall()
    {
        int start = calendar.Weeks - 45;
        return new Pattern
        {
            Answer = Say(
                "novel-double-wall",
                "novel",
                true,
                Subject(("product", "cigarettes"), ("concealment", "3.5"), ("mode_of_transport", "3")),
                start,
                calendar.Weeks - 1,
                "a hiding place never seen before takes 40 % of cigarettes by road"
            ),
            Alter = (c, week, chance) =>
                week >= start && c.Goods.Product == "cigarettes" && c.Mode == "3" && chance.Happens(0.4)
                    ? c with
                    {
                        Concealment = "3.5",
                        ConcealmentWords = "double bulkhead of the trailer",
                    }
                    : c,
        };
    }

    private Pattern WeaponsWithCash() =>
        new()
        {
            Answer = Say(
                "poly-crime-pistol-cash",
                "poly_crime",
                true,
                Subject(("heading", "H08"), ("case_headings", "H09")),
                0,
                calendar.Weeks - 1,
                "cash is found with 45 % of pistols"
            ),
            Alter = (c, _, chance) =>
                c.Goods.Product == "pistol" && chance.Happens(0.45) ? c with { Companion = OfProduct("banknotes") } : c,
        };

    private Pattern NewTerm()
    {
        int start = calendar.Weeks - 40;
        return new Pattern
        {
            Answer = Say(
                "new-term-magnetic-pouch",
                "new_term",
                true,
                Subject(("narrative", "magnetic pouch")),
                start,
                calendar.Weeks - 1,
                "a fifth of cocaine narratives mention a magnetic pouch"
            ),
            Alter = (c, week, chance) =>
                week >= start && c.Goods.Product == "cocaine" && c.Narrative is not null && chance.Happens(NewTermShare)
                    ? c with
                    {
                        Narrative = "Packages held in a magnetic pouch under the frame.",
                    }
                    : c,
        };
    }

    private Pattern Season() =>
        new()
        {
            Answer = Say(
                "season-cigarettes",
                "season",
                false,
                Subject(("heading", "H02"), ("product", "cigarettes")),
                0,
                calendar.Weeks - 1,
                "cigarettes peak every July: a season, no change"
            ),
        };

    private Pattern DoubledReporting()
    {
        int start = calendar.Weeks - 55;
        return new Pattern
        {
            Answer = Say(
                "artefact-be",
                "reporter_artefact",
                false,
                Subject(("reporting_country", "BE")),
                start,
                calendar.Weeks - 1,
                "BE reports three times as many cases of everything: a change of who reports"
            ),
            Rate = (reporter, _, week) => reporter.Country == "BE" && week >= start ? 3 : 1,
        };
    }

    private Pattern NewReporter()
    {
        int start = calendar.Weeks - 100;
        return new Pattern
        {
            Answer = Say(
                "new-reporter-uy",
                "new_reporter",
                false,
                Subject(("reporting_country", "UY")),
                start,
                calendar.Weeks - 1,
                "UY starts to report: a change of who reports"
            ),
            Rate = (reporter, _, week) => reporter.Country == "UY" && week < start ? 0 : 1,
        };
    }

    private Pattern SilentReporter()
    {
        int start = calendar.Weeks - 32;
        return new Pattern
        {
            Answer = Say(
                "silent-reporter-bo",
                "silent_reporter",
                false,
                Subject(("reporting_country", "BO")),
                start,
                calendar.Weeks - 1,
                "BO stops reporting: a change of who reports"
            ),
            Rate = (reporter, _, week) => reporter.Country == "BO" && week >= start ? 0 : 1,
        };
    }

    private static IEnumerable<SimulatedCase> Several(double mean, Chance chance, Func<SimulatedCase> make)
    {
        int count = chance.Count(mean, 1.2);
        for (int i = 0; i < count; i++)
            yield return make();
    }

    private Answer Say(
        string id,
        string kind,
        bool mustFind,
        IReadOnlyDictionary<string, IReadOnlyList<string>> subject,
        int firstWeek,
        int lastWeek,
        string effect
    ) => new(id, kind, mustFind, subject, calendar.Monday(firstWeek), calendar.Monday(lastWeek).AddDays(6), effect);

    private static Dictionary<string, IReadOnlyList<string>> Subject(params ReadOnlySpan<(string Field, string Code)> fields)
    {
        var subject = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach ((string field, string code) in fields)
            subject[field] = [code];
        return subject;
    }

    private static Reporter OfReporter(string country) => Atlas.Reporters.First(r => r.Country == country);

    private static SimulatedGoods OfProduct(string product) => Atlas.Goods.First(g => g.Product == product);
}
