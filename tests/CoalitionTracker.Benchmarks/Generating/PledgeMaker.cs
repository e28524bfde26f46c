using System.Globalization;
using CoalitionTracker.Data;

namespace CoalitionTracker.Benchmarks.Generating;

/// <summary>
/// Makes pledges as varied as the record's own. The n-th pledge of so many is always the same one, whichever thread makes it.
/// </summary>
/// <param name="countries">The codes of the states that pledge, the busiest first.</param>
/// <param name="total">How many pledges there will be; at most <see cref="MaxTotal"/>.</param>
internal sealed class PledgeMaker(IReadOnlyList<string> countries, WordList words, int total)
{
    /// <summary>A code has at most six digits.</summary>
    public const int MaxTotal = 1_000_000;

    public Pledge Make(int number)
    {
        var random = new Random(number);
        var day = DateMaker.Day(random);
        var announced = DateMaker.Announced(day, random);
        var contribution = random.Skewed(Enum.GetValues<Contribution>());
        var parties = PartiesOf(random);
        var pledge = new Pledge
        {
            Title = words.Sentence(random, random.Next(4, 9)),
            Summary = words.Sentence(random, random.Next(10, 24), RareWordOf(number)) + ".",
            Parties = parties,
            PartiesInWords = random.Chance(0.01) ? "about ten countries, not named" : null,
            Contribution = contribution,
            Place = random.Weighted(
                (Place.NotStated, 55),
                (Place.InsideUkraine, 20),
                (Place.NeighbouringTerritory, 8),
                (Place.AtSea, 4),
                (Place.InTheAir, 5),
                (Place.Elsewhere, 8)
            ),
            Instrument = random.Weighted(
                (Instrument.NotStated, 30),
                (Instrument.Grant, 22),
                (Instrument.InKind, 22),
                (Instrument.Loan, 8),
                (Instrument.Guarantee, 4),
                (Instrument.Personnel, 9),
                (Instrument.Service, 5)
            ),
            SpentOn = random.Weighted((SpentOn.Ukraine, 92), (SpentOn.OwnForces, 4), (SpentOn.NotStated, 4)),
            Announced = announced,
            Term = random.Chance(0.15) ? DateMaker.Years(day, random.Next(1, 11)) : default,
            Money = random.Chance(0.4) ? AmountMaker.Money(random) : null,
            Quantity = random.Chance(0.25) ? AmountMaker.Quantity(contribution, random) : null,
            Code = $"{parties[0].Country}-{announced.Day?.Year.ToString(CultureInfo.InvariantCulture) ?? "ND"}-{number:D6}",
            State = random.Weighted((RecordState.Published, 95), (RecordState.InReview, 3), (RecordState.Deprecated, 2)),
            Stamp = new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]),
        };
        if (pledge.State is RecordState.Deprecated)
            pledge.StateReason = "Told twice.";
        AddHistory(pledge, random);
        AddEvidence(pledge, random);
        AddRelation(pledge, number, random);
        pledge.Derive();
        return pledge;
    }

    /// <summary>One country as a rule, several together now and then; a few countries hold most pledges.</summary>
    private List<PledgeParty> PartiesOf(Random random)
    {
        var count = random.Chance(0.88) ? 1 : random.Next(2, 7);
        var chosen = Enumerable.Range(0, count).Select(_ => random.Skewed(countries)).Distinct().ToList();
        return
        [
            .. chosen.Select(
                (c, i) => new PledgeParty { Country = c, Role = i > 1 && random.Chance(0.1) ? PledgePartyRole.OptedOut : PledgePartyRole.Pledger }
            ),
        ];
    }

    private static void AddHistory(Pledge pledge, Random random)
    {
        var level = random.Weighted(
            (Level.Declared, 55),
            (Level.UnderDiscussion, 15),
            (Level.RuledOut, 7),
            (Level.Signed, 12),
            (Level.Ratified, 6),
            (Level.NotStated, 5)
        );
        pledge.Levels.Add(new LevelChange { Level = level, On = pledge.Announced });
        var later = pledge.Announced.Day?.AddDays(random.Next(20, 400)) is { } day && day <= DateMaker.Last ? RecordDate.On(day) : default;
        if (later.IsStated && level is Level.Declared or Level.UnderDiscussion && random.Chance(0.3))
            pledge.Levels.Add(new LevelChange { Level = random.Weighted((Level.Signed, 5), (Level.Declared, 3), (Level.RuledOut, 1)), On = later });
        if (level is not Level.RuledOut && random.Chance(0.6))
            pledge.Deliveries.Add(new DeliveryChange { Delivery = random.From(Enum.GetValues<Delivery>()), On = pledge.Announced });
        if (pledge.Deliveries.Count > 0 && later.IsStated && random.Chance(0.3))
            pledge.Deliveries.Add(new DeliveryChange { Delivery = Delivery.Delivered, On = later });
        var kinds = Enum.GetValues<ConditionKind>();
        random.Shuffle(kinds);
        foreach (var kind in kinds.Take(random.Weighted((0, 60), (1, 25), (2, 10), (3, 5))))
            pledge.Conditions.Add(new Condition { Kind = kind, State = random.From(Enum.GetValues<ConditionState>()) });
    }

    /// <summary>What is signed rests on a signed text; everything else on sources of all grades.</summary>
    private void AddEvidence(Pledge pledge, Random random)
    {
        var isSigned = pledge.Levels.Any(c => c.Level is Level.Signed or Level.Ratified);
        var best = isSigned ? Grade.A : random.Weighted((Grade.A, 8), (Grade.B, 42), (Grade.C, 18), (Grade.D, 24), (Grade.E, 8));
        pledge.Citations.Add(Cite(best, Stance.Supports, random));
        while (random.Chance(0.3) && pledge.Citations.Count < 5)
            pledge.Citations.Add(
                Cite(
                    random.From(Enum.GetValues<Grade>()),
                    random.Weighted((Stance.Supports, 85), (Stance.Contradicts, 12), (Stance.Mistaken, 3)),
                    random
                )
            );
        foreach (var change in pledge.Levels)
            change.Source = pledge.Citations[0].Source;
        foreach (var change in pledge.Deliveries)
            change.Source = pledge.Citations[^1].Source;
    }

    private Citation Cite(Grade grade, Stance stance, Random random) =>
        new()
        {
            Source = SourceMaker.CodeFor(grade, random),
            Grade = grade,
            Stance = stance,
            Note = random.Chance(0.1) ? words.Sentence(random, 8) : null,
        };

    /// <summary>Now and then a pledge restates, replaces or is part of an earlier one.</summary>
    private void AddRelation(Pledge pledge, int number, Random random)
    {
        if (number == 0 || !random.Chance(0.04))
            return;
        var other = Make(random.Next(number)).Code;
        pledge.Relations.Add(new PledgeRelation { Pledge = other, Kind = random.From(Enum.GetValues<RelationKind>()) });
    }

    private string? RareWordOf(int number)
    {
        var apart = Math.Max(total / WordList.RareUses, WordList.Rare.Count);
        return number % apart < WordList.Rare.Count && number / apart < WordList.RareUses ? WordList.Rare[number % apart] : null;
    }
}
