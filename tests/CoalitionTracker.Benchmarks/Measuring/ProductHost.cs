using CoalitionTracker.Benchmarks.Desk;
using CoalitionTracker.Features.Pledges;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Serilog;
using Serilog.Core;

namespace CoalitionTracker.Benchmarks.Measuring;

/// <summary>The product as it is, on Kestrel at a free port of this machine, over one store.</summary>
internal sealed class ProductHost : WebApplicationFactory<Program>
{
    private readonly string store;
    private readonly FixedPages fixedPages = new();
    private readonly string sets;
    private readonly bool keepsPages;

    /// <param name="keepsPages">Whether pages are kept and answered from there, as in the product; if not, each is made anew.</param>
    /// <param name="sets">The sets of records to load; none where the store has its own.</param>
    /// <exception cref="InvalidDataException">The product refused the store.</exception>
    public ProductHost(string store, string sets = "", bool keepsPages = false)
    {
        (this.store, this.sets, this.keepsPages) = (store, sets, keepsPages);
        UseKestrel(0);
        StartServer();
        Log.Logger = Logger.None; // a line for each request would be in the way of the figures
        if (ClientOptions.BaseAddress.Port == 0)
            throw new InvalidDataException(
                $"The product did not start over {store}; it says why above. If the store is of another version, generate it anew."
            );
        // The first reader after a change waits for the whole list to load: at a million pledges on a busy machine for minutes.
        Client = new HttpClient { BaseAddress = ClientOptions.BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Asks for no compression, remembers no cookies and no ETags, and keeps its connection.</summary>
    public HttpClient Client { get; }

    public StaticYardstick Yardstick { get; } = new();

    /// <summary>The whole answer at this address, the first byte to the last.</summary>
    /// <exception cref="InvalidDataException">It should have been kept, and was not.</exception>
    public async Task<string> GetAsync(string address, bool mustBeKept = false)
    {
        using var response = await Client.GetAsync(address);
        response.EnsureSuccessStatusCode();
        if (mustBeKept && response.Headers.Age is null)
            throw new InvalidDataException($"{address} was made anew; this measures kept pages.");
        return await response.Content.ReadAsStringAsync();
    }

    public PledgeList Pledges => Services.GetRequiredService<PledgeList>();

    public Task PrepareFixedPagesAsync(IEnumerable<string> queries) => fixedPages.PrepareAsync(Pledges, queries);

    /// <summary>The whole page at this query of the list, the first byte to the last.</summary>
    /// <exception cref="InvalidDataException">The answer came from a cache.</exception>
    public async Task<string> ReadAsync(string query, bool isFixed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/pledges" + query);
        if (isFixed)
            request.Headers.Add(FixedPages.Header, "yes");
        using var response = await Client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        if (response.Headers.Age is not null)
            throw new InvalidDataException($"/pledges{query} was answered from a cache; this measures uncached pages.");
        return await response.Content.ReadAsStringAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseContentRoot(AppContext.BaseDirectory);
        builder.UseSetting("Storage:ConnectionString", $"Data Source={store}");
        builder.UseSetting("Seed:Sets", sets);
        builder.UseSetting("Accounts:AttemptsPerMinute", "1000"); // all browsers call from one address
        builder.UseSetting("Cache:Pages", keepsPages.ToString());
        builder.UseSetting("Logs:Folder", Path.Combine(Path.GetTempPath(), "CoalitionTracker.Benchmarks"));
        builder.ConfigureServices(services =>
            services
                .AddSingleton(fixedPages)
                .AddSingleton<IStartupFilter>(fixedPages)
                .AddSingleton<IStartupFilter, PracticePages>()
                .AddSingleton<IStartupFilter>(Yardstick)
        );
    }

    protected override void Dispose(bool disposing)
    {
        Client.Dispose();
        Yardstick.Dispose();
        base.Dispose(disposing);
    }
}
