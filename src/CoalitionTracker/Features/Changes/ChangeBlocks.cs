using CoalitionTracker.Data;

namespace CoalitionTracker.Features.Changes;

/// <summary>What stands together on the page of changes.</summary>
/// <param name="Places">Places in the log, the newest first.</param>
public abstract record ChangeBlock(IReadOnlyList<int> Places);

/// <summary>One record and its changes in the period.</summary>
/// <param name="Before">The place of its last change before the period; -1 when the record was first entered in it.</param>
public sealed record RecordBlock(IReadOnlyList<int> Places, int Before) : ChangeBlock(Places)
{
    public bool IsNew => Before < 0;
}

/// <summary>Records that somebody first entered together: the same author, reason and day, nothing else in between.</summary>
/// <param name="Places">The newest of them, at most <see cref="ChangeBlocks.Named"/>.</param>
/// <param name="Oldest">The place of the first of them.</param>
/// <param name="Count">How many they are.</param>
/// <param name="ByKind">How many of each kind.</param>
public sealed record EnteredBlock(IReadOnlyList<int> Places, int Oldest, int Count, IReadOnlyDictionary<RecordKind, int> ByKind)
    : ChangeBlock(Places);

/// <summary>How much changed in a period.</summary>
/// <param name="Entered">How many of the records were first entered in it.</param>
/// <param name="Authors">The names of those who changed it.</param>
/// <param name="Blocks">On how many blocks they stand.</param>
public sealed record ChangeCounts(int Records, int Entered, IReadOnlyList<string> Authors, int Changes, int Blocks);

/// <summary>Puts the changes of a period together: by record, and what was first entered together as one.</summary>
public static class ChangeBlocks
{
    /// <summary>As many records of those that were entered together are named.</summary>
    public const int Named = 8;

    /// <summary>One page of blocks, the newest first, and the counts of the whole period.</summary>
    /// <param name="from">The place of the period's first change.</param>
    /// <param name="to">The place behind its last.</param>
    /// <param name="asked">Which records are asked for.</param>
    /// <param name="isGrouped">Whether what was entered together is one block.</param>
    public static (IReadOnlyList<ChangeBlock> Page, ChangeCounts Counts) Page(
        ChangeLogView log,
        int from,
        int to,
        Func<RecordKind, string, bool> asked,
        bool isGrouped,
        (int Number, int Size) page
    )
    {
        var (skip, blocks, records, entered, changes) = ((page.Number - 1) * page.Size, 0, 0, 0, 0);
        var (shown, seen, reasons) = (new List<ChangeBlock>(), new bool[log.RecordCount], new HashSet<int>());
        Entering? entering = null;
        for (var place = to - 1; place >= from; place--)
        {
            var change = log[place];
            var (kind, code) = log.RecordOf(change);
            if (!asked(kind, code))
                continue;
            changes++;
            reasons.Add(change.Why);
            if (change.IsFirst)
                entered++;
            if (seen[change.Record])
                continue;
            seen[change.Record] = true;
            records++;
            if (isGrouped && change.IsFirst && entering?.TryAdd(place, change, kind) == true)
                continue;
            Close();
            if (isGrouped && change.IsFirst)
                entering = new Entering(place, change, kind);
            else if (IsOnPage(blocks++))
                shown.Add(BlockOf(log, place, from));
        }
        Close();
        var authors = reasons.Select(why => log.ReasonOf(why).Author).Distinct().Order(StringComparer.Ordinal).ToList();
        return (shown, new ChangeCounts(records, entered, authors, changes, blocks));

        bool IsOnPage(int block) => block >= skip && block < skip + page.Size;

        void Close()
        {
            if (entering is not null && IsOnPage(blocks++))
                shown.Add(entering.Count == 1 ? BlockOf(log, entering.Oldest, from) : entering.ToBlock());
            entering = null;
        }
    }

    /// <summary>Runs of changes as feeds tell them: each change by itself, but what was first entered together as one. The newest first.</summary>
    public static IEnumerable<ChangeBlock> Runs(ChangeLogView log, Func<RecordKind, string, bool> asked)
    {
        Entering? entering = null;
        for (var place = log.Count - 1; place >= 0; place--)
        {
            var change = log[place];
            var (kind, code) = log.RecordOf(change);
            if (!asked(kind, code) || (change.IsFirst && entering?.TryAdd(place, change, kind) == true))
                continue;
            if (entering is not null)
                yield return Closed(entering);
            entering = change.IsFirst ? new Entering(place, change, kind) : null;
            if (entering is null)
                yield return new RecordBlock([place], change.Previous);
        }
        if (entering is not null)
            yield return Closed(entering);

        static ChangeBlock Closed(Entering entering) => entering.Count == 1 ? new RecordBlock([entering.Oldest], -1) : entering.ToBlock();
    }

    private static RecordBlock BlockOf(ChangeLogView log, int newest, int from)
    {
        var places = new List<int>();
        var place = newest;
        for (; place >= from; place = log[place].Previous)
            places.Add(place);
        return new RecordBlock(places, place);
    }

    /// <summary>A block of first entries while it grows.</summary>
    private sealed class Entering
    {
        private readonly LoggedChange first;
        private readonly List<int> named;
        private readonly Dictionary<RecordKind, int> byKind;

        public Entering(int place, LoggedChange change, RecordKind kind) =>
            (first, named, byKind, Oldest, Count) = (change, [place], new() { [kind] = 1 }, place, 1);

        public int Oldest { get; private set; }

        public int Count { get; private set; }

        public bool TryAdd(int place, LoggedChange change, RecordKind kind)
        {
            if (change.Why != first.Why || change.At.Date != first.At.Date)
                return false;
            if (named.Count < Named)
                named.Add(place);
            byKind[kind] = byKind.GetValueOrDefault(kind) + 1;
            (Oldest, Count) = (place, Count + 1);
            return true;
        }

        public EnteredBlock ToBlock() => new(named, Oldest, Count, byKind);
    }
}
