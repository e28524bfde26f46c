using CoalitionTracker.Data;
using CoalitionTracker.Features.Countries;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Counts;

/// <summary>What the record itself counts under one measure, on one day.</summary>
/// <param name="Day">The day; null for the record as it stands.</param>
/// <param name="Counted">The states that count, or whose agreements do, in the order of their names.</param>
/// <param name="Short">States that come close and do not count: they discuss it, or say nothing binding, or negotiate.</param>
/// <param name="Against">States that have ruled it out, or are not members, and pledge nothing of the kind.</param>
/// <param name="Organisations">Organisations that would count if they were states; where agreements are counted, those whose agreements do.</param>
public sealed record RecordCount(
    DateOnly? Day,
    IReadOnlyList<string> Counted,
    IReadOnlyList<string> Short,
    IReadOnlyList<string> Against,
    IReadOnlyList<string> Organisations
)
{
    /// <summary>What stands beside the source's number: how many states, or how many agreements.</summary>
    public int Number => Agreements?.Count ?? Counted.Count;

    /// <summary>The agreements that count, by how far each has come today; null where states are counted.</summary>
    public IReadOnlyList<AgreementState>? Agreements { get; init; }

    /// <summary>Everybody who counts, or whose agreement does: states, then organisations where they are counted as well.</summary>
    public IReadOnlyList<string> All => Agreements is null ? Counted : [.. Counted, .. Organisations];

    /// <summary>Whether Ukraine would count by the rule's letter. It is left out, since the pledges are made to it.</summary>
    public bool LeavesOutRecipient { get; init; }

    /// <summary>
    /// Of <see cref="All"/> those whose agreement is dated so vaguely, such as by its month only, that it may have been signed after the day.
    /// </summary>
    public IReadOnlyList<string> Vague { get; init; } = [];
}

/// <summary>How far one country comes under a measure.</summary>
internal enum Reach
{
    None,
    Against,
    Short,
    Counted,
}

/// <summary>Counts states, or agreements, by the record's own entries, to set beside the numbers of others.</summary>
public sealed class RecordCounts(RecordVersion versions, Standings standings)
{
    /// <summary>The contributions that a measure counts pledges to; none for a measure of another kind.</summary>
    public static IReadOnlyList<Contribution> ContributionsOf(CountMeasure measure) =>
        measure switch
        {
            CountMeasure.Troops => [Contribution.LandForces],
            CountMeasure.Presence => [Contribution.LandForces, Contribution.Air, Contribution.Maritime],
            CountMeasure.Support => [Contribution.MilitaryEquipment, Contribution.Logistics, Contribution.Intelligence],
            _ => [],
        };

    /// <summary>What the record counts on a day; null for a measure that it cannot take.</summary>
    /// <param name="version">The record's version.</param>
    /// <param name="occasion">The event at which was counted, for <see cref="CountMeasure.Attendance"/>.</param>
    public async Task<RecordCount?> OnAsync(long version, CountMeasure measure, string? occasion, DateOnly? day, CancellationToken cancel)
    {
        var standing = await standings.ReadAsync(version, day, cancel);
        var texts = await versions.OnceAsync(version, Texts.LoadAsync, cancel);
        if (measure is CountMeasure.Attendance && (occasion is null || texts.Present[occasion].FirstOrDefault() is null))
            return null;
        var reached = standing
            .Countries.Where(c => c.Code != Country.Recipient || measure is CountMeasure.Attendance)
            .OrderBy(c => c.Country.Name, StringComparer.Ordinal)
            .ToLookup(c => ReachOf(c, measure));
        return new RecordCount(
            day,
            [.. reached[Reach.Counted].Where(IsState).Select(c => c.Code)],
            [.. reached[Reach.Short].Where(IsState).Select(c => c.Code)],
            [.. reached[Reach.Against].Where(IsState).Select(c => c.Code)],
            [.. reached[Reach.Counted].Where(c => !IsState(c) && c.Code != Country.Coalition).Select(c => c.Code)]
        )
        {
            Agreements = measure is CountMeasure.Agreements ? texts.CountedOn(day) : null,
            LeavesOutRecipient =
                measure is not CountMeasure.Attendance
                && standing.Countries.Any(c => c.Code == Country.Recipient && ReachOf(c, measure) is Reach.Counted),
            Vague = measure is CountMeasure.Agreements ? [.. reached[Reach.Counted].Where(c => texts.IsVague(c.Code, day)).Select(c => c.Code)] : [],
        };

        Reach ReachOf(CountryStanding country, CountMeasure by) =>
            by switch
            {
                CountMeasure.Coalition => OfRole(country.Role),
                CountMeasure.Agreements => texts.ReachOf(country.Code, day),
                CountMeasure.Attendance => texts.Present[occasion!].Contains(country.Code) ? Reach.Counted : Reach.None,
                _ => OfPledges([.. ContributionsOf(by).Select(country.On)]),
            };
    }

    private static bool IsState(CountryStanding country) => country.Country.Type is CountryKind.State;

    private static Reach OfRole(Role? role) =>
        role switch
        {
            Role.Lead or Role.Participant => Reach.Counted,
            Role.Observer or Role.Disputed => Reach.Short,
            Role.NotAMember => Reach.Against,
            _ => Reach.None,
        };

    /// <summary>By where it stands on each, as the matrix says it. Who refuses one and offers another at whatever level does not rule it out.</summary>
    private static Reach OfPledges(IReadOnlyList<Position> positions) => positions.Max(p => OfStance(p.Stance));

    private static Reach OfStance(Level? stance) =>
        stance switch
        {
            >= Level.Declared => Reach.Counted,
            Level.RuledOut => Reach.Against,
            not null => Reach.Short,
            null => Reach.None,
        };

    /// <summary>Bilateral agreements with Ukraine, and who was at which event.</summary>
    private sealed record Texts(ILookup<string, Agreement> Agreements, ILookup<string, string> Present)
    {
        public static async Task<Texts> LoadAsync(CoalitionDb db)
        {
            var agreements = await db
                .Agreements.Where(a => a.State == RecordState.Published && a.Type == AgreementKind.Bilateral)
                .Where(a => a.Parties.Any(p => p.Country == Country.Recipient))
                .AsSplitQuery()
                .ToListAsync();
            var events = await db.Events.Where(e => e.State == RecordState.Published).ToListAsync();
            return new Texts(
                agreements
                    .SelectMany(a => a.Parties.Where(p => p.Country != Country.Recipient).Select(p => (p.Country, Agreement: a)))
                    .ToLookup(p => p.Country, p => p.Agreement),
                events.SelectMany(e => e.Countries.Select(c => (e.Code, c.Country))).ToLookup(c => c.Code, c => c.Country)
            );
        }

        /// <summary>Whether all that counts for the country may have been signed after the day, as far as its date tells.</summary>
        public bool IsVague(string country, DateOnly? day) =>
            day is { } on
            && Agreements[country].Where(a => ReachOf(a, on) is Reach.Counted).All(a => SigningOf(a).Latest is null || SigningOf(a).Latest > on);

        /// <summary>The agreements that count on the day, each once, by how far each has come today.</summary>
        public IReadOnlyList<AgreementState> CountedOn(DateOnly? day) =>
            [.. Agreements.SelectMany(a => a).Distinct().Where(a => ReachOf(a, day) is Reach.Counted).Select(a => a.Progress)];

        /// <summary>When it was signed; where the step has no date of its own, the agreement's.</summary>
        private static RecordDate SigningOf(Agreement agreement) =>
            agreement.States.Select(s => (s.State, s.On)).FirstOrDefault(s => s.State is AgreementState.Signed && s.On.IsStated).On
                is { IsStated: true } on
                ? on
                : agreement.Signed;

        public Reach ReachOf(string country, DateOnly? day) => Agreements[country].Select(a => ReachOf(a, day)).DefaultIfEmpty().Max();

        private static Reach ReachOf(Agreement agreement, DateOnly? day) =>
            (day is { } on ? agreement.StandingOn(on) : agreement.Progress) switch
            {
                AgreementState.Signed or AgreementState.InForce => Reach.Counted,
                AgreementState.Negotiating => Reach.Short,
                _ => Reach.None,
            };
    }
}
