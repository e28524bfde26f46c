using System.Text.Json.Nodes;
using CoalitionTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Editing;

/// <summary>A record that a field may name.</summary>
public sealed record Lookup(string Code, string Heading);

/// <summary>Finds the records that a form's field may refer to, by any part of their name or code.</summary>
public sealed class Lookups(IDbContextFactory<CoalitionDb> factory)
{
    private const int Limit = 12;

    /// <summary>The records of a kind that mention the text, and the account's own new sources.</summary>
    public async Task<IReadOnlyList<Lookup>> FindAsync(string? accountId, Type target, string? text, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await db.AllowAsync(accountId, AccountRole.Editor, cancel);
        var kind = Enum.Parse<RecordKind>(target.Name);
        var words = SearchEntry.Fold(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 && kind is not RecordKind.Country)
            return await OwnSourcesAsync(db, accountId!, kind, "", cancel);
        var code = (text ?? "").Trim().ToUpperInvariant();
        var entries = words.Length == 0 ? db.SearchEntries : db.Search(words);
        var found = await entries
            .Where(e => e.Kind == kind && e.State != RecordState.Draft && e.State != RecordState.Deprecated)
            .OrderBy(e => e.Code == code ? 0 : 1)
            .ThenBy(e => e.Heading)
            .Take(Limit)
            .Select(e => new Lookup(e.Code, e.Heading))
            .ToListAsync(cancel);
        return [.. await OwnSourcesAsync(db, accountId!, kind, text ?? "", cancel), .. found];
    }

    /// <summary>What these codes stand for; a code that is not known is left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> HeadingsAsync(
        string? accountId,
        IReadOnlyCollection<string> codes,
        CancellationToken cancel = default
    )
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await db.AllowAsync(accountId, AccountRole.Editor, cancel);
        var known = await db.SearchEntries.Where(e => codes.Contains(e.Code)).ToDictionaryAsync(e => e.Code, e => e.Heading, cancel);
        foreach (var own in await OwnSourcesAsync(db, accountId!, RecordKind.Source, "", cancel))
            known.TryAdd(own.Code, own.Heading);
        return known;
    }

    /// <summary>A source as the form needs it to propose a grade: published, or the account's own new one.</summary>
    public async Task<SourceKind?> KindOfSourceAsync(string? accountId, string code, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await db.AllowAsync(accountId, AccountRole.Editor, cancel);
        if (await db.Sources.Where(s => s.Code == code).Select(s => (SourceKind?)s.Type).FirstOrDefaultAsync(cancel) is { } kind)
            return kind;
        var draft = await db.Drafts.FirstOrDefaultAsync(d => d.Code == code && d.AccountId == accountId && d.Kind == RecordKind.Source, cancel);
        return draft is null ? null : ((Source)FormReader.Read(RecordKind.Source, code, JsonNode.Parse(draft.Content)!.AsObject()).Record).Type;
    }

    /// <summary>Known sources with this address, whatever their scheme, "www." and trailing slash; or whose title or publisher has these words.</summary>
    public async Task<IReadOnlyList<Lookup>> FindSourcesAsync(string? accountId, string addressOrWords, CancellationToken cancel = default)
    {
        if (!Uri.TryCreate(addressOrWords.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return await FindAsync(accountId, typeof(Source), addressOrWords, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        await db.AllowAsync(accountId, AccountRole.Editor, cancel);
        var host = address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host;
        var place = host + address.AbsolutePath.TrimEnd('/');
        return await db
            .Sources.Where(s => s.State != RecordState.Draft && (s.Url!.Contains(place) || s.ArchivedUrl!.Contains(place)))
            .OrderBy(s => s.Code)
            .Take(Limit)
            .Select(s => new Lookup(s.Code, s.Title))
            .ToListAsync(cancel);
    }

    private static async Task<List<Lookup>> OwnSourcesAsync(CoalitionDb db, string accountId, RecordKind kind, string text, CancellationToken cancel)
    {
        if (kind is not RecordKind.Source)
            return [];
        var own = await db
            .Drafts.Where(d => d.AccountId == accountId && d.Kind == RecordKind.Source && d.BaseRevision == 0 && DraftRecords.Open.Contains(d.State))
            .OrderByDescending(d => d.ChangedAt)
            .Take(Limit)
            .Select(d => new Lookup(d.Code!, d.Heading))
            .ToListAsync(cancel);
        return
        [
            .. own.Where(o =>
                    SearchEntry.Fold(o.Heading).Contains(SearchEntry.Fold(text), StringComparison.Ordinal)
                    || o.Code.Contains(text, StringComparison.OrdinalIgnoreCase)
                )
                .Select(o => o with { Heading = $"{o.Heading} (new)" }),
        ];
    }
}
