using System.Globalization;
using System.Linq;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Tests.Reporting.Bulletins;

/// <summary>The key figures of the made-up region, and who reported.</summary>
internal static partial class BulletinFixture
{
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
}
