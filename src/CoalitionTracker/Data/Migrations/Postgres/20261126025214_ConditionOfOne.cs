using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoalitionTracker.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ConditionOfOne : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Country",
                table: "Condition",
                type: "character varying(40)",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Condition_Country",
                table: "Condition",
                column: "Country");

            migrationBuilder.AddForeignKey(
                name: "FK_Condition_Countries_Country",
                table: "Condition",
                column: "Country",
                principalTable: "Countries",
                principalColumn: "Code",
                onDelete: ReferentialAction.Restrict);
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
