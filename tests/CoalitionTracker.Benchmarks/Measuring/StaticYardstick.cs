using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;

namespace CoalitionTracker.Benchmarks.Measuring;

/// <summary>Files that ASP.NET Core's own static file middleware serves, ahead of everything that the product does: the least that a page of that size can cost.</summary>
internal sealed class StaticYardstick : IStartupFilter, IDisposable
{
    private const string Address = "/static-yardstick";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("yardstick");

    /// <summary>Adds a file of so many characters; returns its address.</summary>
    public string Add(int length)
    {
        var name = $"{length}.html";
        File.WriteAllText(Path.Combine(folder.FullName, name), new string('x', length));
        return $"{Address}/{name}";
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder.FullName), RequestPath = Address });
            next(app);
        };

    public void Dispose()
    {
        folder.Refresh();
        if (folder.Exists)
            folder.Delete(recursive: true);
    }
}
