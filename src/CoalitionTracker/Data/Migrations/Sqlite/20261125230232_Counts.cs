using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoalitionTracker.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Counts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Event",
                table: "Counts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Measure",
                table: "Counts",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Counts_Event",
                table: "Counts",
                column: "Event");

            migrationBuilder.AddForeignKey(
                name: "FK_Counts_Events_Event",
                table: "Counts",
                column: "Event",
                principalTable: "Events",
                principalColumn: "Code",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Counts_Events_Event",
                table: "Counts");

            migrationBuilder.DropIndex(
                name: "IX_Counts_Event",
                table: "Counts");

            migrationBuilder.DropColumn(
                name: "Event",
                table: "Counts");

            migrationBuilder.DropColumn(
                name: "Measure",
                table: "Counts");
        }
    }
}
