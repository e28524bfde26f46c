using CoalitionTracker.Data;

namespace CoalitionTracker.Shared.Forms;

/// <summary>The form of a source.</summary>
internal static class SourceForms
{
    public static FormSpec Spec { get; } =
        new(
            RecordKind.Source,
            [
                new(
                    "The document",
                    null,
                    [
                        new("title", "Title", null, 12),
                        new("kind", "Kind", null, 4) { MustChoose = true },
                        new("publisher", "Published by", "Who published it first.", 4),
                        new("author", "Author", null, 4),
                        new("url", "Address", "https://…; empty where none is known.", 12),
                        new("published", "Published on", CommonFields.DateHelp, 4),
                        new("accessed", "Read on", null, 4),
                        new("language", "Language", "en, uk, ja.", 4),
                        new("archivedUrl", "Archived copy", "https://…", 6),
                        new("seenThrough", "Seen through", "The source in which it was seen, where it was not read itself.", 6),
                        new("note", "What to be careful about", null, 12, 2),
                    ]
                ),
                CommonFields.Standing,
            ]
        );
}
