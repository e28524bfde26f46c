using Microsoft.JSInterop;

namespace CoalitionTracker.Features.Editing.Fields;

/// <summary>Moves the focus once what was asked for has been drawn: whoever works with the keyboard or by ear goes on where the form has grown.</summary>
internal sealed class FocusMove
{
    private string? target;
    private bool onlyIfLost;

    /// <summary>To this element, after the next drawing.</summary>
    /// <param name="onlyIfLost">Not where the focus has moved on by itself in the meantime, as with Tab.</param>
    public void To(string id, bool onlyIfLost = false) => (target, this.onlyIfLost) = (id, onlyIfLost);

    public async Task AfterRenderAsync(IJSRuntime browser)
    {
        if (target is not { } id)
            return;
        target = null;
        await browser.InvokeVoidAsync("desk.focus", id, onlyIfLost);
    }
}
