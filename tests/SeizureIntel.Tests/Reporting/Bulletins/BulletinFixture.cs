using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.CodeLists;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Reporting.Bulletins;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Values;

namespace SeizureIntel.Tests.Reporting.Bulletins;

/// <summary>Studies of a made-up region and year, in the shape that the studies return: enough to fill every part of a bulletin.</summary>
internal static partial class BulletinFixture
{
    public static readonly DateOnly From = new(2013, 1, 1);
    public static readonly DateOnly To = new(2013, 12, 31);

    private static readonly SeizureQuery Scope = new SeizureQuery { From = From, To = To }.With(
        "reporting_country",
        "AR",
        "BR",
        "CL",
        "CO",
        "EC",
        "PE",
        "VE"
    );
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
            SeizuresAboveCeiling = new Counted(14, "seizures"),
            Profiles = new Dictionary<string, Counted>
            {
                ["MIN"] = new(700, "seizures"),
                ["STD"] = new(300, "seizures"),
                ["PARTIAL"] = new(1617, "seizures"),
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
            Scope = new StudyScope { Reader = Reader.Owner, Query = Scope },
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
            Scope = new StudyScope
            {
                Reader = Reader.Owner,
                Query = Scope,
                Region = "South America",
            },
            Coverage = new ScopeCoverage(7, 5, 2410, 2617, 12),
            Findings = findings,
            Tables = tables,
        };

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
