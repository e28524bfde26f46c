using System.Globalization;
using System.Text.Json;

namespace CoalitionTracker.Shared;

/// <summary>How to cite a page: its title, address, the version of the record and the day it was read.</summary>
/// <param name="VersionAt">When that version was made, UTC.</param>
public sealed record PageReference(string Title, string Address, long Version, DateTime VersionAt, DateOnly Read)
{
    private string Key => $"coalitiontracker{Version}";

    /// <summary>Plain text, BibTeX, and CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html).</summary>
    public IEnumerable<(string Name, string Text)> Forms()
    {
        yield return ("Plain", $"CoalitionTracker, “{Title}”, version {Version} of {Iso(VersionAt)}, {Address} (read {Iso(Read)}).");
        yield return (
            "BibTeX",
            $"@misc{{{Key},\n  author = {{{{CoalitionTracker}}}},\n  title = {{{Escape(Title)}}},\n  year = {{{VersionAt.Year}}},\n  note = {{Version {Version} of {Iso(VersionAt)}}},\n  url = {{{Address}}},\n  urldate = {{{Iso(Read)}}}\n}}"
        );
        yield return (
            "CSL-JSON",
            JsonSerializer.Serialize(
                new[]
                {
                    new Dictionary<string, object>
                    {
                        ["id"] = Key,
                        ["type"] = "webpage",
                        ["title"] = Title,
                        ["author"] = new[] { new { literal = "CoalitionTracker" } },
                        ["issued"] = Parts(DateOnly.FromDateTime(VersionAt)),
                        ["accessed"] = Parts(Read),
                        ["version"] = Version.ToString(CultureInfo.InvariantCulture),
                        ["URL"] = Address,
                    },
                },
                Indented
            )
        );
    }

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static Dictionary<string, int[][]> Parts(DateOnly day) =>
        new()
        {
            ["date-parts"] =
            [
                [day.Year, day.Month, day.Day],
            ],
        };

    /// <summary>BibTeX's own signs, escaped.</summary>
    private static string Escape(string text) =>
        string.Concat(text.Select(c => c is '{' or '}' or '%' or '$' or '&' or '#' or '_' ? $"\\{c}" : c.ToString()));

    private static string Iso(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
