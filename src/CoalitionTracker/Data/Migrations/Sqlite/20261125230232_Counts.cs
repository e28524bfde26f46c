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
            // With its foreign key at once: adding the key afterwards makes SQLite build the table anew, outside the transaction.
            migrationBuilder.Sql("""ALTER TABLE "Counts" ADD COLUMN "Event" TEXT NULL REFERENCES "Events" ("Code") ON DELETE RESTRICT""");

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
