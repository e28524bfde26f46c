using CoalitionTracker.Data;
using CoalitionTracker.Features.Cards;
using SkiaSharp;

namespace CoalitionTracker.Tests.Features.Cards;

/// <summary>A card keeps its size and its margins whatever the record says.</summary>
public sealed class CardPainterTests
{
    private const string LongWord = "Verteidigungsbereitschaftsunterstützungsfinanzierungsvereinbarungsentwurfsfassungsprotokoll";

    public static TheoryData<string> Titles =>
        [
            "",
            "Short",
            string.Concat(Enumerable.Repeat("Many words that go on and on ", 40)),
            LongWord + LongWord,
            string.Join(' ', Enumerable.Repeat("Коаліція охочих підтримує Україну її ґрунтовністю", 10)),
            "日本はウクライナの安全を保証する有志連合に参加する用意がある" + string.Concat(Enumerable.Repeat("用意", 60)),
            "🇺🇦 \u202Etxet\u0000 \ud800 e\u0301\u0301\u0301 \t\r\n end",
        ];

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_text_of_any_length_and_script_stays_within_the_margins(string text)
    {
        var fact = new CardFact(text, text);
        using var picture = Draw(
            new Card("Pledge JPN-2024-001", text, text)
            {
                Facts = [fact with { Level = Level.RuledOut }, fact, fact with { IsFigure = true }, fact with { Grade = Grade.E }],
                State = RecordState.Deprecated.Label(),
                Version = 123_456_789,
                VersionAt = new DateTime(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc),
            }
        );

        Assert.Equal((1200, 630), (picture.Width, picture.Height));
        Assert.True(Colours(picture, SKRectI.Create(64, 20, 1072, 600)).Count > 10);
        Assert.Equal([SKColors.White], Colours(picture, SKRectI.Create(0, 12, 40, 618)));
        Assert.Equal([SKColors.White], Colours(picture, SKRectI.Create(1140, 12, 60, 618)));
        Assert.Equal([SKColors.White], Colours(picture, SKRectI.Create(0, 610, 1200, 20)));
    }

    [Fact]
    public void A_long_title_is_cut_with_an_ellipsis_and_a_long_word_is_broken()
    {
        var type = new CardText(CardFonts.Bold, 50);

        var cut = type.Lines(string.Concat(Enumerable.Repeat("many words ", 60)), 600, 3);
        var broken = type.Lines(LongWord, 600, 9);

        Assert.Equal(3, cut.Count);
        Assert.EndsWith("words…", cut[2].Replace("many…", "words…", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(cut.Concat(broken), line => Assert.InRange(type.Width(line), 1, 600));
        Assert.Equal(LongWord, string.Concat(broken));
        Assert.Equal(["Named-", "source media"], new CardText(CardFonts.Bold, 28).Lines("Named-source media", 190, 2));
    }

    [Fact]
    public void Lines_are_about_as_long_as_each_other()
    {
        var type = new CardText(CardFonts.Bold, 54);

        var lines = type.BalancedLines("Accord on Support for Ukraine and Cooperation between Japan and Ukraine", 1072, 3);

        Assert.Equal(type.Lines("Accord on Support for Ukraine and Cooperation between Japan and Ukraine", 1072, 3).Count, lines.Count);
        Assert.True(type.Width(lines[^1]) > 0.6f * lines.Max(type.Width));
    }

    [Fact]
    public void Ukrainian_letters_have_shapes_and_what_has_none_is_left_out()
    {
        const string Ukrainian = "Є ї ґ І щ ’ Ґ – „Україна“";

        Assert.Equal(Ukrainian, CardFonts.Drawable(Ukrainian));
        Assert.Equal("a b c", CardFonts.Drawable("a\u202E\ud800\u0000 \n b 🇺🇦\uE000 c"));
        Assert.Equal(CardFonts.Bold, Assert.Single(CardFonts.Runs(Ukrainian, CardFonts.Bold)).Face);
    }

    [Fact]
    public void A_drawing_takes_the_place_of_the_facts_and_cannot_leave_it()
    {
        SKRect place = default;
        using var picture = Draw(
            new Card("", "A title", "What it shows.")
            {
                Facts = [new CardFact("Pledges", "91")],
                Drawing = (pen, where) =>
                {
                    place = where;
                    pen.Fill(SKRect.Create(0, 0, 1200, 630), SKColors.Red);
                },
            }
        );

        Assert.True(place.Width > 1000 && place.Height > 200);
        Assert.Equal([SKColors.Red], Colours(picture, SKRectI.Ceiling(place)));
        Assert.DoesNotContain(SKColors.Red, Colours(picture, SKRectI.Create(0, 0, 1200, (int)place.Top - 1)));
        Assert.DoesNotContain(SKColors.Red, Colours(picture, SKRectI.Create(0, (int)place.Bottom + 1, 1200, 629 - (int)place.Bottom)));
    }

    [Fact]
    public void Levels_and_grades_look_different_from_each_other()
    {
        var pictures = Enum.GetValues<Level>()
            .Select(level => new CardFact("Sign", "Same words") { Level = level })
            .Concat(Enum.GetValues<Grade>().Select(grade => new CardFact("Sign", "Same words") { Grade = grade }))
            .Select(fact => Convert.ToBase64String(CardPainter.Draw(new Card("", "T", "") { Facts = [fact] })))
            .ToList();

        Assert.Equal(pictures.Count, pictures.Distinct().Count());
    }

    [Fact]
    public async Task Many_cards_are_drawn_at_once_as_one_by_one()
    {
        using var studio = new CardStudio();
        var cards = Enumerable.Range(0, 24).Select(i => new Card($"Pledge {i % 4}", $"Обіцянка {i % 4}", "日本, Japan")).ToList();
        var alone = cards.ConvertAll(CardPainter.Draw);

        var together = await Task.WhenAll(cards.Select(c => Task.Run(() => studio.DrawAsync(c, CancellationToken.None))));

        Assert.Equal(alone, together);
    }

    private static SKBitmap Draw(Card card) => SKBitmap.Decode(CardPainter.Draw(card));

    private static HashSet<SKColor> Colours(SKBitmap picture, SKRectI place)
    {
        var colours = new HashSet<SKColor>();
        for (var y = place.Top; y < place.Bottom; y++)
        {
            for (var x = place.Left; x < place.Right; x++)
                colours.Add(picture.GetPixel(x, y));
        }
        return colours;
    }
}
