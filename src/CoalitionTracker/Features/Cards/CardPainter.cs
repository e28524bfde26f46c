using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using SkiaSharp;

namespace CoalitionTracker.Features.Cards;

/// <summary>Draws cards: mark and kind on top, the title, what stands under it, up to four facts or a drawing, the record's version at the foot.</summary>
public static class CardPainter
{
    public const int Width = 1200;
    public const int Height = 630;

    private const float Margin = 64;
    private const float Inside = Width - 2 * Margin;
    private const float FootLine = 556;
    private const float FactsTop = 404;
    private const float FactGap = 32;
    private const int MostFacts = 4;

    private static readonly CardText Wordmark = new(CardFonts.Bold, 30);
    private static readonly CardText Label = new(CardFonts.Regular, 24);
    private static readonly CardText Under = new(CardFonts.Regular, 30);
    private static readonly CardText Fact = new(CardFonts.Bold, 28);
    private static readonly CardText LongFact = new(CardFonts.Bold, 23);
    private static readonly CardText Figure = new(CardFonts.Bold, 56);

    /// <summary>The largest in which all of a title fits; a longer one is cut.</summary>
    private static readonly CardText[] Titles = [new(CardFonts.Bold, 68), new(CardFonts.Bold, 54), new(CardFonts.Bold, 46)];

    /// <summary>The card as a PNG of <see cref="Width"/> by <see cref="Height"/> pixels.</summary>
    public static byte[] Draw(Card card)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        {
            var pen = new CardPen(canvas);
            canvas.Clear(CardPen.Paper);
            DrawHead(pen, card);
            var end = DrawTitle(pen, card);
            if (card.Drawing is null)
                DrawFacts(pen, card);
            else
                DrawInPlace(pen, card.Drawing, SKRect.Create(Margin, end + 8, Inside, FootLine - end - 20));
            DrawFoot(pen, card);
        }
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static void DrawHead(CardPen pen, Card card)
    {
        pen.Fill(SKRect.Create(0, 0, Width, 10), CardPen.Blue);
        pen.DrawMark(Margin, 48, 44);
        pen.Write("CoalitionTracker", Wordmark, Margin + 58, 81, CardPen.Ink);
        var right = Width - Margin;
        if (card.State is { } state)
        {
            var colour = state == RecordState.Deprecated.Label() ? CardPen.Brick : CardPen.Warn;
            var width = Label.Width(state);
            pen.Write(state, Label, right - width - 14, 79, colour);
            pen.Frame(SKRect.Create(right - width - 28, 50, width + 28, 42), colour, 2, 5, isDashed: true);
            right -= width + 48;
        }
        pen.Write(card.Kind, Label, right - Label.Width(card.Kind), 79, CardPen.Quiet);
    }

    /// <summary>The title and what stands under it; both small above a drawing, which needs the room.</summary>
    /// <returns>Where they end.</returns>
    private static float DrawTitle(CardPen pen, Card card)
    {
        var type = card.Drawing is not null
            ? Titles[^1]
            : Titles.FirstOrDefault(t => t.Fits(card.Title, Inside, t == Titles[0] ? 2 : 3)) ?? Titles[^1];
        var y = 116f;
        foreach (var line in type.BalancedLines(card.Title, Inside, 3))
            pen.Write(line, type, Margin, (y += type.Size * 1.2f) - type.Size * 0.2f, CardPen.Ink);
        y += card.Drawing is null ? 18 : 6;
        var room = (card.Facts.Count > 0 ? FactsTop - 24 : FootLine) - y;
        var under = card.Drawing is null ? Under : Label;
        foreach (var line in under.BalancedLines(card.Under, Inside, card.Drawing is null && room >= under.Size * 2.6f ? 2 : 1))
            pen.Write(line, under, Margin, (y += under.Size * 1.3f) - under.Size * 0.3f, CardPen.Quiet);
        return y;
    }

    private static void DrawFacts(CardPen pen, Card card)
    {
        var facts = card.Facts.Take(MostFacts).ToList();
        var width = (Inside - FactGap * (MostFacts - 1)) / MostFacts;
        for (var i = 0; i < facts.Count; i++)
        {
            var x = Margin + i * (width + FactGap);
            pen.Fill(SKRect.Create(x, FactsTop, width, 3), CardPen.Blue);
            foreach (var label in Label.Lines(facts[i].Label, width, 1))
                pen.Write(label, Label, x, FactsTop + 34, CardPen.Quiet);
            DrawWords(pen, facts[i], x, width);
        }
    }

    /// <summary>A fact's words with the sign before their first line; one figure, two lines, or three smaller ones.</summary>
    private static void DrawWords(CardPen pen, CardFact fact, float x, float width)
    {
        var y = FactsTop + (fact.IsFigure ? 96 : 76);
        if (fact.Level is { } level)
            pen.DrawLevel(level, x, y);
        if (fact.Grade is { } grade)
            pen.DrawGrade(grade, x, y);
        var indent =
            fact.Level is not null ? CardSigns.BarsWidth
            : fact.Grade is not null ? CardSigns.GradeWidth
            : 0;
        var colour = fact.Level is Level.RuledOut ? CardPen.Brick : CardPen.Ink;
        var (type, most) =
            fact.IsFigure ? (Figure, 1)
            : Fact.Fits(fact.Words, width - indent, 2) ? (Fact, 2)
            : (LongFact, 3);
        foreach (var line in type.Lines(fact.Words, width - indent, most))
        {
            pen.Write(line, type, x + indent, y, colour);
            y += type.Size * 1.3f;
        }
    }

    /// <summary>A drawing cannot leave its place.</summary>
    private static void DrawInPlace(CardPen pen, CardDrawing drawing, SKRect place)
    {
        pen.Canvas.Save();
        pen.Canvas.ClipRect(place);
        drawing(pen, place);
        pen.Canvas.Restore();
    }

    private static void DrawFoot(CardPen pen, Card card)
    {
        pen.Fill(SKRect.Create(Margin, FootLine, Inside, 1), CardPen.Line);
        var version = card.Version > 0 ? $"The record's version {Show.Plain(card.Version)}, of {Show.Day(card.VersionAt)}" : "The record is empty";
        pen.Write(version, Label, Margin, FootLine + 40, CardPen.Quiet);
        const string Claim = "Each entry with its source and grade";
        pen.Write(Claim, Label, Width - Margin - Label.Width(Claim), FootLine + 40, CardPen.Quiet);
    }
}
