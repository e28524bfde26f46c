namespace CoalitionTracker.BrowserTests;

/// <summary>The pages about accounts in a real browser.</summary>
public class AccountTests(Site site)
{
    [Theory]
    [InlineData("/account")]
    [InlineData("/account/password")]
    [InlineData("/account/passkeys")]
    [InlineData("/account/people")]
    public async Task A_signed_in_person_s_page_has_no_barriers_and_fits_a_phone(string address)
    {
        await using var reader = await site.AdministratorAsync();

        Assert.Equal(200, (await reader.GoAsync(address)).Status);
        await EveryPageTests.LooksRightAsync(reader);

        Assert.Equal(address, reader.Here);
        Assert.Empty(reader.Troubles);
    }

    [Fact]
    public async Task The_first_account_is_made_from_the_start_log_and_mistakes_are_shown_beside_their_fields()
    {
        var (app, reader) = await site.AnotherAsync();
        await using var running = app;
        await using var first = reader;

        await reader.GoAsync("/setup");
        await EveryPageTests.LooksRightAsync(reader);
        await reader.Page.GetByLabel("Set-up code").FillAsync((await app.SetupPathAsync()).Split('=')[1]);
        await reader.LeaveAsync(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Go on" }));
        await reader.SeesAsync("Make the first account");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await EveryPageTests.LooksRightAsync(reader);
        await reader.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(reader.Page.GetByLabel("E-mail address")).ToBeInViewportAsync();
        await reader.SetUpAsync();

        await reader.FollowAsync("People");
        await reader.Page.GetByLabel("Whom").FillAsync("Somebody with a long name, of an organisation with a longer one");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        await reader.SeesAsync("/account/join?token=");
        await EveryPageTests.LooksRightAsync(reader);
        var link = await reader.Main.Locator("code.secret").InnerTextAsync();
        await reader.FollowAsync("Олена Administrator");
        await reader.SeesAsync("A way back in");
        await EveryPageTests.LooksRightAsync(reader);
        await reader.FollowAsync("Your account");
        await reader.FollowAsync("Second factor");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await Expect(reader.Page.GetByAltText("The key below, to be scanned")).ToBeVisibleAsync();
        await EveryPageTests.LooksRightAsync(reader);
        Assert.True(
            await reader.Page.EvaluateAsync<bool>("document.querySelector('img.qr').naturalWidth > 0"),
            "the picture of the key is not shown"
        );

        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Uri(app.Address, "/").ToString());
        await reader.GoAsync(link);
        await reader.SeesAsync("Join the editors' desk");
        await EveryPageTests.LooksRightAsync(reader);
        Assert.Empty(reader.Troubles);
    }

    [Fact]
    public async Task A_passkey_of_the_device_signs_in_without_name_or_password()
    {
        await using var reader = await site.AdministratorAsync();
        var device = await reader.Page.Context.NewCDPSessionAsync(reader.Page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );

        await reader.GoAsync("/account/passkeys");
        await reader.Page.GetByLabel("Name of the passkey").FillAsync("Olena's laptop");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await reader.SeesAsync("The passkey is added");
        await EveryPageTests.LooksRightAsync(reader);
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Uri(site.Address, "/").ToString());
        await reader.GoAsync("/account/sign-in?returnUrl=/account/passkeys");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await reader.SeesAsync("Olena's laptop");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Remove Olena's laptop" }).ClickAsync();
        await reader.SeesAsync("You have no passkey yet");

        await Expect(reader.Page).ToHaveURLAsync(new Uri(site.Address, "/account/passkeys?done=passkey-gone").ToString());
        Assert.Empty(reader.Troubles);
    }
}
