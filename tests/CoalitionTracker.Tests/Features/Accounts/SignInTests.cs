using System.Net;
using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Accounts;

public sealed class SignInTests(EmptyApp fresh) : IClassFixture<EmptyApp>
{
    private readonly TestApp app = fresh.App;

    [Fact]
    public async Task The_right_password_signs_in_and_leads_to_where_one_wanted_to_go()
    {
        var account = await app.AccountAsync(AccountRole.Editor);
        using var browser = app.Reader();

        using var answer = await browser.SignInAsync(account.UserName!.ToUpperInvariant(), Support.Accounts.Password, "/edit/pledges?page=2");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/edit/pledges?page=2", answer.Headers.Location?.PathAndQuery);
    }
}
