using System.Globalization;
using CoalitionTracker.Data;

namespace CoalitionTracker.Shared;

/// <summary>Amounts and quantities in words, the same on every page.</summary>
public static class Show
{
    private static readonly CultureInfo Form = CultureInfo.InvariantCulture;

    private static readonly Dictionary<string, string> Signs = new()
    {
        ["EUR"] = "€",
        ["USD"] = "US$",
        ["GBP"] = "£",
        ["JPY"] = "¥",
        ["CAD"] = "C$",
        ["AUD"] = "A$",
        ["NZD"] = "NZ$",
    };

    /// <summary>An amount such as "US$4.5 bn", "at least ISK 4 bn a year" or "0.25 % of GDP a year"; the source's words where there is no number.</summary>
    public static string Amount(Money money)
    {
        if (money is { Min: null, Max: null })
            return money.Words ?? "";
        var per = money.Per switch
        {
            Per.Once => "",
            Per.ShareOfGdp => " of GDP a year",
            _ => $" {money.Per.Label()}",
        };
        return Span(money.Min, money.Max, n => money.Per is Per.ShareOfGdp ? $"{Plain(n)} %" : Sum(n, money.Currency)) + per;
    }

    /// <summary>A quantity such as "50–250 soldiers"; the source's words where there is no number.</summary>
    public static string Amount(Quantity quantity)
    {
        var per = quantity.Per is Per.Once ? "" : $" {quantity.Per.Label()}";
        var number = quantity is { Min: null, Max: null } ? quantity.Words : Span(quantity.Min, quantity.Max, Plain);
        return $"{number} {quantity.Unit}{per}";
    }

    /// <summary>A sum of one currency: "US$4.5 bn", "NOK 154.5 bn", "£200 m"; without a sign while a draft names no currency.</summary>
    public static string Sum(decimal amount, string? currency)
    {
        var (value, unit) = amount switch
        {
            >= 1_000_000_000 => (amount / 1_000_000_000, " bn"),
            >= 1_000_000 => (amount / 1_000_000, " m"),
            _ => (amount, ""),
        };
        var sign = string.IsNullOrEmpty(currency) ? "" : Signs.GetValueOrDefault(currency, currency + "\u00a0");
        return $"{sign}{value.ToString(unit.Length > 0 ? "#,0.###" : "#,0.##", Form)}{unit.Replace(' ', '\u00a0')}";
    }

    /// <summary>Euros with three significant places, for what was converted and is no more exact than its rate.</summary>
    public static string RoundedSum(decimal amount, string currency)
    {
        if (amount < 1_000)
            return Sum(Math.Round(amount), currency);
        var scale = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)amount)) - 2);
        return Sum(Math.Round(amount / scale) * scale, currency);
    }

    /// <summary>A total that may be a range, with three significant places.</summary>
    /// <param name="isOpen">Whether something in it has no upper end.</param>
    public static string RoundedSpan(decimal min, decimal max, string currency, bool isOpen = false) =>
        Total(min, max, isOpen, n => RoundedSum(n, currency), " to ");

    /// <summary>A whole number with thin groups: "10,000".</summary>
    public static string Plain(decimal number) => number.ToString("#,0.####", Form);

    public static string Count(int number, string one, string many) => $"{number.ToString("#,0", Form)} {(number == 1 ? one : many)}";

    /// <summary>The text with a capital letter first, as a sentence begins.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string Month(DateOnly day) => day.ToString("MMM yyyy", Form);

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", Form);

    public static string Day(DateTime time) => time.ToString("d MMM yyyy", Form);

    /// <summary>A day as 2025-08-19.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", Form);

    /// <summary>Today in UTC as 2025-08-19.</summary>
    public static string Iso(TimeProvider clock) => clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", Form);

    /// <summary>An instant as "19 Aug 2025, 14:05 UTC".</summary>
    public static string Instant(DateTime time) => time.ToString("d MMM yyyy, HH:mm", Form) + " UTC";

    /// <summary>
    /// One amount of which an end may be open: "5", "5–10", "at least 5", "up to 10"; empty where neither end is known. Nothing at all as the least of
    /// something is no end to show.
    /// </summary>
    /// <param name="show">How a number is written.</param>
    public static string Span(decimal? min, decimal? max, Func<decimal, string> show) => Span(min, max, show, "–");

    /// <summary>
    /// What several amounts add up to: "5", "5–10", "up to 10"; if one of them has no upper end, the sum has none either: "at least 5", "5–10 or more".
    /// </summary>
    public static string Total(decimal min, decimal max, bool isOpen, Func<decimal, string> show) => Total(min, max, isOpen, show, "–");

    /// <summary>One amount of euros in millions, of which an end may be open, as it stands in tables whose head says "€ m".</summary>
    public static string Millions(decimal? min, decimal? max) => Span(min / 1_000_000, max / 1_000_000, InMillions);

    /// <summary>A sum of euros in millions; see <see cref="Total(decimal, decimal, bool, Func{decimal, string})"/>.</summary>
    public static string Millions(decimal min, decimal max, bool isOpen) => Total(min / 1_000_000, max / 1_000_000, isOpen, InMillions);

    private static string InMillions(decimal millions) => millions.ToString("#,0.#", Form);

    private static string Total(decimal min, decimal max, bool isOpen, Func<decimal, string> show, string to) =>
        !isOpen ? Span(min, max, show, to)
        : show(min) == show(max) ? $"at least {show(min)}"
        : $"{show(min)}{to}{show(max)} or more";

    private static string Span(decimal? min, decimal? max, Func<decimal, string> show, string to) =>
        (min, max) switch
        {
            ({ } low, { } high) when show(low) == show(high) => show(high),
            (0, { } high) => $"up to {show(high)}",
            ({ } low, { } high) => $"{show(low)}{to}{show(high)}",
            ({ } low, null) => $"at least {show(low)}",
            (null, { } high) => $"up to {show(high)}",
            _ => "",
        };
}
