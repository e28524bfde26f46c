using CoalitionTracker.Data;

namespace CoalitionTracker.Shared.Forms;

/// <summary>The form of a statement.</summary>
internal static class StatementForms
{
    public static FormSpec Spec { get; } =
        new(
            RecordKind.Statement,
            [
                new(
                    "Who said what",
                    null,
                    [
                        new("speaker", "Speaker", "The person, the publication, or “unnamed European officials”.", 6),
                        new("office", "Office at that time", "Prime Minister, defence minister.", 6),
                        new("authority", "With what authority", null, 4) { MustChoose = true },
                        new("country", "For whom", "Empty for a publication.", 4),
                        new("on", "When", CommonFields.DateHelp, 4),
                        new("occasion", "Where and how", "press conference, television interview.", 6),
                        new("about", "About which countries", "Their pages show it as a claim by another.", 6) { Countries = new() },
                        new("title", "In one line", "What was said, without the speaker's name: “Japan is ready to take part”.", 12),
                        new("summary", "What was said", "In our own words.", 12, 3),
                        new("quotes", "Their own words", "Short quotations of the person named.")
                        {
                            Part = "quotation",
                            Inner =
                            [
                                new("original", "As printed", null, 12, 2),
                                new("language", "Language", "en, uk, ja.", 2),
                                new("translation", "In English", "Where the original is in another language.", 10, 2),
                            ],
                        },
                        CommonFields.Citations,
                    ]
                ),
                new(
                    "What it means for pledges",
                    null,
                    [
                        new("pledges", "Pledges")
                        {
                            Part = "pledge",
                            Inner = [new("pledge", "Pledge", null, 8), new("stance", "The statement", null, 4) { MustChoose = true }],
                        },
                    ]
                ),
                new("Remark", null, [CommonFields.Note]),
                CommonFields.Standing,
            ]
        );
}
