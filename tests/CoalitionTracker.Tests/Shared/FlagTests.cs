using System.Globalization;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Shared;

/// <summary>Whatever state an editor adds, its flag is there.</summary>
public class FlagTests
{
    public static TheoryData<string> States =>
        [
            .. CultureInfo
                .GetCultures(CultureTypes.SpecificCultures)
                .Select(c => new RegionInfo(c.Name).TwoLetterISORegionName)
                .Where(code => code.All(char.IsAsciiLetterUpper) && code != "EA") // Ceuta and Melilla: reserved, and no state
                .Distinct(),
        ];

    [Theory]
    [MemberData(nameof(States))]
    public void A_state_s_flag_ships(string code) =>
        Assert.True(File.Exists(Path.Combine(Repository.Product, "wwwroot", "flags", $"{code.ToLowerInvariant()}.svg")), $"No flag for {code}.");
}
