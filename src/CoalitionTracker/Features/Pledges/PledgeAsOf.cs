namespace CoalitionTracker.Features.Pledges;

/// <summary>A row of a list as it was on a day, by the record's own dates.</summary>
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
            Total = book.RuleOn(place, day),
            Stale = false, // staleness is a matter of today
            WhyStale = null,
        };
    }
}
