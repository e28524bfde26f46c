namespace CoalitionTracker.BrowserTests.Charts;

/// <summary>Whether the first picture of a page has been drawn.</summary>
internal static class Drawing
{
    /// <summary>The page's picture, in a script.</summary>
    public const string Chart = "document.querySelector('record-chart')";

    /// <summary>A function that counts the pixels that are not empty.</summary>
    public const string Pixels = $$"""
        () => {
          const canvas = {{Chart}}?.shadowRoot?.querySelector("canvas");
          if (!canvas) return 0;
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          return data.filter((part, index) => index % 4 === 3 && part > 0).length;
        }
        """;

    /// <summary>Waits until there is something to be seen.</summary>
    public static Task<IJSHandle> DoneAsync(Reader reader) => reader.Page.WaitForFunctionAsync($"() => ({Pixels})() > 500");
}
