using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Funding;

/// <summary>What falls due in one year under one pledge: the original amount, and its worth in euros at the rate of the announcement.</summary>
/// <param name="Place">The pledge's place in the book.</param>
public sealed record DueInYear(int Place, int Year, Money Amount, EuroCents? EurMin, EuroCents? EurMax)
{
    /// <summary>Whether there is a number to add.</summary>
    public bool HasNumber => (EurMin ?? EurMax) is not null;
}

/// <summary>What falls due in one year.</summary>
public sealed record DueYear(int Year)
{
    private EuroSum least;
    private EuroSum most;

    /// <summary>The lower ends of counted instalments, in euros.</summary>
    public decimal EurMin => least.Euros;

    /// <summary>The upper ends.</summary>
    public decimal EurMax => most.Euros;

    /// <summary>Whether a counted instalment has no upper end.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Instalments of pledges that are counted.</summary>
    public int Counted { get; private set; }

    /// <summary>Instalments of pledges that are left out of totals, or in words only.</summary>
    public int LeftOut { get; private set; }

    internal void Add(DueInYear due, bool isCounted)
    {
        if (!isCounted || !due.HasNumber)
        {
            LeftOut++;
            return;
        }
        Counted++;
        least += due.EurMin ?? default; // "up to" may be nought, as in totals
        most += due.EurMax ?? due.EurMin ?? default;
        IsOpen |= due.EurMax is null;
    }
}

/// <summary>All instalments of public pledges, by year and by the places of their pledges in one book.</summary>
public sealed record InstalmentBook(IReadOnlyList<DueInYear> All)
{
    /// <summary>What falls due under the pledges at these places: in each year, and the first instalments one by one.</summary>
    public (IReadOnlyList<DueYear> Years, IReadOnlyList<DueInYear> First) Of(Bits places, Func<int, bool> isCounted, int most)
    {
        var (years, first) = (new List<DueYear>(), new List<DueInYear>());
        foreach (var due in All)
        {
            if (!places[due.Place])
                continue;
            if (years.Count == 0 || years[^1].Year != due.Year)
                years.Add(new DueYear(due.Year));
            years[^1].Add(due, isCounted(due.Place));
            if (first.Count < most)
                first.Add(due);
        }
        return (years, first);
    }

    public static async Task<InstalmentBook> LoadAsync(CoalitionDb db, PledgeBook book, EcbRates rates)
    {
        var rows = await db
            .Pledges.Where(p => p.State != RecordState.Draft && p.Instalments.Count > 0)
            .Select(p => new
            {
                p.Code,
                p.Announced,
                p.Money,
                p.Instalments,
            })
            .AsNoTracking()
            .ToListAsync();
        return new InstalmentBook([
            .. rows.Select(p => (Place: book.PlaceOf(p.Code), Pledge: p))
                .Where(p => p.Place is not null)
                .SelectMany(p => p.Pledge.Instalments.Select(i => Due(p.Place!.Value, i, p.Pledge.Money, p.Pledge.Announced, rates)))
                .OrderBy(d => d.Year)
                .ThenBy(d => d.Place),
        ]);
    }

    private static DueInYear Due(int place, Instalment instalment, Money? of, RecordDate announced, EcbRates rates)
    {
        var amount = new Money
        {
            Min = instalment.Min,
            Max = instalment.Max,
            Words = instalment.Words,
            Currency = of?.Currency,
        };
        var (min, max) = rates.Convert(amount, announced);
        return new DueInYear(place, instalment.Year, amount, EuroCents.Of(min?.Eur), EuroCents.Of(max?.Eur));
    }
}
