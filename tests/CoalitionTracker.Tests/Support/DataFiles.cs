using CoalitionTracker.Data;

namespace CoalitionTracker.Tests.Support;

/// <summary>The data files that ship with the product.</summary>
public static class DataFiles
{
    private static readonly Lazy<Dictionary<string, string>> Known = new(() =>
        Sets("article").Concat(Sets("coalition")).SelectMany(f => RecordFile.Read(f).Records).ToDictionary(r => r.Code, RecordJson.Write)
    );

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "data");

    public static string[] Sets(string set) => Directory.GetFiles(Path.Combine(Folder, "records", set), "*.json");

    public static IReadOnlyList<Record> Records(string set) => [.. Sets(set).SelectMany(f => RecordFile.Read(f).Records)];

    /// <summary>A record as its data file has it, in the record's own JSON.</summary>
    public static string Json(string code) => Known.Value[code];
}
