using CoalitionTracker.Benchmarks.Measuring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Benchmarks.Desk;

/// <summary>Gives <see cref="PracticePage"/> to requests that ask for it, in the place of a page of the desk: same sign-in, document, circuit.</summary>
internal sealed class PracticePages : IStartupFilter
{
    /// <summary>A request of <see cref="Address"/> with this header gets the page.</summary>
    public const string Header = "Practice-Page";

    public const string Address = "/edit/new";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            var endpoints = app.ApplicationServices.GetRequiredService<EndpointDataSource>();
            app.Use(
                (http, rest) =>
                {
                    if (http.Request.Headers.ContainsKey(Header))
                        http.SetEndpoint(FixedPages.PageLike(endpoints, Address, typeof(PracticePage)));
                    return rest(http);
                }
            );
            next(app);
        };
}
