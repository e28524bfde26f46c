using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Editing;

/// <summary>What may already be in the record.</summary>
public sealed class DuplicateFinderTests
{
    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_country_contribution_and_a_near_date_are_one_offer_perhaps(StorageProvider provider)
    {
        await using var desk = await DeskStore.CreateAsync(provider);
        await desk.SaveAsync(Example.Pledge());
        var pledge = Example.Pledge("");
        (pledge.Title, pledge.Announced, pledge.Citations) = ("Something else", RecordDate.Parse("2025-09-10"), []);

        var found = Assert.Single(await desk.Duplicates.FindAsync(desk.Editor, pledge));

        Assert.Equal("JPN-2025-901", found.Code);
        Assert.Equal(["the same country and land forces", "announced 19 Aug 2025"], found.Because);
    }

    [Fact]
    public async Task The_same_number_or_amount_is_noticed_years_apart()
    {
        await using var desk = await DeskStore.CreateAsync();
        var known = Example.Pledge();
        known.Quantity = new()
        {
            Min = 50,
            Max = 250,
            Unit = "soldiers",
        };
        await desk.SaveAsync(known);
        var pledge = Example.Pledge("");
        (pledge.Title, pledge.Announced, pledge.Citations) = ("Something else", RecordDate.Parse("2023"), []);
        pledge.Quantity = new() { Min = 200, Unit = "soldiers" };

        Assert.Contains("the same number", Assert.Single(await desk.Duplicates.FindAsync(desk.Editor, pledge)).Because);
    }

    [Fact]
    public async Task Another_country_s_or_another_contribution_s_pledge_is_none()
    {
        await using var desk = await DeskStore.CreateAsync();
        await desk.SaveAsync(Example.Pledge());
        var other = Example.Pledge("", "UKR");
        var air = Example.Pledge("");
        (air.Contribution, air.Title, air.Citations, air.Announced) = (Contribution.Air, "Jets", [], RecordDate.Parse("2020"));

        Assert.Empty(await desk.Duplicates.FindAsync(desk.Editor, other));
        Assert.Empty(await desk.Duplicates.FindAsync(desk.Editor, air));
    }

    [Fact]
    public async Task A_record_is_no_duplicate_of_itself()
    {
        await using var desk = await DeskStore.CreateAsync();
        await desk.SaveAsync(Example.Pledge(), Example.Statement());

        Assert.Empty(await desk.Duplicates.FindAsync(desk.Editor, Example.Pledge()));
        Assert.Empty(await desk.Duplicates.FindAsync(desk.Editor, Example.Statement()));
    }

    [Fact]
    public async Task A_source_is_known_by_its_address()
    {
        await using var desk = await DeskStore.CreateAsync();
        var known = Example.Source("SRC-0009");
        known.Url = "https://www.example.org/news/1/";
        await desk.SaveAsync(known);

        Assert.Equal("SRC-0009", Assert.Single(await desk.Lookups.FindSourcesAsync(desk.Editor, "http://example.org/news/1?utm=x")).Code);
        Assert.Empty(await desk.Lookups.FindSourcesAsync(desk.Editor, "https://example.org/news/2"));
    }
}
