using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SeizureIntel.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bulletins",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: true),
                    period_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    period_to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    marking = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    document_json = table.Column<string>(type: "TEXT", nullable: false),
                    html = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bulletins", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    first_case = table.Column<long>(type: "INTEGER", nullable: false),
                    last_case = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    leased_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_parked = table.Column<bool>(type: "INTEGER", nullable: false),
                    error = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "submissions",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    size_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    rows_read = table.Column<int>(type: "INTEGER", nullable: false),
                    rows_accepted = table.Column<int>(type: "INTEGER", nullable: false),
                    rows_rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    rows_skipped = table.Column<int>(type: "INTEGER", nullable: false),
                    seizures = table.Column<int>(type: "INTEGER", nullable: false),
                    cases = table.Column<int>(type: "INTEGER", nullable: false),
                    exact_duplicates = table.Column<int>(type: "INTEGER", nullable: false),
                    values_masked = table.Column<int>(type: "INTEGER", nullable: false),
                    issue_counts = table.Column<string>(type: "TEXT", nullable: false),
                    read_as = table.Column<string>(type: "TEXT", nullable: false),
                    seconds = table.Column<double>(type: "REAL", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_submissions", x => x.number);
                }
            );

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    case_number = table.Column<long>(type: "INTEGER", nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    submission_number = table.Column<long>(type: "INTEGER", nullable: false),
                    case_ref = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    repeats_case_ref = table.Column<bool>(type: "INTEGER", nullable: false),
                    reporting_country = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    reporting_country_text = table.Column<string>(type: "TEXT", nullable: true),
                    reporting_service = table.Column<string>(type: "TEXT", nullable: true),
                    reporting_service_text = table.Column<string>(type: "TEXT", nullable: true),
                    seizure_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    date_precision = table.Column<string>(type: "TEXT", nullable: false),
                    reported_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    country = table.Column<string>(type: "TEXT", nullable: true),
                    country_text = table.Column<string>(type: "TEXT", nullable: true),
                    admin1 = table.Column<string>(type: "TEXT", nullable: true),
                    admin1_text = table.Column<string>(type: "TEXT", nullable: true),
                    place_name = table.Column<string>(type: "TEXT", nullable: true),
                    unlocode = table.Column<string>(type: "TEXT", nullable: true),
                    unlocode_text = table.Column<string>(type: "TEXT", nullable: true),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true),
                    place_type = table.Column<string>(type: "TEXT", nullable: true),
                    place_type_text = table.Column<string>(type: "TEXT", nullable: true),
                    border_context = table.Column<string>(type: "TEXT", nullable: true),
                    border_context_text = table.Column<string>(type: "TEXT", nullable: true),
                    direction = table.Column<string>(type: "TEXT", nullable: true),
                    direction_text = table.Column<string>(type: "TEXT", nullable: true),
                    traffic_type = table.Column<string>(type: "TEXT", nullable: true),
                    traffic_type_text = table.Column<string>(type: "TEXT", nullable: true),
                    customs_procedure = table.Column<string>(type: "TEXT", nullable: true),
                    customs_procedure_text = table.Column<string>(type: "TEXT", nullable: true),
                    declaration_status = table.Column<string>(type: "TEXT", nullable: true),
                    declaration_status_text = table.Column<string>(type: "TEXT", nullable: true),
                    mode_of_transport = table.Column<string>(type: "TEXT", nullable: true),
                    mode_of_transport_text = table.Column<string>(type: "TEXT", nullable: true),
                    conveyance_type = table.Column<string>(type: "TEXT", nullable: true),
                    conveyance_type_text = table.Column<string>(type: "TEXT", nullable: true),
                    flag_country = table.Column<string>(type: "TEXT", nullable: true),
                    flag_country_text = table.Column<string>(type: "TEXT", nullable: true),
                    cover_goods = table.Column<string>(type: "TEXT", nullable: true),
                    selection_basis = table.Column<string>(type: "TEXT", nullable: true),
                    selection_basis_text = table.Column<string>(type: "TEXT", nullable: true),
                    detection_technique = table.Column<string>(type: "TEXT", nullable: true),
                    detection_technique_text = table.Column<string>(type: "TEXT", nullable: true),
                    risk_indicators = table.Column<string>(type: "TEXT", nullable: true),
                    risk_indicators_text = table.Column<string>(type: "TEXT", nullable: true),
                    narrative = table.Column<string>(type: "TEXT", nullable: true),
                    persons_intercepted = table.Column<long>(type: "INTEGER", nullable: true),
                    nationalities = table.Column<string>(type: "TEXT", nullable: true),
                    nationalities_text = table.Column<string>(type: "TEXT", nullable: true),
                    disposition = table.Column<string>(type: "TEXT", nullable: true),
                    disposition_text = table.Column<string>(type: "TEXT", nullable: true),
                    prosecution = table.Column<string>(type: "TEXT", nullable: true),
                    prosecution_text = table.Column<string>(type: "TEXT", nullable: true),
                    conviction = table.Column<string>(type: "TEXT", nullable: true),
                    conviction_text = table.Column<string>(type: "TEXT", nullable: true),
                    trace_status = table.Column<string>(type: "TEXT", nullable: true),
                    trace_status_text = table.Column<string>(type: "TEXT", nullable: true),
                    marking = table.Column<string>(type: "TEXT", nullable: false),
                    handling = table.Column<string>(type: "TEXT", nullable: true),
                    handling_text = table.Column<string>(type: "TEXT", nullable: true),
                    operation = table.Column<string>(type: "TEXT", nullable: true),
                    alert_ref = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases", x => x.case_number);
                    table.ForeignKey(
                        name: "FK_cases_submissions_submission_number",
                        column: x => x.submission_number,
                        principalTable: "submissions",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "issues",
                columns: table => new
                {
                    submission_number = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    row = table.Column<long>(type: "INTEGER", nullable: false),
                    field = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issues", x => new { x.submission_number, x.position });
                    table.ForeignKey(
                        name: "FK_issues_submissions_submission_number",
                        column: x => x.submission_number,
                        principalTable: "submissions",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "rejections",
                columns: table => new
                {
                    submission_number = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    row = table.Column<long>(type: "INTEGER", nullable: false),
                    field = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rejections", x => new { x.submission_number, x.position });
                    table.ForeignKey(
                        name: "FK_rejections_submissions_submission_number",
                        column: x => x.submission_number,
                        principalTable: "submissions",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "concealments",
                columns: table => new
                {
                    case_number = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    concealment = table.Column<string>(type: "TEXT", nullable: true),
                    concealment_text = table.Column<string>(type: "TEXT", nullable: true),
                    concealment_how = table.Column<string>(type: "TEXT", nullable: true),
                    concealment_how_text = table.Column<string>(type: "TEXT", nullable: true),
                    concealment_level = table.Column<string>(type: "TEXT", nullable: true),
                    concealment_level_text = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_concealments", x => new { x.case_number, x.position });
                    table.ForeignKey(
                        name: "FK_concealments_cases_case_number",
                        column: x => x.case_number,
                        principalTable: "cases",
                        principalColumn: "case_number",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "route_legs",
                columns: table => new
                {
                    case_number = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    country = table.Column<string>(type: "TEXT", nullable: true),
                    country_text = table.Column<string>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    place_text = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_route_legs", x => new { x.case_number, x.position });
                    table.ForeignKey(
                        name: "FK_route_legs_cases_case_number",
                        column: x => x.case_number,
                        principalTable: "cases",
                        principalColumn: "case_number",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "seizures",
                columns: table => new
                {
                    case_number = table.Column<long>(type: "INTEGER", nullable: false),
                    item = table.Column<long>(type: "INTEGER", nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    row = table.Column<long>(type: "INTEGER", nullable: false),
                    heading = table.Column<string>(type: "TEXT", nullable: true),
                    heading_text = table.Column<string>(type: "TEXT", nullable: true),
                    product = table.Column<string>(type: "TEXT", nullable: true),
                    product_text = table.Column<string>(type: "TEXT", nullable: true),
                    quantity = table.Column<decimal>(type: "TEXT", nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: true),
                    quantity_text = table.Column<string>(type: "TEXT", nullable: true),
                    quantity_2 = table.Column<decimal>(type: "TEXT", nullable: true),
                    unit_2 = table.Column<string>(type: "TEXT", nullable: true),
                    value = table.Column<decimal>(type: "TEXT", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: true),
                    hs_code = table.Column<string>(type: "TEXT", nullable: true),
                    hs_code_text = table.Column<string>(type: "TEXT", nullable: true),
                    brand = table.Column<string>(type: "TEXT", nullable: true),
                    species = table.Column<string>(type: "TEXT", nullable: true),
                    species_text = table.Column<string>(type: "TEXT", nullable: true),
                    authenticity = table.Column<string>(type: "TEXT", nullable: true),
                    authenticity_text = table.Column<string>(type: "TEXT", nullable: true),
                    firearm_type = table.Column<string>(type: "TEXT", nullable: true),
                    firearm_type_text = table.Column<string>(type: "TEXT", nullable: true),
                    firearm_make = table.Column<string>(type: "TEXT", nullable: true),
                    firearm_model = table.Column<string>(type: "TEXT", nullable: true),
                    calibre = table.Column<string>(type: "TEXT", nullable: true),
                    calibre_text = table.Column<string>(type: "TEXT", nullable: true),
                    serial_numbers = table.Column<long>(type: "INTEGER", nullable: true),
                    country_of_manufacture = table.Column<string>(type: "TEXT", nullable: true),
                    country_of_manufacture_text = table.Column<string>(type: "TEXT", nullable: true),
                    import_marks = table.Column<string>(type: "TEXT", nullable: true),
                    import_marks_text = table.Column<string>(type: "TEXT", nullable: true),
                    marking_status = table.Column<string>(type: "TEXT", nullable: true),
                    marking_status_text = table.Column<string>(type: "TEXT", nullable: true),
                    exact_duplicate = table.Column<bool>(type: "INTEGER", nullable: false),
                    outlier_flags = table.Column<string>(type: "TEXT", nullable: true),
                    record_profile = table.Column<string>(type: "TEXT", nullable: false),
                    completeness_score = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seizures", x => new { x.case_number, x.item });
                    table.ForeignKey(
                        name: "FK_seizures_cases_case_number",
                        column: x => x.case_number,
                        principalTable: "cases",
                        principalColumn: "case_number",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_cases_case_ref_reporting_country",
                table: "cases",
                columns: new[] { "case_ref", "reporting_country" },
                filter: "\"case_ref\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_cases_id", table: "cases", column: "id", unique: true);

            migrationBuilder.CreateIndex(name: "IX_seizures_id", table: "seizures", column: "id", unique: true);

            migrationBuilder.CreateIndex(name: "IX_submissions_id", table: "submissions", column: "id", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_submissions_sha256_source",
                table: "submissions",
                columns: new[] { "sha256", "source" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "bulletins");

            migrationBuilder.DropTable(name: "concealments");

            migrationBuilder.DropTable(name: "issues");

            migrationBuilder.DropTable(name: "outbox");

            migrationBuilder.DropTable(name: "rejections");

            migrationBuilder.DropTable(name: "route_legs");

            migrationBuilder.DropTable(name: "seizures");

            migrationBuilder.DropTable(name: "cases");

            migrationBuilder.DropTable(name: "submissions");
        }
    }
}
