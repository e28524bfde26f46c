using CoalitionTracker.Data;
using Microsoft.AspNetCore.Components;

namespace CoalitionTracker.Shared;

/// <summary>A page that shows what its address asks for, or answers 400 and says what is wrong with the address.</summary>
public abstract class AddressedPage : ComponentBase
{
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>What is wrong with the address; empty when it can be read.</summary>
    protected IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>Reads what the address asks for.</summary>
    /// <exception cref="RuleException">The address asks for something that is not known.</exception>
    protected abstract Task ReadAsync(CancellationToken cancel);

    protected sealed override async Task OnInitializedAsync()
    {
        try
        {
            await ReadAsync(Http.RequestAborted);
        }
        catch (RuleException unreadable)
        {
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
            Problems = unreadable.Problems;
        }
    }
}
