using Bunit;
using CoalitionTracker.Data;
using CoalitionTracker.Shared.Components;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Shared.Components;

/// <summary>A sign never stands alone: the word stands beside it, and the sign is hidden from a screen reader.</summary>
public sealed class MarkTests : BunitContext
{
    public static TheoryData<Level> Levels => [.. Enum.GetValues<Level>()];

    public static TheoryData<Delivery> Deliveries => [.. Enum.GetValues<Delivery>()];

    public static TheoryData<Grade> Grades => [.. Enum.GetValues<Grade>()];

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_level_has_its_word_beside_the_bars(Level level)
    {
        var mark = Render<LevelMark>(p => p.Add(m => m.Level, level)).Find("span.mark");

        Assert.Equal(level.Label(), Page.Squeeze(mark.TextContent));
        Assert.Equal("true", mark.QuerySelector(".bars")!.GetAttribute("aria-hidden"));
        Assert.Contains($"level-{level.Slug()}", mark.ClassList);
        Assert.Equal(level.Description(), mark.GetAttribute("title"));
    }

    [Theory]
    [MemberData(nameof(Deliveries))]
    public void A_state_of_delivery_has_its_word_beside_the_ring(Delivery delivery)
    {
        var mark = Render<DeliveryMark>(p => p.Add(m => m.Delivery, delivery)).Find("span.mark");

        Assert.Equal(delivery.Label(), Page.Squeeze(mark.TextContent));
        Assert.Equal("true", mark.QuerySelector(".ring")!.GetAttribute("aria-hidden"));
        Assert.Contains($"delivery-{delivery.Slug()}", mark.ClassList);
    }

    [Theory]
    [MemberData(nameof(Grades))]
    public void A_grade_says_what_its_letter_means(Grade grade)
    {
        var mark = Render<GradeMark>(p => p.Add(m => m.Grade, grade).Add(m => m.InWords, true));

        Assert.Equal(grade.ToString(), mark.Find("abbr").TextContent);
        Assert.Equal(grade.Description(), Page.Squeeze(mark.Find("span").TextContent));
        Assert.Contains(grade.Description()!, mark.Find("abbr").GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_source_there_is_no_grade()
    {
        var mark = Render<GradeMark>(p => p.Add(m => m.Grade, null));

        Assert.Equal(("–", "No source supports this yet"), (mark.Find("abbr").TextContent, mark.Find("abbr").GetAttribute("title")));
    }

    [Theory]
    [InlineData(RecordState.InReview, "In review")]
    [InlineData(RecordState.Deprecated, "Deprecated")]
    [InlineData(RecordState.Published, "")]
    public void Only_what_is_not_simply_published_says_so(RecordState state, string words) =>
        Assert.Equal(
            words,
            Page.Squeeze(string.Concat(Render<StateMark>(p => p.Add(m => m.State, state)).FindAll("span").Select(s => s.TextContent)))
        );
}
