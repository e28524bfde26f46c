using System.Globalization;
using SkiaSharp;

namespace CoalitionTracker.Features.Cards;

/// <summary>A text that is set in lines of a width, the last cut with an ellipsis where there are more. Words longer than a line are broken.</summary>
/// <param name="Face">One of <see cref="CardFonts"/>.</param>
/// <param name="Size">The type's size in pixels of the card.</param>
public sealed record CardText(SKTypeface Face, float Size)
{
    private const string Ellipsis = "…";

    /// <summary>More than this is not looked at: three lines hold less.</summary>
    private const int MostLetters = 500;

    /// <summary>The lines of a text, at most so many.</summary>
    public IReadOnlyList<string> Lines(string text, float width, int most)
    {
        var pieces = Pieces(Cut(CardFonts.Drawable(text)), width).ToList();
        var lines = new List<string>();
        var next = 0;
        while (next < pieces.Count && lines.Count < most)
        {
            var line = pieces[next++].Text;
            while (next < pieces.Count && Width(Join(line, pieces[next])) <= width)
                line = Join(line, pieces[next++]);
            lines.Add(line);
        }
        if (next < pieces.Count && lines.Count > 0)
            lines[^1] = Shorten(lines[^1], width);
        return lines;
    }

    /// <summary>The lines of a text at most so many, all about as long: no single word is left over for the last.</summary>
    public IReadOnlyList<string> BalancedLines(string text, float width, int most)
    {
        var lines = Lines(text, width, most);
        if (!Fits(text, width, most))
            return lines;
        for (var narrower = width * 0.95f; narrower > width / 2 && Fits(text, narrower, lines.Count); narrower -= width * 0.05f)
            lines = Lines(text, narrower, lines.Count);
        return lines;
    }

    /// <summary>Whether all of a text fits in so many lines.</summary>
    public bool Fits(string text, float width, int most) => Lines(text, width, most + 1).Count <= most;

    /// <summary>In pixels.</summary>
    public float Width(string text)
    {
        var width = 0f;
        foreach (var (run, face) in CardFonts.Runs(text, Face))
        {
            using var font = new SKFont(face, Size);
            width += font.MeasureText(run);
        }
        return width;
    }

    private static string Join(string line, (string Text, bool Follows) piece) => piece.Follows ? line + piece.Text : $"{line} {piece.Text}";

    /// <summary>The words, and the parts of words after a hyphen; those longer than a line in pieces. Parts and pieces follow each other without a space.</summary>
    private IEnumerable<(string Text, bool Follows)> Pieces(string text, float width)
    {
        foreach (var (word, isPart) in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Parts))
        {
            var (piece, follows) = ("", isPart);
            if (Width(word) <= width)
            {
                yield return (word, isPart);
                continue;
            }
            foreach (var letter in Letters(word))
            {
                if (piece.Length > 0 && Width(piece + letter) > width)
                {
                    yield return (piece, follows);
                    (piece, follows) = ("", true);
                }
                piece += letter;
            }
            yield return (piece, follows);
        }
    }

    private static IEnumerable<(string Text, bool Follows)> Parts(string word)
    {
        var start = 0;
        for (var hyphen = word.IndexOf('-', 0); hyphen >= 0 && hyphen < word.Length - 1; hyphen = word.IndexOf('-', start))
        {
            yield return (word[start..(hyphen + 1)], start > 0);
            start = hyphen + 1;
        }
        yield return (word[start..], start > 0);
    }

    private string Shorten(string line, float width)
    {
        var letters = Letters(line);
        var count = letters.Count;
        while (count > 1 && Width(string.Concat(letters.Take(count)).TrimEnd() + Ellipsis) > width)
            count--;
        return string.Concat(letters.Take(count)).TrimEnd(' ', ',', ';', ':', '.', '·') + Ellipsis;
    }

    private static string Cut(string text)
    {
        var letters = Letters(text);
        return letters.Count <= MostLetters ? text : string.Concat(letters.Take(MostLetters));
    }

    /// <summary>What a reader takes for one letter, accents with it.</summary>
    private static List<string> Letters(string text)
    {
        var letters = new List<string>();
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            letters.Add(elements.GetTextElement());
        return letters;
    }
}
