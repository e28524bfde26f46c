using CoalitionTracker.Benchmarks.Measuring;
using CoalitionTracker.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Benchmarks.Desk;

/// <summary>Whether the client follows what a circuit draws: what it sees on the practice page against what must stand there.</summary>
internal static class ClientCheck
{
    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("coalitiontracker-client-");
        try
        {
            using var host = new ProductHost(Path.Combine(folder.FullName, "desk.db"));
            await using (var db = await host.Services.GetRequiredService<IDbContextFactory<CoalitionDb>>().CreateDbContextAsync())
                await DeskPeople.AddAsync(db, 1, AccountRole.Editor);
            using var visitor = await DeskVisitor.SignInAsync(host.Client.BaseAddress!, DeskPeople.EmailOf(0), DeskPeople.Password);
            await using var page = await visitor.PractiseAsync();
            foreach (var word in new[] { "ein", "zwei", "Київ", "日本語です" })
            {
                await page.TypeAsync("practice", word);
                await ExpectAsync(page, "echo", $"You typed: {word}");
                await page.ClickAsync("add");
            }
            await ExpectAsync(page, "words", "日本語です, a long one|Київ, a long one|zwei, a long one|ein");
            await page.ClickAsync("turn");
            await ExpectAsync(page, "words", "ein|zwei, a long one|Київ, a long one|日本語です, a long one");
            await page.ClickAsync("drop");
            await page.ClickAsync("drop");
            await ExpectAsync(page, "words", "ein|日本語です, a long one");
            await page.ClickAsync("words");
            await ExpectAsync(page, "clicks", "1 clicks in the list");
            Console.WriteLine("kept   the client sees what a circuit draws");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>List items are told apart by a stroke.</summary>
    private static Task<string> ExpectAsync(Circuit page, string id, string words) =>
        page.SeeAsync($"“{words}” in #{id}", t => t.ById(id) is { } element && Said(element) == words ? words : null);

    private static string Said(PageNode element)
    {
        var items = element.Children.Where(c => c.Element == "li").Select(c => c.Words().Trim()).ToList();
        return items.Count > 0 ? string.Join('|', items) : element.Words().Trim();
    }
}
