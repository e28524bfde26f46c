using System.Globalization;
using System.Text;
using SkiaSharp;

namespace CoalitionTracker.Features.Cards;

/// <summary>
/// The faces that cards are set in. Noto Sans comes with the program and has Latin, Greek and Cyrillic letters; Japanese is set in a face of the
/// system's, where there is one. What no face can draw is left out: no boxes.
/// </summary>
public static class CardFonts
{
    private const char Kana = 'の';

    /// <summary>Where Debian, Fedora, Arch and Alpine keep Noto Sans CJK. The library asks Windows and macOS for faces, but not Linux.</summary>
    private static readonly string[] JapaneseFiles =
    [
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/noto/NotoSansCJK-Regular.ttc",
    ];

    private static readonly Lazy<SKTypeface?> Japanese = new(FindJapanese);

    public static SKTypeface Regular { get; } = Load("NotoSans-Regular.ttf");

    public static SKTypeface Bold { get; } = Load("NotoSans-Bold.ttf");

    /// <summary>A text in runs of one face each, without what none of the faces can draw.</summary>
    public static IReadOnlyList<(string Text, SKTypeface Face)> Runs(string text, SKTypeface face)
    {
        var runs = new List<(StringBuilder Text, SKTypeface Face)>();
        using var own = new SKFont(face);
        using var japanese = Japanese.Value is { } fallback ? new SKFont(fallback) : null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (FaceFor(rune, own, japanese) is not { } able)
                continue;
            if (runs.Count == 0 || runs[^1].Face.Handle != able.Handle)
                runs.Add((new StringBuilder(), able));
            runs[^1].Text.Append(rune.ToString());
        }
        return runs.ConvertAll(r => (r.Text.ToString(), r.Face));
    }

    /// <summary>A text with white space as single spaces and without what cannot be drawn.</summary>
    public static string Drawable(string text)
    {
        var drawable = string.Concat(Runs(string.Concat(text.Select(c => char.IsWhiteSpace(c) ? ' ' : c)), Regular).Select(r => r.Text));
        return string.Join(' ', drawable.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static SKTypeface? FaceFor(Rune rune, SKFont own, SKFont? japanese)
    {
        if (
            rune == Rune.ReplacementChar
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
        )
            return null;
        var able = own.ContainsGlyph(rune.Value) ? own : japanese;
        return able?.ContainsGlyph(rune.Value) is true ? able.Typeface : null;
    }

    private static SKTypeface? FindJapanese() =>
        SKFontManager.Default.MatchCharacter(null, SKFontStyle.Normal, ["ja"], Kana)
        ?? JapaneseFiles.Where(File.Exists).Select(path => SKTypeface.FromFile(path)).FirstOrDefault(face => face is not null);

    private static SKTypeface Load(string name)
    {
        using var file = typeof(CardFonts).Assembly.GetManifestResourceStream(name);
        return SKTypeface.FromStream(file) ?? throw new InvalidOperationException($"The font {name} is not in the program.");
    }
}
