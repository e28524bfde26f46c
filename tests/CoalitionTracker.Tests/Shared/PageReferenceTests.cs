using System.Text.Json;
using CoalitionTracker.Shared;

namespace CoalitionTracker.Tests.Shared;

public sealed class PageReferenceTests
{
    private static readonly Dictionary<string, string> Forms = new PageReference(
        "100 % of {日本} & \"others\"",
        "https://example.org/pledges?country=JPN&page=2",
        42,
        new DateTime(2025, 8, 20, 23, 59, 0, DateTimeKind.Utc),
        new DateOnly(2025, 9, 1)
    )
        .Forms()
        .ToDictionary(f => f.Name, f => f.Text);

    [Fact]
    public void Plain_text_names_title_version_address_and_both_days() =>
        Assert.Equal(
            "CoalitionTracker, “100 % of {日本} & \"others\"”, version 42 of 2025-08-20, https://example.org/pledges?country=JPN&page=2 (read 2025-09-01).",
            Forms["Plain"]
        );

    [Fact]
    public void BibTeX_escapes_its_own_signs()
    {
        Assert.StartsWith("@misc{coalitiontracker42,", Forms["BibTeX"], StringComparison.Ordinal);
        Assert.Contains(@"title = {100 \% of \{日本\} \& ""others""},", Forms["BibTeX"], StringComparison.Ordinal);
        Assert.Contains("urldate = {2025-09-01}", Forms["BibTeX"], StringComparison.Ordinal);
        Assert.Equal(Forms["BibTeX"].Count(c => c == '{'), Forms["BibTeX"].Count(c => c == '}'));
    }

    [Fact]
    public void CSL_JSON_is_JSON_with_the_schema_s_names()
    {
        var item = JsonDocument.Parse(Forms["CSL-JSON"]).RootElement[0];

        Assert.Equal("webpage", item.GetProperty("type").GetString());
        Assert.Equal("100 % of {日本} & \"others\"", item.GetProperty("title").GetString());
        Assert.Equal("https://example.org/pledges?country=JPN&page=2", item.GetProperty("URL").GetString());
        Assert.Equal("42", item.GetProperty("version").GetString());
        Assert.Equal([2025, 8, 20], Parts(item, "issued"));
        Assert.Equal([2025, 9, 1], Parts(item, "accessed"));
    }

    private static IEnumerable<int> Parts(JsonElement item, string name) =>
        item.GetProperty(name).GetProperty("date-parts")[0].EnumerateArray().Select(p => p.GetInt32());
}
