using CoalitionTracker.Data;
using SkiaSharp;

namespace CoalitionTracker.Features.Cards;

/// <summary>The record's signs as on its pages, each beside its word.</summary>
public static class CardSigns
{
    private const float BarWidth = 9;
    private const float BarGap = 4;

    /// <summary>How much room the bars of a level take, with the space after them.</summary>
    public const float BarsWidth = 4 * (BarWidth + BarGap) + 10;

    /// <summary>How much room a grade's square takes, with the space after it.</summary>
    public const float GradeWidth = GradeSide + 12;

    private const float GradeSide = 36;

    private static readonly CardText GradeType = new(CardFonts.Bold, 24);

    /// <summary>The site's mark, in a square of this side.</summary>
    public static void DrawMark(this CardPen pen, float x, float y, float side)
    {
        var unit = side / 24; // as in icon.svg
        pen.Fill(SKRect.Create(x, y, side, side), CardPen.Blue, 4 * unit);
        foreach (var (left, top) in new[] { (5f, 13f), (10.5f, 9f), (16f, 6f) })
            pen.Fill(SKRect.Create(x + left * unit, y + top * unit, 3 * unit, (17 - top) * unit), SKColors.White);
        pen.Fill(SKRect.Create(x + 5 * unit, y + 18.7f * unit, 14 * unit, 1.6f * unit), CardPen.Yellow);
    }

    /// <summary>Four rising bars, filled as far as the level goes; a bar through them for a refusal.</summary>
    /// <param name="y">The base line of the words beside it.</param>
    public static void DrawLevel(this CardPen pen, Level level, float x, float y)
    {
        var filled = level is Level.NotStated or Level.RuledOut ? 0 : level - Level.RuledOut;
        for (var i = 0; i < 4; i++)
        {
            var height = 8 + 6 * i;
            var bar = SKRect.Create(x + i * (BarWidth + BarGap), y - height, BarWidth, height);
            if (i < filled)
                pen.Fill(bar, CardPen.Levels[filled - 1]);
            else
                pen.Frame(bar, CardPen.Edge, 1.5f);
        }
        if (level is Level.RuledOut)
            pen.Stroke(new SKPoint(x - 4, y - 3), new SKPoint(x + BarsWidth - 10, y - 25), CardPen.Brick, 4);
    }

    /// <summary>A letter in a square.</summary>
    /// <param name="y">The base line of the words beside it.</param>
    public static void DrawGrade(this CardPen pen, Grade grade, float x, float y)
    {
        var square = SKRect.Create(x, y - 28, GradeSide, GradeSide);
        var colour = grade switch
        {
            Grade.A or Grade.B => CardPen.Blue,
            Grade.C => CardPen.Ink,
            Grade.D => CardPen.Quiet,
            _ => CardPen.Brick,
        };
        if (grade is Grade.A)
            pen.Fill(square, colour, 4);
        else
            pen.Frame(square, colour, grade is Grade.B ? 4 : 2, 4, grade is Grade.E);
        var letter = grade.Label();
        pen.Write(letter, GradeType, x + (GradeSide - GradeType.Width(letter)) / 2, y - 1, grade is Grade.A ? CardPen.Paper : colour);
    }
}
