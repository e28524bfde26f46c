namespace CoalitionTracker.BrowserTests;

/// <summary>A reader who knows only the founding article finds each of its facts from the home page, by links and the search box, with and without scripts.</summary>
public class ArticleTests(Site site)
{
    private const string Hint = "France, Germany and the United Kingdom could provide ground forces";
    private const string Claims = "Claims by others";
    private const string Pledges = "Pledges and refusals";

    public static MatrixTheoryData<string, bool> Facts => new(ArticleFacts.All.Keys, [true, false]);

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task A_reader_finds_a_fact_with_its_speaker_date_grade_and_source(string fact, bool scripts)
    {
        await using var reader = await site.OpenAsync(new(Scripts: scripts));
        foreach (var station in ArticleFacts.All[fact])
        {
            foreach (var step in station.Way)
                await (step.Link is { } link ? reader.FollowAsync(link) : reader.SearchAsync(step.Search!));
            foreach (var text in station.Sees)
                await reader.SeesAsync(text);
        }
        Assert.Empty(reader.Troubles);
    }

    [Fact]
    public void All_nineteen_facts_have_a_way() =>
        Assert.Equal(Enumerable.Range(1, 19).Select(n => $"A{n}"), ArticleFacts.All.Keys.Select(fact => fact.Split(' ')[0]));

    [Theory]
    [InlineData("France")]
    [InlineData("Germany")]
    [InlineData("United Kingdom")]
    public async Task A_hint_at_another_countrys_forces_is_a_claim_by_others_there_and_no_pledge(string country)
    {
        await using var reader = await site.OpenAsync();

        await reader.FollowAsync(country);
        await reader.SeesAsync(country);

        await Expect(reader.Section(Claims)).ToContainTextAsync(Hint);
        await Expect(reader.Section(Claims)).ToContainTextAsync("Donald Trump");
        await Expect(reader.Section(Claims)).ToContainTextAsync("19 Aug 2025");
        await Expect(reader.Section(Pledges)).Not.ToContainTextAsync(Hint);
        await Expect(reader.Section(Pledges)).Not.ToContainTextAsync("secure Ukraine's borders");
    }

    [Fact]
    public async Task What_another_says_of_Japan_is_a_claim_and_no_pledge_of_Japan()
    {
        const string Named = "Japan is among the countries ready to give guarantees";
        await using var reader = await site.OpenAsync();

        await reader.FollowAsync("Japan");

        await Expect(reader.Section(Claims)).ToContainTextAsync(Named);
        await Expect(reader.Section("Own statements")).ToContainTextAsync("Shigeru Ishiba");
        await Expect(reader.Section("Own statements")).Not.ToContainTextAsync(Named);
        await Expect(reader.Section(Pledges)).Not.ToContainTextAsync(Named);
    }

    [Fact]
    public async Task Troops_of_unnamed_countries_are_in_vague_words_and_on_no_countrys_page()
    {
        const string Force = "Several hundred troops as a reassurance force";
        await using var reader = await site.OpenAsync(new(Scripts: false));
        await reader.FollowAsync("Pledges");
        await reader.Main.GetByRole(AriaRole.Searchbox).FillAsync("reassurance force");
        await reader.LeaveAsync(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }));

        var row = reader.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = Force });
        await Expect(row.Locator("em.vague").First).ToHaveTextAsync("about ten countries, not named");
        await Expect(row).ToContainTextAsync("several hundred");
        await Expect(row.Locator("a.country")).ToHaveCountAsync(0);

        foreach (var country in await CountriesAsync(reader))
        {
            await reader.GoAsync(country);
            await Expect(reader.Section(Pledges)).Not.ToContainTextAsync(Force);
        }
    }

    /// <summary>The addresses of all states' pages, as the list of countries links them.</summary>
    private static async Task<string[]> CountriesAsync(Reader reader)
    {
        await reader.GoAsync("/countries?size=200&kind=state");
        var links = await reader.Main.Locator("tbody a.country").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.Contains("/countries/JPN", links);
        return links;
    }
}
