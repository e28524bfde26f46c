using CoalitionTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Editing;

/// <summary>A record that may already say what is being entered.</summary>
/// <param name="Because">What the two have in common, in words.</param>
public sealed record Duplicate(RecordKind Kind, string Code, string Heading, IReadOnlyList<string> Because);

/// <summary>What of a stored pledge says whether a new one repeats it.</summary>
public sealed record PledgeTraits(
    string Code,
    string Title,
    Contribution Contribution,
    RecordDate Announced,
    Money? Money,
    Quantity? Quantity,
    IReadOnlyList<string> Sources
);

/// <summary>The pledges that were read for the last look. While a title is typed they stay the same, and the store is not asked again.</summary>
public sealed class DuplicateMemory
{
    internal string Key { get; set; } = "";

    internal IReadOnlyList<PledgeTraits> Pledges { get; set; } = [];
}

/// <summary>Finds records that a new one may repeat: the same country and contribution, a near date or amount, a similar title, the same source.</summary>
public sealed class DuplicateFinder(IDbContextFactory<CoalitionDb> factory)
{
    private const int Most = 5;
    private const int MostCompared = 400;
    private const int NearDays = 31;
    private const double SimilarTitle = 0.4;

    /// <summary>The likeliest first; empty while too little is known of the new record.</summary>
    /// <param name="memory">What the same form looked at before.</param>
    public async Task<IReadOnlyList<Duplicate>> FindAsync(
        string? accountId,
        Record record,
        DuplicateMemory? memory = null,
        CancellationToken cancel = default
    )
    {
        if (record is Pledge known && memory?.Key == KeyOf(known))
            return Likeliest(OfPledge(known, memory)); // read before, and allowed then
        await using var db = await factory.CreateDbContextAsync(cancel);
        await db.AllowAsync(accountId, AccountRole.Editor, cancel);
        var found = record switch
        {
            Pledge pledge => OfPledge(pledge, await RememberAsync(db, pledge, memory ?? new(), cancel)),
            Source source => await OfSourceAsync(db, source, cancel),
            Statement statement => await OfStatementAsync(db, statement, cancel),
            _ => await OfAnyAsync(db, record, cancel),
        };
        return Likeliest(found);
    }

    private static List<Duplicate> Likeliest(IEnumerable<Duplicate> found) =>
        [.. found.OrderByDescending(d => d.Because.Count).ThenBy(d => d.Code, StringComparer.Ordinal).Take(Most)];

    private static IEnumerable<Duplicate> OfPledge(Pledge pledge, DuplicateMemory memory) =>
        memory
            .Pledges.Select(other => new Duplicate(RecordKind.Pledge, other.Code, other.Title, [.. Common(pledge, SourcesOf(pledge), other)]))
            .Where(d => d.Because.Count > 1);

    private static async Task<DuplicateMemory> RememberAsync(CoalitionDb db, Pledge pledge, DuplicateMemory memory, CancellationToken cancel)
    {
        var (countries, sources) = (PledgersOf(pledge), SourcesOf(pledge));
        memory.Pledges = countries.Count == 0 ? [] : await CandidatesAsync(db, pledge, countries, sources, cancel);
        memory.Key = KeyOf(pledge);
        return memory;
    }

    /// <summary>What decides which pledges are looked at.</summary>
    private static string KeyOf(Pledge pledge) => string.Join(' ', [pledge.Contribution.ToString(), .. PledgersOf(pledge), .. SourcesOf(pledge)]);

    private static List<string> PledgersOf(Pledge pledge) => [.. pledge.Parties.Where(p => p.Role is PledgePartyRole.Pledger).Select(p => p.Country)];

    private static List<string> SourcesOf(Pledge pledge) => [.. pledge.Citations.Select(c => c.Source)];

    private static Task<List<PledgeTraits>> CandidatesAsync(
        CoalitionDb db,
        Pledge pledge,
        List<string> countries,
        List<string> sources,
        CancellationToken cancel
    ) =>
        db
            .Pledges.Where(p => p.State != RecordState.Draft && p.State != RecordState.Deprecated && p.Code != pledge.Code)
            .Where(p => p.Parties.Any(c => countries.Contains(c.Country)))
            .Where(p => p.Contribution == pledge.Contribution || p.Citations.Any(c => sources.Contains(c.Source)))
            .OrderByDescending(p => p.KnownOn)
            .Take(MostCompared)
            .Select(p => new PledgeTraits(
                p.Code,
                p.Title,
                p.Contribution,
                p.Announced,
                p.Money,
                p.Quantity,
                p.Citations.Select(c => c.Source).ToList()
            ))
            .ToListAsync(cancel);

    private static IEnumerable<string> Common(Pledge pledge, List<string> sources, PledgeTraits other)
    {
        if (other.Contribution == pledge.Contribution)
            yield return $"the same country and {other.Contribution.Label().ToLowerInvariant()}";
        if (AreNear(pledge.Announced, other.Announced))
            yield return $"announced {other.Announced}";
        if (
            pledge.Money is { } sum
            && other.Money is { } otherSum
            && sum.Currency == otherSum.Currency
            && DoOverlap(sum.Min, sum.Max, otherSum.Min, otherSum.Max)
        )
            yield return "the same amount";
        if (pledge.Quantity is { } number && other.Quantity is { } otherNumber && DoOverlap(number.Min, number.Max, otherNumber.Min, otherNumber.Max))
            yield return "the same number";
        if (Similarity(pledge.Title, other.Title) >= SimilarTitle)
            yield return "a similar title";
        if (other.Sources.Intersect(sources).Any())
            yield return "the same source";
    }

    private static async Task<IEnumerable<Duplicate>> OfSourceAsync(CoalitionDb db, Source source, CancellationToken cancel)
    {
        var sameAddress = await db.Sources.Where(s => s.Code != source.Code && s.Url != null && s.Url == source.Url).Take(Most).ToListAsync(cancel);
        return sameAddress.Count > 0
            ? sameAddress.Select(s => new Duplicate(RecordKind.Source, s.Code, s.Title, ["the same address"]))
            : await OfAnyAsync(db, source, cancel);
    }

    private static async Task<IEnumerable<Duplicate>> OfStatementAsync(CoalitionDb db, Statement statement, CancellationToken cancel)
    {
        if (statement.Speaker.Length == 0)
            return [];
        var candidates = await db
            .Statements.Where(s => s.Speaker == statement.Speaker && s.Code != statement.Code && s.State != RecordState.Draft)
            .Take(MostCompared)
            .ToListAsync(cancel);
        return candidates
            .Where(s => AreNear(s.On, statement.On) || Similarity(s.Title, statement.Title) >= SimilarTitle)
            .Select(s => new Duplicate(RecordKind.Statement, s.Code, s.Heading, ["the same speaker", $"said {s.On}"]));
    }

    /// <summary>Records of the same kind with a similar heading and no other date.</summary>
    private static async Task<IEnumerable<Duplicate>> OfAnyAsync(CoalitionDb db, Record record, CancellationToken cancel)
    {
        var words = WordsOf(record.Heading).OrderByDescending(w => w.Length).Take(2).ToList();
        if (words.Count == 0)
            return [];
        var entries = await db.Search(words)
            .Where(e => e.Kind == record.RecordKind && e.Code != record.Code && e.State != RecordState.Draft)
            .Take(MostCompared)
            .ToListAsync(cancel);
        return entries
            .Where(e => Similarity(e.Heading, record.Heading) >= SimilarTitle)
            .Where(e => !e.Date.IsStated || !record.ListedOn.IsStated || AreNear(e.Date, record.ListedOn))
            .Select(e => new Duplicate(e.Kind, e.Code, e.Heading, ["a similar title"]));
    }

    private static bool AreNear(RecordDate one, RecordDate other) =>
        one is { IsStated: true } && other is { IsStated: true } && Distance(one, other) <= NearDays;

    /// <summary>The days between the two dates; 0 when they may be the same.</summary>
    private static int Distance(RecordDate one, RecordDate other)
    {
        var (from, to) = (one.Earliest ?? DateOnly.MinValue, one.Latest ?? DateOnly.MaxValue);
        var (otherFrom, otherTo) = (other.Earliest ?? DateOnly.MinValue, other.Latest ?? DateOnly.MaxValue);
        return Math.Max(0, Math.Max(otherFrom.DayNumber - to.DayNumber, from.DayNumber - otherTo.DayNumber));
    }

    private static bool DoOverlap(decimal? min, decimal? max, decimal? otherMin, decimal? otherMax) =>
        (min ?? max) is not null
        && (otherMin ?? otherMax) is not null
        && (min ?? 0) <= (otherMax ?? decimal.MaxValue)
        && (otherMin ?? 0) <= (max ?? decimal.MaxValue);

    /// <summary>The share of words that two titles have in common (Jaccard index), 0 to 1.</summary>
    private static double Similarity(string one, string other)
    {
        var (words, others) = (WordsOf(one), WordsOf(other));
        return words.Count == 0 || others.Count == 0 ? 0 : words.Intersect(others).Count() / (double)words.Union(others).Count();
    }

    private static HashSet<string> WordsOf(string title) =>
        [.. SearchEntry.Fold(title).Split([' ', ',', '.', ':', ';', '(', ')', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2)];
}
