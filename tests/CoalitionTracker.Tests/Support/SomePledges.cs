using System.Globalization;
using CoalitionTracker.Data;

namespace CoalitionTracker.Tests.Support;

/// <summary>
/// Pledges of all kinds for comparing a computation with a plainer one: joint and single, vague and exact, with histories, conditions and relations to each
/// other. The same seed makes the same pledges.
/// </summary>
public static class SomePledges
{
    private static readonly string[] Countries = ["JPN", "FRA", "GBR", "POL", "DEU", "EST", "NOR", "COW"];
    private static readonly DateOnly First = new(2023, 1, 10);

    public static IReadOnlyList<Pledge> Make(int seed, int count)
    {
        var random = new Random(seed);
        var pledges = new List<Pledge>();
        while (pledges.Count < count)
            pledges.Add(Make(random, pledges));
        return pledges;
    }

    private static Pledge Make(Random random, List<Pledge> earlier)
    {
        var announced = MaybeVague(random, First.AddDays(random.Next(1100)));
        var parties = random.GetItems(Countries, random.Next(10) < 7 ? 1 : random.Next(2, 4)).Distinct().ToList();
        var pledge = new Pledge
        {
            Code = $"{parties[0]}-{announced.Day?.Year.ToString(CultureInfo.InvariantCulture) ?? "ND"}-{earlier.Count + 100:D4}",
            Title = $"Pledge {earlier.Count}",
            Summary = "Made for a comparison.",
            Parties =
            [
                .. parties.Select(
                    (c, i) =>
                        new PledgeParty { Country = c, Role = i > 0 && random.Next(6) == 0 ? PledgePartyRole.OptedOut : PledgePartyRole.Pledger }
                ),
            ],
            Contribution = Any<Contribution>(random, 5),
            Instrument = Any<Instrument>(random),
            Place = Any<Place>(random),
            SpentOn = random.Next(12) == 0 ? SpentOn.OwnForces : SpentOn.Ukraine,
            Announced = announced,
            Money = random.Next(5) < 3 ? SomeMoney(random) : null,
            Quantity = random.Next(3) == 0 ? SomeQuantity(random) : null,
            State = random.Next(15) switch
            {
                0 => RecordState.InReview,
                1 => RecordState.Deprecated,
                _ => RecordState.Published,
            },
            StateReason = "For the comparison.",
            Citations =
            [
                new Citation { Source = Example.TreatyCode, Grade = Any<Grade>(random) },
                new Citation
                {
                    Source = Example.SourceCode,
                    Grade = Any<Grade>(random),
                    Stance = Any<Stance>(random),
                },
            ],
        };
        AddHistory(random, pledge);
        for (var i = random.Next(8); i < 2 && earlier.Count > 0; i++)
        {
            var other = earlier[random.Next(earlier.Count)].Code;
            if (pledge.Relations.All(r => r.Pledge != other))
                pledge.Relations.Add(new PledgeRelation { Kind = Any<RelationKind>(random), Pledge = other });
        }
        return pledge;
    }

    private static void AddHistory(Random random, Pledge pledge)
    {
        var day = pledge.Announced.Day ?? First;
        var dated = pledge.Announced.IsStated;
        for (var i = 0; i < (dated ? random.Next(1, 4) : 1); i++, day = day.AddDays(random.Next(0, 120)))
            pledge.Levels.Add(new LevelChange { Level = Any<Level>(random), On = dated ? RecordDate.On(day) : default });
        day = pledge.Announced.Day ?? First;
        for (var i = 0; i < (dated ? random.Next(0, 3) : random.Next(0, 2)); i++, day = day.AddDays(random.Next(0, 90)))
            pledge.Deliveries.Add(new DeliveryChange { Delivery = Any<Delivery>(random), On = dated ? RecordDate.On(day) : default });
        foreach (var kind in Enum.GetValues<ConditionKind>().Where(_ => random.Next(7) == 0))
            pledge.Conditions.Add(
                new Condition
                {
                    Kind = kind,
                    State = Any<ConditionState>(random),
                    Country = random.Next(4) == 0 ? pledge.Parties[0].Country : null,
                    Since = random.Next(2) == 0 ? default : RecordDate.On(First.AddDays(random.Next(1100))),
                }
            );
    }

    private static RecordDate MaybeVague(Random random, DateOnly day) =>
        random.Next(14) switch
        {
            0 => default,
            1 => RecordDate.Parse(day.ToString("yyyy-MM", CultureInfo.InvariantCulture)),
            2 => RecordDate.Parse("../" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            _ => RecordDate.On(day),
        };

    private static Money SomeMoney(Random random)
    {
        var (min, max, words) = Ends(random);
        var per = random.Next(8) == 0 ? Any<Per>(random) : Per.Once;
        return new Money
        {
            Min = min * 1_000_000,
            Max = max * 1_000_000,
            Words = words,
            Per = per,
            Currency = per is Per.ShareOfGdp ? null : random.GetItems(["EUR", "USD", "GBP", "NOK", "UAH"], 1)[0],
            NewMoney = Any<NewMoney>(random),
        };
    }

    private static Quantity SomeQuantity(Random random)
    {
        var (min, max, words) = Ends(random);
        return new Quantity
        {
            Min = min,
            Max = max,
            Words = words,
            Unit = random.GetItems(["soldiers", "troops", "F-16 aircraft"], 1)[0],
            Per = (min ?? max) % 7 == 0 ? Per.Month : Per.Once,
        };
    }

    private static (decimal? Min, decimal? Max, string? Words) Ends(Random random)
    {
        decimal number = random.Next(1, 9000);
        return random.Next(6) switch
        {
            0 => (null, null, "several"),
            1 => (number, null, null),
            2 => (null, number, null),
            3 => (number, number * 2, null),
            _ => (number, number, null),
        };
    }

    private static T Any<T>(Random random, int most = int.MaxValue)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        return values[random.Next(Math.Min(values.Length, most))];
    }
}
