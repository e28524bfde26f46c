using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CoalitionTracker.Benchmarks.Desk;

/// <summary>The real program as a process that is killed without warning and started again, on the same port and store.</summary>
internal sealed class KillableApp(string folder) : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private Process? process;

    public string Store { get; } = Path.Combine(folder, "record.db");

    public Uri Site { get; } = new($"http://localhost:{FreePort()}");

    /// <summary>Starts the program and waits until it is ready.</summary>
    /// <returns>How long it took.</returns>
    /// <exception cref="InvalidDataException">It did not start by itself.</exception>
    public async Task<TimeSpan> StartAsync()
    {
        process?.Dispose();
        process = Process.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CoalitionTracker.dll"), "--urls", Site.ToString()])
            {
                WorkingDirectory = AppContext.BaseDirectory,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["ASPNETCORE_ENVIRONMENT"] = "Production",
                    ["Storage__ConnectionString"] = $"Data Source={Store}",
                    ["Seed__Sets"] = "article",
                    ["Review__AllowSelfReview"] = "true",
                    ["Accounts__AttemptsPerMinute"] = "1000",
                    ["Logs__Folder"] = Path.Combine(folder, "logs"),
                },
            }
        )!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Site };
        var watch = Stopwatch.StartNew();
        while (!await IsReadyAsync(client))
        {
            if (process.HasExited || watch.Elapsed > StartLimit)
                throw new InvalidDataException("The program did not start again by itself.");
            await Task.Delay(100);
        }
        return watch.Elapsed;
    }

    /// <summary>SIGKILL: nothing of the program runs after this.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            await KillAsync();
        process?.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/readyz");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
