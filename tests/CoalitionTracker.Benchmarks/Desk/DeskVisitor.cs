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
        if (!site.IsLoopback)
            throw new ArgumentException($"{site} is not on this machine; nothing else is measured or put under load.");
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

    /// <summary>Opens <see cref="PracticePage"/>; only a product that was started with <see cref="PracticePages"/> has it.</summary>
    public async Task<Circuit> PractiseAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, PracticePages.Address) { Headers = { { PracticePages.Header, "yes" } } };
        using var answer = (await client.SendAsync(request)).EnsureSuccessStatusCode();
        var html = await answer.Content.ReadAsStringAsync();
        return await Circuit.OpenAsync(site, PracticePages.Address, html, cookies.GetCookieHeader(site));
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("""<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"[^>]*>""")]
    private static partial Regex HiddenField();
}
