using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SeizureIntel.SqlServer.Migrations
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
                    seizure_id = table.Column<string>(
                        type: "nvarchar(64)",
                        maxLength: 64,
                        collation: "Latin1_General_100_BIN2",
                        nullable: false
                    ),
                    case_number = table.Column<long>(type: "bigint", nullable: false),
                    error_type = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        collation: "Latin1_General_100_BIN2",
                        nullable: false
                    ),
                    field = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        collation: "Latin1_General_100_BIN2",
                        nullable: true
                    ),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    refused_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    next_attempt_at = table.Column<DateTime>(type: "datetime2", nullable: false),
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
