using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CoalitionTracker.Tests.Support;

/// <summary>A page as a reader sees it.</summary>
public sealed partial class Page
{
    private Page(HttpResponseMessage response, string html) => (Response, Html, Document) = (response, html, new HtmlParser().ParseDocument(html));

    public HttpResponseMessage Response { get; }

    public HttpStatusCode Status => Response.StatusCode;

    public string Html { get; }

    public IHtmlDocument Document { get; }

    public string Heading => TextOf(Document.QuerySelector("h1"));

    /// <summary>The words of the page itself, without head, navigation and foot.</summary>
    public string Words => TextOf(Document.QuerySelector("main"));

    public static async Task<Page> ReadAsync(HttpResponseMessage response) => new(response, await response.Content.ReadAsStringAsync());

    /// <summary>The words of every element that the selector finds.</summary>
    public IReadOnlyList<string> All(string selector) => [.. Document.QuerySelectorAll(selector).Select(TextOf)];

    /// <summary>The words of the value beside a term of the facts: "How much".</summary>
    public string Fact(string term) =>
        TextOf(Document.QuerySelectorAll("dl.facts > div").FirstOrDefault(d => TextOf(d.QuerySelector("dt")) == term)?.QuerySelector("dd"));

    /// <summary>The words of the section under a heading; empty when there is none.</summary>
    public string Section(string heading) => TextOf(SectionOf(heading));

    public IElement? SectionOf(string heading) => Document.QuerySelectorAll("section").FirstOrDefault(s => TextOf(s.QuerySelector("h2")) == heading);

    /// <summary>The words of an element. Elements that follow each other without text in between are words apart, as the style sheet sets them.</summary>
    public static string TextOf(INode? node) => Squeeze(node is null ? "" : Spoken(node));

    private static string Spoken(INode node) =>
        node is IText text
            ? text.Data
            : string.Concat(node.ChildNodes.Select(child => (child is IElement && child.PreviousSibling is IElement ? " " : "") + Spoken(child)));

    /// <summary>White space as a browser shows it; hard spaces as soft ones.</summary>
    public static string Squeeze(string? text) => WhiteSpace().Replace(text ?? "", " ").Trim();

    [GeneratedRegex(@"[\s ]+")]
    private static partial Regex WhiteSpace();
}
