using Microsoft.AspNetCore.Components;

namespace CoalitionTracker.Shared.Lists;

/// <summary>A page that shows one list: reads the address, asks the list, or says what is wrong with the address.</summary>
public abstract class ListPageBase<TList, TEntry, TRow> : AddressedPage
    where TList : RecordList<TEntry, TRow>
{
    [Inject]
    public required TList List { get; set; }

    /// <summary>What the address asked for; null when it cannot be read.</summary>
    protected ListPage<TRow>? Found { get; private set; }

    protected override async Task ReadAsync(CancellationToken cancel) => Found = await List.ListAsync(Http.Request.Query, cancel);
}
