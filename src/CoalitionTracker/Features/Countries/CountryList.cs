using CoalitionTracker.Data;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Countries;

/// <summary>The list of countries and organisations: one query behind the page and its downloads.</summary>
public sealed class CountryList(RecordVersion versions, IDbContextFactory<CoalitionDb> factory, Standings standings)
    : StandingList(versions, factory, standings)
{
    public override string Path => "/countries";

    protected override bool OnlyNotable => false;

    protected override int DefaultSize => 100;

    public override IReadOnlyList<ExportColumn<CountryStanding>> Columns { get; } =
    [
        new("code", c => c.Code),
        new("name", c => c.Country.Name),
        new("name_uk", c => c.Country.NameUk),
        new("name_ja", c => c.Country.NameJa),
        new("kind", c => c.Country.Type.Slug()),
        new("region", c => c.Country.Region),
        new("memberships", c => string.Join(' ', c.Memberships)),
        new("role", c => c.Role?.Slug()),
        new("land_forces", c => Word(c.On(Contribution.LandForces))),
        new("pledges", c => c.Pledges),
        new("refusals", c => c.Refusals),
        new("state", c => c.Country.State.Slug()),
    ];
}
