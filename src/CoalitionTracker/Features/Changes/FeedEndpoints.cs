using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using CoalitionTracker.Data;

namespace CoalitionTracker.Features.Changes;

/// <summary>
/// The feeds of changes: Atom (RFC 4287, https://www.rfc-editor.org/rfc/rfc4287) and JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), of the
/// whole record and of each country.
/// </summary>
public static class FeedEndpoints
{
    private const string AtomType = "application/atom+xml; charset=utf-8";
    private const string JsonType = "application/feed+json; charset=utf-8";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        foreach (var path in new[] { "/changes", "/countries/{code}/changes" })
        {
            app.MapGet($"{path}.atom", (HttpContext http, ChangeFeeds feeds, string? code) => AnswerAsync(http, feeds, code, AtomType, Atom));
            app.MapGet(
                $"{path}.feed.json",
                (HttpContext http, ChangeFeeds feeds, string? code) => AnswerAsync(http, feeds, code, JsonType, JsonFeed)
            );
        }
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext http,
        ChangeFeeds feeds,
        string? country,
        string type,
        Func<ChangeFeed, string, byte[]> write
    )
    {
        if (http.Request.Query.Keys.FirstOrDefault() is { } unknown)
            throw new RuleException(unknown, "A feed has no choices; a country's feed is at /countries/JPN/changes.atom.");
        var site = $"{http.Request.Scheme}://{http.Request.Host}";
        var feed = await feeds.ReadAsync(site, country, http.RequestAborted);
        return feed is null ? Results.NotFound() : Results.Bytes(write(feed, site + http.Request.Path), type);
    }

    private static byte[] Atom(ChangeFeed feed, string self)
    {
        var atom = new SyndicationFeed(Clean(feed.Title), null, new Uri(feed.Home), feed.Home, new DateTimeOffset(feed.Updated, TimeSpan.Zero))
        {
            Language = "en",
            Items = [.. feed.Entries.Select(ItemOf)],
        };
        atom.Authors.Add(new SyndicationPerson(null, Account.ProductName, null));
        atom.Links.Add(SyndicationLink.CreateSelfLink(new Uri(self), "application/atom+xml"));
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
            atom.SaveAsAtom10(xml);
        return bytes.ToArray();
    }

    private static SyndicationItem ItemOf(ChangeFeedEntry entry)
    {
        var at = new DateTimeOffset(entry.At, TimeSpan.Zero);
        var content = SyndicationContent.CreateHtmlContent(Clean(entry.Html));
        var item = new SyndicationItem(Clean(entry.Title), content, new Uri(entry.Address), entry.Id, at)
        {
            PublishDate = new DateTimeOffset(entry.Begun, TimeSpan.Zero),
        };
        item.Authors.Add(new SyndicationPerson(null, Clean(entry.Author), null));
        return item;
    }

    private static byte[] JsonFeed(ChangeFeed feed, string self) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Version = "https://jsonfeed.org/version/1.1",
                feed.Title,
                HomePageUrl = feed.Home,
                FeedUrl = self,
                Language = "en",
                Items = feed.Entries.Select(e => new
                {
                    e.Id,
                    Url = e.Address,
                    e.Title,
                    ContentHtml = e.Html,
                    DatePublished = e.Begun,
                    DateModified = e.At,
                    Authors = new[] { new { Name = e.Author } },
                }),
            },
            Json
        );

    /// <summary>Without the characters that no XML document may hold.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)));
}
