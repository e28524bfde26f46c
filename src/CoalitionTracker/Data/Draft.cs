using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionTracker.Data;

/// <summary>Where a draft stands on its way to the public.</summary>
public enum DraftState
{
    [Display(Name = "Draft", Description = "Being written; only its author sees it.")]
    Editing,

    [Display(Name = "In review", Description = "Waits for a reviewer other than its author.")]
    InReview,

    [Display(Name = "Returned", Description = "A reviewer asks for something; the author sees why.")]
    Returned,

    [Display(Name = "Published")]
    Published,

    [Display(Name = "Put aside", Description = "Its author can take it up again.")]
    Discarded,
}

/// <summary>
/// One editor's work on one record, beside the public record until a reviewer publishes it. Saved while typing, so that a crash, a closed
/// laptop or an expired session loses nothing. Readers never see it.
/// </summary>
public sealed class Draft
{
    public Guid Id { get; set; }

    public RecordKind Kind { get; set; }

    /// <summary>The record's code; null for a new record that has not been given one yet.</summary>
    [MaxLength(Record.CodeMaxLength)]
    public string? Code { get; set; }

    /// <summary>The record's newest revision when the draft was begun or last brought in line; 0 for a new record.</summary>
    public long BaseRevision { get; set; }

    /// <summary>The author's account.</summary>
    public string AccountId { get; set; } = "";

    /// <summary>
    /// What the form holds: the record in the format of the data files, except that what was typed and is no number or date yet stands there as
    /// it was typed.
    /// </summary>
    public string Content { get; set; } = "";

    /// <summary>What the record is called, for lists of drafts.</summary>
    [MaxLength(Record.TitleMaxLength)]
    public string Heading { get; set; } = "";

    /// <summary>Why the change is made; public with the revision.</summary>
    [MaxLength(Revision.ReasonMaxLength)]
    public string Reason { get; set; } = "";

    public DraftState State { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>UTC; the last save.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Counts the saves; one that was made from an older state is refused.</summary>
    [ConcurrencyCheck]
    public int Version { get; set; }

    /// <summary>The revision that it became; null until it is published.</summary>
    public long? PublishedAs { get; set; }

    public List<DraftComment> Comments { get; set; } = [];
}

/// <summary>What a reviewer said when returning a draft, or its author when handing it in again.</summary>
public sealed class DraftComment
{
    public const int TextMaxLength = 2000;

    public long Id { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>The display name.</summary>
    [MaxLength(Revision.AuthorMaxLength)]
    public string By { get; set; } = "";

    [MaxLength(TextMaxLength)]
    public string Text { get; set; } = "";
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Restrict);
        draft.HasMany(d => d.Comments).WithOne().IsRequired().OnDelete(DeleteBehavior.Cascade);
        draft.HasIndex(d => d.State);
        draft.HasIndex(d => d.Code);
    }
}
