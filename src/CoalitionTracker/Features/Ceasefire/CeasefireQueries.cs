using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Ceasefire;

/// <summary>What the page about a ceasefire shows.</summary>
public sealed record CeasefireView(CeasefireQuery Query, CeasefireTally Tally)
{
    /// <summary>The pledges that are shown, by part: the beginning of each, or the page that was asked for.</summary>
    public required IReadOnlyDictionary<CeasefirePart, IReadOnlyList<CeasefireRow>> Rows { get; init; }
}

/// <summary>A pledge as it is shown: what it waits for in the record's words.</summary>
/// <param name="Pledge">As of the day.</param>
/// <param name="Agreement">The agreement that it stands under, with its state on the day; null where there is none.</param>
/// <param name="Same">The pledges that tell of the same promise, wholly or in part, without titles.</param>
public sealed record CeasefireRow(PledgeRow Pledge, IReadOnlyList<WaitingFor> WaitsFor, AgreementThen? Agreement, IReadOnlyList<RelatedPledge> Same);

/// <summary>A condition that is not met, or not known to be met.</summary>
/// <param name="Country">The code of the only pledger whose part waits for it; null where the whole pledge does.</param>
public sealed record WaitingFor(ConditionKind Kind, ConditionState State, string? Words, string? Country);

/// <summary>An agreement and how far it had come.</summary>
public sealed record AgreementThen(string Code, string Title, AgreementState? State);

/// <summary>Reads what would follow a ceasefire, as of today or any day.</summary>
public sealed class CeasefireQueries(RecordVersion versions, PledgeBooks books, PledgeList pledges, IDbContextFactory<CoalitionDb> factory)
{
    /// <summary>Rows on a page of one list.</summary>
    public const int PageSize = 50;

    /// <summary>As many rows of each part as the whole page shows; what is not to follow is counted there, not listed.</summary>
    public static int FirstRows(CeasefirePart part) =>
        part.Group switch
        {
            CeasefireGroup.Opens or CeasefireGroup.Blocked => 20,
            CeasefireGroup.Assumed or CeasefireGroup.OtherThings or CeasefireGroup.Suspended or CeasefireGroup.OnAttack or CeasefireGroup.RuledOut =>
                5,
            _ => 0,
        };

    /// <exception cref="RuleException">The address asks for something that is not known.</exception>
    public async Task<CeasefireView> ReadAsync(IQueryCollection parameters, CancellationToken cancel)
    {
        var version = await versions.CurrentAsync(cancel);
        var book = await books.ReadAsync(version, cancel);
        var query = CeasefireQuery.Parse(parameters, [.. book.Countries]);
        var tally = await TallyAsync(book, query);
        var shown = query.Show is { } show
            ? [(Part: show, Places: tally.Places(show).Skip((query.Page - 1) * PageSize).Take(PageSize).ToList())]
            : CeasefirePart.All.Select(p => (Part: p, Places: tally.Places(p).Take(FirstRows(p)).ToList())).ToList();
        var rows = await RowsAsync(version, book, query, [.. shown.SelectMany(s => s.Places)], cancel);
        return new CeasefireView(query, tally)
        {
            Rows = shown.ToDictionary(
                s => s.Part,
                s => (IReadOnlyList<CeasefireRow>)[.. s.Places.Select(p => book.Index.Codes[p]).Where(rows.ContainsKey).Select(c => rows[c])]
            ),
        };
    }

    /// <summary>What a version of the record answers, without any rows.</summary>
    public async Task<CeasefireTally> TallyAsync(long version, CeasefireQuery query, CancellationToken cancel) =>
        await TallyAsync(await books.ReadAsync(version, cancel), query);

    /// <summary>The tally of this book, whose places it holds: another one's would name other pledges.</summary>
    public static async Task<CeasefireTally> TallyAsync(PledgeBook book, CeasefireQuery query) =>
        (await book.Views.OnceAsync(() => new KeptTallies(book))).Of(query);

    private async Task<Dictionary<string, CeasefireRow>> RowsAsync(
        long version,
        PledgeBook book,
        CeasefireQuery query,
        IReadOnlyList<int> places,
        CancellationToken cancel
    )
    {
        var codes = places.Select(p => book.Index.Codes[p]).ToList();
        var found = await pledges.ByCodeAsync(codes, book.IndexOn(query.AsOf), cancel);
        var agreements = await versions.OnceAsync(version, KeptAgreements.LoadAsync, cancel);
        var conditions = await ConditionsAsync(codes, query.AsOf, cancel);
        var same = places.Distinct().ToDictionary(p => book.Index.Codes[p], p => SamePromise.Of(book, p, Dated.NumberOf(query.AsOf)));
        return found.Values.ToDictionary(
            p => p.Code,
            p => new CeasefireRow(
                p,
                [.. conditions[p.Code]],
                agreements.On(p.Agreement, query.AsOf),
                [.. same[p.Code].Select(r => new RelatedPledge(r.Kind, r.IsInverse, book.Index.Codes[r.Other], "", null))]
            )
        );
    }

    /// <summary>What these pledges wait for on the day, by their codes.</summary>
    private async Task<ILookup<string, WaitingFor>> ConditionsAsync(List<string> codes, DateOnly? asOf, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var rows = await db.Set<Condition>()
            .Where(c => codes.Contains(EF.Property<string>(c, StoredParts.PledgeCode)))
            .OrderBy(c => c.Position)
            .Select(c => new { Code = EF.Property<string>(c, StoredParts.PledgeCode), Condition = c })
            .AsNoTracking()
            .ToListAsync(cancel);
        return rows.Select(r => (r.Code, r.Condition, State: asOf is { } day ? r.Condition.StateOn(day) : r.Condition.State))
            .Where(r => r.State is ConditionState.Unmet or ConditionState.Unknown)
            .ToLookup(r => r.Code, r => new WaitingFor(r.Condition.Kind, r.State, r.Condition.Words, r.Condition.Country));
    }

    /// <summary>The titles and states of all agreements that the public may see.</summary>
    private sealed record KeptAgreements(IReadOnlyDictionary<string, Agreement> ByCode)
    {
        public static async Task<KeptAgreements> LoadAsync(CoalitionDb db)
        {
            var agreements = await db
                .Agreements.Where(a => a.State != RecordState.Draft)
                .Select(a => new Agreement
                {
                    Code = a.Code,
                    Title = a.Title,
                    Signed = a.Signed,
                    Progress = a.Progress,
                    States = a.States,
                })
                .AsNoTracking()
                .ToListAsync();
            return new KeptAgreements(agreements.ToDictionary(a => a.Code));
        }

        public AgreementThen? On(string? code, DateOnly? day) =>
            code is not null && ByCode.TryGetValue(code, out var agreement)
                ? new AgreementThen(code, agreement.Title, day is { } then ? agreement.StandingOn(then) : agreement.Progress)
                : null;
    }
}
