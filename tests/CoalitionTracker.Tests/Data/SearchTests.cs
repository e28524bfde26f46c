using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Tests.Data;

/// <summary>What the store finds, on both providers alike.</summary>
public sealed class SearchTests
{
    private static readonly (string Asked, string[] Found)[] Cases =
    [
        ("brigad", ["JPN-2025-901"]),
        ("RIGAD", ["JPN-2025-901"]),
        ("élysée", ["STM-2025-901"]),
        ("elysee", ["STM-2025-901"]),
        ("япон", ["JPN", "JPN-2025-901", "STM-2025-901"]),
        ("ЯПОНІЯ", ["JPN", "JPN-2025-901", "STM-2025-901"]),
        ("日本", ["JPN", "JPN-2025-901", "STM-2025-901"]),
        ("本", ["JPN", "JPN-2025-901", "STM-2025-901"]),
        ("japan speaker", ["STM-2025-901"]),
        ("speaker japan elysee", ["STM-2025-901"]),
        ("speaker brigade", []),
        ("jpn-2025", ["JPN-2025-901"]),
        ("ｊｐｎ－２０２５", ["JPN-2025-901"]),
        ("nothing of the kind", []),
        ("100%", ["JPN-2025-901"]),
        ("%", []),
        ("_", []),
        ("b_igade", ["JPN-2025-901"]), // two words, not a wildcard
        ("z_igade", []),
        ("\"", []),
        ("' OR 1=1 --", []),
        ("brigade*", []),
    ];

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Any_part_of_a_word_finds_the_record_in_any_language(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        var (pledge, statement) = (Example.Pledge(), Example.Statement());
        pledge.Summary = "A brigade, at 100% strength.";
        statement.Occasion = "At the Élysée";
        await store.SaveAsync(pledge, statement);

        foreach (var (asked, expected) in Cases)
            Assert.Equal((asked, string.Join(' ', expected)), (asked, string.Join(' ', await FoundAsync(store, asked))));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_found_follows_the_record(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        var pledge = Example.Pledge();
        pledge.Summary = "A brigade.";
        await store.SaveAsync(pledge);
        var changed = Example.Pledge();
        changed.Title = "Minesweepers";
        changed.State = RecordState.Deprecated;
        changed.StateReason = "Replaced.";

        await store.SaveAsync(changed);

        Assert.Empty(await FoundAsync(store, "brigade"));
        Assert.Equal([pledge.Code], await FoundAsync(store, "minesweeper"));
        await using var db = store.Open();
        var entry = await db.SearchEntries.SingleAsync(e => e.Code == pledge.Code, TestContext.Current.CancellationToken);
        Assert.Equal(("Minesweepers", RecordState.Deprecated), (entry.Heading, entry.State));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_country_s_new_name_finds_everything_that_its_old_one_found(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        var (count, meeting) = (Example.Count(), Example.Event());
        count.Members = [new() { Country = "JPN" }];
        meeting.Countries = [new() { Country = "JPN" }];
        var about = Example.Statement("STM-2025-902", null);
        about.About = [new() { Country = "JPN" }];
        await store.SaveAsync(
            Example.Pledge(),
            Example.Statement(),
            about,
            Example.Agreement(),
            count,
            meeting,
            Example.Participation(),
            Example.Note()
        );
        var mentioning = await FoundAsync(store, "японія");
        Assert.Equal(9, mentioning.Count);
        var before = (await store.RevisionsAsync()).Count;

        var renamed = Example.Country("JPN", "Nippon", "Ніппон", "日本");
        renamed.AlternativeNames = ["State of Nihon"];
        var newer = Example.Pledge(); // saved with its country: what is given counts, not what was stored
        newer.Title = "Minesweepers";
        await store.SaveAsync(renamed, newer);

        foreach (var name in new[] { "nippon", "ніппон", "日本", "nihon" })
            Assert.Equal(mentioning, await FoundAsync(store, name));
        Assert.Empty(await FoundAsync(store, "японія"));
        Assert.Equal([newer.Code], await FoundAsync(store, "minesweepers"));
        Assert.Equal(before + 2, (await store.RevisionsAsync()).Count); // what only mentions it is no new version
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(TestStore store, string asked)
    {
        var words = SearchEntry.Fold(asked).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return [];
        await using var db = store.Open();
        var found = await db.Search(words).Select(e => e.Code).ToListAsync(TestContext.Current.CancellationToken);
        return [.. found.Order(StringComparer.Ordinal)];
    }
}
