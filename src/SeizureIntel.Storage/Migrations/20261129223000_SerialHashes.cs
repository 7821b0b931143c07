using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SeizureIntel.Storage.Migrations
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
                    case_number = table.Column<long>(type: "INTEGER", nullable: false),
                    item = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
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

            migrationBuilder.Sql(
                """
                INSERT INTO serial_hashes (case_number, item, position, value)
                SELECT s.case_number, s.item, h.key, h.value
                FROM seizures s, json_each('["' || replace(s.serial_hashes, ';', '","') || '"]') h
                WHERE s.serial_hashes IS NOT NULL;
                """
            );

            migrationBuilder.CreateIndex(name: "IX_serial_hashes_value", table: "serial_hashes", column: "value");

            // EF Core would make the table anew, and dropping the old one would empty those that refer to it.
            migrationBuilder.Sql("ALTER TABLE seizures DROP COLUMN serial_hashes;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "serial_hashes", table: "seizures", type: "TEXT", nullable: true);

            migrationBuilder.Sql(
                """
                UPDATE seizures SET serial_hashes = (
                    SELECT group_concat(o.value, ';') FROM (
                        SELECT h.value FROM serial_hashes h
                        WHERE h.case_number = seizures.case_number AND h.item = seizures.item ORDER BY h.position
                    ) o
                );
                """
            );

            migrationBuilder.DropTable(name: "serial_hashes");
        }
    }
}
