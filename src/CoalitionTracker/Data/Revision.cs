using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionTracker.Data;

/// <summary>
/// Who changed which record, when and why, and what it said afterwards. The newest revision's number is the version of everything shown.
/// </summary>
public sealed class Revision
{
    public const int AuthorMaxLength = 100;
    public const int ReasonMaxLength = 500;

    public long Id { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>The public display name of who made the change.</summary>
    public string Author { get; set; } = "";

    public string Reason { get; set; } = "";

    /// <summary>
    /// The public display name of the second person who made it public; the author's own where the administrator allows self-review, null where
    /// nobody reviewed it (the seeding).
    /// </summary>
    public string? ReviewedBy { get; set; }

    public bool IsSelfReviewed => ReviewedBy == Author;

    /// <summary>
    /// For the store: versions that readers may see. One in which the record was still a draft stays hidden after it was published. The state
    /// stands in the snapshot in just these letters: inside a text its quotes would be escaped.
    /// </summary>
    public static Expression<Func<Revision, bool>> WasPublic { get; } = r => !r.Snapshot.Contains("\"state\":\"draft\"");

    public RecordKind Kind { get; set; }

    public string Code { get; set; } = "";

    /// <summary>The record after the change, in the format of the data files.</summary>
    public string Snapshot { get; set; } = "";
}

/// <summary>Who makes a change, and why. Nothing is saved without one.</summary>
/// <param name="ReviewedBy">Who made it public; see <see cref="Revision.ReviewedBy"/>.</param>
public sealed record Edit(string Author, string Reason, string? ReviewedBy = null)
{
    /// <exception cref="RuleException">Author or reason is missing or too long.</exception>
    public void Check()
    {
        if (string.IsNullOrWhiteSpace(Author) || Author.Length > Revision.AuthorMaxLength)
            throw new RuleException("author", $"Every change names its author, in at most {Revision.AuthorMaxLength} characters.");
        if (string.IsNullOrWhiteSpace(Reason) || Reason.Length > Revision.ReasonMaxLength)
            throw new RuleException("reason", $"Every change says why, in at most {Revision.ReasonMaxLength} characters.");
    }
}

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.Property(r => r.Author).HasMaxLength(Revision.AuthorMaxLength);
        revision.Property(r => r.ReviewedBy).HasMaxLength(Revision.AuthorMaxLength);
        revision.Property(r => r.Reason).HasMaxLength(Revision.ReasonMaxLength);
        revision.Property(r => r.Code).HasMaxLength(Record.CodeMaxLength);
        revision.HasIndex(r => new { r.Code, r.Id });
    }
}
