using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SeizureIntel.Storage.Migrations.Products
{
    /// <inheritdoc />
    public partial class Watches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(name: "released_at", table: "bulletins", type: "TEXT", nullable: true);

            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    subject_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    choice = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    submission_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    reporting_country = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    marking = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decisions", x => new { x.subject_id, x.kind });
                }
            );

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    search_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    search_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    office_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ceiling = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    submissions = table.Column<string>(type: "TEXT", nullable: false),
                    seizures = table.Column<int>(type: "INTEGER", nullable: false),
                    cases = table.Column<int>(type: "INTEGER", nullable: false),
                    seen_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "questions",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    seizure_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    submission_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    row = table.Column<int>(type: "INTEGER", nullable: false),
                    reporting_country = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    marking = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_questions", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "saved_searches",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    office_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    query_json = table.Column<string>(type: "TEXT", nullable: false),
                    saved_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    told_up_to = table.Column<long>(type: "INTEGER", nullable: true),
                    cooldown_hours = table.Column<int>(type: "INTEGER", nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    muted_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_told_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_searches", x => x.id);
                }
            );

            migrationBuilder.CreateIndex(name: "IX_notices_office_id_at", table: "notices", columns: new[] { "office_id", "at" });

            migrationBuilder.CreateIndex(name: "IX_saved_searches_office_id", table: "saved_searches", column: "office_id");

            // Until now every bulletin was read by whoever its marking allows.
            migrationBuilder.Sql("UPDATE \"bulletins\" SET \"released_at\" = \"created_at\";");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "decisions");

            migrationBuilder.DropTable(name: "notices");

            migrationBuilder.DropTable(name: "questions");

            migrationBuilder.DropTable(name: "saved_searches");

            migrationBuilder.DropColumn(name: "released_at", table: "bulletins");
        }
    }
}
