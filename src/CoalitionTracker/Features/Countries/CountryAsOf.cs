using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;

namespace CoalitionTracker.Features.Countries;

/// <summary>A country's page as of a day, by the record's own dates: what came later is left out, and levels and states are those of that day.</summary>
internal static class CountryAsOf
{
    public static CountryDetails On(CountryDetails today, DateOnly day, PledgeBook book, Standing standing) =>
        today with
        {
            AsOf = day,
            Undated = today.Pledges.Count(p => book.PlaceOf(p.Code) is { } place && book[place].Since == Dated.Never),
            Positions = standing.Countries.First(c => c.Code == today.Country.Code).Positions,
            Roles = [.. today.Roles.Where(r => Had(r.From, day))],
            Notes = [.. today.Notes.Where(n => Had(n.On, day))],
            Pledges = [.. today.Pledges.Select(p => PledgeOn(p, day, book)).OfType<PledgeRow>()],
            Beside = [.. today.Beside.Select(p => PledgeOn(p, day, book)).OfType<PledgeRow>()],
            OwnStatements = [.. today.OwnStatements.Where(s => Happened(s.On, day))],
            ClaimsByOthers = [.. today.ClaimsByOthers.Where(s => Happened(s.On, day))],
            Agreements = [.. today.Agreements.Where(a => a.StandingOn(day) is not null)],
            Events = [.. today.Events.Where(e => Happened(e.On, day))],
            Counts = [.. today.Counts.Where(c => Happened(c.On, day))],
        };

    /// <summary>What has no date happened at no day that could be asked for.</summary>
    private static bool Happened(RecordDate on, DateOnly day) => on.Day <= day;

    /// <summary>A role or a note without a date has always been so.</summary>
    private static bool Had(RecordDate since, DateOnly day) => since.Day is null || since.Day <= day;

    private static PledgeRow? PledgeOn(PledgeRow pledge, DateOnly day, PledgeBook book) =>
        book.PlaceOf(pledge.Code) is { } place && PledgeBook.Exists(book[place], day.DayNumber) ? PledgeAsOf.On(pledge, book, day.DayNumber) : null;
}
