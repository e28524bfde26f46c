using System.ComponentModel.DataAnnotations;
using CoalitionTracker.Data;

namespace CoalitionTracker.Features.Editing;

/// <summary>Who says in a source what the record takes from it.</summary>
public enum Voice
{
    [Display(Name = "The country itself", Description = "Its government, parliament, or a person who speaks for it.")]
    Pledger,

    [Display(Name = "Another party", Description = "The recipient, an ally, an organisation.")]
    AnotherParty,

    [Display(Name = "A named journalist, paper or researcher")]
    Media,

    [Display(Name = "Somebody unnamed", Description = "Anonymous officials, a leak.")]
    Unnamed,
}

/// <summary>Proposes a grade of evidence from the kind of source and who speaks in it, by the rule on the page on method; the editor decides.</summary>
public static class GradeProposal
{
    public static Grade For(SourceKind source, Voice voice) =>
        (source, voice) switch
        {
            (_, Voice.Unnamed) => Grade.E,
            (SourceKind.TreatyText or SourceKind.LawOrBudget, _) => Grade.A,
            (SourceKind.OfficialStatement or SourceKind.ParliamentRecord, Voice.AnotherParty) => Grade.C,
            (SourceKind.OfficialStatement or SourceKind.ParliamentRecord, _) => Grade.B,
            _ => Grade.D,
        };

    /// <summary>Whose voice a kind of source usually carries.</summary>
    public static Voice UsualVoice(SourceKind source) =>
        source is SourceKind.News or SourceKind.Research or SourceKind.DataSet ? Voice.Media : Voice.Pledger;
}
