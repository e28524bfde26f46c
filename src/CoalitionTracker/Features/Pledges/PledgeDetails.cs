using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Pledges;

/// <summary>Everything that a pledge's page shows.</summary>
public sealed record PledgeDetails(RecordPage<Pledge> Page)
{
    public Pledge Pledge => Page.Record;

    /// <summary>The amount, its ends converted, where the ECB has a rate for its day.</summary>
    public Conversion? Min { get; init; }

    public Conversion? Max { get; init; }

    public TotalRule Total { get; init; }

    /// <summary>Why it counts as stale today; null when it does not.</summary>
    public string? WhyStale { get; init; }

    public Agreement? Agreement { get; init; }

    /// <summary>Relations from here to others and from others to here, in words that read from here.</summary>
    public required IReadOnlyList<RelatedPledge> Related { get; init; }

    public required IReadOnlyList<StatementOnPledge> Statements { get; init; }

    /// <summary>The day as of which all this is shown; null for the record as it stands.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Whether anything had been said of it by that day.</summary>
    public bool Exists { get; init; } = true;

    /// <summary>The days on which something changed by the record's own dates, the oldest first.</summary>
    public DatedSteps Steps =>
        new(
            [
                .. Pledge
                    .Levels.Select(c => (c.On.Day, Title: c.Level.Label()))
                    .Concat(Pledge.Deliveries.Select(c => (c.On.Day, Title: c.Delivery.Label())))
                    .Concat(Pledge.Conditions.Select(c => (c.Since.Day, Title: $"{c.Kind.Label()}: {c.State.InSentence()}")))
                    .Append((Pledge.Announced.Day, Title: "Announced"))
                    .Where(s => s.Day is not null)
                    .GroupBy(s => s.Day!.Value, s => s.Title)
                    .OrderBy(s => s.Key)
                    .Select(s => new DatedStep(s.Key, string.Join(", ", s.Distinct()))),
            ],
            Undated: 0
        );

    /// <summary>What the page of a pledge shows that need not be stored as it is.</summary>
    public static async Task<PledgeDetails> DescribeAsync(
        CoalitionDb db,
        EcbRates rates,
        Freshness freshness,
        RecordPage<Pledge> page,
        CancellationToken cancel
    )
    {
        var (pledge, code) = (page.Record, page.Record.Code);
        var related = await RelatedAsync(db, pledge, cancel);
        var isSuperseded = await db.Pledges.AnyAsync(
            p => p.State == RecordState.Published && p.Relations.Any(r => r.Kind == RelationKind.Supersedes && r.Pledge == code),
            cancel
        );
        var (min, max) = rates.Convert(pledge.Money, pledge.Announced);
        var figures = new PledgeFigures(pledge.State, pledge.Level, pledge.Delivery, pledge.SpentOn, pledge.Grade, pledge.Money, pledge.Announced);
        return new PledgeDetails(page)
        {
            Min = min,
            Max = max,
            Total = Totals.RuleFor(figures, [.. pledge.Relations.Select(r => r.Kind)], isSuperseded, (min ?? max) is not null),
            WhyStale = freshness.WhyStale(pledge.State, pledge.Level, pledge.Delivery, pledge.KnownOn, pledge.KnownAs),
            Agreement = pledge.Agreement is null
                ? null
                : await db.Agreements.FirstOrDefaultAsync(a => a.Code == pledge.Agreement && a.State != RecordState.Draft, cancel),
            Related = related,
            Statements = await StatementsAsync(db, code, cancel),
        };
    }

    private static async Task<List<RelatedPledge>> RelatedAsync(CoalitionDb db, Pledge pledge, CancellationToken cancel)
    {
        var others = pledge.Relations.Select(r => r.Pledge).ToList();
        var titles = await db
            .Pledges.Where(p => others.Contains(p.Code) && p.State != RecordState.Draft)
            .Select(p => new { p.Code, p.Title })
            .ToDictionaryAsync(p => p.Code, p => p.Title, cancel);
        var inverse = await db
            .Pledges.Where(p => p.State != RecordState.Draft)
            .SelectMany(p => p.Relations, (p, r) => new { Other = r.Pledge, Related = new RelatedPledge(r.Kind, true, p.Code, p.Title, r.Note) })
            .Where(r => r.Other == pledge.Code)
            .Select(r => r.Related)
            .ToListAsync(cancel);
        return
        [
            .. pledge
                .Relations.Where(r => titles.ContainsKey(r.Pledge))
                .Select(r => new RelatedPledge(r.Kind, false, r.Pledge, titles[r.Pledge], r.Note)),
            .. inverse,
        ];
    }

    private static async Task<List<StatementOnPledge>> StatementsAsync(CoalitionDb db, string code, CancellationToken cancel)
    {
        var statements = await db
            .Statements.Where(s => s.State == RecordState.Published)
            .SelectMany(
                s => s.Pledges,
                (s, p) => new { p.Pledge, Statement = new StatementOnPledge(s.Code, s.Speaker, s.Office, s.Country, s.On, s.Title, p.Stance) }
            )
            .Where(s => s.Pledge == code)
            .Select(s => s.Statement)
            .ToListAsync(cancel);
        return [.. statements.OrderBy(s => s.On.Day)];
    }
}

/// <summary>A pledge that relates to the one shown.</summary>
/// <param name="Inverse">The other one says so of this one.</param>
public sealed record RelatedPledge(RelationKind Kind, bool Inverse, string Code, string Title, string? Note)
{
    /// <summary>The relation as it reads from the pledge shown.</summary>
    public string Words =>
        (Kind, Inverse) switch
        {
            (RelationKind.PartOf, true) => "Contains",
            (RelationKind.Restates, true) => "Restated by",
            (RelationKind.Supersedes, true) => "Superseded by",
            (RelationKind.OverlapsWith, _) => "Overlaps with",
            (RelationKind.Contradicts, true) => "Contradicted by",
            (RelationKind.PartOf, _) => "Part of",
            (RelationKind.Restates, _) => "Restates",
            (RelationKind.Supersedes, _) => "Supersedes",
            _ => "Contradicts",
        };
}

/// <summary>A statement that supports or contradicts the pledge shown.</summary>
public sealed record StatementOnPledge(string Code, string Speaker, string? Office, string? Country, RecordDate On, string Title, Stance Stance);
