using CoalitionTracker.Data;

namespace CoalitionTracker.Features.Changes;

/// <summary>The public record's changes up to one version, the oldest first.</summary>
public sealed class ChangeLogView
{
    private readonly LoggedChange[] changes;
    private readonly (RecordKind Kind, string Code)[] records;
    private readonly ChangeReason[] reasons;

    private ChangeLogView(Builder from, long version)
    {
        (Version, changes, records, reasons) = (version, from.Changes.Items, from.Records.Items, from.Reasons.Items);
        (Count, RecordCount) = (from.Changes.Count, from.Records.Count);
    }

    public static ChangeLogView Empty { get; } = new Builder().View(0);

    /// <summary>The newest revision's number when the log was read.</summary>
    public long Version { get; }

    public int Count { get; }

    public int RecordCount { get; }

    public LoggedChange this[int place] => changes[place];

    public (RecordKind Kind, string Code) RecordOf(LoggedChange change) => records[change.Record];

    public ChangeReason ReasonOf(LoggedChange change) => reasons[change.Why];

    /// <summary>The author, reason and reviewer of this number.</summary>
    public ChangeReason ReasonOf(int why) => reasons[why];

    /// <summary>The place of the first change with a higher number than this.</summary>
    public int PlaceAfter(long version)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = changes[middle].Version <= version ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>The version of the record as a day (UTC) began: the one before the first change of that day or later.</summary>
    public long VersionBefore(DateOnly day)
    {
        var start = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var place = Array.FindIndex(changes, 0, Count, c => c.At >= start);
        return place < 0 ? Version : changes[place].Version - 1;
    }

    /// <summary>The revision at a place, without what the record said.</summary>
    public Revision RevisionAt(int place)
    {
        var change = changes[place];
        var (kind, code) = RecordOf(change);
        var (author, reason, reviewedBy) = ReasonOf(change);
        return new Revision
        {
            Id = change.Version,
            At = change.At,
            Kind = kind,
            Code = code,
            Author = author,
            Reason = reason,
            ReviewedBy = reviewedBy,
        };
    }

    /// <summary>Grows the log. A view that was given out never changes: what is added lies behind its end.</summary>
    public sealed class Builder
    {
        private readonly Dictionary<string, int> recordOf = [];
        private readonly Dictionary<ChangeReason, int> reasonOf = [];
        private readonly Growing<int> lastOf = new();

        internal Growing<LoggedChange> Changes { get; } = new();
        internal Growing<(RecordKind Kind, string Code)> Records { get; } = new();
        internal Growing<ChangeReason> Reasons { get; } = new();

        /// <summary>Adds a public revision; its number is higher than those before it.</summary>
        public void Add(long version, DateTime at, RecordKind kind, string code, ChangeReason reason)
        {
            if (!reasonOf.TryGetValue(reason, out var why))
                reasonOf[reason] = why = Reasons.Add(reason);
            if (!recordOf.TryGetValue(code, out var record))
            {
                recordOf[code] = record = Records.Add((kind, code));
                lastOf.Add(-1);
            }
            lastOf.Items[record] = Changes.Add(new LoggedChange(version, at, record, lastOf.Items[record], why));
        }

        /// <summary>The log as it is now.</summary>
        public ChangeLogView View(long version) => new(this, version);
    }

    /// <summary>A list whose older readers may go on reading while it grows.</summary>
    internal sealed class Growing<T>
    {
        public T[] Items { get; private set; } = new T[16];

        public int Count { get; private set; }

        /// <returns>The place of the new item.</returns>
        public int Add(T item)
        {
            if (Count == Items.Length)
            {
                var more = new T[Items.Length * 2];
                Items.CopyTo(more, 0);
                Items = more;
            }
            Items[Count] = item;
            return Count++;
        }
    }
}
