namespace CoalitionTracker.Features.Pledges;

/// <summary>An amount of euros to two places, in half the room of a decimal and added up many times as fast.</summary>
public readonly record struct EuroCents(long Cents)
{
    /// <summary>The euros, rounded to cents; null for null.</summary>
    public static EuroCents? Of(decimal? euros) => euros is { } amount ? new EuroCents(decimal.ToInt64(Math.Round(amount * 100))) : null;

    public decimal Euros => Cents / 100m;
}

/// <summary>A sum of amounts of euros, exact however many there are.</summary>
public readonly record struct EuroSum(Int128 Cents)
{
    public decimal Euros => (decimal)Cents / 100;

    public static EuroSum operator +(EuroSum sum, EuroCents amount) => new(sum.Cents + amount.Cents);

    public static EuroSum operator +(EuroSum sum, EuroSum other) => new(sum.Cents + other.Cents);
}
