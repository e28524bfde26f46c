namespace CoalitionTracker.Tests.Support;

/// <summary>The source of the product, for rules about its files.</summary>
public static class Repository
{
    private static readonly Lazy<string> Root = new(() =>
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CoalitionTracker.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not stand in the repository.");
    });

    public static string Product => Path.Combine(Root.Value, "src", "CoalitionTracker");

    /// <summary>The product's own text files with these endings, by their path inside it.</summary>
    public static IReadOnlyList<(string Path, string[] Lines)> Files(params string[] endings) =>
        [
            .. Directory
                .EnumerateFiles(Product, "*", SearchOption.AllDirectories)
                .Select(path => (Full: path, Inside: Path.GetRelativePath(Product, path).Replace('\\', '/')))
                .Where(f => endings.Contains(Path.GetExtension(f.Inside)) && !f.Inside.StartsWith("bin/", StringComparison.Ordinal))
                .Where(f => !f.Inside.StartsWith("obj/", StringComparison.Ordinal))
                .Select(f => (f.Inside, File.ReadAllLines(f.Full))),
        ];
}
