using System.Globalization;
using CoalitionTracker.Data;
using CsvHelper;

namespace CoalitionTracker.Shared;

/// <summary>An amount in euros and US dollars beside its original, with the day of the rate. Never stored.</summary>
/// <param name="RateDay">The ECB business day whose reference rates were used.</param>
public sealed record Conversion(decimal Eur, decimal? Usd, DateOnly RateDay);

/// <summary>
/// The euro foreign exchange reference rates of the European Central Bank (units of a currency for one euro, one rate for each business
/// day): https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/.
/// </summary>
public sealed class EcbRates
{
    /// <summary>A rate older than this on the asked day is no rate: the longest closing of the ECB's market days is shorter.</summary>
    public const int MaxAgeInDays = 10;

    private readonly Dictionary<string, SortedList<DateOnly, decimal>> rates;

    private EcbRates(Dictionary<string, SortedList<DateOnly, decimal>> rates) => this.rates = rates;

    /// <summary>Reads a file as the ECB publishes it (eurofxref-hist.csv): newest day first, N/A for no rate.</summary>
    /// <exception cref="InvalidDataException">The file is not one of the ECB's; names the line and column.</exception>
    public static EcbRates Read(string path)
    {
        using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
        if (!csv.Read() || !csv.ReadHeader() || csv.HeaderRecord is not ["Date", .. var currencies])
            throw new InvalidDataException($"{path}, line 1: the first column must be Date, as in the ECB's eurofxref-hist.csv.");
        var columns = currencies.Where(c => c.Length == 3).ToDictionary(c => c, _ => new Dictionary<DateOnly, decimal>());
        while (csv.Read())
        {
            var line = csv.Parser.Row;
            if (!DateOnly.TryParseExact(csv["Date"], "yyyy-MM-dd", out var day))
                throw new InvalidDataException($"{path}, line {line}, Date: \"{csv["Date"]}\" is not a day such as 2024-06-13.");
            if (csv.Parser.Count < csv.HeaderRecord.Length)
                throw new InvalidDataException($"{path}, line {line}: has {csv.Parser.Count} columns, the first line {csv.HeaderRecord.Length}.");
            foreach (var (currency, values) in columns)
            {
                if (csv[currency] is null or "" or "N/A")
                    continue;
                if (!decimal.TryParse(csv[currency], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) || rate <= 0)
                    throw new InvalidDataException($"{path}, line {line}, {currency}: \"{csv[currency]}\" is not a rate.");
                values[day] = rate;
            }
        }
        return new EcbRates(columns.ToDictionary(c => c.Key, c => new SortedList<DateOnly, decimal>(c.Value)));
    }

    /// <summary>
    /// Converts at the last rate on or before the day. Null when the currency has none, or none within <see cref="MaxAgeInDays"/> before it.
    /// </summary>
    public Conversion? Convert(decimal amount, string currency, DateOnly day)
    {
        var dollar = RateOn("USD", day);
        if (currency == "EUR")
            return new Conversion(amount, dollar is { } d ? amount * d.Rate : null, dollar?.Day ?? day);
        if (RateOn(currency, day) is not { } own)
            return null;
        var eur = amount / own.Rate;
        return new Conversion(eur, currency == "USD" ? amount : eur * dollar?.Rate, own.Day);
    }

    /// <summary>Both ends of an amount at the rate of its date; null for an end that is open, and where there is no rate.</summary>
    public (Conversion? Min, Conversion? Max) Convert(Money? money, RecordDate on) =>
        money is { Currency: { } currency } && on.Day is { } day
            ? (money.Min is { } min ? Convert(min, currency, day) : null, money.Max is { } max ? Convert(max, currency, day) : null)
            : (null, null);

    private (DateOnly Day, decimal Rate)? RateOn(string currency, DateOnly day)
    {
        if (!rates.TryGetValue(currency, out var days))
            return null;
        var (low, high) = (0, days.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = days.GetKeyAtIndex(middle) <= day ? (middle + 1, high) : (low, middle);
        }
        if (low == 0 || days.GetKeyAtIndex(low - 1) < day.AddDays(-MaxAgeInDays))
            return null;
        return (days.GetKeyAtIndex(low - 1), days.GetValueAtIndex(low - 1));
    }
}
