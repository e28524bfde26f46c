using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;
using CsCheck;

namespace CoalitionTracker.Tests.Data;

public sealed class SearchEntryTests
{
    [Theory]
    [InlineData("Élysée", "elysee")]
    [InlineData("ＮＡＴＯ", "nato")]
    [InlineData("Türkiye", "turkiye")]
    [InlineData("УКРАЇНА", "украіна")]
    [InlineData("ｶﾞｽ", "ガス")]
    [InlineData("ガス", "ガス")]
    [InlineData("日本", "日本")]
    [InlineData("100%_\\", "100   ")]
    [InlineData("a\u00a0b\nc", "a b c")]
    [InlineData("", "")]
    public void Case_accents_and_width_are_folded_and_wildcards_become_spaces(string text, string folded) =>
        Assert.Equal(folded, SearchEntry.Fold(text));

    [Fact]
    public void Folding_twice_is_folding_once() =>
        Gen.String.Where(IsWellFormed).Sample(text => SearchEntry.Fold(SearchEntry.Fold(text)) == SearchEntry.Fold(text));

    [Fact]
    public void A_heading_that_is_too_long_is_cut_visibly()
    {
        var entry = new SearchEntry();
        var note = Example.Note();
        note.Text = new string('a', Record.TitleMaxLength + 50);

        entry.Describe(note, new Dictionary<string, Country>());

        Assert.Equal(Record.TitleMaxLength, entry.Heading.Length);
        Assert.EndsWith("…", entry.Heading, StringComparison.Ordinal);
        Assert.Contains(note.Text, entry.Text, StringComparison.Ordinal);
    }

    private static bool IsWellFormed(string text)
    {
        try
        {
            _ = text.Normalize();
            return true;
        }
        catch (ArgumentException)
        {
            return false; // half a surrogate pair
        }
    }
}
