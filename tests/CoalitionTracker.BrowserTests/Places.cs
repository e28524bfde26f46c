using CoalitionTracker.App;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace CoalitionTracker.BrowserTests;

/// <summary>One address of a public page, with the status that it should answer.</summary>
public sealed record Place(string Address, int Status = 200);

/// <summary>Sample addresses of every public page. A new page without one fails a test.</summary>
public static class Places
{
    /// <summary>Stands for the last version but one, whose number depends on how many records are seeded; see <see cref="Site.Complete"/>.</summary>
    public const string Older = "{older}";

    /// <summary>Samples by the page's route template.</summary>
    public static IReadOnlyDictionary<string, Place[]> ByRoute { get; } =
        new Dictionary<string, Place[]>
        {
            ["/"] = [new("/")],
            ["/pledges"] =
            [
                new("/pledges"),
                new("/pledges?country=JPN&q=dollars&sort=amount"),
                new("/pledges?q=qqqq"),
                new("/pledges?asOf=2025-09-05&sort=-level"),
                new("/pledges?colour=red", 400),
            ],
            ["/pledges/{code}"] =
            [
                new("/pledges/JPN-2024-001"),
                new("/pledges/COW-2025-001"),
                new("/pledges/GBR-2025-001?asOf=2025-09-05"),
                new("/pledges/JPN-2024-001?asOf=2024-01-01"),
                new("/pledges/JPN-0000-000", 404),
                new($"/pledges/JPN-2024-001?version={Older}"),
                new("/pledges/JPN-2024-001?version=now", 400),
            ],
            ["/countries"] = [new("/countries")],
            ["/countries/{code}"] = [new("/countries/JPN"), new("/countries/COW"), new($"/countries/JPN?version={Older}")],
            ["/statements"] = [new("/statements")],
            ["/statements/{code}"] = [new("/statements/STM-2025-001")],
            ["/agreements"] = [new("/agreements")],
            ["/agreements/{code}"] = [new("/agreements/AGR-2024-001")],
            ["/sources"] = [new("/sources")],
            ["/sources/{code}"] = [new("/sources/SRC-0001")],
            ["/search"] = [new("/search"), new("/search?q=Japan"), new("/search?kind=rumour", 400)],
            ["/matrix"] =
            [
                new("/matrix"),
                new("/matrix?asOf=2025-09-05&role=participant&refuses=land-forces&pledges=any"),
                new("/matrix?asOf=2999-01-01", 400),
            ],
            ["/map"] = [new("/map"), new("/map?measure=money&asOf=2025-03-01"), new("/map?measure=weather", 400)],
            ["/counts"] = [new("/counts"), new("/counts?asOf=2025-09-05&measure=presence"), new("/counts?measure=luck", 400)],
            ["/ceasefire"] =
            [
                new("/ceasefire"),
                new("/ceasefire?met=parliament&met=us-backstop&asOf=2026-01-31"),
                new("/ceasefire?show=only-parliament&contribution=land-forces"),
                new("/ceasefire?met=renewed-attack", 400),
            ],
            ["/explore"] = [new("/explore"), new("/explore?measure=money&columns=instrument"), new("/explore?rows=colour", 400)],
            ["/money"] = [new("/money"), new("/money?country=JPN&from=2024-01-01&to=2024-12-31"), new("/money?q=qqqq")],
            ["/embed/matrix"] =
            [
                new("/embed/matrix"),
                new("/embed/matrix?asOf=2025-09-05&role=lead&theme=dark"),
                new("/embed/matrix?taste=sweet", 400),
            ],
            ["/embed/map"] = [new("/embed/map?measure=money")],
            ["/embed/explore"] = [new("/embed/explore?columns=none")],
            ["/embed/ceasefire"] = [new("/embed/ceasefire?met=parliament")],
            ["/embed/timeline"] = [new("/embed/timeline?view=countries")],
            ["/embed/counts"] = [new("/embed/counts?unit=countries")],
            ["/embed/money"] = [new("/embed/money")],
            ["/timeline"] =
            [
                new("/timeline"),
                new("/timeline?country=JPN&from=2024-01-01&to=2025-12-31&sort=on"),
                new("/timeline?view=countries&kind=level"),
                new("/timeline?kind=rumour", 400),
            ],
            ["/method"] = [new("/method")],
            ["/changes"] =
            [
                new("/changes"),
                new("/changes?since=0&each=yes&kind=pledge&country=JPN"),
                new("/changes?since=0&until=0"),
                new("/changes?since=2999-01-01", 400),
                new("/changes?since=yesterday", 400),
            ],
            ["/history/{code}"] = [new("/history/JPN-2024-001"), new("/history/JPN-2024-001?from=0", 400), new("/history/JPN-0000-000", 404)],
            ["/history/{code}/{version:long}"] = [new("/history/SRC-REF-NATO/1"), new("/history/JPN-2024-001/1", 404)],
            ["/account/sign-in"] = [new("/account/sign-in")],
            ["/account/second-factor"] = [new("/account/second-factor")], // leads to the sign-in, where it is the second step
            ["/account/join"] = [new("/account/join?token=unknown")],
            ["/account/new-password"] = [new("/account/new-password?account=1&token=unknown")],
            ["/setup"] = [new("/setup", 404)], // somebody has an account
            ["/problem/{status:int}"] = [new("/problem/403", 404)],
            ["/problem/404"] = [new("/account/nowhere", 404)],
            ["/not-found"] = [new("/nowhere", 404)],
            ["/error"] = [new("/error")],
        };

    public static TheoryData<string> Addresses => [.. ByRoute.Values.SelectMany(places => places).Select(place => place.Address)];

    public static Place Of(string address) => ByRoute.Values.SelectMany(places => places).First(place => place.Address == address);

    /// <summary>The route templates of the pages that anybody may read.</summary>
    public static IReadOnlyList<string> PublicRoutes =>
        [
            .. typeof(Routes)
                .Assembly.GetTypes()
                .Where(type => !type.IsDefined(typeof(AuthorizeAttribute), inherit: true))
                .SelectMany(type => type.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>())
                .Select(route => route.Template),
        ];
}
