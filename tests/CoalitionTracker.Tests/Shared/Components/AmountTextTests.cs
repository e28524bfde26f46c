using Bunit;
using CoalitionTracker.Data;
using CoalitionTracker.Shared.Components;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Shared.Components;

public sealed class AmountTextTests : BunitContext
{
    [Theory]
    [InlineData("several hundred", "troops", Per.Once, "several hundred troops")]
    [InlineData("hundreds of", "soldiers", Per.Once, "hundreds of soldiers")]
    [InlineData("several hundred soldiers", "soldiers", Per.Once, "several hundred soldiers")]
    [InlineData("thousands of", "drones", Per.Month, "thousands of drones a month")]
    public void A_vague_quantity_is_in_the_source_s_words_in_italics_and_without_digits(string words, string unit, Per per, string shown)
    {
        var text = Render<AmountText>(p =>
            p.Add(
                a => a.Quantity,
                new Quantity
                {
                    Words = words,
                    Unit = unit,
                    Per = per,
                }
            )
        );

        Assert.Equal(shown, Page.Squeeze(text.Find("em.vague").TextContent));
        Assert.Empty(text.FindAll(".number"));
        Assert.DoesNotContain(text.Markup, char.IsDigit);
    }

    [Fact]
    public void A_vague_amount_of_money_is_in_the_source_s_words_in_italics_and_without_digits()
    {
        var text = Render<AmountText>(p => p.Add(a => a.Money, new Money { Words = "a large sum", Currency = "EUR" }));

        Assert.Equal("a large sum", text.Find("em.vague").TextContent);
        Assert.Empty(text.FindAll(".number"));
        Assert.DoesNotContain(text.Markup, char.IsDigit);
    }

    [Fact]
    public void A_number_stands_upright_with_the_exact_sum_at_hand()
    {
        var text = Render<AmountText>(p =>
            p.Add(
                a => a.Money,
                new Money
                {
                    Min = 4_500_000_000,
                    Max = 4_500_000_000,
                    Currency = "USD",
                }
            )
        );

        Assert.Equal("US$4.5 bn", Page.Squeeze(text.Find("span.number").TextContent));
        Assert.Equal("4,500,000,000 USD", text.Find("span.number").GetAttribute("title"));
        Assert.Empty(text.FindAll("em"));
    }

    [Fact]
    public void Words_that_say_the_number_themselves_stand_alone()
    {
        var text = Render<AmountText>(p =>
            p.Add(
                a => a.Quantity,
                new Quantity
                {
                    Max = 30_000,
                    Unit = "troops",
                    Words = "fewer than 30,000",
                }
            )
        );

        Assert.Equal("fewer than 30,000 troops", Page.Squeeze(text.Find("em.vague").TextContent));
        Assert.Empty(text.FindAll(".number"));
    }

    [Fact]
    public void Words_that_say_something_else_never_take_the_number_s_place()
    {
        var share = Render<AmountText>(p =>
            p.Add(
                a => a.Money,
                new Money
                {
                    Min = 0.25m,
                    Max = 0.25m,
                    Per = Per.ShareOfGdp,
                    Words = "about 112 million euros in 2024",
                }
            )
        );
        var company = Render<AmountText>(p =>
            p.Add(
                a => a.Quantity,
                new Quantity
                {
                    Min = 50,
                    Max = 250,
                    Unit = "soldiers",
                    Words = "a company, usually of 150",
                }
            )
        );

        Assert.Equal("0.25 % of GDP a year", Page.Squeeze(share.Find("span.number").TextContent));
        Assert.Equal("about 112 million euros in 2024", share.Find("em.vague").TextContent);
        Assert.Equal("50–250 soldiers", Page.Squeeze(company.Find("span.number").TextContent));
        Assert.Equal("a company, usually of 150", company.Find("em.vague").TextContent);
    }

    [Fact]
    public void Words_without_a_number_stand_beside_it()
    {
        var text = Render<AmountText>(p =>
            p.Add(
                a => a.Money,
                new Money
                {
                    Max = 75_000_000_000,
                    Currency = "NOK",
                    Words = "a ceiling",
                }
            )
        );

        Assert.Equal("up to NOK 75 bn", Page.Squeeze(text.Find("span.number").TextContent));
        Assert.Equal("a ceiling", text.Find("em.vague").TextContent);
    }

    [Fact]
    public void Nothing_is_nothing() => Assert.Equal("", Page.Squeeze(Render<AmountText>().Markup));
}
