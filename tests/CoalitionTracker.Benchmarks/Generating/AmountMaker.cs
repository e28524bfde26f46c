using CoalitionTracker.Data;

namespace CoalitionTracker.Benchmarks.Generating;

/// <summary>Money in several currencies and numbers of people and things: exact, between two ends, with an open end, or in words only.</summary>
internal static class AmountMaker
{
    public static Money Money(Random random)
    {
        if (random.Chance(0.02))
            return new Money
            {
                Min = 0.25m,
                Max = 0.25m,
                Per = Per.ShareOfGdp,
            };
        var (min, max, words) = Ends(RoundSum(random), random);
        return new Money
        {
            Min = min,
            Max = max,
            Words = words,
            Currency = random.Weighted(
                ("EUR", 40),
                ("USD", 20),
                ("GBP", 10),
                ("JPY", 6),
                ("CAD", 5),
                ("NOK", 5),
                ("SEK", 5),
                ("PLN", 4),
                ("DKK", 3),
                ("CHF", 1),
                ("UAH", 1)
            ),
            Per = random.Weighted((Per.Once, 88), (Per.Year, 10), (Per.Month, 2)),
            NewMoney = random.Weighted((NewMoney.Unknown, 70), (NewMoney.Yes, 22), (NewMoney.No, 8)),
        };
    }

    public static Quantity Quantity(Contribution contribution, Random random)
    {
        var (min, max, words) = Ends(contribution is Contribution.LandForces ? random.Next(1, 200) * 50 : random.Next(1, 120), random);
        return new Quantity
        {
            Min = min,
            Max = max,
            Words = words,
            Unit = contribution switch
            {
                Contribution.LandForces or Contribution.Training => "soldiers",
                Contribution.Air => random.Weighted(("F-16 aircraft", 2), ("Mirage 2000-5 aircraft", 1), ("helicopters", 1)),
                Contribution.Maritime => "mine hunters",
                _ => random.Weighted(("vehicles", 3), ("howitzers", 2), ("generators", 3), ("drones", 4)),
            },
            Basis = random.Weighted((Basis.Reported, 85), (Basis.Estimated, 12), (Basis.Unknown, 3)),
            Delivered = random.Chance(0.2) && max is not null ? Math.Floor(max.Value / 2) : null,
        };
    }

    /// <summary>One or two significant digits, from a hundred thousand to ninety billion, small sums more often.</summary>
    private static decimal RoundSum(Random random) =>
        random.Next(1, 100) * (decimal)Math.Pow(10, random.Weighted((5, 20), (6, 45), (7, 25), (8, 9), (9, 1)));

    private static (decimal? Min, decimal? Max, string? Words) Ends(decimal about, Random random) =>
        random.Weighted((0, 72), (1, 12), (2, 8), (3, 5), (4, 3)) switch
        {
            0 => (about, about, null),
            1 => (about, about * 2, null),
            2 => (about, null, null),
            3 => (null, about, null),
            _ => (null, null, "several hundred"),
        };
}
