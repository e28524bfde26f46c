using CoalitionTracker.Data;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Countries;

/// <summary>One country in a list, and what the index keeps of it.</summary>
public sealed record CountryRow
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string NameUk { get; init; }
    public required string NameJa { get; init; }
    public CountryKind Type { get; init; }
    public string? Region { get; init; }
    public required IReadOnlyList<string> Memberships { get; init; }
    public RecordState State { get; init; }

    /// <summary>Today's role in the coalition; null when the record knows of none.</summary>
    public Role? Role { get; init; }

    /// <summary>Where it stands on land forces: the strongest level pledged, or the refusal; null when the record has no pledge on it.</summary>
    public Level? LandForces { get; init; }

    /// <summary>How many published pledges it is a pledger of, refusals not counted.</summary>
    public int Pledges { get; init; }

    /// <summary>How many published refusals.</summary>
    public int Refusals { get; init; }
}

/// <summary>The list of countries and organisations: one query behind the page and its downloads.</summary>
public sealed class CountryList(RecordVersion versions, IDbContextFactory<CoalitionDb> factory)
    : RecordList<CountryRow, CountryRow>(versions, factory)
{
    public override string Path => "/countries";

    protected override RecordKind Kind => RecordKind.Country;

    public override IReadOnlyList<ExportColumn<CountryRow>> Columns { get; } =
    [
        new("code", c => c.Code),
        new("name", c => c.Name),
        new("name_uk", c => c.NameUk),
        new("name_ja", c => c.NameJa),
        new("kind", c => c.Type.Slug()),
        new("region", c => c.Region),
        new("memberships", c => string.Join(' ', c.Memberships)),
        new("role", c => c.Role?.Slug()),
        new("land_forces", c => c.LandForces?.Slug()),
        new("pledges", c => c.Pledges),
        new("refusals", c => c.Refusals),
        new("state", c => c.State.Slug()),
    ];

    protected override async Task<ListIndex<CountryRow>> LoadAsync(CoalitionDb db)
    {
        var rows = await RowsAsync(db, db.Countries.Where(c => c.State != RecordState.Draft), CancellationToken.None);
        return new ListIndex<CountryRow>(Spec(rows), rows);
    }

    protected override async Task<IReadOnlyDictionary<string, CountryRow>> ReadRowsAsync(
        CoalitionDb db,
        IReadOnlyList<string> codes,
        CancellationToken cancel
    ) => (await RowsAsync(db, db.Countries.Where(c => codes.Contains(c.Code)), cancel)).ToDictionary(c => c.Code);

    private static async Task<List<CountryRow>> RowsAsync(CoalitionDb db, IQueryable<Country> countries, CancellationToken cancel)
    {
        var roles = await db
            .Participations.Where(p => p.State == RecordState.Published)
            .Select(p => new
            {
                p.Country,
                p.Role,
                p.From,
            })
            .ToListAsync(cancel);
        var roleOf = roles.GroupBy(r => r.Country).ToDictionary(g => g.Key, g => g.OrderBy(r => r.From.Day).Last().Role);
        var published = db.Pledges.Where(p => p.State == RecordState.Published);
        var counts = await published
            .SelectMany(
                p => p.Parties,
                (p, c) =>
                    new
                    {
                        c.Role,
                        c.Country,
                        Refused = p.Level == Level.RuledOut,
                    }
            )
            .Where(c => c.Role == PledgePartyRole.Pledger)
            .GroupBy(c => new { c.Country, c.Refused })
            .Select(g => new
            {
                g.Key.Country,
                g.Key.Refused,
                Count = g.Count(),
            })
            .ToListAsync(cancel);
        var landForces = await published
            .Where(p => p.Contribution == Contribution.LandForces)
            .SelectMany(
                p => p.Parties,
                (p, c) =>
                    new
                    {
                        c.Role,
                        c.Country,
                        p.Level,
                    }
            )
            .Where(c => c.Role == PledgePartyRole.Pledger)
            .ToListAsync(cancel);
        var levelOf = landForces.GroupBy(l => l.Country).ToDictionary(g => g.Key, g => g.Max(l => l.Level));
        var rows = await countries
            .Select(c => new CountryRow
            {
                Code = c.Code,
                Name = c.Name,
                NameUk = c.NameUk,
                NameJa = c.NameJa,
                Type = c.Type,
                Region = c.Region,
                Memberships = c.Memberships.OrderBy(m => m.Position).Select(m => m.Organisation).ToList(),
                State = c.State,
            })
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(c =>
                c with
                {
                    Role = roleOf.TryGetValue(c.Code, out var role) ? role : null,
                    LandForces = levelOf.TryGetValue(c.Code, out var level) ? level : null,
                    Pledges = counts.Where(n => n.Country == c.Code && !n.Refused).Sum(n => n.Count),
                    Refusals = counts.Where(n => n.Country == c.Code && n.Refused).Sum(n => n.Count),
                }
            ),
        ];
    }

    private static ListSpec<CountryRow> Spec(List<CountryRow> rows) =>
        new()
        {
            Code = c => c.Code,
            Facets =
            [
                new("role", "Role in the coalition", [.. Options.Of<Role>(), new("none", "Not recorded")], c => [c.Role?.Slug() ?? "none"])
                {
                    Open = true,
                },
                new("land", "Land forces", [.. Options.Of<Level>(), new("none", "No pledge recorded")], c => [c.LandForces?.Slug() ?? "none"])
                {
                    Open = true,
                },
                new("membership", "Member of", [new("NATO", "NATO"), new("EU", "European Union"), new("G7", "G7")], c => c.Memberships)
                {
                    Open = true,
                },
                new(
                    "region",
                    "Region",
                    [.. rows.Select(c => c.Region).OfType<string>().Distinct().Order().Select(r => new FacetOption(r, r))],
                    c => c.Region is null ? [] : [c.Region]
                ),
                new("kind", "Kind", Options.Of<CountryKind>(), c => [c.Type.Slug()]),
                new("state", "Record state", Options.States, c => [c.State.Slug()], RecordState.Published.Slug()),
            ],
            Sorts =
            [
                new("name", "States first", Text: c => (c.Type is CountryKind.Organisation ? "\uffff" : "") + c.Name),
                new("role", "Role", Number: c => (long?)c.Role) { First = ("leads first", "leads last") },
                new("land", "Land forces", Number: c => (long?)c.LandForces) { First = ("refusals first", "most binding first") },
                new("pledges", "Pledges", Number: c => c.Pledges),
                new("refusals", "Refusals", Number: c => c.Refusals),
            ],
            DefaultSort = "name",
            DefaultSize = 100,
        };
}
