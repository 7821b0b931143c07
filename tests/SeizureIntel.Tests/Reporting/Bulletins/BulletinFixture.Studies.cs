using System.Linq;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Tests.Reporting.Bulletins;

/// <summary>Trends, routes, concealment and small arms of the made-up region.</summary>
internal static partial class BulletinFixture
{
    private static StudyResult Trends() =>
        Study(
            "trends",
            [
                Found("exceedance", 0.0004, new Known(2431, 2431), 331, "seizures", 5, ("heading", "H01")),
                Found(
                    "exceedance",
                    0.03,
                    new Known(702, 702),
                    120,
                    "seizures",
                    1,
                    ("heading", "H01"),
                    ("product", "coca_paste"),
                    ("reporting_country", "PE")
                ),
                Found("exceedance", 0.04, new Known(12, 117), 12, "seizures", 2, ("heading", "H02"), ("departure_country", "PY")),
            ],
            Table(
                "monthly/H01",
                "Drugs: seizures a month",
                null,
                [
                    new("month", "Month"),
                    new("all", "All reporters", "seizures"),
                    new("panel", "Constant panel", "seizures"),
                    new("baseline", "Expected", "seizures"),
                    new("low", "Low", "seizures"),
                    new("high", "High", "seizures"),
                ],
                [
                    .. ByMonth.Select(
                        (n, i) =>
                            (
                                (object?[])
                                    [Month(i), n - 11, (int)(n * 0.8), i < 2 ? null : 205.0, i < 2 ? null : 160.0, i < 2 ? null : 255.0],
                                (Evidence?)Within(n, i)
                            )
                    ),
                ]
            ),
            Table(
                "monthly/H02",
                "Tobacco: seizures a month",
                null,
                [
                    new("month", "Month"),
                    new("all", "All reporters", "seizures"),
                    new("panel", "Constant panel", "seizures"),
                    new("baseline", "Expected", "seizures"),
                    new("low", "Low", "seizures"),
                    new("high", "High", "seizures"),
                ],
                [.. ByMonth.Select((n, i) => ((object?[])[Month(i), n % 13, n % 7, null, null, null], (Evidence?)Within(n, i)))]
            )
        );

    private static StudyResult Routes(double known) =>
        Study(
            "routes",
            [Found("emerging", 0.002, new Known((int)(2431 * known), 2431), 41, "seizures", 3, ("heading", "H01"), ("leg", "PE>ZA"))],
            Table(
                "routes/H01",
                "Routes",
                new Known((int)(2431 * known), 2431),
                [
                    new("path", "Route"),
                    new("departure_country", "From", CodeField: "departure_country"),
                    new("transit_countries", "Through"),
                    new("destination_country", "To", CodeField: "destination_country"),
                    new("seizures", "Seizures", "seizures"),
                    new("cases", "Cases", "cases"),
                    new("quantity", "Quantity", "unit"),
                    new("unit", "Unit", CodeField: "unit"),
                ],
                ((object?[])["CO>PA>ES", "CO", "PA", "ES", 311, 300, 2120.5, "KGM"], Seen(311, ("path", "CO>PA>ES"))),
                (["PE>NL", "PE", "", "NL", 164, 160, 812.25, "KGM"], Seen(164, ("path", "PE>NL"))),
                (["PE>ZA", "PE", "", "ZA", 41, 41, 96.0, "KGM"], Seen(41, ("path", "PE>ZA")))
            ),
            Table(
                "legs/H01",
                "Legs",
                new Known((int)(2431 * known), 2431),
                [
                    new("leg", "Leg"),
                    new("from", "From", CodeField: "departure_country"),
                    new("to", "To", CodeField: "destination_country"),
                    new("seizures", "Seizures", "seizures"),
                    new("quantity", "Quantity", "unit"),
                    new("unit", "Unit", CodeField: "unit"),
                ],
                [
                    .. new[]
                    {
                        ("CO", "PA", 330),
                        ("PA", "ES", 311),
                        ("CO", "US", 180),
                        ("PE", "NL", 164),
                        ("EC", "BE", 88),
                        ("BR", "ES", 80),
                        ("VE", "MX", 60),
                        ("PE", "ZA", 41),
                        ("BR", "GH", 35),
                        ("PY", "AR", 30),
                        ("CO", "CO", 12),
                        ("CO", "ZZ", 9),
                    }.Select(l =>
                        (
                            (object?[])[$"{l.Item1}>{l.Item2}", l.Item1, l.Item2, l.Item3, null, null],
                            (Evidence?)Seen(l.Item3, ("leg", $"{l.Item1}>{l.Item2}"))
                        )
                    ),
                ]
            )
        );

    private static StudyResult Concealment() =>
        Study(
            "concealment",
            [
                Found(
                    "association",
                    0.01,
                    new Known(1900, 2431),
                    58,
                    "seizures",
                    4,
                    ("heading", "H01"),
                    ("concealment", "5.1"),
                    ("mode_of_transport", "1")
                ),
            ],
            Table(
                "grid/H01",
                "Concealment by means of transport",
                new Known(1900, 2431),
                [
                    new("concealment", "Where hidden", CodeField: "concealment"),
                    new("mode_of_transport", "Means of transport", CodeField: "mode_of_transport"),
                    new("seizures", "Seizures", "seizures"),
                ],
                [
                    .. new[]
                    {
                        ("1.3", "4", 612),
                        ("2.2", "4", 540),
                        ("5.1", "1", 58),
                        ("3.4", "3", 210),
                        ("9.2", "5", 302),
                        ("9.2", "52", 77),
                        ("4.3", "1", 41),
                        ("4.3", "4", 33),
                        ("4.3", "31", 27),
                    }.Select(c =>
                        (
                            (object?[])[c.Item1, c.Item2, c.Item3],
                            (Evidence?)Seen(c.Item3, ("concealment", c.Item1), ("mode_of_transport", c.Item2))
                        )
                    ),
                ]
            )
        );

    private static StudyResult SmallArms() =>
        Study("small-arms", [Found("weapons_per_case", null, new Known(14, 18), 3.14, "weapons", 2, ("heading", "H08"))]);
}
