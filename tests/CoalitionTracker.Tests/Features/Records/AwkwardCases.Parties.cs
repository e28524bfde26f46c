using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Records;

/// <summary>Cases of who: joint, unnamed, for and against at once, claims about others, codes that no standard has.</summary>
public sealed partial class AwkwardCases
{
    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_03_A_joint_number_is_never_split(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        var (pledge, page) = await SeededAsync<Pledge>(app, "MULTI-2026-001");

        Assert.Equal(["GBR", "FRA"], pledge.Parties.Select(p => p.Country));
        Assert.Equal("up to 15,000 soldiers", page.Fact("How much"));
        Assert.Contains("United Kingdom, France, together; how it is shared between them is not known", page.Words, StringComparison.Ordinal);
        foreach (var country in new[] { "GBR", "FRA" })
        {
            var theirs = await app.PageAsync($"/countries/{country}");
            Assert.Contains("up to 15,000 soldiers", theirs.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("7,500", theirs.Words, StringComparison.Ordinal);
        }
        Assert.Single(await CodesAsync(app, "/pledges.csv?country=GBR&country=FRA"), c => c == pledge.Code);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_04_26_unnamed_countries_never_become_countries(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        var (pledge, page) = await SeededAsync<Pledge>(app, "COW-2025-004");
        var (count, _) = await SeededAsync<Count>(app, "CNT-2025-013");

        Assert.Equal(["COW"], pledge.Parties.Select(p => p.Country));
        Assert.Equal("26 countries, not named", Page.TextOf(page.Document.QuerySelector("p.who em.vague")));
        Assert.Equal((26, 0), (count.Value, count.Members.Count));
        var (byCoalition, all) = (await CodesAsync(app, "/pledges.csv?country=COW"), await Csv.ReadAsync(app, "/countries.csv"));
        Assert.Contains(pledge.Code, byCoalition);
        Assert.Equal(
            ("COW", "26 countries, not named"),
            ((await RowAsync(app, pledge.Code))["countries"], (await RowAsync(app, pledge.Code))["parties_in_words"])
        );
        var others = string.Concat(all.Where(c => c["code"] != "COW").Select(c => $"&country={c["code"]}"));
        Assert.DoesNotContain(pledge.Code, await CodesAsync(app, $"/pledges.csv?{others[1..]}"));
        Assert.DoesNotContain(pledge.Code, (await app.PageAsync("/countries/FRA")).Section("Pledges and refusals"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_05_Poland_takes_part_leads_logistics_and_rules_soldiers_out(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        await SeededAsync<Pledge>(app, "POL-2025-001");
        await SeededAsync<Pledge>(app, "POL-2025-002");
        var (role, page) = await SeededAsync<Participation>(app, "PAR-POL-001");

        Assert.Equal(Role.Participant, role.Role);
        Assert.Contains("Participant in the coalition since 15 Mar 2025", page.Words, StringComparison.Ordinal);
        var positions = page.All("ul.positions > li");
        Assert.Contains("Land forces Ruled out", positions);
        Assert.Contains("Logistics and basing Declared", positions);
        var row = (await Csv.ReadAsync(app, "/countries.csv")).Single(r => r["code"] == "POL");
        Assert.Equal(("participant", "ruled-out"), (row["role"], row["land_forces"]));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_06_New_Zealand_s_membership_was_disputed_and_the_record_keeps_when(StorageProvider provider)
    {
        var (disputed, page) = await SeededAsync<Participation>(await apps.OnAsync(provider), "PAR-NZL-002");

        Assert.Equal(Role.Disputed, disputed.Role);
        var roles = page.SectionOf("Role in the coalition")!.QuerySelectorAll("li").Select(l => Page.TextOf(l)).ToList();
        Assert.Equal(3, roles.Count);
        Assert.StartsWith("15 Mar 2025 Participant", roles[0], StringComparison.Ordinal);
        Assert.StartsWith("23 Apr 2025 Disputed Membership itself was left open", roles[1], StringComparison.Ordinal);
        Assert.StartsWith("7 Jan 2026 Participant", roles[2], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_07_A_government_accepts_points_1_and_5_and_rejects_2_to_4(StorageProvider provider)
    {
        var (_, page) = await SeededAsync<Agreement>(await apps.OnAsync(provider), "AGR-2026-001");

        var points = page.Document.QuerySelectorAll("ol.points > li").Select(p => Page.TextOf(p.QuerySelector(".position"))).ToList();
        Assert.Equal(5, points.Count);
        Assert.All(new[] { 0, 4 }, i => Assert.StartsWith("Accepts Czechia", points[i], StringComparison.Ordinal));
        Assert.All(new[] { 1, 2, 3 }, i => Assert.StartsWith("Rejects Czechia", points[i], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_08_Ireland_rules_this_force_out_and_a_mandated_mission_perhaps(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        await SeededAsync<Pledge>(app, "IRL-2025-001");
        var (_, mandated) = await SeededAsync<Pledge>(app, "IRL-2025-002");

        Assert.Contains("Unmet Mandate: An appropriate mandate (since 5 Sep 2025)", mandated.Section("Conditions"), StringComparison.Ordinal);
        var ireland = await app.PageAsync("/countries/IRL");
        Assert.Contains("Land forces Under discussion Ruled out waits for: mandate", ireland.All("ul.positions > li"));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_10_A_president_a_minister_a_general_and_the_opposition_are_not_the_same_authority(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (
            var (code, slug, words) in new[]
            {
                ("STM-2026-002", "head-of-state", "Head of state"),
                ("STM-2025-012", "minister", "Minister"),
                ("STM-2026-011", "military", "Military"),
                ("STM-2025-021", "parliamentarian", "Opposition or member of parliament"),
            }
        )
        {
            var (_, page) = await SeededAsync<Statement>(app, code);
            Assert.Equal(words, page.Fact("Speaker's authority"));
            Assert.Contains(code, await CodesAsync(app, $"/statements.csv?authority={slug}"));
            Assert.DoesNotContain(code, await CodesAsync(app, "/statements.csv?authority=official"));
        }
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_11_A_claim_about_another_country_is_shown_there_as_a_claim_by_another(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        var (_, rutte) = await SeededAsync<Statement>(app, "STM-2025-004");
        var (_, trump) = await SeededAsync<Statement>(app, "STM-2025-007");

        Assert.All([rutte, trump], p => Assert.Contains("It is not counted as their pledge", p.Words, StringComparison.Ordinal));
        var (japan, germany) = (await app.PageAsync("/countries/JPN"), await app.PageAsync("/countries/DEU"));
        Assert.Contains("Japan is among the countries ready to give guarantees", japan.Section("Claims by others"), StringComparison.Ordinal);
        Assert.Contains("not pledges of Japan", japan.Section("Claims by others"), StringComparison.Ordinal);
        Assert.DoesNotContain("Mark Rutte", japan.Section("Own statements"), StringComparison.Ordinal);
        Assert.Contains("Donald Trump", germany.Section("Claims by others"), StringComparison.Ordinal);
        Assert.DoesNotContain("Donald Trump", germany.Section("Own statements"), StringComparison.Ordinal);
        Assert.DoesNotContain("STM-2025-004", await CodesAsync(app, "/statements.csv?country=JPN"));
        Assert.Contains("STM-2025-004", await CodesAsync(app, "/statements.csv?about=JPN"));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_11_A_claim_about_another_country_never_enters_its_pledges_facets_or_counts(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        var claim = Example.Statement("STM-2025-911", "USA");
        (claim.Title, claim.About) = ("Montenegro would send soldiers", [new() { Country = "MNE" }]);
        await SavedAsync(app, claim);

        var row = (await Csv.ReadAsync(app, "/countries.csv")).Single(r => r["code"] == "MNE");
        Assert.Equal(("0", "0", "not-researched", ""), (row["pledges"], row["refusals"], row["land_forces"], row["role"]));
        Assert.Empty(await Csv.ReadAsync(app, "/pledges.csv?country=MNE"));
        Assert.Null((await app.PageAsync("/pledges")).Document.QuerySelector("input[name=country][value=MNE]"));
        Assert.Null((await app.PageAsync("/statements")).Document.QuerySelector("input[name=country][value=MNE]"));
        Assert.DoesNotContain("Montenegro", (await app.PageAsync("/")).Section("Who would send soldiers?"), StringComparison.Ordinal);
        var page = await app.PageAsync("/countries/MNE");
        Assert.Contains("0 pledges and 0 refusals on record", page.Words, StringComparison.Ordinal);
        Assert.Contains("Montenegro would send soldiers", page.Section("Claims by others"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_12_Unnamed_officials_have_no_country_and_a_copy_names_its_original(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        var (officials, page) = await SeededAsync<Statement>(app, "STM-2025-008");
        Assert.Equal((null, Authority.Unnamed), (officials.Country, officials.Authority));
        Assert.Equal("Unnamed officials", page.Fact("Speaker's authority"));
        Assert.StartsWith("E Anonymous or leaked", page.Fact("Best evidence"), StringComparison.Ordinal);

        var (copy, source) = await SeededAsync<Source>(app, "SRC-0004");
        Assert.Equal(("Bloomberg", "SRC-0001"), (copy.Publisher, copy.SeenThrough));
        Assert.Equal("Bloomberg", source.Fact("Publisher"));
        Assert.Equal("Japan ready to take part in a coalition guaranteeing Ukraine's security", source.Fact("Seen through"));
        Assert.Contains(copy.Code, await CodesAsync(app, "/sources.csv?seen=through"));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_22_Pledgers_and_speakers_without_an_ISO_code_are_like_any_other(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        var (loan, page) = await SavedAsync(
            app,
            Pledge(
                "EIB-2025-001",
                "EIB",
                p =>
                    (p.Title, p.Money) = (
                        "A loan of the bank",
                        new()
                        {
                            Min = 1_000_000,
                            Max = 1_000_000,
                            Currency = "EUR",
                        }
                    )
            )
        );
        Assert.Equal("European Investment Bank", Page.TextOf(page.Document.QuerySelector("p.who")));
        var bank = await app.PageAsync("/countries/EIB");
        Assert.Contains("A loan of the bank", bank.Section("Pledges and refusals"), StringComparison.Ordinal);
        Assert.Null(bank.Document.QuerySelector("h1 img"));
        Assert.Equal(["EIB-2025-001"], await CodesAsync(app, "/pledges.csv?country=EIB"));

        var (_, speaker) = await SeededAsync<Statement>(app, "STM-2025-005");
        Assert.StartsWith("NATO Secretary-General of NATO", Page.TextOf(speaker.Document.QuerySelector("p.who")), StringComparison.Ordinal);
        Assert.Contains("STM-2025-005", await CodesAsync(app, "/statements.csv?country=NATO"));
    }
}
