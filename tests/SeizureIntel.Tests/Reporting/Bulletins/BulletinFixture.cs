using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.CodeLists;
using SeizureIntel.Queries;
using SeizureIntel.Reporting.Bulletins;
using SeizureIntel.Values;

namespace SeizureIntel.Tests.Reporting.Bulletins;

/// <summary>Studies of a made-up region and year, in the shape that the studies return: enough to fill every part of a bulletin.</summary>
internal static class BulletinFixture
{
    public static readonly DateOnly From = new(2013, 1, 1);
    public static readonly DateOnly To = new(2013, 12, 31);

    private static readonly SeizureQuery Scope = new SeizureQuery
    {
        From = From,
        To = To,
        Ceiling = Marking.Amber,
    }.With("reporting_country", "AR", "BR", "CL", "CO", "EC", "PE", "VE");
    private static readonly string[] Reporters = ["CO", "PE", "BR", "AR", "VE", "EC", "CL"];
    private static readonly int[] ByReporter = [1212, 640, 418, 207, 96, 41, 3];
    private static readonly int[] ByMonth = [190, 201, 214, 188, 197, 220, 231, 205, 342, 228, 210, 191];

    public static CodeListSet Codes { get; } =
        new([
            List(
                "headings",
                ("H01", "Drugs"),
                ("H02", "Tobacco"),
                ("H06", "Precursors"),
                ("H08", "Weapons and explosives"),
                ("H09", "Currency")
            ),
            List(
                "countries",
                ("AR", "Argentina"),
                ("BE", "Belgium"),
                ("BR", "Brazil"),
                ("CL", "Chile"),
                ("CO", "Colombia"),
                ("EC", "Ecuador"),
                ("ES", "Spain"),
                ("GH", "Ghana"),
                ("MX", "Mexico"),
                ("NL", "Netherlands"),
                ("PA", "Panama"),
                ("PE", "Peru"),
                ("PY", "Paraguay"),
                ("US", "United States of America"),
                ("VE", "Venezuela (Bolivarian Republic of)"),
                ("ZA", "South Africa")
            ),
            List(
                "products",
                ("cocaine_hcl", "Cocaine hydrochloride"),
                ("coca_paste", "Coca paste and base"),
                ("cannabis_herb", "Cannabis herb"),
                ("heroin", "Heroin"),
                ("cigarettes", "Cigarettes"),
                ("pistol", "Pistol"),
                ("banknotes", "Banknotes <all> & coins")
            ),
            List("units", ("KGM", "kilogram"), ("STICK", "stick"), ("H87", "piece")),
            List(
                "mode_of_transport",
                ("1", "Maritime"),
                ("3", "Road"),
                ("4", "Air"),
                ("5", "Mail"),
                ("31", "Commercial road"),
                ("52", "Express courier")
            ),
            List(
                "concealment",
                ("1", "Person"),
                ("1.3", "Swallowed or body-packed"),
                ("2", "Baggage"),
                ("2.2", "False bottom or wall of a suitcase"),
                ("3.4", "Behind the dashboard"),
                ("4.3", "Inside a product"),
                ("5.1", "Rip-on/rip-off behind the container doors"),
                ("9.2", "Parcel")
            ),
        ]);

    public static BulletinRequest Request { get; } =
        new()
        {
            Region = "South America",
            From = From,
            To = To,
            Marking = Marking.Amber,
            DataCutOff = new DateTimeOffset(2014, 1, 15, 6, 0, 0, TimeSpan.Zero),
            IssuedOn = new DateOnly(2014, 1, 20),
            Originator = "Regional Intelligence Liaison Office",
            Contact = "rilo@example.org",
            ExpectedReporters = ["AR", "BO", "BR", "CL", "CO", "EC", "GY", "PE", "PY", "SR", "UY", "VE"],
            SeizuresAboveCeiling = 14,
            Profiles = new Dictionary<string, int>
            {
                ["MIN"] = 700,
                ["STD"] = 300,
                ["PARTIAL"] = 1617,
            },
        };

    public static IReadOnlyList<StudyResult> Studies { get; } =
    [Overview(), Coverage(), Trends(), Routes(0.62), Concealment(), SmallArms()];

    /// <summary>Routes of which only the given share is known.</summary>
    public static IReadOnlyList<StudyResult> StudiesWithKnownRoutes(double share) =>
        [.. Studies.Select(s => s.Study == "routes" ? Routes(share) : s)];

    public static StudyResult Nothing(string study) =>
        new()
        {
            Study = study,
            AsOf = null,
            Scope = new StudyScope { Query = Scope },
            Coverage = new ScopeCoverage(0, 0, 0, 0, null),
            Findings = [],
        };

    public static Finding Found(
        string kind,
        double? q,
        Known known,
        double value,
        string unit,
        int reporters,
        params (string Field, string Code)[] subject
    )
    {
        var about = subject.ToDictionary(s => s.Field, s => (IReadOnlyList<string>)[s.Code]);
        var period = new Period(new DateOnly(2013, 9, 1), new DateOnly(2013, 9, 30), "month");
        return new Finding
        {
            Id = FindingId.Of(kind, about, period),
            Kind = kind,
            Subject = about,
            Period = period,
            Figure = new Figure(value, unit),
            Baseline = q is null ? null : new Baseline(value / 2, value / 4, value * 0.8, 0.99),
            Effect = q is null ? null : new Effect("rate_ratio", 2, 1.4, 2.9, 0.95),
            N = (int)Math.Round(value),
            Known = known,
            Reporters = reporters,
            P = q / 10,
            Q = q,
            Rank = q is null ? 0 : 5,
            Method = q is null ? "quarters-without-a-seizure" : "farrington-flexible",
            Caveats = reporters == 1 ? ["single reporter"] : [],
            Evidence = SeenWithin(period, (int)Math.Round(value), [.. subject.Where(s => s.Field != "field")]),
        };
    }

    public static StudyResult Study(string name, IReadOnlyList<Finding> findings, params FigureTable[] tables) =>
        new()
        {
            Study = name,
            AsOf = To,
            Scope = new StudyScope { Query = Scope, Region = "South America" },
            Coverage = new ScopeCoverage(7, 5, 2410, 2617, 12),
            Findings = findings,
            Tables = tables,
        };

    private static StudyResult Overview() =>
        Study(
            "overview",
            [],
            Table(
                "key_figures",
                "Key figures",
                null,
                [
                    new("figure", "Figure"),
                    new("label", "What is counted"),
                    new("value", "Value", "count"),
                    new("unit", "Unit"),
                    new("previous", "Same period a year before", "count"),
                    new("change_all", "Change, all reporters", "share"),
                    new("change_panel", "Change, constant panel", "share"),
                ],
                ((object?[])["seizures", "Seizures", 2617, "seizures", 2301, 0.137, 0.041], Seen(2617)),
                (["cases", "Cases", 2410, "cases", 2150, 0.121, -0.012], Seen(2617)),
                (["reporters", "Reporting countries", 7, "reporters", 6, null, null], Seen(2617))
            ),
            Table(
                "headings",
                "Headings",
                null,
                [
                    new("heading", "Heading", CodeField: "heading"),
                    new("seizures", "Seizures", "seizures"),
                    new("cases", "Cases", "cases"),
                    new("quantity", "Quantity", "unit"),
                    new("unit", "Unit", CodeField: "unit"),
                    new("previous_seizures", "Seizures a year before", "seizures"),
                    new("change_all", "Change, all reporters", "share"),
                    new("change_panel", "Change, constant panel", "share"),
                ],
                ((object?[])["H01", 2431, 2260, 184203.25, "KGM", 2190, 0.11, 0.05], Seen(2431, ("heading", "H01"))),
                (["H02", 117, 110, 4200000.0, "STICK", 80, 0.4625, 0.31], Seen(117, ("heading", "H02"))),
                (["H09", 48, 40, null, null, 21, null, null], Seen(48, ("heading", "H09"))),
                (["H08", 21, 18, 44.0, "H87", 10, 1.1, 0.9], Seen(21, ("heading", "H08")))
            ),
            Table(
                "monthly",
                "Seizures a month",
                null,
                [new("month", "Month"), new("all", "All reporters", "seizures"), new("panel", "Constant panel", "seizures")],
                [.. ByMonth.Select((n, i) => ((object?[])[Month(i), n, (int)(n * 0.8)], (Evidence?)Within(n, i)))]
            ),
            Table(
                "products",
                "Products",
                new Known(2560, 2617),
                [
                    new("product", "Product", CodeField: "product"),
                    new("heading", "Heading", CodeField: "heading"),
                    new("seizures", "Seizures", "seizures"),
                    new("cases", "Cases", "cases"),
                    new("quantity", "Quantity", "unit"),
                    new("unit", "Unit", CodeField: "unit"),
                ],
                ((object?[])["cocaine_hcl", "H01", 1404, 1350, 96412.5, "KGM"], Seen(1404, ("product", "cocaine_hcl"))),
                (["coca_paste", "H01", 702, 690, 41230.0, "KGM"], Seen(702, ("product", "coca_paste"))),
                (["cannabis_herb", "H01", 260, 255, 46560.75, "KGM"], Seen(260, ("product", "cannabis_herb"))),
                (["cigarettes", "H02", 117, 110, 4200000.0, "STICK"], Seen(117, ("product", "cigarettes"))),
                (["heroin", "H01", 65, 61, 0.75, "KGM"], Seen(65, ("product", "heroin"))),
                (["banknotes", "H09", 48, 40, null, null], Seen(48, ("product", "banknotes"))),
                (["pistol", "H08", 21, 18, 44.0, "H87"], Seen(21, ("product", "pistol")))
            ),
            Table(
                "reporters",
                "Reporting countries",
                null,
                [
                    new("reporting_country", "Reporting country", CodeField: "reporting_country"),
                    new("seizures", "Seizures", "seizures"),
                    new("cases", "Cases", "cases"),
                    new("share", "Share of seizures", "share"),
                ],
                [
                    .. Reporters.Select(
                        (c, i) =>
                            (
                                (object?[])[c, ByReporter[i], ByReporter[i], ByReporter[i] / 2617.0],
                                (Evidence?)Seen(ByReporter[i], ("reporting_country", c))
                            )
                    ),
                ]
            ),
            Table(
                "salw",
                "Small arms and light weapons",
                null,
                [
                    new("measure", "Measure"),
                    new("label", "What is counted"),
                    new("value", "Value", "unit"),
                    new("unit", "Unit", CodeField: "unit"),
                    new("n", "n", "records"),
                    new("of", "of", "records"),
                ],
                (
                    (object?[])["seizures", "Seizures of weapons, parts, ammunition and explosives", 21, "seizures", 21, 21],
                    Seen(21, ("heading", "H08"))
                ),
                (["weapons", "Weapons", 44.0, "H87", 15, 21], Seen(21, ("heading", "H08"))),
                (["weapons_per_case", "Weapons per case with weapons", 3.14, "H87 per case", 14, 18], Seen(21, ("heading", "H08"))),
                (["marked_share", "Share of weapon records with a unique marking", 0.625, "share", 8, 15], Seen(21, ("heading", "H08"))),
                (["traced_share", "Share of weapon records traced", null, "share", 0, 15], null)
            )
        );

    private static StudyResult Coverage() =>
        Study(
            "coverage",
            [
                Found("silent_reporter", null, new Known(2617, 2617), 3, "quarters", 1, ("reporting_country", "VE")),
                Found("missing_field", null, new Known(210, 2617), 0.08, "share", 7, ("field", "selection_basis")),
            ],
            Table(
                "strip",
                "Who reported when",
                null,
                [
                    new("reporting_country", "Reporting country", CodeField: "reporting_country"),
                    new("quarter", "Quarter"),
                    new("seizures", "Seizures of any heading", "seizures"),
                ],
                [
                    .. Reporters.SelectMany(
                        (c, i) =>
                            Enumerable
                                .Range(0, 8)
                                .Select(q =>
                                    (
                                        (object?[])
                                            [
                                                c,
                                                string.Create(CultureInfo.InvariantCulture, $"{2012 + q / 4}-Q{q % 4 + 1}"),
                                                c == "VE" && q > 4 || c == "CL" && q < 7 ? 0 : ByReporter[i] / 4 + q,
                                            ],
                                        (Evidence?)null
                                    )
                                )
                    ),
                ]
            ),
            Table(
                "fields",
                "Which fields are filled",
                null,
                [
                    new("field", "Field"),
                    new("known", "Known", "seizures"),
                    new("of", "Of", "seizures"),
                    new("share", "Share known", "share"),
                ],
                ((object?[])["mode_of_transport", 2100, 2617, 0.802], Seen(2100, ("mode_of_transport", "*"))),
                (["selection_basis", 210, 2617, 0.080], Seen(210, ("selection_basis", "*"))),
                (["quantity", 2600, 2617, 0.9935], null)
            )
        );

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

    private static FigureTable Table(
        string id,
        string title,
        Known? known,
        IReadOnlyList<TableColumn> columns,
        params IReadOnlyList<(object?[] Cells, Evidence? Evidence)> rows
    ) =>
        new()
        {
            Id = id,
            Title = title,
            Columns = columns,
            Rows = [.. rows.Select(r => new TableRow(r.Cells, r.Evidence))],
            Known = known ?? new Known(2617, 2617),
        };

    private static Evidence Seen(int count, params IReadOnlyList<(string Field, string Code)> where)
    {
        SeizureQuery query = Scope;
        foreach ((string field, string code) in where)
            query = query.With(field, code);
        return new Evidence(query, count);
    }

    private static Evidence SeenWithin(Period period, int count, params IReadOnlyList<(string Field, string Code)> where)
    {
        Evidence seen = Seen(count, where);
        return seen with { Query = seen.Query.Within(period.From, period.To) };
    }

    private static Evidence Within(int count, int month) =>
        new(Scope.Within(new DateOnly(2013, month + 1, 1), new DateOnly(2013, month + 1, 1).AddMonths(1).AddDays(-1)), count);

    private static string Month(int index) => string.Create(CultureInfo.InvariantCulture, $"2013-{index + 1:00}");

    private static CodeList List(string name, params (string Code, string Label)[] rows) =>
        new(
            name,
            [
                .. rows.Select(r => new Code(
                    r.Code,
                    null,
                    new Dictionary<string, string> { ["en"] = r.Label },
                    new Dictionary<string, string>()
                )),
            ],
            []
        );
}
