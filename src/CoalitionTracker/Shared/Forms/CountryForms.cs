using CoalitionTracker.Data;

namespace CoalitionTracker.Shared.Forms;

/// <summary>The forms of countries, their roles in the coalition, and notes on them.</summary>
internal static class CountryForms
{
    public static FormSpec Country { get; } =
        new(
            RecordKind.Country,
            [
                new(
                    "Country or organisation",
                    null,
                    [
                        new(
                            "code",
                            "Code",
                            "ISO 3166-1 alpha-3 for a state, such as EST; a code of its own for an organisation. It cannot be changed later.",
                            3
                        ),
                        new("kind", "Kind", null, 3) { MustChoose = true },
                        new("iso2", "Two-letter code", "For the flag; empty for an organisation.", 3),
                        new("region", "Region", "The UN's sub-region, such as Northern Europe.", 3),
                        new("name", "Name in English", null, 4),
                        new("nameUk", "Name in Ukrainian", null, 4),
                        new("nameJa", "Name in Japanese", null, 4),
                        new("alternativeNames", "Other names", "As other data sets have it; separate with semicolons.", 12),
                    ]
                ),
                new(
                    "Memberships",
                    null,
                    [
                        new("memberships", "Memberships")
                        {
                            Part = "membership",
                            Inner =
                            [
                                new("organisation", "Organisation", "NATO, EU or G7.", 4),
                                new("since", "Since", null, 3),
                                CommonFields.Source("Shown by", 5),
                            ],
                        },
                    ]
                ),
                CommonFields.Standing,
            ]
        );

    public static FormSpec Participation { get; } =
        new(
            RecordKind.Participation,
            [
                new(
                    "Role in the coalition",
                    "Membership is not commitment.",
                    [
                        new("country", "Country", null, 4),
                        new("role", "Role", null, 4) { MustChoose = true },
                        new("from", "From", CommonFields.DateHelp, 4),
                        CommonFields.Citations,
                        CommonFields.Note,
                    ]
                ),
                CommonFields.Standing,
            ]
        );

    public static FormSpec Note { get; } =
        new(
            RecordKind.CountryNote,
            [
                new(
                    "A fact about a country, or a silence",
                    "For what is no pledge; and for a position that was looked for and not found.",
                    [
                        new("country", "Country", null, 4),
                        new("kind", "Kind", null, 4) { MustChoose = true },
                        new("on", "When", "When it was reported, or the search made.", 4),
                        new("contribution", "On which contribution", "For a silence: what no position was found on.", 6),
                        new("text", "The fact", "In our own words.", 12, 3),
                        CommonFields.Citations,
                        CommonFields.Note,
                    ]
                ),
                CommonFields.Standing,
            ]
        );
}
