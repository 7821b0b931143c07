using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SeizureIntel.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SerialHashes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "serial_hashes",
                columns: table => new
                {
                    case_number = table.Column<long>(type: "bigint", nullable: false),
                    item = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    value = table.Column<string>(
                        type: "nvarchar(64)",
                        maxLength: 64,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serial_hashes", x => new
                    {
                        x.case_number,
                        x.item,
                        x.position,
                    });
                    table.ForeignKey(
                        name: "FK_serial_hashes_seizures_case_number_item",
                        columns: x => new { x.case_number, x.item },
                        principalTable: "seizures",
                        principalColumns: new[] { "case_number", "item" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            // A text of its own: a script that is run again must not look for a column that is gone.
            migrationBuilder.Sql(
                """
                EXEC(N'INSERT INTO serial_hashes (case_number, item, position, value)
                SELECT s.case_number, s.item, CAST(h.[key] AS bigint), h.[value]
                FROM seizures s CROSS APPLY OPENJSON(N''["'' + REPLACE(s.serial_hashes, N'';'', N''","'') + N''"]'') h
                WHERE s.serial_hashes IS NOT NULL');
                """
            );

            migrationBuilder.CreateIndex(name: "IX_serial_hashes_value", table: "serial_hashes", column: "value");

            migrationBuilder.DropColumn(name: "serial_hashes", table: "seizures");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "serial_hashes",
                table: "seizures",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2"
            );

            migrationBuilder.Sql(
                """
                EXEC(N'UPDATE s SET serial_hashes = (
                    SELECT STRING_AGG(CAST(h.value AS nvarchar(max)), N'';'') WITHIN GROUP (ORDER BY h.position)
                    FROM serial_hashes h WHERE h.case_number = s.case_number AND h.item = s.item
                ) FROM seizures s');
                """
            );

            migrationBuilder.DropTable(name: "serial_hashes");
        }
    }
}
