using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SeizureIntel.Storage.Migrations
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
                    case_number = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
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
