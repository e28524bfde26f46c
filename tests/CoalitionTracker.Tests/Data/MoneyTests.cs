using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Data;

public sealed class MoneyTests
{
    public static TheoryData<string, Money, string?> Amounts =>
        new()
        {
            {
                "exact",
                new()
                {
                    Min = 1,
                    Max = 1,
                    Currency = "EUR",
                },
                null
            },
            {
                "open above",
                new() { Min = 1, Currency = "EUR" },
                null
            },
            {
                "open below",
                new() { Max = 1, Currency = "EUR" },
                null
            },
            {
                "words only",
                new() { Words = "a large sum", Currency = "EUR" },
                null
            },
            {
                "share of GDP",
                new() { Min = 0.25m, Per = Per.ShareOfGdp },
                null
            },
            {
                "nothing at all",
                new() { Currency = "EUR" },
                "money"
            },
            {
                "blank words",
                new() { Words = " ", Currency = "EUR" },
                "money"
            },
            {
                "ends the wrong way round",
                new()
                {
                    Min = 2,
                    Max = 1,
                    Currency = "EUR",
                },
                "money.max"
            },
            {
                "negative",
                new() { Min = -1, Currency = "EUR" },
                "money.min"
            },
            {
                "no currency",
                new() { Min = 1 },
                "money.currency"
            },
            {
                "no code of a currency",
                new() { Min = 1, Currency = "Euro" },
                "money.currency"
            },
            {
                "share of GDP in a currency",
                new()
                {
                    Min = 1,
                    Currency = "EUR",
                    Per = Per.ShareOfGdp,
                },
                "money.currency"
            },
            {
                "words too long",
                new() { Words = new string('a', Record.WordsMaxLength + 1), Currency = "EUR" },
                "money.words"
            },
        };

    public static TheoryData<string, Quantity, string?> Quantities =>
        new()
        {
            {
                "range",
                new()
                {
                    Min = 50,
                    Max = 250,
                    Unit = "soldiers",
                },
                null
            },
            {
                "vague",
                new() { Words = "several hundred", Unit = "soldiers" },
                null
            },
            {
                "a month",
                new()
                {
                    Min = 1000,
                    Max = 1000,
                    Unit = "drones",
                    Per = Per.Month,
                },
                null
            },
            {
                "nothing at all",
                new() { Unit = "soldiers" },
                "quantity"
            },
            {
                "ends the wrong way round",
                new()
                {
                    Min = 2,
                    Max = 1,
                    Unit = "soldiers",
                },
                "quantity.max"
            },
            {
                "negative",
                new() { Max = -1, Unit = "soldiers" },
                "quantity.min"
            },
            {
                "negative delivery",
                new()
                {
                    Min = 1,
                    Unit = "soldiers",
                    Delivered = -1,
                },
                "quantity.min"
            },
            {
                "no unit",
                new() { Min = 1 },
                "quantity.unit"
            },
            {
                "share of GDP",
                new()
                {
                    Min = 1,
                    Unit = "soldiers",
                    Per = Per.ShareOfGdp,
                },
                "quantity.per"
            },
        };

    [Theory]
    [MemberData(nameof(Amounts))]
    public void An_amount_is_a_number_with_a_currency_or_the_source_s_words(string which, Money money, string? field)
    {
        var pledge = Example.Pledge();
        pledge.Money = money;

        Assert.Equal((which, field), (which, pledge.Check().FirstOrDefault()?.Field));
    }

    [Theory]
    [MemberData(nameof(Quantities))]
    public void A_quantity_is_a_number_of_something_or_the_source_s_words(string which, Quantity quantity, string? field)
    {
        var pledge = Example.Pledge();
        pledge.Quantity = quantity;

        Assert.Equal((which, field), (which, pledge.Check().FirstOrDefault()?.Field));
    }
}
