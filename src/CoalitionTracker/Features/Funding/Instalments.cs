using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Funding;

/// <summary>What falls due in one year under one pledge: the original amount, and its worth in euros at the rate of the announcement.</summary>
/// <param name="Place">The pledge's place in the book.</param>
public sealed record DueInYear(int Place, int Year, Money Amount, decimal? EurMin, decimal? EurMax);

/// <summary>All instalments of public pledges, by the places of their pledges in the book of the same version.</summary>
public sealed record InstalmentBook(IReadOnlyDictionary<int, IReadOnlyList<DueInYear>> ByPlace)
{
    /// <summary>What falls due under the pledges at these places, by year.</summary>
    public IEnumerable<DueInYear> Of(Bits places) =>
        ByPlace.Where(p => places[p.Key]).SelectMany(p => p.Value).OrderBy(d => d.Year).ThenBy(d => d.Place);

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
        return new InstalmentBook(
            rows.Select(p => (Place: book.PlaceOf(p.Code), Pledge: p))
                .Where(p => p.Place is not null)
                .ToDictionary(
                    p => p.Place!.Value,
                    p =>
                        (IReadOnlyList<DueInYear>)
                            [
                                .. p
                                    .Pledge.Instalments.OrderBy(i => i.Year)
                                    .Select(i => Due(p.Place!.Value, i, p.Pledge.Money, p.Pledge.Announced, rates)),
                            ]
                )
        );
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
        return new DueInYear(place, instalment.Year, amount, min?.Eur, max?.Eur);
    }
}
