using System.Globalization;
using CoalitionTracker.Data;

namespace CoalitionTracker.Benchmarks.Generating;

/// <summary>Makes the sources that generated pledges rest on, some for every grade.</summary>
internal static class SourceMaker
{
    public const int Count = 4_000;

    private static readonly string[] Publishers =
    [
        "Government gazette",
        "Ministry of Defence",
        "Office of the President",
        "Evening News",
        "Institute of Peace",
    ];

    public static IEnumerable<Source> Make(WordList words) =>
        Enumerable
            .Range(0, Count)
            .Select(i =>
            {
                var random = new Random(i);
                return new Source
                {
                    Code = $"SRC-GEN-{i:D5}",
                    Title = words.Sentence(random, random.Next(4, 10)),
                    Publisher = random.From(Publishers),
                    Url = $"https://example.org/{i}",
                    Type = TypeOf(GradeOf(i)),
                    Published = RecordDate.On(new DateOnly(2022, 2, 24).AddDays(random.Next(1_500))),
                    Language = random.Weighted(("en", 7), ("uk", 2), ("ja", 1)),
                };
            });

    /// <summary>A source that can carry this grade.</summary>
    public static string CodeFor(Grade grade, Random random)
    {
        var i = random.Next(Count / 5) * 5 + (int)grade;
        return string.Create(CultureInfo.InvariantCulture, $"SRC-GEN-{i:D5}");
    }

    private static Grade GradeOf(int i) => (Grade)(i % 5);

    private static SourceKind TypeOf(Grade grade) =>
        grade switch
        {
            Grade.A => SourceKind.TreatyText,
            Grade.B => SourceKind.OfficialStatement,
            Grade.C => SourceKind.ParliamentRecord,
            _ => SourceKind.News,
        };
}
