using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SeizureIntel.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LeaseOwner : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "leased_by", table: "outbox", type: "TEXT", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "leased_by", table: "outbox");
        }
    }
}
