using System.Text.Json.Nodes;
using CoalitionTracker.Features.Editing;
using CsCheck;

namespace CoalitionTracker.Tests.Features.Editing;

/// <summary>Two people's changes to one record.</summary>
public sealed class FormMergeTests
{
    [Fact]
    public void Changes_to_different_fields_both_stand()
    {
        var result = Merge("""{"title":"a","summary":"b"}""", """{"title":"A","summary":"b"}""", """{"title":"a","summary":"B"}""");

        Assert.Equal("""{"title":"A","summary":"B"}""", result.Merged.ToJsonString());
        Assert.Equal(["title"], result.TakenOver);
        Assert.Empty(result.Conflicts);
    }

    [Fact]
    public void Two_different_changes_to_one_field_are_a_conflict_and_the_draft_keeps_its_own()
    {
        var result = Merge("""{"title":"a"}""", """{"title":"theirs"}""", """{"title":"mine"}""");

        var conflict = Assert.Single(result.Conflicts);
        Assert.Equal(("title", "a", "theirs", "mine"), (conflict.Field, $"{conflict.Base}", $"{conflict.Theirs}", $"{conflict.Mine}"));
        Assert.Equal("mine", $"{result.Merged["title"]}");
    }

    [Fact]
    public void The_same_change_by_both_is_no_conflict() =>
        Assert.Empty(Merge("""{"money":{"min":1}}""", """{"money":{"min":2}}""", """{"money":{"min":"2","max":""}}""").Conflicts);

    [Fact]
    public void Parts_that_each_added_are_both_kept()
    {
        var result = Merge("""{"c":[{"s":1}]}""", """{"c":[{"s":1},{"s":2}]}""", """{"c":[{"s":1},{"s":3}]}""");

        Assert.Equal("""[{"s":1},{"s":2},{"s":3}]""", result.Merged["c"]!.ToJsonString());
        Assert.Empty(result.Conflicts);
    }

    [Fact]
    public void A_part_that_one_took_away_is_gone_and_one_that_both_changed_is_a_conflict()
    {
        Assert.Equal(
            """[{"s":2},{"s":3}]""",
            Merge("""{"c":[{"s":1},{"s":2}]}""", """{"c":[{"s":1},{"s":2},{"s":3}]}""", """{"c":[{"s":2}]}""").Merged["c"]!.ToJsonString()
        );
        Assert.Equal("c", Assert.Single(Merge("""{"c":[{"s":1}]}""", """{"c":[{"s":8}]}""", """{"c":[{"s":9}]}""").Conflicts).Field);
    }

    [Fact]
    public void A_field_that_they_took_away_is_taken_away() =>
        Assert.False(Merge("""{"note":"n","title":"t"}""", """{"title":"t"}""", """{"note":"n","title":"u"}""").Merged.ContainsKey("note"));

    /// <summary>Whatever either side did, every value of the result is one of the two sides' own, and what only one of them changed is as that one has it.</summary>
    [Fact]
    public void No_change_is_lost_and_none_is_made_up() =>
        Gen.Select(Content, Content, Content)
            .Sample(
                (from, theirs, mine) =>
                {
                    var result = FormMerge.Merge(Json(from), Json(theirs), Json(mine));
                    foreach (var field in Fields)
                    {
                        var (old, other, own) = (from[field], theirs[field], mine[field]);
                        var merged = result.Merged[field]?.ToString() ?? "";
                        var expected = own == old ? other : own;
                        Assert.Equal(expected, merged);
                        Assert.Equal(own != old && other != old && own != other, result.Conflicts.Any(c => c.Field == field));
                    }
                }
            );

    private static readonly string[] Fields = ["title", "summary", "note"];

    private static readonly Gen<Dictionary<string, string>> Content = Gen.Int[0, 3]
        .Select(i => i == 0 ? "" : "abc"[i - 1].ToString())
        .Array[3]
        .Select(values => Fields.Zip(values).ToDictionary(f => f.First, f => f.Second));

    private static JsonObject Json(Dictionary<string, string> fields) =>
        new(fields.Where(f => f.Value.Length > 0).Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.Value)));

    private static MergeResult Merge(string from, string theirs, string mine) =>
        FormMerge.Merge(JsonNode.Parse(from)!.AsObject(), JsonNode.Parse(theirs)!.AsObject(), JsonNode.Parse(mine)!.AsObject());
}
