using CoalitionTracker.Data;
using CoalitionTracker.Shared;

namespace CoalitionTracker.Features.Pledges;

/// <summary>A pledge as it was on a day, by the record's own dates. Amounts and evidence are today's: the record keeps no dates for them.</summary>
public static class PledgeAsOf
{
    /// <summary>The row with level, delivery, conditions and place in totals of that day, for a pledge that existed by then.</summary>
    public static PledgeRow On(PledgeRow pledge, PledgeBook book, int day)
    {
        if (book.PlaceOf(pledge.Code) is not { } place)
            return pledge;
        ref readonly var line = ref book[place];
        return pledge with
        {
            Level = book.LevelOn(line, day),
            Delivery = book.DeliveryOn(line, day),
            Conditions =
            [
                .. book.ConditionsOf(line)
                    .ToArray()
                    .Select(c => new PledgeRowCondition(c.Kind, c.StateOn(day), c.Country < 0 ? null : book.Countries[c.Country])),
            ],
            IsSuperseded = book.IsSupersededOn(place, day),
            Total = book.RuleOn(place, day),
            KnownOn = null, // how fresh it is is a matter of today
            Stale = false,
            WhyStale = null,
        };
    }

    /// <summary>The page of a pledge as of a day: what came later is left out. A pledge that did not exist yet keeps nothing but its head.</summary>
    public static PledgeDetails On(PledgeDetails today, PledgeBook book, DateOnly day)
    {
        var (then, code) = (CopyOf(today.Pledge), today.Pledge.Code);
        if (then.StandingOn(day) is not { } standing || book.PlaceOf(code) is not { } place)
            return today with { AsOf = day, Exists = false };
        then.Levels.RemoveAll(c => c.On.Day > day);
        then.Deliveries.RemoveAll(c => c.On.Day > day);
        then.Rivals.RemoveAll(r => r.On.Day > day);
        foreach (var condition in then.Conditions)
            (condition.State, condition.Since) = (condition.StateOn(day), condition.Since.Day > day ? default : condition.Since);
        (then.Level, then.Delivery, then.KnownOn) = (standing.Level, standing.Delivery, null); // when it was last confirmed is a matter of today
        return today with
        {
            Page = today.Page with { Record = then },
            AsOf = day,
            Total = book.RuleOn(place, day.DayNumber),
            WhyStale = null,
            Agreement = today.Agreement?.StandingOn(day) is null ? null : today.Agreement,
            Related = [.. today.Related.Where(r => book.PlaceOf(r.Code) is { } other && PledgeBook.Exists(book[other], day.DayNumber))],
            Statements = [.. today.Statements.Where(s => s.On.Day <= day)],
        };
    }

    private static Pledge CopyOf(Pledge pledge) => (Pledge)Snapshots.Read(RecordKind.Pledge, RecordJson.Write(pledge))!;
}
