using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SeizureIntel.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class DecidedCodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "code",
                table: "decisions",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "code", table: "decisions");
        }
    }
}
