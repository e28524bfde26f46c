using System.Collections;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Agreements;
using CoalitionTracker.Features.Countries;
using CoalitionTracker.Features.Editing;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Features.Sources;
using CoalitionTracker.Features.Statements;
using CoalitionTracker.Shared;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Preview;

/// <summary>A draft as the public page that it would become.</summary>
/// <param name="Details">
/// What the page shows: the details of a pledge, statement, agreement, source or country. A role, note, count or event stands on the page of its
/// country or of the coalition.
/// </param>
/// <param name="Record">The record that the draft would become.</param>
/// <param name="IsOwn">Whether it is the account's own draft.</param>
public sealed record DraftPreview(Draft Draft, Record Record, object Details, bool IsOwn);

/// <summary>Reads previews of drafts. A draft may miss almost everything: what is missing or cannot be read is left out of the page.</summary>
public sealed class PreviewQueries(
    IDbContextFactory<CoalitionDb> factory,
    CountryQueries countries,
    PledgeList pledges,
    EcbRates rates,
    Freshness freshness
)
{
    /// <summary>The preview of a draft, for its author, and once it was handed in for reviewers.</summary>
    /// <returns>Null when there is none that this account may see.</returns>
    public async Task<DraftPreview?> ReadAsync(string? accountId, Guid id, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var account = await db.AllowAsync(accountId, AccountRole.Editor, cancel);
        if (await db.Drafts.FirstOrDefaultAsync(d => d.Id == id, cancel) is not { } draft || !MaySee(account, draft))
            return null;
        var reading = await DraftRecords.ReadAsync(db, draft, cancel);
        var record = reading.Record;
        if (draft is { BaseRevision: > 0, State: not DraftState.Published } && await DraftRecords.MergeAsync(db, draft, cancel) is { } moved)
            record = FormReader.Read(draft.Kind, draft.Code, moved.Merge.Merged).Record; // as it would be published
        var newSources = reading.Sources.Cast<Source>().ToList();
        foreach (var (each, heading) in newSources.Zip(reading.NewSources, (s, d) => ((Record)s, d.Heading)).Append((record, draft.Heading)))
        {
            LeaveOut(each);
            Name(each, heading);
        }
        record.Derive();
        var details = await DescribeAsync(db, record, newSources, cancel);
        return details is null ? null : new DraftPreview(draft, record, details, draft.AccountId == account.Id);
    }

    /// <summary>What is still being written is its author's alone.</summary>
    private static bool MaySee(Account account, Draft draft) =>
        draft.AccountId == account.Id || (account.Role >= AccountRole.Reviewer && draft.State is not (DraftState.Editing or DraftState.Discarded));

    /// <returns>Null for a part of a country's page when the store knows neither the country nor the coalition.</returns>
    private async Task<object?> DescribeAsync(CoalitionDb db, Record record, List<Source> newSources, CancellationToken cancel)
    {
        switch (record)
        {
            case Pledge pledge:
                return await PledgeDetails.DescribeAsync(db, rates, freshness, await PageOfAsync(pledge), cancel);
            case Statement statement:
                return await StatementDetails.DescribeAsync(db, await PageOfAsync(statement), cancel);
            case Agreement agreement:
                return await AgreementDetails.DescribeAsync(db, pledges, await PageOfAsync(agreement), cancel);
            case Source source:
                return await SourceDetails.DescribeAsync(db, await PageOfAsync(source), cancel);
            case Country country:
                return await countries.DescribeAsync(db, await PageOfAsync(country), shown: null, cancel);
            default:
                var home = await HomeOfAsync(db, record, cancel);
                return home is null ? null : await countries.DescribeAsync(db, With(home), record, cancel);
        }

        async Task<RecordPage<T>> PageOfAsync<T>(T described)
            where T : Record => With(await db.PageOfAsync(described, cancel));

        RecordPage<T> With<T>(RecordPage<T> page)
            where T : Record => page with { Sources = newSources.Concat(page.Sources.Values).DistinctBy(s => s.Code).ToDictionary(s => s.Code) };
    }

    /// <summary>The page on which a record stands that has none of its own; the coalition's while its country is not known.</summary>
    private static async Task<RecordPage<Country>?> HomeOfAsync(CoalitionDb db, Record record, CancellationToken cancel)
    {
        var country = record switch
        {
            Participation role => role.Country,
            CountryNote note => note.Country,
            _ => Country.Coalition,
        };
        return await db.ReadAsync<Country>(country, cancel) ?? await db.ReadAsync<Country>(Country.Coalition, cancel);
    }

    /// <summary>Gives a record that has no name yet the one that it goes by at the desk, such as "Untitled pledge": a page has a heading.</summary>
    private static void Name(Record record, string heading)
    {
        if (record.Heading.Trim(' ', ':').Length > 0)
            return;
        switch (record)
        {
            case Pledge pledge:
                pledge.Title = heading;
                break;
            case Statement statement:
                (statement.Speaker, statement.Title) = ("Unnamed speaker", heading);
                break;
            case Agreement agreement:
                agreement.Title = heading;
                break;
            case Source source:
                source.Title = heading;
                break;
            case Event happening:
                happening.Title = heading;
                break;
            case Country country:
                country.Name = heading;
                break;
        }
    }

    /// <summary>Takes away what no public page could have, because no draft with it is published: half-made parts, unsafe addresses.</summary>
    private static void LeaveOut(Record record)
    {
        foreach (var property in RecordModel.PartsOf(record.GetType()))
        {
            var parts = (IList)property.GetValue(record)!;
            var needed = RecordShape
                .Of(property.PropertyType.GenericTypeArguments[0])
                .Fields.Where(f => f is { Kind: FieldKind.Reference, Optional: false });
            foreach (var part in parts.Cast<object>().Where(p => needed.Any(f => f.ValueOf(p) is null or "")).ToList())
                parts.Remove(part);
        }
        if (record is Source source)
        {
            source.Url = Source.IsSafe(source.Url) ? source.Url : null;
            source.ArchivedUrl = Source.IsSafe(source.ArchivedUrl) ? source.ArchivedUrl : null;
        }
    }
}
