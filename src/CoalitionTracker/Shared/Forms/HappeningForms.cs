using CoalitionTracker.Data;

namespace CoalitionTracker.Shared.Forms;

/// <summary>The forms of counts and events.</summary>
internal static class HappeningForms
{
    public static FormSpec Count { get; } =
        new(
            RecordKind.Count,
            [
                new(
                    "How many, by whose definition",
                    null,
                    [
                        new("value", "Number", "Empty where the source is vague.", 3),
                        new("words", "In the source's words", "“about ten”: where no number would be true.", 6),
                        new("unit", "Of what", null, 3),
                        new("definition", "What is counted", "In our own words: “countries ready to send troops”.", 12),
                        new("definedBy", "Who counted", null, 6),
                        new("on", "When", CommonFields.DateHelp, 6),
                        new("members", "Members", "Only those that the source names.", 12) { Countries = new() },
                        new("measure", "Compare with", "What the record counts to set beside it. Empty where it can count nothing of the kind.", 6),
                        new("event", "At which event", null, 6),
                        CommonFields.Citations,
                        CommonFields.Note,
                    ]
                ),
                CommonFields.Standing,
            ]
        );

    public static FormSpec Event { get; } =
        new(
            RecordKind.Event,
            [
                new(
                    "What happened, or is planned",
                    null,
                    [
                        new("title", "Title", null, 8),
                        new("kind", "Kind", null, 4) { MustChoose = true },
                        new("on", "When", CommonFields.DateHelp, 4),
                        new("outcome", "Did it take place?", "A date after today is “Expected”.", 4) { MustChoose = true },
                        new("venue", "Where", null, 4),
                        new("summary", "What was done", "In our own words.", 12, 3),
                        new("countries", "Who took part", null, 12) { Countries = new() },
                        CommonFields.Citations,
                        CommonFields.Note,
                    ]
                ),
                CommonFields.Standing,
            ]
        );
}
