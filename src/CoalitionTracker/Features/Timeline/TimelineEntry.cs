using CoalitionTracker.Data;

namespace CoalitionTracker.Features.Timeline;

/// <summary>
/// One thing that happened, in one number: its day, how exactly that is known, its kind, and where its record stands. Sorting the numbers sorts the
/// timeline, and several million of them take little room.
/// </summary>
/// <param name="Key">From the highest bit: day 22, sharpness 2, kind 3, place 24, part 12.</param>
public readonly record struct TimelineEntry(long Key)
{
    /// <summary>As many records as can be told apart.</summary>
    public const int MaxPlaces = 1 << PlaceBits;

    /// <summary>As many changes of one record as can be told apart.</summary>
    public const int MaxParts = 1 << PartBits;

    private const int PartBits = 12;
    private const int PlaceBits = 24;
    private const int KindBits = 3;
    private const int SharpBits = 2;
    private const int DayShift = PartBits + PlaceBits + KindBits + SharpBits;

    /// <summary>Later than every day that a date can name (<see cref="DateOnly.MaxValue"/> is 3,652,058).</summary>
    private const int NoDay = (1 << 22) - 1;

    /// <param name="place">Where the record stands: in the book of pledges, or among the other records.</param>
    /// <param name="part">Which of the record's changes it is.</param>
    /// <param name="day">The day number at which it stands; null when it has no date.</param>
    public static TimelineEntry Of(TimelineKind kind, int place, int part, int? day, DatePrecision precision)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, MaxPlaces);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(part, MaxParts);
        return new(
            ((long)(day ?? NoDay) << DayShift)
                | ((long)SharpnessOf(precision) << (PartBits + PlaceBits + KindBits))
                | ((long)kind << (PartBits + PlaceBits))
                | ((long)place << PartBits)
                | (uint)part
        );
    }

    public bool HasDate => Key >> DayShift != NoDay;

    /// <summary>The day number: the first day that the date can mean.</summary>
    public int DayNumber => (int)(Key >> DayShift);

    /// <summary>The first day that the date can mean.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It has no date.</exception>
    public DateOnly Day => DateOnly.FromDayNumber(DayNumber);

    public Sharpness Sharpness => (Sharpness)(Key >> (PartBits + PlaceBits + KindBits) & ((1 << SharpBits) - 1));

    public TimelineKind Kind => (TimelineKind)(Key >> (PartBits + PlaceBits) & ((1 << KindBits) - 1));

    /// <summary>Where its record stands: in the book of pledges for a change of level or delivery, else among the other records.</summary>
    public int Place => (int)(Key >> PartBits & (MaxPlaces - 1));

    /// <summary>Which of the record's changes it is, from 0.</summary>
    public int Part => (int)(Key & (MaxParts - 1));

    public bool IsOfPledge => Kind is TimelineKind.Level or TimelineKind.Delivery;

    /// <summary>The least number that an entry of this day can have.</summary>
    public static long FirstKeyOf(int dayNumber) => (long)dayNumber << DayShift;

    private static Sharpness SharpnessOf(DatePrecision precision) =>
        precision switch
        {
            DatePrecision.Year => Sharpness.Year,
            DatePrecision.Month => Sharpness.Month,
            _ => Sharpness.Day,
        };
}

/// <summary>Under which heading a date stands. What is known only as a year or a month comes before the first day of it.</summary>
public enum Sharpness
{
    /// <summary>Known as a year.</summary>
    Year,

    /// <summary>Known as a month.</summary>
    Month,

    /// <summary>Its first day is known, be it of a span.</summary>
    Day,
}
