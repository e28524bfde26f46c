using System.ComponentModel.DataAnnotations;

namespace CoalitionTracker.Data;

/// <summary>What the seeding put into the store, so that a later start changes nothing twice and never overwrites a person's work.</summary>
public sealed class SeededRecord
{
    [Key]
    [MaxLength(Record.CodeMaxLength)]
    public string Code { get; set; } = "";

    /// <summary>The set that it came from: reference, article or coalition.</summary>
    [MaxLength(40)]
    public string Set { get; set; } = "";

    /// <summary>SHA-256 of the record as the data file had it, in hex.</summary>
    [MaxLength(64)]
    public string Hash { get; set; } = "";
}
