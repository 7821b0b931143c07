using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SeizureIntel.Storage.Migrations
{
    /// <inheritdoc />
    public partial class SmallArmsInventory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "denial_ground", table: "seizures", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "denial_ground_text", table: "seizures", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "serial_hashes", table: "seizures", type: "TEXT", nullable: true);
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
