using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoalitionTracker.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PartOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "StatementSubject",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "StatementPledge",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "RivalClaim",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "Quote",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "PledgeRelation",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "PledgeParty",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "Membership",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "LevelChange",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "Instalment",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "EventCountry",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "DeliveryChange",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "CountMember",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "Condition",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "Citation",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "AgreementStateChange",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "AgreementPosition",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "AgreementPoint",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "AgreementParty",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Position",
                table: "StatementSubject");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "StatementPledge");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "RivalClaim");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "Quote");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "PledgeRelation");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "PledgeParty");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "Membership");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "LevelChange");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "Instalment");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "EventCountry");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "DeliveryChange");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "CountMember");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "Condition");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "Citation");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "AgreementStateChange");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "AgreementPosition");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "AgreementPoint");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "AgreementParty");
        }
    }
}
