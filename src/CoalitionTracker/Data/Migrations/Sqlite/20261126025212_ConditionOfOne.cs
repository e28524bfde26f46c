using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoalitionTracker.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ConditionOfOne : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // With its foreign key at once: adding the key afterwards makes SQLite build the table anew, outside the transaction.
            migrationBuilder.Sql("""ALTER TABLE "Condition" ADD COLUMN "Country" TEXT NULL REFERENCES "Countries" ("Code") ON DELETE RESTRICT""");

            migrationBuilder.CreateIndex(
                name: "IX_Condition_Country",
                table: "Condition",
                column: "Country");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Condition_Countries_Country",
                table: "Condition");

            migrationBuilder.DropIndex(
                name: "IX_Condition_Country",
                table: "Condition");

            migrationBuilder.DropColumn(
                name: "Country",
                table: "Condition");
        }
    }
}
