using CoalitionTracker.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace CoalitionTracker.Features.Editing;

/// <summary>What the interactive pages of the desk have in common: who works there, and what happens when they may not any longer.</summary>
public abstract class DeskPageBase : ComponentBase
{
    [CascadingParameter]
    public required Task<AuthenticationState> SignedIn { get; set; }

    [Inject]
    private NavigationManager Addresses { get; set; } = null!;

    /// <summary>Known when the page's own loading begins.</summary>
    protected DeskUser User { get; private set; } = new(null, "");

    protected sealed override async Task OnInitializedAsync()
    {
        User = DeskUser.Of((await SignedIn).User);
        try
        {
            await LoadAsync();
        }
        catch (AccessDeniedException)
        {
            AskToSignIn(); // disabled since the page was asked for
        }
    }

    /// <summary>The circuit was signed out: the account was disabled, or has another role or password now.</summary>
    protected sealed override async Task OnParametersSetAsync()
    {
        if ((await SignedIn).User.Identity?.IsAuthenticated != true)
            AskToSignIn();
    }

    protected abstract Task LoadAsync();

    private void AskToSignIn()
    {
        var here = "/" + Addresses.ToBaseRelativePath(Addresses.Uri);
        Addresses.NavigateTo($"/account/sign-in?notice=ended&returnUrl={Uri.EscapeDataString(here)}", forceLoad: true);
    }
}
