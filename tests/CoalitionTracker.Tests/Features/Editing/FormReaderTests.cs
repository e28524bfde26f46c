using System.Text.Json.Nodes;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Editing;
using CoalitionTracker.Shared.Forms;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Editing;

/// <summary>What was typed into a form, read as a record.</summary>
public sealed class FormReaderTests
{
    [Theory]
    [InlineData("4500000000", 4_500_000_000)]
    [InlineData("4,500,000,000", 4_500_000_000)]
    [InlineData("4.5 bn", 4_500_000_000)]
    [InlineData("4.5 billion", 4_500_000_000)]
    [InlineData("200m", 200_000_000)]
    [InlineData("10 k", 10_000)]
    [InlineData("0.25", 0.25)]
    public void A_number_is_read_as_people_write_it(string typed, decimal number) => Assert.Equal(number, FormReader.Number(typed));

    [Theory]
    [InlineData("several hundred")]
    [InlineData("4,5")]
    [InlineData("-3")]
    [InlineData("1e5")]
    [InlineData("")]
    public void What_is_no_number_or_may_mean_two_is_not_guessed(string typed) => Assert.Null(FormReader.Number(typed));

    [Theory]
    [InlineData("19 Aug 2025", "2025-08-19")]
    [InlineData("19.8.2025", "2025-08-19")]
    [InlineData("August 2025", "2025-08")]
    [InlineData("2024/2034", "2024/2034")]
    [InlineData("../2022-10-03", "../2022-10-03")]
    [InlineData("2025~", "2025~")]
    public void A_date_is_read_as_people_write_it(string typed, string edtf) => Assert.Equal(edtf, FormReader.Date(typed)?.Edtf);

    [Fact]
    public void A_value_that_cannot_be_read_is_a_problem_of_its_field_and_stays_out_of_the_record()
    {
        var content = DeskStore.NewPledge();
        content["announced"] = "last spring";
        content["quantity"] = new JsonObject { ["min"] = "a company", ["unit"] = "soldiers" };

        var reading = FormReader.Read(RecordKind.Pledge, null, content);

        Assert.Equal(["announced", "quantity.min", "quantity"], reading.Problems.Select(p => p.Field));
        Assert.Contains("“last spring” is not a date", reading.Problems[0].Message, StringComparison.Ordinal);
        Assert.False(reading.Record.ListedOn.IsStated);
        Assert.Equal(["announced", "quantity.min"], reading.Unreadable.Order());
    }

    [Fact]
    public void An_empty_part_between_others_is_left_out_and_problems_keep_their_place_in_the_form()
    {
        var content = DeskStore.NewPledge();
        content["instalments"] = new JsonArray(
            new JsonObject(),
            new JsonObject
            {
                ["year"] = "2025",
                ["min"] = "5",
                ["max"] = "3",
            }
        );
        content["money"] = new JsonObject { ["min"] = "10", ["currency"] = "EUR" };

        var reading = FormReader.Read(RecordKind.Pledge, null, content);

        Assert.Single(((Pledge)reading.Record).Instalments);
        Assert.Equal("instalments[1].max", Assert.Single(reading.Problems).Field);
    }

    [Fact]
    public void A_choice_without_a_harmless_default_must_be_made()
    {
        var content = DeskStore.NewPledge();
        content.Remove("contribution");
        content["levels"] = new JsonArray(new JsonObject { ["on"] = "2025" });

        var problems = FormReader.Read(RecordKind.Pledge, null, content).Problems;

        Assert.Equal(["contribution", "levels[0].level"], problems.Where(p => p.Message == "Choose one.").Select(p => p.Field));
    }

    [Fact]
    public void A_group_in_which_nothing_is_typed_is_not_there()
    {
        var content = DeskStore.NewPledge();
        content["money"] = new JsonObject { ["min"] = "", ["words"] = " " };

        Assert.Null(((Pledge)FormReader.Read(RecordKind.Pledge, null, content).Record).Money);
    }

    [Fact]
    public void Every_shipped_record_goes_through_its_form_unchanged()
    {
        var records = DataFiles.Records("article").Concat(DataFiles.Records("coalition")).ToList();

        Assert.True(records.Count > 300);
        foreach (var record in records)
        {
            var json = RecordJson.Write(record);
            var reading = FormReader.Read(record.RecordKind, record.Code, JsonNode.Parse(json)!.AsObject());
            Assert.True(reading.Problems.Count == 0, $"{record.Code}: {string.Join(' ', reading.Problems)}");
            Assert.Equal(json, RecordJson.Write(reading.Record));
        }
    }

    [Fact]
    public void Every_field_of_every_record_stands_in_its_form()
    {
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            var shown = FormSpec.Of(kind).Sections.SelectMany(s => s.Fields).ToList();
            var code = kind is RecordKind.Country ? "" : "code"; // given, not typed
            Assert.Equal(RecordShape.Of(kind).Fields.Select(f => f.Name).Where(n => n != code).Order(), shown.Select(f => f.Name).Distinct().Order());
            foreach (var field in shown.Where(f => f.Inner.Length > 0))
                Assert.Equal(RecordShape.Of(kind)[field.Name]!.Inner!.Fields.Select(f => f.Name).Order(), field.Inner.Select(f => f.Name).Order());
        }
    }

    [Fact]
    public void A_problem_s_path_is_called_as_the_form_calls_it()
    {
        var form = FormSpec.Of(RecordKind.Pledge);

        Assert.Equal("First said on", form.LabelOf("announced"));
        Assert.Equal("Condition 2, As the pledger put it", form.LabelOf("conditions[1].words"));
        Assert.Equal("Money, At most", form.LabelOf("money.max"));
    }
}
