using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace CoalitionTracker.Shared;

/// <summary>The shapes of the world's countries for the map in the browser (Natural Earth, reduced; see data/reference/README.md).</summary>
public static class WorldMap
{
    public const string Address = "/reference/world.geojson";

    /// <param name="dataFolder">The folder of the data that ships.</param>
    public static IEndpointConventionBuilder MapWorld(this IEndpointRouteBuilder app, string dataFolder)
    {
        var path = Path.GetFullPath(Path.Combine(dataFolder, "reference", "world.geojson"));
        var tag = new Lazy<EntityTagHeaderValue>(() => new($"\"{Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))[..16]}\""));
        return app.MapGet(
            Address,
            (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "public, max-age=86400";
                return TypedResults.PhysicalFile(path, "application/geo+json", entityTag: tag.Value);
            }
        );
    }
}
