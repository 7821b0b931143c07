using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SeizureIntel.Storage.Migrations
{
    /// <inheritdoc />
    public partial class ProductsApart : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "bulletins");

            migrationBuilder.CreateTable(
                name: "submission_countries",
                columns: table => new
                {
                    submission_number = table.Column<long>(type: "INTEGER", nullable: false),
                    country = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_submission_countries", x => new { x.submission_number, x.country });
                    table.ForeignKey(
                        name: "FK_submission_countries_submissions_submission_number",
                        column: x => x.submission_number,
                        principalTable: "submissions",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            // Who reported the submissions that are there already.
            migrationBuilder.Sql(
                """
                INSERT INTO submission_countries (submission_number, country)
                SELECT DISTINCT submission_number, COALESCE(reporting_country, 'NOT_STATED') FROM cases;
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "submission_countries");

            migrationBuilder.CreateTable(
                name: "bulletins",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    document_json = table.Column<string>(type: "TEXT", nullable: false),
                    html = table.Column<string>(type: "TEXT", nullable: false),
                    marking = table.Column<string>(type: "TEXT", nullable: false),
                    period_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    period_to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bulletins", x => x.id);
                }
            );
        }
    }
}
