using System.Text.Json.Nodes;
using CoalitionTracker.Data;
using Microsoft.AspNetCore.Identity;

namespace CoalitionTracker.Benchmarks.Desk;

/// <summary>The people and the drafts that the measurements of the desk work with.</summary>
internal static class DeskPeople
{
    public const string Password = "seven quiet harbours";

    public static string EmailOf(int person) => $"person{person}@example.org";

    /// <summary>Accounts with this role and <see cref="Password"/>.</summary>
    public static async Task AddAsync(CoalitionDb db, int people, AccountRole role)
    {
        var hash = new PasswordHasher<Account>().HashPassword(new Account(), Password);
        for (var i = 0; i < people; i++)
        {
            db.Users.Add(
                new Account
                {
                    UserName = EmailOf(i),
                    NormalizedUserName = EmailOf(i).ToUpperInvariant(),
                    Email = EmailOf(i),
                    NormalizedEmail = EmailOf(i).ToUpperInvariant(),
                    SecurityStamp = Guid.NewGuid().ToString("N"),
                    DisplayName = $"Person {i}",
                    Role = role,
                    CreatedAt = DateTime.UtcNow,
                    PasswordHash = hash,
                }
            );
        }
        await db.SaveChangesAsync();
    }

    /// <summary>What a pledge's form holds when its common path is filled in: an offer of soldiers on two conditions.</summary>
    public static JsonObject Offer(string country, string source) =>
        new()
        {
            ["title"] = "A company of 50 to 250 soldiers",
            ["summary"] = "Would send a company-sized unit after a ceasefire and with the approval of parliament.",
            ["parties"] = new JsonArray(new JsonObject { ["country"] = country }),
            ["contribution"] = "land-forces",
            ["announced"] = "17 Feb 2025",
            ["levels"] = new JsonArray(
                new JsonObject
                {
                    ["level"] = "declared",
                    ["on"] = "2025-02-17",
                    ["source"] = source,
                }
            ),
            ["quantity"] = new JsonObject
            {
                ["min"] = "50",
                ["max"] = "250",
                ["unit"] = "soldiers",
            },
            ["conditions"] = new JsonArray(new JsonObject { ["condition"] = "ceasefire" }, new JsonObject { ["condition"] = "parliament" }),
            ["citations"] = new JsonArray(new JsonObject { ["source"] = source, ["grade"] = "d" }),
        };
}
