using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Benchmarks.Desk;

/// <summary>One interactive page of the desk without a browser: opens its circuit, follows what it draws, types and clicks.</summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HubConnection connection;
    private readonly PageTree tree = new();
    private readonly Lock drawing = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> calls = new();
    private readonly TaskCompletionSource<long> attached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int lastCall;

    private Circuit(Uri site, string cookies)
    {
        connection = new HubConnectionBuilder()
            .WithUrl(
                new Uri(site, "/_blazor"),
                HttpTransportType.WebSockets,
                options =>
                {
                    options.Headers["Cookie"] = cookies;
                    options.WebSocketConfiguration = socket => socket.SetRequestHeader("Cookie", cookies);
                }
            )
            .ConfigureServicesWith(services => services.AddSingleton<IHubProtocol, BlazorPack>())
            .Build();
        connection.On<long, string, string, int, long, int>("JS.BeginInvokeJS", AnswerScriptAsync);
        connection.On<string, bool, string>("JS.EndInvokeDotNet", EndCall);
        connection.On<long, byte[]>("JS.RenderBatch", DrawAsync);
        connection.On<string>("JS.Error", error => Failure ??= error);
        connection.On<int>("JS.EndUpdateRootComponents", _ => { });
        connection.Closed += reason =>
        {
            Failure ??= reason?.Message ?? "The connection was closed.";
            Wake();
            return Task.CompletedTask;
        };
    }

    /// <summary>Why the circuit ended; null while it lives.</summary>
    public string? Failure { get; private set; }

    /// <summary>Opens a page whose HTML was read and starts its interactive components.</summary>
    public static async Task<Circuit> OpenAsync(Uri site, string path, string html, string cookies)
    {
        var circuit = new Circuit(site, cookies);
        await circuit.connection.StartAsync();
        var state = StateComment().Match(html) is { Success: true } found ? found.Groups[1].Value : "";
        await circuit.connection.InvokeAsync<string>("StartCircuit", site.ToString(), new Uri(site, path).ToString(), "[]", state);
        await circuit.attached.Task.WaitAsync(Patience);
        var operations = ServerMarker()
            .Matches(html)
            .Select(m => JsonNode.Parse(m.Groups[1].Value)!.AsObject())
            .Where(m => m["type"]?.ToString() == "server" && m["descriptor"] is not null)
            .Select(
                (marker, i) =>
                    new JsonObject
                    {
                        ["type"] = "add",
                        ["ssrComponentId"] = i + 1,
                        ["marker"] = marker,
                    }
            );
        var batch = new JsonObject { ["batchId"] = 1, ["operations"] = new JsonArray([.. operations]) };
        await circuit.connection.SendAsync("UpdateRootComponents", batch.ToJsonString(), state);
        return circuit;
    }

    /// <summary>Types: the field has this text now. Ends when the server has answered, after what it drew.</summary>
    public Task TypeAsync(string id, string text) => DispatchAsync(id, "input", new JsonObject { ["value"] = text }, text);

    public Task ClickAsync(string id) => DispatchAsync(id, "click", new JsonObject { ["type"] = "click" }, null);

    /// <summary>Waits until what is drawn has what is looked for.</summary>
    /// <exception cref="InvalidOperationException">The circuit ended.</exception>
    /// <exception cref="TimeoutException">It did not come; the message has what the page says.</exception>
    public async Task<T> SeeAsync<T>(string what, Func<PageTree, T?> look)
        where T : class
    {
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            Task next;
            lock (drawing)
            {
                if (look(tree) is { } seen)
                    return seen;
                next = drawn.Task;
            }
            if (Failure is not null)
                throw new InvalidOperationException($"The circuit ended while waiting for {what}: {Failure}");
            var left = until - DateTime.UtcNow;
            if (left <= TimeSpan.Zero || await Task.WhenAny(next, Task.Delay(left)) != next)
                throw new TimeoutException($"The page never had {what}. It says: {Says()}");
        }
    }

    public Task<PageNode> SeeElementAsync(string id) => SeeAsync($"#{id}", t => t.ById(id));

    public Task<string> SeeWordsAsync(string words) =>
        SeeAsync($"“{words}”", t => t.Words().Contains(words, StringComparison.Ordinal) ? words : null);

    public string Says()
    {
        lock (drawing)
            return tree.Words();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    /// <summary>The event goes to whoever listens, from the element outwards, as both kinds of event do in a browser.</summary>
    /// <param name="value">What the element holds now, so that the server takes it as drawn; null for what holds nothing.</param>
    private async Task DispatchAsync(string id, string name, JsonObject arguments, string? value)
    {
        var target = await attached.Task;
        var answers = await SeeAsync(
            $"#{id} that takes {name}",
            t => t.ById(id) is { } element ? Send(element, target, name, arguments, value) : null
        );
        await Task.WhenAll(answers).WaitAsync(Patience);
    }

    /// <summary>
    /// Sends while nothing is drawn: as in a browser, no batch is acknowledged between finding a handler and sending its event, for its number
    /// would be gone.
    /// </summary>
    /// <returns>The answers to come; null when nobody listens.</returns>
    private List<Task>? Send(PageNode element, long target, string name, JsonObject arguments, string? value)
    {
        if (value is not null)
            element.Attributes["value"] = value;
        var answers = new List<Task>();
        for (var node = element; node is not null; node = node.Parent)
        {
            if (!node.Handlers.TryGetValue("on" + name, out var handler))
                continue;
            var field = value is null ? null : new JsonObject { ["componentId"] = handler.Component, ["fieldValue"] = value };
            var descriptor = new JsonObject
            {
                ["eventHandlerId"] = handler.Id,
                ["eventName"] = name,
                ["eventFieldInfo"] = field,
            };
            var call = Interlocked.Increment(ref lastCall).ToString(CultureInfo.InvariantCulture);
            var answer = calls[call] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var json = new JsonArray(descriptor, arguments.DeepClone()).ToJsonString();
            answers.Add(connection.SendAsync("BeginInvokeDotNetFromJS", call, null, "DispatchEventAsync", target, json));
            answers.Add(answer.Task);
            if (node.Attributes.GetValueOrDefault($"__internal_stopPropagation_on{name}") is not null)
                break;
        }
        return answers.Count > 0 ? answers : null;
    }

    /// <summary>A script that draws nothing has nothing to say: every call is answered with null, but the first hands over the way to send events.</summary>
    private async Task AnswerScriptAsync(long handle, string identifier, string argumentsJson, int resultType, long target, int callType)
    {
        if (identifier == "Blazor._internal.attachWebRendererInterop")
            attached.TrySetResult(JsonNode.Parse(argumentsJson)![1]!["__dotNetObject"]!.GetValue<long>());
        if (handle != 0)
            await connection.SendAsync("EndInvokeJSFromDotNet", handle, true, JsonSerializer.Serialize(new object?[] { handle, true, null }));
    }

    private void EndCall(string call, bool succeeded, string result)
    {
        if (!calls.TryRemove(call, out var waiting))
            return;
        if (succeeded)
            waiting.TrySetResult();
        else
            waiting.TrySetException(new InvalidOperationException($"The server refused an event: {result}"));
    }

    private async Task DrawAsync(long number, byte[] data)
    {
        Task acknowledged;
        lock (drawing)
        {
            tree.Apply(new RenderBatch(data));
            acknowledged = connection.SendAsync("OnRenderCompleted", number, null);
        }
        Wake();
        await acknowledged;
    }

    private void Wake()
    {
        lock (drawing)
        {
            drawn.TrySetResult();
            drawn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        if (Failure is null)
            return;
        foreach (var call in calls.Values)
            call.TrySetException(new InvalidOperationException($"The circuit ended: {Failure}"));
    }

    [GeneratedRegex(@"<!--Blazor:(\{.*?\})-->")]
    private static partial Regex ServerMarker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex StateComment();
}

file static class HubConnectionBuilderServices
{
    public static IHubConnectionBuilder ConfigureServicesWith(this IHubConnectionBuilder builder, Action<IServiceCollection> configure)
    {
        configure(builder.Services);
        return builder;
    }
}
