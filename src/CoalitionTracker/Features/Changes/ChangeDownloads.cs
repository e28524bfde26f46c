using System.Runtime.CompilerServices;
using CoalitionTracker.Data;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Changes;

/// <summary>One field that one change changed, as the downloads have it.</summary>
/// <param name="At">UTC.</param>
/// <param name="Field">As the data files name it; empty for a record that was first entered.</param>
/// <param name="Before">The value before, as the data files have it; null where there was none.</param>
/// <param name="After">The value after; "first entered" for a record that was.</param>
public sealed record ChangeRow(
    long Version,
    DateTime At,
    string Author,
    string? ReviewedBy,
    string Reason,
    RecordKind Kind,
    string Code,
    string Heading,
    string Field,
    string? Before,
    string? After
);

/// <summary>The changes of a period as CSV, JSON and XLSX: change by change, the newest first, a row for each field.</summary>
public sealed class ChangeDownloads(IDbContextFactory<CoalitionDb> factory, ChangesReader reader)
{
    /// <summary>More changes than this are not given at once.</summary>
    public const int MaxChanges = 100_000;

    public const string FirstEntered = "first entered";

    private const int ChangesPerRead = 200;

    public static IReadOnlyList<ExportColumn<ChangeRow>> Columns { get; } =
    [
        new("version", c => c.Version),
        new("at", c => c.At.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)),
        new("author", c => c.Author),
        new("reviewed_by", c => c.ReviewedBy),
        new("reason", c => c.Reason),
        new("kind", c => c.Kind.Slug()),
        new("code", c => c.Code),
        new("heading", c => c.Heading),
        new("field", c => c.Field),
        new("before", c => c.Before),
        new("after", c => c.After),
    ];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapFormats(
            "/changes",
            format =>
                (ChangeDownloads changes, HttpContext http) =>
                    Downloads.SendAsync(http, format, Columns, changes.AllAsync(http.Request.Query, http.RequestAborted))
        );
    }

    /// <summary>Every change that a query string asks for, read piece by piece.</summary>
    /// <exception cref="RuleException">It asks for something unknown, or for too much.</exception>
    public async IAsyncEnumerable<ChangeRow> AllAsync(IQueryCollection parameters, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var (_, period, log, isAsked) = await reader.AskAsync(db, parameters, cancel);
        var (from, to) = (log.PlaceAfter(period.After), log.PlaceAfter(period.UpTo));
        var places = Enumerable.Range(from, to - from).Where(IsAsked).Take(MaxChanges + 1).Reverse().ToList();
        if (places.Count > MaxChanges)
            throw new RuleException(
                "since",
                $"These are more than {MaxChanges} changes. Choose a later beginning, an earlier end, a kind or a country."
            );
        foreach (var some in places.Chunk(ChangesPerRead))
        {
            foreach (var row in await ReadAsync(db, log, some, cancel))
                yield return row;
        }

        bool IsAsked(int place)
        {
            var (kind, code) = log.RecordOf(log[place]);
            return isAsked(kind, code);
        }
    }

    /// <summary>What records said is read for changes; for what was first entered, its heading only.</summary>
    private static async Task<List<ChangeRow>> ReadAsync(CoalitionDb db, ChangeLogView log, int[] places, CancellationToken cancel)
    {
        var steps = places.Where(p => !log[p].IsFirst).Select(p => new RecordBlock([p], log[p].Previous)).ToList();
        var changed = (await ChangesReader.DescribeAsync(db, log, steps, cancel)).Values.ToDictionary(c => c.Newest.Id);
        var entered = places.Where(p => log[p].IsFirst).Select(p => log.RecordOf(log[p]).Code).ToList();
        var headings = await ChangeWords.OfCodesAsync(db, entered, cancel);
        return [.. places.Select(log.RevisionAt).SelectMany(RowsOf)];

        IEnumerable<ChangeRow> RowsOf(Revision r) =>
            changed.TryGetValue(r.Id, out var change)
                ? change.Step.Changes.Select(c => Row(r, change.Heading, c.Field, c.Before, c.After))
                : [Row(r, headings.GetValueOrDefault(r.Code, r.Code), "", null, FirstEntered)];
    }

    private static ChangeRow Row(Revision r, string heading, string field, string? before, string? after) =>
        new(r.Id, r.At, r.Author, r.ReviewedBy, r.Reason, r.Kind, r.Code, heading, field, before, after);
}
