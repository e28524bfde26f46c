using System.Net;
using System.Text.RegularExpressions;

namespace CoalitionTracker.Benchmarks.Desk;

/// <summary>Somebody who signs in by the form and opens pages of the desk.</summary>
internal sealed partial class DeskVisitor : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;
    private readonly Uri site;

    private DeskVisitor(Uri site)
    {
        this.site = site;
        client = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = site };
    }

    /// <exception cref="InvalidOperationException">The sign-in was refused.</exception>
    public static async Task<DeskVisitor> SignInAsync(Uri site, string email, string password)
    {
        var visitor = new DeskVisitor(site);
        var html = await visitor.client.GetStringAsync("/account/sign-in");
        var fields = HiddenField()
            .Matches(html)
            .DistinctBy(m => m.Groups[1].Value)
            .ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
        (fields["_handler"], fields["Input.Email"], fields["Input.Password"]) = ("sign-in", email, password); // the page also has a form for passkeys
        using var answer = await visitor.client.PostAsync("/account/sign-in", new FormUrlEncodedContent(fields));
        return answer.StatusCode is HttpStatusCode.Found
            ? visitor
            : throw new InvalidOperationException($"Signing in as {email} was answered with {(int)answer.StatusCode}.");
    }

    /// <summary>Opens an interactive page.</summary>
    public async Task<Circuit> OpenAsync(string path) =>
        await Circuit.OpenAsync(site, path, await client.GetStringAsync(path), cookies.GetCookieHeader(site));

    /// <summary>The smallest thing that the server can be asked over the same kind of connection.</summary>
    public Task<string> PingAsync() => client.GetStringAsync("/healthz");

    public void Dispose() => client.Dispose();

    [GeneratedRegex("""<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"[^>]*>""")]
    private static partial Regex HiddenField();
}
