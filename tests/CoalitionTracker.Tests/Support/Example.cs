using CoalitionTracker.Data;

namespace CoalitionTracker.Tests.Support;

/// <summary>Records that keep every rule, for tests to change one thing about.</summary>
public static class Example
{
    public const string SourceCode = "SRC-0001";
    public const string TreatyCode = "SRC-0002";

    /// <summary>Two countries, the coalition, and two sources: what other records need.</summary>
    public static IReadOnlyList<Record> Basics() =>
        [
            Country("JPN", "Japan", "Японія", "日本"),
            Country("UKR", "Ukraine", "Україна", "ウクライナ"),
            Country("COW", "Coalition of the willing", "Коаліція охочих", "有志連合", CountryKind.Organisation),
            Source(SourceCode),
            Source(TreatyCode, SourceKind.TreatyText),
        ];

    public static Country Country(string code, string name, string nameUk, string nameJa, CountryKind kind = CountryKind.State) =>
        new()
        {
            Code = code,
            Name = name,
            NameUk = nameUk,
            NameJa = nameJa,
            Type = kind,
        };

    public static Source Source(string code, SourceKind kind = SourceKind.News) =>
        new()
        {
            Code = code,
            Title = $"Report {code}",
            Type = kind,
            Published = RecordDate.Parse("2025-08-19"),
        };

    public static Pledge Pledge(string code = "JPN-2025-901", string country = "JPN") =>
        new()
        {
            Code = code,
            Title = "A pledge for the test",
            Summary = "What exactly is promised.",
            Parties = [new() { Country = country }],
            Announced = RecordDate.Parse("2025-08-19"),
            Levels = [new() { Level = Level.Declared, On = RecordDate.Parse("2025-08-19") }],
            Citations = [Citation()],
        };

    public static Statement Statement(string code = "STM-2025-901", string? country = "JPN") =>
        new()
        {
            Code = code,
            Speaker = "A speaker",
            Title = "says something",
            Summary = "What was said.",
            Country = country,
            On = RecordDate.Parse("2025-08-19"),
            Citations = [Citation()],
        };

    public static Agreement Agreement(string code = "AGR-2024-901") =>
        new()
        {
            Code = code,
            Title = "An agreement for the test",
            Summary = "What it says.",
            Signed = RecordDate.Parse("2024-06-13"),
            Parties = [new() { Country = "JPN" }, new() { Country = "UKR" }],
            States = [new() { State = AgreementState.Signed, On = RecordDate.Parse("2024-06-13") }],
            Citations = [Citation()],
        };

    public static Count Count(string code = "CNT-2025-901") =>
        new()
        {
            Code = code,
            Value = 26,
            Definition = "countries in the test",
            DefinedBy = "A minister",
            On = RecordDate.Parse("2025-09-04"),
            Citations = [Citation()],
        };

    public static Event Event(string code = "EVT-2025-901") =>
        new()
        {
            Code = code,
            Title = "A meeting for the test",
            Summary = "What was done.",
            On = RecordDate.Parse("2025-09-04"),
            Citations = [Citation()],
        };

    public static Participation Participation(string code = "PAR-JPN-901", string country = "JPN") =>
        new()
        {
            Code = code,
            Country = country,
            Role = Role.Participant,
            From = RecordDate.Parse("2025-03-15"),
            Citations = [Citation()],
        };

    public static CountryNote Note(string code = "NOTE-JPN-901", string country = "JPN") =>
        new()
        {
            Code = code,
            Country = country,
            Text = "A fact for the test.",
            Citations = [Citation()],
        };

    public static Citation Citation(string source = SourceCode, Grade grade = Grade.B) => new() { Source = source, Grade = grade };
}
