using System.Security.Cryptography;
using System.Text;
using CoalitionTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Seeding;

/// <summary>The configuration section <c>Seed</c>.</summary>
public sealed class SeedOptions
{
    /// <summary>The sets of records to load, in this order, by folder name under <c>records</c>; comma-separated.</summary>
    public string Sets { get; set; } = "article,coalition";

    /// <summary>The folder of the data files; empty for the one that ships beside the program.</summary>
    public string? Folder { get; set; }

    public string DataFolder => string.IsNullOrWhiteSpace(Folder) ? Path.Combine(AppContext.BaseDirectory, "data") : Folder;
}

/// <summary>
/// Loads the first records when the program starts: the countries, the founding article's facts, the wider record. A second start changes
/// nothing; a newer data file updates what nobody has edited; what a person has edited is left alone.
/// </summary>
public sealed partial class Seeder(IDbContextFactory<CoalitionDb> factory, SeedOptions options, ILogger<Seeder> log)
{
    /// <summary>The author of seeded revisions.</summary>
    public const string Author = Account.ProductName;

    private const string Reference = "reference";

    /// <exception cref="RecordFileException">A file is broken; the store is as it was.</exception>
    public async Task SeedAsync(CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var transaction = await db.BeginWritingAsync(cancel);
        foreach (
            var set in options.Sets.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Prepend(Reference).Distinct()
        )
            await SeedSetAsync(db, set, cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task SeedSetAsync(CoalitionDb db, string set, CancellationToken cancel)
    {
        var files = FilesOf(set).Select(RecordFile.Read).ToList();
        var records = files.SelectMany(f => f.Records).ToList();
        RefuseDoubleCodes(files);
        var hashes = records.ToDictionary(r => r.Code, r => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(RecordJson.Write(r)))));
        var codes = hashes.Keys.ToList();
        var seeded = await db.SeededRecords.AsTracking().Where(s => codes.Contains(s.Code)).ToDictionaryAsync(s => s.Code, cancel);
        var changed = records.Where(r => seeded.GetValueOrDefault(r.Code)?.Hash != hashes[r.Code]).ToList();
        var edited = await EditedByPeopleAsync(db, [.. changed.Select(r => r.Code)], cancel);
        var toSave = changed.Where(r => !edited.Contains(r.Code)).ToList();
        foreach (var record in toSave)
        {
            if (!seeded.TryGetValue(record.Code, out var mark))
                db.SeededRecords.Add(mark = new SeededRecord { Code = record.Code, Set = set });
            mark.Hash = hashes[record.Code];
        }
        try
        {
            await RecordWriter.SaveAsync(db, toSave, new Edit(Author, ReasonFor(set)), cancel);
        }
        catch (RuleException broken)
        {
            var places = broken.Problems.Select(p => files.FirstOrDefault(f => f.Has(p.Code))?.Locate(p) ?? $"{p.Code} {p.Field}: {p.Message}");
            throw new RecordFileException(string.Join(Environment.NewLine, places));
        }
        LogSeeded(set, toSave.Count, records.Count - changed.Count, edited.Count);
    }

    private IEnumerable<string> FilesOf(string set)
    {
        if (set == Reference)
            return [Path.Combine(options.DataFolder, Reference, "countries.json")];
        var folder = Path.Combine(options.DataFolder, "records", set);
        if (!Directory.Exists(folder))
        {
            var known = Directory.GetDirectories(Path.Combine(options.DataFolder, "records")).Select(Path.GetFileName);
            throw new RecordFileException($"Seed:Sets names \"{set}\", but there is no folder {folder}. Sets: {string.Join(", ", known)}.");
        }
        return Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal);
    }

    private static void RefuseDoubleCodes(List<RecordFile> files)
    {
        foreach (var code in files.SelectMany(f => f.Records.Select(r => r.Code)).GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            var second = files.Last(f => f.Has(code));
            throw new RecordFileException(second.Locate(new Problem("code", "Stands in another file of the set, too.") { Code = code }));
        }
    }

    /// <summary>The codes among these that exist and whose newest revision is not the seeding's own.</summary>
    private static async Task<HashSet<string>> EditedByPeopleAsync(CoalitionDb db, List<string> codes, CancellationToken cancel)
    {
        var authors = await db
            .Revisions.Where(r => codes.Contains(r.Code))
            .Select(r => new
            {
                r.Code,
                r.Author,
                r.Id,
            })
            .ToListAsync(cancel);
        return [.. authors.GroupBy(r => r.Code).Where(g => g.MaxBy(r => r.Id)!.Author != Author).Select(g => g.Key)];
    }

    private static string ReasonFor(string set) =>
        set switch
        {
            Reference => "Reference data: countries and organisations",
            "article" => "The founding article's facts",
            "coalition" => "The wider record from public reports",
            _ => $"Seeded from the set {set}",
        };

    [LoggerMessage(LogLevel.Information, "Seeding {Set}: {Saved} records saved, {Unchanged} unchanged, {Edited} left as people edited them")]
    private partial void LogSeeded(string set, int saved, int unchanged, int edited);
}
