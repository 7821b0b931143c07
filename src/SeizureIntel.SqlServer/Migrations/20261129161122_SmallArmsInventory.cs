using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SeizureIntel.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SmallArmsInventory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "denial_ground",
                table: "seizures",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2"
            );

            migrationBuilder.AddColumn<string>(
                name: "denial_ground_text",
                table: "seizures",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2"
            );

            migrationBuilder.AddColumn<string>(
                name: "serial_hashes",
                table: "seizures",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "denial_ground", table: "seizures");

            migrationBuilder.DropColumn(name: "denial_ground_text", table: "seizures");

            migrationBuilder.DropColumn(name: "serial_hashes", table: "seizures");
        }
    }
}
