using CoalitionTracker.Data;
using CoalitionTracker.Features.Changes;

namespace CoalitionTracker.Tests.Features.Changes;

/// <summary>What stands together: by record, and what was first entered together as one.</summary>
public sealed class ChangeBlocksTests
{
    private static readonly DateTime Monday = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);
    private static readonly ChangeReason Seeding = new("Files", "The first facts", null);
    private static readonly ChangeReason Other = new("Olena", "Corrected", "Ren");

    private readonly ChangeLogView.Builder builder = new();
    private long version;

    [Fact]
    public void What_was_first_entered_together_is_one_block_with_counts_by_kind()
    {
        for (var i = 0; i < 300; i++)
            Add($"P{i}", Seeding);
        for (var i = 0; i < 112; i++)
            Add($"S{i}", Seeding, kind: RecordKind.Source);

        var (page, counts) = Page();

        var block = Assert.IsType<EnteredBlock>(Assert.Single(page));
        Assert.Equal((412, 0, ChangeBlocks.Named), (block.Count, block.Oldest, block.Places.Count));
        Assert.Equal((300, 112), (block.ByKind[RecordKind.Pledge], block.ByKind[RecordKind.Source]));
        Assert.Equal((412, 412, 412, 1), (counts.Records, counts.Entered, counts.Changes, counts.Blocks));
        Assert.Equal(["Files"], counts.Authors);
    }

    [Fact]
    public void Another_author_reason_day_or_change_in_between_begins_another_block()
    {
        Add("A", Seeding);
        Add("B", Seeding);
        Add("C", Other);
        Add("D", Seeding);
        Add("E", Seeding, days: 1);
        Add("F", Seeding, days: 1);

        Assert.Equal(["E+F", "D", "C", "A+B"], Page().Page.Select(Name));
    }

    [Fact]
    public void A_record_that_changed_after_it_was_entered_stands_by_itself_with_all_its_changes()
    {
        Add("A", Seeding);
        Add("B", Seeding);
        Add("C", Seeding);
        Add("B", Other, days: 2);

        var (page, counts) = Page();

        Assert.Equal(["B", "A+C"], page.Select(Name));
        var changed = Assert.IsType<RecordBlock>(page[0]);
        Assert.Equal([3, 1], changed.Places);
        Assert.Equal((-1, true), (changed.Before, changed.IsNew));
        Assert.Equal((3, 3, 4), (counts.Records, counts.Entered, counts.Changes));
    }

    [Fact]
    public void A_change_in_the_period_is_told_against_the_state_before_it()
    {
        Add("A", Seeding);
        Add("A", Other);
        Add("A", Other);
        Add("A", Other);

        var (page, counts) = Page(from: 2);

        var changed = Assert.IsType<RecordBlock>(Assert.Single(page));
        Assert.Equal([3, 2], changed.Places);
        Assert.Equal(1, changed.Before);
        Assert.Equal((1, 0), (counts.Records, counts.Entered));
    }

    [Fact]
    public void Each_record_by_itself_is_paged()
    {
        for (var i = 0; i < 45; i++)
            Add($"P{i}", Seeding);

        var (page, counts) = ChangeBlocks.Page(builder.View(version), 0, 45, (_, _) => true, isGrouped: false, (3, 20));

        Assert.Equal(["P4", "P3", "P2", "P1", "P0"], page.Select(Name));
        Assert.Equal(45, counts.Blocks);
    }

    [Fact]
    public void What_is_not_asked_for_is_not_counted()
    {
        Add("A", Seeding);
        Add("S", Other, kind: RecordKind.Source);
        Add("B", Seeding);

        var (page, counts) = ChangeBlocks.Page(builder.View(version), 0, 3, (kind, _) => kind is RecordKind.Pledge, true, (1, 20));

        Assert.Equal(["A+B"], page.Select(Name));
        Assert.Equal((2, "Files"), (counts.Records, Assert.Single(counts.Authors)));
    }

    [Fact]
    public void Feeds_tell_every_change_and_what_was_entered_together_once()
    {
        Add("A", Seeding);
        Add("B", Seeding);
        Add("A", Other);
        Add("A", Other);

        Assert.Equal(["A", "A", "A+B"], ChangeBlocks.Runs(builder.View(version), (_, _) => true).Select(Name));
    }

    [Fact]
    public void A_view_that_was_given_out_does_not_grow()
    {
        Add("A", Seeding);
        var before = builder.View(version);
        for (var i = 0; i < 100; i++)
            Add("A", Other);

        Assert.Equal((1, "Files"), (before.Count, before.ReasonOf(before[0]).Author));
        Assert.Equal(101, builder.View(version).Count);
    }

    [Fact]
    public void A_day_stands_for_the_version_before_its_first_change()
    {
        Add("A", Seeding);
        Add("B", Seeding, days: 2);
        Add("C", Seeding, days: 2);
        var log = builder.View(version);

        Assert.Equal([0, 1, 1, 3], Enumerable.Range(0, 4).Select(d => log.VersionBefore(DateOnly.FromDateTime(Monday).AddDays(d))));
        Assert.Equal([0, 1, 2, 3, 3], Enumerable.Range(0, 5).Select(v => log.PlaceAfter(v)));
    }

    private (IReadOnlyList<ChangeBlock> Page, ChangeCounts Counts) Page(int from = 0)
    {
        var log = builder.View(version);
        return ChangeBlocks.Page(log, from, log.Count, (_, _) => true, isGrouped: true, (1, 20));
    }

    private void Add(string code, ChangeReason why, int days = 0, RecordKind kind = RecordKind.Pledge) =>
        builder.Add(++version, Monday.AddDays(days), kind, code, why);

    private string Name(ChangeBlock block)
    {
        var log = builder.View(version);
        var codes = block is RecordBlock record ? [log.RecordOf(log[record.Places[0]]).Code] : block.Places.Select(p => log.RecordOf(log[p]).Code);
        return string.Join('+', codes.Order(StringComparer.Ordinal));
    }
}
