using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;

namespace CoalitionTracker.Tests.Features.Pledges;

public sealed class TotalsTests
{
    private static readonly PledgeFigures Countable = new(
        RecordState.Published,
        Level.Declared,
        Delivery.NotAssessed,
        SpentOn.Ukraine,
        Grade.A,
        new Money
        {
            Min = 1,
            Max = 2,
            Currency = "EUR",
        },
        RecordDate.Parse("2025")
    );

    public static TheoryData<string, PledgeFigures, TotalRule> ByFigures =>
        new()
        {
            { "grade A", Countable, TotalRule.Counted },
            { "grade B", Countable with { Grade = Grade.B }, TotalRule.Counted },
            {
                "open above",
                Countable with
                {
                    Money = new() { Min = 1, Currency = "EUR" },
                },
                TotalRule.Counted
            },
            { "own forces", Countable with { SpentOn = SpentOn.OwnForces }, TotalRule.OwnForces },
            { "not stated on whom", Countable with { SpentOn = SpentOn.NotStated }, TotalRule.Counted },
            { "in review", Countable with { State = RecordState.InReview }, TotalRule.NotPublished },
            { "deprecated", Countable with { State = RecordState.Deprecated }, TotalRule.NotPublished },
            { "ruled out", Countable with { Level = Level.RuledOut }, TotalRule.RuledOut },
            { "no money", Countable with { Money = null }, TotalRule.NoMoney },
            { "withdrawn", Countable with { Delivery = Delivery.Withdrawn }, TotalRule.Superseded },
            { "superseded", Countable with { Delivery = Delivery.Superseded }, TotalRule.Superseded },
            { "suspended", Countable with { Delivery = Delivery.Suspended }, TotalRule.Counted },
            {
                "a year",
                Countable with
                {
                    Money = new()
                    {
                        Min = 1,
                        Currency = "EUR",
                        Per = Per.Year,
                    },
                },
                TotalRule.NoFixedSum
            },
            {
                "share of GDP",
                Countable with
                {
                    Money = new() { Min = 0.25m, Per = Per.ShareOfGdp },
                },
                TotalRule.NoFixedSum
            },
            {
                "words only",
                Countable with
                {
                    Money = new() { Words = "about 7.1 billion", Currency = "EUR" },
                },
                TotalRule.InWords
            },
            { "grade C", Countable with { Grade = Grade.C }, TotalRule.WeakGrade },
            { "grade E", Countable with { Grade = Grade.E }, TotalRule.WeakGrade },
            { "no grade", Countable with { Grade = null }, TotalRule.WeakGrade },
        };

    [Theory]
    [MemberData(nameof(ByFigures))]
    public void A_pledge_s_figures_say_whether_it_counts(string what, PledgeFigures figures, TotalRule rule) =>
        Assert.Equal((what, rule), (what, Totals.RuleFor(figures, [], isSuperseded: false, hasRate: true)));

    [Theory]
    [InlineData(RelationKind.Restates, TotalRule.Restated)]
    [InlineData(RelationKind.PartOf, TotalRule.PartOfAnother)]
    [InlineData(RelationKind.OverlapsWith, TotalRule.Overlaps)]
    [InlineData(RelationKind.Supersedes, TotalRule.Counted)]
    [InlineData(RelationKind.Contradicts, TotalRule.Counted)]
    public void What_another_pledge_counts_is_not_counted_twice(RelationKind relation, TotalRule rule) =>
        Assert.Equal(rule, Totals.RuleFor(Countable, [relation], isSuperseded: false, hasRate: true));

    [Fact]
    public void What_another_pledge_supersedes_is_not_counted() =>
        Assert.Equal(TotalRule.Superseded, Totals.RuleFor(Countable, [], isSuperseded: true, hasRate: true));

    [Fact]
    public void Without_a_rate_there_is_nothing_to_add() =>
        Assert.Equal(TotalRule.NoRate, Totals.RuleFor(Countable, [], isSuperseded: false, hasRate: false));

    [Theory]
    [InlineData(Grade.C)]
    [InlineData(null)]
    public void What_has_no_rate_cannot_be_counted_with_weak_grades_either(Grade? grade) =>
        Assert.Equal(TotalRule.NoRate, Totals.RuleFor(Countable with { Grade = grade }, [], isSuperseded: false, hasRate: false));

    [Fact]
    public void The_first_reason_that_applies_is_given() =>
        Assert.Equal(
            TotalRule.Restated,
            Totals.RuleFor(Countable with { Grade = Grade.E }, [RelationKind.OverlapsWith, RelationKind.Restates], isSuperseded: true, hasRate: false)
        );
}
