using CoalitionTracker.Data;

namespace CoalitionTracker.Shared.Forms;

/// <summary>The form of a pledge: who, what, how binding, how much, when, which source on one screen; the rest unfolds.</summary>
internal static class PledgeForms
{
    private static readonly FormField Money = new("money", "Money", "As it was announced, in the original currency.")
    {
        Inner =
        [
            new("min", "At least", "4500000000 or 4.5 bn. Leave one end open for “at least” or “up to”.", 3),
            new("max", "At most", "The same as “at least” for an exact sum.", 3),
            new("currency", "Currency", "ISO code such as USD.", 2),
            new("per", "Per", null, 4),
            new("words", "In the source's words", "Only where no number would be true.", 6),
            new("newMoney", "New money?", null, 6),
        ],
    };

    private static readonly FormField Quantity = new(
        "quantity",
        "People or things",
        "A vague number stays in words and is never turned into figures."
    )
    {
        Inner =
        [
            new("min", "At least", "Leave one end open for “at least” or “up to”.", 3),
            new("max", "At most", "The same as “at least” for an exact number.", 3),
            new("unit", "Of what", "soldiers, F-16 aircraft, drones.", 3),
            new("per", "Per", null, 3),
            new("words", "In the source's words", "“several hundred”, “a company”: where no number would be true, or beside it.", 6),
            new("basis", "How it is known", null, 3),
            new("delivered", "Delivered so far", null, 3),
        ],
    };

    public static FormSpec Spec { get; } =
        new(
            RecordKind.Pledge,
            [
                new(
                    "The promise, or the refusal",
                    null,
                    [
                        new("parties", "Who pledges", "Several only where they pledge together and the split is not known.", 6)
                        {
                            Countries = new("pledger", IsDefaultRole: true),
                        },
                        new("contribution", "What", null, 6) { MustChoose = true },
                        new("title", "In one line", "What is promised, without the country's name: “A company of 50 to 250 soldiers”.", 12),
                        new("summary", "What exactly was said", "In our own words, with every limit that the source gives.", 12, 3),
                        new("levels", "How binding", "A refusal is the level “Ruled out”. Each change has its date and source.")
                        {
                            Part = "level",
                            Brief = 3,
                            StartsWithOne = true,
                            Inner =
                            [
                                new("level", "Level", null, 4) { MustChoose = true },
                                new("on", "Since", null, 3),
                                new("source", "Shown by", null, 5),
                                new("note", "Note", null, 12),
                            ],
                        },
                        new("announced", "First said on", CommonFields.DateHelp, 6),
                        new("place", "Where", null, 6),
                        Quantity,
                        Money,
                        new("conditions", "Conditions", "What must happen before it takes effect, each on its own.")
                        {
                            Part = "condition",
                            Brief = 3,
                            Inner =
                            [
                                new("condition", "Condition", null, 4) { MustChoose = true },
                                new("state", "Its state", null, 3),
                                new("words", "As the pledger put it", null, 5),
                                new("since", "In this state since", null, 3),
                                new("country", "Only for", "The one pledger whose part waits for it; empty for all.", 4),
                                new("source", "Shown by", null, 5),
                            ],
                        },
                        CommonFields.Citations,
                    ]
                ),
                new(
                    "Form, term and agreement",
                    null,
                    [
                        new("instrument", "Instrument", null, 4),
                        new("spentOn", "Spent on", null, 4),
                        new("deadline", "Deadline", "By when, where one was given.", 4),
                        new("term", "Term", "For how long, such as 2024/2034.", 4),
                        new("agreement", "Under the agreement", null, 8),
                        new("parties", "Opted out", "Belong to the group but carry no obligation.", 6) { Countries = new("opted-out") },
                        new(
                            "partiesInWords",
                            "Who, where members are not named",
                            "“about ten countries, not named”: never expanded into countries.",
                            6
                        ),
                    ]
                ),
                new(
                    "Instalments by year",
                    "What falls due in each year, in the pledge's currency.",
                    [
                        new("instalments", "Instalments")
                        {
                            Part = "instalment",
                            Inner =
                            [
                                new("year", "Year", null, 2),
                                new("min", "At least", null, 3),
                                new("max", "At most", null, 3),
                                new("words", "In words", null, 4),
                            ],
                        },
                    ]
                ),
                new(
                    "How far delivered",
                    "Each change with its date and source.",
                    [
                        new("deliveries", "Delivery")
                        {
                            Part = "state of delivery",
                            Inner =
                            [
                                new("delivery", "Delivery", null, 4) { MustChoose = true },
                                new("on", "Since", null, 3),
                                new("source", "Shown by", null, 5),
                                new("note", "Note", null, 12),
                            ],
                        },
                    ]
                ),
                new(
                    "Other pledges",
                    "Totals leave out what restates, overlaps or was superseded.",
                    [
                        new("relations", "Relations")
                        {
                            Part = "relation",
                            Inner =
                            [
                                new("relation", "This pledge", null, 4) { MustChoose = true },
                                new("pledge", "The other pledge", null, 8),
                                new("note", "Note", null, 12),
                            ],
                        },
                    ]
                ),
                new(
                    "Rival claims",
                    "Others tell it differently: their figures stand beside the record's own.",
                    [
                        new("rivals", "Rival claims")
                        {
                            Part = "rival claim",
                            Inner =
                            [
                                new("by", "Who claims it", null, 5),
                                new("field", "About what", "amount, term, quantity, level.", 3),
                                new("verdict", "Standing", null, 4),
                                new("claim", "What they say", null, 12, 2),
                                new("on", "When", null, 3),
                                new("grade", "Grade", null, 3) { MustChoose = true },
                                new("source", "Source", null, 6),
                                Money,
                                Quantity,
                                new("note", "Note", null, 12),
                            ],
                        },
                    ]
                ),
                new("Remark", null, [CommonFields.Note]),
                CommonFields.Standing,
            ]
        );
}
