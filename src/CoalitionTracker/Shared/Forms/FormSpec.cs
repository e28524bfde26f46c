using System.Globalization;
using CoalitionTracker.Data;

namespace CoalitionTracker.Shared.Forms;

/// <summary>How one field of a record stands in its form.</summary>
/// <param name="Name">The field's name in the record's JSON.</param>
/// <param name="Help">One line beside the field on what belongs there.</param>
/// <param name="Width">In twelfths of the form's width.</param>
/// <param name="Lines">How many lines of text it shows.</param>
public sealed record FormField(string Name, string Label, string? Help = null, int Width = 12, int Lines = 1)
{
    /// <summary>For a group or a part: its own fields, those that matter most first.</summary>
    public FormField[] Inner { get; init; } = [];

    /// <summary>What one part of a list is called: "condition".</summary>
    public string Part { get; init; } = "";

    /// <summary>A list of countries, shown as names in a row; only those of this role, where parts have one.</summary>
    public CountryRow? Countries { get; init; }

    /// <summary>The one entry that nearly every record has is there from the beginning.</summary>
    public bool StartsWithOne { get; init; }

    /// <summary>For a choice: nothing is chosen until the editor does, since no word of it would be right for most records.</summary>
    public bool MustChoose { get; init; }

    /// <summary>For a part: how many of its fields are seen before it is unfolded; 0 for all.</summary>
    public int Brief { get; init; }
}

/// <summary>A list of countries that is shown as names in a row.</summary>
/// <param name="Role">The role that its parts have; null where parts have none.</param>
/// <param name="IsDefaultRole">Whether a part that says no role has this one.</param>
public sealed record CountryRow(string? Role = null, bool IsDefaultRole = false);

/// <summary>Fields that are read together. The first section is always open, the others unfold.</summary>
public sealed record FormSection(string Title, string? Help, FormField[] Fields);

/// <summary>The form of one kind of record.</summary>
public sealed record FormSpec(RecordKind Kind, FormSection[] Sections)
{
    private static readonly Dictionary<RecordKind, FormSpec> Known = new FormSpec[]
    {
        PledgeForms.Spec,
        StatementForms.Spec,
        AgreementForms.Spec,
        SourceForms.Spec,
        CountryForms.Country,
        CountryForms.Participation,
        CountryForms.Note,
        HappeningForms.Count,
        HappeningForms.Event,
    }.ToDictionary(s => s.Kind);

    /// <summary>What every form asks for at its foot.</summary>
    public const string ReasonLabel = "Why this change?";

    public RecordShape Shape => RecordShape.Of(Kind);

    public static FormSpec Of(RecordKind kind) => Known[kind];

    /// <summary>What a field is called in this form; its name in JSON where the form has none for it.</summary>
    /// <param name="path">Such as <c>levels[0].on</c>; <c>reason</c> for the one at the form's foot.</param>
    public string LabelOf(string path)
    {
        if (path == "reason")
            return ReasonLabel;
        if (path.Split(": ", 2) is [var whole, var named])
            return $"{LabelOf(whole)}: {named}";
        var labels = new List<string>();
        var fields = Sections.SelectMany(s => s.Fields).ToArray();
        foreach (var step in path.Split('.'))
        {
            var (name, index) = step.Split('[', ']') is [var list, var number, ..]
                ? (list, int.Parse(number, CultureInfo.InvariantCulture) + 1)
                : (step, 0);
            var field = fields.FirstOrDefault(f => f.Name == name);
            labels.Add(
                field is null ? name
                : index > 0 && field.Part.Length > 0 ? $"{Show.Sentence(field.Part)} {index}"
                : field.Label
            );
            fields = field?.Inner ?? [];
        }
        return string.Join(", ", labels);
    }
}

/// <summary>Fields that several forms have.</summary>
internal static class CommonFields
{
    public static FormField Source(string label = "Source", int width = 6) => new("source", label, null, width);

    public static FormField Citations { get; } =
        new("citations", "Sources", "What the record rests on, for and against.")
        {
            Part = "source",
            StartsWithOne = true,
            Brief = 3,
            Inner =
            [
                new("source", "Source", "Type a part of the title, the publisher or the code.", 6),
                new("grade", "Grade", "How strong the evidence is; proposed from the kind of source.", 3) { MustChoose = true },
                new("stance", "This source", null, 3),
                new("locator", "Where in it", "Paragraph, page or minute.", 3),
                new("excerpt", "Short quotation", "Only words of a named person, at most 500 characters. Never the article's own sentences.", 9, 2),
                new("field", "What it speaks of", "Such as amount or term; empty for the record as a whole.", 4),
                new("note", "What it says, in our own words", null, 8),
            ],
        };

    public static FormField Note { get; } = new("note", "Remark for readers", "What must be known beside the fact itself.", 12, 2);

    public static FormSection Standing { get; } =
        new(
            "Standing",
            "Deprecate a record that was wrong; nothing is deleted.",
            [
                new("state", "State", "In review: public, but marked as doubtful and left out of lists and totals.", 4),
                new("stateReason", "Why", "Needed where it is deprecated or doubtful; readers see it.", 8),
                new("lastConfirmed", "Last confirmed", "The day on which somebody last found it still true.", 4),
            ]
        );

    public const string DateHelp = "2025-08-19, Aug 2025, 2025, 2024/2034, ../2022-10-03 (until); ~ at the end for about.";
}
