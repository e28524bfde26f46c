namespace CoalitionTracker.BrowserTests.Desk;

/// <summary>A form of the desk, filled in as an editor does.</summary>
internal sealed class DeskForm(Reader editor)
{
    private IPage Page => editor.Page;

    /// <summary>What the form says about saving.</summary>
    public ILocator SaveState => Page.Locator("#save-state");

    /// <summary>The box of a field.</summary>
    /// <param name="path">As in the record's JSON: <c>levels[0].on</c>.</param>
    public ILocator Field(string path) =>
        Page.Locator("#field-" + path.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal));

    /// <summary>The word that is chosen in a field.</summary>
    public ILocator Chosen(string path) => Field(path).Locator("option:checked");

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Opens the form of a record and waits until it can be filled in.</summary>
    public async Task OpenAsync(string address)
    {
        await editor.GoAsync(address);
        await Expect(Page.Locator("#hand-in")).ToBeVisibleAsync();
    }

    public Task TypeAsync(string path, string text) => Field(path).FillAsync(text);

    /// <summary>Chooses a word of the vocabulary.</summary>
    public Task ChooseAsync(string path, string label) => ChooseInAsync(Field(path), label);

    /// <summary>Chooses in any box that opens a list.</summary>
    public static Task ChooseInAsync(ILocator box, string label) => box.SelectOptionAsync(new SelectOptionValue { Label = label });

    /// <summary>Names another record, found by a part of what it is called.</summary>
    public async Task PickAsync(string path, string typed, string heading)
    {
        await Field(path).FillAsync(typed);
        await Options.Filter(new() { HasText = heading }).First.ClickAsync();
    }

    /// <summary>Adds a part to a list, or opens a group: "Add condition", "People or things".</summary>
    public Task AddAsync(string what) => Button("+ " + what).ClickAsync();

    public Task UnfoldAsync(string section) => Page.Locator("button.fold").Filter(new() { HasText = section }).ClickAsync();

    /// <summary>Types words that no draft has yet and waits until they are in the store and the form says so.</summary>
    public async Task SaveWithAsync(OwnDesk desk, string path, string lastWords)
    {
        await TypeAsync(path, lastWords);
        await desk.WaitUntilStoredAsync(lastWords); // “saved” alone could still be about what was typed before
        await Expect(SaveState).ToContainTextAsync("Draft saved at");
    }

    public async Task HandInAsync(string reason)
    {
        await TypeAsync("reason", reason);
        await Button("Hand in for review").ClickAsync();
        await editor.SeesAsync("It is with the reviewers");
    }

    /// <summary>The reviewer opens what waits and publishes it.</summary>
    /// <returns>The address of the public page.</returns>
    public static async Task<string> PublishAsync(Reader reviewer, string heading)
    {
        await OpenReviewAsync(reviewer, heading);
        await reviewer.Page.Locator("#publish").ClickAsync();
        await reviewer.SeesAsync("is public");
        return (await reviewer.Main.GetByRole(AriaRole.Link, new() { Name = "See it" }).GetAttributeAsync("href"))!;
    }

    /// <summary>The reviewer opens what waits from the desk.</summary>
    public static async Task OpenReviewAsync(Reader reviewer, string heading)
    {
        await reviewer.GoAsync("/edit");
        await reviewer.Section("Waits for your review").GetByRole(AriaRole.Link, new() { Name = heading, Exact = true }).ClickAsync();
        await Expect(reviewer.Page.Locator("#publish")).ToBeVisibleAsync();
    }

    private ILocator Options => Page.Locator(".options").GetByRole(AriaRole.Option);
}
