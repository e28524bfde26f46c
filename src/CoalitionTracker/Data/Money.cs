using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace CoalitionTracker.Data;

/// <summary>
/// An amount as it was announced, in its original currency. Either end may be open; <see cref="Words"/> keeps the wording when it is vague.
/// A conversion is never stored.
/// </summary>
[ComplexType]
public sealed class Money
{
    /// <summary>The lower end, in whole units of the currency, or in percent for <see cref="Per.ShareOfGdp"/>.</summary>
    public decimal? Min { get; set; }

    /// <summary>The upper end; equal to <see cref="Min"/> for an exact amount.</summary>
    public decimal? Max { get; set; }

    /// <summary>ISO 4217; null for a share of GDP.</summary>
    [Length(0, Record.WordsMaxLength)]
    public string? Currency { get; set; }

    public Per Per { get; set; }

    /// <summary>The words of the source where no number would be true to them.</summary>
    [Length(0, Record.WordsMaxLength)]
    public string? Words { get; set; }

    public NewMoney NewMoney { get; set; }

    internal IEnumerable<Problem> Check(string path)
    {
        if (Min is null && Max is null && string.IsNullOrWhiteSpace(Words))
            yield return new Problem(path, "Give min, max or words.");
        if (Min > Max)
            yield return new Problem($"{path}.max", $"The maximum ({Max}) must not be below the minimum ({Min}).");
        if (Min < 0 || Max < 0)
            yield return new Problem($"{path}.min", "An amount is not negative.");
        if (Per is Per.ShareOfGdp ? Currency is not null : Currency is not { Length: 3 })
            yield return new Problem($"{path}.currency", "Give the ISO 4217 code, such as EUR; none for a share of GDP.");
    }
}

/// <summary>
/// A number of people or things. A vague quantity ("several hundred") has <see cref="Words"/> and no numbers, and is never turned into one.
/// </summary>
[ComplexType]
public sealed class Quantity
{
    public decimal? Min { get; set; }

    public decimal? Max { get; set; }

    /// <summary>What is counted: "soldiers", "F-16 aircraft".</summary>
    [Length(0, Record.WordsMaxLength)]
    public string Unit { get; set; } = "";

    /// <summary>The words of the source where no number would be true to them.</summary>
    [Length(0, Record.WordsMaxLength)]
    public string? Words { get; set; }

    public Per Per { get; set; }

    public Basis Basis { get; set; }

    /// <summary>How many have been delivered so far; null when not known.</summary>
    public decimal? Delivered { get; set; }

    internal IEnumerable<Problem> Check(string path)
    {
        if (Min is null && Max is null && string.IsNullOrWhiteSpace(Words))
            yield return new Problem(path, "Give min, max or words.");
        if (Min > Max)
            yield return new Problem($"{path}.max", $"The maximum ({Max}) must not be below the minimum ({Min}).");
        if (Min < 0 || Max < 0 || Delivered < 0)
            yield return new Problem($"{path}.min", "A quantity is not negative.");
        if (string.IsNullOrWhiteSpace(Unit))
            yield return new Problem($"{path}.unit", "Say what is counted, such as soldiers.");
        if (Per is Per.ShareOfGdp)
            yield return new Problem($"{path}.per", "Only money can be a share of GDP.");
    }
}
