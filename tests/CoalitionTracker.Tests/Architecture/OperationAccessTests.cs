using System.Reflection;
using System.Text.Json.Nodes;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Editing;
using CoalitionTracker.Features.Review;
using CoalitionTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Tests.Architecture;

/// <summary>
/// What circuits and forms can do is asked of the server again, whatever the browser was shown. Each operation of the desk stands in the table
/// with its least role; one that is new and has no rule fails here.
/// </summary>
public sealed class OperationAccessTests(EmptyApp empty) : IClassFixture<EmptyApp>
{
    /// <summary>The services behind the pages of the desk, each of whose operations names the account that asks.</summary>
    private static readonly Type[] Desks =
    [
        typeof(DraftDesk),
        typeof(ReviewDesk),
        typeof(InboxQueries),
        typeof(StaleDesk),
        typeof(RestoreDesk),
        typeof(Lookups),
        typeof(DuplicateFinder),
        typeof(DraftDesk).Assembly.GetType("CoalitionTracker.Features.Accounts.People", throwOnError: true)!,
        typeof(DraftDesk).Assembly.GetType("CoalitionTracker.Features.Accounts.Invitations", throwOnError: true)!,
    ];

    /// <summary>The operations that take more than an editor.</summary>
    private static readonly Dictionary<string, AccountRole> More = new()
    {
        ["ReviewDesk.PublishAsync"] = AccountRole.Reviewer,
        ["ReviewDesk.ReturnAsync"] = AccountRole.Reviewer,
        ["People.ChangeRoleAsync"] = AccountRole.Administrator,
        ["People.DisableAsync"] = AccountRole.Administrator,
        ["People.EnableAsync"] = AccountRole.Administrator,
        ["People.TurnOffSecondFactorAsync"] = AccountRole.Administrator,
        ["People.MakePasswordTokenAsync"] = AccountRole.Administrator,
        ["Invitations.InviteAsync"] = AccountRole.Administrator,
        ["Invitations.WithdrawAsync"] = AccountRole.Administrator,
    };

    /// <summary>What is guarded by something other than a role, and by what.</summary>
    private static readonly Dictionary<string, string> Otherwise = new()
    {
        ["People.AllAsync"] = "read by static pages for administrators, see AccessTests",
        ["People.FindAsync"] = "read by static pages for administrators, see AccessTests",
        ["People.MakeFirstAsync"] = "the set-up code, while there is no account",
        ["People.RenameAsync"] = "the signed-in account's own name, by its page",
        ["People.SetPasswordAsync"] = "the token in the link",
        ["Invitations.OpenAsync"] = "read by a static page for administrators, see AccessTests",
        ["Invitations.FindAsync"] = "the token in the link",
        ["Invitations.JoinAsync"] = "the token in the link",
    };

    public static TheoryData<string> Operations => [.. All().Where(o => !Otherwise.ContainsKey(NameOf(o))).Select(NameOf)];

    [Fact]
    public void Every_service_of_the_desk_is_looked_at()
    {
        var services = typeof(DraftDesk)
            .Assembly.GetTypes()
            .Where(t => t.Namespace is "CoalitionTracker.Features.Editing" or "CoalitionTracker.Features.Review")
            .Where(t => t.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(IDbContextFactory<CoalitionDb>))));

        Assert.Empty(services.Except(Desks));
        Assert.Empty(Otherwise.Keys.Except(All().Select(NameOf)));
        Assert.Empty(More.Keys.Except(All().Select(NameOf)));
        Assert.All(All().Where(o => !Otherwise.ContainsKey(NameOf(o))), o => Assert.NotNull(WhoAsks(o)));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_operation_is_refused_to_nobody_to_a_disabled_account_and_to_lesser_roles(string operation)
    {
        var least = More.GetValueOrDefault(operation, AccountRole.Editor);
        var disabled = await empty.App.AccountAsync(AccountRole.Administrator, a => a.DisabledAt = DateTime.UtcNow);

        Assert.True(await IsRefusedAsync(operation, null));
        Assert.True(await IsRefusedAsync(operation, "nobody"));
        Assert.True(await IsRefusedAsync(operation, disabled.Id));
        foreach (var role in Enum.GetValues<AccountRole>())
            Assert.Equal(role < least, await IsRefusedAsync(operation, (await empty.App.AccountAsync(role)).Id));
    }

    /// <summary>Whether the operation was refused for who asked. That it finds no such draft or code is no refusal.</summary>
    private async Task<bool> IsRefusedAsync(string operation, string? account)
    {
        await using var scope = empty.App.Services.CreateAsyncScope();
        var method = All().Single(o => NameOf(o) == operation);
        var arguments = method.GetParameters().Select(p => p == WhoAsks(method) ? account : Sample(p)).ToArray();
        try
        {
            await (Task)method.Invoke(scope.ServiceProvider.GetRequiredService(method.DeclaringType!), arguments)!;
            return false;
        }
        catch (AccessDeniedException)
        {
            return true;
        }
        catch (Exception other) when (other is DraftMovedException or RuleException)
        {
            return false;
        }
    }

    private static IEnumerable<MethodInfo> All() =>
        Desks.SelectMany(d =>
            d.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(m => typeof(Task).IsAssignableFrom(m.ReturnType))
        );

    private static string NameOf(MethodInfo operation) => $"{operation.DeclaringType!.Name}.{operation.Name}";

    private static ParameterInfo? WhoAsks(MethodInfo operation) => operation.GetParameters().FirstOrDefault(p => p.Name is "accountId" or "by");

    private static object? Sample(ParameterInfo parameter) =>
        parameter.ParameterType switch
        {
            var t when t == typeof(string) => "JPN-2025-901",
            var t when t == typeof(Guid) => Guid.NewGuid(),
            var t when t == typeof(RecordKind) => RecordKind.Pledge,
            var t when t == typeof(AccountRole) => AccountRole.Editor,
            var t when t == typeof(JsonObject) => new JsonObject(),
            var t when t == typeof(Draft) => new Draft { Kind = RecordKind.Pledge, Content = "{}" },
            var t when t == typeof(Record) => Example.Pledge(""),
            var t when t == typeof(Type) => typeof(Source),
            var t when t == typeof(int) => 1,
            var t when t == typeof(long) => 1L,
            var t when t == typeof(bool) => false,
            var t when t == typeof(IReadOnlyCollection<string>) => new[] { "JPN-2025-901" },
            var t when t == typeof(Action<JsonObject>) => (Action<JsonObject>)(_ => { }),
            var t when t == typeof(DuplicateMemory) => null,
            var t when t == typeof(CancellationToken) => CancellationToken.None,
            var t => throw new InvalidOperationException($"There is no sample for {t.Name} {parameter.Name}."),
        };
}
