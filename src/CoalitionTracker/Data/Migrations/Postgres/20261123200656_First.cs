using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CoalitionTracker.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.CreateTable(
                name: "Agreements",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Summary = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Signed = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Place = table.Column<string>(type: "text", nullable: true),
                    Term = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    TermInWords = table.Column<string>(type: "text", nullable: true),
                    Progress = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateReason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    LastConfirmed = table.Column<DateOnly>(type: "date", nullable: true),
                    Stamp = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Grade = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agreements", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Countries",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameUk = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameJa = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AlternativeNames = table.Column<List<string>>(type: "text[]", nullable: false),
                    Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Iso2 = table.Column<string>(type: "text", nullable: true),
                    Region = table.Column<string>(type: "text", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateReason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    LastConfirmed = table.Column<DateOnly>(type: "date", nullable: true),
                    Stamp = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Countries", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Counts",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Value = table.Column<int>(type: "integer", nullable: true),
                    Words = table.Column<string>(type: "text", nullable: true),
                    Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Definition = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    DefinedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    On = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateReason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    LastConfirmed = table.Column<DateOnly>(type: "date", nullable: true),
                    Stamp = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Grade = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Counts", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Events",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Venue = table.Column<string>(type: "text", nullable: true),
                    Summary = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateReason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    LastConfirmed = table.Column<DateOnly>(type: "date", nullable: true),
                    Stamp = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Grade = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Events", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Revisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Author = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Snapshot = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Revisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Heading = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Date = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SeededRecords",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Set = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeededRecords", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Sources",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Publisher = table.Column<string>(type: "text", nullable: true),
                    Author = table.Column<string>(type: "text", nullable: true),
                    Url = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ArchivedUrl = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Published = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Accessed = table.Column<DateOnly>(type: "date", nullable: true),
                    Language = table.Column<string>(type: "text", nullable: true),
                    SeenThrough = table.Column<string>(type: "character varying(40)", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateReason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    LastConfirmed = table.Column<DateOnly>(type: "date", nullable: true),
                    Stamp = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sources", x => x.Code);
                    table.ForeignKey(
                        name: "FK_Sources_Sources_SeenThrough",
                        column: x => x.SeenThrough,
                        principalTable: "Sources",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgreementPoint",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    AgreementCode = table.Column<string>(type: "character varying(40)", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementPoint", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreementPoint_Agreements_AgreementCode",
                        column: x => x.AgreementCode,
                        principalTable: "Agreements",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Pledges",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Summary = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    PartiesInWords = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Contribution = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Place = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Instrument = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SpentOn = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Announced = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Deadline = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Term = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Agreement = table.Column<string>(type: "character varying(40)", nullable: true),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Delivery = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Money_Currency = table.Column<string>(type: "text", nullable: true),
                    Money_Max = table.Column<decimal>(type: "numeric(28,4)", precision: 28, scale: 4, nullable: true),
                    Money_Min = table.Column<decimal>(type: "numeric(28,4)", precision: 28, scale: 4, nullable: true),
                    Money_NewMoney = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Money_Per = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Money_Words = table.Column<string>(type: "text", nullable: true),
                    Quantity_Basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Quantity_Delivered = table.Column<decimal>(type: "numeric(28,4)", precision: 28, scale: 4, nullable: true),
                    Quantity_Max = table.Column<decimal>(type: "numeric(28,4)", precision: 28, scale: 4, nullable: true),
                    Quantity_Min = table.Column<decimal>(type: "numeric(28,4)", precision: 28, scale: 4, nullable: true),
                    Quantity_Per = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Quantity_Unit = table.Column<string>(type: "text", nullable: true),
                    Quantity_Words = table.Column<string>(type: "text", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateReason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    LastConfirmed = table.Column<DateOnly>(type: "date", nullable: true),
                    Stamp = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Grade = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pledges", x => x.Code);
                    table.ForeignKey(
                        name: "FK_Pledges_Agreements_Agreement",
                        column: x => x.Agreement,
                        principalTable: "Agreements",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgreementParty",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Country = table.Column<string>(type: "character varying(40)", nullable: false),
                    AgreementCode = table.Column<string>(type: "character varying(40)", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementParty", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreementParty_Agreements_AgreementCode",
                        column: x => x.AgreementCode,
                        principalTable: "Agreements",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AgreementParty_Countries_Country",
                        column: x => x.Country,
                        principalTable: "Countries",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CountryNotes",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Country = table.Column<string>(type: "character varying(40)", nullable: false),
                    Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Contribution = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    On = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateReason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    LastConfirmed = table.Column<DateOnly>(type: "date", nullable: true),
                    Stamp = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Grade = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountryNotes", x => x.Code);
                    table.ForeignKey(
                        name: "FK_CountryNotes_Countries_Country",
                        column: x => x.Country,
                        principalTable: "Countries",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Participations",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Country = table.Column<string>(type: "character varying(40)", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateReason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    LastConfirmed = table.Column<DateOnly>(type: "date", nullable: true),
                    Stamp = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Grade = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Participations", x => x.Code);
                    table.ForeignKey(
                        name: "FK_Participations_Countries_Country",
                        column: x => x.Country,
                        principalTable: "Countries",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Statements",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Speaker = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Office = table.Column<string>(type: "text", nullable: true),
                    Authority = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Country = table.Column<string>(type: "character varying(40)", nullable: true),
                    On = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Occasion = table.Column<string>(type: "text", nullable: true),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Summary = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateReason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    LastConfirmed = table.Column<DateOnly>(type: "date", nullable: true),
                    Stamp = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Grade = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Statements", x => x.Code);
                    table.ForeignKey(
                        name: "FK_Statements_Countries_Country",
                        column: x => x.Country,
                        principalTable: "Countries",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CountMember",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Country = table.Column<string>(type: "character varying(40)", nullable: false),
                    CountCode = table.Column<string>(type: "character varying(40)", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountMember", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CountMember_Countries_Country",
                        column: x => x.Country,
                        principalTable: "Countries",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CountMember_Counts_CountCode",
                        column: x => x.CountCode,
                        principalTable: "Counts",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EventCountry",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Country = table.Column<string>(type: "character varying(40)", nullable: false),
                    EventCode = table.Column<string>(type: "character varying(40)", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventCountry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EventCountry_Countries_Country",
                        column: x => x.Country,
                        principalTable: "Countries",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EventCountry_Events_EventCode",
                        column: x => x.EventCode,
                        principalTable: "Events",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AgreementPosition",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Country = table.Column<string>(type: "character varying(40)", nullable: false),
                    Point = table.Column<int>(type: "integer", nullable: false),
                    Stance = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true),
                    AgreementCode = table.Column<string>(type: "character varying(40)", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementPosition", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreementPosition_Agreements_AgreementCode",
                        column: x => x.AgreementCode,
                        principalTable: "Agreements",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AgreementPosition_Countries_Country",
                        column: x => x.Country,
                        principalTable: "Countries",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgreementPosition_Sources_Source",
                        column: x => x.Source,
                        principalTable: "Sources",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgreementStateChange",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: true),
                    AgreementCode = table.Column<string>(type: "character varying(40)", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementStateChange", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreementStateChange_Agreements_AgreementCode",
                        column: x => x.AgreementCode,
                        principalTable: "Agreements",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AgreementStateChange_Sources_Source",
                        column: x => x.Source,
                        principalTable: "Sources",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Membership",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Organisation = table.Column<string>(type: "character varying(40)", nullable: false),
                    Since = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", nullable: false),
                    CountryCode = table.Column<string>(type: "character varying(40)", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Membership", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Membership_Countries_CountryCode",
                        column: x => x.CountryCode,
                        principalTable: "Countries",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Membership_Countries_Organisation",
                        column: x => x.Organisation,
                        principalTable: "Countries",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Membership_Sources_Source",
                        column: x => x.Source,
                        principalTable: "Sources",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Condition",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "text", nullable: true),
                    Since = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", nullable: true),
                    PledgeCode = table.Column<string>(type: "character varying(40)", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Condition", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Condition_Pledges_PledgeCode",
                        column: x => x.PledgeCode,
                        principalTable: "Pledges",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Condition_Sources_Source",
                        column: x => x.Source,
                        principalTable: "Sources",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryChange",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Delivery = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: true),
                    PledgeCode = table.Column<string>(type: "character varying(40)", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryChange", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeliveryChange_Pledges_PledgeCode",
                        column: x => x.PledgeCode,
                        principalTable: "Pledges",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DeliveryChange_Sources_Source",
                        column: x => x.Source,
                        principalTable: "Sources",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Instalment",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Min = table.Column<decimal>(type: "numeric(28,4)", precision: 28, scale: 4, nullable: true),
                    Max = table.Column<decimal>(type: "numeric(28,4)", precision: 28, scale: 4, nullable: true),
                    Words = table.Column<string>(type: "text", nullable: true),
                    PledgeCode = table.Column<string>(type: "character varying(40)", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Instalment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Instalment_Pledges_PledgeCode",
                        column: x => x.PledgeCode,
                        principalTable: "Pledges",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LevelChange",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: true),
                    PledgeCode = table.Column<string>(type: "character varying(40)", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LevelChange", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LevelChange_Pledges_PledgeCode",
                        column: x => x.PledgeCode,
                        principalTable: "Pledges",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LevelChange_Sources_Source",
                        column: x => x.Source,
                        principalTable: "Sources",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PledgeParty",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Country = table.Column<string>(type: "character varying(40)", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PledgeCode = table.Column<string>(type: "character varying(40)", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PledgeParty", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PledgeParty_Countries_Country",
                        column: x => x.Country,
                        principalTable: "Countries",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PledgeParty_Pledges_PledgeCode",
                        column: x => x.PledgeCode,
                        principalTable: "Pledges",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PledgeRelation",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Pledge = table.Column<string>(type: "character varying(40)", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true),
                    PledgeCode = table.Column<string>(type: "character varying(40)", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PledgeRelation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PledgeRelation_Pledges_Pledge",
                        column: x => x.Pledge,
                        principalTable: "Pledges",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PledgeRelation_Pledges_PledgeCode",
                        column: x => x.PledgeCode,
                        principalTable: "Pledges",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RivalClaim",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Field = table.Column<string>(type: "text", nullable: false),
                    Claim = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    On = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Grade = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true),
                    PledgeCode = table.Column<string>(type: "character varying(40)", nullable: false),
                    Money_Currency = table.Column<string>(type: "text", nullable: true),
                    Money_Max = table.Column<decimal>(type: "numeric(28,4)", precision: 28, scale: 4, nullable: true),
                    Money_Min = table.Column<decimal>(type: "numeric(28,4)", precision: 28, scale: 4, nullable: true),
                    Money_NewMoney = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Money_Per = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Money_Words = table.Column<string>(type: "text", nullable: true),
                    Quantity_Basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Quantity_Delivered = table.Column<decimal>(type: "numeric(28,4)", precision: 28, scale: 4, nullable: true),
                    Quantity_Max = table.Column<decimal>(type: "numeric(28,4)", precision: 28, scale: 4, nullable: true),
                    Quantity_Min = table.Column<decimal>(type: "numeric(28,4)", precision: 28, scale: 4, nullable: true),
                    Quantity_Per = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Quantity_Unit = table.Column<string>(type: "text", nullable: true),
                    Quantity_Words = table.Column<string>(type: "text", nullable: true),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RivalClaim", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RivalClaim_Pledges_PledgeCode",
                        column: x => x.PledgeCode,
                        principalTable: "Pledges",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RivalClaim_Sources_Source",
                        column: x => x.Source,
                        principalTable: "Sources",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Citation",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Source = table.Column<string>(type: "character varying(40)", nullable: false),
                    Stance = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Grade = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Field = table.Column<string>(type: "text", nullable: true),
                    Locator = table.Column<string>(type: "text", nullable: true),
                    Excerpt = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Note = table.Column<string>(type: "text", nullable: true),
                    AgreementCode = table.Column<string>(type: "character varying(40)", nullable: true),
                    CountCode = table.Column<string>(type: "character varying(40)", nullable: true),
                    CountryNoteCode = table.Column<string>(type: "character varying(40)", nullable: true),
                    EventCode = table.Column<string>(type: "character varying(40)", nullable: true),
                    ParticipationCode = table.Column<string>(type: "character varying(40)", nullable: true),
                    PledgeCode = table.Column<string>(type: "character varying(40)", nullable: true),
                    StatementCode = table.Column<string>(type: "character varying(40)", nullable: true),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Citation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Citation_Agreements_AgreementCode",
                        column: x => x.AgreementCode,
                        principalTable: "Agreements",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Citation_CountryNotes_CountryNoteCode",
                        column: x => x.CountryNoteCode,
                        principalTable: "CountryNotes",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Citation_Counts_CountCode",
                        column: x => x.CountCode,
                        principalTable: "Counts",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Citation_Events_EventCode",
                        column: x => x.EventCode,
                        principalTable: "Events",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Citation_Participations_ParticipationCode",
                        column: x => x.ParticipationCode,
                        principalTable: "Participations",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Citation_Pledges_PledgeCode",
                        column: x => x.PledgeCode,
                        principalTable: "Pledges",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Citation_Sources_Source",
                        column: x => x.Source,
                        principalTable: "Sources",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Citation_Statements_StatementCode",
                        column: x => x.StatementCode,
                        principalTable: "Statements",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Quote",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Original = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    Translation = table.Column<string>(type: "text", nullable: true),
                    StatementCode = table.Column<string>(type: "character varying(40)", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Quote", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Quote_Statements_StatementCode",
                        column: x => x.StatementCode,
                        principalTable: "Statements",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StatementPledge",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Pledge = table.Column<string>(type: "character varying(40)", nullable: false),
                    Stance = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StatementCode = table.Column<string>(type: "character varying(40)", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatementPledge", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StatementPledge_Pledges_Pledge",
                        column: x => x.Pledge,
                        principalTable: "Pledges",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StatementPledge_Statements_StatementCode",
                        column: x => x.StatementCode,
                        principalTable: "Statements",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StatementSubject",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Country = table.Column<string>(type: "character varying(40)", nullable: false),
                    StatementCode = table.Column<string>(type: "character varying(40)", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatementSubject", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StatementSubject_Countries_Country",
                        column: x => x.Country,
                        principalTable: "Countries",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StatementSubject_Statements_StatementCode",
                        column: x => x.StatementCode,
                        principalTable: "Statements",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AgreementParty_AgreementCode",
                table: "AgreementParty",
                column: "AgreementCode");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementParty_Country",
                table: "AgreementParty",
                column: "Country");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementPoint_AgreementCode",
                table: "AgreementPoint",
                column: "AgreementCode");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementPosition_AgreementCode",
                table: "AgreementPosition",
                column: "AgreementCode");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementPosition_Country",
                table: "AgreementPosition",
                column: "Country");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementPosition_Source",
                table: "AgreementPosition",
                column: "Source");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementStateChange_AgreementCode",
                table: "AgreementStateChange",
                column: "AgreementCode");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementStateChange_Source",
                table: "AgreementStateChange",
                column: "Source");

            migrationBuilder.CreateIndex(
                name: "IX_Citation_AgreementCode",
                table: "Citation",
                column: "AgreementCode");

            migrationBuilder.CreateIndex(
                name: "IX_Citation_CountCode",
                table: "Citation",
                column: "CountCode");

            migrationBuilder.CreateIndex(
                name: "IX_Citation_CountryNoteCode",
                table: "Citation",
                column: "CountryNoteCode");

            migrationBuilder.CreateIndex(
                name: "IX_Citation_EventCode",
                table: "Citation",
                column: "EventCode");

            migrationBuilder.CreateIndex(
                name: "IX_Citation_ParticipationCode",
                table: "Citation",
                column: "ParticipationCode");

            migrationBuilder.CreateIndex(
                name: "IX_Citation_PledgeCode",
                table: "Citation",
                column: "PledgeCode");

            migrationBuilder.CreateIndex(
                name: "IX_Citation_Source",
                table: "Citation",
                column: "Source");

            migrationBuilder.CreateIndex(
                name: "IX_Citation_StatementCode",
                table: "Citation",
                column: "StatementCode");

            migrationBuilder.CreateIndex(
                name: "IX_Condition_PledgeCode",
                table: "Condition",
                column: "PledgeCode");

            migrationBuilder.CreateIndex(
                name: "IX_Condition_Source",
                table: "Condition",
                column: "Source");

            migrationBuilder.CreateIndex(
                name: "IX_CountMember_CountCode",
                table: "CountMember",
                column: "CountCode");

            migrationBuilder.CreateIndex(
                name: "IX_CountMember_Country",
                table: "CountMember",
                column: "Country");

            migrationBuilder.CreateIndex(
                name: "IX_CountryNotes_Country",
                table: "CountryNotes",
                column: "Country");

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryChange_PledgeCode",
                table: "DeliveryChange",
                column: "PledgeCode");

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryChange_Source",
                table: "DeliveryChange",
                column: "Source");

            migrationBuilder.CreateIndex(
                name: "IX_EventCountry_Country",
                table: "EventCountry",
                column: "Country");

            migrationBuilder.CreateIndex(
                name: "IX_EventCountry_EventCode",
                table: "EventCountry",
                column: "EventCode");

            migrationBuilder.CreateIndex(
                name: "IX_Instalment_PledgeCode",
                table: "Instalment",
                column: "PledgeCode");

            migrationBuilder.CreateIndex(
                name: "IX_LevelChange_PledgeCode",
                table: "LevelChange",
                column: "PledgeCode");

            migrationBuilder.CreateIndex(
                name: "IX_LevelChange_Source",
                table: "LevelChange",
                column: "Source");

            migrationBuilder.CreateIndex(
                name: "IX_Membership_CountryCode",
                table: "Membership",
                column: "CountryCode");

            migrationBuilder.CreateIndex(
                name: "IX_Membership_Organisation",
                table: "Membership",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_Membership_Source",
                table: "Membership",
                column: "Source");

            migrationBuilder.CreateIndex(
                name: "IX_Participations_Country",
                table: "Participations",
                column: "Country");

            migrationBuilder.CreateIndex(
                name: "IX_PledgeParty_Country",
                table: "PledgeParty",
                column: "Country");

            migrationBuilder.CreateIndex(
                name: "IX_PledgeParty_PledgeCode",
                table: "PledgeParty",
                column: "PledgeCode");

            migrationBuilder.CreateIndex(
                name: "IX_PledgeRelation_Pledge",
                table: "PledgeRelation",
                column: "Pledge");

            migrationBuilder.CreateIndex(
                name: "IX_PledgeRelation_PledgeCode",
                table: "PledgeRelation",
                column: "PledgeCode");

            migrationBuilder.CreateIndex(
                name: "IX_Pledges_Agreement",
                table: "Pledges",
                column: "Agreement");

            migrationBuilder.CreateIndex(
                name: "IX_Quote_StatementCode",
                table: "Quote",
                column: "StatementCode");

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_Code_Id",
                table: "Revisions",
                columns: new[] { "Code", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RivalClaim_PledgeCode",
                table: "RivalClaim",
                column: "PledgeCode");

            migrationBuilder.CreateIndex(
                name: "IX_RivalClaim_Source",
                table: "RivalClaim",
                column: "Source");

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_Code",
                table: "SearchEntries",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_Text",
                table: "SearchEntries",
                column: "Text")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "IX_Sources_SeenThrough",
                table: "Sources",
                column: "SeenThrough");

            migrationBuilder.CreateIndex(
                name: "IX_StatementPledge_Pledge",
                table: "StatementPledge",
                column: "Pledge");

            migrationBuilder.CreateIndex(
                name: "IX_StatementPledge_StatementCode",
                table: "StatementPledge",
                column: "StatementCode");

            migrationBuilder.CreateIndex(
                name: "IX_Statements_Country",
                table: "Statements",
                column: "Country");

            migrationBuilder.CreateIndex(
                name: "IX_StatementSubject_Country",
                table: "StatementSubject",
                column: "Country");

            migrationBuilder.CreateIndex(
                name: "IX_StatementSubject_StatementCode",
                table: "StatementSubject",
                column: "StatementCode");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgreementParty");

            migrationBuilder.DropTable(
                name: "AgreementPoint");

            migrationBuilder.DropTable(
                name: "AgreementPosition");

            migrationBuilder.DropTable(
                name: "AgreementStateChange");

            migrationBuilder.DropTable(
                name: "Citation");

            migrationBuilder.DropTable(
                name: "Condition");

            migrationBuilder.DropTable(
                name: "CountMember");

            migrationBuilder.DropTable(
                name: "DeliveryChange");

            migrationBuilder.DropTable(
                name: "EventCountry");

            migrationBuilder.DropTable(
                name: "Instalment");

            migrationBuilder.DropTable(
                name: "LevelChange");

            migrationBuilder.DropTable(
                name: "Membership");

            migrationBuilder.DropTable(
                name: "PledgeParty");

            migrationBuilder.DropTable(
                name: "PledgeRelation");

            migrationBuilder.DropTable(
                name: "Quote");

            migrationBuilder.DropTable(
                name: "Revisions");

            migrationBuilder.DropTable(
                name: "RivalClaim");

            migrationBuilder.DropTable(
                name: "SearchEntries");

            migrationBuilder.DropTable(
                name: "SeededRecords");

            migrationBuilder.DropTable(
                name: "StatementPledge");

            migrationBuilder.DropTable(
                name: "StatementSubject");

            migrationBuilder.DropTable(
                name: "CountryNotes");

            migrationBuilder.DropTable(
                name: "Participations");

            migrationBuilder.DropTable(
                name: "Counts");

            migrationBuilder.DropTable(
                name: "Events");

            migrationBuilder.DropTable(
                name: "Sources");

            migrationBuilder.DropTable(
                name: "Pledges");

            migrationBuilder.DropTable(
                name: "Statements");

            migrationBuilder.DropTable(
                name: "Agreements");

            migrationBuilder.DropTable(
                name: "Countries");
        }
    }
}
