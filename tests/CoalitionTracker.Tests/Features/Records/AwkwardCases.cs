using CoalitionTracker.Data;
using CoalitionTracker.Shared.Components;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Records;

/// <summary>
/// The cases that the record must hold without bending them: each is stored, read back unchanged, and shown in words that a reader
/// understands. On both stores. The other parts of this class hold the cases by their kind.
/// </summary>
public sealed partial class AwkwardCases(AppOnEachProvider apps) : IClassFixture<AppOnEachProvider>
{
    /// <summary>A seeded record's page, after the record was found to be as its data file has it.</summary>
    private static async Task<(T Record, Page Page)> SeededAsync<T>(TestApp app, string code)
        where T : CoalitionTracker.Data.Record
    {
        var record = await app.ReadAsync<T>(code);
        Assert.NotNull(record);
        Assert.Equal(DataFiles.Json(code), RecordJson.Write(record));
        return (record, await OpenAsync(app, record));
    }

    /// <summary>The page of a record of the test's own, after it was stored and read back unchanged.</summary>
    private static async Task<(T Record, Page Page)> SavedAsync<T>(TestApp app, T record)
        where T : CoalitionTracker.Data.Record
    {
        var given = RecordJson.Write(record);
        await app.SaveAsync(record);
        var read = await app.ReadAsync<T>(record.Code);
        Assert.NotNull(read);
        Assert.Equal(given, RecordJson.Write(read));
        return (read, await OpenAsync(app, read));
    }

    private static async Task<Page> OpenAsync(TestApp app, Record record)
    {
        var page = await app.PageAsync(RecordLink.AddressOf(record.RecordKind, record.Code).Split('#')[0]);
        Assert.True(page.Response.IsSuccessStatusCode, $"{record.Code} has no page");
        return page;
    }

    /// <summary>A row of the pledges' CSV by its column names.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> RowAsync(TestApp app, string code, string query = "") =>
        (await Csv.ReadAsync(app, $"/pledges.csv{query}")).Single(r => r["code"] == code);

    /// <summary>The codes of a list, as its CSV gives them.</summary>
    private static async Task<IReadOnlyList<string>> CodesAsync(TestApp app, string address) =>
        [.. (await Csv.ReadAsync(app, address)).Select(r => r["code"])];

    private static Pledge Pledge(string code, string country, Action<Pledge> change)
    {
        var pledge = Example.Pledge(code, country);
        change(pledge);
        return pledge;
    }
}
