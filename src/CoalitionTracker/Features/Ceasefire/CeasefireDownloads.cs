using System.Runtime.CompilerServices;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Ceasefire;

/// <summary>The data behind the page about a ceasefire: one row for each pledge that stands, with its group and what it waits for.</summary>
public static class CeasefireDownloads
{
    private const int RowsPerRead = 500;

    /// <param name="WaitsFor">On the day; what is assumed to be met is still among it.</param>
    private sealed record Row(PledgeRow Pledge, PledgeLine Line, CeasefireGroup Group, OpenConditions WaitsFor, ConditionSet Assumed, string Origin)
    {
        /// <summary>What the part of one pledger alone waits for: "parliament:GBR".</summary>
        public required string OfOneOnly { get; init; }

        /// <summary>What tells of the same promise: "restated-by:COW-2026-003".</summary>
        public required string Same { get; init; }
    }

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("code", r => r.Pledge.Code),
        new("title", r => r.Pledge.Title),
        new("countries", r => string.Join(' ', r.Pledge.Countries)),
        new("parties_in_words", r => r.Pledge.PartiesInWords),
        new("contribution", r => r.Pledge.Contribution.Slug()),
        new("level", r => r.Pledge.Level.Slug()),
        new("delivery", r => r.Pledge.Delivery.Slug()),
        new("group", r => r.Group.Slug()),
        new("waits_for_unmet", r => Words(r.WaitsFor.Unmet)),
        new("waits_for_unknown", r => Words(r.WaitsFor.Unknown)),
        new("still_missing", r => Words(CeasefireRules.Left(r.WaitsFor.All, r.Assumed))),
        new("waits_for_of_one_only", r => r.OfOneOnly),
        new("same_promise", r => r.Same),
        new("people_min", r => r.Line.PeopleMin),
        new("people_max", r => r.Line.PeopleMax),
        new("amount_per", r => r.Pledge.Money?.Per.Slug()),
        new("eur_min", r => r.Line.EurMin is { } eur ? Math.Round(eur.Euros) : null),
        new("eur_max", r => r.Line.EurMax is { } eur ? Math.Round(eur.Euros) : null),
        new("agreement", r => r.Pledge.Agreement),
        new("grade", r => r.Pledge.Grade?.ToString()),
        new("announced", r => r.Pledge.Announced.Edtf),
        new("address", r => $"{r.Origin}/pledges/{r.Pledge.Code}"),
    ];

    public static void MapCeasefireDownloads(this IEndpointRouteBuilder app)
    {
        app.MapFormats(
            CeasefireQuery.Path,
            format =>
                async (PledgeBooks books, PledgeList pledges, HttpContext http) =>
                {
                    var book = await books.ReadAsync(http.RequestAborted);
                    var query = CeasefireQuery.Parse(http.Request.Query, [.. book.Countries]);
                    var rows = RowsAsync(book, query, pledges, $"{http.Request.Scheme}://{http.Request.Host}", http.RequestAborted);
                    await Downloads.SendAsync(http, format, Columns, rows, jsonByColumns: true);
                }
        );
    }

    private static async IAsyncEnumerable<Row> RowsAsync(
        PledgeBook book,
        CeasefireQuery query,
        PledgeList pledges,
        string origin,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var tally = CeasefireTally.Of(book, query);
        var (index, day, wanted) = (book.IndexOn(query.AsOf), Dated.NumberOf(query.AsOf), query.WantedIn(book));
        IEnumerable<CeasefirePart> parts = query.Show is { } show ? [show] : CeasefirePart.All.Where(p => p.Group is not null);
        foreach (var chunk in parts.SelectMany(tally.Places).Chunk(RowsPerRead))
        {
            var rows = await pledges.ByCodeAsync([.. chunk.Select(p => index.Codes[p])], index, cancel);
            foreach (var place in chunk)
            {
                if (!rows.TryGetValue(index.Codes[place], out var pledge))
                    continue;
                var waitsFor = OpenConditions.Of(book, book[place], day, wanted);
                var group = CeasefireRules.GroupOf(pledge.Level, pledge.Delivery, waitsFor.All, query.Met);
                yield return new Row(pledge, book[place], group, waitsFor, query.Met, origin)
                {
                    OfOneOnly = OfOneOnly(book, place, day),
                    Same = string.Join(' ', SamePromise.Of(book, place, day).Select(r => $"{Slug(r)}:{index.Codes[r.Other]}")),
                };
            }
        }
    }

    private static string OfOneOnly(PledgeBook book, int place, int day) =>
        string.Join(
            ' ',
            book.ConditionsOf(book[place])
                .ToArray()
                .Where(c => c.Country >= 0 && c.StateOn(day) is ConditionState.Unmet or ConditionState.Unknown)
                .Select(c => $"{c.Kind.Slug()}:{book.Countries[c.Country]}")
        );

    private static string Slug(RelationLine relation) =>
        (relation.Kind, relation.IsInverse) switch
        {
            (RelationKind.Restates, true) => "restated-by",
            (RelationKind.PartOf, true) => "contains",
            _ => relation.Kind.Slug(),
        };

    private static string Words(ConditionSet conditions) => string.Join(' ', conditions.Kinds.Select(k => k.Slug()));
}
