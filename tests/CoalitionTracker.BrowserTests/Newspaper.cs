using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CoalitionTracker.BrowserTests;

/// <summary>Another site: a real one, since browsers let a page made up on the way ask nothing of this computer. Every address has the same page.</summary>
internal sealed class Newspaper : IAsyncDisposable
{
    private readonly TcpListener door = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly byte[] answer;
    private readonly Task serving;

    /// <param name="framed">The address that its page has in a frame.</param>
    public Newspaper(Uri framed)
    {
        var page = $"""
            <!DOCTYPE html><title>A newspaper</title><h1>A story</h1>
            <iframe src="{framed}" title="The record" width="100%" height="800"></iframe>
            """;
        answer = Encoding.UTF8.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {page.Length}\r\nConnection: close\r\n\r\n{page}"
        );
        door.Start();
        serving = ServeAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)door.LocalEndpoint).Port}/story";

    private async Task ServeAsync()
    {
        var asked = new byte[16_384];
        while (!closing.IsCancellationRequested)
        {
            try
            {
                using var reader = await door.AcceptTcpClientAsync(closing.Token);
                await using var stream = reader.GetStream();
                _ = await stream.ReadAsync(asked, closing.Token);
                await stream.WriteAsync(answer, closing.Token);
            }
            catch (Exception left) when (left is OperationCanceledException or IOException)
            {
                // A browser opens doors that it does not go through.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await serving;
        door.Dispose();
        closing.Dispose();
    }
}
