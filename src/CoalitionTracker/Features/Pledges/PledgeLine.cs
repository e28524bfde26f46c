using CoalitionTracker.Data;

namespace CoalitionTracker.Features.Pledges;

/// <summary>
/// What views across the record need of one public pledge, in little room, so that a million of them are read through in a few hundredths of a second.
/// Days are day numbers (<see cref="DateOnly.DayNumber"/>); <see cref="Dated.Never"/> stands for no date.
/// </summary>
public readonly record struct PledgeLine
{
    public Contribution Contribution { get; init; }
    public Instrument Instrument { get; init; }
    public Place Place { get; init; }
    public SpentOn SpentOn { get; init; }
    public RecordState State { get; init; }
    public Grade? Grade { get; init; }

    /// <summary>The first day on which anything is known to have been said of it.</summary>
    public int Since { get; init; }

    /// <summary>The day of the announcement.</summary>
    public int Announced { get; init; }

    /// <summary>
    /// The lower end of the amount in euros at the rate of the announcement; null when open or not convertible. It is what is paid once, a year or a
    /// month, as the pledge says; only where <see cref="IsFixedSum"/> it is a sum that can be added to others.
    /// </summary>
    public EuroCents? EurMin { get; init; }

    /// <summary>The upper end; see <see cref="EurMin"/>.</summary>
    public EuroCents? EurMax { get; init; }

    /// <summary>The least number of people pledged; null when none is named.</summary>
    public decimal? PeopleMin { get; init; }

    /// <summary>The greatest number of people pledged; null when open or none is named.</summary>
    public decimal? PeopleMax { get; init; }

    /// <summary>Whether people are pledged, be it in words that no number is true to ("several hundred").</summary>
    public bool HasPeople { get; init; }

    /// <summary>Whether so many people are pledged in all, and not a year or a month.</summary>
    public bool IsPeopleOnce { get; init; }

    public bool HasMoney { get; init; }

    /// <inheritdoc cref="TotalFacts.IsInWords"/>
    public bool IsInWords { get; init; }

    /// <inheritdoc cref="TotalFacts.IsFixedSum"/>
    public bool IsFixedSum { get; init; }

    /// <summary>Whether it relates to another pledge, or another to it.</summary>
    public bool IsRelated { get; init; }

    internal Slice Pledgers { get; init; }
    internal Slice Levels { get; init; }
    internal Slice Deliveries { get; init; }
    internal Slice Conditions { get; init; }
}

/// <summary>From this day on it was so.</summary>
/// <param name="Day">The day number; of a change without a date, that of the pledge's first day.</param>
/// <param name="Precision">How exactly the date of the change is known.</param>
public readonly record struct Change<T>(int Day, T Value, DatePrecision Precision);

/// <summary>A condition in the book.</summary>
/// <param name="Country">The book's number of the only pledger whose part waits for it; -1 where the whole pledge does.</param>
/// <param name="Since">The day from which on it has been in this state; <see cref="int.MinValue"/> when the record does not say.</param>
public readonly record struct ConditionLine(ConditionKind Kind, ConditionState State, short Country, int Since)
{
    /// <summary>Whether the part of this pledger waits for it.</summary>
    public bool Binds(short pledger) => Country == -1 || Country == pledger;

    public ConditionState StateOn(int day) => Since > day ? Condition.StateBefore(State) : State;
}

/// <summary>How one pledge relates to another.</summary>
/// <param name="Other">The other's place in the book; -1 for one that is not public.</param>
/// <param name="IsInverse">The other one says so of this one.</param>
public readonly record struct RelationLine(RelationKind Kind, int Other, bool IsInverse);

/// <summary>Where the parts of one pledge lie among those of all.</summary>
internal readonly record struct Slice(int Start, int Length)
{
    public ReadOnlySpan<T> Of<T>(T[] all) => all.AsSpan(Start, Length);
}
