using CoalitionTracker.Features.Seeding;

namespace CoalitionTracker.Tests.Support;

/// <summary>A folder of data files of a test's own, with the reference's countries in it.</summary>
public sealed class DataFolder
{
    public string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(Databases.Folder, $"data-{Guid.NewGuid():N}")).FullName;

    public DataFolder()
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "reference"));
        File.Copy(
            System.IO.Path.Combine(DataFiles.Folder, "reference", "countries.json"),
            System.IO.Path.Combine(Path, "reference", "countries.json")
        );
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "records"));
    }

    public SeedOptions Seed(string sets = "own") => new() { Folder = Path, Sets = sets };

    /// <summary>Writes a file of a set; returns its path.</summary>
    public string Write(string json, string set = "own", string name = "records.json")
    {
        var path = System.IO.Path.Combine(Directory.CreateDirectory(System.IO.Path.Combine(Path, "records", set)).FullName, name);
        File.WriteAllText(path, json);
        return path;
    }
}
