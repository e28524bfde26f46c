using CoalitionTracker.Data;
using CoalitionTracker.Shared.Lists;
using CsCheck;

namespace CoalitionTracker.Tests.Shared.Lists;

/// <summary>An entry of a list that has everything a list can have: several values, none, vague dates, missing numbers.</summary>
public sealed record Fruit(
    string Code,
    IReadOnlyList<string> Colours,
    string? Shape,
    string State,
    string Total,
    RecordDate On,
    (long Min, long Max)? Price,
    long? Weight,
    string? Name,
    decimal? Sum
)
{
    private static readonly string[] Colors = ["red", "green", "blue", "black"];
    private static readonly string[] Shapes = ["s", "l"];
    private static readonly FacetOption[] ColourOptions = [new("red", "Red"), new("green", "Green"), new("blue", "Blue"), new("black", "Black")];

    public static ListSpec<Fruit> Spec { get; } =
        new()
        {
            Code = f => f.Code,
            Facets =
            [
                new("colour", "Colour", ColourOptions, f => f.Colours),
                new("shape", "Shape", [new("s", "Small"), new("l", "Large")], f => f.Shape is null ? [] : [f.Shape]),
                new("state", "State", [new("fresh", "Fresh"), new("old", "Old")], f => [f.State], "fresh"),
                new("total", "Total", [new("counted", "Counted"), new("weak", "Weak"), new("none", "None")], f => [f.Total]),
            ],
            Ranges = [Dates.Range<Fruit>("On", f => f.On), new("least", "most", "Price", RangeKind.Euro, f => f.Price)],
            Sorts =
            [
                new("weight", "Weight", Number: f => f.Weight),
                new("name", "Name", Text: f => f.Name),
                Dates.Sort<Fruit>("on", "On", f => f.On),
            ],
            Measures = [new("sum", f => f.Sum)],
            TotalChoices = [new("strict", "Strict", "total", ["counted"]), new("all", "All", "total", ["counted", "weak"])],
            DefaultSort = "-weight",
            DefaultSize = 10,
            Columns = [new("a", "A"), new("b", "B"), new("c", "C")],
            DefaultColumns = ["a", "b"],
        };

    private static readonly Gen<RecordDate> Date = Gen.OneOf(
            "",
            "2024-01-05",
            "2024-01-05~",
            "2024-01",
            "2024",
            "2025",
            "../2024-06-30",
            "2024-03/..",
            "[2024-02-01..2024-04-01]"
        )
        .Select(RecordDate.Parse);

    /// <summary>Lists in which ties and missing values are common.</summary>
    public static Gen<Fruit[]> Baskets { get; } =
        Gen.Select(
                Gen.Shuffle(Colors, 0, 3),
                Gen.OneOf<string?>("s", "l", null),
                Gen.OneOf("fresh", "old"),
                Gen.OneOf("counted", "weak", "none"),
                Date,
                Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Bool),
                Gen.Int[-2, 3],
                Gen.OneOf<string?>(null, "", "Élan", "elan", "日本", "Zebra", "apple", "Ābols")
            )
            .Array[0, 150]
            .Select(Gen.Decimal[0, 1000].Array[150])
            .Select(
                (parts, sums) =>
                    parts
                        .Select(
                            (p, i) =>
                                new Fruit(
                                    $"F-{i * 7919 % 1000:000}",
                                    p.Item1,
                                    p.Item2,
                                    p.Item3,
                                    p.Item4,
                                    p.Item5,
                                    p.Item6.Item3 ? (Math.Min(p.Item6.Item1, p.Item6.Item2), Math.Max(p.Item6.Item1, p.Item6.Item2)) : null,
                                    p.Item7 < 0 ? null : p.Item7,
                                    p.Item8,
                                    i % 5 == 0 ? null : Math.Round(sums[i], 4)
                                )
                        )
                        .ToArray()
            );

    /// <summary>Everything that can be asked of them.</summary>
    public static Gen<ListQuery> Queries { get; } =
        Gen.Select(
                Gen.Shuffle(Colors, 0, 3),
                Gen.Shuffle(Shapes, 0, 2),
                Gen.OneOf<string[]>([], ["old"], ["fresh", "old"], ["old", "fresh"]),
                Gen.OneOf<string?[]>([null, null], ["2024-01-05", null], [null, "2024-02-15"], ["2024-02-01", "2024-12-31"], ["2026-01-01", null]),
                Gen.OneOf<string?[]>([null, null], ["0", null], [null, "4"], ["3", "6"], ["9", "9"]),
                Gen.OneOf("weight", "-weight", "name", "-name", "on", "-on"),
                Gen.Select(Gen.Int[1, 5], Gen.Int[1, 60], Gen.OneOf("", "all")),
                Gen.OneOf<string[]>(["a", "b"], ["c"], ["a", "b", "c"])
            )
            .Select(
                (colours, shapes, states, days, prices, sort, page, columns) =>
                    new ListQuery
                    {
                        Chosen = new[] { ("colour", colours), ("shape", shapes), ("state", states) }
                            .Where(c => c.Item2.Length > 0)
                            .ToDictionary(c => c.Item1, c => (IReadOnlyList<string>)c.Item2),
                        Ends = new[] { ("from", days[0]), ("to", days[1]), ("least", prices[0]), ("most", prices[1]) }
                            .Where(e => e.Item2 is not null)
                            .ToDictionary(e => e.Item1, e => e.Item2!),
                        Sort = sort,
                        Page = page.Item1,
                        Size = page.Item2,
                        Totals = page.Item3,
                        Columns = columns,
                    }
            );
}
