using CoalitionTracker.Data;
using Microsoft.AspNetCore.Components;

namespace CoalitionTracker.Shared.Lists;

/// <summary>A page that shows one list: reads the address, asks the list, or says what is wrong with the address.</summary>
public abstract class ListPageBase<TList, TEntry, TRow> : ComponentBase
    where TList : RecordList<TEntry, TRow>
{
    [Inject]
    public required TList List { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>What the address asked for; null when it cannot be read.</summary>
    protected ListPage<TRow>? Found { get; private set; }

    /// <summary>What is wrong with the address.</summary>
    protected IReadOnlyList<Problem> Problems { get; private set; } = [];

    protected override async Task OnInitializedAsync()
    {
        try
        {
            Found = await List.ListAsync(Http.Request.Query, Http.RequestAborted);
        }
        catch (RuleException unreadable)
        {
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
            Problems = unreadable.Problems;
        }
    }
}
