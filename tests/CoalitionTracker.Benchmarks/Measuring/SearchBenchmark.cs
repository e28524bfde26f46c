using CoalitionTracker.Benchmarks.Generating;
using CoalitionTracker.Features.Search;
using CoalitionTracker.Shared.Lists;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Benchmarks.Measuring;

/// <summary>
/// Words that few records mention, in the search of everything and in the list of pledges: the query alone, without a page. Each word keeps
/// the bound by itself, for they differ: what the index of trigrams must read depends on how common a word's parts are.
/// </summary>
internal static class SearchBenchmark
{
    private const int Rounds = 200;
    private const int WarmUpRounds = 10;

    /// <summary>Milliseconds.</summary>
    private const double MaxMedian = 50;

    public static async Task RunAsync(Store store, Bounds bounds)
    {
        var words = WordList
            .Rare.Select(w => (Word: w, Everything: new Samples($"search of everything for {w}"), InList: new Samples($"search in the list for {w}")))
            .ToList();
        for (var round = -WarmUpRounds; round < Rounds; round++)
        {
            foreach (var (word, everything, inList) in words)
            {
                if (round == 0)
                {
                    everything.Forget();
                    inList.Forget();
                }
                await FindAsync(store, word, everything, inList);
            }
        }
        foreach (var samples in words.SelectMany(w => new[] { w.Everything, w.InList }))
            Console.WriteLine(samples);
        bounds.Check($"search of everything for the slowest rare word, {store.Size} pledges", words.Max(w => w.Everything.Median), MaxMedian, " ms");
        bounds.Check($"search in the list for the slowest rare word, {store.Size} pledges", words.Max(w => w.InList.Median), MaxMedian, " ms");
    }

    private static async Task FindAsync(Store store, string word, Samples everything, Samples inList)
    {
        var queries = store.Host.Services.GetRequiredService<SearchQueries>();
        var query = new ListQuery { Text = word, Sort = (await store.Host.Pledges.IndexAsync()).Spec.DefaultSort };
        var found = await everything.TimeAsync(() => queries.FindAsync(new ListQuery { Text = word }));
        var page = await inList.TimeAsync(() => store.Host.Pledges.ListAsync(query));
        if (found.Total != WordList.RareUses || page.Total == 0)
            throw new InvalidDataException(
                $"\"{word}\" was found {found.Total} times; it stands in {WordList.RareUses} pledges. Make the store anew."
            );
    }
}
