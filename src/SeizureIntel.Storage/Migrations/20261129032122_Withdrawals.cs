using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SeizureIntel.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Withdrawals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(name: "erased_at", table: "submissions", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "marking",
                table: "submissions",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<string>(name: "request_key", table: "submissions", type: "TEXT", maxLength: 64, nullable: true);

            migrationBuilder.AddColumn<string>(name: "sent_by", table: "submissions", type: "TEXT", maxLength: 64, nullable: true);

            migrationBuilder.AddColumn<DateTime>(name: "withdrawn_at", table: "submissions", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "removes_field", table: "outbox", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "removes_value", table: "outbox", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<bool>(name: "is_left_out", table: "cases", type: "INTEGER", nullable: false, defaultValue: false);

            // The highest marking of a submission's cases, from the lowest up.
            migrationBuilder.Sql("UPDATE \"submissions\" SET \"marking\" = 'TLP:CLEAR';");
            foreach (string label in new[] { "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED" })
            {
                migrationBuilder.Sql(
                    $"UPDATE \"submissions\" SET \"marking\" = '{label}' WHERE \"number\" IN "
                        + $"(SELECT \"submission_number\" FROM \"cases\" WHERE \"marking\" = '{label}');"
                );
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "erased_at", table: "submissions");

            migrationBuilder.DropColumn(name: "marking", table: "submissions");

            migrationBuilder.DropColumn(name: "request_key", table: "submissions");

            migrationBuilder.DropColumn(name: "sent_by", table: "submissions");

            migrationBuilder.DropColumn(name: "withdrawn_at", table: "submissions");

            migrationBuilder.DropColumn(name: "removes_field", table: "outbox");

            migrationBuilder.DropColumn(name: "removes_value", table: "outbox");

            migrationBuilder.DropColumn(name: "is_left_out", table: "cases");
        }
    }
}
