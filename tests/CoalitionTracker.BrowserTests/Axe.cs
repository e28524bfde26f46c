using Deque.AxeCore.Commons;

namespace CoalitionTracker.BrowserTests;

/// <summary>Looks for barriers with axe-core. The script is put into a page once and then run for each look of the page: four times as fast as anew.</summary>
internal static class Axe
{
    private static readonly string Script = $"{{ {new BundledAxeScriptProvider().GetScript()} }}; null";

    private const string SeriousBarriers = """
        async () => {
          const { violations } = await axe.run(document, { resultTypes: ["violations"], iframes: false });
          return violations
            .filter((violation) => ["serious", "critical"].includes(violation.impact))
            .flatMap((violation) => violation.nodes.map((node) => `${violation.id} (${violation.impact}): ${node.html}`));
        }
        """;

    public static Task PutIntoAsync(IPage page) => page.EvaluateAsync(Script);

    /// <summary>What is of serious or critical impact, as the page looks now.</summary>
    public static Task<string[]> SeriousBarriersAsync(IPage page) => page.EvaluateAsync<string[]>(SeriousBarriers);
}
