using Bunit;
using Bunit.TestDoubles;
using CoalitionTracker.App;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Tests.App;

public sealed class EditSessionTests : BunitContext
{
    [Fact]
    public void A_page_of_the_desk_goes_when_its_session_ends()
    {
        var session = this.AddAuthorization();
        session.SetAuthorized("Olena");
        var navigation = Services.GetRequiredService<BunitNavigationManager>();
        navigation.NavigateTo("/edit/drafts/7?tab=2");
        Render<EditSession>();

        session.SetAuthorized("Olena again");
        Assert.Equal("http://localhost/edit/drafts/7?tab=2", navigation.Uri);
        session.SetNotAuthorized();

        Assert.Equal("http://localhost/account/sign-in?notice=ended&returnUrl=%2Fedit%2Fdrafts%2F7%3Ftab%3D2", navigation.Uri);
        Assert.True(navigation.History.First().Options.ForceLoad);
    }
}
