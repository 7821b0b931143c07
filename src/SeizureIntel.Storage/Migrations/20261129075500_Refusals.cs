using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SeizureIntel.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Refusals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "refusals",
                columns: table => new
                {
                    seizure_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    case_number = table.Column<long>(type: "INTEGER", nullable: false),
                    error_type = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    refused_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    next_attempt_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_refusals", x => x.seizure_id);
                }
            );

            migrationBuilder.CreateIndex(name: "IX_refusals_case_number", table: "refusals", column: "case_number");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "refusals");
        }
    }
}
