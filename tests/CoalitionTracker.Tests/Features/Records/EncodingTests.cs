using System.Collections;
using CoalitionTracker.Data;
using CoalitionTracker.Shared.Components;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Records;

/// <summary>A script in any text of any record is shown as text, wherever the text is shown.</summary>
public sealed class EncodingTests(EmptyApp written) : IClassFixture<EmptyApp>
{
    private const string Script = "<script>alert('x')</script><img src=x onerror=alert(1)>\"'";

    [Fact]
    public async Task A_script_in_every_text_of_every_kind_of_record_is_encoded_on_every_page()
    {
        var records = RecordsOfEveryKind();
        var filled = records.Sum(r => FillTexts(r));
        Assert.True(filled > 50, $"only {filled} texts were filled");
        await written.App.SaveAsync(records);

        string[] lists =
        [
            "/",
            "/pledges?columns=conditions&columns=pledge&columns=amount&columns=country",
            "/statements",
            "/agreements",
            "/sources",
            "/countries",
        ];
        var pages = records
            .Select(r => RecordLink.AddressOf(r.RecordKind, r.Code).Split('#')[0])
            .Concat(lists)
            .Concat(["/search?q=alert", "/search?q=" + Uri.EscapeDataString(Script), "/pledges?q=" + Uri.EscapeDataString(Script)])
            .Distinct()
            .ToList();
        foreach (var path in pages)
        {
            var page = await written.App.PageAsync(path);
            Assert.True(page.Response.IsSuccessStatusCode, $"{path} answers {(int)page.Status}");
            Assert.DoesNotContain("<script>alert", page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.Empty(page.Document.QuerySelectorAll("[onerror]"));
            Assert.True(
                page.Document.DocumentElement.TextContent.Contains("alert(", StringComparison.Ordinal),
                $"{path} does not show the text at all"
            );
        }
    }

    private static Record[] RecordsOfEveryKind()
    {
        var pledge = Example.Pledge();
        pledge.Money = new Money { Min = 1, Currency = "EUR" };
        pledge.Quantity = new Quantity { Unit = "soldiers", Words = "some" };
        pledge.Term = RecordDate.Parse("2025/2026");
        pledge.Instalments = [new() { Year = 2025, Words = "some" }];
        pledge.Deliveries = [new()];
        pledge.Conditions = [new()];
        pledge.Rivals =
        [
            new()
            {
                Source = Example.SourceCode,
                Quantity = new() { Unit = "soldiers", Words = "more" },
            },
        ];
        var statement = Example.Statement();
        statement.Quotes = [new()];
        statement.Pledges = [new() { Pledge = pledge.Code }];
        var agreement = Example.Agreement();
        agreement.Points = [new() { Number = 1 }];
        agreement.Positions =
        [
            new()
            {
                Country = "JPN",
                Point = 1,
                Source = Example.SourceCode,
            },
        ];
        var source = Example.Source(Example.SourceCode);
        var (count, meeting) = (Example.Count(), Example.Event());
        (count.Members, count.Value) = ([new() { Country = "JPN" }], null); // it is told in words, as it is filled in
        meeting.Countries = [new() { Country = "JPN" }];
        return [source, Example.Country("JPN", "", "", ""), pledge, statement, agreement, count, meeting, Example.Participation(), Example.Note()];
    }

    /// <summary>Puts the script into every text that a person writes: not codes, addresses, currencies or languages.</summary>
    private static int FillTexts(object holder)
    {
        var filled = 0;
        foreach (var property in holder.GetType().GetProperties().Where(p => p.CanWrite))
        {
            var value = property.GetValue(holder);
            var isReference = property.GetCustomAttributes(typeof(RefersToAttribute), true).Length > 0;
            if (property.PropertyType == typeof(string) && !isReference && !NoText.Contains(property.Name))
            {
                property.SetValue(holder, property.Name is "Title" or "Name" or "Speaker" ? $"{holder.GetType().Name} {Script}" : Script);
                filled++;
            }
            else if (value is List<string> texts)
                texts.Add(Script);
            else if (value is IEnumerable parts and not string)
                filled += parts.Cast<object>().Sum(FillTexts);
            else if (value is Money or Quantity)
                filled += FillTexts(value);
        }
        return filled;
    }

    private static readonly string[] NoText = ["Code", "Url", "ArchivedUrl", "Currency", "Language", "Iso2"];
}
