using System.Reflection;
using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace CoalitionTracker.Tests.Architecture;

/// <summary>Rules of the house that its files and types must keep.</summary>
public sealed class HouseTests
{
    private const int MostLines = 300;

    [Fact]
    public void No_file_is_so_long_that_it_wants_a_second_room()
    {
        var files = Repository
            .Files(".cs", ".razor", ".css", ".js")
            .Where(f => !f.Path.StartsWith("Data/Migrations/", StringComparison.Ordinal))
            .ToList();

        Assert.True(files.Count > 80);
        Assert.Empty(files.Where(f => f.Lines.Length > MostLines).Select(f => $"{f.Path} has {f.Lines.Length} lines"));
    }

    [Fact]
    public void The_program_only_composes() => Assert.InRange(Repository.Files(".cs").Single(f => f.Path == "Program.cs").Lines.Length, 10, 99);

    [Fact]
    public void Public_pages_are_static()
    {
        var pages = typeof(Program).Assembly.GetTypes().Where(IsPublicPage).ToList();

        Assert.True(pages.Count > 10);
        Assert.Empty(pages.Where(p => p.IsDefined(typeof(RenderModeAttribute), true)).Select(p => p.Name));
    }

    [Fact]
    public void No_part_of_a_public_page_asks_for_a_circuit()
    {
        var components = Repository.Files(".razor");
        var editors = components.Where(f => f.Lines.Any(l => l.StartsWith("@page \"/edit", StringComparison.Ordinal))).Select(f => f.Path).ToList();

        Assert.True(components.Count > 40);
        Assert.Empty(
            components
                .Where(f => !editors.Contains(f.Path) && f.Path != "App/App.razor") // whose head lives where its page does; see RoutesTests
                .Where(f => f.Lines.Any(l => l.Contains("@rendermode", StringComparison.Ordinal)))
                .Select(f => f.Path)
        );
    }

    [Fact]
    public void Every_field_that_holds_another_record_s_code_says_of_which_kind()
    {
        var kinds = Kinds();
        var names = kinds.Select(k => k.Name).Concat(["Organisation", "SeenThrough"]).ToHashSet();
        var fields = kinds
            .Concat(Parts())
            .SelectMany(t => t.GetProperties().Where(p => p.PropertyType == typeof(string) && names.Contains(p.Name)))
            .ToList();

        Assert.True(fields.Count > 15);
        Assert.Empty(fields.Where(p => p.GetCustomAttribute<RefersToAttribute>() is null).Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));
        Assert.All(
            fields.Where(p => kinds.Any(k => k.Name == p.Name)),
            p => Assert.Equal(p.Name, p.GetCustomAttribute<RefersToAttribute>()!.Target.Name)
        );
    }

    [Fact]
    public void Every_kind_of_record_has_its_own_code_and_is_in_the_store()
    {
        var stored = typeof(CoalitionDb)
            .GetProperties()
            .Select(p => p.PropertyType)
            .Where(t => t.IsGenericType)
            .Select(t => t.GenericTypeArguments[0]);

        Assert.Equal(Enum.GetNames<RecordKind>().Order(), Kinds().Select(k => k.Name).Order());
        Assert.Empty(Kinds().Except(stored));
    }

    [Fact]
    public void Every_word_of_the_vocabulary_has_a_label_of_its_own()
    {
        var vocabulary = typeof(RecordKind).Assembly.GetTypes().Where(t => t.IsEnum && IsVocabulary(t)).ToList();

        Assert.True(vocabulary.Count > 20);
        foreach (var choice in vocabulary)
        {
            var words = Enum.GetValues(choice).Cast<Enum>().ToList();
            Assert.Equal(words.Count, words.Select(w => w.Label()).Distinct().Count());
            Assert.Equal(words.Count, words.Select(w => w.Slug()).Distinct().Count());
            Assert.All(words, w => Assert.Matches("^[a-z]+(-[a-z]+)*$", w.Slug()));
        }
    }

    private static bool IsPublicPage(Type type) =>
        type.GetCustomAttributes<RouteAttribute>(false).Any(r => !r.Template.StartsWith("/edit", StringComparison.Ordinal));

    private static bool IsVocabulary(Type type) =>
        type.Namespace == typeof(RecordKind).Namespace && type != typeof(StorageProvider) && type != typeof(DatePrecision);

    private static List<Type> Kinds() => [.. typeof(Record).Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(Record).IsAssignableFrom(t))];

    private static IEnumerable<Type> Parts() => typeof(Part).Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(Part).IsAssignableFrom(t));
}
