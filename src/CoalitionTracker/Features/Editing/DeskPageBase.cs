using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace CoalitionTracker.Features.Editing;

/// <summary>What the interactive pages of the desk have in common: who works there.</summary>
public abstract class DeskPageBase : ComponentBase
{
    [CascadingParameter]
    public required Task<AuthenticationState> SignedIn { get; set; }

    /// <summary>Known when the page's own loading begins.</summary>
    protected DeskUser User { get; private set; } = new(null, "");

    protected sealed override async Task OnInitializedAsync()
    {
        User = DeskUser.Of((await SignedIn).User);
        await LoadAsync();
    }

    protected abstract Task LoadAsync();
}
