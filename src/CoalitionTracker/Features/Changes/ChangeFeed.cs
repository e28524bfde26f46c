using System.Text;
using System.Text.Encodings.Web;
using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using CoalitionTracker.Shared.Components;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Changes;

/// <summary>The newest changes, as every feed format tells them. Addresses are whole: a feed is read elsewhere.</summary>
/// <param name="Home">The page that says the same.</param>
/// <param name="Updated">When the newest change was made, UTC.</param>
public sealed record ChangeFeed(string Title, string Home, DateTime Updated, IReadOnlyList<ChangeFeedEntry> Entries);

/// <summary>One change, or what was first entered together.</summary>
/// <param name="Id">The permalink of the change, and of the first of several: it stays when others are entered with it later.</param>
/// <param name="Address">The page to read.</param>
/// <param name="At">When it was made, UTC; of several, the last.</param>
/// <param name="Begun">When it was made, UTC; of several, the first.</param>
/// <param name="Html">The change in words; every text in it is encoded.</param>
public sealed record ChangeFeedEntry(string Id, string Address, string Title, string Author, DateTime At, DateTime Begun, string Html);

/// <summary>Reads the feeds.</summary>
public sealed class ChangeFeeds(IDbContextFactory<CoalitionDb> factory, ChangeLog changes, RecordVersion versions)
{
    public const int MaxEntries = 50;

    /// <summary>The newest changes of the whole record, or of what concerns one country.</summary>
    /// <param name="site">Where the site is, without a slash at the end.</param>
    /// <param name="country">A country's code; null for the whole record.</param>
    /// <returns>Null when there is no such country.</returns>
    public async Task<ChangeFeed?> ReadAsync(string site, string? country, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var log = await changes.CurrentAsync(cancel);
        var book = await versions.OnceAsync(log.Version, CountryBook.LoadAsync, cancel);
        if (country is not null && book[country] is null)
            return null;
        var codes = country is null ? null : await ConcernedRecords.OfAsync(db, [country], cancel);
        var blocks = ChangeBlocks.Runs(log, (_, code) => codes?.Contains(code) != false).Take(MaxEntries).ToList();
        var records = await ChangesReader.DescribeAsync(db, log, [.. blocks.OfType<RecordBlock>()], cancel);
        var headings = await ChangeWords.HeadingsAsync(db, records.Values.Select(r => (r.Newest.Kind, r.Step.Changes)), cancel);
        var together = blocks.OfType<EnteredBlock>().SelectMany(b => b.Places).Select(p => log.RecordOf(log[p]).Code).ToList();
        var entered = await ChangeWords.OfCodesAsync(db, together, cancel);
        var entries = blocks.ConvertAll(b =>
            b is EnteredBlock several
                ? EntryOf(site, log, several, entered)
                : EntryOf(site, records[(RecordBlock)b], new ChangeWords(records[(RecordBlock)b].Newest.Kind, headings, book))
        );
        return new ChangeFeed(
            country is null ? "CoalitionTracker: changes to the record" : $"CoalitionTracker: changes that concern {book.Name(country)}",
            country is null ? $"{site}/changes" : $"{site}/changes?country={country}",
            entries.Count == 0 ? DateTime.UnixEpoch : entries[0].At,
            entries
        );
    }

    private static ChangeFeedEntry EntryOf(string site, ChangedRecord record, ChangeWords words)
    {
        var (now, page) = (record.Newest, $"{site}/history/{record.Newest.Code}/{record.Newest.Id}");
        var standing = record.Block.IsNew ? "first entered" : record.Standing ?? "changed";
        var html = new FeedHtml(site)
            .Paragraph(ReasonOf(now.Reason, now.ReviewedBy))
            .Link(RecordLink.AddressOf(now.Kind, now.Code), record.Heading)
            .Changes(record.Step.Changes, words, isNew: record.Block.IsNew);
        return new(page, page, $"{now.Kind.Label()} {now.Code} {standing}: {record.Heading}", now.Author, now.At, now.At, html.ToString());
    }

    private static ChangeFeedEntry EntryOf(string site, ChangeLogView log, EnteredBlock block, IReadOnlyDictionary<string, string> headings)
    {
        var (first, last, why) = (log.RevisionAt(block.Oldest), log.RevisionAt(block.Places[0]), log.ReasonOf(log[block.Oldest]));
        var kinds = block
            .ByKind.OrderBy(k => k.Key)
            .Select(k => Show.Count(k.Value, k.Key.Label().ToLowerInvariant(), k.Key.Plural().ToLowerInvariant()));
        var html = new FeedHtml(site).Paragraph(ReasonOf(why.Reason, why.ReviewedBy)).Paragraph(string.Join(", ", kinds));
        foreach (var place in block.Places)
        {
            var (kind, code) = log.RecordOf(log[place]);
            html.Link(RecordLink.AddressOf(kind, code), headings.GetValueOrDefault(code, code));
        }
        if (block.Count > block.Places.Count)
            html.Link($"/changes?since={first.Id - 1}&until={last.Id}&each=yes", $"See all {Show.Plain(block.Count)}");
        return new(
            $"{site}/history/{first.Code}/{first.Id}",
            $"{site}/changes?since={first.Id - 1}&until={last.Id}",
            $"{Show.Plain(block.Count)} records first entered: {why.Reason}",
            why.Author,
            last.At,
            first.At,
            html.ToString()
        );
    }

    private static string ReasonOf(string reason, string? reviewedBy) => reviewedBy is null ? reason : $"{reason} (reviewed by {reviewedBy})";
}

/// <summary>Writes the little HTML of an entry. Every text is encoded, every address is whole.</summary>
internal sealed class FeedHtml(string site)
{
    private readonly StringBuilder html = new();

    public FeedHtml Paragraph(string text)
    {
        html.Append("<p>").Append(Encode(text)).Append("</p>");
        return this;
    }

    public FeedHtml Link(string path, string text)
    {
        html.Append("<p>").Append(Anchor(path, text)).Append("</p>");
        return this;
    }

    /// <param name="isNew">Nothing was there before: one column says what was entered.</param>
    public FeedHtml Changes(IReadOnlyList<FieldChange> changes, ChangeWords words, bool isNew)
    {
        if (changes.Count == 0)
            return Paragraph("No field differs.");
        html.Append("<table><thead><tr><th>Field</th>").Append(isNew ? "" : "<th>Before</th>").Append("<th>After</th></tr></thead><tbody>");
        foreach (var change in changes)
        {
            html.Append("<tr><td>").Append(Encode(words.LabelOf(change))).Append("</td>");
            if (!isNew)
                html.Append("<td>").Append(Value(words.ValueOf(change, change.Old))).Append("</td>");
            html.Append("<td>").Append(Value(words.ValueOf(change, change.New))).Append("</td></tr>");
        }
        html.Append("</tbody></table>");
        return this;
    }

    public override string ToString() => html.ToString();

    private string Value(IEnumerable<Said> pieces) =>
        string.Concat(pieces.Select(p => p.Address is null ? Encode(p.Text) : Anchor(p.Address, p.Text)));

    private string Anchor(string path, string text) => $"<a href=\"{Encode(site + path)}\">{Encode(text)}</a>";

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
