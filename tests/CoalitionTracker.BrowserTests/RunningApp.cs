using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace CoalitionTracker.BrowserTests;

/// <summary>The real program as a process of its own, on a free port, with a fresh record in a temporary folder.</summary>
internal sealed partial class RunningApp : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentQueue<string> output = new();
    private readonly string folder = Directory.CreateTempSubdirectory("coalitiontracker-browser-").FullName;
    private readonly IReadOnlyDictionary<string, string> settings;
    private Process? process;

    private RunningApp(IReadOnlyDictionary<string, string> settings)
    {
        this.settings = settings;
        Address = new Uri($"http://localhost:{FreePort()}");
    }

    public Uri Address { get; }

    /// <summary>What the program has written so far.</summary>
    public string Output => string.Join(Environment.NewLine, output);

    /// <summary>Where the first account is made, as the start log says it.</summary>
    public string SetupPath => SetupLine().Match(Output).Value;

    [GeneratedRegex(@"/setup\?code=\w+")]
    private static partial Regex SetupLine();

    /// <summary>The file of the program's record.</summary>
    public string Store => Path.Combine(folder, "record.db");

    /// <summary>Starts the program and waits until it says that it is ready.</summary>
    /// <param name="settings">Configuration beyond the tests' own, by its name in the environment.</param>
    /// <exception cref="InvalidOperationException">It stopped or did not become ready; the message has its output.</exception>
    public static async Task<RunningApp> StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var app = new RunningApp(settings ?? new Dictionary<string, string>());
        try
        {
            await app.StartAgainAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the program on the same port and the same record as before, after it was killed.</summary>
    public async Task StartAgainAsync()
    {
        process = new Process { StartInfo = Command() };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitUntilReadyAsync(process);
    }

    /// <summary>Ends the program at once, as a power cut would (SIGKILL where there are signals): it cannot save anything any more.</summary>
    public async Task KillAsync()
    {
        if (process is null)
            return;
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(folder, recursive: true);
    }

    private ProcessStartInfo Command()
    {
        var command = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CoalitionTracker.dll"), "--urls", Address.ToString()])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ReloadStaticAssetsAtRuntime"] = "false", // a build serves its files compressed and cached, as a published program does
                ["Storage__ConnectionString"] = $"Data Source={Store}",
                ["Accounts__AttemptsPerMinute"] = "1000", // all tests call from one address
                ["Logs__Folder"] = Path.Combine(folder, "logs"),
            },
        };
        foreach (var (name, value) in settings)
            command.Environment[name] = value;
        return command;
    }

    private async Task WaitUntilReadyAsync(Process process)
    {
        using var client = new HttpClient { BaseAddress = Address };
        var watch = Stopwatch.StartNew();
        while (!await IsReadyAsync(client))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The program ended with code {process.ExitCode}:{Environment.NewLine}{Output}");
            if (watch.Elapsed > StartLimit)
                throw new InvalidOperationException($"The program was not ready after {StartLimit}:{Environment.NewLine}{Output}");
            await Task.Delay(PollEvery);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/readyz", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // it does not listen yet
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null)
            output.Enqueue(line.Data);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
