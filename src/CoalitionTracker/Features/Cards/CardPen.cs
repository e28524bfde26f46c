using SkiaSharp;

namespace CoalitionTracker.Features.Cards;

/// <summary>What a card is drawn with: the colours of the site's light theme, its type and its signs. For one picture and one thread.</summary>
public sealed class CardPen(SKCanvas canvas)
{
    public static readonly SKColor Paper = SKColors.White;
    public static readonly SKColor Line = SKColor.Parse("#d9dde3");
    public static readonly SKColor Ink = SKColor.Parse("#1b2430");
    public static readonly SKColor Quiet = SKColor.Parse("#586474");
    public static readonly SKColor Blue = SKColor.Parse("#15477f");
    public static readonly SKColor Brick = SKColor.Parse("#9c3a22");
    public static readonly SKColor Warn = SKColor.Parse("#805400");
    public static readonly SKColor Yellow = SKColor.Parse("#f2c230");
    public static readonly SKColor Edge = SKColor.Parse("#8b95a3");

    /// <summary>The scale of levels, from pale to deep, as in the style sheet.</summary>
    public static readonly IReadOnlyList<SKColor> Levels =
    [
        SKColor.Parse("#a9c4e2"),
        SKColor.Parse("#6f9ccb"),
        SKColor.Parse("#3b72ac"),
        SKColor.Parse("#15477f"),
    ];

    public SKCanvas Canvas => canvas;

    /// <summary>Writes one line; what no face can draw is left out.</summary>
    /// <param name="x">Where it begins.</param>
    /// <param name="y">Its base line.</param>
    public void Write(string text, CardText type, float x, float y, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        foreach (var (run, face) in CardFonts.Runs(text, type.Face))
        {
            using var font = new SKFont(face, type.Size) { Subpixel = true };
            canvas.DrawText(run, x, y, SKTextAlign.Left, font, paint);
            x += font.MeasureText(run);
        }
    }

    /// <summary>Fills a rectangle, with round corners where a radius is given.</summary>
    public void Fill(SKRect place, SKColor colour, float radius = 0)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = radius > 0 };
        canvas.DrawRoundRect(place, radius, radius, paint);
    }

    /// <summary>Draws a rectangle's edge inside of it, dashed where asked for.</summary>
    public void Frame(SKRect place, SKColor colour, float thickness, float radius = 0, bool isDashed = false)
    {
        using var dashes = isDashed ? SKPathEffect.CreateDash([8, 6], 0) : null;
        using var paint = new SKPaint
        {
            Color = colour,
            IsStroke = true,
            StrokeWidth = thickness,
            IsAntialias = true,
            PathEffect = dashes,
        };
        place.Inflate(-thickness / 2, -thickness / 2);
        canvas.DrawRoundRect(place, radius, radius, paint);
    }

    public void Stroke(SKPoint from, SKPoint to, SKColor colour, float thickness)
    {
        using var paint = new SKPaint
        {
            Color = colour,
            IsStroke = true,
            StrokeWidth = thickness,
            IsAntialias = true,
        };
        canvas.DrawLine(from, to, paint);
    }
}
