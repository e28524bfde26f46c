using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CoalitionTracker.BrowserTests;

/// <summary>The real program as a process of its own, on a port that it finds itself, with a fresh record in a temporary folder.</summary>
internal sealed partial class RunningApp : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan OutputLimit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentQueue<string> output = new();
    private readonly string folder = Directory.CreateTempSubdirectory("coalitiontracker-browser-").FullName;
    private readonly IReadOnlyDictionary<string, string> settings;
    private Process? process;

    /// <summary>0 until the program has found a free one. It keeps that when it is started again.</summary>
    private int port;

    private RunningApp(IReadOnlyDictionary<string, string> settings) => this.settings = settings;

    /// <summary>By the name that browsers let have passkeys.</summary>
    public Uri Address => new($"http://localhost:{port}");

    /// <summary>What the program has written so far.</summary>
    public string Output => string.Join(Environment.NewLine, output);

    [GeneratedRegex(@"/setup\?code=\w+")]
    private static partial Regex SetupLine { get; }

    [GeneratedRegex(@"Now listening on: http://127\.0\.0\.1:(\d+)")]
    private static partial Regex ListeningLine { get; }

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

    /// <summary>Where the first account is made, as the start log says it. What the program writes comes in its own time, even when it already answers.</summary>
    /// <exception cref="InvalidOperationException">The log does not say it, as when somebody has an account.</exception>
    public async Task<string> SetupPathAsync()
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(PollEvery))
        {
            if (SetupLine.Matches(Output) is [.., var newest])
                return newest.Value;
            if (watch.Elapsed > OutputLimit)
                throw new InvalidOperationException($"The program did not write a set-up code within {OutputLimit}:{Environment.NewLine}{Output}");
        }
    }

    /// <summary>Starts the program on the same port and the same record as before, after it was killed.</summary>
    public async Task StartAgainAsync()
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(PollEvery))
        {
            try
            {
                await StartOnceAsync();
                return;
            }
            catch (PortTakenException) when (watch.Elapsed < StartLimit)
            {
                await KillAsync(); // somebody else has the port for a moment
            }
        }
    }

    private async Task StartOnceAsync()
    {
        output.Clear();
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
        var command = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "CoalitionTracker.dll"), "--urls", $"http://127.0.0.1:{port}"]
        )
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
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        for (var watch = Stopwatch.StartNew(); !await IsReadyAsync(client); await Task.Delay(PollEvery))
        {
            if (process.HasExited)
                throw await WhyEndedAsync(process);
            if (watch.Elapsed > StartLimit)
                throw new InvalidOperationException($"The program was not ready after {StartLimit}:{Environment.NewLine}{Output}");
        }
    }

    /// <summary>Only a port that the program itself says it has is asked: another one's answer would look the same.</summary>
    private async Task<bool> IsReadyAsync(HttpClient client)
    {
        if (ListeningLine.Match(Output) is not { Success: true } listening)
            return false;
        port = int.Parse(listening.Groups[1].Value, CultureInfo.InvariantCulture);
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/readyz"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private async Task<Exception> WhyEndedAsync(Process process)
    {
        await process.WaitForExitAsync(); // all that it wrote is here
        return Output.Contains("address already in use", StringComparison.OrdinalIgnoreCase)
            ? new PortTakenException($"Another program has the port {port}:{Environment.NewLine}{Output}")
            : new InvalidOperationException($"The program ended with code {process.ExitCode}:{Environment.NewLine}{Output}");
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null)
            output.Enqueue(line.Data);
    }

    private sealed class PortTakenException(string message) : InvalidOperationException(message);
}
