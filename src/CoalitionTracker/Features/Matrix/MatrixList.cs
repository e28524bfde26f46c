using CoalitionTracker.Data;
using CoalitionTracker.Features.Countries;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Matrix;

/// <summary>Every country by every contribution: the rows of the matrix and of its downloads.</summary>
public sealed class MatrixList(RecordVersion versions, IDbContextFactory<CoalitionDb> factory, Standings standings)
    : StandingList(versions, factory, standings)
{
    /// <summary>By what the rows are grouped.</summary>
    public static ListChoice Group { get; } =
        new(
            "group",
            "Group by",
            [new("role", "Role"), new("region", "Region"), new("nato", "NATO membership"), new("eu", "EU membership"), new("none", "Not at all")]
        );

    public override string Path => "/matrix";

    protected override IReadOnlyList<ListChoice> Choices => [Group];

    public override IReadOnlyList<ExportColumn<CountryStanding>> Columns { get; } =
    [
        new("code", c => c.Code),
        new("name", c => c.Country.Name),
        new("role", c => c.Role?.Slug()),
        new("region", c => c.Country.Region),
        new("memberships", c => string.Join(' ', c.Memberships)),
        .. Enum.GetValues<Contribution>().SelectMany(ColumnsOf),
    ];

    /// <summary>The heading of the group that a country belongs to, and the heading's place among the others.</summary>
    public static (int Order, string Heading) GroupOf(CountryStanding country, string group) =>
        group switch
        {
            "role" => (country.Role is { } role ? (int)role : 99, country.Role?.Label() ?? "No role recorded"),
            "region" => (country.Country.Region is null ? 99 : 0, country.Country.Region ?? "Organisations and others"),
            "nato" => Membership(country, "NATO"),
            "eu" => Membership(country, "EU"),
            _ => (0, ""),
        };

    private static (int Order, string Heading) Membership(CountryStanding country, string organisation) =>
        country.Memberships.Contains(organisation) ? (0, $"Member of {organisation}")
        : country.Country.Type is CountryKind.State ? (1, $"Not a member of {organisation}")
        : (2, "Organisations");

    private static ExportColumn<CountryStanding>[] ColumnsOf(Contribution contribution)
    {
        var name = contribution.Slug().Replace('-', '_');
        return
        [
            new(name, c => Word(c.On(contribution))),
            new($"{name}_also_ruled_out", c => c.On(contribution) is { Refuses: true, Stance: not Level.RuledOut }),
            new($"{name}_suspended", c => c.On(contribution).IsSuspended),
            new($"{name}_waits_for", c => string.Join(' ', c.On(contribution).WaitsFor.Kinds.Select(k => k.Slug()))),
        ];
    }
}
