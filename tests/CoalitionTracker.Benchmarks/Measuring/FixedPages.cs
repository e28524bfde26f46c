using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared.Lists;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Benchmarks.Measuring;

/// <summary>
/// Beside each list page a fixed one of the same markup. A request that asks for it has the same address and takes the same way through the
/// product: middleware, document, layout, view. Only the page component differs, and the view's answer was fetched beforehand.
/// </summary>
internal sealed class FixedPages : IStartupFilter
{
    /// <summary>A request with this header gets the fixed page of its address.</summary>
    public const string Header = "Fixed-Page";

    private readonly Dictionary<string, ListPage<PledgeRow>> answers = [];
    private Endpoint? page;

    /// <summary>Fetches the answers that the fixed pages show, by query string.</summary>
    public async Task PrepareAsync(PledgeList list, IEnumerable<string> queries)
    {
        foreach (var query in queries)
            answers[query] = await list.ListAsync(new QueryCollection(QueryHelpers.ParseQuery(query)));
    }

    public ListPage<PledgeRow> AnswerFor(HttpContext http) => answers[http.Request.QueryString.Value ?? ""];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            var endpoints = app.ApplicationServices.GetRequiredService<EndpointDataSource>();
            app.Use(
                (http, rest) =>
                {
                    if (http.Request.Headers.ContainsKey(Header))
                        http.SetEndpoint(page ??= PageLike(endpoints, "/pledges", typeof(FixedPledges))); // routing leaves a chosen endpoint alone
                    return rest(http);
                }
            );
            next(app);
        };

    /// <summary>The endpoint of one of the product's pages with another component in it, for which the router must know the same route.</summary>
    public static RouteEndpoint PageLike(EndpointDataSource endpoints, string address, Type component)
    {
        var model = endpoints
            .Endpoints.OfType<RouteEndpoint>()
            .Single(e => e.RoutePattern.RawText == address && e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null);
        var metadata = model.Metadata.Select(m => m is ComponentTypeMetadata ? new ComponentTypeMetadata(component) : m);
        return new RouteEndpoint(model.RequestDelegate!, model.RoutePattern, model.Order, new EndpointMetadataCollection(metadata), "fixed page");
    }
}
