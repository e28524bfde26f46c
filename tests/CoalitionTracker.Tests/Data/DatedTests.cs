using CoalitionTracker.Data;
using CsCheck;

namespace CoalitionTracker.Tests.Data;

/// <summary>For any history, the state as of a day is the fold of the changes up to it.</summary>
public sealed class DatedTests
{
    private static readonly DateOnly First = new(2024, 1, 1);

    private static readonly Gen<RecordDate> Days = Gen.Int[-3, 40].Select(n => n < 0 ? default : RecordDate.On(First.AddDays(n)));

    private static readonly Gen<LevelChange[]> Histories = Gen.Select(Gen.Enum<Level>(), Days)
        .Select((level, on) => new LevelChange { Level = level, On = on })
        .Array[0, 8];

    [Fact]
    public void The_state_on_a_day_is_the_fold_of_the_changes_up_to_it() =>
        Gen.Select(Histories, Gen.Int[-5, 45])
            .Sample(
                (changes, n) =>
                {
                    var day = First.AddDays(n);
                    LevelChange? state = null;
                    for (var d = First.AddDays(-1); d <= day; d = d.AddDays(1)) // day by day, as time went
                    {
                        foreach (var change in changes.Where(c => c.On.Day == d))
                            state = change;
                    }
                    Assert.Same(state, Dated.On(changes, c => c.On, day));
                },
                iter: 500
            );

    [Fact]
    public void A_later_change_does_not_alter_what_was_before_it() =>
        Gen.Select(Histories, Gen.Int[0, 40], Gen.Enum<Level>())
            .Sample(
                (changes, n, level) =>
                {
                    var day = First.AddDays(n);
                    var more = changes.Append(new LevelChange { Level = level, On = RecordDate.On(day.AddDays(1)) });
                    Assert.Same(Dated.On(changes, c => c.On, day), Dated.On(more, c => c.On, day));
                },
                iter: 500
            );

    [Fact]
    public void Without_a_day_the_newest_change_counts_and_an_undated_one_is_the_newest_only_where_it_stands_alone()
    {
        var dated = new LevelChange { Level = Level.Signed, On = RecordDate.Parse("2024-05") };
        var planned = new LevelChange { Level = Level.Ratified, On = RecordDate.Parse("2031") };

        Assert.Same(planned, Dated.On([planned, dated], c => c.On, null));
        Assert.Same(dated, Dated.On([dated], c => c.On, new DateOnly(2024, 5, 1))); // a month counts from its first day
        Assert.Null(Dated.On([new LevelChange()], c => c.On, new DateOnly(2024, 5, 1)));
        Assert.NotNull(Dated.On([new LevelChange()], c => c.On, new DateOnly(2024, 5, 1), new DateOnly(2024, 5, 1)));
    }

    [Fact]
    public void A_pledge_did_not_exist_before_anything_was_said_of_it()
    {
        var pledge = new Pledge
        {
            Announced = RecordDate.Parse("2024-03-01"),
            Levels =
            [
                new() { Level = Level.UnderDiscussion, On = RecordDate.Parse("2024-02-10") },
                new() { Level = Level.Signed, On = RecordDate.Parse("2024-06") },
            ],
            Deliveries = [new() { Delivery = Delivery.Allocated }],
        };

        Assert.Null(pledge.StandingOn(new DateOnly(2024, 2, 9)));
        Assert.Equal((Level.UnderDiscussion, Delivery.Allocated), pledge.StandingOn(new DateOnly(2024, 2, 10)));
        Assert.Equal((Level.Signed, Delivery.Allocated), pledge.StandingOn(new DateOnly(2024, 6, 1)));
        Assert.Null(new Pledge { Levels = [new() { Level = Level.Signed }] }.StandingOn(new DateOnly(2030, 1, 1)));
    }

    [Fact]
    public void An_agreement_s_state_without_a_date_counts_from_the_signing_today_as_on_any_day()
    {
        var agreement = new Agreement
        {
            Signed = RecordDate.Parse("2024-06-13"),
            States = [new() { State = AgreementState.Signed }, new() { State = AgreementState.Negotiating, On = RecordDate.Parse("2023-10") }],
        };
        agreement.Derive();

        Assert.Equal(AgreementState.Negotiating, agreement.StandingOn(new DateOnly(2024, 6, 12)));
        Assert.Equal(AgreementState.Signed, agreement.StandingOn(new DateOnly(2024, 6, 13)));
        Assert.Equal(AgreementState.Signed, agreement.Progress);
    }

    [Fact]
    public void A_condition_that_is_met_was_unmet_before_and_of_any_other_state_nothing_is_known()
    {
        var met = new Condition { State = ConditionState.Met, Since = RecordDate.Parse("2025-01-01") };
        var unmet = new Condition { State = ConditionState.Unmet, Since = RecordDate.Parse("2025-01-01") };

        Assert.Equal(ConditionState.Unmet, met.StateOn(new DateOnly(2024, 12, 31)));
        Assert.Equal(ConditionState.Met, met.StateOn(new DateOnly(2025, 1, 1)));
        Assert.Equal(ConditionState.Unknown, unmet.StateOn(new DateOnly(2024, 12, 31)));
        Assert.Equal(ConditionState.Waived, new Condition { State = ConditionState.Waived }.StateOn(new DateOnly(2020, 1, 1)));
    }
}
