using System.Text.Json.Nodes;
using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Editing;

/// <summary>A draft as the record that it would become.</summary>
/// <param name="NewSources">The drafts of new sources that it rests on and that become public with it; tracked.</param>
/// <param name="Sources">The same as records.</param>
/// <param name="Problems">Everything that keeps it from being handed in.</param>
internal sealed record DraftReading(Record Record, IReadOnlyList<Draft> NewSources, IReadOnlyList<Record> Sources, IReadOnlyList<Problem> Problems);

/// <summary>What drafts and records have to do with each other in the store.</summary>
internal static class DraftRecords
{
    /// <summary>The states in which a draft is somebody's work in progress.</summary>
    public static readonly DraftState[] Open = [DraftState.Editing, DraftState.InReview, DraftState.Returned];

    /// <summary>A new draft of a record as it is public now, not saved yet; null when there is no such record.</summary>
    public static async Task<Draft?> FromRecordAsync(CoalitionDb db, string accountId, RecordKind kind, string code, CancellationToken cancel)
    {
        var revision = await NewestIdAsync(db, code, cancel); // before the record: an older number is noticed later, a newer one would hide a change
        if (await db.ReadAnyAsync(kind, code, cancel) is not { } record)
            return null;
        return new Draft
        {
            Kind = kind,
            Code = code,
            BaseRevision = revision,
            AccountId = accountId,
            Content = RecordJson.Write(record),
            Heading = Short(record.Heading),
        };
    }

    /// <summary>The draft as a record, checked by itself and against what it refers to.</summary>
    public static async Task<DraftReading> ReadAsync(CoalitionDb db, Draft draft, CancellationToken cancel)
    {
        var (record, problems, _, place) = FormReader.Read(draft.Kind, draft.Code, ContentOf(draft));
        var all = problems.ToList();
        var named = RecordModel.ReferencesIn(record).Where(r => r.Target == typeof(Source)).Select(r => r.Code).Distinct().ToList();
        var newSources = await db
            .Drafts.AsTracking()
            .Where(d => d.Kind == RecordKind.Source && d.BaseRevision == 0 && d.AccountId == draft.AccountId && d.Id != draft.Id)
            .Where(d => Open.Contains(d.State) && named.Contains(d.Code!))
            .ToListAsync(cancel);
        var readings = newSources.ConvertAll(d => (Draft: d, Reading: FormReader.Read(d.Kind, d.Code, ContentOf(d))));
        all.AddRange(
            readings.SelectMany(s =>
                s.Reading.Problems.Select(p => new Problem("citations", $"The new source “{s.Draft.Heading}”, {p.Field}: {p.Message}"))
            )
        );
        var sources = readings.ConvertAll(s => s.Reading.Record);
        var references = await RecordWriter.CheckReferencesAsync(db, [record, .. sources], cancel);
        all.AddRange(references.Where(p => p.Code == record.Code).Select(p => p with { Field = place(p.Field) }));
        if (draft.Code is null && draft.Kind is RecordKind.Country && await db.Countries.AnyAsync(c => c.Code == record.Code, cancel))
            all.Add(new Problem("code", $"{record.Code} is taken; correct that country instead."));
        return new DraftReading(record, newSources, sources, all);
    }

    /// <summary>What is public now against the draft; null when the record has not moved since the draft was begun.</summary>
    public static async Task<(Revision Newest, MergeResult Merge)?> MergeAsync(CoalitionDb db, Draft draft, CancellationToken cancel)
    {
        var id = await NewestIdAsync(db, draft.Code!, cancel);
        if (id == draft.BaseRevision)
            return null;
        var newest = await db.Revisions.FirstAsync(r => r.Id == id, cancel);
        var from = await db.Revisions.Where(r => r.Id == draft.BaseRevision).Select(r => r.Snapshot).FirstOrDefaultAsync(cancel);
        return (newest, FormMerge.Merge(Parse(from ?? newest.Snapshot), Parse(newest.Snapshot), ContentOf(draft)));
    }

    /// <summary>The number of the record's newest revision; 0 when it has none.</summary>
    public static Task<long> NewestIdAsync(CoalitionDb db, string code, CancellationToken cancel) =>
        db.Revisions.Where(r => r.Code == code).OrderByDescending(r => r.Id).Select(r => r.Id).FirstOrDefaultAsync(cancel);

    public static JsonObject ContentOf(Draft draft) => Parse(draft.Content);

    /// <summary>What a record with this content is called in lists of drafts.</summary>
    public static string HeadingOf(RecordKind kind, JsonObject content)
    {
        var heading = FormReader.Read(kind, "", content).Record.Heading.Trim(' ', ':');
        return heading.Length > 0 ? Short(heading) : $"Untitled {kind.Label().ToLowerInvariant()}";
    }

    private static string Short(string heading) => heading.Length <= Record.TitleMaxLength ? heading : heading[..(Record.TitleMaxLength - 1)] + "…";

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
