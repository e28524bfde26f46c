using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Data;

/// <summary>What a field is refused for by its kind alone, in whatever record or part it stands.</summary>
public sealed class FieldRulesTests
{
    private static IReadOnlyList<Record> Examples() =>
        [
            Example.Country("JPN", "Japan", "Японія", "日本"),
            Example.Participation(),
            Example.Pledge(),
            Example.Statement(),
            Example.Agreement(),
            Example.Source(Example.SourceCode),
            Example.Count(),
            Example.Event(),
            Example.Note(),
        ];

    private static readonly (string Field, Record Record, Action<Record, RecordDate> Set)[] Happened =
    [
        Of("announced", Example.Pledge(), (p, on) => p.Announced = on),
        Of("levels[0].on", Example.Pledge(), (p, on) => p.Levels[0].On = on),
        Of("deliveries[0].on", Example.Pledge(), (p, on) => p.Deliveries = [new() { On = on }]),
        Of("conditions[0].since", Example.Pledge(), (p, on) => p.Conditions = [new() { Since = on }]),
        Of("on", Example.Statement(), (s, on) => s.On = on),
        Of("signed", Example.Agreement(), (a, on) => a.Signed = on),
        Of("states[0].on", Example.Agreement(), (a, on) => a.States[0].On = on),
        Of("from", Example.Participation(), (p, on) => p.From = on),
        Of("on", Example.Count(), (c, on) => c.On = on),
        Of("on", Example.Note(), (n, on) => n.On = on),
        Of("published", Example.Source(Example.SourceCode), (s, on) => s.Published = on),
        Of("accessed", Example.Source(Example.SourceCode), (s, on) => s.Accessed = on.Day),
        Of("lastConfirmed", Example.Event(), (e, on) => e.LastConfirmed = on.Day),
    ];

    public static TheoryData<int> Dates => [.. Enumerable.Range(0, Happened.Length)];

    public static TheoryData<RecordKind> Kinds => [.. Enum.GetValues<RecordKind>()];

    [Theory]
    [MemberData(nameof(Dates))]
    public void What_happened_is_not_in_the_future(int which) =>
        OneDay.Check(today =>
        {
            var (field, record, set) = Happened[which];
            var day = today.AddDays(2);
            set(record, RecordDate.On(day));

            var problem = Assert.Single(record.Check());

            Assert.Equal(field, problem.Field);
            Assert.Contains($"{day.ToString("d MMM yyyy", CultureInfo.InvariantCulture)} is after today", problem.Message, StringComparison.Ordinal);
        });

    [Theory]
    [MemberData(nameof(Dates))]
    public void What_happens_today_has_happened_in_whatever_time_zone(int which)
    {
        var (_, record, set) = Happened[which];
        OneDay.Check(today =>
        {
            foreach (var day in new[] { today, today.AddDays(1) })
            {
                set(record, RecordDate.On(day));
                Assert.Empty(record.Check());
            }
        });
    }

    [Fact]
    public void A_fact_to_come_is_sent_where_it_belongs()
    {
        var pledge = Example.Pledge();
        pledge.Levels[0].On = RecordDate.Parse("2999-03-03");

        Assert.Equal(
            "3 Mar 2999 is after today: what is only planned is an event with the outcome “Expected”, or a deadline.",
            Assert.Single(pledge.Check()).Message
        );
    }

    [Fact]
    public void What_began_may_go_on_and_what_is_planned_may_lie_ahead()
    {
        var pledge = Example.Pledge();
        pledge.Levels[0].On = RecordDate.Parse("2025/2999");
        (pledge.Deadline, pledge.Term) = (RecordDate.Parse("2999"), RecordDate.Parse("2998/2999"));

        Assert.Empty(pledge.Check());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_text_has_a_limit_and_is_refused_by_the_path_of_its_field(RecordKind kind)
    {
        var record = Examples().Single(e => e.RecordKind == kind);
        var paths = Fill(record, RecordShape.Of(kind), "", tooLong: true).ToList();

        var refused = record.Check().Where(p => p.Message.EndsWith(" fit.", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(paths);
        Assert.Equal(paths.Order(), refused.Select(p => p.Field).Order()); // each once
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_text_that_just_fits_is_taken(RecordKind kind)
    {
        var record = Examples().Single(e => e.RecordKind == kind);
        _ = Fill(record, RecordShape.Of(kind), "", tooLong: false).ToList();

        Assert.DoesNotContain(record.Check(), p => p.Message.EndsWith(" fit.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_beyond_all_sense_is_refused()
    {
        var pledge = Example.Pledge();
        pledge.Money = new Money { Max = Record.NumberMax, Currency = "EUR" };
        Assert.Empty(pledge.Check());

        pledge.Money.Max++;

        Assert.Equal(new Problem("money.max", "A number is at most 10,000,000,000,000,000."), Assert.Single(pledge.Check()));
    }

    /// <summary>Puts a text into every field that takes one, groups and parts included; gives the paths.</summary>
    private static IEnumerable<string> Fill(object holder, RecordShape shape, string path, bool tooLong)
    {
        foreach (var field in shape.Fields)
        {
            var property = shape.Type.GetProperties().Single(p => string.Equals(JsonName(p), field.Name, StringComparison.Ordinal));
            var text = new string('a', (field.MaxLength ?? 0) + (tooLong ? 1 : 0));
            switch (field.Kind)
            {
                case FieldKind.Text:
                    property.SetValue(holder, text);
                    yield return path + field.Name;
                    break;
                case FieldKind.Texts:
                    property.SetValue(holder, new List<string> { "short", text });
                    yield return $"{path}{field.Name}[1]";
                    break;
                case FieldKind.Group:
                    property.SetValue(holder, Activator.CreateInstance(field.Inner!.Type));
                    foreach (var inner in Fill(property.GetValue(holder)!, field.Inner, $"{path}{field.Name}.", tooLong))
                        yield return inner;
                    break;
                case FieldKind.Parts:
                    var parts = (IList)property.GetValue(holder)!;
                    parts.Clear();
                    parts.Add(Activator.CreateInstance(field.Inner!.Type));
                    foreach (var inner in Fill(parts[0]!, field.Inner, $"{path}{field.Name}[0].", tooLong))
                        yield return inner;
                    break;
            }
        }
    }

    private static string JsonName(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static (string, Record, Action<Record, RecordDate>) Of<T>(string field, T record, Action<T, RecordDate> set)
        where T : Record => (field, record, (r, on) => set((T)r, on));
}
