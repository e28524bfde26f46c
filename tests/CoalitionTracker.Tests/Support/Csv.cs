using System.Globalization;
using CsvHelper;

namespace CoalitionTracker.Tests.Support;

/// <summary>A download, read as another program would read it.</summary>
public static class Csv
{
    public static async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> ReadAsync(TestApp app, string path) =>
        Parse(await app.TextAsync(path));

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Parse(string text)
    {
        using var csv = new CsvReader(new StringReader(text.TrimStart('\ufeff')), CultureInfo.InvariantCulture);
        Assert.True(csv.Read() && csv.ReadHeader());
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
            rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv[name]!));
        return rows;
    }
}
