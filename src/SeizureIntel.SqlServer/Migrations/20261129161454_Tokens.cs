using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SeizureIntel.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Tokens : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "tokens",
                columns: table => new
                {
                    case_number = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    value = table.Column<string>(
                        type: "nvarchar(64)",
                        maxLength: 64,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tokens", x => new { x.case_number, x.position });
                    table.ForeignKey(
                        name: "FK_tokens_cases_case_number",
                        column: x => x.case_number,
                        principalTable: "cases",
                        principalColumn: "case_number",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_tokens_value_kind", table: "tokens", columns: new[] { "value", "kind" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "tokens");
        }
    }
}
