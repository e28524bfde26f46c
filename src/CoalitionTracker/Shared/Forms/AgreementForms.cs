using CoalitionTracker.Data;

namespace CoalitionTracker.Shared.Forms;

/// <summary>The form of an agreement.</summary>
internal static class AgreementForms
{
    public static FormSpec Spec { get; } =
        new(
            RecordKind.Agreement,
            [
                new(
                    "The text",
                    null,
                    [
                        new("title", "Title", null, 8),
                        new("type", "Kind", null, 4) { MustChoose = true },
                        new("parties", "Parties", null, 12) { Countries = new() },
                        new("summary", "What it says", "In our own words.", 12, 3),
                        new("signed", "Signed on", CommonFields.DateHelp, 4),
                        new("place", "Signed at", null, 4),
                        new("term", "Term", "For how long, such as 2024/2034.", 4),
                        new("termInWords", "Term in the text's words", "Where dates would not be true.", 12),
                        new("states", "How far it has come", "Each change with its date and source.")
                        {
                            Part = "state",
                            Brief = 3,
                            StartsWithOne = true,
                            Inner =
                            [
                                new("state", "State", null, 4) { MustChoose = true },
                                new("on", "Since", null, 3),
                                new("source", "Shown by", null, 5),
                                new("note", "Note", null, 12),
                            ],
                        },
                        CommonFields.Citations,
                    ]
                ),
                new(
                    "Points, and who accepts them",
                    "A government may accept points 1 and 5 of a text and reject the others.",
                    [
                        new("points", "Points")
                        {
                            Part = "point",
                            Inner = [new("number", "Number", null, 2), new("text", "What it says", "In our own words.", 10, 2)],
                        },
                        new("positions", "Positions")
                        {
                            Part = "position",
                            Inner =
                            [
                                new("country", "Country", null, 4),
                                new("point", "Point", null, 2),
                                new("stance", "The country", null, 3) { MustChoose = true },
                                new("on", "Since", null, 3),
                                new("source", "Shown by", null, 6),
                                new("note", "Note", null, 6),
                            ],
                        },
                    ]
                ),
                new("Remark", null, [CommonFields.Note]),
                CommonFields.Standing,
            ]
        );
}
