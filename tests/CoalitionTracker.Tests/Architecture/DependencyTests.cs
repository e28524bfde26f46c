using ArchUnitNET.Loader;
using Microsoft.AspNetCore.Components;

namespace CoalitionTracker.Tests.Architecture;

/// <summary>Features → Data, Shared; Data knows no screen; features do not use each other's pages.</summary>
public sealed class DependencyTests
{
    private static readonly ArchUnitNET.Domain.Architecture Product = new ArchLoader().LoadAssemblies(typeof(Program).Assembly).Build();

    private static readonly IReadOnlyList<(string From, string To)> Dependencies =
    [
        .. Product
            .Types.Where(t => IsOurs(t.FullName))
            .SelectMany(t => t.Dependencies.Select(d => (From: Owner(t.FullName), To: Owner(d.Target.FullName))))
            .Where(d => IsOurs(d.To) && d.From != d.To)
            .Distinct(),
    ];

    [Fact]
    public void The_record_knows_no_screen()
    {
        var ofData = From("CoalitionTracker.Data");

        Assert.True(ofData.Count > 50);
        Refuse(ofData, d => !Within(d.To, "CoalitionTracker.Data"));
    }

    [Fact]
    public void What_features_share_knows_no_feature()
    {
        var ofShared = From("CoalitionTracker.Shared");

        Assert.True(ofShared.Count > 30);
        Refuse(ofShared, d => !Within(d.To, "CoalitionTracker.Data") && !Within(d.To, "CoalitionTracker.Shared"));
    }

    [Fact]
    public void What_keeps_the_product_running_knows_no_feature()
    {
        var ofOperations = From("CoalitionTracker.Operations");

        Assert.NotEmpty(ofOperations);
        Refuse(ofOperations, d => Within(d.To, "CoalitionTracker.Features"));
    }

    [Fact]
    public void Features_do_not_use_each_other_s_pages_forms_or_inputs()
    {
        var ofFeatures = From("CoalitionTracker.Features");
        var guarded = Product.Types.Select(t => t.FullName).Where(t => Within(t, "CoalitionTracker.Features") && IsGuarded(t)).ToHashSet();

        Assert.True(guarded.Count > 10);
        Assert.True(ofFeatures.Count > 50);
        Refuse(ofFeatures, d => guarded.Contains(d.To) && FeatureOf(d.From) != FeatureOf(d.To));
    }

    [Fact]
    public void A_component_with_an_address_is_called_a_page()
    {
        var routed = typeof(Program).Assembly.GetTypes().Where(t => t.IsDefined(typeof(RouteAttribute), false)).ToList();

        Assert.True(routed.Count > 10);
        Assert.All(routed, t => Assert.EndsWith("Page", t.Name, StringComparison.Ordinal));
    }

    private static List<(string From, string To)> From(string space) => [.. Dependencies.Where(d => Within(d.From, space))];

    private static void Refuse(IEnumerable<(string From, string To)> dependencies, Func<(string From, string To), bool> isWrong) =>
        Assert.Empty(dependencies.Where(isWrong).Select(d => $"{d.From} uses {d.To}"));

    private static bool IsOurs(string type) => Within(type, "CoalitionTracker");

    private static bool Within(string type, string space) => type.StartsWith(space + ".", StringComparison.Ordinal);

    private static bool IsGuarded(string type) =>
        type.EndsWith("Page", StringComparison.Ordinal)
        || type.EndsWith("Form", StringComparison.Ordinal)
        || type.EndsWith("Input", StringComparison.Ordinal);

    private static string FeatureOf(string type) => type.Split('.')[2];

    /// <summary>A lambda's or iterator's class belongs to the type that it is written in.</summary>
    private static string Owner(string type) => type.Split('+', '/', '`')[0];
}
